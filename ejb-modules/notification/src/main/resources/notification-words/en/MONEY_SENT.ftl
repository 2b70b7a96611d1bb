Money sent
---
<#if amount??>${amount} was sent<#else>Money was sent</#if> from your account<#if account??> ending in ${account}</#if>.
---
<#if amount??>${amount} was sent<#else>Money was sent</#if> from your account<#if account??> ending in ${account}</#if> on ${time}.

If you did not ask for this, please call us at once.
