Your webhook endpoint was disabled
---
An endpoint that you have registered for webhooks does not take calls any more and was disabled.
---
An endpoint that you have registered for webhooks does not take calls any more and was disabled on ${time}.

Put it in order and enable it again; what could not be delivered can be sent again then.
