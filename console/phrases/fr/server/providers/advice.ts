import type { Catalogue } from '../../../../server-catalogue.ts'

export const advice: Catalogue = {
  'It should have left {0} s ago: no node takes messages up. Look whether every node runs and reaches the database.':
    'Il aurait dû partir il y a {0} s\u00a0: aucun nœud ne prend de messages. Regardez si chaque nœud tourne et atteint la base de données.',
  'It waits: {0} is left alone for a while because its last attempts failed. It is tried in {1} s. {2}':
    'Il attend\u00a0: {0} est laissée au repos un moment parce que ses derniers essais ont échoué. Un nouvel essai a lieu dans {1} s. {2}',
  'It waits for its turn: {0} may send only so many messages a second. Raise its limit if the provider allows more.':
    'Il attend son tour\u00a0: {0} ne peut envoyer que tant de messages par seconde. Relevez sa limite si le fournisseur permet plus.',
  '{0} did not take it: {1} It is tried by {2} in {3} s.': '{0} ne l’a pas pris\u00a0: {1} Un essai par {2} a lieu dans {3} s.',
  'It leaves within moments.': 'Il part dans quelques instants.',
  'It is being handed to {0}.': 'Il est en cours de transmission à {0}.',
  'It has been with {0} for {1} s without an answer. If the node that was sending is gone, another one finds it within a minute and asks the provider.':
    'Il est chez {0} depuis {1} s sans réponse. Si le nœud qui l’envoyait n’est plus là, un autre le trouve en moins d’une minute et demande au fournisseur.',
  '{0} gave no answer, so it may or may not have the message. It is being asked; nothing is sent twice meanwhile. The guest can ask for another code.':
    '{0} n’a pas répondu, et a donc peut-être le message, ou non. La question lui est posée\u00a0; rien n’est envoyé deux fois entre-temps. L’invité peut demander un autre code.',
  '{0} gave no answer and cannot be asked, so nobody knows whether it was sent. It is not sent again by itself, and counts as paid. Look into the provider’s own log.':
    '{0} n’a pas répondu et ne peut pas être interrogé, donc personne ne sait s’il a été envoyé. Il n’est pas renvoyé de lui-même, et compte comme payé. Voyez le journal du fournisseur.',
  'It was delivered, and nobody entered its code. One such message says little; many to one country or network are a sign of pumping, or of a text that guests do not understand.':
    'Il a été remis, et personne n’a saisi son code. Un seul message de ce genre dit peu\u00a0; beaucoup vers un même pays ou réseau sont signe de pumping, ou d’un texte que les invités ne comprennent pas.',
  'It was delivered. The guest has not entered the code yet.': 'Il a été remis. L’invité n’a pas encore saisi le code.',
  '{0} has taken it. This provider reports no deliveries: only a code that is entered proves that it arrived.':
    '{0} l’a pris. Ce fournisseur ne signale pas les remises\u00a0: seul un code saisi prouve qu’il est arrivé.',
  '{0} has taken it. Mail servers report no deliveries, only mail that comes back: if it did not arrive, look into the spam folder and the log of the mail server.':
    '{0} l’a pris. Les serveurs de messagerie ne signalent pas les remises, seulement les e-mails qui reviennent\u00a0: s’il n’est pas arrivé, voyez le dossier de spam et le journal du serveur de messagerie.',
  '{0} has taken it and has not reported a delivery yet.': '{0} l’a pris et n’a pas encore signalé de remise.',
  '{0} has taken it and reported nothing since. The phone may be off, or the network tells nothing. If no message of this gateway is ever reported, check that the provider can reach the public URL.':
    '{0} l’a pris et n’a rien signalé depuis. Le téléphone est peut-être éteint, ou le réseau ne dit rien. Si aucun message de cette passerelle n’est jamais signalé, vérifiez que le fournisseur peut joindre l’URL publique.',
  '{0} did not take it, so {1} did: {2}': '{0} ne l’a pas pris, il est donc parti par {1}\u00a0: {2}',
  'Not sent: this phone has told the sender to stop. Only a text START from that phone to the sender lifts it; the guest can do that, or prove an email address instead.':
    'Non envoyé\u00a0: ce téléphone a dit STOP à l’expéditeur. Seul un message START de ce téléphone à l’expéditeur le lève\u00a0; l’invité peut le faire, ou prouver une adresse e-mail à la place.',
  'Not sent: mail to this address came back before. If the address is good again, delete its suppression.':
    'Non envoyé\u00a0: des e-mails à cette adresse sont déjà revenus. Si l’adresse est de nouveau bonne, retirez-la des destinataires exclus.',
  'Not sent: no enabled SMS gateway serves this message. Attach one that serves the country to the plan or portal.':
    'Non envoyé\u00a0: aucune passerelle SMS activée ne dessert ce message. Attribuez au forfait ou au portail une passerelle qui dessert le pays.',
  'Not sent: no mail server is enabled. Add or enable one.':
    'Non envoyé\u00a0: aucun serveur de messagerie n’est activé. Ajoutez-en un ou activez-le.',
  'Not sent: the gateway has reached its spend limit, and no other was left. Raise the limit, or attach another gateway.':
    'Non envoyé\u00a0: la passerelle a atteint sa limite de dépenses, et il n’en restait pas d’autre. Relevez la limite, ou attribuez une autre passerelle.',
  'Not sent: it could not leave before its code expired. See the attempts for what held it up. The guest has to ask for another code.':
    'Non envoyé\u00a0: il n’a pas pu partir avant l’expiration de son code. Les essais disent ce qui l’a retenu. L’invité doit demander un autre code.',
  'Not sent, because it was not needed any more: the code was entered, replaced or taken back before it left.':
    'Non envoyé, car il n’était plus nécessaire\u00a0: le code a été saisi, remplacé ou retiré avant son départ.',
  'The number or address cannot be reached ({0}): {1} The guest should check it, or use another.':
    'Le numéro ou l’adresse est injoignable ({0})\u00a0: {1} L’invité devrait vérifier, ou en utiliser un autre.',
  'This sender cannot reach this number or country ({0}): {1} Attach another gateway that serves the country, or give it a sender that may.':
    'Cet expéditeur ne peut pas atteindre ce numéro ou ce pays ({0})\u00a0: {1} Attribuez une autre passerelle qui dessert le pays, ou donnez-lui un expéditeur autorisé.',
  'The settings or the account are at fault ({0}): {1} Every message through it fails until that is mended: correct the record and send a test message.':
    'Le problème vient des réglages ou du compte ({0})\u00a0: {1} Tout message par cette voie échoue tant que ce n’est pas corrigé\u00a0: rectifiez l’enregistrement et envoyez un message d’essai.',
  'The text was refused ({0}): {1} Change the message text of the portal.':
    'Le texte a été refusé ({0})\u00a0: {1} Changez le texte du message du portail.',
  'More was sent than may be, until the code would have been too old ({0}): {1} Lower the gateway’s sends per second, attach another gateway, or ask the provider for more.':
    'Il est parti plus de messages que permis, jusqu’à ce que le code soit trop vieux ({0})\u00a0: {1} Baissez les messages par seconde de la passerelle, attribuez une autre passerelle, ou demandez plus au fournisseur.',
  'It could not be reached until the code would have been too old ({0}): {1} If this goes on, attach a second gateway, so that messages have another way.':
    'Rien n’a pu être joint jusqu’à ce que le code soit trop vieux ({0})\u00a0: {1} Si cela dure, attribuez une seconde passerelle, pour que les messages aient une autre voie.',
  'The provider did not say more.': 'Le fournisseur n’en a pas dit plus.',
  'It failed at {0}: {1} See the attempts.': 'Échec chez {0}\u00a0: {1} Voyez les essais.',
}
