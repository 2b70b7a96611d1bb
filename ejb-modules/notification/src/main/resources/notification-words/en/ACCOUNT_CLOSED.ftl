Account closed
---
Your account<#if account??> ending in ${account}</#if> was closed.
---
Your account<#if account??> ending in ${account}</#if> was closed.

That was on ${time}.
