<#if count??>Geldeingänge<#else>Geldeingang</#if>
---
<#if count??>${count} Zahlungen<#if amount??>, zusammen ${amount},</#if> sind<#elseif amount??>${amount} sind<#else>Es ist Geld</#if> auf Ihrem Konto<#if account??> mit der Endung ${account}</#if> eingegangen.
---
<#if count??>${count} Zahlungen<#if amount??>, zusammen ${amount},</#if> sind<#else>Am ${time} <#if amount??>sind ${amount}<#else>ist Geld</#if></#if> auf Ihrem Konto<#if account??> mit der Endung ${account}</#if> eingegangen<#if count??>, die letzte am ${time}</#if>.
