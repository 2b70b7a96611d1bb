Your recovery codes were renewed
---
You have other recovery codes; the old ones are good no more. If this was not you, call us at once.
---
On ${time} your recovery codes were renewed. The old ones are good no more.

If this was not you, please change your password and call us at once.
