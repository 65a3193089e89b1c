import type { Catalogue } from '../../../../server-catalogue.ts'

export const plivo: Catalogue = {
  'The Plivo account is disabled: open the Plivo console and see what it asks for.':
    'Das Konto bei Plivo ist abgeschaltet: Sehen Sie in der Konsole von Plivo nach, was verlangt wird.',
  'Plivo refuses the Auth ID or Auth Token: copy both again from the Plivo console.':
    'Plivo lehnt Auth ID oder Auth Token ab: Kopieren Sie beide erneut aus der Konsole von Plivo.',
  'The Plivo account has no credit left: top it up, or switch auto-recharge on.':
    'Das Konto bei Plivo hat kein Guthaben mehr: Laden Sie es auf, oder schalten Sie das automatische Aufladen ein.',
  'This Plivo account may not send this: see what the Plivo console asks for.':
    'Dieses Konto bei Plivo darf das nicht senden: Sehen Sie in der Konsole von Plivo nach, was verlangt wird.',
  'Plivo does not know this account: check the Auth ID and the base URL.':
    'Plivo kennt dieses Konto nicht: Prüfen Sie die Auth ID und die Basis-URL.',
  'Plivo does not know this address: check the base URL.': 'Plivo kennt diese Adresse nicht: Prüfen Sie die Basis-URL.',
  'More is asked of Plivo than the account may: lower sends per second, or ask Plivo for more.':
    'Von Plivo wird mehr verlangt, als das Konto darf: Senken Sie die Nachrichten pro Sekunde, oder bitten Sie Plivo um mehr.',
  'The carrier refuses the text: look for odd characters in the template, and reword it.':
    'Der Mobilfunkanbieter lehnt den Text ab: Suchen Sie nach ungewöhnlichen Zeichen im Nachrichtentext, und formulieren Sie ihn um.',
  'The carrier’s network had a fault: the guest asks for another code.':
    'Das Netz des Mobilfunkanbieters hatte eine Störung: Der Gast fordert einen neuen Code an.',
  'The carrier took it for spam: check the sender’s registration, then the wording.':
    'Der Mobilfunkanbieter hielt die Nachricht für Spam: Prüfen Sie die Registrierung des Absenders, dann den Wortlaut.',
  'From is not a sender of this Plivo account that can send SMS: use one of its numbers, or the ID of a Powerpack.':
    '„Absender“ ist kein Absender dieses Kontos bei Plivo, der SMS senden kann: Verwenden Sie eine seiner Nummern, oder die ID eines Powerpack.',
  'Plivo sees the same message going in circles: it goes to a number that sends it back.':
    'Plivo sieht dieselbe Nachricht im Kreis laufen: Sie geht an eine Nummer, die sie zurückschickt.',
  'The number is out of use for good: the guest uses another number, or email.':
    'Die Nummer ist dauerhaft nicht mehr in Gebrauch: Der Gast verwendet eine andere Nummer, oder E-Mail.',
  'The phone was off or out of reach: the guest asks for another code.':
    'Das Telefon war aus oder nicht erreichbar: Der Gast fordert einen neuen Code an.',
  'Plivo has no route to this number: ask Plivo support.':
    'Plivo hat keinen Weg zu dieser Nummer: Fragen Sie den Support von Plivo.',
  'The carrier does not let messages of this sender through.':
    'Der Mobilfunkanbieter lässt Nachrichten dieses Absenders nicht durch.',
  'The text is too long for Plivo: shorten the template.': 'Der Text ist zu lang für Plivo: Kürzen Sie den Nachrichtentext.',
  'A toll-free number of the USA cannot send to Canada: add another sender.':
    'Eine gebührenfreie Nummer der USA kann nicht nach Kanada senden: Fügen Sie einen weiteren Absender hinzu.',
  'Plivo could not hand the message on: the guest asks for another code.':
    'Plivo konnte die Nachricht nicht weitergeben: Der Gast fordert einen neuen Code an.',
  'The message waited longer than it was good for: the guest asks for another code.':
    'Die Nachricht wartete länger, als sie gültig war: Der Gast fordert einen neuen Code an.',
  'The country is switched off: if you want guests from there, switch it on in the Plivo console under Messaging, Geo Permissions.':
    'Das Land ist abgeschaltet: Wenn Sie Gäste von dort möchten, schalten Sie es in der Konsole von Plivo unter Messaging, Geo Permissions ein.',
  'It was not delivered, and neither the carrier nor Plivo says why.':
    'Sie wurde nicht zugestellt, und weder der Mobilfunkanbieter noch Plivo sagt, warum.',
  'A Plivo number of yours, a short code, a sender name of up to 11 letters and digits, or the ID of a Powerpack.':
    'Eine Ihrer Nummern bei Plivo, eine Kurzwahlnummer, ein Absendername mit bis zu 11 Buchstaben und Ziffern, oder die ID eines Powerpack.',
  'Begins with MA (or SA for a subaccount); on the first page of the Plivo console.':
    'Beginnt mit MA (oder SA bei einem Unterkonto); auf der ersten Seite der Konsole von Plivo.',
  'Beside the Auth ID.': 'Neben der Auth ID.',
  'Leave empty for https://api.plivo.com. Or a service that speaks Plivo’s API.':
    'Für https://api.plivo.com leer lassen. Oder ein Dienst, der die API von Plivo spricht.',
  'The main account’s Auth Token, put in once more, has receipts checked for Plivo’s signature (V3). If they are refused then, empty it again.':
    'Das Auth Token des Hauptkontos, noch einmal eingetragen, lässt Zustellberichte auf die Signatur von Plivo (V3) prüfen. Werden sie dann abgelehnt, leeren Sie das Feld wieder.',
  'From is a number with its country code and digits only, as in +15551234567, a name of at most 11 letters and digits, or the ID of a Powerpack.':
    '„Absender“ ist eine Nummer mit Ländervorwahl und nur Ziffern, etwa +15551234567, ein Name mit höchstens 11 Buchstaben und Ziffern, oder die ID eines Powerpack.',
  'An Auth ID is MA or SA and 18 capital letters and digits: copy it again from the Plivo console.':
    'Eine Auth ID ist MA oder SA und 18 Großbuchstaben und Ziffern: Kopieren Sie sie erneut aus der Konsole von Plivo.',
  'This is not an Auth Token: copy it again from the Plivo console, where it stands beside the Auth ID.':
    'Das ist kein Auth Token: Kopieren Sie es erneut aus der Konsole von Plivo, wo es neben der Auth ID steht.',
  'Plivo refused the message: {0}. Check From, and see the Plivo console.':
    'Plivo hat die Nachricht abgelehnt: {0}. Prüfen Sie „Absender“, und sehen Sie in der Konsole von Plivo nach.',
  'Plivo refused the message: HTTP {0}. Check From, and see the Plivo console.':
    'Plivo hat die Nachricht abgelehnt: HTTP {0}. Prüfen Sie „Absender“, und sehen Sie in der Konsole von Plivo nach.',
  'The credentials are right; {0} USD are left.': 'Die Zugangsdaten stimmen; es bleiben {0} USD.',
  '{0} This is a trial account: it sends only to numbers verified in the Plivo console.':
    '{0} Das ist ein Testkonto: Es sendet nur an Nummern, die in der Konsole von Plivo verifiziert sind.',
  'Plivo answered {0}: check the Auth ID and the base URL.':
    'Plivo hat mit {0} geantwortet: Prüfen Sie die Auth ID und die Basis-URL.',
  'Plivo reports {0}, code {1}.': 'Plivo meldet {0}, Code {1}.',
  'Plivo reports {0}, code none.': 'Plivo meldet {0}, ohne Code.',
  'Auth ID': 'Auth ID',
  'Auth Token that receipts are signed with': 'Auth Token, mit dem Zustellberichte signiert sind',
}
