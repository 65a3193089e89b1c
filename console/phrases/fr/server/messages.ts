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
  'It is on its way.': 'Il est en route.',
  'It is cancelled.': 'Elle est annulée.',
  'The validation is approved.': 'La validation est confirmée.',
  'The validation is expired.': 'La validation a expiré.',
  'The validation is exhausted.': 'La validation a reçu trop de codes erronés.',
  'The validation is cancelled.': 'La validation est annulée.',
  'The validation belongs to a guest’s browser and can only be acted on there.':
    'La validation appartient au navigateur d’un invité, et ne peut être traitée que là.',
  'No mail server is enabled: add or enable one under mail_servers.':
    'Aucun serveur de messagerie n’est activé\u00a0: ajoutez-en ou activez-en un.',
  'No SMS gateway is enabled: add or enable one under sms_gateways.':
    'Aucune passerelle SMS n’est activée\u00a0: ajoutez-en ou activez-en une.',
  'The splash portal has no enabled SMS gateway: attach or enable one under sms_gateway_ids.':
    'Le portail d’accueil n’a aucune passerelle SMS activée\u00a0: ajoutez-lui-en une ou activez-la.',
  'The phone sent STOP.': 'Le téléphone a envoyé STOP.',
  'The process that was sending ended before the provider answered.':
    'Le processus qui envoyait s’est terminé avant la réponse du fournisseur.',
  'It should have left {0} s ago: no node takes messages up. Look whether every node runs and reaches the database.':
    'Il aurait dû partir il y a {0} s\u00a0: aucun nœud ne prend de messages. Regardez si chaque nœud fonctionne et joint la base de données.',
  'It waits: {0} is left alone for a while because its last attempts failed. It is tried in {1} s. {2}':
    'Il attend\u00a0: {0} est en repos un moment, car ses derniers essais ont échoué. Il est essayé dans {1} s. {2}',
  'It waits for its turn: {0} may send only so many messages a second. Raise its limit if the provider allows more.':
    'Il attend son tour\u00a0: {0} ne peut envoyer qu’un certain nombre de messages par seconde. Relevez sa limite si le fournisseur permet plus.',
  '{0} did not take it: {1} It is tried by {2} in {3} s.': '{0} ne l’a pas pris\u00a0: {1} Il est essayé par {2} dans {3} s.',
  'A gateway that was deleted': 'Une passerelle supprimée',
  'It leaves within moments.': 'Il part dans un instant.',
  'It is being handed to {0}.': 'Il est en train d’être remis à {0}.',
  'It has been with {0} for {1} s without an answer. If the node that was sending is gone, another one finds it within a minute and asks the provider.':
    'Il est chez {0} depuis {1} s sans réponse. Si le nœud qui l’envoyait n’est plus là, un autre le trouve en une minute et interroge le fournisseur.',
  '{0} gave no answer, so it may or may not have the message. It is being asked; nothing is sent twice meanwhile. The guest can ask for another code.':
    '{0} n’a pas répondu, et a donc peut-être le message ou non. La question lui est posée\u00a0; rien n’est envoyé deux fois entre-temps. L’invité peut demander un autre code.',
  '{0} gave no answer and cannot be asked, so nobody knows whether it was sent. It is not sent again by itself, and counts as paid. Look into the provider’s own log.':
    '{0} n’a pas répondu et ne peut pas être interrogé\u00a0: personne ne sait s’il a été envoyé. Il n’est pas renvoyé de lui-même, et compte comme payé. Regardez le journal du fournisseur.',
  'It was delivered, and nobody entered its code. One such message says little; many to one country or network are a sign of pumping, or of a text that guests do not understand.':
    'Il a été remis, et personne n’a saisi son code. Un seul message ainsi dit peu\u00a0; beaucoup vers un même pays ou réseau sont le signe de pumping, ou d’un texte que les invités ne comprennent pas.',
  'It was delivered. The guest has not entered the code yet.': 'Il a été remis. L’invité n’a pas encore saisi le code.',
  '{0} has taken it. This provider reports no deliveries: only a code that is entered proves that it arrived.':
    '{0} l’a pris. Ce fournisseur ne signale pas les remises\u00a0: seul un code saisi prouve qu’il est arrivé.',
  '{0} has taken it. Mail servers report no deliveries, only mail that comes back: if it did not arrive, look into the spam folder and the log of the mail server.':
    '{0} l’a pris. Les serveurs de messagerie ne signalent pas les remises, seulement les e-mails qui reviennent\u00a0: s’il n’est pas arrivé, regardez dans le dossier d’indésirables et dans le journal du serveur de messagerie.',
  '{0} has taken it and has not reported a delivery yet.': '{0} l’a pris et n’a pas encore signalé de remise.',
  '{0} has taken it and reported nothing since. The phone may be off, or the network tells nothing. If no message of this gateway is ever reported, check that the provider can reach the public URL.':
    '{0} l’a pris et n’a rien signalé depuis. Le téléphone est peut-être éteint, ou le réseau ne dit rien. Si aucun message de cette passerelle n’est jamais signalé, vérifiez que le fournisseur peut joindre l’URL publique.',
  '{0} did not take it, so {1} did: {2}': '{0} ne l’a pas pris, donc {1} l’a fait\u00a0: {2}',
  'Not sent: this phone has told the sender to stop. Only a text START from that phone to the sender lifts it; the guest can do that, or prove an email address instead.':
    'Non envoyé\u00a0: ce téléphone a dit STOP à l’expéditeur. Seul un SMS START de ce téléphone à l’expéditeur le lève\u00a0; l’invité peut le faire, ou confirmer plutôt une adresse e-mail.',
  'Not sent: mail to this address came back before. If the address is good again, delete its suppression.':
    'Non envoyé\u00a0: un e-mail à cette adresse est déjà revenu. Si l’adresse est de nouveau bonne, supprimez son exclusion.',
  'Not sent: no enabled SMS gateway serves this message. Attach one that serves the country to the plan or portal.':
    'Non envoyé\u00a0: aucune passerelle SMS activée ne dessert ce message. Ajoutez au forfait ou au portail une passerelle qui dessert le pays.',
  'Not sent: no mail server is enabled. Add or enable one.':
    'Non envoyé\u00a0: aucun serveur de messagerie n’est activé. Ajoutez-en ou activez-en un.',
  'Not sent: the gateway has reached its spend limit, and no other was left. Raise the limit, or attach another gateway.':
    'Non envoyé\u00a0: la passerelle a atteint sa limite de dépenses, et il n’en restait pas d’autre. Relevez la limite, ou ajoutez une autre passerelle.',
  'Not sent: it could not leave before its code expired. See the attempts for what held it up. The guest has to ask for another code.':
    'Non envoyé\u00a0: il n’a pas pu partir avant l’expiration de son code. Les essais disent ce qui l’a retenu. L’invité doit demander un autre code.',
  'Not sent, because it was not needed any more: the code was entered, replaced or taken back before it left.':
    'Non envoyé, car il n’était plus nécessaire\u00a0: le code a été saisi, remplacé ou annulé avant son départ.',
  'The number or address cannot be reached ({0}): {1} The guest should check it, or use another.':
    'Le numéro ou l’adresse ne peut pas être joint ({0})\u00a0: {1} L’invité devrait le vérifier, ou en utiliser un autre.',
  'This sender cannot reach this number or country ({0}): {1} Attach another gateway that serves the country, or give it a sender that may.':
    'Cet expéditeur ne peut pas joindre ce numéro ou ce pays ({0})\u00a0: {1} Ajoutez une autre passerelle qui dessert le pays, ou donnez-lui un expéditeur qui le peut.',
  'The settings or the account are at fault ({0}): {1} Every message through it fails until that is mended: correct the record and send a test message.':
    'La faute est aux réglages ou au compte ({0})\u00a0: {1} Chaque message y échoue jusqu’à ce que ce soit réparé\u00a0: corrigez l’enregistrement et envoyez un message d’essai.',
  'The text was refused ({0}): {1} Change the message text of the portal.':
    'Le texte a été refusé ({0})\u00a0: {1} Changez le texte du message du portail.',
  'More was sent than may be, until the code would have been too old ({0}): {1} Lower the gateway’s sends per second, attach another gateway, or ask the provider for more.':
    'Plus a été envoyé que permis, jusqu’à ce que le code eût été trop vieux ({0})\u00a0: {1} Baissez les messages par seconde de la passerelle, ajoutez-en une autre, ou demandez plus au fournisseur.',
  'It could not be reached until the code would have been too old ({0}): {1} If this goes on, attach a second gateway, so that messages have another way.':
    'Il n’a pas pu être joint jusqu’à ce que le code eût été trop vieux ({0})\u00a0: {1} Si cela continue, ajoutez une seconde passerelle, pour que les messages aient une autre voie.',
  'It failed at {0}: {1} See the attempts.': 'Il a échoué chez {0}\u00a0: {1} Voyez les essais.',
  'Nobody said why.': 'Personne n’a dit pourquoi.',
  'The provider did not say more.': 'Le fournisseur n’en a pas dit plus.',
  'Took the message.': 'A accepté le message.',
  'Refused the number or address.': 'A refusé le numéro ou l’adresse.',
  'Cannot send from this sender to this number or country.': 'Ne peut pas envoyer de cet expéditeur à ce numéro ou ce pays.',
  'Refused the settings or the account.': 'A refusé les réglages ou le compte.',
  'Refused the text.': 'A refusé le texte.',
  'Asked to come back later.': 'A demandé de revenir plus tard.',
  'Could not be reached, or had a fault of its own.': 'N’a pas pu être joint, ou a eu une panne.',
  'Gave no answer: it may or may not have the message.': 'N’a pas répondu\u00a0: il a peut-être le message, ou non.',
  'Said, when asked, that it does not have the message.': 'A dit, interrogé, qu’il n’a pas le message.',
  'Was not asked: its limit of messages per second was reached.':
    'N’a pas été sollicité\u00a0: sa limite de messages par seconde était atteinte.',
  'Was not asked: its spend limit is reached.': 'N’a pas été sollicité\u00a0: sa limite de dépenses est atteinte.',
  'Was not asked: the code would have been too old.': 'N’a pas été sollicité\u00a0: le code aurait été trop vieux.',
  'Was not asked: the code was not needed any more.': 'N’a pas été sollicité\u00a0: le code n’était plus nécessaire.',
  'Is under way, or its end was never seen.': 'Est en cours, ou sa fin n’a jamais été vue.',
  'Was not asked: it is left alone after failures.': 'N’a pas été sollicité\u00a0: il est en repos après des échecs.',
  'Was not asked.': 'N’a pas été sollicité.',
  'Ended as {0}.': 'S’est terminé par {0}.',
}
