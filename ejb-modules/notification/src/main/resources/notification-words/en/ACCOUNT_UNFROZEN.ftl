Account available again
---
Your account<#if account??> ending in ${account}</#if> is available again.
---
Your account<#if account??> ending in ${account}</#if> is available again.

That was on ${time}.
