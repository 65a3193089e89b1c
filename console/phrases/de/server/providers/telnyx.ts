import type { Catalogue } from '../../../../server-catalogue.ts'

export const telnyx: Catalogue = {
  'Telnyx refuses the API key: copy it again from the Telnyx portal (it begins with KEY).':
    'Telnyx lehnt den API-Schlüssel ab: Kopieren Sie ihn erneut aus dem Portal von Telnyx (er beginnt mit KEY).',
  'The Telnyx account is inactive, blocked or not verified: open the Telnyx portal and see what it asks for.':
    'Das Konto bei Telnyx ist inaktiv, gesperrt oder nicht verifiziert: Sehen Sie im Portal von Telnyx nach, was verlangt wird.',
  'The Telnyx account has no credit left: top it up, or switch auto-recharge on.':
    'Das Konto bei Telnyx hat kein Guthaben mehr: Laden Sie es auf, oder schalten Sie das automatische Aufladen ein.',
  'From is not a sender of this Telnyx account that can send SMS: assign the number to a messaging profile in the portal.':
    '„Absender“ ist kein Absender dieses Kontos bei Telnyx, der SMS senden kann: Ordnen Sie die Nummer im Portal einem Messaging Profile zu.',
  'The messaging profile is switched off or has no number to send from: see the profile in the Telnyx portal.':
    'Das Messaging Profile ist abgeschaltet oder hat keine Nummer, von der es senden kann: Sehen Sie das Profil im Portal von Telnyx an.',
  'The phone or its network was out of reach: the guest asks for another code.':
    'Das Telefon oder sein Netz war nicht erreichbar: Der Gast fordert einen neuen Code an.',
  'Telnyx refuses the text of the message: shorten or reword the template.':
    'Telnyx lehnt den Text der Nachricht ab: Kürzen Sie den Nachrichtentext, oder formulieren Sie ihn um.',
  'More is sent than this sender may send: lower sends per second, or add numbers to the messaging profile.':
    'Es wird mehr gesendet, als dieser Absender senden darf: Senken Sie die Nachrichten pro Sekunde, oder fügen Sie dem Messaging Profile Nummern hinzu.',
  'The sender is not registered for traffic to US numbers (10DLC): register a brand and campaign in the Telnyx portal.':
    'Der Absender ist nicht für Verkehr an US-Nummern registriert (10DLC): Registrieren Sie im Portal von Telnyx eine Marke und eine Kampagne.',
  'The toll-free number is not verified yet: submit it for verification in the Telnyx portal.':
    'Die gebührenfreie Nummer ist noch nicht verifiziert: Reichen Sie sie im Portal von Telnyx zur Verifizierung ein.',
  'Telnyx refuses the callback address: check the public URL of Gatehouse.':
    'Telnyx lehnt die Callback-Adresse ab: Prüfen Sie die öffentliche URL von Gatehouse.',
  'Telnyx misses a field: a sender name needs the option messaging_profile_id.':
    'Telnyx vermisst ein Feld: Ein Absendername braucht die Option messaging_profile_id.',
  'Telnyx does not know this address or messaging profile: check the base URL and the profile.':
    'Telnyx kennt diese Adresse oder dieses Messaging Profile nicht: Prüfen Sie die Basis-URL und das Profil.',
  'The ID of the messaging profile is wrong: copy it again from the Telnyx portal.':
    'Die ID des Messaging Profile ist falsch: Kopieren Sie sie erneut aus dem Portal von Telnyx.',
  'Telnyx had a fault of its own.': 'Telnyx hatte selbst eine Störung.',
  'This API key may not send messages: make one in the Telnyx portal that may.':
    'Dieser API-Schlüssel darf keine Nachrichten senden: Erstellen Sie im Portal von Telnyx einen, der es darf.',
  'This Telnyx account sends only to numbers that were verified in the portal: upgrade it.':
    'Dieses Konto bei Telnyx sendet nur an Nummern, die im Portal verifiziert wurden: Stufen Sie es hoch.',
  'This Telnyx account may not send such messages: see its verification level in the portal.':
    'Dieses Konto bei Telnyx darf solche Nachrichten nicht senden: Sehen Sie im Portal seine Verifizierungsstufe an.',
  'The carrier blocks this sender for good: send from another number, and ask Telnyx support.':
    'Der Mobilfunkanbieter sperrt diesen Absender dauerhaft: Senden Sie von einer anderen Nummer, und fragen Sie den Support von Telnyx.',
  'The carrier did not take the message: the number may not be in use.':
    'Der Mobilfunkanbieter hat die Nachricht nicht angenommen: Vielleicht ist die Nummer nicht in Gebrauch.',
  'The message waited at Telnyx longer than it may: more is sent than this sender may send.':
    'Die Nachricht wartete bei Telnyx länger, als sie darf: Es wird mehr gesendet, als dieser Absender senden darf.',
  'The registered campaign has sent to T-Mobile all it may today: raise its class, or wait until tomorrow.':
    'Die registrierte Kampagne hat an T-Mobile alles gesendet, was sie heute darf: Erhöhen Sie ihre Klasse, oder warten Sie bis morgen.',
  'The number is still being moved to Telnyx: wait until the portal shows it as ready.':
    'Die Nummer wird noch zu Telnyx übertragen: Warten Sie, bis das Portal sie als bereit zeigt.',
  'Sender names are not set up in this messaging profile: set one in the Telnyx portal.':
    'Absendernamen sind in diesem Messaging Profile nicht eingerichtet: Setzen Sie im Portal von Telnyx einen.',
  'The country is not allowed in the messaging profile: if you want guests from there, add it to its allowed destinations.':
    'Das Land ist im Messaging Profile nicht erlaubt: Wenn Sie Gäste von dort möchten, fügen Sie es den erlaubten Zielen hinzu.',
  'Telnyx blocks this number for too much spam or too little delivered: send from another.':
    'Telnyx sperrt diese Nummer wegen zu viel Spam oder zu weniger Zustellungen: Senden Sie von einer anderen.',
  'Telnyx’s queue for this sender is full: lower sends per second.':
    'Die Warteschlange von Telnyx für diesen Absender ist voll: Senken Sie die Nachrichten pro Sekunde.',
  'The number was only just bought and cannot send yet: try again in some minutes.':
    'Die Nummer wurde eben erst gekauft und kann noch nicht senden: Versuchen Sie es in einigen Minuten wieder.',
  'The text is too long for Telnyx: shorten the template.': 'Der Text ist zu lang für Telnyx: Kürzen Sie den Nachrichtentext.',
  'The messaging profile has used up its daily spend limit: raise it in the Telnyx portal.':
    'Das Messaging Profile hat sein Ausgabenlimit für den Tag verbraucht: Erhöhen Sie es im Portal von Telnyx.',
  'Needed with a sender name. In the Telnyx portal under Messaging.':
    'Bei einem Absendernamen nötig. Im Portal von Telnyx unter Messaging.',
  'A Telnyx number of yours (+15551234567), a short code, a sender name of up to 11 characters, or the ID of a messaging profile with a number pool.':
    'Eine Ihrer Nummern bei Telnyx (+15551234567), eine Kurzwahlnummer, ein Absendername mit bis zu 11 Zeichen, oder die ID eines Messaging Profile mit Nummernpool.',
  'Begins with KEY; in the Telnyx portal under API keys.': 'Beginnt mit KEY; im Portal von Telnyx unter API keys.',
  'Leave empty for https://api.telnyx.com. Or a service that speaks Telnyx’s API.':
    'Für https://api.telnyx.com leer lassen. Oder ein Dienst, der die API von Telnyx spricht.',
  '44 characters; in the Telnyx portal under API keys, Public key. With it every receipt’s signature is checked.':
    '44 Zeichen; im Portal von Telnyx unter API keys, Public key. Damit wird die Signatur jedes Zustellberichts geprüft.',
  'From is a number with plus, country code and digits only, as in +15551234567, a short code, a name of at most 11 letters and digits, or the ID of a messaging profile.':
    '„Absender“ ist eine Nummer mit Plus, Ländervorwahl und nur Ziffern, etwa +15551234567, eine Kurzwahlnummer, ein Name mit höchstens 11 Buchstaben und Ziffern, oder die ID eines Messaging Profile.',
  'This is not an API key, which begins with KEY: copy it again from the Telnyx portal, where it is shown only once.':
    'Das ist kein API-Schlüssel, der mit KEY beginnt: Kopieren Sie ihn erneut aus dem Portal von Telnyx, wo er nur einmal gezeigt wird.',
  'The public key is 44 characters and ends with =: copy it again from the Telnyx portal (it is not the API key).':
    'Der Public Key hat 44 Zeichen und endet mit =: Kopieren Sie ihn erneut aus dem Portal von Telnyx (es ist nicht der API-Schlüssel).',
  'The ID of a messaging profile has 36 characters, as in 4000eba1-a0c0-4563-9925-b25e842a7cb6: copy it again.':
    'Die ID eines Messaging Profile hat 36 Zeichen, etwa 4000eba1-a0c0-4563-9925-b25e842a7cb6: Kopieren Sie sie erneut.',
  'Telnyx sends with a sender name only through a messaging profile: put its ID in.':
    'Telnyx sendet mit einem Absendernamen nur über ein Messaging Profile: Tragen Sie dessen ID ein.',
  'Receipts are protected by the secret in their address only: put in the Public key to have their signatures checked too.':
    'Zustellberichte sind nur durch das Geheimnis in ihrer Adresse geschützt: Tragen Sie den Public Key ein, damit auch ihre Signaturen geprüft werden.',
  'Telnyx refused the message ({0}; https://developers.telnyx.com/docs/messaging/messages/error-codes).':
    'Telnyx hat die Nachricht abgelehnt ({0}; https://developers.telnyx.com/docs/messaging/messages/error-codes).',
  'Telnyx refused the message: {0} ({1}; https://developers.telnyx.com/docs/messaging/messages/error-codes).':
    'Telnyx hat die Nachricht abgelehnt: {0} ({1}; https://developers.telnyx.com/docs/messaging/messages/error-codes).',
  'The API key is right; {0} {1} are left.': 'Der API-Schlüssel stimmt; es bleiben {0} {1}.',
  'The API key is right.': 'Der API-Schlüssel stimmt.',
  'Telnyx reports {0}: {1}.': 'Telnyx meldet {0}: {1}.',
  'Telnyx reports {0}: no reason given.': 'Telnyx meldet {0}, ohne einen Grund zu nennen.',
  'Public key': 'Public key',
  'Messaging profile ID': 'ID des Messaging Profile',
}
