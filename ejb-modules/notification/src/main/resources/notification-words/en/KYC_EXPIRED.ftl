Identity to be confirmed again
---
Your identity must be confirmed again. Please contact us.
---
The confirmation of your identity has ended on ${time}.

Please contact us, so that we can confirm it again.
