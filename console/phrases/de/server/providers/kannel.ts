import type { Catalogue } from '../../../../server-catalogue.ts'

export const kannel: Catalogue = {
  'POST keeps the password and the text out of addresses, which proxies log. GET for services that only imitate Kannel.':
    'POST hält Passwort und Text aus Adressen heraus, die Proxys protokollieren. GET für Dienste, die Kannel nur nachahmen.',
  'The smsc-id to send through, where Kannel has several. Empty: Kannel chooses.':
    'Die smsc-id, durch die gesendet wird, wo Kannel mehrere hat. Leer: Kannel wählt.',
  'The sender. Empty: the default-sender of the sendsms-user, or the global-sender.':
    'Der Absender. Leer: der default-sender des sendsms-user, oder der global-sender.',
  'The username of a sendsms-user group in kannel.conf.': 'Der username einer Gruppe sendsms-user in kannel.conf.',
  'The password of that sendsms-user.': 'Das password dieses sendsms-user.',
  'With its sendsms-port, as in http://10.0.0.5:13013. With a path where sendsms-url is not /cgi-bin/sendsms.':
    'Mit ihrem sendsms-port, etwa http://10.0.0.5:13013. Mit einem Pfad, wo sendsms-url nicht /cgi-bin/sendsms ist.',
  'It has spaces or line breaks in it: copy it again from kannel.conf.':
    'Darin sind Leerzeichen oder Zeilenumbrüche: Kopieren Sie es erneut aus kannel.conf.',
  'The sender is one line.': 'Der Absender ist eine einzige Zeile.',
  'An smsc-id has no spaces: copy it from kannel.conf.': 'Eine smsc-id hat keine Leerzeichen: Kopieren Sie sie aus kannel.conf.',
  'Kannel’s white or black lists keep this number out: see white-list and black-list in kannel.conf.':
    'Die Listen von Kannel schließen diese Nummer aus: Siehe white-list und black-list in kannel.conf.',
  'Kannel refuses the username or password, or this server’s address: see the sendsms-user in kannel.conf.':
    'Kannel lehnt Benutzername oder Passwort ab, oder die Adresse dieses Servers: Siehe sendsms-user in kannel.conf.',
  'No SMSC of Kannel’s takes this number: see allowed-prefix and denied-prefix in kannel.conf.':
    'Kein SMSC von Kannel nimmt diese Nummer an: Siehe allowed-prefix und denied-prefix in kannel.conf.',
  'Kannel wants a sender: fill in From, or set default-sender in kannel.conf.':
    'Kannel verlangt einen Absender: Füllen Sie „Absender“ aus, oder setzen Sie default-sender in kannel.conf.',
  'This service does not take messages by POST: choose GET.':
    'Dieser Dienst nimmt keine Nachrichten per POST an: Wählen Sie GET.',
  'Kannel cannot write the text in the alphabet of an SMS: reword the template.':
    'Kannel kann den Text nicht im Alphabet einer SMS schreiben: Formulieren Sie den Nachrichtentext um.',
  'Nothing listens at this path: see sendsms-url in kannel.conf, and put the path into the address.':
    'Unter diesem Pfad hört niemand: Siehe sendsms-url in kannel.conf, und setzen Sie den Pfad in die Adresse.',
  'Kannel refused the message ({0}). See the log of smsbox.':
    'Kannel hat die Nachricht abgelehnt ({0}). Sehen Sie im Protokoll von smsbox nach.',
  'Kannel refused the message ({0}): {1}. See the log of smsbox.':
    'Kannel hat die Nachricht abgelehnt ({0}): {1}. Sehen Sie im Protokoll von smsbox nach.',
  'Kannel takes the username and password. Whether its SMSC is connected only a test message shows.':
    'Kannel nimmt Benutzername und Passwort an. Ob sein SMSC verbunden ist, zeigt nur eine Testnachricht.',
  'What answers at this address ({0}) does not speak as Kannel does: send a test message.':
    'Was unter dieser Adresse antwortet ({0}), spricht nicht wie Kannel: Senden Sie eine Testnachricht.',
  'The message did not reach the phone: it is off, out of reach, or not in use. The guest can ask for another code.':
    'Die Nachricht hat das Telefon nicht erreicht: Es ist aus, nicht erreichbar oder nicht in Gebrauch. Der Gast kann einen neuen Code anfordern.',
  'The SMSC did not take the message from Kannel: see the log of bearerbox for its reason.':
    'Das SMSC hat die Nachricht von Kannel nicht angenommen: Den Grund nennt das Protokoll von bearerbox.',
  'Address of smsbox': 'Adresse der smsbox',
  'Kannel cannot take messages at the moment: is bearerbox running, and its queue not full?':
    'Kannel kann zurzeit keine Nachrichten annehmen: Läuft bearerbox, und ist seine Warteschlange nicht voll?',
}
