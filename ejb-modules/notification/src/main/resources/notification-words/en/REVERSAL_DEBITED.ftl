Payment undone
---
A payment to you was undone: <#if amount??>${amount} was<#else>the money was</#if> taken from your account<#if account??> ending in ${account}</#if>.
---
A payment to you was undone on ${time}: <#if amount??>${amount} was<#else>the money was</#if> taken from your account<#if account??> ending in ${account}</#if>.

If you have questions, please ask us.
