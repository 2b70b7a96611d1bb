Payment declined
---
A payment<#if amount??> of ${amount}</#if> from your account<#if account??> ending in ${account}</#if> was declined; nothing was taken.
---
A payment<#if amount??> of ${amount}</#if> from your account<#if account??> ending in ${account}</#if> was declined; nothing was taken.

That was on ${time}. Details are in the app.
