Fehlgeschlagene Anmeldungen
---
${count} Anmeldeversuche nacheinander mit Ihrem Namen sind fehlgeschlagen.
---
${count} Anmeldeversuche nacheinander mit Ihrem Namen sind fehlgeschlagen, der letzte am ${time}.

Wenn Sie das nicht waren, rufen Sie uns bitte an.
