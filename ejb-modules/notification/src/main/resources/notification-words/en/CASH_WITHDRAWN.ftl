Cash withdrawn
---
<#if amount??>${amount} was<#else>Cash was</#if> withdrawn from your account<#if account??> ending in ${account}</#if>.
---
<#if amount??>${amount} was<#else>Cash was</#if> withdrawn from your account<#if account??> ending in ${account}</#if> on ${time}.

If this was not you, please call us at once.
