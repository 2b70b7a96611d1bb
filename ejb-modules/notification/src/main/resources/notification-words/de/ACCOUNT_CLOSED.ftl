Konto geschlossen
---
Ihr Konto<#if account??> mit der Endung ${account}</#if> wurde geschlossen.
---
Ihr Konto<#if account??> mit der Endung ${account}</#if> wurde geschlossen.

Das war am ${time}.
