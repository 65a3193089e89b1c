import type { Catalogue } from '../../../../server-catalogue.ts'

export const gatewayapi: Catalogue = {
  'GatewayAPI refuses the API token: copy it again from the dashboard, from the platform (.com or .eu) it was made on.':
    'GatewayAPI refuse le jeton d’API\u00a0: copiez-le de nouveau du tableau de bord, de la plateforme (.com ou .eu) où il a été créé.',
  'The GatewayAPI account may not do this: open its dashboard and see what it asks for, or ask its support.':
    'Le compte GatewayAPI n’en a pas le droit\u00a0: ouvrez son tableau de bord et voyez ce qu’il demande, ou demandez à son assistance.',
  'The GatewayAPI account may not send to this country or network: ask GatewayAPI to open it.':
    'Le compte GatewayAPI ne peut pas envoyer vers ce pays ou ce réseau\u00a0: demandez à GatewayAPI de l’ouvrir.',
  'The number is not in use: the guest has to correct it.': 'Le numéro n’est pas en service\u00a0: l’invité doit le corriger.',
  'The phone or its contract cannot get SMS: the guest needs another number, or email.':
    'Le téléphone ou son abonnement ne peut pas recevoir de SMS\u00a0: il faut à l’invité un autre numéro, ou un e-mail.',
  'The phone has no room for another SMS: the guest deletes some and asks for another code.':
    'Le téléphone n’a plus de place pour un SMS\u00a0: l’invité en supprime et demande un autre code.',
  'The mobile network had a failure of its own: the guest can ask for another code.':
    'Le réseau mobile a eu une panne\u00a0: l’invité peut demander un autre code.',
  'The mobile network blocks this message or its sender: ask GatewayAPI which senders it takes in this country.':
    'Le réseau mobile bloque ce message ou son expéditeur\u00a0: demandez à GatewayAPI quels expéditeurs il accepte dans ce pays.',
  'The mobile network refuses the sender: put another one into From.':
    'Le réseau mobile refuse l’expéditeur\u00a0: mettez-en un autre dans «\u00a0Expéditeur\u00a0».',
  'GatewayAPI or the network filters the text: reword the template and leave out links.':
    'GatewayAPI ou le réseau filtre le texte\u00a0: reformulez le texte du message, sans liens.',
  'The number is not valid: the guest has to correct it.': 'Le numéro n’est pas valable\u00a0: l’invité doit le corriger.',
  'The mobile network did not understand the message: ask GatewayAPI, with the message’s id.':
    'Le réseau mobile n’a pas compris le message\u00a0: demandez à GatewayAPI, avec l’identifiant du message.',
  'GatewayAPI does not allow this server’s IP address: add it to the API key’s list, or empty that list.':
    'GatewayAPI n’autorise pas l’adresse IP de ce serveur\u00a0: ajoutez-la à la liste de la clé d’API, ou videz cette liste.',
  'GatewayAPI holds messages to this number back for a while, since it got the same one too often.':
    'GatewayAPI retient un moment les messages à ce numéro, car il a reçu le même trop souvent.',
  'The number is on the GatewayAPI account’s blacklist: take it off in the dashboard.':
    'Le numéro est sur la liste noire du compte GatewayAPI\u00a0: retirez-le dans le tableau de bord.',
  'The GatewayAPI account is out of credit: fill it up, or switch automatic top-up on.':
    'Le compte GatewayAPI n’a plus de crédit\u00a0: rechargez-le, ou activez la recharge automatique.',
  'The GatewayAPI account does not have this message class: choose standard, or ask GatewayAPI for it.':
    'Le compte GatewayAPI n’a pas cette classe de message\u00a0: choisissez standard, ou demandez-la à GatewayAPI.',
  'GatewayAPI is short of resources: it takes messages again in a moment.':
    'GatewayAPI manque de ressources\u00a0: il reprend des messages dans un instant.',
  'A name of up to 11 letters and digits, or a number of up to 15 digits.':
    'Un nom de 11 lettres et chiffres au plus, ou un numéro de 15 chiffres au plus.',
  'In the GatewayAPI dashboard under API, API keys.': 'Dans le tableau de bord de GatewayAPI sous API, API keys.',
  'Leave empty for gatewayapi.com. For an account on the EU platform: https://gatewayapi.eu.':
    'Laissez vide pour gatewayapi.com. Pour un compte sur la plateforme de l’UE\u00a0: https://gatewayapi.eu.',
  'Signs the receipts: set the same token at the webhook in the dashboard, and make that webhook the default one.':
    'Signe les accusés de réception\u00a0: mettez le même jeton au webhook du tableau de bord, et faites de ce webhook celui par défaut.',
  'A sender at GatewayAPI is a name of up to 11 letters and digits, or a number of up to 15 digits.':
    'Un expéditeur chez GatewayAPI est un nom de 11 lettres et chiffres au plus, ou un numéro de 15 chiffres au plus.',
  'An API token has no spaces and no colon: copy the token alone, not a key and secret.':
    'Un jeton d’API n’a ni espaces ni deux-points\u00a0: copiez le jeton seul, pas une clé et un secret.',
  'This is the address of another API of GatewayAPI’s: put in https://gatewayapi.com or https://gatewayapi.eu.':
    'C’est l’adresse d’une autre API de GatewayAPI\u00a0: mettez https://gatewayapi.com ou https://gatewayapi.eu.',
  'Only the address goes here, without /rest: https://gatewayapi.com or https://gatewayapi.eu.':
    'Seule l’adresse va ici, sans /rest\u00a0: https://gatewayapi.com ou https://gatewayapi.eu.',
  'Receipts come only if the gateway’s callback address is the default webhook for status notifications, with the same token.':
    'Les accusés de réception n’arrivent que si l’adresse de rappel de la passerelle est le webhook par défaut des notifications d’état, avec le même jeton.',
  'GatewayAPI refuses the API token: copy it again from the dashboard.':
    'GatewayAPI refuse le jeton d’API\u00a0: copiez-le de nouveau du tableau de bord.',
  'GatewayAPI refused the message ({0}). See https://gatewayapi.com/docs/errors.':
    'GatewayAPI a refusé le message ({0}). Voyez https://gatewayapi.com/docs/errors.',
  'GatewayAPI refused the message ({0}): {1}. See https://gatewayapi.com/docs/errors.':
    'GatewayAPI a refusé le message ({0})\u00a0: {1}. Voyez https://gatewayapi.com/docs/errors.',
  'The API token is right. The credit is {0}{1}.': 'Le jeton d’API est bon. Le crédit est de {0}{1}.',
  'GatewayAPI answered {0}: try again in a moment.': 'GatewayAPI a répondu {0}\u00a0: réessayez dans un instant.',
  'The phone was off or out of reach until the code had expired: the guest can ask for another one.':
    'Le téléphone était éteint ou hors de portée jusqu’à l’expiration du code\u00a0: l’invité peut en demander un autre.',
  'The message was cancelled at GatewayAPI.': 'Le message a été annulé chez GatewayAPI.',
  'The message cannot be delivered, most likely since the number is not in use: the guest has to check it.':
    'Le message ne peut pas être remis, sans doute parce que le numéro n’est pas en service\u00a0: l’invité doit le vérifier.',
  'The mobile network rejected the message: ask GatewayAPI which senders and texts it takes in this country.':
    'Le réseau mobile a rejeté le message\u00a0: demandez à GatewayAPI quels expéditeurs et textes il accepte dans ce pays.',
  'The mobile network took the message and left it out by a rule of its own: ask GatewayAPI.':
    'Le réseau mobile a pris le message et l’a écarté par une règle à lui\u00a0: demandez à GatewayAPI.',
  'Webhook authentication token': 'Jeton d’authentification du webhook',
  'Message class': 'Classe de message',
  'premium is faster and dearer, secret keeps the text out of GatewayAPI’s logs; both have to be in your account.':
    'premium est plus rapide et plus cher, secret garde le texte hors des journaux de GatewayAPI\u00a0; les deux doivent être dans votre compte.',
  standard: 'standard',
  premium: 'premium',
  secret: 'secret',
}
