import type { Catalogue } from '../../../../server-catalogue.ts'

export const smpp: Catalogue = {
  'A number (+15551234567), a short code, or a name of up to 11 characters that the operator of the SMSC lets you use.':
    'Un numéro (+15551234567), un numéro court, ou un nom de 11 caractères au plus que l’opérateur du SMSC vous laisse utiliser.',
  'The user name of the account.': 'Le nom d’utilisateur du compte.',
  'Beside the System ID.': 'À côté du System ID.',
  'The SMSC’s host and port: smpp://smsc.example.com:2775, or smpps://smsc.example.com:3550 with TLS.':
    'L’hôte et le port du SMSC\u00a0: smpp://smsc.example.com:2775, ou smpps://smsc.example.com:3550 avec TLS.',
  'The System type has at most {0} characters: leave it empty if you were given none.':
    'Le System type a au plus {0} caractères\u00a0: laissez-le vide si l’on ne vous en a pas donné.',
  'A name has at most 11 characters: plain letters, digits and signs, and at least one letter.':
    'Un nom a au plus 11 caractères\u00a0: lettres sans accents, chiffres et signes, et au moins une lettre.',
  'The {0} has spaces around it, a line break or a letter in it that SMPP cannot carry: copy it again.':
    '«\u00a0{0}\u00a0» est entouré d’espaces, ou contient un retour à la ligne ou une lettre que SMPP ne peut pas porter\u00a0: copiez-le de nouveau.',
  'Write the address as smpp://smsc.example.com:2775, or with TLS as smpps://smsc.example.com:3550.':
    'Écrivez l’adresse comme smpp://smsc.example.com:2775, ou avec TLS comme smpps://smsc.example.com:3550.',
  'Only host and port go here: the System ID and Password have fields of their own.':
    'Seuls l’hôte et le port vont ici\u00a0: le System ID et le mot de passe ont leurs propres champs.',
  'Put in a whole number from {0} to {1}.': 'Mettez un nombre entier de {0} à {1}.',
  'This is a private key: put in the certificate, and keep the key where it belongs.':
    'C’est une clé privée\u00a0: mettez le certificat, et laissez la clé là où est sa place.',
  'This is no certificate: it begins with -----BEGIN CERTIFICATE-----.':
    'Ce n’est pas un certificat\u00a0: il commence par -----BEGIN CERTIFICATE-----.',
  'The connection is not encrypted: password and codes can be read on the way. Use smpps:// or a VPN if the operator has one.':
    'La connexion n’est pas chiffrée\u00a0: le mot de passe et les codes peuvent être lus en chemin. Utilisez smpps:// ou un VPN si l’opérateur en a un.',
  'The CA certificate is not used: the address begins with smpp://, and only smpps:// is encrypted.':
    'Le certificat de l’AC n’est pas utilisé\u00a0: l’adresse commence par smpp://, et seul smpps:// est chiffré.',
  'SMPP 3.4 has room for {0} characters of System ID and {1} of Password: not every SMSC takes more.':
    'SMPP 3.4 a de la place pour {0} caractères de System ID et {1} de mot de passe\u00a0: tous les SMSC n’en prennent pas plus.',
  'No receipts are asked for: texts stay at accepted, and nobody learns which ones arrived.':
    'Aucun accusé de réception n’est demandé\u00a0: les messages restent à «\u00a0accepté\u00a0», et personne ne sait lesquels sont arrivés.',
  'Guests cannot reply STOP to a name, and some countries refuse names or want them registered first.':
    'Les invités ne peuvent pas répondre STOP à un nom, et certains pays refusent les noms ou veulent qu’ils soient d’abord enregistrés.',
  'The connection to the SMSC is being ended.': 'La connexion au SMSC est en train de se fermer.',
  'The SMSC ends the connection again and again: {0}.': 'Le SMSC met fin à la connexion sans cesse\u00a0: {0}.',
  'it was not bound': 'elle n’a pas été liée',
  '{0} closes the connection at once.': '{0} ferme la connexion aussitôt.',
  '{0} has no TLS certificate that can be trusted, or speaks no TLS ({1}).':
    '{0} n’a pas de certificat TLS digne de confiance, ou ne parle pas TLS ({1}).',
  'it broke ({0})': 'elle s’est rompue ({0})',
  'it was closed by the SMSC': 'elle a été fermée par le SMSC',
  'The connection to the SMSC has just been lost.': 'La connexion au SMSC vient d’être perdue.',
  'The SMSC did not answer within {0} s.': 'Le SMSC n’a pas répondu en {0} s.',
  'it was ended by Gatehouse': 'elle a été fermée par Gatehouse',
  'The connection ended before the SMSC had answered: {0}.': 'La connexion a pris fin avant que le SMSC ait répondu\u00a0: {0}.',
  'it gave no answer to enquire_link': 'enquire_link est resté sans réponse',
  'it carried what is not SMPP': 'elle a transmis autre chose que du SMPP',
  'it was unbound by the SMSC': 'le SMSC a envoyé un unbind',
  'The phone was off or out of reach until the code was dead: the guest can ask for another.':
    'Le téléphone était éteint ou hors de portée jusqu’à ce que le code soit périmé\u00a0: l’invité peut en demander un autre.',
  'The network could not deliver the text: the number may not exist or take no texts.':
    'Le réseau n’a pas pu remettre le message\u00a0: le numéro n’existe peut-être pas, ou ne prend pas de SMS.',
  'The network refused the text: ask the operator of the SMSC what its error code means.':
    'Le réseau a refusé le message\u00a0: demandez à l’opérateur du SMSC ce que veut dire son code d’erreur.',
  'The SMSC dropped the text before it was delivered: ask its operator why.':
    'Le SMSC a abandonné le message avant de le remettre\u00a0: demandez pourquoi à son opérateur.',
  '{0} ({1} of {2} parts delivered)': '{0} ({1} parties sur {2} remises)',
  'it is not bound, says the SMSC': 'elle n’est pas liée, dit le SMSC',
  'The SMSC took {0} of the text’s {1} parts and not the rest; it is not sent again. {2}':
    'Le SMSC a pris {0} des {1} parties du message et pas le reste\u00a0; il n’est pas renvoyé. {2}',
  'The SMSC has taken the System ID and Password, and the connection stands.':
    'Le SMSC a accepté le System ID et le mot de passe, et la connexion est établie.',
  'The SMSC answers too slowly: too many texts wait for it. A larger window may help, if its operator allows one.':
    'Le SMSC répond trop lentement\u00a0: trop de messages l’attendent. Une fenêtre plus grande peut aider, si son opérateur le permet.',
  'Only if the operator of the SMSC gave you one, as in VMA or SMPP.':
    'Seulement si l’opérateur du SMSC vous en a donné un, comme VMA ou SMPP.',
  'How many texts may wait for the SMSC’s answer at once. Ask its operator how many are allowed.':
    'Combien de messages peuvent attendre à la fois la réponse du SMSC. Demandez à son opérateur combien sont permis.',
  'Enquire link (s)': 'Enquire link (s)',
  'After so many seconds of silence the connection is tested; less than the SMSC’s own limit.':
    'Après tant de secondes de silence, la connexion est vérifiée\u00a0; moins que la limite du SMSC.',
  'How a text without emoji or foreign scripts is written. If @, ä or [ arrive wrong, choose another.':
    'Comment s’écrit un texte sans emoji ni écritures étrangères. Si @, ä ou [ arrivent mal, choisissez autre chose.',
  'How a text of more than one segment is handed over. If it arrives in pieces or is refused, choose another.':
    'Comment un texte de plus d’un segment est transmis. S’il arrive en morceaux ou est refusé, choisissez autre chose.',
  'Off: every text stays at accepted.': 'Désactivé\u00a0: tous les messages restent à «\u00a0accepté\u00a0».',
  'If no receipt ever finds its text, the SMSC writes its ids in two ways: choose the one it has.':
    'Si aucun accusé ne trouve jamais son message, le SMSC écrit ses identifiants de deux façons\u00a0: choisissez la sienne.',
  'How the SMSC is told when a code is dead. If it refuses with ESME_RINVEXPIRY, choose another.':
    'Comment le SMSC apprend quand un code est périmé. S’il refuse avec ESME_RINVEXPIRY, choisissez autre chose.',
  'Type of number, 0 to 6. Empty: 1 for a number, 3 for a short code, 5 for a name.':
    'Type de numéro, de 0 à 6. Vide\u00a0: 1 pour un numéro, 3 pour un numéro court, 5 pour un nom.',
  'Numbering plan, 0 to 18. Empty: 1 for a number, else 0.':
    'Plan de numérotation, de 0 à 18. Vide\u00a0: 1 pour un numéro, sinon 0.',
  'Type of number, 0 to 6. Empty: 1.': 'Type de numéro, de 0 à 6. Vide\u00a0: 1.',
  'Numbering plan, 0 to 18. Empty: 1.': 'Plan de numérotation, de 0 à 18. Vide\u00a0: 1.',
  'For smpps:// to an SMSC whose certificate no public authority signed: the PEM that signed it.':
    'Pour smpps:// vers un SMSC dont aucune autorité publique n’a signé le certificat\u00a0: le PEM qui l’a signé.',
  'The SMSC refuses the System ID or the Password: copy both again from what its operator gave you.':
    'Le SMSC refuse le System ID ou le mot de passe\u00a0: copiez-les tous deux de nouveau de ce que son opérateur vous a donné.',
  'The SMSC does not let this account send from this sender: ask the operator of the SMSC which one it may use, and put it into From.':
    'Le SMSC ne laisse pas ce compte envoyer avec cet expéditeur\u00a0: demandez à l’opérateur du SMSC lequel il peut utiliser, et mettez-le dans «\u00a0Expéditeur\u00a0».',
  'The SMSC refuses the sender’s type or plan of number: ask the operator of the SMSC for the TON and NPI and set the sender’s options.':
    'Le SMSC refuse le type ou le plan de numéro de l’expéditeur\u00a0: demandez à l’opérateur du SMSC le TON et le NPI, et réglez les options de l’expéditeur.',
  'The SMSC takes the number for none that it can reach: the guest has to correct it.':
    'Pour le SMSC, ce n’est pas un numéro qu’il puisse joindre\u00a0: l’invité doit le corriger.',
  'The SMSC refuses the recipient’s type or plan of number: ask the operator of the SMSC for the TON and NPI and set the recipient’s options.':
    'Le SMSC refuse le type ou le plan de numéro du destinataire\u00a0: demandez à l’opérateur du SMSC le TON et le NPI, et réglez les options du destinataire.',
  'More is sent than the SMSC takes from this account: lower the gateway’s sends per second, or ask the operator of the SMSC for more.':
    'Il part plus de messages que le SMSC n’en prend de ce compte\u00a0: baissez les messages par seconde de la passerelle, ou demandez plus à l’opérateur du SMSC.',
  'The SMSC does not take texts in this form: choose another setting for long texts.':
    'Le SMSC ne prend pas les messages sous cette forme\u00a0: choisissez un autre réglage pour les textes longs.',
  'The SMSC does not take the request as Gatehouse makes it: ask the operator of the SMSC which settings it wants.':
    'Le SMSC ne prend pas la requête telle que Gatehouse la fait\u00a0: demandez à l’opérateur du SMSC quels réglages il veut.',
  'The SMSC has a fault of its own at the moment and did not take the text.':
    'Le SMSC a une panne en ce moment et n’a pas pris le message.',
  'The SMSC finds the text too long: shorten the template, or choose another setting for long texts.':
    'Le SMSC trouve le texte trop long\u00a0: raccourcissez le texte du message, ou choisissez un autre réglage pour les textes longs.',
  'The SMSC does not know the command: ask the operator of the SMSC whether it takes bind_transceiver of SMPP 3.4.':
    'Le SMSC ne connaît pas la commande\u00a0: demandez à l’opérateur du SMSC s’il prend bind_transceiver de SMPP 3.4.',
  'The SMSC takes the connection for not bound: Gatehouse connects again.':
    'Pour le SMSC, la connexion n’est pas liée\u00a0: Gatehouse se reconnecte.',
  'This System ID is in use on another connection already: end that one, or ask the operator of the SMSC for more connections.':
    'Ce System ID sert déjà sur une autre connexion\u00a0: fermez-la, ou demandez plus de connexions à l’opérateur du SMSC.',
  'The SMSC gives no receipts to this account: switch off “Ask for receipts”.':
    'Le SMSC ne donne pas d’accusés de réception à ce compte\u00a0: désactivez «\u00a0Demander des accusés de réception\u00a0».',
  'The SMSC refuses the connection: check System ID, Password and System type, and ask the operator of the SMSC whether it knows this server’s address.':
    'Le SMSC refuse la connexion\u00a0: vérifiez System ID, mot de passe et System type, et demandez à l’opérateur du SMSC s’il connaît l’adresse de ce serveur.',
  'The SMSC refuses the System type: ask the operator of the SMSC which one this account has.':
    'Le SMSC refuse le System type\u00a0: demandez à l’opérateur du SMSC lequel a ce compte.',
  'The SMSC cannot send this text and does not say why: ask the operator of the SMSC whether it serves this country.':
    'Le SMSC ne peut pas envoyer ce message et ne dit pas pourquoi\u00a0: demandez à l’opérateur du SMSC s’il dessert ce pays.',
  'The SMSC refuses the validity period: choose another form of it, or none.':
    'Le SMSC refuse la durée de validité\u00a0: choisissez une autre forme, ou aucune.',
  'The network refuses the text: ask the operator of the SMSC why.':
    'Le réseau refuse le message\u00a0: demandez pourquoi à l’opérateur du SMSC.',
  'The SMSC does not take this data coding: choose another setting for plain texts.':
    'Le SMSC ne prend pas ce data coding\u00a0: choisissez un autre réglage pour les textes simples.',
  'The SMSC refuses with its own code {0}: ask the operator of the SMSC what it means.':
    'Le SMSC refuse avec son propre code {0}\u00a0: demandez à l’opérateur du SMSC ce qu’il veut dire.',
  'System ID': 'System ID',
  Address: 'Adresse',
  'System type': 'System type',
  Window: 'Fenêtre',
  'Plain texts as': 'Textes simples en',
  'Long texts as': 'Textes longs en',
  'Ask for receipts': 'Demander des accusés de réception',
  'Message ids': 'Identifiants des messages',
  'Validity period': 'Durée de validité',
  'Sender TON': 'TON de l’expéditeur',
  'Sender NPI': 'NPI de l’expéditeur',
  'Recipient TON': 'TON du destinataire',
  'Recipient NPI': 'NPI du destinataire',
  'CA certificate': 'Certificat de l’AC',
  'GSM alphabet, data coding 0': 'Alphabet GSM, data coding 0',
  'Latin-1, data coding 3': 'Latin-1, data coding 3',
  'Latin-1, data coding 0': 'Latin-1, data coding 0',
  'Parts with a user data header': 'Parties avec user data header',
  'Parts with the sar_ parameters': 'Parties avec les paramètres sar_',
  'Whole, as message_payload': 'Entier, comme message_payload',
  'The same in answers and receipts': 'Les mêmes dans les réponses et les accusés',
  'Hexadecimal in answers, decimal in receipts': 'Hexadécimaux dans les réponses, décimaux dans les accusés',
  'Decimal in answers, hexadecimal in receipts': 'Décimaux dans les réponses, hexadécimaux dans les accusés',
  'As a length of time': 'Comme une durée',
  'As a date and time': 'Comme une date et une heure',
  'Not at all': 'Pas du tout',
}
