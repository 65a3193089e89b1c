import type { Catalogue } from '../../../../server-catalogue.ts'

export const sinch: Catalogue = {
  'The sender’s registration for US numbers (10DLC) is not active: have it put in order in the Sinch dashboard.':
    'L’enregistrement de l’expéditeur pour les numéros américains (10DLC) n’est pas actif\u00a0: faites-le régulariser dans le tableau de bord de Sinch.',
  'The sender has sent all it may for now: lower sends per second, or ask Sinch for more.':
    'L’expéditeur a envoyé tout ce qu’il peut pour l’instant\u00a0: baissez les messages par seconde, ou demandez plus à Sinch.',
  'The Sinch account is blocked, perhaps for want of credit: open the Sinch dashboard and see what it asks for.':
    'Le compte Sinch est bloqué, peut-être faute de crédit\u00a0: ouvrez le tableau de bord de Sinch et voyez ce qu’il demande.',
  'Sinch cannot read the request: check the base URL.': 'Sinch ne peut pas lire la requête\u00a0: vérifiez l’URL de base.',
  'Sinch refuses the form of a value, most often From or the number: check From.':
    'Sinch refuse la forme d’une valeur, le plus souvent «\u00a0Expéditeur\u00a0» ou le numéro\u00a0: vérifiez «\u00a0Expéditeur\u00a0».',
  'Sinch refuses a value or misses one: check From.':
    'Sinch refuse une valeur ou il en manque une\u00a0: vérifiez «\u00a0Expéditeur\u00a0».',
  'From does not belong to a campaign of this Sinch account: check From.':
    '«\u00a0Expéditeur\u00a0» n’appartient à aucune campagne de ce compte Sinch\u00a0: vérifiez «\u00a0Expéditeur\u00a0».',
  'Sinch has no address to report to: check the public URL of Gatehouse.':
    'Sinch n’a pas d’adresse où signaler\u00a0: vérifiez l’URL publique de Gatehouse.',
  'Sinch refuses the service plan ID or API token: copy both again from the Sinch dashboard, and choose the plan’s region.':
    'Sinch refuse l’ID du plan de service ou le jeton d’API\u00a0: copiez-les tous deux de nouveau du tableau de bord de Sinch, et choisissez la région du plan.',
  'From is not a sender that this Sinch service plan may use: check From.':
    '«\u00a0Expéditeur\u00a0» n’en est pas un que ce plan de service Sinch puisse utiliser\u00a0: vérifiez «\u00a0Expéditeur\u00a0».',
  'The guest’s network refuses the message; it may have been taken for spam.':
    'Le réseau de l’invité refuse le message\u00a0; il l’a peut-être pris pour du spam.',
  'Sinch has no route to this number.': 'Sinch n’a pas de route vers ce numéro.',
  'Sinch had a fault of its own: the guest asks for another code.': 'Sinch a eu une panne\u00a0: l’invité demande un autre code.',
  'The message could not be delivered just now: the guest asks for another code.':
    'Le message n’a pas pu être remis à ce moment\u00a0: l’invité demande un autre code.',
  'The text has a placeholder of Sinch’s in it: take the dollar sign before a brace out of the template.':
    'Le texte contient un repère de Sinch\u00a0: retirez du texte du message le signe dollar devant l’accolade.',
  'The message waited at Sinch longer than it was good for: the guest asks for another code.':
    'Le message a attendu chez Sinch plus longtemps qu’il ne valait\u00a0: l’invité demande un autre code.',
  'The message was cancelled with this account’s credentials: see who else uses them.':
    'Le message a été annulé avec les identifiants de ce compte\u00a0: voyez qui d’autre les utilise.',
  'The message centre refuses the message, and would again.': 'Le centre de messages refuse le message, et le referait.',
  'Sinch has no sender for this number: put one into From.':
    'Sinch n’a pas d’expéditeur pour ce numéro\u00a0: mettez-en un dans «\u00a0Expéditeur\u00a0».',
  'The text has too many parts: shorten the template.': 'Le texte a trop de parties\u00a0: raccourcissez le texte du message.',
  'The Sinch service plan may not send to this country: if you want guests from there, have Sinch enable it.':
    'Le plan de service Sinch ne peut pas envoyer vers ce pays\u00a0: si vous voulez des invités de là-bas, faites-le activer par Sinch.',
  'Where the service plan was made; the Sinch dashboard shows it beside the plan.':
    'Là où le plan de service a été créé\u00a0; le tableau de bord de Sinch le montre à côté du plan.',
  'A Sinch number of yours (+15551234567), a short code, or a sender name of up to 11 characters.':
    'Un de vos numéros chez Sinch (+15551234567), un numéro court, ou un nom d’expéditeur de 11 caractères au plus.',
  '32 characters; in the Sinch dashboard under SMS, Service APIs.':
    '32 caractères\u00a0; dans le tableau de bord de Sinch sous SMS, Service APIs.',
  'Beside the service plan ID.': 'À côté de l’ID du plan de service.',
  'Leave empty for the region’s own, as in https://us.sms.api.sinch.com. Or a service that speaks Sinch’s API.':
    'Laissez vide pour celle de la région, comme https://us.sms.api.sinch.com. Ou un service qui parle l’API de Sinch.',
  'Only once Sinch has set this secret up for the service plan: receipts without its signature are then refused.':
    'Seulement une fois que Sinch a mis en place ce secret pour le plan de service\u00a0: les accusés de réception sans sa signature sont alors refusés.',
  'From is a number with its country code and digits only, as in +15551234567, a short code, or a name of at most 11 letters and digits.':
    '«\u00a0Expéditeur\u00a0» est un numéro avec l’indicatif du pays et des chiffres seulement, comme +15551234567, un numéro court, ou un nom d’au plus 11 lettres et chiffres.',
  'A service plan ID is 32 characters from 0-9 and a-f: copy it again from the Sinch dashboard (a project ID has dashes and does not do).':
    'Un ID de plan de service est 32 caractères parmi 0-9 et a-f\u00a0: copiez-le de nouveau du tableau de bord de Sinch (un ID de projet a des tirets et ne convient pas).',
  'The API token has spaces or line breaks in it: copy it again.':
    'Le jeton d’API contient des espaces ou des retours à la ligne\u00a0: copiez-le de nouveau.',
  'Only the address goes here: nothing from /xms on.': 'Seule l’adresse va ici\u00a0: rien à partir de /xms.',
  'Sinch refused the message with HTTP {0}.': 'Sinch a refusé le message avec HTTP {0}.',
  'Sinch refused the message with HTTP {0}: {1}.': 'Sinch a refusé le message avec HTTP {0}\u00a0: {1}.',
  'This Sinch service plan may not send this: see the plan and its allowed countries in the Sinch dashboard.':
    'Ce plan de service Sinch ne peut pas envoyer cela\u00a0: voyez le plan et ses pays autorisés dans le tableau de bord de Sinch.',
  'More is asked of Sinch than the service plan may: lower sends per second, or ask Sinch for more.':
    'Sinch reçoit plus de demandes que le plan de service n’en permet\u00a0: baissez les messages par seconde, ou demandez plus à Sinch.',
  'The service plan ID, API token and region are right.': 'L’ID du plan de service, le jeton d’API et la région sont bons.',
  'Sinch reports {0}, code {1}.': 'Sinch signale {0}, code {1}.',
  'Sinch reports {0}, code none.': 'Sinch signale {0}, sans code.',
  'Service plan ID': 'ID du plan de service (Service plan ID)',
  'Secret for signed callbacks': 'Secret pour les rappels signés',
  Region: 'Région',
  'United States': 'États-Unis',
  'European Union': 'Union européenne',
  Australia: 'Australie',
  Brazil: 'Brésil',
  Canada: 'Canada',
}
