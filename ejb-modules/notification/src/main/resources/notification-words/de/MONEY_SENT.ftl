Geld überwiesen
---
<#if amount??>${amount} wurden<#else>Es wurde Geld</#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> überwiesen.
---
Am ${time} <#if amount??>wurden ${amount}<#else>wurde Geld</#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> überwiesen.

Wenn Sie das nicht veranlasst haben, rufen Sie uns bitte sofort an.
