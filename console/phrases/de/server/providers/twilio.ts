import type { Catalogue } from '../../../../server-catalogue.ts'

export const twilio: Catalogue = {
  'Twilio refuses the Account SID or Auth Token: copy both again from the Twilio console, for the same account.':
    'Twilio lehnt Account SID oder Auth Token ab: Kopieren Sie beide erneut aus der Konsole von Twilio, für dasselbe Konto.',
  'The Twilio account is suspended, closed or not active yet: open the Twilio console and see what it asks for.':
    'Das Konto bei Twilio ist ausgesetzt, geschlossen oder noch nicht aktiv: Sehen Sie in der Konsole von Twilio nach, was verlangt wird.',
  'The From value is not a sender of this Twilio account that can send SMS: use one of its numbers, or the SID of a Messaging Service (MG…).':
    '„Absender“ ist kein Absender dieses Kontos bei Twilio, der SMS senden kann: Verwenden Sie eine seiner Nummern, oder die SID eines Messaging Service (MG…).',
  'The Messaging Service in From does not exist in this account or is not usable: check the MG… SID.':
    'Den Messaging Service unter „Absender“ gibt es in diesem Konto nicht, oder er ist nicht verwendbar: Prüfen Sie seine SID (MG…).',
  'The Messaging Service in From has no sender for this destination: add a number to its sender pool.':
    'Der Messaging Service unter „Absender“ hat keinen Absender für dieses Ziel: Fügen Sie seinem Sender Pool eine Nummer hinzu.',
  'This is a Twilio trial account and has used up its messages: upgrade it in the Twilio console.':
    'Das ist ein Testkonto bei Twilio, und seine Nachrichten sind verbraucht: Stufen Sie es in der Konsole von Twilio hoch.',
  'Twilio refuses the text of the message: shorten or reword the template.':
    'Twilio lehnt den Text der Nachricht ab: Kürzen Sie den Nachrichtentext, oder formulieren Sie ihn um.',
  'More is sent than this sender may send: add numbers to a Messaging Service, or ask Twilio for more throughput.':
    'Es wird mehr gesendet, als dieser Absender senden darf: Fügen Sie einem Messaging Service Nummern hinzu, oder bitten Sie Twilio um mehr Durchsatz.',
  'The sender is not registered for traffic to US numbers (A2P 10DLC): register a brand and campaign in the Twilio console.':
    'Der Absender ist nicht für Verkehr an US-Nummern registriert (A2P 10DLC): Registrieren Sie in der Konsole von Twilio eine Marke und eine Kampagne.',
  'The destination country wants this sender ID registered first: register it with Twilio, or send from a number.':
    'Das Zielland verlangt, dass diese Absenderkennung vorher registriert wird: Registrieren Sie sie bei Twilio, oder senden Sie von einer Nummer.',
  'Twilio takes this for SMS pumping fraud and blocks the number for a while: wait, and look at who asks for codes.':
    'Twilio hält das für SMS-Pumping-Betrug und sperrt die Nummer eine Weile: Warten Sie, und sehen Sie nach, wer Codes anfordert.',
  'These Twilio credentials may not send messages: use the Auth Token of the account itself.':
    'Diese Zugangsdaten bei Twilio dürfen keine Nachrichten senden: Verwenden Sie das Auth Token des Kontos selbst.',
  'These are Twilio test credentials, which never send: put in the live Account SID and Auth Token.':
    'Das sind Test-Zugangsdaten von Twilio, die nie senden: Tragen Sie Account SID und Auth Token des echten Betriebs ein.',
  'Twilio does not know this address: check the Account SID and the base URL.':
    'Twilio kennt diese Adresse nicht: Prüfen Sie die Account SID und die Basis-URL.',
  'To and From are the same number: a guest cannot prove the number this gateway sends from.':
    'Empfänger und Absender sind dieselbe Nummer: Ein Gast kann nicht die Nummer bestätigen, von der dieses Gateway sendet.',
  'A trial account cannot send from a name: use its number, or upgrade the account.':
    'Ein Testkonto kann nicht von einem Namen senden: Verwenden Sie seine Nummer, oder stufen Sie das Konto hoch.',
  'Sending to this country is switched off: allow it in the Twilio console under Messaging, Settings, Geo permissions.':
    'Das Senden in dieses Land ist abgeschaltet: Erlauben Sie es in der Konsole von Twilio unter Messaging, Settings, Geo permissions.',
  'A trial account sends only to numbers verified in the Twilio console: upgrade it and complete its compliance profile.':
    'Ein Testkonto sendet nur an Nummern, die in der Konsole von Twilio verifiziert sind: Stufen Sie es hoch, und vervollständigen Sie sein Compliance-Profil.',
  'Twilio cannot call the public URL back: set GATEHOUSE_PUBLIC_URL to an address on the internet, without underscores.':
    'Twilio kann die öffentliche URL nicht aufrufen: Setzen Sie GATEHOUSE_PUBLIC_URL auf eine Adresse im Internet, ohne Unterstriche.',
  'The toll-free number is not verified: submit it for verification in the Twilio console.':
    'Die gebührenfreie Nummer ist nicht verifiziert: Reichen Sie sie in der Konsole von Twilio zur Verifizierung ein.',
  'The A2P 10DLC campaign of this sender is suspended: see the Twilio console.':
    'Die A2P-10DLC-Kampagne dieses Absenders ist ausgesetzt: Sehen Sie in der Konsole von Twilio nach.',
  'The number is still being registered for US traffic (A2P 10DLC): wait, it can take days.':
    'Die Nummer wird noch für US-Verkehr registriert (A2P 10DLC): Warten Sie, das kann Tage dauern.',
  'Sending is switched off for this account or sender: ask Twilio support.':
    'Das Senden ist für dieses Konto oder diesen Absender abgeschaltet: Fragen Sie den Support von Twilio.',
  'The sender ID is too general or not yours to use: choose the name of your business.':
    'Die Absenderkennung ist zu allgemein, oder Sie dürfen sie nicht verwenden: Wählen Sie den Namen Ihres Unternehmens.',
  'A trial account sends only short texts: upgrade it in the Twilio console.':
    'Ein Testkonto sendet nur kurze Texte: Stufen Sie es in der Konsole von Twilio hoch.',
  'The number is a premium-rate or service number: the guest needs a mobile number, or email.':
    'Die Nummer ist eine Mehrwert- oder Servicenummer: Der Gast braucht eine Mobilnummer, oder E-Mail.',
  'The carrier does not know the number, or the phone is gone: the guest has to check it.':
    'Der Mobilfunkanbieter kennt die Nummer nicht, oder das Telefon gibt es nicht mehr: Der Gast muss sie prüfen.',
  'Twilio cannot reach this number from this sender: use a sender of the destination country.':
    'Twilio kann diese Nummer von diesem Absender aus nicht erreichen: Verwenden Sie einen Absender des Ziellandes.',
  'The carrier or the phone blocks this sender: try another sender.':
    'Der Mobilfunkanbieter oder das Telefon blockiert diesen Absender: Versuchen Sie einen anderen.',
  'The message was filtered as unwanted: check the sender’s registration and the wording.':
    'Die Nachricht wurde als unerwünscht gefiltert: Prüfen Sie die Registrierung des Absenders und den Wortlaut.',
  'The message costs more than the price limit of the account allows.':
    'Die Nachricht kostet mehr, als die Preisgrenze des Kontos erlaubt.',
  'Twilio saw a message loop between the two numbers: the guest’s number answers by itself.':
    'Twilio sah eine Schleife zwischen den beiden Nummern: Die Nummer des Gastes antwortet von selbst.',
  'The message would have entered the country on a route that is not allowed: use an international sender.':
    'Die Nachricht wäre auf einem unerlaubten Weg in das Land gekommen: Verwenden Sie einen internationalen Absender.',
  'Twilio could not read the request: if a base URL is set, check what it points to.':
    'Twilio konnte die Anfrage nicht lesen: Wenn eine Basis-URL gesetzt ist, prüfen Sie, wohin sie führt.',
  'The request had no number to send to.': 'Die Anfrage hatte keine Nummer, an die zu senden wäre.',
  'Twilio refuses the validity period of the message.': 'Twilio lehnt die Gültigkeitsdauer der Nachricht ab.',
  'The text was filtered as a one-time code that Twilio does not allow: reword the template.':
    'Der Text wurde als Einmalcode gefiltert, den Twilio nicht erlaubt: Formulieren Sie den Nachrichtentext um.',
  'Too many requests at once for this Twilio account; they are repeated.':
    'Zu viele Anfragen auf einmal für dieses Konto bei Twilio; sie werden wiederholt.',
  'The carrier’s network is congested.': 'Das Netz des Mobilfunkanbieters ist überlastet.',
  'The message waited at Twilio until the code had expired. More is sent than this sender may send: add numbers to a Messaging Service, or ask Twilio for more throughput.':
    'Die Nachricht wartete bei Twilio, bis der Code abgelaufen war. Es wird mehr gesendet, als dieser Absender senden darf: Fügen Sie einem Messaging Service Nummern hinzu, oder bitten Sie Twilio um mehr Durchsatz.',
  'The carrier did not say why: if it happens often, look at the sender’s registration.':
    'Der Mobilfunkanbieter hat nicht gesagt, warum: Wenn das oft vorkommt, sehen Sie die Registrierung des Absenders an.',
  'The carrier did not answer Twilio in time.': 'Der Mobilfunkanbieter hat Twilio nicht rechtzeitig geantwortet.',
  'Twilio had an internal error.': 'Twilio hatte einen internen Fehler.',
  'A number of yours at Twilio (+15551234567), a short code, a sender name of up to 11 characters, or the SID of a Messaging Service (MG…).':
    'Eine Ihrer Nummern bei Twilio (+15551234567), eine Kurzwahlnummer, ein Absendername mit bis zu 11 Zeichen, oder die SID eines Messaging Service (MG…).',
  'Begins with AC; on the first page of the Twilio console.': 'Beginnt mit AC; auf der ersten Seite der Konsole von Twilio.',
  'Beside the Account SID. The live one: test credentials never send. With an API key: the secret of the key.':
    'Neben der Account SID. Das echte: Test-Zugangsdaten senden nie. Mit einem API-Schlüssel: das Secret des Schlüssels.',
  'Leave empty for Twilio in the USA. Another region: https://api.dublin.ie1.twilio.com. Or a service that speaks Twilio’s API.':
    'Für Twilio in den USA leer lassen. Eine andere Region: https://api.dublin.ie1.twilio.com. Oder ein Dienst, der die API von Twilio spricht.',
  'Receipts are signed with the account’s Auth Token: put it in here when an API key sends, and the new one while you rotate it.':
    'Zustellberichte sind mit dem Auth Token des Kontos signiert: Tragen Sie es hier ein, wenn ein API-Schlüssel sendet, und während eines Wechsels das neue.',
  'Only to send with an API key (SK…) in place of the Auth Token; its secret then goes into Auth Token.':
    'Nur, um mit einem API-Schlüssel (SK…) statt des Auth Token zu senden; sein Secret gehört dann in „Auth Token“.',
  'Asks Twilio some minutes later what each message has cost, one request a message. Without it costs follow your price table.':
    'Fragt Twilio einige Minuten später, was jede Nachricht gekostet hat, eine Anfrage je Nachricht. Ohne das richten sich die Kosten nach Ihrer Preisliste.',
  'This is the SID of a Verify service, which makes its own codes: put in a number or a Messaging Service (MG…).':
    'Das ist die SID eines Verify-Dienstes, der eigene Codes erzeugt: Tragen Sie eine Nummer oder einen Messaging Service (MG…) ein.',
  'A Messaging Service SID is MG and 32 characters from 0-9 and a-f: copy it again from the Twilio console.':
    'Die SID eines Messaging Service ist MG und 32 Zeichen aus 0-9 und a-f: Kopieren Sie sie erneut aus der Konsole von Twilio.',
  'This is an identifier of something else: put in a number, a short code, a sender name or a Messaging Service (MG…).':
    'Das ist eine Kennung von etwas anderem: Tragen Sie eine Nummer, eine Kurzwahlnummer, einen Absendernamen oder einen Messaging Service (MG…) ein.',
  'Gatehouse sends SMS only: put in the number without the part before the colon.':
    'Gatehouse sendet nur SMS: Tragen Sie die Nummer ohne den Teil vor dem Doppelpunkt ein.',
  'A sender name has at most 11 characters: letters, digits, spaces and + - _ &, and at least one letter.':
    'Ein Absendername hat höchstens 11 Zeichen: Buchstaben, Ziffern, Leerzeichen und + - _ &, und mindestens einen Buchstaben.',
  'This is the SID of an API key: put the Account SID (AC…) here, and the key into the option api_key_sid.':
    'Das ist die SID eines API-Schlüssels: Hierhin gehört die Account SID (AC…), der Schlüssel in die Option api_key_sid.',
  'This is a Messaging Service: put it into From, and the Account SID (AC…) here.':
    'Das ist ein Messaging Service: Tragen Sie ihn unter „Absender“ ein, und hier die Account SID (AC…).',
  'This is the SID of something else: put in the Account SID, which begins with AC.':
    'Das ist die SID von etwas anderem: Tragen Sie die Account SID ein, die mit AC beginnt.',
  'This is a phone number: put it into From, and the Account SID (AC…) here.':
    'Das ist eine Telefonnummer: Tragen Sie sie unter „Absender“ ein, und hier die Account SID (AC…).',
  'An Account SID is AC and 32 characters from 0-9 and a-f: copy it again from the Twilio console.':
    'Eine Account SID ist AC und 32 Zeichen aus 0-9 und a-f: Kopieren Sie sie erneut aus der Konsole von Twilio.',
  'This is a SID ({0}…), not a secret: put in the Auth Token of the account.':
    'Das ist eine SID ({0}…), kein Geheimnis: Tragen Sie das Auth Token des Kontos ein.',
  'The Auth Token has spaces or line breaks in it: copy it again.':
    'Im Auth Token sind Leerzeichen oder Zeilenumbrüche: Kopieren Sie es erneut.',
  'An API Key SID is SK and 32 characters from 0-9 and a-f: copy it again from the Twilio console, or leave api_key_sid empty.':
    'Eine API Key SID ist SK und 32 Zeichen aus 0-9 und a-f: Kopieren Sie sie erneut aus der Konsole von Twilio, oder lassen Sie api_key_sid leer.',
  'The base URL is an http or https address, as in https://api.dublin.ie1.twilio.com; leave it empty for Twilio’s own.':
    'Die Basis-URL ist eine http- oder https-Adresse, etwa https://api.dublin.ie1.twilio.com; lassen Sie sie für die von Twilio leer.',
  'Only the address goes here: no name or password, nothing from /2010-04-01 on, no ? and no #.':
    'Hierhin gehört nur die Adresse: ohne Namen und Passwort, nichts ab /2010-04-01, ohne ? und ohne #.',
  'Twilio switched off addresses without an edge: for Ireland it is https://api.dublin.ie1.twilio.com, for Australia https://api.sydney.au1.twilio.com.':
    'Twilio hat Adressen ohne Edge abgeschaltet: Für Irland ist es https://api.dublin.ie1.twilio.com, für Australien https://api.sydney.au1.twilio.com.',
  'From is one of Twilio’s numbers for test credentials: nothing is ever delivered, and no receipt comes.':
    '„Absender“ ist eine von Twilios Nummern für Test-Zugangsdaten: Es wird nie etwas zugestellt, und kein Zustellbericht kommt.',
  'Receipts cannot be checked: Twilio signs them with the account’s Auth Token; put it into Second Auth Token.':
    'Zustellberichte lassen sich nicht prüfen: Twilio signiert sie mit dem Auth Token des Kontos; tragen Sie es unter „Zweites Auth Token“ ein.',
  'The Auth Token does not look like one of Twilio’s (32 characters from 0-9 and a-f): send a test message.':
    'Das Auth Token sieht nicht aus wie eines von Twilio (32 Zeichen aus 0-9 und a-f): Senden Sie eine Testnachricht.',
  'Twilio refused the request ({0}): check the Account SID, the Auth Token and the base URL.':
    'Twilio hat die Anfrage abgelehnt ({0}): Prüfen Sie die Account SID, das Auth Token und die Basis-URL.',
  'The credentials are right, but the Twilio account is {0}: see the Twilio console.':
    'Die Zugangsdaten stimmen, aber das Konto bei Twilio ist {0}: Sehen Sie in der Konsole von Twilio nach.',
  'The credentials are right. This is a trial account: it sends only to numbers verified in the Twilio console.':
    'Die Zugangsdaten stimmen. Das ist ein Testkonto: Es sendet nur an Nummern, die in der Konsole von Twilio verifiziert sind.',
  'The credentials are right and the account is active.': 'Die Zugangsdaten stimmen, und das Konto ist aktiv.',
  'Twilio answered {0}: try again in a moment.': 'Twilio hat mit {0} geantwortet: Versuchen Sie es gleich noch einmal.',
  'Account SID': 'Account SID',
  'Second Auth Token': 'Zweites Auth Token',
  'API Key SID': 'API Key SID',
  'Ask for prices': 'Preise abfragen',
  'Twilio’s error {0} (https://www.twilio.com/docs/api/errors/{1}).':
    'Fehler {0} von Twilio (https://www.twilio.com/docs/api/errors/{1}).',
  'Twilio’s error {0}: {1} (https://www.twilio.com/docs/api/errors/{2}).':
    'Fehler {0} von Twilio: {1} (https://www.twilio.com/docs/api/errors/{2}).',
}
