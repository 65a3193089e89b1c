import type { Catalogue } from '../../../../server-catalogue.ts'

export const clicksend: Catalogue = {
  'A dedicated or verified number (+15551234567), or an alpha tag of up to 11 characters. Empty: a number ClickSend shares among its customers.':
    'Un numéro dédié ou vérifié (+15551234567), ou un alpha tag de 11 caractères au plus. Vide\u00a0: un numéro que ClickSend partage entre ses clients.',
  'ClickSend dashboard, Developers, API credentials.': 'Tableau de bord de ClickSend, Developers, API credentials.',
  'Beside the API username. Not the password of the dashboard.':
    'À côté du nom d’utilisateur d’API. Pas le mot de passe du tableau de bord.',
  'Leave empty for ClickSend itself.': 'Laissez vide pour ClickSend même.',
  'ClickSend refuses the API username or the API key: copy both again from the dashboard (Developers, API credentials).':
    'ClickSend refuse le nom d’utilisateur d’API ou la clé d’API\u00a0: copiez-les tous deux de nouveau du tableau de bord (Developers, API credentials).',
  'ClickSend could not read the request: if a base URL is set, check what it points to.':
    'ClickSend n’a pas pu lire la requête\u00a0: si une URL de base est définie, vérifiez où elle mène.',
  'The ClickSend account is not active yet: open the ClickSend dashboard and see what it asks for.':
    'Le compte ClickSend n’est pas encore actif\u00a0: ouvrez le tableau de bord de ClickSend et voyez ce qu’il demande.',
  'The credit at ClickSend is used up: top up the account.': 'Le crédit chez ClickSend est épuisé\u00a0: rechargez le compte.',
  'The sender ID is not one of this ClickSend account: choose a verified number or a registered alpha tag.':
    'L’identifiant d’expéditeur n’est pas de ce compte ClickSend\u00a0: choisissez un numéro vérifié ou un alpha tag enregistré.',
  'Sending to this country is switched off: allow it in the ClickSend dashboard under SMS, Settings, Country.':
    'L’envoi vers ce pays est désactivé\u00a0: autorisez-le dans le tableau de bord de ClickSend sous SMS, Settings, Country.',
  'ClickSend refuses the text of the message: reword the template.': 'ClickSend refuse le texte du message\u00a0: reformulez-le.',
  'ClickSend has just sent the same text to this number: it is tried again later.':
    'ClickSend vient d’envoyer le même texte à ce numéro\u00a0: un nouvel essai a lieu plus tard.',
  'Too many requests at once for this ClickSend account; they are repeated.':
    'Trop de requêtes à la fois pour ce compte ClickSend\u00a0; elles sont répétées.',
  'Only the API username goes here; the API key has its own field.':
    'Seul le nom d’utilisateur d’API va ici\u00a0; la clé d’API a son propre champ.',
  'Only the address goes here, without /v3 and what follows.': 'Seule l’adresse va ici, sans /v3 ni ce qui suit.',
  'ClickSend’s receipts come only by rules: add one in its dashboard with the callback address of this gateway (see the guide).':
    'Les accusés de ClickSend n’arrivent que par des règles\u00a0: ajoutez-en une dans son tableau de bord avec l’adresse de rappel de cette passerelle (voyez le guide).',
  'ClickSend cannot be told how long a code is good for: one that is late may still arrive.':
    'On ne peut pas dire à ClickSend combien de temps un code vaut\u00a0: un code en retard peut tout de même arriver.',
  'ClickSend refused the request ({0}): check the credentials and the sender ID.':
    'ClickSend a refusé la requête ({0})\u00a0: vérifiez les identifiants et l’identifiant d’expéditeur.',
  'ClickSend refused the request ({0}): {1}: check the credentials and the sender ID.':
    'ClickSend a refusé la requête ({0})\u00a0: {1}\u00a0: vérifiez les identifiants et l’identifiant d’expéditeur.',
  'The credentials are right, but the credit is used up: top up the ClickSend account.':
    'Les identifiants sont bons, mais le crédit est épuisé\u00a0: rechargez le compte ClickSend.',
  'it does not say why.': 'la raison n’est pas donnée.',
  'ClickSend could not deliver the message: {0}': 'ClickSend n’a pas pu remettre le message\u00a0: {0}',
  'Sender ID': 'Identifiant d’expéditeur',
}
