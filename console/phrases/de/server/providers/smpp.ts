import type { Catalogue } from '../../../../server-catalogue.ts'

export const smpp: Catalogue = {
  'A number (+15551234567), a short code, or a name of up to 11 characters that the operator of the SMSC lets you use.':
    'Eine Nummer (+15551234567), eine Kurzwahlnummer oder ein Name mit bis zu 11 Zeichen, die der Betreiber des SMSC Sie verwenden lässt.',
  'The user name of the account.': 'Der Benutzername des Kontos.',
  'Beside the System ID.': 'Neben der System ID.',
  'The SMSC’s host and port: smpp://smsc.example.com:2775, or smpps://smsc.example.com:3550 with TLS.':
    'Host und Port des SMSC: smpp://smsc.example.com:2775, oder smpps://smsc.example.com:3550 mit TLS.',
  'The System type has at most {0} characters: leave it empty if you were given none.':
    'Der System type hat höchstens {0} Zeichen: Lassen Sie ihn leer, wenn Sie keinen bekommen haben.',
  'A name has at most 11 characters: plain letters, digits and signs, and at least one letter.':
    'Ein Name hat höchstens 11 Zeichen: einfache Buchstaben, Ziffern und Zeichen, und mindestens einen Buchstaben.',
  'The {0} has spaces around it, a line break or a letter in it that SMPP cannot carry: copy it again.':
    '„{0}“ hat Leerzeichen am Rand, einen Zeilenumbruch oder einen Buchstaben, den SMPP nicht übertragen kann: Kopieren Sie es erneut.',
  'Write the address as smpp://smsc.example.com:2775, or with TLS as smpps://smsc.example.com:3550.':
    'Schreiben Sie die Adresse als smpp://smsc.example.com:2775, oder mit TLS als smpps://smsc.example.com:3550.',
  'Only host and port go here: the System ID and Password have fields of their own.':
    'Hierhin gehören nur Host und Port: System ID und Passwort haben eigene Felder.',
  'Put in a whole number from {0} to {1}.': 'Tragen Sie eine ganze Zahl von {0} bis {1} ein.',
  'This is a private key: put in the certificate, and keep the key where it belongs.':
    'Das ist ein privater Schlüssel: Tragen Sie das Zertifikat ein, und lassen Sie den Schlüssel, wo er hingehört.',
  'This is no certificate: it begins with -----BEGIN CERTIFICATE-----.':
    'Das ist kein Zertifikat: Es beginnt mit -----BEGIN CERTIFICATE-----.',
  'The connection is not encrypted: password and codes can be read on the way. Use smpps:// or a VPN if the operator has one.':
    'Die Verbindung ist nicht verschlüsselt: Passwort und Codes können unterwegs gelesen werden. Verwenden Sie smpps:// oder ein VPN, wenn der Betreiber eines hat.',
  'The CA certificate is not used: the address begins with smpp://, and only smpps:// is encrypted.':
    'Das CA-Zertifikat wird nicht verwendet: Die Adresse beginnt mit smpp://, und nur smpps:// ist verschlüsselt.',
  'SMPP 3.4 has room for {0} characters of System ID and {1} of Password: not every SMSC takes more.':
    'SMPP 3.4 hat Platz für {0} Zeichen System ID und {1} Zeichen Passwort: Nicht jedes SMSC nimmt mehr an.',
  'No receipts are asked for: texts stay at accepted, and nobody learns which ones arrived.':
    'Es werden keine Zustellberichte angefordert: Nachrichten bleiben auf „angenommen“, und niemand erfährt, welche angekommen sind.',
  'Guests cannot reply STOP to a name, and some countries refuse names or want them registered first.':
    'Einem Namen können Gäste nicht mit STOP antworten, und manche Länder lehnen Namen ab oder verlangen, dass sie vorher registriert werden.',
  'The connection to the SMSC is being ended.': 'Die Verbindung zum SMSC wird gerade beendet.',
  'The SMSC ends the connection again and again: {0}.': 'Das SMSC beendet die Verbindung immer wieder: {0}.',
  'it was not bound': 'sie wurde nicht gebunden',
  '{0} closes the connection at once.': '{0} schließt die Verbindung sofort.',
  '{0} has no TLS certificate that can be trusted, or speaks no TLS ({1}).':
    '{0} hat kein TLS-Zertifikat, dem vertraut werden kann, oder spricht kein TLS ({1}).',
  'it broke ({0})': 'sie brach ab ({0})',
  'it was closed by the SMSC': 'sie wurde vom SMSC geschlossen',
  'The connection to the SMSC has just been lost.': 'Die Verbindung zum SMSC ist gerade verloren gegangen.',
  'The SMSC did not answer within {0} s.': 'Das SMSC hat nicht innerhalb von {0} s geantwortet.',
  'it was ended by Gatehouse': 'sie wurde von Gatehouse beendet',
  'The connection ended before the SMSC had answered: {0}.': 'Die Verbindung endete, bevor das SMSC geantwortet hatte: {0}.',
  'it gave no answer to enquire_link': 'auf enquire_link kam keine Antwort',
  'it carried what is not SMPP': 'darüber kam etwas, das kein SMPP ist',
  'it was unbound by the SMSC': 'das SMSC hat ein unbind gesendet',
  'The phone was off or out of reach until the code was dead: the guest can ask for another.':
    'Das Telefon war aus oder nicht erreichbar, bis der Code ungültig war: Der Gast kann einen neuen anfordern.',
  'The network could not deliver the text: the number may not exist or take no texts.':
    'Das Netz konnte die Nachricht nicht zustellen: Vielleicht gibt es die Nummer nicht, oder sie nimmt keine SMS an.',
  'The network refused the text: ask the operator of the SMSC what its error code means.':
    'Das Netz hat die Nachricht abgelehnt: Fragen Sie den Betreiber des SMSC, was der Fehlercode bedeutet.',
  'The SMSC dropped the text before it was delivered: ask its operator why.':
    'Das SMSC hat die Nachricht vor der Zustellung verworfen: Fragen Sie seinen Betreiber, warum.',
  '{0} ({1} of {2} parts delivered)': '{0} ({1} von {2} Teilen zugestellt)',
  'it is not bound, says the SMSC': 'sie ist laut SMSC nicht gebunden',
  'The SMSC took {0} of the text’s {1} parts and not the rest; it is not sent again. {2}':
    'Das SMSC hat {0} der {1} Teile der Nachricht angenommen und den Rest nicht; sie wird nicht noch einmal gesendet. {2}',
  'The SMSC has taken the System ID and Password, and the connection stands.':
    'Das SMSC hat System ID und Passwort angenommen, und die Verbindung steht.',
  'The SMSC answers too slowly: too many texts wait for it. A larger window may help, if its operator allows one.':
    'Das SMSC antwortet zu langsam: Zu viele Nachrichten warten darauf. Ein größeres Fenster kann helfen, wenn der Betreiber eines erlaubt.',
  'Only if the operator of the SMSC gave you one, as in VMA or SMPP.':
    'Nur, wenn der Betreiber des SMSC Ihnen einen gegeben hat, etwa VMA oder SMPP.',
  'How many texts may wait for the SMSC’s answer at once. Ask its operator how many are allowed.':
    'Wie viele Nachrichten gleichzeitig auf die Antwort des SMSC warten dürfen. Fragen Sie den Betreiber, wie viele erlaubt sind.',
  'Enquire link (s)': 'Enquire link (s)',
  'After so many seconds of silence the connection is tested; less than the SMSC’s own limit.':
    'Nach so vielen Sekunden Stille wird die Verbindung geprüft; weniger als die Grenze des SMSC.',
  'How a text without emoji or foreign scripts is written. If @, ä or [ arrive wrong, choose another.':
    'Wie ein Text ohne Emoji oder fremde Schriften geschrieben wird. Kommen @, ä oder [ falsch an, wählen Sie etwas anderes.',
  'How a text of more than one segment is handed over. If it arrives in pieces or is refused, choose another.':
    'Wie ein Text mit mehr als einem Segment übergeben wird. Kommt er in Stücken an oder wird abgelehnt, wählen Sie etwas anderes.',
  'Off: every text stays at accepted.': 'Aus: Jede Nachricht bleibt auf „angenommen“.',
  'If no receipt ever finds its text, the SMSC writes its ids in two ways: choose the one it has.':
    'Findet nie ein Zustellbericht seine Nachricht, schreibt das SMSC seine IDs auf zwei Arten: Wählen Sie die zutreffende.',
  'How the SMSC is told when a code is dead. If it refuses with ESME_RINVEXPIRY, choose another.':
    'Wie dem SMSC gesagt wird, wann ein Code ungültig ist. Lehnt es mit ESME_RINVEXPIRY ab, wählen Sie etwas anderes.',
  'Type of number, 0 to 6. Empty: 1 for a number, 3 for a short code, 5 for a name.':
    'Nummerntyp, 0 bis 6. Leer: 1 für eine Nummer, 3 für eine Kurzwahlnummer, 5 für einen Namen.',
  'Numbering plan, 0 to 18. Empty: 1 for a number, else 0.': 'Nummerierungsplan, 0 bis 18. Leer: 1 für eine Nummer, sonst 0.',
  'Type of number, 0 to 6. Empty: 1.': 'Nummerntyp, 0 bis 6. Leer: 1.',
  'Numbering plan, 0 to 18. Empty: 1.': 'Nummerierungsplan, 0 bis 18. Leer: 1.',
  'For smpps:// to an SMSC whose certificate no public authority signed: the PEM that signed it.':
    'Für smpps:// zu einem SMSC, dessen Zertifikat keine öffentliche Stelle signiert hat: das PEM, das es signiert hat.',
  'The SMSC refuses the System ID or the Password: copy both again from what its operator gave you.':
    'Das SMSC lehnt System ID oder Passwort ab: Kopieren Sie beide erneut aus den Angaben des Betreibers.',
  'The SMSC does not let this account send from this sender: ask the operator of the SMSC which one it may use, and put it into From.':
    'Das SMSC lässt dieses Konto nicht von diesem Absender senden: Fragen Sie den Betreiber des SMSC, welchen es verwenden darf, und tragen Sie ihn unter „Absender“ ein.',
  'The SMSC refuses the sender’s type or plan of number: ask the operator of the SMSC for the TON and NPI and set the sender’s options.':
    'Das SMSC lehnt Typ oder Plan der Nummer des Absenders ab: Fragen Sie den Betreiber des SMSC nach TON und NPI, und setzen Sie die Optionen des Absenders.',
  'The SMSC takes the number for none that it can reach: the guest has to correct it.':
    'Für das SMSC ist das keine Nummer, die es erreichen kann: Der Gast muss sie berichtigen.',
  'The SMSC refuses the recipient’s type or plan of number: ask the operator of the SMSC for the TON and NPI and set the recipient’s options.':
    'Das SMSC lehnt Typ oder Plan der Nummer des Empfängers ab: Fragen Sie den Betreiber des SMSC nach TON und NPI, und setzen Sie die Optionen des Empfängers.',
  'More is sent than the SMSC takes from this account: lower the gateway’s sends per second, or ask the operator of the SMSC for more.':
    'Es wird mehr gesendet, als das SMSC von diesem Konto annimmt: Senken Sie die Nachrichten pro Sekunde des Gateways, oder bitten Sie den Betreiber des SMSC um mehr.',
  'The SMSC does not take texts in this form: choose another setting for long texts.':
    'Das SMSC nimmt Nachrichten in dieser Form nicht an: Wählen Sie eine andere Einstellung für lange Texte.',
  'The SMSC does not take the request as Gatehouse makes it: ask the operator of the SMSC which settings it wants.':
    'Das SMSC nimmt die Anfrage nicht an, wie Gatehouse sie stellt: Fragen Sie den Betreiber des SMSC, welche Einstellungen es verlangt.',
  'The SMSC has a fault of its own at the moment and did not take the text.':
    'Das SMSC hat zurzeit selbst eine Störung und hat die Nachricht nicht angenommen.',
  'The SMSC finds the text too long: shorten the template, or choose another setting for long texts.':
    'Das SMSC findet den Text zu lang: Kürzen Sie den Nachrichtentext, oder wählen Sie eine andere Einstellung für lange Texte.',
  'The SMSC does not know the command: ask the operator of the SMSC whether it takes bind_transceiver of SMPP 3.4.':
    'Das SMSC kennt den Befehl nicht: Fragen Sie den Betreiber des SMSC, ob es bind_transceiver von SMPP 3.4 annimmt.',
  'The SMSC takes the connection for not bound: Gatehouse connects again.':
    'Für das SMSC ist die Verbindung nicht gebunden: Gatehouse verbindet sich neu.',
  'This System ID is in use on another connection already: end that one, or ask the operator of the SMSC for more connections.':
    'Diese System ID ist schon in einer anderen Verbindung in Gebrauch: Beenden Sie jene, oder bitten Sie den Betreiber des SMSC um mehr Verbindungen.',
  'The SMSC gives no receipts to this account: switch off “Ask for receipts”.':
    'Das SMSC gibt diesem Konto keine Zustellberichte: Schalten Sie „Zustellberichte anfordern“ aus.',
  'The SMSC refuses the connection: check System ID, Password and System type, and ask the operator of the SMSC whether it knows this server’s address.':
    'Das SMSC lehnt die Verbindung ab: Prüfen Sie System ID, Passwort und System type, und fragen Sie den Betreiber des SMSC, ob es die Adresse dieses Servers kennt.',
  'The SMSC refuses the System type: ask the operator of the SMSC which one this account has.':
    'Das SMSC lehnt den System type ab: Fragen Sie den Betreiber des SMSC, welchen dieses Konto hat.',
  'The SMSC cannot send this text and does not say why: ask the operator of the SMSC whether it serves this country.':
    'Das SMSC kann diese Nachricht nicht senden und sagt nicht, warum: Fragen Sie den Betreiber des SMSC, ob es dieses Land bedient.',
  'The SMSC refuses the validity period: choose another form of it, or none.':
    'Das SMSC lehnt die Gültigkeitsdauer ab: Wählen Sie eine andere Form dafür, oder keine.',
  'The network refuses the text: ask the operator of the SMSC why.':
    'Das Netz lehnt die Nachricht ab: Fragen Sie den Betreiber des SMSC, warum.',
  'The SMSC does not take this data coding: choose another setting for plain texts.':
    'Das SMSC nimmt dieses Data Coding nicht an: Wählen Sie eine andere Einstellung für einfache Texte.',
  'The SMSC refuses with its own code {0}: ask the operator of the SMSC what it means.':
    'Das SMSC lehnt mit seinem eigenen Code {0} ab: Fragen Sie den Betreiber des SMSC, was er bedeutet.',
  'System ID': 'System ID',
  Address: 'Adresse',
  'System type': 'System type',
  Window: 'Fenster',
  'Plain texts as': 'Einfache Texte als',
  'Long texts as': 'Lange Texte als',
  'Ask for receipts': 'Zustellberichte anfordern',
  'Message ids': 'Nachrichten-IDs',
  'Validity period': 'Gültigkeitsdauer',
  'Sender TON': 'TON des Absenders',
  'Sender NPI': 'NPI des Absenders',
  'Recipient TON': 'TON des Empfängers',
  'Recipient NPI': 'NPI des Empfängers',
  'CA certificate': 'CA-Zertifikat',
  'GSM alphabet, data coding 0': 'GSM-Alphabet, Data Coding 0',
  'Latin-1, data coding 3': 'Latin-1, Data Coding 3',
  'Latin-1, data coding 0': 'Latin-1, Data Coding 0',
  'Parts with a user data header': 'Teile mit User Data Header',
  'Parts with the sar_ parameters': 'Teile mit den sar_-Parametern',
  'Whole, as message_payload': 'Ganz, als message_payload',
  'The same in answers and receipts': 'Gleich in Antworten und Zustellberichten',
  'Hexadecimal in answers, decimal in receipts': 'Hexadezimal in Antworten, dezimal in Zustellberichten',
  'Decimal in answers, hexadecimal in receipts': 'Dezimal in Antworten, hexadezimal in Zustellberichten',
  'As a length of time': 'Als Zeitspanne',
  'As a date and time': 'Als Datum und Uhrzeit',
  'Not at all': 'Gar nicht',
}
