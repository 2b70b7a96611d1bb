Konto gesperrt
---
Ihr Konto<#if account??> mit der Endung ${account}</#if> wurde gesperrt. Bitte wenden Sie sich an uns.
---
Ihr Konto<#if account??> mit der Endung ${account}</#if> wurde gesperrt. Bitte wenden Sie sich an uns.

Das war am ${time}.
