Identität nicht bestätigt
---
Wir konnten Ihre Identität nicht bestätigen. Bitte wenden Sie sich an uns.
---
Wir konnten Ihre Identität am ${time} nicht bestätigen.

Bitte wenden Sie sich an uns.
