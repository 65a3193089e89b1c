import type { Catalogue } from '../../../../server-catalogue.ts'

export const sending: Catalogue = {
  'A pattern has at most {0} characters.': 'Ein Muster hat höchstens {0} Zeichen.',
  'This is no regular expression: put a backslash before characters such as . ( [ { ? + * that stand for themselves.':
    'Das ist kein regulärer Ausdruck: Setzen Sie einen umgekehrten Schrägstrich vor Zeichen wie . ( [ { ? + *, die für sich selbst stehen.',
  'Not tried: {0} is left alone. {1}': 'Nicht versucht: {0} ruht vorerst. {1}',
  '{0} needs it: put in the {1}. {2}': '{0} braucht es: Tragen Sie „{1}“ ein. {2}',
  '{0} has no option {1}; it has {2}.': '{0} hat keine Option {1}; es gibt {2}.',
  '{0} has no options: leave it out.': '{0} hat keine Optionen: Lassen Sie sie weg.',
  'Put in the {0}. {1}': 'Tragen Sie „{0}“ ein. {1}',
  '{0} is a number.': '{0} ist eine Zahl.',
  '{0} is true or false.': '{0} ist wahr oder falsch.',
  '{0} is one of {1}.': '{0} ist eines von {1}.',
  '{0} is a text.': '{0} ist ein Text.',
  'The base URL is no http or https address.': 'Die Basis-URL ist keine http- oder https-Adresse.',
  '{0} closed the connection before its answer was complete.':
    '{0} hat die Verbindung beendet, bevor die Antwort vollständig war.',
  '{0} did not answer within {1} s.': '{0} hat nicht innerhalb von {1} s geantwortet.',
  '{0} gave no connection within {1} s.': '{0} hat innerhalb von {1} s keine Verbindung angenommen.',
  '{0} refuses the connection.': '{0} lehnt die Verbindung ab.',
  '{0} is not a name that can be resolved.': '{0} ist kein Name, der sich auflösen lässt.',
  '{0} is where a cloud keeps credentials, and no provider: nothing is sent there.':
    '{0} ist, wo eine Cloud Zugangsdaten bereithält, und kein Anbieter: Dorthin wird nichts gesendet.',
  '{0} cannot be reached.': '{0} ist nicht zu erreichen.',
  '{0} has no valid TLS certificate ({1}).': '{0} hat kein gültiges TLS-Zertifikat ({1}).',
  '{0} gives no connection ({1}).': 'Mit {0} kommt keine Verbindung zustande ({1}).',
  'The address answers with a redirect, which is not followed with a secret: put the final address into the base URL.':
    'Die Adresse antwortet mit einer Weiterleitung; ihr wird mit einem Geheimnis nicht gefolgt: Tragen Sie die endgültige Adresse als Basis-URL ein.',
  '{0} has nothing that could be asked without sending: send a test message.':
    'Ohne zu senden kann man {0} nichts fragen: Senden Sie eine Testnachricht.',
  'The network does not know the number, or it is no longer in use: the guest has to check it.':
    'Das Netz kennt die Nummer nicht, oder sie ist nicht mehr in Gebrauch: Der Gast muss sie prüfen.',
  'The phone is off or out of reach: the guest can ask for the code again.':
    'Das Telefon ist aus oder nicht erreichbar: Der Gast kann den Code erneut anfordern.',
  'The number or the phone cannot receive SMS: the guest needs another number, or email.':
    'Die Nummer oder das Telefon kann keine SMS empfangen: Der Gast braucht eine andere Nummer, oder E-Mail.',
  'The network has barred this subscriber, often for an unpaid bill: the guest needs another number, or email.':
    'Das Netz hat diesen Anschluss gesperrt, oft wegen einer unbezahlten Rechnung: Der Gast braucht eine andere Nummer, oder E-Mail.',
  'The network had a fault of its own: if it happens often, ask the provider.':
    'Das Netz hatte selbst eine Störung: Wenn das oft vorkommt, fragen Sie den Anbieter.',
  'The phone is in a network abroad that does not take messages for it.':
    'Das Telefon ist in einem ausländischen Netz, das keine Nachrichten dafür annimmt.',
  'The phone was busy with another message: the guest can ask for the code again.':
    'Das Telefon war mit einer anderen Nachricht beschäftigt: Der Gast kann den Code erneut anfordern.',
  'The phone did not take the message, perhaps because its memory is full: the guest can ask again.':
    'Das Telefon hat die Nachricht nicht angenommen, vielleicht weil sein Speicher voll ist: Der Gast kann es erneut versuchen.',
  'Too many messages wait for this phone: the guest can ask for the code again.':
    'Zu viele Nachrichten warten auf dieses Telefon: Der Gast kann den Code erneut anfordern.',
  'The network is congested: the guest can ask for the code again.':
    'Das Netz ist überlastet: Der Gast kann den Code erneut anfordern.',
  '{0} answered {1}: it may have taken the message all the same.':
    '{0} hat mit {1} geantwortet: Die Nachricht kann trotzdem angenommen worden sein.',
  '{0} answered without saying that it has the message: see its own log of messages.':
    '{0} hat geantwortet, ohne zu sagen, dass die Nachricht angenommen ist: Sehen Sie im dortigen Nachrichtenprotokoll nach.',
  'The base URL is an http or https address, as in {0}; leave it empty for the provider’s own.':
    'Die Basis-URL ist eine http- oder https-Adresse, etwa {0}; lassen Sie sie für die des Anbieters leer.',
  'Only the address goes here: no name or password, no ? and no #.':
    'Hierhin gehört nur die Adresse: ohne Namen und Passwort, ohne ? und ohne #.',
  'A sender name cannot reach +1 numbers (USA, Canada, Caribbean); guests cannot reply STOP to it; many countries want it registered first.':
    'Ein Absendername erreicht keine Nummern mit +1 (USA, Kanada, Karibik); Gäste können ihm nicht mit STOP antworten; viele Länder verlangen, dass er vorher registriert wird.',
  'The base URL is not encrypted: the credentials and the codes can be read on the way. Use https.':
    'Die Basis-URL ist nicht verschlüsselt: Zugangsdaten und Codes können unterwegs gelesen werden. Verwenden Sie https.',
  'Write the number with a plus, the country code and digits only, as in +15551234567; a short code has 3 to 8 digits.':
    'Schreiben Sie die Nummer mit Plus, Ländervorwahl und nur mit Ziffern, etwa +15551234567; eine Kurzwahlnummer hat 3 bis 8 Ziffern.',
  'A sender name has at most 11 characters: letters, digits, spaces and & + - . _, and at least one letter.':
    'Ein Absendername hat höchstens 11 Zeichen: Buchstaben, Ziffern, Leerzeichen und & + - . _, und mindestens einen Buchstaben.',
  '{0} answered {1}: try again in a moment.': '{0} hat mit {1} geantwortet: Versuchen Sie es gleich noch einmal.',
  'The plan asks for validation by SMS but has no enabled SMS gateway: attach one, or enable one that is attached.':
    'Der Nutzungsplan verlangt eine Validierung per SMS, hat aber kein aktiviertes SMS-Gateway: Ordnen Sie ihm eines zu oder aktivieren Sie eines.',
  'The plan asks for validation by email but no mail server is enabled: add or enable one.':
    'Der Nutzungsplan verlangt eine Validierung per E-Mail, aber kein Mailserver ist aktiviert: Legen Sie einen an oder aktivieren Sie einen.',
  'The phone is off or out of reach: the guest can ask for another code.':
    'Das Telefon ist aus oder nicht erreichbar: Der Gast kann einen neuen Code anfordern.',
  'The API key has spaces or line breaks in it: copy it again.':
    'Im API-Schlüssel sind Leerzeichen oder Zeilenumbrüche: Kopieren Sie ihn erneut.',
  'The number does not exist or is not written as +countrycode and number: the guest has to correct it.':
    'Die Nummer gibt es nicht, oder sie ist nicht mit + und Ländervorwahl geschrieben: Der Gast muss sie berichtigen.',
  'The guest once replied STOP to this sender: only a text START from that phone lifts it.':
    'Der Gast hat diesem Absender einmal mit STOP geantwortet: Nur eine Nachricht START von diesem Telefon hebt das auf.',
  'The number does not exist or cannot receive SMS: the guest has to correct it.':
    'Die Nummer gibt es nicht, oder sie kann keine SMS empfangen: Der Gast muss sie berichtigen.',
  'The credentials are right.': 'Die Zugangsdaten stimmen.',
  'The number does not exist or is no mobile number: the guest has to correct it.':
    'Die Nummer gibt es nicht, oder sie ist keine Mobilnummer: Der Gast muss sie berichtigen.',
  'The guest told this sender to stop: a START from that phone lifts it.':
    'Der Gast hat diesem Absender STOP gesagt: Ein START von diesem Telefon hebt es auf.',
  'It was taken for spam: check the sender’s registration, then the wording of the template.':
    'Die Nachricht wurde für Spam gehalten: Prüfen Sie die Registrierung des Absenders, dann den Wortlaut des Nachrichtentexts.',
  'The guest’s plan does not take such messages: the guest asks their network, or uses email.':
    'Der Tarif des Gastes nimmt solche Nachrichten nicht an: Der Gast fragt bei seinem Mobilfunkanbieter nach oder verwendet E-Mail.',
  'The guest’s network refuses the message and does not say why.':
    'Das Netz des Gastes lehnt die Nachricht ab und sagt nicht, warum.',
  'The number is a landline or cannot receive SMS: the guest needs a mobile number, or email.':
    'Die Nummer ist ein Festnetzanschluss oder kann keine SMS empfangen: Der Gast braucht eine Mobilnummer, oder E-Mail.',
  'There is no enabled SMS gateway for this message; attach one that serves the country to the plan or portal.':
    'Für diese Nachricht gibt es kein aktiviertes SMS-Gateway: Ordnen Sie dem Nutzungsplan oder Portal eines zu, das das Land bedient.',
  'There is no enabled mail server for this message; add one.':
    'Für diese Nachricht gibt es keinen aktivierten Mailserver: Legen Sie einen an.',
  'Not sent: the guest once replied STOP to this sender. Only a text START from that phone lifts it.':
    'Nicht gesendet: Der Gast hat diesem Absender einmal mit STOP geantwortet. Nur eine Nachricht START von diesem Telefon hebt das auf.',
  'Not sent: mail to this address came back before. Delete the suppression if the address is good again.':
    'Nicht gesendet: E-Mails an diese Adresse kamen schon einmal zurück. Löschen Sie die Empfängersperre, wenn die Adresse wieder gültig ist.',
  'Not sent: the gateway has reached its daily or monthly spend limit. Raise it, or add another gateway.':
    'Nicht gesendet: Das Gateway hat seine Ausgabengrenze für den Tag oder Monat erreicht. Erhöhen Sie sie, oder fügen Sie ein weiteres Gateway hinzu.',
  'Not sent yet: the gateway is at its limit of messages per second.':
    'Noch nicht gesendet: Das Gateway ist an seiner Grenze von Nachrichten pro Sekunde.',
  'Not sent: the code was no longer needed.': 'Nicht gesendet: Der Code wurde nicht mehr gebraucht.',
  'Not sent: the code would have expired before it was read.':
    'Nicht gesendet: Der Code wäre abgelaufen, bevor ihn jemand gelesen hätte.',
  'The provider was asked and does not have the message: it is sent again.':
    'Der Anbieter wurde gefragt und hat die Nachricht nicht: Sie wird noch einmal gesendet.',
  'The provider could not say whether it has the message; it is not sent again, since it may have been.':
    'Der Anbieter konnte nicht sagen, ob er die Nachricht hat; sie wird nicht noch einmal gesendet, da sie gesendet worden sein kann.',
  'This version of Gatehouse has no provider "{0}".': 'Diese Version von Gatehouse hat keinen Anbieter „{0}“.',
  'The carrier of this message is gone.': 'Den Mobilfunkanbieter dieser Nachricht gibt es nicht mehr.',
  'This version of Gatehouse has no provider "{0}": nothing is sent through this gateway.':
    'Diese Version von Gatehouse hat keinen Anbieter „{0}“: Durch dieses Gateway wird nichts gesendet.',
  'The stored auth_token was encrypted with another GATEHOUSE_SECRET_KEY: put it in again.':
    'Das gespeicherte Geheimnis (auth_token) wurde mit einem anderen GATEHOUSE_SECRET_KEY verschlüsselt: Tragen Sie es erneut ein.',
  'The stored callback_secret was encrypted with another GATEHOUSE_SECRET_KEY: put it in again.':
    'Das gespeicherte Callback-Geheimnis (callback_secret) wurde mit einem anderen GATEHOUSE_SECRET_KEY verschlüsselt: Tragen Sie es erneut ein.',
  'There is no auth_token, so nothing can be sent through this gateway: put one in.':
    'Es gibt kein Geheimnis (auth_token), durch dieses Gateway lässt sich also nichts senden: Tragen Sie eines ein.',
  'There is a spend limit but no price, so nothing counts against it: put in sms_prices, at least one for the country *.':
    'Es gibt eine Ausgabengrenze, aber keinen Preis, also zählt nichts dagegen: Tragen Sie Preise ein, mindestens einen für das Land *.',
  'This version of Gatehouse has no such provider.': 'Diese Version von Gatehouse hat keinen solchen Anbieter.',
  'There is nothing to check: its messages are on the page /simulator.':
    'Es gibt nichts zu prüfen: Seine Nachrichten stehen auf der Seite /simulator.',
  '{0} has taken the message. That is not yet the phone: look at it, and at the message’s events, where receipts show.':
    '{0} hat die Nachricht angenommen. Auf dem Telefon ist sie damit noch nicht: Sehen Sie dort nach, und in den Ereignissen der Nachricht, wo Zustellberichte stehen.',
  '{0} asks to wait for {1} s: {2}': '{0} bittet, {1} s zu warten: {2}',
  '{0} asks to wait: {1}': '{0} bittet zu warten: {1}',
  '{0} could not be reached, nothing was sent: {1}': '{0} war nicht zu erreichen, es wurde nichts gesendet: {1}',
  'It is not known whether {0} has taken the message: {1} It is being asked; see the message’s status.':
    'Es ist nicht bekannt, ob {0} die Nachricht angenommen hat: {1} Es wird nachgefragt; sehen Sie den Status der Nachricht an.',
  From: 'Absender',
  'Auth Token': 'Auth Token',
  'Base URL': 'Basis-URL',
  'API token': 'API-Token',
  Sender: 'Absender',
  'API username': 'API-Benutzername',
  Username: 'Benutzername',
  Password: 'Passwort',
  Method: 'Methode',
}
