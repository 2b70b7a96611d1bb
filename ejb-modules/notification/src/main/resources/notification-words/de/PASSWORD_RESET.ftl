Neues Passwort wählen
---
Ein Link, um ein neues Passwort zu wählen, wurde Ihnen per E-Mail geschickt.
---
Jemand, wahrscheinlich Sie selbst, hat am ${time} um ein neues Passwort gebeten. Mit diesem Link wählen Sie eines; er gilt einmal, bis ${linkValidUntil}:

${link}

Wenn Sie das nicht waren, tun Sie nichts: Ihr Passwort bleibt, wie es ist. Geben Sie den Link niemandem; wir fragen nie danach.
