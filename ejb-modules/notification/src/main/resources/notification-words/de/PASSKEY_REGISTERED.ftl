Ein Passkey wurde hinzugefügt
---
Zu Ihrer Anmeldung wurde ein Passkey hinzugefügt. Wenn Sie das nicht waren, rufen Sie uns sofort an.
---
Am ${time} wurde ein Passkey hinzugefügt, mit dem man sich als Sie anmelden kann.

Wenn Sie das nicht waren, ändern Sie bitte Ihr Passwort und rufen Sie uns sofort an.
