Zahlung rückgängig gemacht
---
Eine Zahlung wurde rückgängig gemacht: <#if amount??>${amount} sind<#else>das Geld ist</#if> wieder auf Ihrem Konto<#if account??> mit der Endung ${account}</#if>.
---
Am ${time} wurde eine Zahlung rückgängig gemacht: <#if amount??>${amount} sind<#else>das Geld ist</#if> wieder auf Ihrem Konto<#if account??> mit der Endung ${account}</#if>.
