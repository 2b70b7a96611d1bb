Your password was changed
---
Your password was changed. If this was not you, call us at once.
---
Your password was changed on ${time}.

If this was not you, please call us at once. We never ask for your password.
