Money received
---
<#if amount??>${amount} has<#else>Money has</#if> arrived in your account<#if account??> ending in ${account}</#if>.
---
<#if amount??>${amount} has<#else>Money has</#if> arrived in your account<#if account??> ending in ${account}</#if> on ${time}.
