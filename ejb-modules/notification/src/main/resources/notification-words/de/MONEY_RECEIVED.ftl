Geldeingang
---
<#if amount??>${amount} sind<#else>Es ist Geld</#if> auf Ihrem Konto<#if account??> mit der Endung ${account}</#if> eingegangen.
---
Am ${time} <#if amount??>sind ${amount}<#else>ist Geld</#if> auf Ihrem Konto<#if account??> mit der Endung ${account}</#if> eingegangen.
