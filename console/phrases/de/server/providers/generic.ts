import type { Catalogue } from '../../../../server-catalogue.ts'

export const generic: Catalogue = {
  'The service': 'Der Dienst',
  'The service refused the message ({0}). See its documentation or its log.':
    'Der Dienst hat die Nachricht abgelehnt ({0}). Sehen Sie in seiner Dokumentation oder seinem Protokoll nach.',
  'The service refused the message ({0}): {1}. See its documentation or its log.':
    'Der Dienst hat die Nachricht abgelehnt ({0}): {1}. Sehen Sie in seiner Dokumentation oder seinem Protokoll nach.',
  'The service reports that the message was not delivered. The guest can ask for another code.':
    'Der Dienst meldet, dass die Nachricht nicht zugestellt wurde. Der Gast kann einen neuen Code anfordern.',
  'The service reports that the message was not delivered: {0}. The guest can ask for another code.':
    'Der Dienst meldet, dass die Nachricht nicht zugestellt wurde: {0}. Der Gast kann einen neuen Code anfordern.',
  'How the service wants to be called; its documentation says POST or GET.':
    'Wie der Dienst aufgerufen werden will; in seiner Dokumentation steht POST oder GET.',
  'The whole address, as in https://sms.example.com/send?to={number}. Variables: {to} {number} {national} {country_code} {message} {from} {account_sid} {auth_token} {basic_auth} {id} {callback_url} {validity} {validity_minutes} {encoding}.':
    'Die ganze Adresse, etwa https://sms.example.com/send?to={number}. Variablen: {to} {number} {national} {country_code} {message} {from} {account_sid} {auth_token} {basic_auth} {id} {callback_url} {validity} {validity_minutes} {encoding}.',
  'One on each line, as in X-API-Key: {auth_token} or Authorization: Basic {basic_auth}.':
    'Einer in jeder Zeile, etwa X-API-Key: {auth_token} oder Authorization: Basic {basic_auth}.',
  'How the body is written, and so how what stands for a variable is escaped. None: the URL says it all.':
    'Wie der Inhalt geschrieben ist, und damit, wie die Werte der Variablen maskiert werden. Keiner: Die URL sagt alles.',
  'As in {"to": "{to}", "text": "{message}"}; the variables are those of the URL.':
    'Etwa {"to": "{to}", "text": "{message}"}; die Variablen sind die der URL.',
  'Words for {encoding}': 'Wörter für {encoding}',
  'Two words with a comma between: the one for a plain text, the one for a text in Unicode.':
    'Zwei Wörter mit einem Komma dazwischen: das für einen einfachen Text, das für einen Text in Unicode.',
  'HTTP statuses from 200 to 299, as in 200-299 or 200, 202.': 'HTTP-Status von 200 bis 299, etwa 200-299 oder 200, 202.',
  'A path into the JSON of the answer, as in data.status or [0].status.':
    'Ein Pfad in das JSON der Antwort, etwa data.status oder [0].status.',
  'With commas between, as in queued, accepted. Empty: any value.':
    'Mit Kommas dazwischen, etwa queued, accepted. Leer: jeder Wert.',
  'A regular expression that the value there, or the whole answer, has to match.':
    'Ein regulärer Ausdruck, dem der Wert dort oder die ganze Antwort entsprechen muss.',
  'A path into the JSON of the answer, as in data.id. Empty: Gatehouse’s own id stands for it.':
    'Ein Pfad in das JSON der Antwort, etwa data.id. Leer: An seine Stelle tritt die ID von Gatehouse.',
  'Where the answer is no JSON: a regular expression whose first group is the id.':
    'Wo die Antwort kein JSON ist: ein regulärer Ausdruck, dessen erste Gruppe die ID ist.',
  'A path into the JSON of a refusal, as in error.code.': 'Ein Pfad in das JSON einer Ablehnung, etwa error.code.',
  'A path into the JSON of a refusal, as in error.message.': 'Ein Pfad in das JSON einer Ablehnung, etwa error.message.',
  'Codes or HTTP statuses, with commas between, that mean: this number cannot get it.':
    'Codes oder HTTP-Status, mit Kommas dazwischen, die bedeuten: Diese Nummer kann es nicht erhalten.',
  'Codes or HTTP statuses that mean: this text is not taken.':
    'Codes oder HTTP-Status, die bedeuten: Dieser Text wird nicht angenommen.',
  'Codes or HTTP statuses that mean: the credentials, the account or its credit.':
    'Codes oder HTTP-Status, die bedeuten: die Zugangsdaten, das Konto oder sein Guthaben.',
  'Codes or HTTP statuses that mean: too fast, try again in a moment.':
    'Codes oder HTTP-Status, die bedeuten: zu schnell, gleich noch einmal versuchen.',
  'The name of a parameter, or a path into the JSON of the callback, as in payload.messageId.':
    'Der Name eines Parameters, oder ein Pfad in das JSON des Callbacks, etwa payload.messageId.',
  'Where the callback gives back what {id} was.': 'Wo der Callback zurückgibt, was {id} war.',
  'The name of a parameter, or a path. Empty: there are no receipts.':
    'Der Name eines Parameters, oder ein Pfad. Leer: Es gibt keine Zustellberichte.',
  'Where the callback says why it failed.': 'Wo der Callback sagt, warum es scheiterte.',
  'With commas between, as in delivered, DELIVRD.': 'Mit Kommas dazwischen, etwa delivered, DELIVRD.',
  'With commas between, as in failed, expired.': 'Mit Kommas dazwischen, etwa failed, expired.',
  'With commas between, as in sent. Any other word says nothing.':
    'Mit Kommas dazwischen, etwa sent. Jedes andere Wort sagt nichts.',
  'Where a callback to the inbound address says who sent the text; so that STOP is heard.':
    'Wo ein Callback an die Adresse für eingehende Nachrichten sagt, wer den Text gesendet hat; damit STOP gehört wird.',
  'Where it says what the text is.': 'Wo darin der Text steht.',
  'Stands for {from}.': 'Steht für {from}.',
  'Stands for {account_sid}, and is the user in {basic_auth}.': 'Steht für {account_sid} und ist der Benutzer in {basic_auth}.',
  'Stands for {auth_token}, and is the password in {basic_auth}. It is stored encrypted, which URL, headers and body are not.':
    'Steht für {auth_token} und ist das Passwort in {basic_auth}. Es wird verschlüsselt gespeichert, anders als URL, Header und Inhalt.',
  'These are two words with a comma between: one for a plain text, one for Unicode.':
    'Das sind zwei Wörter mit einem Komma dazwischen: eines für einen einfachen Text, eines für Unicode.',
  'These are HTTP statuses from 200 to 299, as in 200-299 or 200, 202.':
    'Das sind HTTP-Status von 200 bis 299, etwa 200-299 oder 200, 202.',
  'A path is names with dots between and numbers in brackets, as in data.id or messages[0].status.':
    'Ein Pfad besteht aus Namen mit Punkten dazwischen und Zahlen in eckigen Klammern, etwa data.id oder messages[0].status.',
  'The id is found by a path or by a pattern: leave one of them empty.':
    'Die ID wird durch einen Pfad oder durch ein Muster gefunden: Lassen Sie eines davon leer.',
  'There is no variable {{0}}; there are {1}.': 'Es gibt keine Variable {{0}}; es gibt {1}.',
  'Variables may stand in the path and behind it, not in the name of the server.':
    'Variablen dürfen im Pfad und dahinter stehen, nicht im Namen des Servers.',
  'The URL is a whole http or https address, as in https://sms.example.com/send.':
    'Die URL ist eine ganze http- oder https-Adresse, etwa https://sms.example.com/send.',
  'No name or password before the server’s name, and no #: write the header Authorization: Basic {basic_auth}.':
    'Kein Name oder Passwort vor dem Namen des Servers, und kein #: Schreiben Sie den Header Authorization: Basic {basic_auth}.',
  'What stands at {0} looks like a secret, and here it is neither encrypted nor hidden: put it into the password, and {auth_token} here.':
    'Was bei {0} steht, sieht nach einem Geheimnis aus, und hier ist es weder verschlüsselt noch verborgen: Tragen Sie es als Passwort ein, und hier {auth_token}.',
  'Each line is a name, a colon and a value, as in X-API-Key: {auth_token}.':
    'Jede Zeile ist ein Name, ein Doppelpunkt und ein Wert, etwa X-API-Key: {auth_token}.',
  'The header {0} is set by the connection: leave it out.': 'Der Header {0} wird von der Verbindung gesetzt: Lassen Sie ihn weg.',
  'A GET has no body: choose None for it and empty the template, or choose POST.':
    'Ein GET hat keinen Inhalt: Wählen Sie „Keiner“ und leeren Sie die Vorlage, oder wählen Sie POST.',
  'The body is empty: write its template, or choose None.':
    'Der Inhalt ist leer: Schreiben Sie seine Vorlage, oder wählen Sie „Keiner“.',
  'The text is nowhere in the request: put {message} into the body or the URL.':
    'Der Text steht nirgends in der Anfrage: Setzen Sie {message} in den Inhalt oder die URL.',
  'The number is nowhere in the request: put {to} or {number} into the body or the URL.':
    'Die Nummer steht nirgends in der Anfrage: Setzen Sie {to} oder {number} in den Inhalt oder die URL.',
  'With its variables filled in this is no JSON: put each of them between double quotes, and look for a comma too many.':
    'Mit ausgefüllten Variablen ist das kein JSON: Setzen Sie jede zwischen doppelte Anführungszeichen, und suchen Sie nach einem Komma zu viel.',
  'A word of a receipt’s status stands in two of its lists: it means one thing only.':
    'Ein Wort für den Status eines Zustellberichts steht in zwei der Listen: Es bedeutet nur eines.',
  'Say which words of the status mean delivered, failed or on its way.':
    'Sagen Sie, welche Wörter des Status zugestellt, gescheitert oder unterwegs bedeuten.',
  'Whatever answers with a success status counts as having taken the message: say what its answer looks like.':
    'Was mit einem Erfolgsstatus antwortet, gilt als angenommen: Sagen Sie, wie die Antwort aussieht.',
  'Without receipts messages stay at accepted, delivered or not.':
    'Ohne Zustellberichte bleiben Nachrichten auf „angenommen“, ob zugestellt oder nicht.',
  'What stands in a URL, codes and passwords included, is written to the logs of servers and proxies: prefer POST with a body.':
    'Was in einer URL steht, auch Codes und Passwörter, wird in die Protokolle von Servern und Proxys geschrieben: besser POST mit Inhalt.',
  'User name or account': 'Benutzername oder Konto',
  'Password, key or token': 'Passwort, Schlüssel oder Token',
  Headers: 'Header',
  Body: 'Inhalt',
  'Body template': 'Vorlage des Inhalts',
  'Statuses that mean taken': 'Status, die „angenommen“ bedeuten',
  'Where the answer says so': 'Wo die Antwort es sagt',
  'Values there that mean taken': 'Werte dort, die „angenommen“ bedeuten',
  'Pattern that means taken': 'Muster, das „angenommen“ bedeutet',
  'Where the message’s id is': 'Wo die ID der Nachricht steht',
  'Pattern of the message’s id': 'Muster der ID der Nachricht',
  'Where the error’s code is': 'Wo der Fehlercode steht',
  'Where the error’s text is': 'Wo der Fehlertext steht',
  'Errors of the number': 'Fehler der Nummer',
  'Errors of the text': 'Fehler des Textes',
  'Errors of the account': 'Fehler des Kontos',
  'Errors that pass': 'Vorübergehende Fehler',
  'Receipts: the message’s id': 'Zustellberichte: die ID der Nachricht',
  'Receipts: our id': 'Zustellberichte: unsere ID',
  'Receipts: the status': 'Zustellberichte: der Status',
  'Receipts: the reason': 'Zustellberichte: der Grund',
  'Words for delivered': 'Wörter für „zugestellt“',
  'Words for failed': 'Wörter für „gescheitert“',
  'Words for on its way': 'Wörter für „unterwegs“',
  'Texts from phones: the phone': 'Nachrichten von Telefonen: das Telefon',
  'Texts from phones: the text': 'Nachrichten von Telefonen: der Text',
  'Form (a=1&b=2)': 'Formular (a=1&b=2)',
  'Plain text': 'Einfacher Text',
  None: 'Keiner',
  'Generic HTTP': 'HTTP allgemein',
}
