A passkey was removed
---
One of your passkeys was removed. If this was not you, call us at once.
---
On ${time} one of your passkeys was removed. It opens nothing any more.

If this was not you, please change your password and call us at once.
