A passkey was suspended
---
There may be a copy of one of your passkeys. It opens nothing any more. If this was not you, call us at once.
---
On ${time} one of your passkeys was used in a way that tells of a copy. It opens nothing any more.

If this was not you, please change your password and call us at once.
