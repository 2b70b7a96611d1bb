A passkey was added
---
A passkey was added to your sign-in. If this was not you, call us at once.
---
On ${time} a passkey was added, with which one can sign in as you.

If this was not you, please change your password and call us at once.
