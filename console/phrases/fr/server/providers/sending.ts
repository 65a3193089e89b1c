import type { Catalogue } from '../../../../server-catalogue.ts'

export const sending: Catalogue = {
  'A pattern has at most {0} characters.': 'Un motif a au plus {0} caractères.',
  'This is no regular expression: put a backslash before characters such as . ( [ { ? + * that stand for themselves.':
    'Ce n’est pas une expression régulière\u00a0: mettez une barre oblique inverse devant les caractères comme . ( [ { ? + * qui valent pour eux-mêmes.',
  'Not tried: {0} is left alone. {1}': 'Non essayé\u00a0: {0} est laissé au repos. {1}',
  '{0} needs it: put in the {1}. {2}': '{0} en a besoin\u00a0: renseignez «\u00a0{1}\u00a0». {2}',
  '{0} has no option {1}; it has {2}.': '{0} n’a pas d’option {1}\u00a0; il y a {2}.',
  '{0} has no options: leave it out.': '{0} n’a pas d’options\u00a0: n’en mettez pas.',
  'Put in the {0}. {1}': 'Renseignez «\u00a0{0}\u00a0». {1}',
  '{0} is a number.': '{0} est un nombre.',
  '{0} is true or false.': '{0} est vrai ou faux.',
  '{0} is one of {1}.': '{0} est l’un de {1}.',
  '{0} is a text.': '{0} est un texte.',
  'The base URL is no http or https address.': 'L’URL de base n’est pas une adresse http ou https.',
  '{0} closed the connection before its answer was complete.': '{0} a fermé la connexion avant la fin de sa réponse.',
  '{0} did not answer within {1} s.': '{0} n’a pas répondu en {1} s.',
  '{0} gave no connection within {1} s.': '{0} n’a pas accepté la connexion en {1} s.',
  '{0} refuses the connection.': '{0} refuse la connexion.',
  '{0} is not a name that can be resolved.': '{0} n’est pas un nom qui puisse être résolu.',
  '{0} is where a cloud keeps credentials, and no provider: nothing is sent there.':
    '{0} est l’endroit où un cloud garde des identifiants, et non un fournisseur : rien n’y est envoyé.',
  '{0} cannot be reached.': '{0} est injoignable.',
  '{0} has no valid TLS certificate ({1}).': '{0} n’a pas de certificat TLS valable ({1}).',
  '{0} gives no connection ({1}).': 'Pas de connexion avec {0} ({1}).',
  'The address answers with a redirect, which is not followed with a secret: put the final address into the base URL.':
    'L’adresse répond par une redirection, qui n’est pas suivie avec un secret\u00a0: mettez l’adresse définitive dans l’URL de base.',
  '{0} has nothing that could be asked without sending: send a test message.':
    'On ne peut rien demander à {0} sans envoyer\u00a0: envoyez un message d’essai.',
  'The network does not know the number, or it is no longer in use: the guest has to check it.':
    'Le réseau ne connaît pas le numéro, ou il n’est plus en service\u00a0: l’invité doit le vérifier.',
  'The phone is off or out of reach: the guest can ask for the code again.':
    'Le téléphone est éteint ou hors de portée\u00a0: l’invité peut redemander le code.',
  'The number or the phone cannot receive SMS: the guest needs another number, or email.':
    'Le numéro ou le téléphone ne peut pas recevoir de SMS\u00a0: il faut à l’invité un autre numéro, ou un e-mail.',
  'The network has barred this subscriber, often for an unpaid bill: the guest needs another number, or email.':
    'Le réseau a bloqué cet abonné, souvent pour une facture impayée\u00a0: il faut à l’invité un autre numéro, ou un e-mail.',
  'The network had a fault of its own: if it happens often, ask the provider.':
    'Le réseau a eu une panne\u00a0: si cela arrive souvent, demandez au fournisseur.',
  'The phone is in a network abroad that does not take messages for it.':
    'Le téléphone est dans un réseau étranger qui ne prend pas de messages pour lui.',
  'The phone was busy with another message: the guest can ask for the code again.':
    'Le téléphone était occupé par un autre message\u00a0: l’invité peut redemander le code.',
  'The phone did not take the message, perhaps because its memory is full: the guest can ask again.':
    'Le téléphone n’a pas pris le message, peut-être parce que sa mémoire est pleine\u00a0: l’invité peut redemander.',
  'Too many messages wait for this phone: the guest can ask for the code again.':
    'Trop de messages attendent ce téléphone\u00a0: l’invité peut redemander le code.',
  'The network is congested: the guest can ask for the code again.':
    'Le réseau est saturé\u00a0: l’invité peut redemander le code.',
  '{0} answered {1}: it may have taken the message all the same.':
    '{0} a répondu {1}\u00a0: le message a peut-être été pris tout de même.',
  '{0} answered without saying that it has the message: see its own log of messages.':
    '{0} a répondu sans dire que le message est pris\u00a0: voyez son propre journal des messages.',
  'The base URL is an http or https address, as in {0}; leave it empty for the provider’s own.':
    'L’URL de base est une adresse http ou https, comme {0}\u00a0; laissez-la vide pour celle du fournisseur.',
  'Only the address goes here: no name or password, no ? and no #.':
    'Seule l’adresse va ici\u00a0: sans nom ni mot de passe, sans\u00a0? et sans #.',
  'A sender name cannot reach +1 numbers (USA, Canada, Caribbean); guests cannot reply STOP to it; many countries want it registered first.':
    'Un nom d’expéditeur n’atteint pas les numéros +1 (États-Unis, Canada, Caraïbes)\u00a0; les invités ne peuvent pas lui répondre STOP\u00a0; beaucoup de pays veulent qu’il soit d’abord enregistré.',
  'The base URL is not encrypted: the credentials and the codes can be read on the way. Use https.':
    'L’URL de base n’est pas chiffrée\u00a0: les identifiants et les codes peuvent être lus en chemin. Utilisez https.',
  'Write the number with a plus, the country code and digits only, as in +15551234567; a short code has 3 to 8 digits.':
    'Écrivez le numéro avec un plus, l’indicatif du pays et des chiffres seulement, comme +15551234567\u00a0; un numéro court a de 3 à 8 chiffres.',
  'A sender name has at most 11 characters: letters, digits, spaces and & + - . _, and at least one letter.':
    'Un nom d’expéditeur a au plus 11 caractères\u00a0: lettres, chiffres, espaces et & + - . _, et au moins une lettre.',
  '{0} answered {1}: try again in a moment.': '{0} a répondu {1}\u00a0: réessayez dans un instant.',
  'The plan asks for validation by SMS but has no enabled SMS gateway: attach one, or enable one that is attached.':
    'Le forfait demande une validation par SMS mais n’a aucune passerelle SMS activée\u00a0: attribuez-lui-en une ou activez-la.',
  'The plan asks for validation by email but no mail server is enabled: add or enable one.':
    'Le forfait demande une validation par e-mail mais aucun serveur de messagerie n’est activé\u00a0: ajoutez-en un ou activez-le.',
  'The phone is off or out of reach: the guest can ask for another code.':
    'Le téléphone est éteint ou hors de portée\u00a0: l’invité peut demander un autre code.',
  'The API key has spaces or line breaks in it: copy it again.':
    'La clé d’API contient des espaces ou des retours à la ligne\u00a0: copiez-la de nouveau.',
  'The number does not exist or is not written as +countrycode and number: the guest has to correct it.':
    'Le numéro n’existe pas ou n’est pas écrit avec + et l’indicatif du pays\u00a0: l’invité doit le corriger.',
  'The guest once replied STOP to this sender: only a text START from that phone lifts it.':
    'L’invité a un jour répondu STOP à cet expéditeur\u00a0: seul un message START de ce téléphone le lève.',
  'The number does not exist or cannot receive SMS: the guest has to correct it.':
    'Le numéro n’existe pas ou ne peut pas recevoir de SMS\u00a0: l’invité doit le corriger.',
  'The credentials are right.': 'Les identifiants sont bons.',
  'The number does not exist or is no mobile number: the guest has to correct it.':
    'Le numéro n’existe pas ou n’est pas un mobile\u00a0: l’invité doit le corriger.',
  'The guest told this sender to stop: a START from that phone lifts it.':
    'L’invité a dit STOP à cet expéditeur\u00a0: un START de ce téléphone le lève.',
  'It was taken for spam: check the sender’s registration, then the wording of the template.':
    'Le message a été pris pour du spam\u00a0: vérifiez l’enregistrement de l’expéditeur, puis la formulation du texte.',
  'The guest’s plan does not take such messages: the guest asks their network, or uses email.':
    'L’abonnement de l’invité ne prend pas ces messages\u00a0: l’invité demande à son opérateur, ou utilise un e-mail.',
  'The guest’s network refuses the message and does not say why.':
    'Le réseau de l’invité refuse le message et ne dit pas pourquoi.',
  'The number is a landline or cannot receive SMS: the guest needs a mobile number, or email.':
    'Le numéro est une ligne fixe ou ne peut pas recevoir de SMS\u00a0: il faut à l’invité un numéro de mobile, ou un e-mail.',
  'There is no enabled SMS gateway for this message; attach one that serves the country to the plan or portal.':
    'Il n’y a pas de passerelle SMS activée pour ce message\u00a0: attribuez au forfait ou au portail une passerelle qui dessert le pays.',
  'There is no enabled mail server for this message; add one.':
    'Il n’y a pas de serveur de messagerie activé pour ce message\u00a0: ajoutez-en un.',
  'Not sent: the guest once replied STOP to this sender. Only a text START from that phone lifts it.':
    'Non envoyé\u00a0: l’invité a un jour répondu STOP à cet expéditeur. Seul un message START de ce téléphone le lève.',
  'Not sent: mail to this address came back before. Delete the suppression if the address is good again.':
    'Non envoyé\u00a0: des e-mails à cette adresse sont déjà revenus. Supprimez le destinataire exclu si l’adresse est de nouveau bonne.',
  'Not sent: the gateway has reached its daily or monthly spend limit. Raise it, or add another gateway.':
    'Non envoyé\u00a0: la passerelle a atteint sa limite de dépenses du jour ou du mois. Relevez-la, ou ajoutez une autre passerelle.',
  'Not sent yet: the gateway is at its limit of messages per second.':
    'Pas encore envoyé\u00a0: la passerelle est à sa limite de messages par seconde.',
  'Not sent: the code was no longer needed.': 'Non envoyé\u00a0: le code n’était plus nécessaire.',
  'Not sent: the code would have expired before it was read.': 'Non envoyé\u00a0: le code aurait expiré avant d’être lu.',
  'The provider was asked and does not have the message: it is sent again.':
    'Le fournisseur, interrogé, n’a pas le message\u00a0: il est envoyé de nouveau.',
  'The provider could not say whether it has the message; it is not sent again, since it may have been.':
    'Le fournisseur n’a pas pu dire s’il a le message\u00a0; il n’est pas renvoyé, car il l’a peut-être été.',
  'This version of Gatehouse has no provider "{0}".': 'Cette version de Gatehouse n’a pas de fournisseur «\u00a0{0}\u00a0».',
  'The carrier of this message is gone.': 'L’opérateur de ce message n’existe plus.',
  'This version of Gatehouse has no provider "{0}": nothing is sent through this gateway.':
    'Cette version de Gatehouse n’a pas de fournisseur «\u00a0{0}\u00a0»\u00a0: rien ne part par cette passerelle.',
  'The stored auth_token was encrypted with another GATEHOUSE_SECRET_KEY: put it in again.':
    'Le secret enregistré (auth_token) a été chiffré avec un autre GATEHOUSE_SECRET_KEY\u00a0: saisissez-le de nouveau.',
  'The stored callback_secret was encrypted with another GATEHOUSE_SECRET_KEY: put it in again.':
    'Le secret de rappel enregistré (callback_secret) a été chiffré avec un autre GATEHOUSE_SECRET_KEY\u00a0: saisissez-le de nouveau.',
  'There is no auth_token, so nothing can be sent through this gateway: put one in.':
    'Il n’y a pas de secret (auth_token), rien ne peut donc partir par cette passerelle\u00a0: saisissez-en un.',
  'There is a spend limit but no price, so nothing counts against it: put in sms_prices, at least one for the country *.':
    'Il y a une limite de dépenses mais aucun prix, donc rien n’y compte\u00a0: saisissez des prix, au moins un pour le pays *.',
  'This version of Gatehouse has no such provider.': 'Cette version de Gatehouse n’a pas ce fournisseur.',
  'There is nothing to check: its messages are on the page /simulator.':
    'Il n’y a rien à vérifier\u00a0: ses messages sont sur la page /simulator.',
  '{0} has taken the message. That is not yet the phone: look at it, and at the message’s events, where receipts show.':
    '{0} a pris le message. Ce n’est pas encore le téléphone\u00a0: regardez-le, ainsi que les événements du message, où figurent les accusés de réception.',
  '{0} asks to wait for {1} s: {2}': '{0} demande d’attendre {1} s\u00a0: {2}',
  '{0} asks to wait: {1}': '{0} demande d’attendre\u00a0: {1}',
  '{0} could not be reached, nothing was sent: {1}': '{0} n’a pas pu être joint, rien n’a été envoyé\u00a0: {1}',
  'It is not known whether {0} has taken the message: {1} It is being asked; see the message’s status.':
    'On ne sait pas si {0} a pris le message\u00a0: {1} La question lui est posée\u00a0; voyez l’état du message.',
  From: 'Expéditeur',
  'Auth Token': 'Auth Token',
  'Base URL': 'URL de base',
  'API token': 'Jeton d’API',
  Sender: 'Expéditeur',
  'API username': 'Nom d’utilisateur d’API',
  Username: 'Nom d’utilisateur',
  Password: 'Mot de passe',
  Method: 'Méthode',
}
