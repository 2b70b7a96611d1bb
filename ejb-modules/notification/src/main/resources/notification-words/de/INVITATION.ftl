Ihr Zugang
---
Ein Link, um Ihr Passwort zu wählen, wurde Ihnen per E-Mail geschickt.
---
Für Sie wurde ein Zugang eingerichtet. Mit diesem Link wählen Sie Ihr Passwort; er gilt einmal, bis ${linkValidUntil}:

${link}

Geben Sie den Link niemandem; wir fragen nie danach, und nie nach Ihrem Passwort.
