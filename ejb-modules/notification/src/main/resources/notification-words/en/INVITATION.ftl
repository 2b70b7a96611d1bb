Your access
---
A link to choose your password was sent to you by e-mail.
---
You have been given access. With this link you choose your password; it is good once, until ${linkValidUntil}:

${link}

Give the link to nobody; we never ask for it, nor for your password.
