<#if count??>Zahlungen überwiesen<#else>Geld überwiesen</#if>
---
<#if count??>${count} Zahlungen<#if amount??>, zusammen ${amount},</#if> wurden<#elseif amount??>${amount} wurden<#else>Es wurde Geld</#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> überwiesen.
---
<#if count??>${count} Zahlungen<#if amount??>, zusammen ${amount},</#if> wurden<#else>Am ${time} <#if amount??>wurden ${amount}<#else>wurde Geld</#if></#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> überwiesen<#if count??>, die letzte am ${time}</#if>.

Wenn Sie das nicht veranlasst haben, rufen Sie uns bitte sofort an.
