<#if count??>Payments received<#else>Money received</#if>
---
<#if count??>${count} payments<#if amount??>, ${amount} in total,</#if> have<#elseif amount??>${amount} has<#else>Money has</#if> arrived in your account<#if account??> ending in ${account}</#if>.
---
<#if count??>${count} payments<#if amount??>, ${amount} in total,</#if> have<#elseif amount??>${amount} has<#else>Money has</#if> arrived in your account<#if account??> ending in ${account}</#if><#if count??>, the last one</#if> on ${time}.
