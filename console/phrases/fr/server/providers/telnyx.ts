import type { Catalogue } from '../../../../server-catalogue.ts'

export const telnyx: Catalogue = {
  'Telnyx refuses the API key: copy it again from the Telnyx portal (it begins with KEY).':
    'Telnyx refuse la clé d’API\u00a0: copiez-la de nouveau du portail Telnyx (elle commence par KEY).',
  'The Telnyx account is inactive, blocked or not verified: open the Telnyx portal and see what it asks for.':
    'Le compte Telnyx est inactif, bloqué ou non vérifié\u00a0: ouvrez le portail Telnyx et voyez ce qu’il demande.',
  'The Telnyx account has no credit left: top it up, or switch auto-recharge on.':
    'Le compte Telnyx n’a plus de crédit\u00a0: rechargez-le, ou activez la recharge automatique.',
  'From is not a sender of this Telnyx account that can send SMS: assign the number to a messaging profile in the portal.':
    '«\u00a0Expéditeur\u00a0» n’est pas un expéditeur de ce compte Telnyx qui puisse envoyer des SMS\u00a0: attribuez le numéro à un messaging profile dans le portail.',
  'The messaging profile is switched off or has no number to send from: see the profile in the Telnyx portal.':
    'Le messaging profile est désactivé ou n’a pas de numéro d’où envoyer\u00a0: voyez le profil dans le portail Telnyx.',
  'The phone or its network was out of reach: the guest asks for another code.':
    'Le téléphone ou son réseau était hors de portée\u00a0: l’invité demande un autre code.',
  'Telnyx refuses the text of the message: shorten or reword the template.':
    'Telnyx refuse le texte du message\u00a0: raccourcissez-le ou reformulez-le.',
  'More is sent than this sender may send: lower sends per second, or add numbers to the messaging profile.':
    'Il part plus de messages que cet expéditeur ne peut en envoyer\u00a0: baissez les messages par seconde, ou ajoutez des numéros au messaging profile.',
  'The sender is not registered for traffic to US numbers (10DLC): register a brand and campaign in the Telnyx portal.':
    'L’expéditeur n’est pas enregistré pour le trafic vers les numéros américains (10DLC)\u00a0: enregistrez une marque et une campagne dans le portail Telnyx.',
  'The toll-free number is not verified yet: submit it for verification in the Telnyx portal.':
    'Le numéro gratuit n’est pas encore vérifié\u00a0: soumettez-le à la vérification dans le portail Telnyx.',
  'Telnyx refuses the callback address: check the public URL of Gatehouse.':
    'Telnyx refuse l’adresse de rappel\u00a0: vérifiez l’URL publique de Gatehouse.',
  'Telnyx misses a field: a sender name needs the option messaging_profile_id.':
    'Il manque un champ à Telnyx\u00a0: un nom d’expéditeur a besoin de l’option messaging_profile_id.',
  'Telnyx does not know this address or messaging profile: check the base URL and the profile.':
    'Telnyx ne connaît pas cette adresse ou ce messaging profile\u00a0: vérifiez l’URL de base et le profil.',
  'The ID of the messaging profile is wrong: copy it again from the Telnyx portal.':
    'L’ID du messaging profile est faux\u00a0: copiez-le de nouveau du portail Telnyx.',
  'Telnyx had a fault of its own.': 'Telnyx a eu une panne.',
  'This API key may not send messages: make one in the Telnyx portal that may.':
    'Cette clé d’API ne peut pas envoyer de messages\u00a0: créez-en une dans le portail Telnyx qui le puisse.',
  'This Telnyx account sends only to numbers that were verified in the portal: upgrade it.':
    'Ce compte Telnyx n’envoie qu’aux numéros vérifiés dans le portail\u00a0: passez-le au niveau supérieur.',
  'This Telnyx account may not send such messages: see its verification level in the portal.':
    'Ce compte Telnyx ne peut pas envoyer de tels messages\u00a0: voyez son niveau de vérification dans le portail.',
  'The carrier blocks this sender for good: send from another number, and ask Telnyx support.':
    'L’opérateur bloque définitivement cet expéditeur\u00a0: envoyez depuis un autre numéro, et demandez à l’assistance de Telnyx.',
  'The carrier did not take the message: the number may not be in use.':
    'L’opérateur n’a pas pris le message\u00a0: le numéro n’est peut-être pas en service.',
  'The message waited at Telnyx longer than it may: more is sent than this sender may send.':
    'Le message a attendu chez Telnyx plus longtemps que permis\u00a0: il part plus que cet expéditeur ne peut envoyer.',
  'The registered campaign has sent to T-Mobile all it may today: raise its class, or wait until tomorrow.':
    'La campagne enregistrée a envoyé à T-Mobile tout ce qu’elle peut aujourd’hui\u00a0: relevez sa classe, ou attendez demain.',
  'The number is still being moved to Telnyx: wait until the portal shows it as ready.':
    'Le numéro est encore en cours de transfert vers Telnyx\u00a0: attendez que le portail le montre prêt.',
  'Sender names are not set up in this messaging profile: set one in the Telnyx portal.':
    'Les noms d’expéditeur ne sont pas configurés dans ce messaging profile\u00a0: définissez-en un dans le portail Telnyx.',
  'The country is not allowed in the messaging profile: if you want guests from there, add it to its allowed destinations.':
    'Le pays n’est pas autorisé dans le messaging profile\u00a0: si vous voulez des invités de là-bas, ajoutez-le à ses destinations autorisées.',
  'Telnyx blocks this number for too much spam or too little delivered: send from another.':
    'Telnyx bloque ce numéro pour trop de spam ou trop peu de remises\u00a0: envoyez depuis un autre.',
  'Telnyx’s queue for this sender is full: lower sends per second.':
    'La file d’attente de Telnyx pour cet expéditeur est pleine\u00a0: baissez les messages par seconde.',
  'The number was only just bought and cannot send yet: try again in some minutes.':
    'Le numéro vient d’être acheté et ne peut pas encore envoyer\u00a0: réessayez dans quelques minutes.',
  'The text is too long for Telnyx: shorten the template.':
    'Le texte est trop long pour Telnyx\u00a0: raccourcissez le texte du message.',
  'The messaging profile has used up its daily spend limit: raise it in the Telnyx portal.':
    'Le messaging profile a épuisé sa limite de dépenses du jour\u00a0: relevez-la dans le portail Telnyx.',
  'Needed with a sender name. In the Telnyx portal under Messaging.':
    'Nécessaire avec un nom d’expéditeur. Dans le portail Telnyx sous Messaging.',
  'A Telnyx number of yours (+15551234567), a short code, a sender name of up to 11 characters, or the ID of a messaging profile with a number pool.':
    'Un de vos numéros chez Telnyx (+15551234567), un numéro court, un nom d’expéditeur de 11 caractères au plus, ou l’ID d’un messaging profile avec un groupe de numéros.',
  'Begins with KEY; in the Telnyx portal under API keys.': 'Commence par KEY\u00a0; dans le portail Telnyx sous API keys.',
  'Leave empty for https://api.telnyx.com. Or a service that speaks Telnyx’s API.':
    'Laissez vide pour https://api.telnyx.com. Ou un service qui parle l’API de Telnyx.',
  '44 characters; in the Telnyx portal under API keys, Public key. With it every receipt’s signature is checked.':
    '44 caractères\u00a0; dans le portail Telnyx sous API keys, Public key. Avec elle, la signature de chaque accusé de réception est vérifiée.',
  'From is a number with plus, country code and digits only, as in +15551234567, a short code, a name of at most 11 letters and digits, or the ID of a messaging profile.':
    '«\u00a0Expéditeur\u00a0» est un numéro avec un plus, l’indicatif du pays et des chiffres seulement, comme +15551234567, un numéro court, un nom d’au plus 11 lettres et chiffres, ou l’ID d’un messaging profile.',
  'This is not an API key, which begins with KEY: copy it again from the Telnyx portal, where it is shown only once.':
    'Ce n’est pas une clé d’API, qui commence par KEY\u00a0: copiez-la de nouveau du portail Telnyx, où elle n’est montrée qu’une fois.',
  'The public key is 44 characters and ends with =: copy it again from the Telnyx portal (it is not the API key).':
    'La Public key a 44 caractères et finit par =\u00a0: copiez-la de nouveau du portail Telnyx (ce n’est pas la clé d’API).',
  'The ID of a messaging profile has 36 characters, as in 4000eba1-a0c0-4563-9925-b25e842a7cb6: copy it again.':
    'L’ID d’un messaging profile a 36 caractères, comme 4000eba1-a0c0-4563-9925-b25e842a7cb6\u00a0: copiez-le de nouveau.',
  'Telnyx sends with a sender name only through a messaging profile: put its ID in.':
    'Telnyx n’envoie avec un nom d’expéditeur que par un messaging profile\u00a0: mettez son ID.',
  'Receipts are protected by the secret in their address only: put in the Public key to have their signatures checked too.':
    'Les accusés de réception ne sont protégés que par le secret de leur adresse\u00a0: mettez la Public key pour que leurs signatures soient vérifiées aussi.',
  'Telnyx refused the message ({0}; https://developers.telnyx.com/docs/messaging/messages/error-codes).':
    'Telnyx a refusé le message ({0}\u00a0; https://developers.telnyx.com/docs/messaging/messages/error-codes).',
  'Telnyx refused the message: {0} ({1}; https://developers.telnyx.com/docs/messaging/messages/error-codes).':
    'Telnyx a refusé le message\u00a0: {0} ({1}\u00a0; https://developers.telnyx.com/docs/messaging/messages/error-codes).',
  'The API key is right; {0} {1} are left.': 'La clé d’API est bonne\u00a0; il reste {0} {1}.',
  'The API key is right.': 'La clé d’API est bonne.',
  'Telnyx reports {0}: {1}.': 'Telnyx signale {0}\u00a0: {1}.',
  'Telnyx reports {0}: no reason given.': 'Telnyx signale {0}, sans donner de raison.',
  'Public key': 'Public key',
  'Messaging profile ID': 'ID du messaging profile',
}
