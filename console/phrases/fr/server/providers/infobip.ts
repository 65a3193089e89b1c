import type { Catalogue } from '../../../../server-catalogue.ts'

export const infobip: Catalogue = {
  'Infobip refuses the API key: copy it again, and check that it may send SMS (scope sms:message:send) and has not expired.':
    'Infobip refuse la clé d’API\u00a0: copiez-la de nouveau, et vérifiez qu’elle peut envoyer des SMS (portée sms:message:send) et n’a pas expiré.',
  'The sender is not registered on this Infobip account, or it is blocked: choose one of the account’s senders.':
    'L’expéditeur n’est pas enregistré sur ce compte Infobip, ou il est bloqué\u00a0: choisissez l’un des expéditeurs du compte.',
  'The credit at Infobip is used up or has expired: top up the account.':
    'Le crédit chez Infobip est épuisé ou a expiré\u00a0: rechargez le compte.',
  'This Infobip account cannot send to the guest’s network: ask Infobip to set it up.':
    'Ce compte Infobip ne peut pas envoyer vers le réseau de l’invité\u00a0: demandez à Infobip de le configurer.',
  'The number is on a block list of the operator or of the Infobip account: remove it there, if it is yours.':
    'Le numéro est sur une liste de blocage de l’opérateur ou du compte Infobip\u00a0: retirez-le, si elle est à vous.',
  'Infobip lets no more messages to this number through for now: wait, and look at who asks for codes.':
    'Infobip ne laisse plus passer de messages à ce numéro pour l’instant\u00a0: attendez, et regardez qui demande des codes.',
  'Infobip takes this for fraud and blocks the message: look at who asks for codes.':
    'Infobip y voit une fraude et bloque le message\u00a0: regardez qui demande des codes.',
  'Infobip refuses the text of the message: shorten or reword the template.':
    'Infobip refuse le texte du message\u00a0: raccourcissez-le ou reformulez-le.',
  'The sender is not registered for traffic to US numbers (A2P 10DLC), or its limit is reached: see the Infobip portal.':
    'L’expéditeur n’est pas enregistré pour le trafic vers les numéros américains (A2P 10DLC), ou sa limite est atteinte\u00a0: voyez le portail Infobip.',
  'The message could not be delivered before the code had expired: the guest can ask again.':
    'Le message n’a pas pu être remis avant l’expiration du code\u00a0: l’invité peut redemander.',
  'Infobip refuses the address for reports: set GATEHOUSE_PUBLIC_URL to an address on the internet.':
    'Infobip refuse l’adresse pour les accusés\u00a0: mettez dans GATEHOUSE_PUBLIC_URL une adresse sur internet.',
  'Infobip does not know this address: check the base URL of the account.':
    'Infobip ne connaît pas cette adresse\u00a0: vérifiez l’URL de base du compte.',
  'Too many requests at once for this Infobip account; they are repeated.':
    'Trop de requêtes à la fois pour ce compte Infobip\u00a0; elles sont répétées.',
  'A trial account sends only to its own verified number: ask Infobip to lift the limit.':
    'Un compte d’essai n’envoie qu’à son propre numéro vérifié\u00a0: demandez à Infobip de lever la limite.',
  'The guest’s number takes no service messages (Do Not Disturb): the guest needs email.':
    'Le numéro de l’invité ne prend pas de messages de service (Do Not Disturb)\u00a0: il faut un e-mail à l’invité.',
  'Infobip had an internal error; the message is tried again.':
    'Infobip a eu une erreur interne\u00a0; le message est essayé de nouveau.',
  'Infobip had the id of this attempt already; it gets another.':
    'Infobip avait déjà l’identifiant de cet essai\u00a0; il en reçoit un autre.',
  'Infobip could not take the message; it is tried again.':
    'Infobip n’a pas pu prendre le message\u00a0; il est essayé de nouveau.',
  'The operator refuses the message from this sender: check the sender’s registration, then the wording.':
    'L’opérateur refuse le message de cet expéditeur\u00a0: vérifiez l’enregistrement de l’expéditeur, puis la formulation.',
  'The operator did not say why it failed: the guest can ask again.':
    'L’opérateur n’a pas dit pourquoi c’est un échec\u00a0: l’invité peut redemander.',
  'No word came from the operator before the code had expired.': 'L’opérateur n’a rien dit avant l’expiration du code.',
  'The toll-free number is not verified: submit it for verification in the Infobip portal.':
    'Le numéro gratuit n’est pas vérifié\u00a0: soumettez-le à la vérification dans le portail Infobip.',
  'The monthly limit of the Infobip account is reached: raise it.':
    'La limite mensuelle du compte Infobip est atteinte\u00a0: relevez-la.',
  'A sender of the account: a number (+15551234567), a short code, or a name of up to 11 characters. A trial account: InfoSMS.':
    'Un expéditeur du compte\u00a0: un numéro (+15551234567), un numéro court, ou un nom de 11 caractères au plus. Avec un compte d’essai\u00a0: InfoSMS.',
  'Infobip portal, Developer tools, API keys. It needs the scope sms:message:send.':
    'Portail Infobip, Developer tools, API keys. Il lui faut la portée sms:message:send.',
  'Your account’s own, beside the API key, with https:// before it: https://xxxxx.api.infobip.com.':
    'Celle de votre compte, à côté de la clé d’API, avec https:// devant\u00a0: https://xxxxx.api.infobip.com.',
  'Put in the key alone, without the word App before it.': 'Mettez la clé seule, sans le mot App devant.',
  'Put https:// before it: https://{0}': 'Mettez https:// devant\u00a0: https://{0}',
  'This is the address of the website: put in the API base URL of the account, as in https://xxxxx.api.infobip.com.':
    'C’est l’adresse du site web\u00a0: mettez l’URL de base d’API du compte, comme https://xxxxx.api.infobip.com.',
  'Only the address goes here, without /sms and what follows, as in https://xxxxx.api.infobip.com.':
    'Seule l’adresse va ici, sans /sms ni ce qui suit, comme https://xxxxx.api.infobip.com.',
  'Infobip’s error {0} (see the list of error codes in Infobip’s documentation).':
    'Erreur {0} d’Infobip (voyez la liste des codes d’erreur dans la documentation d’Infobip).',
  'Infobip’s error {0}: {1} (see the list of error codes in Infobip’s documentation).':
    'Erreur {0} d’Infobip\u00a0: {1} (voyez la liste des codes d’erreur dans la documentation d’Infobip).',
  'The API key and the base URL are right.': 'La clé d’API et l’URL de base sont bonnes.',
  'Infobip knows the API key, but it may not see the balance (scope account-management:manage): send a test message.':
    'Infobip connaît la clé d’API, mais elle ne peut pas voir le solde (portée account-management:manage)\u00a0: envoyez un message d’essai.',
  'API base URL': 'URL de base d’API',
}
