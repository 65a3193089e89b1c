import type { Catalogue } from '../../../../server-catalogue.ts'

export const advice: Catalogue = {
  'It should have left {0} s ago: no node takes messages up. Look whether every node runs and reaches the database.':
    'Sie hätte schon vor {0} s hinausgehen sollen: Kein Knoten nimmt Nachrichten auf. Sehen Sie nach, ob jeder Knoten läuft und die Datenbank erreicht.',
  'It waits: {0} is left alone for a while because its last attempts failed. It is tried in {1} s. {2}':
    'Sie wartet: {0} ruht eine Weile, weil die letzten Versuche gescheitert sind. Der nächste Versuch ist in {1} s. {2}',
  'It waits for its turn: {0} may send only so many messages a second. Raise its limit if the provider allows more.':
    'Sie wartet, bis sie an der Reihe ist: {0} darf nur so viele Nachrichten in der Sekunde senden. Erhöhen Sie die Grenze, wenn der Anbieter mehr erlaubt.',
  '{0} did not take it: {1} It is tried by {2} in {3} s.':
    '{0} hat sie nicht angenommen: {1} In {3} s wird sie durch {2} versucht.',
  'It leaves within moments.': 'Sie geht gleich hinaus.',
  'It is being handed to {0}.': 'Sie wird gerade an {0} übergeben.',
  'It has been with {0} for {1} s without an answer. If the node that was sending is gone, another one finds it within a minute and asks the provider.':
    'Sie ist seit {1} s ohne Antwort bei {0}. Ist der Knoten, der sie gesendet hat, nicht mehr da, findet ein anderer sie binnen einer Minute und fragt den Anbieter.',
  '{0} gave no answer, so it may or may not have the message. It is being asked; nothing is sent twice meanwhile. The guest can ask for another code.':
    '{0} hat nicht geantwortet, die Nachricht kann also angekommen sein oder nicht. Es wird nachgefragt; bis dahin wird nichts zweimal gesendet. Der Gast kann einen neuen Code anfordern.',
  '{0} gave no answer and cannot be asked, so nobody knows whether it was sent. It is not sent again by itself, and counts as paid. Look into the provider’s own log.':
    '{0} hat nicht geantwortet und lässt sich nicht fragen, also weiß niemand, ob sie gesendet wurde. Sie wird nicht von selbst noch einmal gesendet und gilt als bezahlt. Sehen Sie im Protokoll des Anbieters nach.',
  'It was delivered, and nobody entered its code. One such message says little; many to one country or network are a sign of pumping, or of a text that guests do not understand.':
    'Sie wurde zugestellt, und niemand hat den Code eingegeben. Eine einzelne solche Nachricht sagt wenig; viele in ein Land oder Netz deuten auf Pumping, oder auf einen Text, den Gäste nicht verstehen.',
  'It was delivered. The guest has not entered the code yet.':
    'Sie wurde zugestellt. Der Gast hat den Code noch nicht eingegeben.',
  '{0} has taken it. This provider reports no deliveries: only a code that is entered proves that it arrived.':
    '{0} hat sie angenommen. Dieser Anbieter meldet keine Zustellungen: Nur ein eingegebener Code beweist, dass sie angekommen ist.',
  '{0} has taken it. Mail servers report no deliveries, only mail that comes back: if it did not arrive, look into the spam folder and the log of the mail server.':
    '{0} hat sie angenommen. Mailserver melden keine Zustellungen, nur E-Mails, die zurückkommen: Ist sie nicht angekommen, sehen Sie im Spam-Ordner und im Protokoll des Mailservers nach.',
  '{0} has taken it and has not reported a delivery yet.': '{0} hat sie angenommen und noch keine Zustellung gemeldet.',
  '{0} has taken it and reported nothing since. The phone may be off, or the network tells nothing. If no message of this gateway is ever reported, check that the provider can reach the public URL.':
    '{0} hat sie angenommen und seither nichts gemeldet. Vielleicht ist das Telefon aus, oder das Netz meldet nichts. Wird nie eine Nachricht dieses Gateways gemeldet, prüfen Sie, ob der Anbieter die öffentliche URL erreicht.',
  '{0} did not take it, so {1} did: {2}': '{0} hat sie nicht angenommen, deshalb ging sie durch {1}: {2}',
  'Not sent: this phone has told the sender to stop. Only a text START from that phone to the sender lifts it; the guest can do that, or prove an email address instead.':
    'Nicht gesendet: Dieses Telefon hat dem Absender STOP gesagt. Nur eine Nachricht START von diesem Telefon an den Absender hebt das auf; das kann der Gast tun, oder stattdessen eine E-Mail-Adresse bestätigen.',
  'Not sent: mail to this address came back before. If the address is good again, delete its suppression.':
    'Nicht gesendet: E-Mails an diese Adresse kamen schon einmal zurück. Ist die Adresse wieder gültig, löschen Sie ihre Empfängersperre.',
  'Not sent: no enabled SMS gateway serves this message. Attach one that serves the country to the plan or portal.':
    'Nicht gesendet: Kein aktiviertes SMS-Gateway bedient diese Nachricht. Ordnen Sie dem Nutzungsplan oder Portal eines zu, das das Land bedient.',
  'Not sent: no mail server is enabled. Add or enable one.':
    'Nicht gesendet: Kein Mailserver ist aktiviert. Legen Sie einen an oder aktivieren Sie einen.',
  'Not sent: the gateway has reached its spend limit, and no other was left. Raise the limit, or attach another gateway.':
    'Nicht gesendet: Das Gateway hat seine Ausgabengrenze erreicht, und kein anderes war übrig. Erhöhen Sie die Grenze, oder ordnen Sie ein weiteres Gateway zu.',
  'Not sent: it could not leave before its code expired. See the attempts for what held it up. The guest has to ask for another code.':
    'Nicht gesendet: Sie konnte nicht hinausgehen, bevor ihr Code abgelaufen war. Was sie aufgehalten hat, zeigen die Versuche. Der Gast muss einen neuen Code anfordern.',
  'Not sent, because it was not needed any more: the code was entered, replaced or taken back before it left.':
    'Nicht gesendet, weil sie nicht mehr gebraucht wurde: Der Code wurde eingegeben, ersetzt oder zurückgenommen, bevor sie hinausging.',
  'The number or address cannot be reached ({0}): {1} The guest should check it, or use another.':
    'Die Nummer oder Adresse ist nicht zu erreichen ({0}): {1} Der Gast sollte sie prüfen oder eine andere verwenden.',
  'This sender cannot reach this number or country ({0}): {1} Attach another gateway that serves the country, or give it a sender that may.':
    'Dieser Absender erreicht diese Nummer oder dieses Land nicht ({0}): {1} Ordnen Sie ein weiteres Gateway zu, das das Land bedient, oder geben Sie ihm einen Absender, der darf.',
  'The settings or the account are at fault ({0}): {1} Every message through it fails until that is mended: correct the record and send a test message.':
    'Es liegt an den Einstellungen oder am Konto ({0}): {1} Bis das behoben ist, scheitert jede Nachricht auf diesem Weg: Berichtigen Sie den Datensatz, und senden Sie eine Testnachricht.',
  'The text was refused ({0}): {1} Change the message text of the portal.':
    'Der Text wurde abgelehnt ({0}): {1} Ändern Sie den Nachrichtentext des Portals.',
  'More was sent than may be, until the code would have been too old ({0}): {1} Lower the gateway’s sends per second, attach another gateway, or ask the provider for more.':
    'Es wurde mehr gesendet, als erlaubt ist, bis der Code zu alt gewesen wäre ({0}): {1} Senken Sie die Nachrichten pro Sekunde des Gateways, ordnen Sie ein weiteres Gateway zu, oder bitten Sie den Anbieter um mehr.',
  'It could not be reached until the code would have been too old ({0}): {1} If this goes on, attach a second gateway, so that messages have another way.':
    'Bis der Code zu alt gewesen wäre, war kein Durchkommen ({0}): {1} Wenn das anhält, ordnen Sie ein zweites Gateway zu, damit Nachrichten einen anderen Weg haben.',
  'The provider did not say more.': 'Der Anbieter hat nicht mehr gesagt.',
  'It failed at {0}: {1} See the attempts.': 'Gescheitert bei {0}: {1} Sehen Sie sich die Versuche an.',
}
