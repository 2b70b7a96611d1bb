Payment expired
---
A payment<#if amount??> of ${amount}</#if> from your account<#if account??> ending in ${account}</#if> was not approved in time and has expired; nothing was taken.
---
A payment<#if amount??> of ${amount}</#if> from your account<#if account??> ending in ${account}</#if> was not approved in time and has expired; nothing was taken.

That was on ${time}. Details are in the app.
