import type { Catalogue } from '../../../server-catalogue.ts'

export const messages: Catalogue = {
  'This contact was sent too many codes. Try again later.': 'Trop de codes ont été envoyés à ce contact. Réessayez plus tard.',
  'This device has asked for too many codes that were not entered. Try again later.':
    'Cet appareil a demandé trop de codes qui n’ont pas été saisis. Réessayez plus tard.',
  'This client address has asked for too many codes that were not entered. Try again later.':
    'Cette adresse de client a demandé trop de codes qui n’ont pas été saisis. Réessayez plus tard.',
  'Too many codes to numbers that begin like this one were not entered. Try again later.':
    'Trop de codes vers des numéros qui commencent comme celui-ci n’ont pas été saisis. Réessayez plus tard.',
  'Too many codes to numbers of this country were not entered. Try again later.':
    'Trop de codes vers des numéros de ce pays n’ont pas été saisis. Réessayez plus tard.',
  'Too many codes of this splash portal were not entered. Try again later.':
    'Trop de codes de ce portail d’accueil n’ont pas été saisis. Réessayez plus tard.',
  'Too many codes sent through this gateway were not entered. Try again later.':
    'Trop de codes envoyés par cette passerelle n’ont pas été saisis. Réessayez plus tard.',
  'Too many codes were not entered. Try again later.': 'Trop de codes n’ont pas été saisis. Réessayez plus tard.',
  'The code was sent a moment ago. Try again in {0} s.': 'Le code vient d’être envoyé. Réessayez dans {0} s.',
  'The code was sent as often as it may be. Start a new validation.':
    'Le code a été envoyé autant de fois que permis. Commencez une nouvelle validation.',
  'The code was sent as often as it may be. The guest can ask for a new one on the portal.':
    'Le code a été envoyé autant de fois que permis. L’invité peut en demander un nouveau sur le portail.',
  'No code is pending. The guest has to ask for one on the portal.':
    'Aucun code n’est en attente. L’invité doit en demander un sur le portail.',
  'The validation is approved.': 'La validation est confirmée.',
  'The validation is expired.': 'La validation a expiré.',
  'The validation is exhausted.': 'La validation a reçu trop de codes erronés.',
  'The validation is cancelled.': 'La validation est annulée.',
  'The validation belongs to a guest’s browser and can only be acted on there.':
    'La validation appartient au navigateur d’un invité, et ne peut être traitée que là.',
  'No mail server is enabled: add or enable one.': 'Aucun serveur de messagerie n’est activé\u00a0: ajoutez-en ou activez-en un.',
  'No SMS gateway is enabled: add or enable one.': 'Aucune passerelle SMS n’est activée\u00a0: ajoutez-en ou activez-en une.',
  'The splash portal has no enabled SMS gateway: attach one, or enable one that is attached.':
    'Le portail d’accueil n’a aucune passerelle SMS activée\u00a0: ajoutez-lui-en une ou activez-la.',
  'The phone sent STOP.': 'Le téléphone a envoyé STOP.',
  'The process that was sending ended before the provider answered.':
    'Le processus qui envoyait s’est terminé avant la réponse du fournisseur.',
  'A gateway that was deleted': 'Une passerelle supprimée',
}
