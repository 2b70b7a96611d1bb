Ihr Webhook-Endpunkt wurde abgeschaltet
---
Ein Endpunkt, den Sie für Webhooks angemeldet haben, nimmt keine Aufrufe mehr an und wurde abgeschaltet.
---
Ein Endpunkt, den Sie für Webhooks angemeldet haben, nimmt keine Aufrufe mehr an und wurde am ${time} abgeschaltet.

Bringen Sie ihn in Ordnung und schalten Sie ihn wieder ein; was nicht zugestellt werden konnte, kann dann noch einmal gesendet werden.
