import type { Catalogue } from '../../../../server-catalogue.ts'

export const bird: Catalogue = {
  'Bird refuses the access key: copy the live key of the SMS API again (dashboard.messagebird.com, Developers, API access).':
    'Bird refuse la clé d’accès\u00a0: copiez de nouveau la clé de production de l’API SMS (dashboard.messagebird.com, Developers, API access).',
  'Bird refuses the originator: use a number of the account with its country code, or a name of at most 11 characters.':
    'Bird refuse l’expéditeur\u00a0: utilisez un numéro du compte avec l’indicatif du pays, ou un nom d’au plus 11 caractères.',
  'Bird refuses the text of the message: shorten or reword the template.':
    'Bird refuse le texte du message\u00a0: raccourcissez-le ou reformulez-le.',
  'Bird refuses the address for reports: set GATEHOUSE_PUBLIC_URL to an address on the internet.':
    'Bird refuse l’adresse pour les accusés\u00a0: mettez dans GATEHOUSE_PUBLIC_URL une adresse sur internet.',
  'Bird does not know this address: leave the base URL empty.':
    'Bird ne connaît pas cette adresse\u00a0: laissez l’URL de base vide.',
  'Bird could not read the request: if a base URL is set, check what it points to.':
    'Bird n’a pas pu lire la requête\u00a0: si une URL de base est définie, vérifiez où elle mène.',
  'The balance at Bird is used up: top it up in the Bird dashboard.':
    'Le crédit chez Bird est épuisé\u00a0: rechargez-le dans le tableau de bord de Bird.',
  'Too many requests at once for this Bird account; they are repeated.':
    'Trop de requêtes à la fois pour ce compte Bird\u00a0; elles sont répétées.',
  'The carrier wants this sender registered first: register it with Bird, or send from a number.':
    'L’opérateur veut que cet expéditeur soit d’abord enregistré\u00a0: enregistrez-le chez Bird, ou envoyez depuis un numéro.',
  'The carrier wants this text registered first: register it with Bird.':
    'L’opérateur veut que ce texte soit d’abord enregistré\u00a0: enregistrez-le chez Bird.',
  'The registered campaign has used up its messages for now: ask Bird for more volume.':
    'La campagne enregistrée a épuisé ses messages pour l’instant\u00a0: demandez plus de volume à Bird.',
  'More is sent than the registered campaign allows at once: ask Bird for more throughput.':
    'Il part plus de messages que la campagne enregistrée n’en permet à la fois\u00a0: demandez plus de débit à Bird.',
  'The carrier refuses the message from this sender: check the sender’s registration, then the wording.':
    'L’opérateur refuse le message de cet expéditeur\u00a0: vérifiez l’enregistrement de l’expéditeur, puis la formulation.',
  'More is sent than this sender may send: ask Bird for more throughput.':
    'Il part plus de messages que cet expéditeur ne peut en envoyer\u00a0: demandez plus de débit à Bird.',
  'The carrier’s network had a fault: the guest can ask again.':
    'Le réseau de l’opérateur a eu une panne\u00a0: l’invité peut redemander.',
  'The carrier did not say why it failed: the guest can ask again.':
    'L’opérateur n’a pas dit pourquoi c’est un échec\u00a0: l’invité peut redemander.',
  'No word came from the carrier before the code had expired.': 'L’opérateur n’a rien dit avant l’expiration du code.',
  'The message could not be delivered before the code had expired.':
    'Le message n’a pas pu être remis avant l’expiration du code.',
  'A number of yours at Bird (+15551234567), a short code, or a sender name of up to 11 characters.':
    'Un de vos numéros chez Bird (+15551234567), un numéro court, ou un nom d’expéditeur de 11 caractères au plus.',
  'The live key of the SMS API: dashboard.messagebird.com, Developers, API access. A key of the new Bird workspace does not do.':
    'La clé de production de l’API SMS\u00a0: dashboard.messagebird.com, Developers, API access. Une clé du nouvel espace de travail Bird ne convient pas.',
  'Leave empty for Bird itself.': 'Laissez vide pour Bird même.',
  'Put in the key alone, without the word AccessKey before it.': 'Mettez la clé seule, sans le mot AccessKey devant.',
  'The access key has spaces or line breaks in it: copy it again.':
    'La clé d’accès contient des espaces ou des retours à la ligne\u00a0: copiez-la de nouveau.',
  'This is a test key, which never sends: put in the live one.':
    'C’est une clé de test, qui n’envoie jamais\u00a0: mettez celle de production.',
  'Bird refused the request ({0}): check the access key and the originator.':
    'Bird a refusé la requête ({0})\u00a0: vérifiez la clé d’accès et l’expéditeur.',
  'Bird refused the request ({0}): {1}: check the access key and the originator.':
    'Bird a refusé la requête ({0})\u00a0: {1}\u00a0: vérifiez la clé d’accès et l’expéditeur.',
  'The access key is right, but the balance is used up: top it up at Bird.':
    'La clé d’accès est bonne, mais le crédit est épuisé\u00a0: rechargez-le chez Bird.',
  'The access key is right.': 'La clé d’accès est bonne.',
  'Bird could not deliver the message ({0}): see its log of messages.':
    'Bird n’a pas pu remettre le message ({0})\u00a0: voyez son journal des messages.',
  Originator: 'Expéditeur (Originator)',
  'Access key': 'Clé d’accès (Access key)',
  'Signing key': 'Clé de signature (Signing key)',
  'dashboard.messagebird.com, Developers, API settings. With it the signature of each report is checked too.':
    'dashboard.messagebird.com, Developers, API settings. Avec elle, la signature de chaque accusé est vérifiée aussi.',
}
