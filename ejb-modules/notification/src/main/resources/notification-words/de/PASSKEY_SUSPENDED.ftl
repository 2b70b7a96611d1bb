Ein Passkey wurde gesperrt
---
Vielleicht gibt es eine Kopie eines Ihrer Passkeys. Er öffnet nichts mehr. Wenn Sie das nicht waren, rufen Sie uns sofort an.
---
Am ${time} wurde einer Ihrer Passkeys so benutzt, als gäbe es eine Kopie. Er öffnet nichts mehr.

Wenn Sie das nicht waren, ändern Sie bitte Ihr Passwort und rufen Sie uns sofort an.
