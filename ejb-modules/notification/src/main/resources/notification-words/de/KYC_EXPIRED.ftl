Identität erneut zu bestätigen
---
Ihre Identität muss erneut bestätigt werden. Bitte wenden Sie sich an uns.
---
Die Bestätigung Ihrer Identität ist am ${time} abgelaufen.

Bitte wenden Sie sich an uns, damit wir sie erneut bestätigen können.
