Identity not confirmed
---
We could not confirm your identity. Please contact us.
---
We could not confirm your identity on ${time}.

Please contact us.
