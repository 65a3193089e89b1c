import type { Catalogue } from '../../../server-catalogue.ts'

export const mail: Catalogue = {
  'The mail server’s from is not an email address.': 'L’expéditeur du serveur de messagerie n’est pas une adresse e-mail.',
  'This is not one email address.': 'Ce n’est pas une seule adresse e-mail.',
  'The server answers (without encryption); the login was taken. Nothing was sent.':
    'Le serveur répond (sans chiffrement)\u00a0; l’authentification a été acceptée. Rien n’a été envoyé.',
  'The server answers (without encryption); no login was tried. Nothing was sent.':
    'Le serveur répond (sans chiffrement)\u00a0; aucune authentification n’a été tentée. Rien n’a été envoyé.',
  'The server answers (encrypted, with a valid certificate); the login was taken. Nothing was sent.':
    'Le serveur répond (chiffré, avec un certificat valide)\u00a0; l’authentification a été acceptée. Rien n’a été envoyé.',
  'The server answers (encrypted, with a valid certificate); no login was tried. Nothing was sent.':
    'Le serveur répond (chiffré, avec un certificat valide)\u00a0; aucune authentification n’a été tentée. Rien n’a été envoyé.',
  'The login was refused: {0}': 'L’authentification a été refusée\u00a0: {0}',
  'Correct the field "from": wifi@example.com, or Hotel Wi-Fi <wifi@example.com>.':
    'Corrigez l’expéditeur\u00a0: wifi@example.com, ou Hotel Wi-Fi <wifi@example.com>.',
  'Give exactly one address such as guest@example.com.': 'Donnez exactement une adresse comme guest@example.com.',
  'The server wants a login: put in a user name and a password.':
    'Le serveur veut une authentification\u00a0: indiquez un nom d’utilisateur et un mot de passe.',
  'The server offers no STARTTLS on this port. Try port 587, or security "tls" with port 465.':
    'Le serveur n’offre pas STARTTLS sur ce port. Essayez le port 587, ou le chiffrement TLS avec le port 465.',
  'The server does not carry mail for this sender to other domains: log in, or let the address of Gatehouse send there.':
    'Le serveur ne transmet pas le courrier de cet expéditeur vers d’autres domaines\u00a0: authentifiez-vous, ou autorisez-y l’adresse de Gatehouse à envoyer.',
  'The server asks to come back later (greylisting or a limit). Codes are tried again by themselves as long as they are valid.':
    'Le serveur demande de revenir plus tard (greylisting ou une limite). Les codes sont réessayés d’eux-mêmes tant qu’ils sont valables.',
  'The server refuses the sender: use an address in "from" that the login may send as, and look at bounce_address too.':
    'Le serveur refuse l’expéditeur\u00a0: utilisez-en un que ce nom d’utilisateur peut employer, et vérifiez aussi l’adresse de rebond.',
  'The server offers no login here: leave user name and password empty, or use the port for sending (587 or 465).':
    'Le serveur n’offre pas d’authentification ici\u00a0: laissez vides le nom d’utilisateur et le mot de passe, ou utilisez le port d’envoi (587 ou 465).',
  'Check user name and password. Many providers want the whole address as user name, and a password made for programs (an "app password").':
    'Vérifiez le nom d’utilisateur et le mot de passe. Beaucoup de fournisseurs veulent l’adresse entière comme nom d’utilisateur, et un mot de passe fait pour les programmes («\u00a0mot de passe d’application\u00a0»).',
  'This port does not begin encrypted: use security "starttls" (usually port 587), or port 465 with "tls".':
    'Ce port ne commence pas chiffré\u00a0: utilisez le chiffrement STARTTLS (en général le port 587), ou le port 465 avec TLS.',
  'What answers here is not what the security setting expects: use "starttls" with port 587, or "tls" with port 465.':
    'Ce qui répond ici n’est pas ce que le chiffrement choisi attend\u00a0: utilisez STARTTLS avec le port 587, ou TLS avec le port 465.',
  'The server’s certificate is for another name than {0}: put in the name that is in the certificate.':
    'Le certificat du serveur est pour un autre nom que {0}\u00a0: indiquez le nom qui est dans le certificat.',
  'The server’s certificate has expired: it has to be renewed there.':
    'Le certificat du serveur a expiré\u00a0: il faut l’y renouveler.',
  'Nobody that this machine trusts vouches for the server’s certificate. For an authority of your own, start Gatehouse with NODE_EXTRA_CA_CERTS.':
    'Personne en qui cette machine a confiance ne garantit le certificat du serveur. Pour votre propre autorité, démarrez Gatehouse avec NODE_EXTRA_CA_CERTS.',
  'There is no server of the name {0}: check the host.': 'Il n’y a pas de serveur du nom de {0}\u00a0: vérifiez l’hôte.',
  'Nothing listens on port {0} of {1}: check the port, usually 587 or 465.':
    'Rien n’écoute sur le port {0} de {1}\u00a0: vérifiez le port, en général 587 ou 465.',
  'Port {0} of {1} took the connection and said nothing: a port that begins encrypted (465) needs security "tls".':
    'Le port {0} de {1} a accepté la connexion et n’a rien dit\u00a0: un port qui commence chiffré (465) a besoin du chiffrement TLS.',
  'No answer from {0}, port {1}, in time: check host, port and firewall. Many hosting providers block port 25.':
    'Pas de réponse de {0}, port {1}, à temps\u00a0: vérifiez l’hôte, le port et le pare-feu. Beaucoup d’hébergeurs bloquent le port 25.',
  'The connection was lost: look into the log of the mail server, then try again.':
    'La connexion a été perdue\u00a0: regardez le journal du serveur de messagerie, puis réessayez.',
  'What answers on port {0} is no mail server, or it is closed to this machine.':
    'Ce qui répond sur le port {0} n’est pas un serveur de messagerie, ou il est fermé à cette machine.',
  'The stored password was encrypted with another GATEHOUSE_SECRET_KEY.':
    'Le mot de passe enregistré a été chiffré avec une autre GATEHOUSE_SECRET_KEY.',
  'Put the password in again.': 'Indiquez de nouveau le mot de passe.',
  'The simulator is always there. It reaches no real mailbox.': 'Le simulateur est toujours là. Il n’atteint aucune vraie boîte.',
  'The simulator has it: see the page /simulator.': 'Le simulateur l’a\u00a0: voyez la page /simulator.',
  '{0} took the mail.': '{0} a accepté l’e-mail.',
  'Look into the mailbox, and into its spam folder. If it does not arrive, look into the log of your mail server.':
    'Regardez dans la boîte, et dans son dossier d’indésirables. S’il n’arrive pas, regardez le journal de votre serveur de messagerie.',
  'The mailbox does not exist: the guest has to correct the address.':
    'La boîte n’existe pas\u00a0: l’invité doit corriger l’adresse.',
  'The domain of the address takes no mail: the guest has to correct the address.':
    'Le domaine de l’adresse n’accepte pas d’e-mails\u00a0: l’invité doit corriger l’adresse.',
  'The sender address is refused: correct the mail server’s from and bounce_address.':
    'L’adresse de l’expéditeur est refusée\u00a0: corrigez l’expéditeur et l’adresse de rebond du serveur de messagerie.',
  'The mail failed a check of its sender: set SPF, DKIM and DMARC up for the domain of the from address.':
    'L’e-mail n’a pas passé une vérification de son expéditeur\u00a0: configurez SPF, DKIM et DMARC pour le domaine de l’expéditeur.',
  'The recipient’s mail server refuses mail from here: check SPF, DKIM and DMARC, and whether your server is on a blocklist.':
    'Le serveur de messagerie du destinataire refuse les e-mails d’ici\u00a0: vérifiez SPF, DKIM et DMARC, et si votre serveur est sur une liste de blocage.',
  'The text was refused: look at your own texts, and at SPF, DKIM and DMARC.':
    'Le texte a été refusé\u00a0: regardez vos propres textes, ainsi que SPF, DKIM et DMARC.',
  'The recipient’s mail system does not work as it should; nothing is to be done here.':
    'La messagerie du destinataire ne fonctionne pas comme il faut\u00a0; il n’y a rien à faire ici.',
  'The address is not written correctly: the guest has to correct it.':
    'L’adresse n’est pas écrite correctement\u00a0: l’invité doit la corriger.',
  'The address fits several mailboxes: the guest has to give the full one.':
    'L’adresse correspond à plusieurs boîtes\u00a0: l’invité doit donner l’adresse complète.',
  'The mailbox has moved and left no new address: the guest has to give another one.':
    'La boîte a déménagé sans laisser de nouvelle adresse\u00a0: l’invité doit en donner une autre.',
  'The mailbox is switched off: the guest has to give another address.':
    'La boîte est désactivée\u00a0: l’invité doit donner une autre adresse.',
  'The mailbox is full: the guest has to make room or give another address.':
    'La boîte est pleine\u00a0: l’invité doit faire de la place ou donner une autre adresse.',
  'The mail is too long for the mailbox.': 'L’e-mail est trop long pour la boîte.',
  'The mail is too big for the recipient’s mail system.': 'L’e-mail est trop gros pour la messagerie du destinataire.',
  'No mail server was found for the address: the guest has to check what is after the @.':
    'Aucun serveur de messagerie n’a été trouvé pour l’adresse\u00a0: l’invité doit vérifier ce qui suit le @.',
  'The mail went round in circles between servers; nothing is to be done here.':
    'L’e-mail a tourné en rond entre des serveurs\u00a0; il n’y a rien à faire ici.',
  'Your mail server tried for as long as it may and gave up: the recipient’s server did not take the mail.':
    'Votre serveur de messagerie a essayé aussi longtemps que permis, puis a abandonné\u00a0: le serveur du destinataire n’a pas pris l’e-mail.',
  'The login was refused: correct the user name and the password.':
    'L’authentification a été refusée\u00a0: corrigez le nom d’utilisateur et le mot de passe.',
  'The mailbox belongs to somebody else now: the guest has to give another address.':
    'La boîte appartient maintenant à quelqu’un d’autre\u00a0: l’invité doit donner une autre adresse.',
  'The domain of the sender address says that it takes no mail: correct from and bounce_address.':
    'Le domaine de l’expéditeur dit qu’il n’accepte pas d’e-mails\u00a0: corrigez l’expéditeur et l’adresse de rebond.',
  'Something is wrong with the address: the guest has to check it.':
    'Quelque chose ne va pas dans l’adresse\u00a0: l’invité doit la vérifier.',
  'The mailbox takes no mail: the guest has to give another address.':
    'La boîte n’accepte pas d’e-mails\u00a0: l’invité doit donner une autre adresse.',
  'The recipient’s mail server could not be reached.': 'Le serveur de messagerie du destinataire n’a pas pu être joint.',
  'The two mail servers did not understand each other; nothing is to be done here.':
    'Les deux serveurs de messagerie ne se sont pas compris\u00a0; il n’y a rien à faire ici.',
  'The recipient’s mail server refused the mail and did not say why in a code: read its words.':
    'Le serveur de messagerie du destinataire a refusé l’e-mail sans dire pourquoi par un code\u00a0: lisez ses mots.',
  '{0} It said: {1}': '{0} Il a dit\u00a0: {1}',
  'The guest, or the provider for the guest, reported the mail as unwanted: nothing more is sent to this address.':
    'L’invité, ou son fournisseur pour lui, a signalé l’e-mail comme indésirable\u00a0: plus rien n’est envoyé à cette adresse.',
  'Your mail server could not deliver the mail in time and has given up.':
    'Votre serveur de messagerie n’a pas pu remettre l’e-mail à temps et a abandonné.',
  'Not delivered yet: your mail server keeps trying.': 'Pas encore remis\u00a0: votre serveur de messagerie continue d’essayer.',
  'Delivered, says the recipient’s mail server.': 'Remis, dit le serveur de messagerie du destinataire.',
  'Handed on to a mail server that sends no reports.': 'Transmis à un serveur de messagerie qui n’envoie pas de rapports.',
  'Handed on to several recipients.': 'Transmis à plusieurs destinataires.',
  'A mail server wrote that the mail is late or did not arrive.':
    'Un serveur de messagerie a écrit que l’e-mail est en retard ou n’est pas arrivé.',
}
