Cash paid in
---
<#if amount??>${amount} was<#else>Cash was</#if> paid into your account<#if account??> ending in ${account}</#if>.
---
<#if amount??>${amount} was<#else>Cash was</#if> paid into your account<#if account??> ending in ${account}</#if> on ${time}.
