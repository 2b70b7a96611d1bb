<#if count??>Zahlungen abgelehnt<#else>Zahlung abgelehnt</#if>
---
<#if count??>${count} Zahlungen<#if amount??>, zusammen ${amount},</#if><#else>Eine Zahlung<#if amount??> über ${amount}</#if></#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> <#if count??>wurden<#else>wurde</#if> abgelehnt; es wurde nichts abgebucht.
---
<#if count??>${count} Zahlungen<#if amount??>, zusammen ${amount},</#if><#else>Eine Zahlung<#if amount??> über ${amount}</#if></#if> von Ihrem Konto<#if account??> mit der Endung ${account}</#if> <#if count??>wurden<#else>wurde</#if> abgelehnt; es wurde nichts abgebucht.

<#if count??>Die letzte<#else>Das</#if> war am ${time}. Einzelheiten finden Sie in der App.
