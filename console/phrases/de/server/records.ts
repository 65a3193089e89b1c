import type { Catalogue } from '../../../server-catalogue.ts'

export const records: Catalogue = {
  'Only a group named exactly SMS switches free SMS on.': 'Nur eine Gruppe, die genau SMS heißt, schaltet kostenlose SMS ein.',
  'Free SMS is switched on by the account group SMS, but no carrier is active or degraded: it is not offered. See carriers.':
    'Die Kontogruppe SMS schaltet kostenlose SMS ein, aber kein Mobilfunkanbieter ist aktiv oder eingeschränkt: Sie werden nicht angeboten. Sehen Sie bei den Mobilfunkanbietern nach.',
  'Free SMS goes out by email, but no mail server is enabled: add or enable one.':
    'Kostenlose SMS gehen per E-Mail hinaus, aber kein Mailserver ist aktiviert: Legen Sie einen an oder aktivieren Sie einen.',
  '{0} It is offered as {1} all the same, because you have set its status; POST /carriers/{id}/reset takes that back.':
    '{0} Er wird trotzdem angeboten ({1}), weil Sie seinen Status festgelegt haben; „Mitgelieferte Angaben übernehmen“ nimmt das zurück.',
  '{0} It is not offered meanwhile. POST /carriers/{id}/check looks again; setting its status offers it all the same.':
    '{0} Solange wird er nicht angeboten. „Jetzt prüfen“ sieht noch einmal nach; legen Sie seinen Status fest, wird er trotzdem angeboten.',
  '{0} Guests are told that its messages may not arrive.': '{0} Gäste lesen, dass seine Nachrichten vielleicht nicht ankommen.',
  active: 'aktiv',
  degraded: 'eingeschränkt',
  'It was last verified on {0}: try it with a phone of this carrier, and set last_verified_on.':
    'Zuletzt geprüft am {0}: Versuchen Sie es mit einem Telefon dieses Anbieters, und setzen Sie „Zuletzt geprüft“ neu.',
  'This version of Gatehouse does not know the carrier any more: there is nothing to go back to.':
    'Diese Version von Gatehouse kennt den Mobilfunkanbieter nicht mehr: Es gibt nichts, wohin man zurückkann.',
  'There is no mail server for {0} in the DNS.': 'Im DNS gibt es keinen Mailserver für {0}.',
  'Messages to {0} numbers were refused within 24 hours, and no code was entered in between. After a day it is tried again.':
    'Innerhalb von 24 Stunden wurden Nachrichten an {0} Nummern abgelehnt, und dazwischen wurde kein Code eingegeben. Nach einem Tag wird er wieder versucht.',
  '{0} of {1} codes were entered in the last {2} days.': 'In den letzten {2} Tagen wurden {0} von {1} Codes eingegeben.',
  'Mail is shown on the simulator page and reaches no real mailbox.':
    'E-Mails erscheinen auf der Seite des Simulators und erreichen kein echtes Postfach.',
  'There is a user name but no password: the server will likely refuse.':
    'Es gibt einen Benutzernamen, aber kein Passwort: Der Server wird wohl ablehnen.',
  'The stored password was encrypted with another GATEHOUSE_SECRET_KEY: put it in again.':
    'Das gespeicherte Passwort wurde mit einem anderen GATEHOUSE_SECRET_KEY verschlüsselt: Tragen Sie es noch einmal ein.',
  'The connection is not encrypted: the password and the codes can be read on the way. Use starttls or tls.':
    'Die Verbindung ist nicht verschlüsselt: Passwort und Codes können unterwegs mitgelesen werden. Nehmen Sie STARTTLS oder TLS.',
  'Passwords are reset by SMS, but the portal has no enabled SMS gateway: attach one, or enable one that is attached.':
    'Passwörter werden per SMS zurückgesetzt, aber das Portal hat kein aktiviertes SMS-Gateway: Fügen Sie eines hinzu oder aktivieren Sie eines.',
  'Passwords are reset by email, but no mail server is enabled: add or enable one.':
    'Passwörter werden per E-Mail zurückgesetzt, aber kein Mailserver ist aktiviert: Legen Sie einen an oder aktivieren Sie einen.',
  'The usage plan "{0}" is not offered: see its warnings.':
    'Der Nutzungsplan „{0}“ wird nicht angeboten: Sehen Sie seine Warnungen an.',
  'The account is blocked. Unblock it first.': 'Das Konto ist gesperrt. Heben Sie die Sperre zuerst auf.',
  'This contact was sent too many of these messages. Try again later.':
    'An diesen Kontakt gingen zu viele dieser Nachrichten. Versuchen Sie es später noch einmal.',
  'Nothing can send the messages of a password reset: see the warnings of the splash portal.':
    'Nichts kann die Nachrichten zum Zurücksetzen eines Passworts senden: Sehen Sie die Warnungen des Splash-Portals an.',
  'The splash portal "{0}" resets no passwords: set its password_reset_method first.':
    'Das Splash-Portal „{0}“ setzt keine Passwörter zurück: Legen Sie zuerst fest, wie es das tun soll.',
  'No splash portal resets passwords: set its password_reset_method first.':
    'Kein Splash-Portal setzt Passwörter zurück: Legen Sie zuerst fest, wie es das tun soll.',
  'This portal resets passwords by number and email address together, and the account has no proven number. Proofs come with a code at a sign-up.':
    'Dieses Portal setzt Passwörter mit Nummer und E-Mail-Adresse zusammen zurück, und das Konto hat keine bestätigte Nummer. Bestätigt wird mit einem Code bei der Registrierung.',
  'This portal resets passwords by number and email address together, and the account has no proven email address. Proofs come with a code at a sign-up.':
    'Dieses Portal setzt Passwörter mit Nummer und E-Mail-Adresse zusammen zurück, und das Konto hat keine bestätigte E-Mail-Adresse. Bestätigt wird mit einem Code bei der Registrierung.',
  'This portal resets passwords by number and email address together, and the account has neither proven. Proofs come with a code at a sign-up.':
    'Dieses Portal setzt Passwörter mit Nummer und E-Mail-Adresse zusammen zurück, und im Konto ist keines von beiden bestätigt. Bestätigt wird mit einem Code bei der Registrierung.',
  'The account has no proven number, so there is nobody to write to for certain.':
    'Das Konto hat keine bestätigte Nummer; es gibt also niemanden, dem man sicher schreiben könnte.',
  'The account has no proven email address, so there is nobody to write to for certain.':
    'Das Konto hat keine bestätigte E-Mail-Adresse; es gibt also niemanden, dem man sicher schreiben könnte.',
  'The account has no proven number or email address, so there is nobody to write to for certain.':
    'Das Konto hat weder eine bestätigte Nummer noch eine bestätigte E-Mail-Adresse; es gibt also niemanden, dem man sicher schreiben könnte.',
  'The splash portal "{0}" does not reset passwords by text message.':
    'Das Splash-Portal „{0}“ setzt Passwörter nicht per SMS zurück.',
  'The splash portal "{0}" does not reset passwords by email.':
    'Das Splash-Portal „{0}“ setzt Passwörter nicht per E-Mail zurück.',
  'Give either a phone or an email.': 'Geben Sie entweder eine Telefonnummer oder eine E-Mail-Adresse an.',
  'A message to this person is leaving just now. Nothing was erased; try again in a moment.':
    'Gerade geht eine Nachricht an diese Person hinaus. Nichts wurde gelöscht; versuchen Sie es gleich noch einmal.',
  'This language is not supported; use {0}.': 'Diese Sprache wird nicht unterstützt; nehmen Sie {0}.',
  'There is no text of this name; the names are {0}.': 'Es gibt keinen Text dieses Namens; die Namen sind {0}.',
  '{0} is not known here; use {1}.': '{0} ist hier nicht bekannt; nehmen Sie {1}.',
  'The text is empty; leave it out to get the built-in one.':
    'Der Text ist leer; lassen Sie ihn weg, um den mitgelieferten zu bekommen.',
  '{code} is missing, so nobody would get the code.': '{code} fehlt, also bekäme niemand den Code.',
  '{link} is missing, so nobody would find the page.': '{link} fehlt, also fände niemand die Seite.',
  'It holds a control character; only line breaks are allowed.': 'Er enthält ein Steuerzeichen; nur Zeilenumbrüche sind erlaubt.',
  'A subject is one line; take the line break out.': 'Ein Betreff ist eine Zeile; nehmen Sie den Zeilenumbruch heraus.',
  'A subject has at most {0} characters.': 'Ein Betreff hat höchstens {0} Zeichen.',
  'An email has at most {0} characters.': 'Eine E-Mail hat höchstens {0} Zeichen.',
  'Leave out the line "@host #code": it is added to the end of every message with a code.':
    'Lassen Sie die Zeile „@host #code“ weg: Sie wird an jede Nachricht mit einem Code angehängt.',
  '{0} cannot go through a carrier’s email gateway: use plain letters.':
    '{0} kommt nicht durch das E-Mail-Gateway eines Mobilfunkanbieters: Nehmen Sie einfache Buchstaben.',
  'It is too long: with the brand and a code of {0} digits it has more than {1} characters.':
    'Er ist zu lang: Mit dem Markennamen und einem Code von {0} Ziffern hat er mehr als {1} Zeichen.',
  'It is too long: with the brand, the line "@{0} #…" and a code of {1} digits it needs {2} segments in {3}.':
    'Er ist zu lang: Mit dem Markennamen, der Zeile „@{0} #…“ und einem Code von {1} Ziffern braucht er {2} Teile in {3}.',
  'It is too long: with the brand and the link it needs {0} segments in {1}.':
    'Er ist zu lang: Mit dem Markennamen und dem Link braucht er {0} Teile in {1}.',
  'It is too long: with the brand it needs {0} segments in {1}.':
    'Er ist zu lang: Mit dem Markennamen braucht er {0} Teile in {1}.',
  'A segment holds fewer characters because of {0}.': 'In einen Teil passen weniger Zeichen, und zwar wegen {0}.',
  'Only 1 is allowed: that is at most {0} characters.': 'Erlaubt ist nur 1: Das sind höchstens {0} Zeichen.',
  'Only {0} are allowed: that is at most {1} characters.': 'Erlaubt sind nur {0}: Das sind höchstens {1} Zeichen.',
  'Shorten it, or raise sms_segments_max.': 'Kürzen Sie ihn, oder erhöhen Sie die Zahl der SMS-Teile.',
  'Must be a country code such as US.': 'Muss ein Ländercode wie US sein.',
  'This list cannot be searched.': 'Diese Liste lässt sich nicht durchsuchen.',
}
