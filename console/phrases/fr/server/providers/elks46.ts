import type { Catalogue } from '../../../../server-catalogue.ts'

export const elks46: Catalogue = {
  'Three letters, as in SEK or EUR. 46elks reports what a message cost without saying in what: with this it is written down.':
    'Trois lettres, comme SEK ou EUR. 46elks signale ce qu’un message a coûté sans dire en quelle devise\u00a0: avec cela, c’est noté.',
  'A number of yours at 46elks (+46700000000), or a name of 3 to 11 letters and digits that begins with a letter.':
    'Un de vos numéros chez 46elks (+46700000000), ou un nom de 3 à 11 lettres et chiffres qui commence par une lettre.',
  'Begins with u; on the account page of the 46elks dashboard.':
    'Commence par u\u00a0; sur la page du compte dans le tableau de bord de 46elks.',
  'Beside the API username.': 'À côté du nom d’utilisateur d’API.',
  'Leave empty for 46elks itself.': 'Laissez vide pour 46elks même.',
  'This is not the API username, which is u and 32 letters and digits: copy it from the 46elks dashboard.':
    'Ce n’est pas le nom d’utilisateur d’API, qui est u et 32 lettres et chiffres\u00a0: copiez-le du tableau de bord de 46elks.',
  'The API password has spaces or line breaks in it: copy it again.':
    'Le mot de passe d’API contient des espaces ou des retours à la ligne\u00a0: copiez-le de nouveau.',
  'A currency is three letters, as in SEK, EUR or USD.': 'Une devise a trois lettres, comme SEK, EUR ou USD.',
  'Write the number with a plus, the country code and digits only, as in +46700000000.':
    'Écrivez le numéro avec un plus, l’indicatif du pays et des chiffres seulement, comme +46700000000.',
  'A sender name at 46elks is 3 to 11 letters (a to z) and digits without spaces, and begins with a letter.':
    'Un nom d’expéditeur chez 46elks a de 3 à 11 lettres (a à z) et chiffres sans espaces, et commence par une lettre.',
  'Guests cannot reply to a sender name, and some countries want it registered first: a number can be replied to.':
    'Les invités ne peuvent pas répondre à un nom d’expéditeur, et certains pays veulent qu’il soit d’abord enregistré\u00a0: à un numéro, on peut répondre.',
  'The number does not exist or cannot get SMS: the guest has to correct it.':
    'Le numéro n’existe pas ou ne peut pas recevoir de SMS\u00a0: l’invité doit le corriger.',
  'From is not a number of this 46elks account, and no valid name: see Numbers in the 46elks dashboard.':
    '«\u00a0Expéditeur\u00a0» n’est ni un numéro de ce compte 46elks ni un nom valable\u00a0: voyez Numbers dans le tableau de bord de 46elks.',
  'The 46elks account is out of credits: fill it up in the 46elks dashboard.':
    'Le compte 46elks n’a plus de crédit\u00a0: rechargez-le dans le tableau de bord de 46elks.',
  'The text or the sender is too long for 46elks: shorten the template or the sender.':
    'Le texte ou l’expéditeur est trop long pour 46elks\u00a0: raccourcissez le texte du message ou l’expéditeur.',
  'A setting is missing: fill in From, the API username and the API password.':
    'Il manque un réglage\u00a0: renseignez «\u00a0Expéditeur\u00a0», le nom d’utilisateur d’API et le mot de passe d’API.',
  '46elks refuses the API username or API password: copy both again from the 46elks dashboard.':
    '46elks refuse le nom d’utilisateur d’API ou le mot de passe d’API\u00a0: copiez-les tous deux de nouveau du tableau de bord de 46elks.',
  '46elks refused the message ({0}). See the history in the 46elks dashboard.':
    '46elks a refusé le message ({0}). Voyez l’historique dans le tableau de bord de 46elks.',
  '46elks refused the message ({0}): {1}. See the history in the 46elks dashboard.':
    '46elks a refusé le message ({0})\u00a0: {1}. Voyez l’historique dans le tableau de bord de 46elks.',
  'The credentials are right. The balance is {0}{1}.': 'Les identifiants sont bons. Le solde est de {0}{1}.',
  '46elks refuses the API username or API password: copy both again.':
    '46elks refuse le nom d’utilisateur d’API ou le mot de passe d’API\u00a0: copiez-les tous deux de nouveau.',
  '46elks answered {0}: try again in a moment.': '46elks a répondu {0}\u00a0: réessayez dans un instant.',
  'The message did not reach the phone; 46elks gives no reason. The guest can ask for another code.':
    'Le message n’a pas atteint le téléphone\u00a0; 46elks ne donne pas de raison. L’invité peut demander un autre code.',
  'API password': 'Mot de passe d’API',
  'Currency of the account': 'Devise du compte',
}
