import type { Catalogue } from '../../../../server-catalogue.ts'

export const vonage: Catalogue = {
  'Vonage refuses the API key or API secret: copy both again from the Vonage dashboard, for the same account.':
    'Vonage refuse la clé d’API ou le secret d’API\u00a0: copiez-les tous deux de nouveau du tableau de bord de Vonage, pour le même compte.',
  'This Vonage account takes signed requests only: ask Vonage support to allow requests with the API secret, or send from another account.':
    'Ce compte Vonage ne prend que des requêtes signées\u00a0: demandez à l’assistance de Vonage d’autoriser les requêtes avec le secret d’API, ou envoyez depuis un autre compte.',
  'The number does not exist or no network has it: the guest has to correct it.':
    'Le numéro n’existe pas ou n’est d’aucun réseau\u00a0: l’invité doit le corriger.',
  'The phone was off, busy or out of reach: the guest asks for another code.':
    'Le téléphone était éteint, occupé ou hors de portée\u00a0: l’invité demande un autre code.',
  'The destination country wants sender and text registered first, and they were not: see Vonage’s page on that country.':
    'Le pays de destination veut que l’expéditeur et le texte soient d’abord enregistrés, et ils ne l’étaient pas\u00a0: voyez la page de Vonage sur ce pays.',
  'More is sent than this Vonage account may send: lower sends per second, or ask Vonage for more.':
    'Il part plus de messages que ce compte Vonage ne peut en envoyer\u00a0: baissez les messages par seconde, ou demandez plus à Vonage.',
  'Vonage misses a field: check that From, API key and API secret are all set.':
    'Il manque un champ à Vonage\u00a0: vérifiez qu’«\u00a0Expéditeur\u00a0», la clé d’API et le secret d’API sont tous renseignés.',
  'Vonage refuses a value, most often From or the number: check From.':
    'Vonage refuse une valeur, le plus souvent «\u00a0Expéditeur\u00a0» ou le numéro\u00a0: vérifiez «\u00a0Expéditeur\u00a0».',
  'Vonage knows no network for this number: the guest has to correct it.':
    'Vonage ne connaît pas de réseau pour ce numéro\u00a0: l’invité doit le corriger.',
  'The number is on Vonage’s list of barred numbers: the guest uses another number, or email.':
    'Le numéro est sur la liste des numéros bloqués de Vonage\u00a0: l’invité utilise un autre numéro, ou un e-mail.',
  'The Vonage account is suspended: ask Vonage support.':
    'Le compte Vonage est suspendu\u00a0: demandez à l’assistance de Vonage.',
  'The Vonage account has no credit left: top it up, or switch auto-reload on.':
    'Le compte Vonage n’a plus de crédit\u00a0: rechargez-le, ou activez la recharge automatique.',
  'Too many connections to Vonage at once: lower the gateway’s concurrency.':
    'Trop de connexions à Vonage à la fois\u00a0: baissez les requêtes à la fois de la passerelle.',
  'This Vonage account may not use the SMS API: have it enabled by Vonage support.':
    'Ce compte Vonage ne peut pas utiliser l’API SMS\u00a0: faites-la activer par l’assistance de Vonage.',
  'The text is too long for Vonage: shorten the template.':
    'Le texte est trop long pour Vonage\u00a0: raccourcissez le texte du message.',
  'From may not send to this country: North America wants a Vonage number of yours, others a registered name.':
    '«\u00a0Expéditeur\u00a0» ne peut pas envoyer vers ce pays\u00a0: l’Amérique du Nord veut un de vos numéros chez Vonage, d’autres un nom enregistré.',
  'Vonage refuses the network code for this number.': 'Vonage refuse le code de réseau pour ce numéro.',
  'Vonage refuses the callback address: shorten the public URL of Gatehouse.':
    'Vonage refuse l’adresse de rappel\u00a0: raccourcissez l’URL publique de Gatehouse.',
  'The Vonage account is in demo mode and sends only to its list of test numbers: top it up.':
    'Le compte Vonage est en mode démo et n’envoie qu’à sa liste de numéros de test\u00a0: rechargez-le.',
  'The number was given up and receives nothing: the guest uses another number, or email.':
    'Le numéro a été résilié et ne reçoit rien\u00a0: l’invité utilise un autre numéro, ou un e-mail.',
  'It was not delivered, and the network does not say why.': 'Il n’a pas été remis, et le réseau ne dit pas pourquoi.',
  'The number is not in use any more: the guest has to correct it.':
    'Le numéro n’est plus en service\u00a0: l’invité doit le corriger.',
  'The guest’s network bars such messages: the guest has it lifted, or uses email.':
    'Le réseau de l’invité bloque ces messages\u00a0: l’invité fait lever le blocage, ou utilise un e-mail.',
  'The number was moved to another network and could not be found there: the guest asks their network.':
    'Le numéro est passé à un autre réseau et n’y a pas été trouvé\u00a0: l’invité demande à son opérateur.',
  'The network took it for spam: reword the template, and check that the sender is registered.':
    'Le réseau a pris le message pour du spam\u00a0: reformulez le texte du message, et vérifiez que l’expéditeur est enregistré.',
  'The network had a fault: the guest asks for another code.': 'Le réseau a eu une panne\u00a0: l’invité demande un autre code.',
  'The network refuses the message as malformed: check the template for odd characters.':
    'Le réseau refuse le message comme mal formé\u00a0: cherchez des caractères inhabituels dans le texte du message.',
  'Vonage finds no route to this number: ask Vonage support.':
    'Vonage ne trouve pas de route vers ce numéro\u00a0: demandez à l’assistance de Vonage.',
  'The network does not deliver it to this phone because of the owner’s age.':
    'Le réseau ne le remet pas à ce téléphone en raison de l’âge de son propriétaire.',
  'The guest’s prepaid card has no credit to receive it: the guest uses email.':
    'La carte prépayée de l’invité n’a pas de crédit pour le recevoir\u00a0: l’invité utilise un e-mail.',
  'The route to this number has a fault: ask Vonage support if it goes on.':
    'La route vers ce numéro a une panne\u00a0: demandez à l’assistance de Vonage si cela dure.',
  'As chosen beside the signature secret in the Vonage dashboard. It counts only with a Signature secret.':
    'Celle choisie à côté du Signature secret dans le tableau de bord de Vonage. Elle ne compte qu’avec un Signature secret.',
  'A Vonage number of yours, or a sender name of up to 11 letters and digits.':
    'Un de vos numéros chez Vonage, ou un nom d’expéditeur de 11 lettres et chiffres au plus.',
  '8 letters and digits; on the first page of the Vonage dashboard.':
    '8 lettres et chiffres\u00a0; sur la première page du tableau de bord de Vonage.',
  'Under API settings. Not the signature secret.': 'Sous API settings. Pas le Signature secret.',
  'Leave empty for https://rest.nexmo.com. Or a region’s address, or a service that speaks Vonage’s SMS API.':
    'Laissez vide pour https://rest.nexmo.com. Ou l’adresse d’une région, ou un service qui parle l’API SMS de Vonage.',
  'Under API settings. Only once Vonage support has switched signed webhooks on for the account: unsigned receipts are then refused.':
    'Sous API settings. Seulement une fois que l’assistance de Vonage a activé les webhooks signés pour le compte\u00a0: les accusés non signés sont alors refusés.',
  'From is a number with its country code and digits only, as in +15551234567, or a name of at most 11 letters and digits.':
    '«\u00a0Expéditeur\u00a0» est un numéro avec l’indicatif du pays et des chiffres seulement, comme +15551234567, ou un nom d’au plus 11 lettres et chiffres.',
  'An API key is 8 letters and digits: copy it again from the Vonage dashboard (the application ID is something else).':
    'Une clé d’API, c’est 8 lettres et chiffres\u00a0: copiez-la de nouveau du tableau de bord de Vonage (l’application ID est autre chose).',
  'The API secret has spaces or line breaks in it: copy it again.':
    'Le secret d’API contient des espaces ou des retours à la ligne\u00a0: copiez-le de nouveau.',
  'The Signature secret is the same as the API secret: Vonage gives out two different ones.':
    'Le Signature secret est le même que le secret d’API\u00a0: Vonage en donne deux différents.',
  'Vonage refused the request with HTTP {0}: check the API key, the API secret and the base URL.':
    'Vonage a refusé la requête avec HTTP {0}\u00a0: vérifiez la clé d’API, le secret d’API et l’URL de base.',
  'The credentials are right; the account has {0} EUR left.': 'Les identifiants sont bons\u00a0; il reste {0} EUR sur le compte.',
  'Vonage reports {0}, code {1}.': 'Vonage signale {0}, code {1}.',
  'Vonage reports {0}, code none.': 'Vonage signale {0}, sans code.',
  'API secret': 'Secret d’API',
  'Signature secret': 'Signature secret',
  'Signature method': 'Méthode de signature',
  'MD5 hash signature': 'Signature MD5 hash',
  'MD5 HMAC signature': 'Signature MD5 HMAC',
  'SHA1 HMAC signature': 'Signature SHA1 HMAC',
  'SHA-256 HMAC signature': 'Signature SHA-256 HMAC',
  'SHA-512 HMAC signature': 'Signature SHA-512 HMAC',
  'Vonage’s status {0}: {1} (https://developer.vonage.com/api-errors/sms).':
    'Statut {0} de Vonage\u00a0: {1} (https://developer.vonage.com/api-errors/sms).',
}
