Ein Wiederherstellungscode wurde benutzt
---
Einer Ihrer Wiederherstellungscodes wurde benutzt. Wenn Sie das nicht waren, rufen Sie uns sofort an.
---
Am ${time} wurde einer Ihrer Wiederherstellungscodes benutzt. Er gilt nicht mehr.

Wenn Sie das nicht waren, ändern Sie bitte Ihr Passwort und rufen Sie uns sofort an.
