Konto wieder verfügbar
---
Ihr Konto<#if account??> mit der Endung ${account}</#if> ist wieder verfügbar.
---
Ihr Konto<#if account??> mit der Endung ${account}</#if> ist wieder verfügbar.

Das war am ${time}.
