<#if count??>Payments sent<#else>Money sent</#if>
---
<#if count??>${count} payments<#if amount??>, ${amount} in total,</#if> were sent<#elseif amount??>${amount} was sent<#else>Money was sent</#if> from your account<#if account??> ending in ${account}</#if>.
---
<#if count??>${count} payments<#if amount??>, ${amount} in total,</#if> were sent<#elseif amount??>${amount} was sent<#else>Money was sent</#if> from your account<#if account??> ending in ${account}</#if><#if count??>, the last one</#if> on ${time}.

If you did not ask for this, please call us at once.
