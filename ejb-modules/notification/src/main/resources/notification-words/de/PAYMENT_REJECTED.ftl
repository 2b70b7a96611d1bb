Zahlung nicht freigegeben
---
Eine Zahlung<#if amount??> über ${amount}</#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> wurde nicht freigegeben; es wurde nichts abgebucht.
---
Eine Zahlung<#if amount??> über ${amount}</#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> wurde nicht freigegeben; es wurde nichts abgebucht.

Das war am ${time}. Einzelheiten finden Sie in der App.
