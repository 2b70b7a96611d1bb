Payment takes longer
---
A payment<#if amount??> of ${amount}</#if> from your account<#if account??> ending in ${account}</#if> takes longer than usual; please do not send it again, we will tell you how it ends.
---
A payment<#if amount??> of ${amount}</#if> from your account<#if account??> ending in ${account}</#if> takes longer than usual; please do not send it again, we will tell you how it ends.

That was on ${time}. Details are in the app.
