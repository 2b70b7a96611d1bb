Account blocked
---
Your account<#if account??> ending in ${account}</#if> was blocked. Please contact us.
---
Your account<#if account??> ending in ${account}</#if> was blocked. Please contact us.

That was on ${time}.
