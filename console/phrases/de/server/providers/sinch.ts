import type { Catalogue } from '../../../../server-catalogue.ts'

export const sinch: Catalogue = {
  'The sender’s registration for US numbers (10DLC) is not active: have it put in order in the Sinch dashboard.':
    'Die Registrierung des Absenders für US-Nummern (10DLC) ist nicht aktiv: Lassen Sie sie im Dashboard von Sinch in Ordnung bringen.',
  'The sender has sent all it may for now: lower sends per second, or ask Sinch for more.':
    'Der Absender hat vorerst alles gesendet, was er darf: Senken Sie die Nachrichten pro Sekunde, oder bitten Sie Sinch um mehr.',
  'The Sinch account is blocked, perhaps for want of credit: open the Sinch dashboard and see what it asks for.':
    'Das Konto bei Sinch ist gesperrt, vielleicht mangels Guthaben: Sehen Sie im Dashboard von Sinch nach, was verlangt wird.',
  'Sinch cannot read the request: check the base URL.': 'Sinch kann die Anfrage nicht lesen: Prüfen Sie die Basis-URL.',
  'Sinch refuses the form of a value, most often From or the number: check From.':
    'Sinch lehnt die Form eines Werts ab, meist „Absender“ oder die Nummer: Prüfen Sie „Absender“.',
  'Sinch refuses a value or misses one: check From.': 'Sinch lehnt einen Wert ab oder vermisst einen: Prüfen Sie „Absender“.',
  'From does not belong to a campaign of this Sinch account: check From.':
    '„Absender“ gehört zu keiner Kampagne dieses Kontos bei Sinch: Prüfen Sie „Absender“.',
  'Sinch has no address to report to: check the public URL of Gatehouse.':
    'Sinch hat keine Adresse, an die es melden kann: Prüfen Sie die öffentliche URL von Gatehouse.',
  'Sinch refuses the service plan ID or API token: copy both again from the Sinch dashboard, and choose the plan’s region.':
    'Sinch lehnt die Service-Plan-ID oder das API-Token ab: Kopieren Sie beide erneut aus dem Dashboard von Sinch, und wählen Sie die Region des Plans.',
  'From is not a sender that this Sinch service plan may use: check From.':
    '„Absender“ ist keiner, den dieser Service Plan von Sinch verwenden darf: Prüfen Sie „Absender“.',
  'The guest’s network refuses the message; it may have been taken for spam.':
    'Das Netz des Gastes lehnt die Nachricht ab; vielleicht wurde sie für Spam gehalten.',
  'Sinch has no route to this number.': 'Sinch hat keinen Weg zu dieser Nummer.',
  'Sinch had a fault of its own: the guest asks for another code.':
    'Sinch hatte selbst eine Störung: Der Gast fordert einen neuen Code an.',
  'The message could not be delivered just now: the guest asks for another code.':
    'Die Nachricht ließ sich gerade nicht zustellen: Der Gast fordert einen neuen Code an.',
  'The text has a placeholder of Sinch’s in it: take the dollar sign before a brace out of the template.':
    'Im Text steht ein Platzhalter von Sinch: Nehmen Sie das Dollarzeichen vor der geschweiften Klammer aus dem Nachrichtentext.',
  'The message waited at Sinch longer than it was good for: the guest asks for another code.':
    'Die Nachricht wartete bei Sinch länger, als sie gültig war: Der Gast fordert einen neuen Code an.',
  'The message was cancelled with this account’s credentials: see who else uses them.':
    'Die Nachricht wurde mit den Zugangsdaten dieses Kontos storniert: Sehen Sie nach, wer sie noch verwendet.',
  'The message centre refuses the message, and would again.':
    'Die Kurznachrichtenzentrale lehnt die Nachricht ab und würde es wieder tun.',
  'Sinch has no sender for this number: put one into From.':
    'Sinch hat keinen Absender für diese Nummer: Tragen Sie unter „Absender“ einen ein.',
  'The text has too many parts: shorten the template.': 'Der Text hat zu viele Teile: Kürzen Sie den Nachrichtentext.',
  'The Sinch service plan may not send to this country: if you want guests from there, have Sinch enable it.':
    'Der Service Plan von Sinch darf nicht in dieses Land senden: Wenn Sie Gäste von dort möchten, lassen Sie es von Sinch freischalten.',
  'Where the service plan was made; the Sinch dashboard shows it beside the plan.':
    'Wo der Service Plan angelegt wurde; das Dashboard von Sinch zeigt es neben dem Plan.',
  'A Sinch number of yours (+15551234567), a short code, or a sender name of up to 11 characters.':
    'Eine Ihrer Nummern bei Sinch (+15551234567), eine Kurzwahlnummer oder ein Absendername mit bis zu 11 Zeichen.',
  '32 characters; in the Sinch dashboard under SMS, Service APIs.': '32 Zeichen; im Dashboard von Sinch unter SMS, Service APIs.',
  'Beside the service plan ID.': 'Neben der Service-Plan-ID.',
  'Leave empty for the region’s own, as in https://us.sms.api.sinch.com. Or a service that speaks Sinch’s API.':
    'Für die der Region leer lassen, etwa https://us.sms.api.sinch.com. Oder ein Dienst, der die API von Sinch spricht.',
  'Only once Sinch has set this secret up for the service plan: receipts without its signature are then refused.':
    'Erst wenn Sinch dieses Geheimnis für den Service Plan eingerichtet hat: Zustellberichte ohne dessen Signatur werden dann abgelehnt.',
  'From is a number with its country code and digits only, as in +15551234567, a short code, or a name of at most 11 letters and digits.':
    '„Absender“ ist eine Nummer mit Ländervorwahl und nur Ziffern, etwa +15551234567, eine Kurzwahlnummer oder ein Name mit höchstens 11 Buchstaben und Ziffern.',
  'A service plan ID is 32 characters from 0-9 and a-f: copy it again from the Sinch dashboard (a project ID has dashes and does not do).':
    'Eine Service-Plan-ID ist 32 Zeichen aus 0-9 und a-f: Kopieren Sie sie erneut aus dem Dashboard von Sinch (eine Projekt-ID hat Bindestriche und geht nicht).',
  'The API token has spaces or line breaks in it: copy it again.':
    'Im API-Token sind Leerzeichen oder Zeilenumbrüche: Kopieren Sie es erneut.',
  'Only the address goes here: nothing from /xms on.': 'Hierhin gehört nur die Adresse: nichts ab /xms.',
  'Sinch refused the message with HTTP {0}.': 'Sinch hat die Nachricht mit HTTP {0} abgelehnt.',
  'Sinch refused the message with HTTP {0}: {1}.': 'Sinch hat die Nachricht mit HTTP {0} abgelehnt: {1}.',
  'This Sinch service plan may not send this: see the plan and its allowed countries in the Sinch dashboard.':
    'Dieser Service Plan von Sinch darf das nicht senden: Sehen Sie im Dashboard von Sinch den Plan und seine erlaubten Länder an.',
  'More is asked of Sinch than the service plan may: lower sends per second, or ask Sinch for more.':
    'Von Sinch wird mehr verlangt, als der Service Plan darf: Senken Sie die Nachrichten pro Sekunde, oder bitten Sie Sinch um mehr.',
  'The service plan ID, API token and region are right.': 'Service-Plan-ID, API-Token und Region stimmen.',
  'Sinch reports {0}, code {1}.': 'Sinch meldet {0}, Code {1}.',
  'Sinch reports {0}, code none.': 'Sinch meldet {0}, ohne Code.',
  'Service plan ID': 'Service-Plan-ID',
  'Secret for signed callbacks': 'Geheimnis für signierte Callbacks',
  Region: 'Region',
  'United States': 'Vereinigte Staaten',
  'European Union': 'Europäische Union',
  Australia: 'Australien',
  Brazil: 'Brasilien',
  Canada: 'Kanada',
}
