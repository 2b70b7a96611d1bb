Zahlung dauert länger
---
Eine Zahlung<#if amount??> über ${amount}</#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> dauert länger als sonst; bitte senden Sie sie nicht noch einmal, wir sagen Ihnen, wie sie ausgeht.
---
Eine Zahlung<#if amount??> über ${amount}</#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> dauert länger als sonst; bitte senden Sie sie nicht noch einmal, wir sagen Ihnen, wie sie ausgeht.

Das war am ${time}. Einzelheiten finden Sie in der App.
