Ihr Passwort wurde geändert
---
Ihr Passwort wurde geändert. Wenn Sie das nicht waren, rufen Sie uns sofort an.
---
Ihr Passwort wurde am ${time} geändert.

Wenn Sie das nicht waren, rufen Sie uns bitte sofort an. Wir fragen Sie nie nach Ihrem Passwort.
