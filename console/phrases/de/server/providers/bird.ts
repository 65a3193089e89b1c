import type { Catalogue } from '../../../../server-catalogue.ts'

export const bird: Catalogue = {
  'Bird refuses the access key: copy the live key of the SMS API again (dashboard.messagebird.com, Developers, API access).':
    'Bird lehnt den Zugriffsschlüssel ab: Kopieren Sie den Live-Schlüssel der SMS-API erneut (dashboard.messagebird.com, Developers, API access).',
  'Bird refuses the originator: use a number of the account with its country code, or a name of at most 11 characters.':
    'Bird lehnt den Absender ab: Verwenden Sie eine Nummer des Kontos mit Ländervorwahl, oder einen Namen mit höchstens 11 Zeichen.',
  'Bird refuses the text of the message: shorten or reword the template.':
    'Bird lehnt den Text der Nachricht ab: Kürzen Sie den Nachrichtentext, oder formulieren Sie ihn um.',
  'Bird refuses the address for reports: set GATEHOUSE_PUBLIC_URL to an address on the internet.':
    'Bird lehnt die Adresse für Berichte ab: Setzen Sie GATEHOUSE_PUBLIC_URL auf eine Adresse im Internet.',
  'Bird does not know this address: leave the base URL empty.': 'Bird kennt diese Adresse nicht: Lassen Sie die Basis-URL leer.',
  'Bird could not read the request: if a base URL is set, check what it points to.':
    'Bird konnte die Anfrage nicht lesen: Wenn eine Basis-URL gesetzt ist, prüfen Sie, wohin sie führt.',
  'The balance at Bird is used up: top it up in the Bird dashboard.':
    'Das Guthaben bei Bird ist aufgebraucht: Laden Sie es im Dashboard von Bird auf.',
  'Too many requests at once for this Bird account; they are repeated.':
    'Zu viele Anfragen auf einmal für dieses Konto bei Bird; sie werden wiederholt.',
  'The carrier wants this sender registered first: register it with Bird, or send from a number.':
    'Der Mobilfunkanbieter verlangt, dass dieser Absender vorher registriert wird: Registrieren Sie ihn bei Bird, oder senden Sie von einer Nummer.',
  'The carrier wants this text registered first: register it with Bird.':
    'Der Mobilfunkanbieter verlangt, dass dieser Text vorher registriert wird: Registrieren Sie ihn bei Bird.',
  'The registered campaign has used up its messages for now: ask Bird for more volume.':
    'Die registrierte Kampagne hat ihre Nachrichten vorerst verbraucht: Bitten Sie Bird um ein größeres Kontingent.',
  'More is sent than the registered campaign allows at once: ask Bird for more throughput.':
    'Es wird mehr gesendet, als die registrierte Kampagne auf einmal erlaubt: Bitten Sie Bird um mehr Durchsatz.',
  'The carrier refuses the message from this sender: check the sender’s registration, then the wording.':
    'Der Mobilfunkanbieter lehnt die Nachricht von diesem Absender ab: Prüfen Sie die Registrierung des Absenders, dann den Wortlaut.',
  'More is sent than this sender may send: ask Bird for more throughput.':
    'Es wird mehr gesendet, als dieser Absender senden darf: Bitten Sie Bird um mehr Durchsatz.',
  'The carrier’s network had a fault: the guest can ask again.':
    'Das Netz des Mobilfunkanbieters hatte eine Störung: Der Gast kann es erneut versuchen.',
  'The carrier did not say why it failed: the guest can ask again.':
    'Der Mobilfunkanbieter hat nicht gesagt, warum es scheiterte: Der Gast kann es erneut versuchen.',
  'No word came from the carrier before the code had expired.':
    'Bis der Code abgelaufen war, kam keine Nachricht vom Mobilfunkanbieter.',
  'The message could not be delivered before the code had expired.':
    'Die Nachricht ließ sich nicht zustellen, bevor der Code abgelaufen war.',
  'A number of yours at Bird (+15551234567), a short code, or a sender name of up to 11 characters.':
    'Eine Ihrer Nummern bei Bird (+15551234567), eine Kurzwahlnummer oder ein Absendername mit bis zu 11 Zeichen.',
  'The live key of the SMS API: dashboard.messagebird.com, Developers, API access. A key of the new Bird workspace does not do.':
    'Der Live-Schlüssel der SMS-API: dashboard.messagebird.com, Developers, API access. Ein Schlüssel des neuen Bird-Workspace geht nicht.',
  'Leave empty for Bird itself.': 'Für Bird selbst leer lassen.',
  'Put in the key alone, without the word AccessKey before it.':
    'Tragen Sie nur den Schlüssel ein, ohne das Wort AccessKey davor.',
  'The access key has spaces or line breaks in it: copy it again.':
    'Im Zugriffsschlüssel sind Leerzeichen oder Zeilenumbrüche: Kopieren Sie ihn erneut.',
  'This is a test key, which never sends: put in the live one.':
    'Das ist ein Testschlüssel, der nie sendet: Tragen Sie den Live-Schlüssel ein.',
  'Bird refused the request ({0}): check the access key and the originator.':
    'Bird hat die Anfrage abgelehnt ({0}): Prüfen Sie den Zugriffsschlüssel und den Absender.',
  'Bird refused the request ({0}): {1}: check the access key and the originator.':
    'Bird hat die Anfrage abgelehnt ({0}): {1}: Prüfen Sie den Zugriffsschlüssel und den Absender.',
  'The access key is right, but the balance is used up: top it up at Bird.':
    'Der Zugriffsschlüssel stimmt, aber das Guthaben ist aufgebraucht: Laden Sie es bei Bird auf.',
  'The access key is right.': 'Der Zugriffsschlüssel stimmt.',
  'Bird could not deliver the message ({0}): see its log of messages.':
    'Bird konnte die Nachricht nicht zustellen ({0}): Sehen Sie im dortigen Nachrichtenprotokoll nach.',
  Originator: 'Absender (Originator)',
  'Access key': 'Zugriffsschlüssel (Access key)',
  'Signing key': 'Signaturschlüssel (Signing key)',
  'dashboard.messagebird.com, Developers, API settings. With it the signature of each report is checked too.':
    'dashboard.messagebird.com, Developers, API settings. Damit wird auch die Signatur jedes Berichts geprüft.',
}
