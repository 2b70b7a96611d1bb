Bareinzahlung
---
<#if amount??>${amount} wurden<#else>Es wurde Bargeld</#if> auf Ihr Konto<#if account??> mit der Endung ${account}</#if> eingezahlt.
---
Am ${time} <#if amount??>wurden ${amount}<#else>wurde Bargeld</#if> auf Ihr Konto<#if account??> mit der Endung ${account}</#if> eingezahlt.
