Anmeldung von einem neuen Gerät
---
Jemand hat sich mit Ihren Daten von einem neuen Gerät angemeldet. Wenn Sie das nicht waren, rufen Sie uns sofort an.
---
Am ${time} hat sich jemand mit Ihren Daten von einem Gerät angemeldet, das wir noch nicht kannten.

Wenn Sie das nicht waren, ändern Sie bitte Ihr Passwort und rufen Sie uns sofort an.
