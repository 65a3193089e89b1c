import type { Catalogue } from '../../../../server-catalogue.ts'

export const vonage: Catalogue = {
  'Vonage refuses the API key or API secret: copy both again from the Vonage dashboard, for the same account.':
    'Vonage lehnt API-Schlüssel oder API-Secret ab: Kopieren Sie beide erneut aus dem Dashboard von Vonage, für dasselbe Konto.',
  'This Vonage account takes signed requests only: ask Vonage support to allow requests with the API secret, or send from another account.':
    'Dieses Konto bei Vonage nimmt nur signierte Anfragen an: Bitten Sie den Support von Vonage, Anfragen mit dem API-Secret zuzulassen, oder senden Sie von einem anderen Konto.',
  'The number does not exist or no network has it: the guest has to correct it.':
    'Die Nummer gibt es nicht, oder kein Netz hat sie: Der Gast muss sie berichtigen.',
  'The phone was off, busy or out of reach: the guest asks for another code.':
    'Das Telefon war aus, besetzt oder nicht erreichbar: Der Gast fordert einen neuen Code an.',
  'The destination country wants sender and text registered first, and they were not: see Vonage’s page on that country.':
    'Das Zielland verlangt, dass Absender und Text vorher registriert werden, und sie waren es nicht: Siehe die Seite von Vonage zu diesem Land.',
  'More is sent than this Vonage account may send: lower sends per second, or ask Vonage for more.':
    'Es wird mehr gesendet, als dieses Konto bei Vonage darf: Senken Sie die Nachrichten pro Sekunde, oder bitten Sie Vonage um mehr.',
  'Vonage misses a field: check that From, API key and API secret are all set.':
    'Vonage vermisst ein Feld: Prüfen Sie, ob „Absender“, API-Schlüssel und API-Secret alle gesetzt sind.',
  'Vonage refuses a value, most often From or the number: check From.':
    'Vonage lehnt einen Wert ab, meist „Absender“ oder die Nummer: Prüfen Sie „Absender“.',
  'Vonage knows no network for this number: the guest has to correct it.':
    'Vonage kennt kein Netz zu dieser Nummer: Der Gast muss sie berichtigen.',
  'The number is on Vonage’s list of barred numbers: the guest uses another number, or email.':
    'Die Nummer steht auf der Sperrliste von Vonage: Der Gast verwendet eine andere Nummer, oder E-Mail.',
  'The Vonage account is suspended: ask Vonage support.':
    'Das Konto bei Vonage ist ausgesetzt: Fragen Sie den Support von Vonage.',
  'The Vonage account has no credit left: top it up, or switch auto-reload on.':
    'Das Konto bei Vonage hat kein Guthaben mehr: Laden Sie es auf, oder schalten Sie das automatische Aufladen ein.',
  'Too many connections to Vonage at once: lower the gateway’s concurrency.':
    'Zu viele Verbindungen zu Vonage auf einmal: Senken Sie die gleichzeitigen Anfragen des Gateways.',
  'This Vonage account may not use the SMS API: have it enabled by Vonage support.':
    'Dieses Konto bei Vonage darf die SMS-API nicht verwenden: Lassen Sie sie vom Support von Vonage freischalten.',
  'The text is too long for Vonage: shorten the template.': 'Der Text ist zu lang für Vonage: Kürzen Sie den Nachrichtentext.',
  'From may not send to this country: North America wants a Vonage number of yours, others a registered name.':
    '„Absender“ darf nicht in dieses Land senden: Nordamerika verlangt eine Ihrer Nummern bei Vonage, andere Länder einen registrierten Namen.',
  'Vonage refuses the network code for this number.': 'Vonage lehnt die Netzkennzahl für diese Nummer ab.',
  'Vonage refuses the callback address: shorten the public URL of Gatehouse.':
    'Vonage lehnt die Callback-Adresse ab: Kürzen Sie die öffentliche URL von Gatehouse.',
  'The Vonage account is in demo mode and sends only to its list of test numbers: top it up.':
    'Das Konto bei Vonage ist im Demomodus und sendet nur an seine Liste von Testnummern: Laden Sie es auf.',
  'The number was given up and receives nothing: the guest uses another number, or email.':
    'Die Nummer wurde aufgegeben und empfängt nichts: Der Gast verwendet eine andere Nummer, oder E-Mail.',
  'It was not delivered, and the network does not say why.': 'Sie wurde nicht zugestellt, und das Netz sagt nicht, warum.',
  'The number is not in use any more: the guest has to correct it.':
    'Die Nummer ist nicht mehr in Gebrauch: Der Gast muss sie berichtigen.',
  'The guest’s network bars such messages: the guest has it lifted, or uses email.':
    'Das Netz des Gastes sperrt solche Nachrichten: Der Gast lässt das aufheben, oder verwendet E-Mail.',
  'The number was moved to another network and could not be found there: the guest asks their network.':
    'Die Nummer ist in ein anderes Netz umgezogen und war dort nicht zu finden: Der Gast fragt bei seinem Mobilfunkanbieter nach.',
  'The network took it for spam: reword the template, and check that the sender is registered.':
    'Das Netz hielt die Nachricht für Spam: Formulieren Sie den Nachrichtentext um, und prüfen Sie, ob der Absender registriert ist.',
  'The network had a fault: the guest asks for another code.':
    'Das Netz hatte eine Störung: Der Gast fordert einen neuen Code an.',
  'The network refuses the message as malformed: check the template for odd characters.':
    'Das Netz lehnt die Nachricht als fehlerhaft ab: Suchen Sie im Nachrichtentext nach ungewöhnlichen Zeichen.',
  'Vonage finds no route to this number: ask Vonage support.':
    'Vonage findet keinen Weg zu dieser Nummer: Fragen Sie den Support von Vonage.',
  'The network does not deliver it to this phone because of the owner’s age.':
    'Das Netz stellt sie diesem Telefon wegen des Alters des Besitzers nicht zu.',
  'The guest’s prepaid card has no credit to receive it: the guest uses email.':
    'Die Prepaid-Karte des Gastes hat kein Guthaben, um sie zu empfangen: Der Gast verwendet E-Mail.',
  'The route to this number has a fault: ask Vonage support if it goes on.':
    'Der Weg zu dieser Nummer hat eine Störung: Fragen Sie den Support von Vonage, wenn das anhält.',
  'As chosen beside the signature secret in the Vonage dashboard. It counts only with a Signature secret.':
    'Wie neben dem Signature secret im Dashboard von Vonage gewählt. Es zählt nur mit einem Signature secret.',
  'A Vonage number of yours, or a sender name of up to 11 letters and digits.':
    'Eine Ihrer Nummern bei Vonage, oder ein Absendername mit bis zu 11 Buchstaben und Ziffern.',
  '8 letters and digits; on the first page of the Vonage dashboard.':
    '8 Buchstaben und Ziffern; auf der ersten Seite des Dashboards von Vonage.',
  'Under API settings. Not the signature secret.': 'Unter API settings. Nicht das Signature secret.',
  'Leave empty for https://rest.nexmo.com. Or a region’s address, or a service that speaks Vonage’s SMS API.':
    'Für https://rest.nexmo.com leer lassen. Oder die Adresse einer Region, oder ein Dienst, der die SMS-API von Vonage spricht.',
  'Under API settings. Only once Vonage support has switched signed webhooks on for the account: unsigned receipts are then refused.':
    'Unter API settings. Erst wenn der Support von Vonage signierte Webhooks für das Konto eingeschaltet hat: Unsignierte Zustellberichte werden dann abgelehnt.',
  'From is a number with its country code and digits only, as in +15551234567, or a name of at most 11 letters and digits.':
    '„Absender“ ist eine Nummer mit Ländervorwahl und nur Ziffern, etwa +15551234567, oder ein Name mit höchstens 11 Buchstaben und Ziffern.',
  'An API key is 8 letters and digits: copy it again from the Vonage dashboard (the application ID is something else).':
    'Ein API-Schlüssel ist 8 Buchstaben und Ziffern: Kopieren Sie ihn erneut aus dem Dashboard von Vonage (die Application ID ist etwas anderes).',
  'The API secret has spaces or line breaks in it: copy it again.':
    'Im API-Secret sind Leerzeichen oder Zeilenumbrüche: Kopieren Sie es erneut.',
  'The Signature secret is the same as the API secret: Vonage gives out two different ones.':
    'Das Signature secret ist dasselbe wie das API-Secret: Vonage gibt zwei verschiedene aus.',
  'Vonage refused the request with HTTP {0}: check the API key, the API secret and the base URL.':
    'Vonage hat die Anfrage mit HTTP {0} abgelehnt: Prüfen Sie den API-Schlüssel, das API-Secret und die Basis-URL.',
  'The credentials are right; the account has {0} EUR left.': 'Die Zugangsdaten stimmen; auf dem Konto sind noch {0} EUR.',
  'Vonage reports {0}, code {1}.': 'Vonage meldet {0}, Code {1}.',
  'Vonage reports {0}, code none.': 'Vonage meldet {0}, ohne Code.',
  'API secret': 'API-Secret',
  'Signature secret': 'Signature secret',
  'Signature method': 'Signaturverfahren',
  'MD5 hash signature': 'MD5-Hash-Signatur',
  'MD5 HMAC signature': 'MD5-HMAC-Signatur',
  'SHA1 HMAC signature': 'SHA1-HMAC-Signatur',
  'SHA-256 HMAC signature': 'SHA-256-HMAC-Signatur',
  'SHA-512 HMAC signature': 'SHA-512-HMAC-Signatur',
  'Vonage’s status {0}: {1} (https://developer.vonage.com/api-errors/sms).':
    'Status {0} von Vonage: {1} (https://developer.vonage.com/api-errors/sms).',
}
