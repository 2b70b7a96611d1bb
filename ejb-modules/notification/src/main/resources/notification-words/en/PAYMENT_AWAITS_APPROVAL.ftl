Payment awaits approval
---
A payment<#if amount??> of ${amount}</#if> from your account<#if account??> ending in ${account}</#if> awaits approval.
---
A payment<#if amount??> of ${amount}</#if> from your account<#if account??> ending in ${account}</#if> awaits approval.

That was on ${time}. Details are in the app.
