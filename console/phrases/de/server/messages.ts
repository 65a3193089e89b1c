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
  'It is on its way.': 'Er ist unterwegs.',
  'It is cancelled.': 'Sie ist abgebrochen.',
  'The validation is approved.': 'Die Validierung ist bestätigt.',
  'The validation is expired.': 'Die Validierung ist abgelaufen.',
  'The validation is exhausted.': 'Für die Validierung wurden zu viele falsche Codes eingegeben.',
  'The validation is cancelled.': 'Die Validierung ist abgebrochen.',
  'The validation belongs to a guest’s browser and can only be acted on there.':
    'Die Validierung gehört zum Browser eines Gastes; nur dort lässt sich etwas mit ihr tun.',
  'No mail server is enabled: add or enable one under mail_servers.':
    'Kein Mailserver ist aktiviert: Legen Sie einen an oder aktivieren Sie einen.',
  'No SMS gateway is enabled: add or enable one under sms_gateways.':
    'Kein SMS-Gateway ist aktiviert: Legen Sie eines an oder aktivieren Sie eines.',
  'The splash portal has no enabled SMS gateway: attach or enable one under sms_gateway_ids.':
    'Das Splash-Portal hat kein aktiviertes SMS-Gateway: Fügen Sie eines hinzu oder aktivieren Sie eines.',
  'The phone sent STOP.': 'Das Telefon hat STOP gesendet.',
  'The process that was sending ended before the provider answered.':
    'Der sendende Prozess endete, bevor der Anbieter geantwortet hatte.',
  'It should have left {0} s ago: no node takes messages up. Look whether every node runs and reaches the database.':
    'Sie hätte vor {0} s hinausgehen sollen: Kein Knoten nimmt Nachrichten auf. Sehen Sie nach, ob jeder Knoten läuft und die Datenbank erreicht.',
  'It waits: {0} is left alone for a while because its last attempts failed. It is tried in {1} s. {2}':
    'Sie wartet: {0} ruht eine Weile, weil die letzten Versuche fehlschlugen. In {1} s wird es versucht. {2}',
  'It waits for its turn: {0} may send only so many messages a second. Raise its limit if the provider allows more.':
    'Sie wartet, bis sie an der Reihe ist: {0} darf nur eine begrenzte Zahl von Nachrichten pro Sekunde senden. Heben Sie die Grenze an, wenn der Anbieter mehr erlaubt.',
  '{0} did not take it: {1} It is tried by {2} in {3} s.':
    '{0} hat sie nicht angenommen: {1} In {3} s wird sie durch {2} versucht.',
  'A gateway that was deleted': 'Ein gelöschtes Gateway',
  'It leaves within moments.': 'Sie geht gleich hinaus.',
  'It is being handed to {0}.': 'Sie wird gerade an {0} übergeben.',
  'It has been with {0} for {1} s without an answer. If the node that was sending is gone, another one finds it within a minute and asks the provider.':
    'Sie liegt seit {1} s ohne Antwort bei {0}. Ist der sendende Knoten weg, findet sie ein anderer innerhalb einer Minute und fragt den Anbieter.',
  '{0} gave no answer, so it may or may not have the message. It is being asked; nothing is sent twice meanwhile. The guest can ask for another code.':
    '{0} hat nicht geantwortet und hat die Nachricht vielleicht, vielleicht auch nicht. Es wird gerade gefragt; solange wird nichts doppelt gesendet. Der Gast kann einen anderen Code anfordern.',
  '{0} gave no answer and cannot be asked, so nobody knows whether it was sent. It is not sent again by itself, and counts as paid. Look into the provider’s own log.':
    '{0} hat nicht geantwortet und kann nicht gefragt werden; niemand weiß also, ob sie gesendet wurde. Sie wird nicht von selbst noch einmal gesendet und zählt als bezahlt. Sehen Sie in das Protokoll des Anbieters.',
  'It was delivered, and nobody entered its code. One such message says little; many to one country or network are a sign of pumping, or of a text that guests do not understand.':
    'Sie wurde zugestellt, und niemand hat ihren Code eingegeben. Eine einzelne sagt wenig; viele in ein Land oder Netz deuten auf Pumping hin, oder auf einen Text, den Gäste nicht verstehen.',
  'It was delivered. The guest has not entered the code yet.':
    'Sie wurde zugestellt. Der Gast hat den Code noch nicht eingegeben.',
  '{0} has taken it. This provider reports no deliveries: only a code that is entered proves that it arrived.':
    '{0} hat sie angenommen. Dieser Anbieter meldet keine Zustellungen: Nur ein eingegebener Code beweist, dass sie ankam.',
  '{0} has taken it. Mail servers report no deliveries, only mail that comes back: if it did not arrive, look into the spam folder and the log of the mail server.':
    '{0} hat sie angenommen. Mailserver melden keine Zustellungen, nur E-Mails, die zurückkommen: Kam sie nicht an, sehen Sie in den Spam-Ordner und in das Protokoll des Mailservers.',
  '{0} has taken it and has not reported a delivery yet.': '{0} hat sie angenommen und noch keine Zustellung gemeldet.',
  '{0} has taken it and reported nothing since. The phone may be off, or the network tells nothing. If no message of this gateway is ever reported, check that the provider can reach the public URL.':
    '{0} hat sie angenommen und seither nichts gemeldet. Vielleicht ist das Telefon aus, oder das Netz sagt nichts. Wird nie eine Nachricht dieses Gateways gemeldet, prüfen Sie, ob der Anbieter die öffentliche URL erreicht.',
  '{0} did not take it, so {1} did: {2}': '{0} hat sie nicht angenommen, dafür hat es {1} getan: {2}',
  'Not sent: this phone has told the sender to stop. Only a text START from that phone to the sender lifts it; the guest can do that, or prove an email address instead.':
    'Nicht gesendet: Dieses Telefon hat dem Absender STOP gesagt. Nur eine SMS START von diesem Telefon an den Absender hebt das auf; das kann der Gast tun, oder stattdessen eine E-Mail-Adresse bestätigen.',
  'Not sent: mail to this address came back before. If the address is good again, delete its suppression.':
    'Nicht gesendet: E-Mails an diese Adresse kamen schon zurück. Stimmt die Adresse wieder, löschen Sie ihre Empfängersperre.',
  'Not sent: no enabled SMS gateway serves this message. Attach one that serves the country to the plan or portal.':
    'Nicht gesendet: Kein aktiviertes SMS-Gateway bedient diese Nachricht. Geben Sie dem Plan oder Portal eines, das das Land bedient.',
  'Not sent: no mail server is enabled. Add or enable one.':
    'Nicht gesendet: Kein Mailserver ist aktiviert. Legen Sie einen an oder aktivieren Sie einen.',
  'Not sent: the gateway has reached its spend limit, and no other was left. Raise the limit, or attach another gateway.':
    'Nicht gesendet: Das Gateway hat seine Ausgabengrenze erreicht, und kein anderes war übrig. Heben Sie die Grenze an, oder fügen Sie ein weiteres Gateway hinzu.',
  'Not sent: it could not leave before its code expired. See the attempts for what held it up. The guest has to ask for another code.':
    'Nicht gesendet: Sie konnte nicht hinaus, bevor ihr Code ablief. Was sie aufhielt, sagen die Versuche. Der Gast muss einen anderen Code anfordern.',
  'Not sent, because it was not needed any more: the code was entered, replaced or taken back before it left.':
    'Nicht gesendet, weil sie nicht mehr gebraucht wurde: Der Code wurde eingegeben, ersetzt oder zurückgenommen, bevor sie hinausging.',
  'The number or address cannot be reached ({0}): {1} The guest should check it, or use another.':
    'Die Nummer oder Adresse ist nicht zu erreichen ({0}): {1} Der Gast sollte sie prüfen, oder eine andere benutzen.',
  'This sender cannot reach this number or country ({0}): {1} Attach another gateway that serves the country, or give it a sender that may.':
    'Dieser Absender erreicht diese Nummer oder dieses Land nicht ({0}): {1} Fügen Sie ein anderes Gateway hinzu, das das Land bedient, oder geben Sie ihm einen Absender, der es darf.',
  'The settings or the account are at fault ({0}): {1} Every message through it fails until that is mended: correct the record and send a test message.':
    'Es liegt an den Einstellungen oder am Konto ({0}): {1} Jede Nachricht scheitert dort, bis das behoben ist: Berichtigen Sie den Datensatz und senden Sie eine Testnachricht.',
  'The text was refused ({0}): {1} Change the message text of the portal.':
    'Der Text wurde abgelehnt ({0}): {1} Ändern Sie den Nachrichtentext des Portals.',
  'More was sent than may be, until the code would have been too old ({0}): {1} Lower the gateway’s sends per second, attach another gateway, or ask the provider for more.':
    'Es wurde mehr gesendet als erlaubt, bis der Code zu alt gewesen wäre ({0}): {1} Senken Sie die Nachrichten pro Sekunde des Gateways, fügen Sie ein weiteres hinzu, oder bitten Sie den Anbieter um mehr.',
  'It could not be reached until the code would have been too old ({0}): {1} If this goes on, attach a second gateway, so that messages have another way.':
    'Es war nicht zu erreichen, bis der Code zu alt gewesen wäre ({0}): {1} Hält das an, fügen Sie ein zweites Gateway hinzu, damit Nachrichten einen anderen Weg haben.',
  'It failed at {0}: {1} See the attempts.': 'Sie scheiterte bei {0}: {1} Sehen Sie die Versuche an.',
  'Nobody said why.': 'Niemand hat gesagt, warum.',
  'The provider did not say more.': 'Der Anbieter hat nicht mehr gesagt.',
  'Took the message.': 'Hat die Nachricht angenommen.',
  'Refused the number or address.': 'Hat die Nummer oder Adresse abgelehnt.',
  'Cannot send from this sender to this number or country.':
    'Kann von diesem Absender nicht an diese Nummer oder in dieses Land senden.',
  'Refused the settings or the account.': 'Hat die Einstellungen oder das Konto abgelehnt.',
  'Refused the text.': 'Hat den Text abgelehnt.',
  'Asked to come back later.': 'Hat gebeten, später wiederzukommen.',
  'Could not be reached, or had a fault of its own.': 'War nicht zu erreichen, oder hatte selbst einen Fehler.',
  'Gave no answer: it may or may not have the message.':
    'Hat nicht geantwortet: Vielleicht hat es die Nachricht, vielleicht nicht.',
  'Said, when asked, that it does not have the message.': 'Hat auf Nachfrage gesagt, dass es die Nachricht nicht hat.',
  'Was not asked: its limit of messages per second was reached.':
    'Wurde nicht gefragt: Die Grenze von Nachrichten pro Sekunde war erreicht.',
  'Was not asked: its spend limit is reached.': 'Wurde nicht gefragt: Die Ausgabengrenze ist erreicht.',
  'Was not asked: the code would have been too old.': 'Wurde nicht gefragt: Der Code wäre zu alt gewesen.',
  'Was not asked: the code was not needed any more.': 'Wurde nicht gefragt: Der Code wurde nicht mehr gebraucht.',
  'Is under way, or its end was never seen.': 'Ist unterwegs, oder sein Ende wurde nie gesehen.',
  'Was not asked: it is left alone after failures.': 'Wurde nicht gefragt: Es ruht nach Fehlschlägen.',
  'Was not asked.': 'Wurde nicht gefragt.',
  'Ended as {0}.': 'Endete als {0}.',
}
