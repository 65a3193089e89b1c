import type { Catalogue } from '../../../server-catalogue.ts'

export const refusals: Catalogue = {
  'The request could not be read': 'Die Anfrage war nicht zu lesen',
  'Sign in, or send a valid API key': 'Melden Sie sich an, oder senden Sie einen gültigen API-Schlüssel',
  'Not allowed': 'Nicht erlaubt',
  'Confirm that it is you': 'Bestätigen Sie, dass Sie es sind',
  'The form was sent from another site': 'Das Formular kam von einer anderen Website',
  'Not found': 'Nicht gefunden',
  'This address does not take that method': 'Diese Adresse nimmt diese Methode nicht an',
  'The record has changed or clashes with another': 'Der Datensatz hat sich geändert oder verträgt sich nicht mit einem anderen',
  'The record is in use': 'Der Datensatz wird gebraucht',
  'The request is too large': 'Die Anfrage ist zu groß',
  'The content type is not supported': 'Diese Art von Inhalt wird nicht angenommen',
  'This server does not go by that name': 'Dieser Server heißt nicht so',
  'Some fields need attention': 'Einige Felder brauchen Aufmerksamkeit',
  'Nothing can send this message': 'Nichts kann diese Nachricht senden',
  'Too many requests': 'Zu viele Anfragen',
  'Something went wrong on this server': 'Auf diesem Server ist etwas schiefgegangen',
  'The server is busy': 'Der Server ist ausgelastet',
  'The database cannot be reached': 'Die Datenbank ist nicht zu erreichen',
  'The database cannot be reached at the moment. Try again shortly.':
    'Die Datenbank ist im Moment nicht zu erreichen. Versuchen Sie es gleich noch einmal.',
  'This is a fault of the server. The request id finds it in its log.':
    'Das ist ein Fehler des Servers. Die Kennung der Anfrage findet ihn in seinem Protokoll.',
  'There is nothing at this address.': 'Unter dieser Adresse ist nichts.',
  'This address takes {0}.': 'Diese Adresse nimmt {0} an.',
  'Use {0}, or add the name that was used to GATEHOUSE_ALLOWED_HOSTS if it is one of this server.':
    'Benutzen Sie {0}, oder nehmen Sie den benutzten Namen in GATEHOUSE_ALLOWED_HOSTS auf, wenn er einer dieses Servers ist.',
  'The address or the Host header of the request is not valid.': 'Die Adresse oder der Host-Header der Anfrage ist nicht gültig.',
  'A request has one Host header.': 'Eine Anfrage hat genau einen Host-Header.',
  'The request ended before it was complete.': 'Die Anfrage endete, bevor sie vollständig war.',
  'The form was sent from another site.': 'Das Formular kam von einer anderen Website.',
  'The body may have at most {0} KiB.': 'Der Inhalt darf höchstens {0} KiB groß sein.',
  'The body may have at most {0} MiB.': 'Der Inhalt darf höchstens {0} MiB groß sein.',
  'The body is empty; send a JSON object.': 'Der Inhalt ist leer; senden Sie ein JSON-Objekt.',
  'The body is not valid JSON.': 'Der Inhalt ist kein gültiges JSON.',
  'Send JSON, with the header content-type: application/json.': 'Senden Sie JSON, mit dem Header content-type: application/json.',
  'The form is not encoded correctly.': 'Das Formular ist nicht richtig kodiert.',
  'Send the body as {0}.': 'Senden Sie den Inhalt als {0}.',
  'Send the body as {0}, not {1}.': 'Senden Sie den Inhalt als {0}, nicht als {1}.',
  'Send the body in UTF-8, not {0}.': 'Senden Sie den Inhalt in UTF-8, nicht in {0}.',
  'Send the body uncompressed, without content-encoding.': 'Senden Sie den Inhalt unkomprimiert, ohne content-encoding.',
  'The body is not valid UTF-8.': 'Der Inhalt ist kein gültiges UTF-8.',
  'The console was built anew: load its page again.': 'Die Konsole wurde neu gebaut: Laden Sie die Seite neu.',
  'Sign in to the console, or send an API key with the request, as the header Authorization: Bearer KEY.':
    'Melden Sie sich bei der Konsole an, oder senden Sie mit der Anfrage einen API-Schlüssel, im Header Authorization: Bearer SCHLÜSSEL.',
  'The Authorization header must read: Bearer, a space, and an API key.':
    'Im Authorization-Header muss stehen: Bearer, ein Leerzeichen und ein API-Schlüssel.',
  'There is no such API key.': 'Diesen API-Schlüssel gibt es nicht.',
  'The API key has expired.': 'Der API-Schlüssel ist abgelaufen.',
  'The administrator whose API key this is has been blocked.':
    'Der Administrator, dem dieser API-Schlüssel gehört, ist gesperrt.',
  'This takes the role owner; yours is {0}.': 'Dafür ist die Rolle Inhaber nötig; Ihre ist {0}.',
  'This takes the role {0} or higher; yours is {1}.': 'Dafür ist die Rolle {0} oder eine höhere nötig; Ihre ist {1}.',
  'To filter, search or sort by contacts, or by a login that may be one, takes the role front_desk or higher; yours is {0}.':
    'Um nach Kontakten, oder einem Benutzernamen, der einer sein kann, zu filtern, zu suchen oder zu sortieren, ist die Rolle „Rezeption“ oder eine höhere nötig; Ihre ist {0}.',
  read_only: 'Nur Lesen',
  front_desk: 'Rezeption',
  operator: 'Betreuung',
  owner: 'Inhaber',
  'Confirm that it is you, with your password or a passkey, and do it again.':
    'Bestätigen Sie mit Ihrem Passwort oder einem Passkey, dass Sie es sind, und versuchen Sie es noch einmal.',
  'There is no {0} with this id.': 'Es gibt keinen Datensatz mit dieser Kennung: {0}.',
  'The {0} is used by {1}. Take it out there first.':
    'Der Datensatz wird gebraucht ({0}), von {1}. Nehmen Sie ihn zuerst dort heraus.',
  'There is no record {0} in {1}.': 'Es gibt keinen Datensatz {0} in {1}.',
  'There is no record {0} in splash_portals.': 'Es gibt kein Splash-Portal {0}.',
  account: 'Konto',
  'account group': 'Kontogruppe',
  administrator: 'Administrator',
  'API key': 'API-Schlüssel',
  'audit event': 'Audit-Eintrag',
  block: 'Sperre',
  carrier: 'Mobilfunkanbieter',
  'mail server': 'Mailserver',
  message: 'Nachricht',
  passkey: 'Passkey',
  session: 'Sitzung',
  'SMS gateway': 'SMS-Gateway',
  'SMS price': 'SMS-Preis',
  'splash portal': 'Splash-Portal',
  suppression: 'Empfängersperre',
  'usage plan': 'Nutzungsplan',
  validation: 'Validierung',
  'There is no such message yet.': 'Diese Nachricht gibt es noch nicht.',
  'There is no such gateway.': 'Dieses Gateway gibt es nicht.',
  'There is no such mail server.': 'Diesen Mailserver gibt es nicht.',
  'The signature does not match.': 'Die Signatur stimmt nicht.',
  'The token does not belong to this mail server: copy its bounce_hook_url again.':
    'Das Token gehört nicht zu diesem Mailserver: Kopieren Sie seine Adresse für Rückläufer noch einmal.',
  'Too many live logs are open on this server. Close one, or try again shortly.':
    'Auf diesem Server sind zu viele Live-Ansichten offen. Schließen Sie eine, oder versuchen Sie es gleich noch einmal.',
  'Only an owner may change where the script of the CAPTCHA comes from.':
    'Nur ein Inhaber darf ändern, woher das Skript des CAPTCHAs kommt.',
  'Only an owner may change the public URL.': 'Nur ein Inhaber darf die öffentliche URL ändern.',
  'A list is paged up to its entry {0}; narrow it with filters to get at the rest.':
    'Eine Liste lässt sich bis zu ihrem Eintrag {0} durchblättern; grenzen Sie sie mit Filtern ein, um an den Rest zu kommen.',
  'An export has no pages: it holds all.': 'Ein Export hat keine Seiten: Er enthält alles.',
  'There is no such parameter; lists take page, per_page, sort, order, q and the names of fields.':
    'Diesen Parameter gibt es nicht; Listen nehmen page, per_page, sort, order, q und die Namen der Felder an.',
  'There is no such parameter; there are {0}.': 'Diesen Parameter gibt es nicht; es gibt {0}.',
  'There is no such parameter; there is since.': 'Diesen Parameter gibt es nicht; es gibt since.',
  'There is no such parameter; there are from, to, time_zone, group_by.':
    'Diesen Parameter gibt es nicht; es gibt from, to, time_zone, group_by.',
  'There is no such parameter; there are from, to, time_zone, group_by, {0}.':
    'Diesen Parameter gibt es nicht; es gibt from, to, time_zone, group_by, {0}.',
  'That makes more than {0} rows: ask for fewer groups, or for less time.':
    'Das ergibt mehr als {0} Zeilen: Fragen Sie nach weniger Gruppen oder weniger Zeit.',
  'Makes more than {0} rows.': 'Ergibt mehr als {0} Zeilen.',
  'Set up a second factor first': 'Richten Sie zuerst einen zweiten Faktor ein',
  'A second factor is required of you here. Set up an authenticator app or a passkey first.':
    'Von Ihnen wird hier ein zweiter Faktor verlangt. Richten Sie zuerst eine Authenticator-App oder einen Passkey ein.',
}
