A recovery code was used
---
One of your recovery codes was used. If this was not you, call us at once.
---
On ${time} one of your recovery codes was used. It is good no more.

If this was not you, please change your password and call us at once.
