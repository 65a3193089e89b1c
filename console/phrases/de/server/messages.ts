import type { Catalogue } from '../../../server-catalogue.ts'

export const messages: Catalogue = {
  'This contact was sent too many codes. Try again later.':
    'An diesen Kontakt gingen zu viele Codes. Versuchen Sie es später noch einmal.',
  'This device has asked for too many codes that were not entered. Try again later.':
    'Dieses Gerät hat zu viele Codes angefordert, die nicht eingegeben wurden. Versuchen Sie es später noch einmal.',
  'This client address has asked for too many codes that were not entered. Try again later.':
    'Diese Client-Adresse hat zu viele Codes angefordert, die nicht eingegeben wurden. Versuchen Sie es später noch einmal.',
  'Too many codes to numbers that begin like this one were not entered. Try again later.':
    'Zu viele Codes an Nummern, die wie diese beginnen, wurden nicht eingegeben. Versuchen Sie es später noch einmal.',
  'Too many codes to numbers of this country were not entered. Try again later.':
    'Zu viele Codes an Nummern dieses Landes wurden nicht eingegeben. Versuchen Sie es später noch einmal.',
  'Too many codes of this splash portal were not entered. Try again later.':
    'Zu viele Codes dieses Splash-Portals wurden nicht eingegeben. Versuchen Sie es später noch einmal.',
  'Too many codes sent through this gateway were not entered. Try again later.':
    'Zu viele durch dieses Gateway gesendete Codes wurden nicht eingegeben. Versuchen Sie es später noch einmal.',
  'Too many codes were not entered. Try again later.':
    'Zu viele Codes wurden nicht eingegeben. Versuchen Sie es später noch einmal.',
  'The code was sent a moment ago. Try again in {0} s.':
    'Der Code wurde eben erst gesendet. Versuchen Sie es in {0} s noch einmal.',
  'The code was sent as often as it may be. Start a new validation.':
    'Der Code wurde so oft gesendet, wie er darf. Beginnen Sie eine neue Validierung.',
  'The code was sent as often as it may be. The guest can ask for a new one on the portal.':
    'Der Code wurde so oft gesendet, wie er darf. Der Gast kann auf dem Portal einen neuen anfordern.',
  'No code is pending. The guest has to ask for one on the portal.':
    'Es steht kein Code aus. Der Gast muss auf dem Portal einen anfordern.',
  'The validation is approved.': 'Die Validierung ist bestätigt.',
  'The validation is expired.': 'Die Validierung ist abgelaufen.',
  'The validation is exhausted.': 'Für die Validierung wurden zu viele falsche Codes eingegeben.',
  'The validation is cancelled.': 'Die Validierung ist abgebrochen.',
  'The validation belongs to a guest’s browser and can only be acted on there.':
    'Die Validierung gehört zum Browser eines Gastes; nur dort lässt sich etwas mit ihr tun.',
  'No mail server is enabled: add or enable one.': 'Kein Mailserver ist aktiviert: Legen Sie einen an oder aktivieren Sie einen.',
  'No SMS gateway is enabled: add or enable one.':
    'Kein SMS-Gateway ist aktiviert: Legen Sie eines an oder aktivieren Sie eines.',
  'The splash portal has no enabled SMS gateway: attach one, or enable one that is attached.':
    'Das Splash-Portal hat kein aktiviertes SMS-Gateway: Fügen Sie eines hinzu oder aktivieren Sie eines.',
  'The phone sent STOP.': 'Das Telefon hat STOP gesendet.',
  'The process that was sending ended before the provider answered.':
    'Der sendende Prozess endete, bevor der Anbieter geantwortet hatte.',
  'A gateway that was deleted': 'Ein gelöschtes Gateway',
}
