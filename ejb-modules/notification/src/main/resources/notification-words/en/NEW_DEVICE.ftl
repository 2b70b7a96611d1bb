Sign-in from a new device
---
Somebody has signed in as you from a new device. If this was not you, call us at once.
---
Somebody has signed in as you from a device that we have not seen before, on ${time}.

If this was not you, please change your password and call us at once.
