import type { Catalogue } from '../../../../server-catalogue.ts'

export const africastalking: Catalogue = {
  'The number is not in use or cannot get SMS: the guest has to correct it.':
    'Le numéro n’est pas en service ou ne peut pas recevoir de SMS\u00a0: l’invité doit le corriger.',
  'The number is switched off or suspended by its network: the guest needs another number, or email.':
    'Le numéro est désactivé ou suspendu par son réseau\u00a0: il faut à l’invité un autre numéro, ou un e-mail.',
  'The guest has blocked messages from this sender: only the guest can lift it, at the mobile network.':
    'L’invité a bloqué les messages de cet expéditeur\u00a0: lui seul peut le lever, auprès de son opérateur.',
  'Nigeria lets promotional senders send by day only: register a transactional sender with Africa’s Talking for codes.':
    'Le Nigeria ne laisse les expéditeurs promotionnels envoyer que le jour\u00a0: enregistrez chez Africa’s Talking un expéditeur transactionnel pour les codes.',
  'Africa’s Talking holds the message for a risk check: ask its support to release your account’s traffic.':
    'Africa’s Talking retient le message pour un contrôle de risque\u00a0: demandez à son assistance de libérer le trafic de votre compte.',
  'From is not a sender of this Africa’s Talking account: register it there, or leave From empty.':
    '«\u00a0Expéditeur\u00a0» n’est pas un expéditeur de ce compte Africa’s Talking\u00a0: enregistrez-le là-bas, ou laissez «\u00a0Expéditeur\u00a0» vide.',
  'The Africa’s Talking account is out of credit: fill it up in its dashboard.':
    'Le compte Africa’s Talking n’a plus de crédit\u00a0: rechargez-le dans son tableau de bord.',
  'Africa’s Talking has no route to this number: add a gateway that serves the country.':
    'Africa’s Talking n’a pas de route vers ce numéro\u00a0: ajoutez une passerelle qui dessert le pays.',
  'The mobile network rejected the message: check that the sender is registered in that country.':
    'Le réseau mobile a rejeté le message\u00a0: vérifiez que l’expéditeur est enregistré dans ce pays.',
  'The number has moved to another network, which Africa’s Talking did not know: use another gateway for it.':
    'Le numéro est passé à un autre réseau, ce qu’Africa’s Talking ne savait pas\u00a0: utilisez une autre passerelle pour lui.',
  'The phone was off or out of reach until the network gave up: the guest can ask for another code.':
    'Le téléphone était éteint ou hors de portée jusqu’à ce que le réseau abandonne\u00a0: l’invité peut demander un autre code.',
  'The sender is a premium one, which the guest pays for: use an ordinary sender for codes.':
    'L’expéditeur est surtaxé, à la charge de l’invité\u00a0: utilisez un expéditeur ordinaire pour les codes.',
  'The sender is one for premium services on demand: use an ordinary sender for codes.':
    'L’expéditeur est destiné aux services payants à la demande\u00a0: utilisez un expéditeur ordinaire pour les codes.',
  'The sender is one for premium subscriptions: use an ordinary sender for codes.':
    'L’expéditeur est destiné aux abonnements payants\u00a0: utilisez un expéditeur ordinaire pour les codes.',
  'As it is registered in your account. Empty: the shared sender AFRICASTKNG, where the network takes it.':
    'Tel qu’il est enregistré dans votre compte. Vide\u00a0: l’expéditeur partagé AFRICASTKNG, là où le réseau le prend.',
  'The username of the app in the dashboard; sandbox for the sandbox.':
    'Le nom d’utilisateur de l’application dans le tableau de bord\u00a0; sandbox pour le bac à sable.',
  'In the dashboard under Settings, API Key. The sandbox has a key of its own.':
    'Dans le tableau de bord sous Settings, API Key. Le bac à sable a sa propre clé.',
  'Leave empty for Africa’s Talking itself.': 'Laissez vide pour Africa’s Talking même.',
  'A sender ID has up to 11 letters and digits; a short code or number has digits only.':
    'Un identifiant d’expéditeur a jusqu’à 11 lettres et chiffres\u00a0; un numéro court ou un numéro n’a que des chiffres.',
  'This is not a username of an app: it is shown in the dashboard beside the app’s name, without spaces and @.':
    'Ce n’est pas le nom d’utilisateur d’une application\u00a0: il figure dans le tableau de bord à côté du nom de l’application, sans espaces ni @.',
  'Only the address goes here, without /version1: leave it empty for Africa’s Talking itself.':
    'Seule l’adresse va ici, sans /version1\u00a0: laissez vide pour Africa’s Talking même.',
  'The sandbox knows only the username sandbox: put that in, or leave the base URL empty.':
    'Le bac à sable ne connaît que le nom d’utilisateur sandbox\u00a0: mettez-le, ou laissez l’URL de base vide.',
  'The username sandbox goes with the sandbox: leave the base URL empty.':
    'Le nom d’utilisateur sandbox va avec le bac à sable\u00a0: laissez l’URL de base vide.',
  'This is the sandbox: messages appear in Africa’s Talking’s own simulator and on no phone.':
    'C’est le bac à sable\u00a0: les messages apparaissent dans le simulateur d’Africa’s Talking et sur aucun téléphone.',
  'Without a sender of your own, many networks drop or delay messages: register a sender ID with Africa’s Talking.':
    'Sans expéditeur à vous, beaucoup de réseaux rejettent ou retardent les messages\u00a0: enregistrez un identifiant d’expéditeur chez Africa’s Talking.',
  'Africa’s Talking refuses the username or API key: copy both again; the sandbox has a key of its own.':
    'Africa’s Talking refuse le nom d’utilisateur ou la clé d’API\u00a0: copiez-les tous deux de nouveau\u00a0; le bac à sable a sa propre clé.',
  'Africa’s Talking refused the message (http_{0}).': 'Africa’s Talking a refusé le message (http_{0}).',
  'Africa’s Talking refused the message (http_{0}): {1}.': 'Africa’s Talking a refusé le message (http_{0})\u00a0: {1}.',
  'Africa’s Talking refused the message ({0}).': 'Africa’s Talking a refusé le message ({0}).',
  'The username and API key are right.': 'Le nom d’utilisateur et la clé d’API sont bons.',
  'The username and API key are right. The balance is {0}.':
    'Le nom d’utilisateur et la clé d’API sont bons. Le solde est de {0}.',
  'Africa’s Talking refuses the username or API key: copy both again.':
    'Africa’s Talking refuse le nom d’utilisateur ou la clé d’API\u00a0: copiez-les tous deux de nouveau.',
  'Africa’s Talking answered {0}: try again in a moment.': 'Africa’s Talking a répondu {0}\u00a0: réessayez dans un instant.',
  'The message did not reach the phone and the network gives no reason: the guest can ask for another code.':
    'Le message n’a pas atteint le téléphone et le réseau ne donne pas de raison\u00a0: l’invité peut demander un autre code.',
  'Sender ID or short code': 'Identifiant d’expéditeur ou numéro court',
}
