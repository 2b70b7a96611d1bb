Choose a new password
---
A link to choose a new password was sent to you by e-mail.
---
Somebody, most likely you, has asked for a new password on ${time}. With this link you choose one; it is good once, until ${linkValidUntil}:

${link}

If you did not ask for it, do nothing: your password stays as it is. Give the link to nobody; we never ask for it.
