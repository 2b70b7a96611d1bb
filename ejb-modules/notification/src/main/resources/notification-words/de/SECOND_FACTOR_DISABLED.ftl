Ihr zweiter Faktor wurde ausgeschaltet
---
Ihre Anmeldung braucht keinen Code einer Authenticator-App mehr. Wenn Sie das nicht waren, rufen Sie uns sofort an.
---
Seit ${time} braucht Ihre Anmeldung keinen Code einer Authenticator-App mehr.

Wenn Sie das nicht waren, ändern Sie bitte Ihr Passwort und rufen Sie uns sofort an.
