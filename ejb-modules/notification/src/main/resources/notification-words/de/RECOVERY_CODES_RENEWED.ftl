Ihre Wiederherstellungscodes wurden erneuert
---
Sie haben andere Wiederherstellungscodes; die alten gelten nicht mehr. Wenn Sie das nicht waren, rufen Sie uns sofort an.
---
Am ${time} wurden Ihre Wiederherstellungscodes erneuert. Die alten gelten nicht mehr.

Wenn Sie das nicht waren, ändern Sie bitte Ihr Passwort und rufen Sie uns sofort an.
