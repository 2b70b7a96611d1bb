Zahlung wartet auf Freigabe
---
Eine Zahlung<#if amount??> über ${amount}</#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> wartet auf Freigabe.
---
Eine Zahlung<#if amount??> über ${amount}</#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> wartet auf Freigabe.

Das war am ${time}. Einzelheiten finden Sie in der App.
