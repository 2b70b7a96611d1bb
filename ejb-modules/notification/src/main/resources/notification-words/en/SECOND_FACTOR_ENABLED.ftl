A second factor was switched on
---
Signing in as you takes a code of an authenticator app from now on. If this was not you, call us at once.
---
Since ${time} signing in as you takes a code of an authenticator app, beside the password.

If this was not you, please change your password and call us at once.
