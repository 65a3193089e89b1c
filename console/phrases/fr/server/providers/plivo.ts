import type { Catalogue } from '../../../../server-catalogue.ts'

export const plivo: Catalogue = {
  'The Plivo account is disabled: open the Plivo console and see what it asks for.':
    'Le compte Plivo est désactivé\u00a0: ouvrez la console Plivo et voyez ce qu’elle demande.',
  'Plivo refuses the Auth ID or Auth Token: copy both again from the Plivo console.':
    'Plivo refuse l’Auth ID ou l’Auth Token\u00a0: copiez-les tous deux de nouveau de la console Plivo.',
  'The Plivo account has no credit left: top it up, or switch auto-recharge on.':
    'Le compte Plivo n’a plus de crédit\u00a0: rechargez-le, ou activez la recharge automatique.',
  'This Plivo account may not send this: see what the Plivo console asks for.':
    'Ce compte Plivo ne peut pas envoyer cela\u00a0: voyez ce que demande la console Plivo.',
  'Plivo does not know this account: check the Auth ID and the base URL.':
    'Plivo ne connaît pas ce compte\u00a0: vérifiez l’Auth ID et l’URL de base.',
  'Plivo does not know this address: check the base URL.': 'Plivo ne connaît pas cette adresse\u00a0: vérifiez l’URL de base.',
  'More is asked of Plivo than the account may: lower sends per second, or ask Plivo for more.':
    'Plivo reçoit plus de demandes que le compte n’en permet\u00a0: baissez les messages par seconde, ou demandez plus à Plivo.',
  'The carrier refuses the text: look for odd characters in the template, and reword it.':
    'L’opérateur refuse le texte\u00a0: cherchez des caractères inhabituels dans le texte du message, et reformulez-le.',
  'The carrier’s network had a fault: the guest asks for another code.':
    'Le réseau de l’opérateur a eu une panne\u00a0: l’invité demande un autre code.',
  'The carrier took it for spam: check the sender’s registration, then the wording.':
    'L’opérateur a pris le message pour du spam\u00a0: vérifiez l’enregistrement de l’expéditeur, puis la formulation.',
  'From is not a sender of this Plivo account that can send SMS: use one of its numbers, or the ID of a Powerpack.':
    '«\u00a0Expéditeur\u00a0» n’est pas un expéditeur de ce compte Plivo qui puisse envoyer des SMS\u00a0: utilisez l’un de ses numéros, ou l’ID d’un Powerpack.',
  'Plivo sees the same message going in circles: it goes to a number that sends it back.':
    'Plivo voit le même message tourner en rond\u00a0: il va à un numéro qui le renvoie.',
  'The number is out of use for good: the guest uses another number, or email.':
    'Le numéro est définitivement hors service\u00a0: l’invité utilise un autre numéro, ou un e-mail.',
  'The phone was off or out of reach: the guest asks for another code.':
    'Le téléphone était éteint ou hors de portée\u00a0: l’invité demande un autre code.',
  'Plivo has no route to this number: ask Plivo support.':
    'Plivo n’a pas de route vers ce numéro\u00a0: demandez à l’assistance de Plivo.',
  'The carrier does not let messages of this sender through.': 'L’opérateur ne laisse pas passer les messages de cet expéditeur.',
  'The text is too long for Plivo: shorten the template.':
    'Le texte est trop long pour Plivo\u00a0: raccourcissez le texte du message.',
  'A toll-free number of the USA cannot send to Canada: add another sender.':
    'Un numéro gratuit des États-Unis ne peut pas envoyer au Canada\u00a0: ajoutez un autre expéditeur.',
  'Plivo could not hand the message on: the guest asks for another code.':
    'Plivo n’a pas pu transmettre le message\u00a0: l’invité demande un autre code.',
  'The message waited longer than it was good for: the guest asks for another code.':
    'Le message a attendu plus longtemps qu’il ne valait\u00a0: l’invité demande un autre code.',
  'The country is switched off: if you want guests from there, switch it on in the Plivo console under Messaging, Geo Permissions.':
    'Le pays est désactivé\u00a0: si vous voulez des invités de là-bas, activez-le dans la console Plivo sous Messaging, Geo Permissions.',
  'It was not delivered, and neither the carrier nor Plivo says why.':
    'Il n’a pas été remis, et ni l’opérateur ni Plivo ne disent pourquoi.',
  'A Plivo number of yours, a short code, a sender name of up to 11 letters and digits, or the ID of a Powerpack.':
    'Un de vos numéros chez Plivo, un numéro court, un nom d’expéditeur de 11 lettres et chiffres au plus, ou l’ID d’un Powerpack.',
  'Begins with MA (or SA for a subaccount); on the first page of the Plivo console.':
    'Commence par MA (ou SA pour un sous-compte)\u00a0; sur la première page de la console Plivo.',
  'Beside the Auth ID.': 'À côté de l’Auth ID.',
  'Leave empty for https://api.plivo.com. Or a service that speaks Plivo’s API.':
    'Laissez vide pour https://api.plivo.com. Ou un service qui parle l’API de Plivo.',
  'The main account’s Auth Token, put in once more, has receipts checked for Plivo’s signature (V3). If they are refused then, empty it again.':
    'L’Auth Token du compte principal, saisi une fois de plus, fait vérifier la signature de Plivo (V3) sur les accusés de réception. S’ils sont alors refusés, videz-le de nouveau.',
  'From is a number with its country code and digits only, as in +15551234567, a name of at most 11 letters and digits, or the ID of a Powerpack.':
    '«\u00a0Expéditeur\u00a0» est un numéro avec l’indicatif du pays et des chiffres seulement, comme +15551234567, un nom d’au plus 11 lettres et chiffres, ou l’ID d’un Powerpack.',
  'An Auth ID is MA or SA and 18 capital letters and digits: copy it again from the Plivo console.':
    'Un Auth ID est MA ou SA et 18 lettres majuscules et chiffres\u00a0: copiez-le de nouveau de la console Plivo.',
  'This is not an Auth Token: copy it again from the Plivo console, where it stands beside the Auth ID.':
    'Ce n’est pas un Auth Token\u00a0: copiez-le de nouveau de la console Plivo, où il est à côté de l’Auth ID.',
  'Plivo refused the message: {0}. Check From, and see the Plivo console.':
    'Plivo a refusé le message\u00a0: {0}. Vérifiez «\u00a0Expéditeur\u00a0», et voyez la console Plivo.',
  'Plivo refused the message: HTTP {0}. Check From, and see the Plivo console.':
    'Plivo a refusé le message\u00a0: HTTP {0}. Vérifiez «\u00a0Expéditeur\u00a0», et voyez la console Plivo.',
  'The credentials are right; {0} USD are left.': 'Les identifiants sont bons\u00a0; il reste {0} USD.',
  '{0} This is a trial account: it sends only to numbers verified in the Plivo console.':
    '{0} C’est un compte d’essai\u00a0: il n’envoie qu’aux numéros vérifiés dans la console Plivo.',
  'Plivo answered {0}: check the Auth ID and the base URL.': 'Plivo a répondu {0}\u00a0: vérifiez l’Auth ID et l’URL de base.',
  'Plivo reports {0}, code {1}.': 'Plivo signale {0}, code {1}.',
  'Plivo reports {0}, code none.': 'Plivo signale {0}, sans code.',
  'Auth ID': 'Auth ID',
  'Auth Token that receipts are signed with': 'Auth Token qui signe les accusés de réception',
}
