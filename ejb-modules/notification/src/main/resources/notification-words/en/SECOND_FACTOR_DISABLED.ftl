Your second factor was switched off
---
Signing in as you takes no code of an authenticator app any more. If this was not you, call us at once.
---
Since ${time} signing in as you takes no code of an authenticator app any more.

If this was not you, please change your password and call us at once.
