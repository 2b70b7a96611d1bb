Barauszahlung
---
<#if amount??>${amount} wurden<#else>Es wurde Bargeld</#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> abgehoben.
---
Am ${time} <#if amount??>wurden ${amount}<#else>wurde Bargeld</#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> abgehoben.

Wenn Sie das nicht waren, rufen Sie uns bitte sofort an.
