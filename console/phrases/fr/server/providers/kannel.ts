import type { Catalogue } from '../../../../server-catalogue.ts'

export const kannel: Catalogue = {
  'POST keeps the password and the text out of addresses, which proxies log. GET for services that only imitate Kannel.':
    'POST garde le mot de passe et le texte hors des adresses, que les proxys journalisent. GET pour les services qui ne font qu’imiter Kannel.',
  'The smsc-id to send through, where Kannel has several. Empty: Kannel chooses.':
    'Le smsc-id par lequel envoyer, si Kannel en a plusieurs. Vide\u00a0: Kannel choisit.',
  'The sender. Empty: the default-sender of the sendsms-user, or the global-sender.':
    'L’expéditeur. Vide\u00a0: le default-sender du sendsms-user, ou le global-sender.',
  'The username of a sendsms-user group in kannel.conf.': 'Le username d’un groupe sendsms-user dans kannel.conf.',
  'The password of that sendsms-user.': 'Le password de ce sendsms-user.',
  'With its sendsms-port, as in http://10.0.0.5:13013. With a path where sendsms-url is not /cgi-bin/sendsms.':
    'Avec son sendsms-port, comme http://10.0.0.5:13013. Avec un chemin si sendsms-url n’est pas /cgi-bin/sendsms.',
  'It has spaces or line breaks in it: copy it again from kannel.conf.':
    'Il contient des espaces ou des retours à la ligne\u00a0: copiez-le de nouveau de kannel.conf.',
  'The sender is one line.': 'L’expéditeur tient sur une seule ligne.',
  'An smsc-id has no spaces: copy it from kannel.conf.': 'Un smsc-id n’a pas d’espaces\u00a0: copiez-le de kannel.conf.',
  'Kannel’s white or black lists keep this number out: see white-list and black-list in kannel.conf.':
    'Les listes blanches ou noires de Kannel écartent ce numéro\u00a0: voyez white-list et black-list dans kannel.conf.',
  'Kannel refuses the username or password, or this server’s address: see the sendsms-user in kannel.conf.':
    'Kannel refuse le nom d’utilisateur ou le mot de passe, ou l’adresse de ce serveur\u00a0: voyez le sendsms-user dans kannel.conf.',
  'No SMSC of Kannel’s takes this number: see allowed-prefix and denied-prefix in kannel.conf.':
    'Aucun SMSC de Kannel ne prend ce numéro\u00a0: voyez allowed-prefix et denied-prefix dans kannel.conf.',
  'Kannel wants a sender: fill in From, or set default-sender in kannel.conf.':
    'Kannel veut un expéditeur\u00a0: renseignez «\u00a0Expéditeur\u00a0», ou définissez default-sender dans kannel.conf.',
  'This service does not take messages by POST: choose GET.':
    'Ce service ne prend pas de messages par POST\u00a0: choisissez GET.',
  'Kannel cannot write the text in the alphabet of an SMS: reword the template.':
    'Kannel ne peut pas écrire le texte dans l’alphabet d’un SMS\u00a0: reformulez le texte du message.',
  'Nothing listens at this path: see sendsms-url in kannel.conf, and put the path into the address.':
    'Rien n’écoute à ce chemin\u00a0: voyez sendsms-url dans kannel.conf, et mettez le chemin dans l’adresse.',
  'Kannel refused the message ({0}). See the log of smsbox.': 'Kannel a refusé le message ({0}). Voyez le journal de smsbox.',
  'Kannel refused the message ({0}): {1}. See the log of smsbox.':
    'Kannel a refusé le message ({0})\u00a0: {1}. Voyez le journal de smsbox.',
  'Kannel takes the username and password. Whether its SMSC is connected only a test message shows.':
    'Kannel accepte le nom d’utilisateur et le mot de passe. Seul un message d’essai montre si son SMSC est connecté.',
  'What answers at this address ({0}) does not speak as Kannel does: send a test message.':
    'Ce qui répond à cette adresse ({0}) ne parle pas comme Kannel\u00a0: envoyez un message d’essai.',
  'The message did not reach the phone: it is off, out of reach, or not in use. The guest can ask for another code.':
    'Le message n’a pas atteint le téléphone\u00a0: il est éteint, hors de portée ou hors service. L’invité peut demander un autre code.',
  'The SMSC did not take the message from Kannel: see the log of bearerbox for its reason.':
    'Le SMSC n’a pas pris le message de Kannel\u00a0: la raison est dans le journal de bearerbox.',
  'Address of smsbox': 'Adresse de smsbox',
  'Kannel cannot take messages at the moment: is bearerbox running, and its queue not full?':
    'Kannel ne peut pas prendre de messages en ce moment\u00a0: bearerbox tourne-t-il, et sa file d’attente n’est-elle pas pleine\u00a0?',
}
