import type { Catalogue } from '../../../../server-catalogue.ts'

export const aws: Catalogue = {
  'AWS refuses the Access Key ID or the Secret Access Key: copy both again, and check that the key is active.':
    'AWS refuse l’Access Key ID ou la Secret Access Key\u00a0: copiez-les toutes deux de nouveau, et vérifiez que la clé est active.',
  'AWS refuses the signature: copy the Secret Access Key again, and check the clock of this server.':
    'AWS refuse la signature\u00a0: copiez de nouveau la Secret Access Key, et vérifiez l’horloge de ce serveur.',
  'The access key may not send SMS: allow its user sms-voice:SendTextMessage in AWS IAM.':
    'La clé d’accès ne peut pas envoyer de SMS\u00a0: autorisez sms-voice:SendTextMessage à son utilisateur dans AWS IAM.',
  'The origination identity is not in this account and region, or not active: check the number, the pool or the region.':
    'L’identité d’origine n’est pas dans ce compte et cette région, ou n’est pas active\u00a0: vérifiez le numéro, le groupe ou la région.',
  'AWS does not find the origination identity or the configuration set in this region: check both, and the region.':
    'AWS ne trouve pas l’identité d’origine ou le jeu de configuration dans cette région\u00a0: vérifiez les deux, et la région.',
  'The destination country does not take this sender ID, or wants it registered first: register it, or send from a number.':
    'Le pays de destination n’accepte pas cet identifiant d’expéditeur, ou veut qu’il soit d’abord enregistré\u00a0: enregistrez-le, ou envoyez depuis un numéro.',
  'No number of the account can send to this country: request one in the AWS console, or add it to the pool.':
    'Aucun numéro du compte ne peut envoyer vers ce pays\u00a0: demandez-en un dans la console AWS, ou ajoutez-le au groupe.',
  'The monthly SMS spend limit of the AWS account is reached: raise it in the console of AWS End User Messaging.':
    'La limite mensuelle de dépenses SMS du compte AWS est atteinte\u00a0: relevez-la dans la console d’AWS End User Messaging.',
  'A protect configuration of the AWS account blocks this country: allow it in the AWS console.':
    'Une configuration de protection du compte AWS bloque ce pays\u00a0: autorisez-le dans la console AWS.',
  'More is sent than AWS allows this account or number at once; the messages are repeated.':
    'Il part plus de messages qu’AWS n’en permet à la fois à ce compte ou à ce numéro\u00a0; les messages sont répétés.',
  'AWS refuses the text of the message: shorten or reword the template.':
    'AWS refuse le texte du message\u00a0: raccourcissez-le ou reformulez-le.',
  'The AWS credentials have expired: use an access key of an IAM user, which does not.':
    'Les identifiants AWS ont expiré\u00a0: utilisez une clé d’accès d’un utilisateur IAM, qui n’expire pas.',
  'AWS End User Messaging is not enabled for this account: see the AWS console.':
    'AWS End User Messaging n’est pas activé pour ce compte\u00a0: voyez la console AWS.',
  'AWS has disabled SMS for this account: ask AWS Support.':
    'AWS a désactivé les SMS de ce compte\u00a0: demandez à AWS Support.',
  'AWS holds this account’s SMS for its reputation: ask AWS Support.':
    'AWS retient les SMS de ce compte pour sa réputation\u00a0: demandez à AWS Support.',
  'AWS does not know the request: if a base URL is set, check what it points to.':
    'AWS ne connaît pas la requête\u00a0: si une URL de base est définie, vérifiez où elle mène.',
  'The number is set up for promotional messages: codes need one for transactional messages.':
    'Le numéro est configuré pour des messages promotionnels\u00a0: les codes en veulent un pour des messages transactionnels.',
  'The registration of this sender is not complete: see the AWS console.':
    'L’enregistrement de cet expéditeur n’est pas terminé\u00a0: voyez la console AWS.',
  'The AWS account is in the SMS sandbox and sends only to verified numbers: request production access in the AWS console.':
    'Le compte AWS est dans le bac à sable SMS et n’envoie qu’à des numéros vérifiés\u00a0: demandez l’accès de production dans la console AWS.',
  'The message costs more than AWS may spend on one.': 'Le message coûte plus qu’AWS ne peut dépenser pour un seul.',
  'AWS lets no more messages to this number through today.': 'AWS ne laisse plus passer de messages à ce numéro aujourd’hui.',
  'The carrier could not be reached: the guest can ask for the code again.':
    'L’opérateur n’a pas pu être joint\u00a0: l’invité peut redemander le code.',
  'The phone blocks SMS, from this sender or from all: the guest needs another number, or email.':
    'Le téléphone bloque les SMS, de cet expéditeur ou de tous\u00a0: il faut à l’invité un autre numéro, ou un e-mail.',
  'The carrier blocks this sender: check its registration in the AWS console, then the wording.':
    'L’opérateur bloque cet expéditeur\u00a0: vérifiez son enregistrement dans la console AWS, puis la formulation.',
  'The carrier took the message for unwanted: check the sender’s registration and the wording.':
    'L’opérateur a pris le message pour indésirable\u00a0: vérifiez l’enregistrement de l’expéditeur et la formulation.',
  'The message waited at AWS until the code had expired. More is sent than AWS allows this account or number at once; the messages are repeated.':
    'Le message a attendu chez AWS jusqu’à l’expiration du code. Il part plus de messages qu’AWS n’en permet à la fois à ce compte ou à ce numéro\u00a0; les messages sont répétés.',
  'Where the number and the configuration set are, as in eu-west-1.':
    'Là où sont le numéro et le jeu de configuration, comme eu-west-1.',
  'Its name. Receipts come only with one whose event destination is an Amazon SNS topic that calls this gateway’s callback address.':
    'Son nom. Les accusés de réception n’arrivent qu’avec un jeu dont la destination d’événements est une rubrique Amazon SNS qui appelle l’adresse de rappel de cette passerelle.',
  'A phone number of the account (+15551234567), a sender ID, a pool (pool-…), or the ARN of one of them.':
    'Un numéro de téléphone du compte (+15551234567), un identifiant d’expéditeur, un groupe (pool-…), ou l’ARN de l’un d’eux.',
  'Of an IAM user that may do sms-voice:SendTextMessage and sms-voice:DescribeAccountAttributes, and nothing else.':
    'D’un utilisateur IAM qui a droit à sms-voice:SendTextMessage et sms-voice:DescribeAccountAttributes, et à rien d’autre.',
  'Shown once, when the access key is made.': 'Affichée une seule fois, à la création de la clé d’accès.',
  'Leave empty for AWS itself; for a VPC endpoint: its address.':
    'Laissez vide pour AWS même\u00a0; pour un point de terminaison de VPC\u00a0: son adresse.',
  'The Secret Access Key has spaces or line breaks in it: copy it again.':
    'La Secret Access Key contient des espaces ou des retours à la ligne\u00a0: copiez-la de nouveau.',
  'This is an Access Key ID: put it into its own field, and the Secret Access Key here.':
    'C’est un Access Key ID\u00a0: mettez-le dans son propre champ, et la Secret Access Key ici.',
  'A region is written as in eu-west-1 or us-east-1: it is in the top right corner of the AWS console.':
    'Une région s’écrit comme eu-west-1 ou us-east-1\u00a0: elle est en haut à droite de la console AWS.',
  'The name of a configuration set has letters, digits, - and _ only, or is an ARN.':
    'Le nom d’un jeu de configuration n’a que des lettres, des chiffres, - et _, ou est un ARN.',
  'The ARN of a number, pool or sender ID begins with arn:aws:sms-voice:.':
    'L’ARN d’un numéro, d’un groupe ou d’un identifiant d’expéditeur commence par arn:aws:sms-voice:.',
  'Write the number with a plus, the country code and digits only, as in +15551234567.':
    'Écrivez le numéro avec un plus, l’indicatif du pays et des chiffres seulement, comme +15551234567.',
  'A sender ID has at most 11 characters: letters, digits and - _, and at least one letter.':
    'Un identifiant d’expéditeur a au plus 11 caractères\u00a0: lettres, chiffres et - _, et au moins une lettre.',
  'This is a temporary key (ASIA…), which expires: make an access key for an IAM user (AKIA…).':
    'C’est une clé temporaire (ASIA…), qui expire\u00a0: créez une clé d’accès pour un utilisateur IAM (AKIA…).',
  'This is the number of the AWS account: put in the Access Key ID of an IAM user (AKIA…).':
    'C’est le numéro du compte AWS\u00a0: mettez l’Access Key ID d’un utilisateur IAM (AKIA…).',
  'This is an ARN: put in the Access Key ID of an IAM user (AKIA…).':
    'C’est un ARN\u00a0: mettez l’Access Key ID d’un utilisateur IAM (AKIA…).',
  'An Access Key ID has letters and digits only: copy it again.':
    'Un Access Key ID n’a que des lettres et des chiffres\u00a0: copiez-le de nouveau.',
  'Without a configuration set no receipts come: messages stay at accepted. Codes work all the same.':
    'Sans jeu de configuration, aucun accusé de réception n’arrive\u00a0: les messages restent à «\u00a0accepté\u00a0». Les codes marchent tout de même.',
  'AWS refused the request ({0}).': 'AWS a refusé la requête ({0}).',
  'AWS refused the request ({0}): {1}': 'AWS a refusé la requête ({0})\u00a0: {1}',
  'The credentials are right. The account is in the SMS sandbox: it sends only to numbers verified in the AWS console.':
    'Les identifiants sont bons. Le compte est dans le bac à sable SMS\u00a0: il n’envoie qu’aux numéros vérifiés dans la console AWS.',
  'The credentials are right and the account may send to every number.':
    'Les identifiants sont bons et le compte peut envoyer à tous les numéros.',
  'AWS knows the key, but it may not ask about the account (sms-voice:DescribeAccountAttributes): send a test message.':
    'AWS connaît la clé, mais elle ne peut pas interroger le compte (sms-voice:DescribeAccountAttributes)\u00a0: envoyez un message d’essai.',
  'Origination identity': 'Identité d’origine (Origination identity)',
  'Access Key ID': 'Access Key ID',
  'Secret Access Key': 'Secret Access Key',
  'Endpoint URL': 'URL du point de terminaison',
  'AWS Region': 'Région AWS',
  'Configuration set': 'Jeu de configuration (Configuration set)',
}
