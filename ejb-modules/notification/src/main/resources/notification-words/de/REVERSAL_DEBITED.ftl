Zahlung rückgängig gemacht
---
Eine Zahlung an Sie wurde rückgängig gemacht: <#if amount??>${amount} wurden<#else>das Geld wurde</#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> abgebucht.
---
Am ${time} wurde eine Zahlung an Sie rückgängig gemacht: <#if amount??>${amount} wurden<#else>das Geld wurde</#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> abgebucht.

Wenn Sie Fragen haben, wenden Sie sich bitte an uns.
