import type { Catalogue } from '../../../../server-catalogue.ts'

export const infobip: Catalogue = {
  'Infobip refuses the API key: copy it again, and check that it may send SMS (scope sms:message:send) and has not expired.':
    'Infobip lehnt den API-Schlüssel ab: Kopieren Sie ihn erneut, und prüfen Sie, ob er SMS senden darf (Scope sms:message:send) und nicht abgelaufen ist.',
  'The sender is not registered on this Infobip account, or it is blocked: choose one of the account’s senders.':
    'Der Absender ist in diesem Konto bei Infobip nicht registriert, oder er ist gesperrt: Wählen Sie einen der Absender des Kontos.',
  'The credit at Infobip is used up or has expired: top up the account.':
    'Das Guthaben bei Infobip ist aufgebraucht oder verfallen: Laden Sie das Konto auf.',
  'This Infobip account cannot send to the guest’s network: ask Infobip to set it up.':
    'Dieses Konto bei Infobip kann nicht in das Netz des Gastes senden: Bitten Sie Infobip, es einzurichten.',
  'The number is on a block list of the operator or of the Infobip account: remove it there, if it is yours.':
    'Die Nummer steht auf einer Sperrliste des Mobilfunkanbieters oder des Kontos bei Infobip: Entfernen Sie sie dort, wenn die Liste Ihre ist.',
  'Infobip lets no more messages to this number through for now: wait, and look at who asks for codes.':
    'Infobip lässt vorerst keine weiteren Nachrichten an diese Nummer durch: Warten Sie, und sehen Sie nach, wer Codes anfordert.',
  'Infobip takes this for fraud and blocks the message: look at who asks for codes.':
    'Infobip hält das für Betrug und sperrt die Nachricht: Sehen Sie nach, wer Codes anfordert.',
  'Infobip refuses the text of the message: shorten or reword the template.':
    'Infobip lehnt den Text der Nachricht ab: Kürzen Sie den Nachrichtentext, oder formulieren Sie ihn um.',
  'The sender is not registered for traffic to US numbers (A2P 10DLC), or its limit is reached: see the Infobip portal.':
    'Der Absender ist nicht für Verkehr an US-Nummern registriert (A2P 10DLC), oder sein Limit ist erreicht: Sehen Sie im Portal von Infobip nach.',
  'The message could not be delivered before the code had expired: the guest can ask again.':
    'Die Nachricht ließ sich nicht zustellen, bevor der Code abgelaufen war: Der Gast kann es erneut versuchen.',
  'Infobip refuses the address for reports: set GATEHOUSE_PUBLIC_URL to an address on the internet.':
    'Infobip lehnt die Adresse für Berichte ab: Setzen Sie GATEHOUSE_PUBLIC_URL auf eine Adresse im Internet.',
  'Infobip does not know this address: check the base URL of the account.':
    'Infobip kennt diese Adresse nicht: Prüfen Sie die Basis-URL des Kontos.',
  'Too many requests at once for this Infobip account; they are repeated.':
    'Zu viele Anfragen auf einmal für dieses Konto bei Infobip; sie werden wiederholt.',
  'A trial account sends only to its own verified number: ask Infobip to lift the limit.':
    'Ein Testkonto sendet nur an seine eigene verifizierte Nummer: Bitten Sie Infobip, die Grenze aufzuheben.',
  'The guest’s number takes no service messages (Do Not Disturb): the guest needs email.':
    'Die Nummer des Gastes nimmt keine Dienstnachrichten an (Do Not Disturb): Der Gast braucht E-Mail.',
  'Infobip had an internal error; the message is tried again.':
    'Infobip hatte einen internen Fehler; die Nachricht wird noch einmal versucht.',
  'Infobip had the id of this attempt already; it gets another.':
    'Infobip kannte die ID dieses Versuchs schon; er bekommt eine andere.',
  'Infobip could not take the message; it is tried again.':
    'Infobip konnte die Nachricht nicht annehmen; sie wird noch einmal versucht.',
  'The operator refuses the message from this sender: check the sender’s registration, then the wording.':
    'Der Mobilfunkanbieter lehnt die Nachricht von diesem Absender ab: Prüfen Sie die Registrierung des Absenders, dann den Wortlaut.',
  'The operator did not say why it failed: the guest can ask again.':
    'Der Mobilfunkanbieter hat nicht gesagt, warum es scheiterte: Der Gast kann es erneut versuchen.',
  'No word came from the operator before the code had expired.':
    'Bis der Code abgelaufen war, kam keine Nachricht vom Mobilfunkanbieter.',
  'The toll-free number is not verified: submit it for verification in the Infobip portal.':
    'Die gebührenfreie Nummer ist nicht verifiziert: Reichen Sie sie im Portal von Infobip zur Verifizierung ein.',
  'The monthly limit of the Infobip account is reached: raise it.':
    'Das Monatslimit des Kontos bei Infobip ist erreicht: Erhöhen Sie es.',
  'A sender of the account: a number (+15551234567), a short code, or a name of up to 11 characters. A trial account: InfoSMS.':
    'Ein Absender des Kontos: eine Nummer (+15551234567), eine Kurzwahlnummer oder ein Name mit bis zu 11 Zeichen. Bei einem Testkonto: InfoSMS.',
  'Infobip portal, Developer tools, API keys. It needs the scope sms:message:send.':
    'Portal von Infobip, Developer tools, API keys. Er braucht den Scope sms:message:send.',
  'Your account’s own, beside the API key, with https:// before it: https://xxxxx.api.infobip.com.':
    'Die Ihres Kontos, neben dem API-Schlüssel, mit https:// davor: https://xxxxx.api.infobip.com.',
  'Put in the key alone, without the word App before it.': 'Tragen Sie nur den Schlüssel ein, ohne das Wort App davor.',
  'Put https:// before it: https://{0}': 'Setzen Sie https:// davor: https://{0}',
  'This is the address of the website: put in the API base URL of the account, as in https://xxxxx.api.infobip.com.':
    'Das ist die Adresse der Website: Tragen Sie die API-Basis-URL des Kontos ein, etwa https://xxxxx.api.infobip.com.',
  'Only the address goes here, without /sms and what follows, as in https://xxxxx.api.infobip.com.':
    'Hierhin gehört nur die Adresse, ohne /sms und was darauf folgt, etwa https://xxxxx.api.infobip.com.',
  'Infobip’s error {0} (see the list of error codes in Infobip’s documentation).':
    'Fehler {0} von Infobip (siehe die Liste der Fehlercodes in der Dokumentation von Infobip).',
  'Infobip’s error {0}: {1} (see the list of error codes in Infobip’s documentation).':
    'Fehler {0} von Infobip: {1} (siehe die Liste der Fehlercodes in der Dokumentation von Infobip).',
  'The API key and the base URL are right.': 'API-Schlüssel und Basis-URL stimmen.',
  'Infobip knows the API key, but it may not see the balance (scope account-management:manage): send a test message.':
    'Infobip kennt den API-Schlüssel, aber er darf das Guthaben nicht sehen (Scope account-management:manage): Senden Sie eine Testnachricht.',
  'API base URL': 'API-Basis-URL',
}
