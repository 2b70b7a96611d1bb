Failed attempts to sign in
---
${count} attempts in a row to sign in as you have failed.
---
${count} attempts in a row to sign in as you have failed, the last one on ${time}.

If this was not you, please call us.
