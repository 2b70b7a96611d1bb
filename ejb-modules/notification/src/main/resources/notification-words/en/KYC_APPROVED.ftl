Identity confirmed
---
Your identity is confirmed.
---
Your identity is confirmed, until ${validUntil}.
