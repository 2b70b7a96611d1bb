Ein Passkey wurde entfernt
---
Einer Ihrer Passkeys wurde entfernt. Wenn Sie das nicht waren, rufen Sie uns sofort an.
---
Am ${time} wurde einer Ihrer Passkeys entfernt. Er öffnet nichts mehr.

Wenn Sie das nicht waren, ändern Sie bitte Ihr Passwort und rufen Sie uns sofort an.
