Identität bestätigt
---
Ihre Identität ist bestätigt.
---
Ihre Identität ist bestätigt, bis zum ${validUntil}.
