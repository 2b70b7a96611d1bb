Payment undone
---
A payment was undone: <#if amount??>${amount} is<#else>the money is</#if> back in your account<#if account??> ending in ${account}</#if>.
---
A payment was undone on ${time}: <#if amount??>${amount} is<#else>the money is</#if> back in your account<#if account??> ending in ${account}</#if>.
