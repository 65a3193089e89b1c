import type { Catalogue } from '../../../../server-catalogue.ts'

export const clicksend: Catalogue = {
  'A dedicated or verified number (+15551234567), or an alpha tag of up to 11 characters. Empty: a number ClickSend shares among its customers.':
    'Eine eigene oder verifizierte Nummer (+15551234567), oder ein Alpha Tag mit bis zu 11 Zeichen. Leer: eine Nummer, die sich die Kunden von ClickSend teilen.',
  'ClickSend dashboard, Developers, API credentials.': 'Dashboard von ClickSend, Developers, API credentials.',
  'Beside the API username. Not the password of the dashboard.':
    'Neben dem API-Benutzernamen. Nicht das Passwort des Dashboards.',
  'Leave empty for ClickSend itself.': 'Für ClickSend selbst leer lassen.',
  'ClickSend refuses the API username or the API key: copy both again from the dashboard (Developers, API credentials).':
    'ClickSend lehnt den API-Benutzernamen oder den API-Schlüssel ab: Kopieren Sie beide erneut aus dem Dashboard (Developers, API credentials).',
  'ClickSend could not read the request: if a base URL is set, check what it points to.':
    'ClickSend konnte die Anfrage nicht lesen: Wenn eine Basis-URL gesetzt ist, prüfen Sie, wohin sie führt.',
  'The ClickSend account is not active yet: open the ClickSend dashboard and see what it asks for.':
    'Das Konto bei ClickSend ist noch nicht aktiv: Sehen Sie im Dashboard von ClickSend nach, was verlangt wird.',
  'The credit at ClickSend is used up: top up the account.':
    'Das Guthaben bei ClickSend ist aufgebraucht: Laden Sie das Konto auf.',
  'The sender ID is not one of this ClickSend account: choose a verified number or a registered alpha tag.':
    'Die Absenderkennung gehört nicht zu diesem Konto bei ClickSend: Wählen Sie eine verifizierte Nummer oder einen registrierten Alpha Tag.',
  'Sending to this country is switched off: allow it in the ClickSend dashboard under SMS, Settings, Country.':
    'Das Senden in dieses Land ist abgeschaltet: Erlauben Sie es im Dashboard von ClickSend unter SMS, Settings, Country.',
  'ClickSend refuses the text of the message: reword the template.':
    'ClickSend lehnt den Text der Nachricht ab: Formulieren Sie den Nachrichtentext um.',
  'ClickSend has just sent the same text to this number: it is tried again later.':
    'ClickSend hat gerade denselben Text an diese Nummer gesendet: Es wird später wieder versucht.',
  'Too many requests at once for this ClickSend account; they are repeated.':
    'Zu viele Anfragen auf einmal für dieses Konto bei ClickSend; sie werden wiederholt.',
  'Only the API username goes here; the API key has its own field.':
    'Hierhin gehört nur der API-Benutzername; der API-Schlüssel hat sein eigenes Feld.',
  'Only the address goes here, without /v3 and what follows.': 'Hierhin gehört nur die Adresse, ohne /v3 und was darauf folgt.',
  'ClickSend’s receipts come only by rules: add one in its dashboard with the callback address of this gateway (see the guide).':
    'Zustellberichte von ClickSend kommen nur über Regeln: Legen Sie im Dashboard eine mit der Callback-Adresse dieses Gateways an (siehe die Anleitung).',
  'ClickSend cannot be told how long a code is good for: one that is late may still arrive.':
    'ClickSend lässt sich nicht sagen, wie lange ein Code gilt: Ein verspäteter kann trotzdem noch ankommen.',
  'ClickSend refused the request ({0}): check the credentials and the sender ID.':
    'ClickSend hat die Anfrage abgelehnt ({0}): Prüfen Sie die Zugangsdaten und die Absenderkennung.',
  'ClickSend refused the request ({0}): {1}: check the credentials and the sender ID.':
    'ClickSend hat die Anfrage abgelehnt ({0}): {1}: Prüfen Sie die Zugangsdaten und die Absenderkennung.',
  'The credentials are right, but the credit is used up: top up the ClickSend account.':
    'Die Zugangsdaten stimmen, aber das Guthaben ist aufgebraucht: Laden Sie das Konto bei ClickSend auf.',
  'it does not say why.': 'es nennt keinen Grund.',
  'ClickSend could not deliver the message: {0}': 'ClickSend konnte die Nachricht nicht zustellen: {0}',
  'Sender ID': 'Absenderkennung',
}
