<#if count??>Payments declined<#else>Payment declined</#if>
---
<#if count??>${count} payments<#if amount??>, ${amount} in total,</#if><#else>A payment<#if amount??> of ${amount}</#if></#if> from your account<#if account??> ending in ${account}</#if> <#if count??>were<#else>was</#if> declined; nothing was taken.
---
<#if count??>${count} payments<#if amount??>, ${amount} in total,</#if><#else>A payment<#if amount??> of ${amount}</#if></#if> from your account<#if account??> ending in ${account}</#if> <#if count??>were<#else>was</#if> declined; nothing was taken.

<#if count??>The last one<#else>That</#if> was on ${time}. Details are in the app.
