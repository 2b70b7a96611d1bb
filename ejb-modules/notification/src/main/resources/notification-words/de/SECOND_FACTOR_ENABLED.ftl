Ein zweiter Faktor wurde eingeschaltet
---
Ihre Anmeldung braucht von jetzt an einen Code einer Authenticator-App. Wenn Sie das nicht waren, rufen Sie uns sofort an.
---
Seit ${time} braucht Ihre Anmeldung neben dem Passwort einen Code einer Authenticator-App.

Wenn Sie das nicht waren, ändern Sie bitte Ihr Passwort und rufen Sie uns sofort an.
