import type { Catalogue } from '../../../server-catalogue.ts'

export const mail: Catalogue = {
  'The mail server’s from is not an email address.': 'Der Absender des Mailservers ist keine E-Mail-Adresse.',
  'This is not one email address.': 'Das ist keine einzelne E-Mail-Adresse.',
  'The server answers (without encryption); the login was taken. Nothing was sent.':
    'Der Server antwortet (unverschlüsselt); die Anmeldung wurde angenommen. Es wurde nichts gesendet.',
  'The server answers (without encryption); no login was tried. Nothing was sent.':
    'Der Server antwortet (unverschlüsselt); eine Anmeldung wurde nicht versucht. Es wurde nichts gesendet.',
  'The server answers (encrypted, with a valid certificate); the login was taken. Nothing was sent.':
    'Der Server antwortet (verschlüsselt, mit gültigem Zertifikat); die Anmeldung wurde angenommen. Es wurde nichts gesendet.',
  'The server answers (encrypted, with a valid certificate); no login was tried. Nothing was sent.':
    'Der Server antwortet (verschlüsselt, mit gültigem Zertifikat); eine Anmeldung wurde nicht versucht. Es wurde nichts gesendet.',
  'The login was refused: {0}': 'Die Anmeldung wurde abgelehnt: {0}',
  'Correct the field "from": wifi@example.com, or Hotel Wi-Fi <wifi@example.com>.':
    'Berichtigen Sie den Absender: wifi@example.com, oder Hotel Wi-Fi <wifi@example.com>.',
  'Give exactly one address such as guest@example.com.': 'Geben Sie genau eine Adresse wie guest@example.com an.',
  'The server wants a login: put in a user name and a password.':
    'Der Server verlangt eine Anmeldung: Tragen Sie Benutzername und Passwort ein.',
  'The server offers no STARTTLS on this port. Try port 587, or security "tls" with port 465.':
    'Der Server bietet auf diesem Port kein STARTTLS. Versuchen Sie Port 587, oder die Verschlüsselung TLS mit Port 465.',
  'The server does not carry mail for this sender to other domains: log in, or let the address of Gatehouse send there.':
    'Der Server befördert für diesen Absender keine E-Mails an andere Domains: Melden Sie sich an, oder erlauben Sie dort der Adresse von Gatehouse zu senden.',
  'The server asks to come back later (greylisting or a limit). Codes are tried again by themselves as long as they are valid.':
    'Der Server bittet, später wiederzukommen (Greylisting oder eine Grenze). Codes werden von selbst erneut versucht, solange sie gelten.',
  'The server refuses the sender: use an address in "from" that the login may send as, and look at bounce_address too.':
    'Der Server lehnt den Absender ab: Nehmen Sie einen, als der dieser Benutzer senden darf, und sehen Sie auch nach der Rücklaufadresse.',
  'The server offers no login here: leave user name and password empty, or use the port for sending (587 or 465).':
    'Der Server bietet hier keine Anmeldung: Lassen Sie Benutzername und Passwort leer, oder nehmen Sie den Port zum Senden (587 oder 465).',
  'Check user name and password. Many providers want the whole address as user name, and a password made for programs (an "app password").':
    'Prüfen Sie Benutzername und Passwort. Viele Anbieter verlangen die ganze Adresse als Benutzernamen und ein Passwort für Programme („App-Passwort“).',
  'This port does not begin encrypted: use security "starttls" (usually port 587), or port 465 with "tls".':
    'Dieser Port beginnt nicht verschlüsselt: Nehmen Sie die Verschlüsselung STARTTLS (meist Port 587), oder Port 465 mit TLS.',
  'What answers here is not what the security setting expects: use "starttls" with port 587, or "tls" with port 465.':
    'Was hier antwortet, passt nicht zur gewählten Verschlüsselung: Nehmen Sie STARTTLS mit Port 587, oder TLS mit Port 465.',
  'The server’s certificate is for another name than {0}: put in the name that is in the certificate.':
    'Das Zertifikat des Servers gilt für einen anderen Namen als {0}: Tragen Sie den Namen ein, der im Zertifikat steht.',
  'The server’s certificate has expired: it has to be renewed there.':
    'Das Zertifikat des Servers ist abgelaufen: Es muss dort erneuert werden.',
  'Nobody that this machine trusts vouches for the server’s certificate. For an authority of your own, start Gatehouse with NODE_EXTRA_CA_CERTS.':
    'Niemand, dem diese Maschine vertraut, bürgt für das Zertifikat des Servers. Für eine eigene Zertifizierungsstelle starten Sie Gatehouse mit NODE_EXTRA_CA_CERTS.',
  'There is no server of the name {0}: check the host.': 'Es gibt keinen Server namens {0}: Prüfen Sie den Host.',
  'Nothing listens on port {0} of {1}: check the port, usually 587 or 465.':
    'Auf Port {0} von {1} lauscht nichts: Prüfen Sie den Port, meist 587 oder 465.',
  'Port {0} of {1} took the connection and said nothing: a port that begins encrypted (465) needs security "tls".':
    'Port {0} von {1} nahm die Verbindung an und sagte nichts: Ein Port, der verschlüsselt beginnt (465), braucht die Verschlüsselung TLS.',
  'No answer from {0}, port {1}, in time: check host, port and firewall. Many hosting providers block port 25.':
    'Keine rechtzeitige Antwort von {0}, Port {1}: Prüfen Sie Host, Port und Firewall. Viele Hoster sperren Port 25.',
  'The connection was lost: look into the log of the mail server, then try again.':
    'Die Verbindung ging verloren: Sehen Sie in das Protokoll des Mailservers, und versuchen Sie es dann noch einmal.',
  'What answers on port {0} is no mail server, or it is closed to this machine.':
    'Was auf Port {0} antwortet, ist kein Mailserver, oder er ist für diese Maschine gesperrt.',
  'The stored password was encrypted with another GATEHOUSE_SECRET_KEY.':
    'Das gespeicherte Passwort wurde mit einem anderen GATEHOUSE_SECRET_KEY verschlüsselt.',
  'Put the password in again.': 'Tragen Sie das Passwort noch einmal ein.',
  'The simulator is always there. It reaches no real mailbox.': 'Der Simulator ist immer da. Er erreicht kein echtes Postfach.',
  'The simulator has it: see the page /simulator.': 'Der Simulator hat sie: Sehen Sie auf der Seite /simulator nach.',
  '{0} took the mail.': '{0} hat die E-Mail angenommen.',
  'Look into the mailbox, and into its spam folder. If it does not arrive, look into the log of your mail server.':
    'Sehen Sie ins Postfach und in seinen Spam-Ordner. Kommt sie nicht an, sehen Sie in das Protokoll Ihres Mailservers.',
  'The mailbox does not exist: the guest has to correct the address.':
    'Das Postfach gibt es nicht: Der Gast muss die Adresse berichtigen.',
  'The domain of the address takes no mail: the guest has to correct the address.':
    'Die Domain der Adresse nimmt keine E-Mails an: Der Gast muss die Adresse berichtigen.',
  'The sender address is refused: correct the mail server’s from and bounce_address.':
    'Die Absenderadresse wird abgelehnt: Berichtigen Sie Absender und Rücklaufadresse des Mailservers.',
  'The mail failed a check of its sender: set SPF, DKIM and DMARC up for the domain of the from address.':
    'Die E-Mail bestand eine Prüfung ihres Absenders nicht: Richten Sie SPF, DKIM und DMARC für die Domain des Absenders ein.',
  'The recipient’s mail server refuses mail from here: check SPF, DKIM and DMARC, and whether your server is on a blocklist.':
    'Der Mailserver des Empfängers lehnt E-Mails von hier ab: Prüfen Sie SPF, DKIM und DMARC, und ob Ihr Server auf einer Sperrliste steht.',
  'The text was refused: look at your own texts, and at SPF, DKIM and DMARC.':
    'Der Text wurde abgelehnt: Sehen Sie sich Ihre eigenen Texte an, und SPF, DKIM und DMARC.',
  'The recipient’s mail system does not work as it should; nothing is to be done here.':
    'Das Mailsystem des Empfängers arbeitet nicht, wie es soll; hier ist nichts zu tun.',
  'The address is not written correctly: the guest has to correct it.':
    'Die Adresse ist nicht richtig geschrieben: Der Gast muss sie berichtigen.',
  'The address fits several mailboxes: the guest has to give the full one.':
    'Die Adresse passt auf mehrere Postfächer: Der Gast muss die vollständige angeben.',
  'The mailbox has moved and left no new address: the guest has to give another one.':
    'Das Postfach ist umgezogen, ohne eine neue Adresse zu hinterlassen: Der Gast muss eine andere angeben.',
  'The mailbox is switched off: the guest has to give another address.':
    'Das Postfach ist abgeschaltet: Der Gast muss eine andere Adresse angeben.',
  'The mailbox is full: the guest has to make room or give another address.':
    'Das Postfach ist voll: Der Gast muss Platz schaffen oder eine andere Adresse angeben.',
  'The mail is too long for the mailbox.': 'Die E-Mail ist zu lang für das Postfach.',
  'The mail is too big for the recipient’s mail system.': 'Die E-Mail ist zu groß für das Mailsystem des Empfängers.',
  'No mail server was found for the address: the guest has to check what is after the @.':
    'Für die Adresse wurde kein Mailserver gefunden: Der Gast muss prüfen, was hinter dem @ steht.',
  'The mail went round in circles between servers; nothing is to be done here.':
    'Die E-Mail lief zwischen Servern im Kreis; hier ist nichts zu tun.',
  'Your mail server tried for as long as it may and gave up: the recipient’s server did not take the mail.':
    'Ihr Mailserver hat es versucht, solange er darf, und aufgegeben: Der Server des Empfängers hat die E-Mail nicht angenommen.',
  'The login was refused: correct the user name and the password.':
    'Die Anmeldung wurde abgelehnt: Berichtigen Sie Benutzername und Passwort.',
  'The mailbox belongs to somebody else now: the guest has to give another address.':
    'Das Postfach gehört jetzt jemand anderem: Der Gast muss eine andere Adresse angeben.',
  'The domain of the sender address says that it takes no mail: correct from and bounce_address.':
    'Die Domain des Absenders sagt, dass sie keine E-Mails annimmt: Berichtigen Sie Absender und Rücklaufadresse.',
  'Something is wrong with the address: the guest has to check it.':
    'Mit der Adresse stimmt etwas nicht: Der Gast muss sie prüfen.',
  'The mailbox takes no mail: the guest has to give another address.':
    'Das Postfach nimmt keine E-Mails an: Der Gast muss eine andere Adresse angeben.',
  'The recipient’s mail server could not be reached.': 'Der Mailserver des Empfängers war nicht zu erreichen.',
  'The two mail servers did not understand each other; nothing is to be done here.':
    'Die beiden Mailserver verstanden einander nicht; hier ist nichts zu tun.',
  'The recipient’s mail server refused the mail and did not say why in a code: read its words.':
    'Der Mailserver des Empfängers hat die E-Mail abgelehnt und den Grund nicht als Code genannt: Lesen Sie seine Worte.',
  '{0} It said: {1}': '{0} Er schrieb: {1}',
  'The guest, or the provider for the guest, reported the mail as unwanted: nothing more is sent to this address.':
    'Der Gast, oder sein Anbieter für ihn, hat die E-Mail als unerwünscht gemeldet: An diese Adresse geht nichts mehr.',
  'Your mail server could not deliver the mail in time and has given up.':
    'Ihr Mailserver konnte die E-Mail nicht rechtzeitig zustellen und hat aufgegeben.',
  'Not delivered yet: your mail server keeps trying.': 'Noch nicht zugestellt: Ihr Mailserver versucht es weiter.',
  'Delivered, says the recipient’s mail server.': 'Zugestellt, sagt der Mailserver des Empfängers.',
  'Handed on to a mail server that sends no reports.': 'An einen Mailserver weitergegeben, der keine Berichte sendet.',
  'Handed on to several recipients.': 'An mehrere Empfänger weitergegeben.',
  'A mail server wrote that the mail is late or did not arrive.':
    'Ein Mailserver schrieb, dass die E-Mail sich verspätet oder nicht angekommen ist.',
}
