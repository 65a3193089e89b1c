import type { Catalogue } from '../../../../server-catalogue.ts'

export const twilio: Catalogue = {
  'Twilio refuses the Account SID or Auth Token: copy both again from the Twilio console, for the same account.':
    'Twilio refuse l’Account SID ou l’Auth Token\u00a0: copiez-les tous deux de nouveau de la console Twilio, pour le même compte.',
  'The Twilio account is suspended, closed or not active yet: open the Twilio console and see what it asks for.':
    'Le compte Twilio est suspendu, fermé ou pas encore actif\u00a0: ouvrez la console Twilio et voyez ce qu’elle demande.',
  'The From value is not a sender of this Twilio account that can send SMS: use one of its numbers, or the SID of a Messaging Service (MG…).':
    '«\u00a0Expéditeur\u00a0» n’est pas un expéditeur de ce compte Twilio qui puisse envoyer des SMS\u00a0: utilisez l’un de ses numéros, ou le SID d’un Messaging Service (MG…).',
  'The Messaging Service in From does not exist in this account or is not usable: check the MG… SID.':
    'Le Messaging Service d’«\u00a0Expéditeur\u00a0» n’existe pas dans ce compte ou n’est pas utilisable\u00a0: vérifiez son SID (MG…).',
  'The Messaging Service in From has no sender for this destination: add a number to its sender pool.':
    'Le Messaging Service d’«\u00a0Expéditeur\u00a0» n’a pas d’expéditeur pour cette destination\u00a0: ajoutez un numéro à son sender pool.',
  'This is a Twilio trial account and has used up its messages: upgrade it in the Twilio console.':
    'C’est un compte d’essai Twilio, et ses messages sont épuisés\u00a0: passez-le en compte payant dans la console Twilio.',
  'Twilio refuses the text of the message: shorten or reword the template.':
    'Twilio refuse le texte du message\u00a0: raccourcissez-le ou reformulez-le.',
  'More is sent than this sender may send: add numbers to a Messaging Service, or ask Twilio for more throughput.':
    'Il part plus de messages que cet expéditeur ne peut en envoyer\u00a0: ajoutez des numéros à un Messaging Service, ou demandez plus de débit à Twilio.',
  'The sender is not registered for traffic to US numbers (A2P 10DLC): register a brand and campaign in the Twilio console.':
    'L’expéditeur n’est pas enregistré pour le trafic vers les numéros américains (A2P 10DLC)\u00a0: enregistrez une marque et une campagne dans la console Twilio.',
  'The destination country wants this sender ID registered first: register it with Twilio, or send from a number.':
    'Le pays de destination veut que cet identifiant d’expéditeur soit d’abord enregistré\u00a0: enregistrez-le chez Twilio, ou envoyez depuis un numéro.',
  'Twilio takes this for SMS pumping fraud and blocks the number for a while: wait, and look at who asks for codes.':
    'Twilio y voit une fraude au SMS pumping et bloque le numéro un moment\u00a0: attendez, et regardez qui demande des codes.',
  'These Twilio credentials may not send messages: use the Auth Token of the account itself.':
    'Ces identifiants Twilio ne peuvent pas envoyer de messages\u00a0: utilisez l’Auth Token du compte même.',
  'These are Twilio test credentials, which never send: put in the live Account SID and Auth Token.':
    'Ce sont des identifiants de test Twilio, qui n’envoient jamais\u00a0: mettez l’Account SID et l’Auth Token de production.',
  'Twilio does not know this address: check the Account SID and the base URL.':
    'Twilio ne connaît pas cette adresse\u00a0: vérifiez l’Account SID et l’URL de base.',
  'To and From are the same number: a guest cannot prove the number this gateway sends from.':
    'Destinataire et expéditeur sont le même numéro\u00a0: un invité ne peut pas prouver le numéro d’où cette passerelle envoie.',
  'A trial account cannot send from a name: use its number, or upgrade the account.':
    'Un compte d’essai ne peut pas envoyer depuis un nom\u00a0: utilisez son numéro, ou passez-le en compte payant.',
  'Sending to this country is switched off: allow it in the Twilio console under Messaging, Settings, Geo permissions.':
    'L’envoi vers ce pays est désactivé\u00a0: autorisez-le dans la console Twilio sous Messaging, Settings, Geo permissions.',
  'A trial account sends only to numbers verified in the Twilio console: upgrade it and complete its compliance profile.':
    'Un compte d’essai n’envoie qu’aux numéros vérifiés dans la console Twilio\u00a0: passez-le en compte payant et complétez son profil de conformité.',
  'Twilio cannot call the public URL back: set GATEHOUSE_PUBLIC_URL to an address on the internet, without underscores.':
    'Twilio ne peut pas rappeler l’URL publique\u00a0: mettez dans GATEHOUSE_PUBLIC_URL une adresse sur internet, sans tirets bas.',
  'The toll-free number is not verified: submit it for verification in the Twilio console.':
    'Le numéro gratuit n’est pas vérifié\u00a0: soumettez-le à la vérification dans la console Twilio.',
  'The A2P 10DLC campaign of this sender is suspended: see the Twilio console.':
    'La campagne A2P 10DLC de cet expéditeur est suspendue\u00a0: voyez la console Twilio.',
  'The number is still being registered for US traffic (A2P 10DLC): wait, it can take days.':
    'Le numéro est encore en cours d’enregistrement pour le trafic américain (A2P 10DLC)\u00a0: attendez, cela peut prendre des jours.',
  'Sending is switched off for this account or sender: ask Twilio support.':
    'L’envoi est désactivé pour ce compte ou cet expéditeur\u00a0: demandez à l’assistance de Twilio.',
  'The sender ID is too general or not yours to use: choose the name of your business.':
    'L’identifiant d’expéditeur est trop général ou n’est pas à vous\u00a0: choisissez le nom de votre entreprise.',
  'A trial account sends only short texts: upgrade it in the Twilio console.':
    'Un compte d’essai n’envoie que des textes courts\u00a0: passez-le en compte payant dans la console Twilio.',
  'The number is a premium-rate or service number: the guest needs a mobile number, or email.':
    'Le numéro est surtaxé ou un numéro de service\u00a0: il faut à l’invité un numéro de mobile, ou un e-mail.',
  'The carrier does not know the number, or the phone is gone: the guest has to check it.':
    'L’opérateur ne connaît pas le numéro, ou le téléphone n’existe plus\u00a0: l’invité doit le vérifier.',
  'Twilio cannot reach this number from this sender: use a sender of the destination country.':
    'Twilio ne peut pas atteindre ce numéro depuis cet expéditeur\u00a0: utilisez un expéditeur du pays de destination.',
  'The carrier or the phone blocks this sender: try another sender.':
    'L’opérateur ou le téléphone bloque cet expéditeur\u00a0: essayez-en un autre.',
  'The message was filtered as unwanted: check the sender’s registration and the wording.':
    'Le message a été filtré comme indésirable\u00a0: vérifiez l’enregistrement de l’expéditeur et la formulation.',
  'The message costs more than the price limit of the account allows.':
    'Le message coûte plus que la limite de prix du compte ne permet.',
  'Twilio saw a message loop between the two numbers: the guest’s number answers by itself.':
    'Twilio a vu une boucle de messages entre les deux numéros\u00a0: le numéro de l’invité répond tout seul.',
  'The message would have entered the country on a route that is not allowed: use an international sender.':
    'Le message serait entré dans le pays par une route non autorisée\u00a0: utilisez un expéditeur international.',
  'Twilio could not read the request: if a base URL is set, check what it points to.':
    'Twilio n’a pas pu lire la requête\u00a0: si une URL de base est définie, vérifiez où elle mène.',
  'The request had no number to send to.': 'La requête n’avait pas de numéro où envoyer.',
  'Twilio refuses the validity period of the message.': 'Twilio refuse la durée de validité du message.',
  'The text was filtered as a one-time code that Twilio does not allow: reword the template.':
    'Le texte a été filtré comme un code à usage unique que Twilio n’autorise pas\u00a0: reformulez le texte du message.',
  'Too many requests at once for this Twilio account; they are repeated.':
    'Trop de requêtes à la fois pour ce compte Twilio\u00a0; elles sont répétées.',
  'The carrier’s network is congested.': 'Le réseau de l’opérateur est saturé.',
  'The message waited at Twilio until the code had expired. More is sent than this sender may send: add numbers to a Messaging Service, or ask Twilio for more throughput.':
    'Le message a attendu chez Twilio jusqu’à l’expiration du code. Il part plus de messages que cet expéditeur ne peut en envoyer\u00a0: ajoutez des numéros à un Messaging Service, ou demandez plus de débit à Twilio.',
  'The carrier did not say why: if it happens often, look at the sender’s registration.':
    'L’opérateur n’a pas dit pourquoi\u00a0: si cela arrive souvent, voyez l’enregistrement de l’expéditeur.',
  'The carrier did not answer Twilio in time.': 'L’opérateur n’a pas répondu à Twilio à temps.',
  'Twilio had an internal error.': 'Twilio a eu une erreur interne.',
  'A number of yours at Twilio (+15551234567), a short code, a sender name of up to 11 characters, or the SID of a Messaging Service (MG…).':
    'Un de vos numéros chez Twilio (+15551234567), un numéro court, un nom d’expéditeur de 11 caractères au plus, ou le SID d’un Messaging Service (MG…).',
  'Begins with AC; on the first page of the Twilio console.': 'Commence par AC\u00a0; sur la première page de la console Twilio.',
  'Beside the Account SID. The live one: test credentials never send. With an API key: the secret of the key.':
    'À côté de l’Account SID. Celui de production\u00a0: les identifiants de test n’envoient jamais. Avec une clé d’API\u00a0: le secret de la clé.',
  'Leave empty for Twilio in the USA. Another region: https://api.dublin.ie1.twilio.com. Or a service that speaks Twilio’s API.':
    'Laissez vide pour Twilio aux États-Unis. Une autre région\u00a0: https://api.dublin.ie1.twilio.com. Ou un service qui parle l’API de Twilio.',
  'Receipts are signed with the account’s Auth Token: put it in here when an API key sends, and the new one while you rotate it.':
    'Les accusés de réception sont signés avec l’Auth Token du compte\u00a0: mettez-le ici quand une clé d’API envoie, et le nouveau pendant que vous le changez.',
  'Only to send with an API key (SK…) in place of the Auth Token; its secret then goes into Auth Token.':
    'Seulement pour envoyer avec une clé d’API (SK…) à la place de l’Auth Token\u00a0; son secret va alors dans «\u00a0Auth Token\u00a0».',
  'Asks Twilio some minutes later what each message has cost, one request a message. Without it costs follow your price table.':
    'Demande à Twilio quelques minutes plus tard ce que chaque message a coûté, une requête par message. Sinon, les coûts suivent votre liste de prix.',
  'This is the SID of a Verify service, which makes its own codes: put in a number or a Messaging Service (MG…).':
    'C’est le SID d’un service Verify, qui fait ses propres codes\u00a0: mettez un numéro ou un Messaging Service (MG…).',
  'A Messaging Service SID is MG and 32 characters from 0-9 and a-f: copy it again from the Twilio console.':
    'Le SID d’un Messaging Service est MG et 32 caractères parmi 0-9 et a-f\u00a0: copiez-le de nouveau de la console Twilio.',
  'This is an identifier of something else: put in a number, a short code, a sender name or a Messaging Service (MG…).':
    'C’est l’identifiant d’autre chose\u00a0: mettez un numéro, un numéro court, un nom d’expéditeur ou un Messaging Service (MG…).',
  'Gatehouse sends SMS only: put in the number without the part before the colon.':
    'Gatehouse n’envoie que des SMS\u00a0: mettez le numéro sans la partie devant le deux-points.',
  'A sender name has at most 11 characters: letters, digits, spaces and + - _ &, and at least one letter.':
    'Un nom d’expéditeur a au plus 11 caractères\u00a0: lettres, chiffres, espaces et + - _ &, et au moins une lettre.',
  'This is the SID of an API key: put the Account SID (AC…) here, and the key into the option api_key_sid.':
    'C’est le SID d’une clé d’API\u00a0: mettez ici l’Account SID (AC…), et la clé dans l’option api_key_sid.',
  'This is a Messaging Service: put it into From, and the Account SID (AC…) here.':
    'C’est un Messaging Service\u00a0: mettez-le dans «\u00a0Expéditeur\u00a0», et ici l’Account SID (AC…).',
  'This is the SID of something else: put in the Account SID, which begins with AC.':
    'C’est le SID d’autre chose\u00a0: mettez l’Account SID, qui commence par AC.',
  'This is a phone number: put it into From, and the Account SID (AC…) here.':
    'C’est un numéro de téléphone\u00a0: mettez-le dans «\u00a0Expéditeur\u00a0», et ici l’Account SID (AC…).',
  'An Account SID is AC and 32 characters from 0-9 and a-f: copy it again from the Twilio console.':
    'Un Account SID est AC et 32 caractères parmi 0-9 et a-f\u00a0: copiez-le de nouveau de la console Twilio.',
  'This is a SID ({0}…), not a secret: put in the Auth Token of the account.':
    'C’est un SID ({0}…), pas un secret\u00a0: mettez l’Auth Token du compte.',
  'The Auth Token has spaces or line breaks in it: copy it again.':
    'L’Auth Token contient des espaces ou des retours à la ligne\u00a0: copiez-le de nouveau.',
  'An API Key SID is SK and 32 characters from 0-9 and a-f: copy it again from the Twilio console, or leave api_key_sid empty.':
    'Un API Key SID est SK et 32 caractères parmi 0-9 et a-f\u00a0: copiez-le de nouveau de la console Twilio, ou laissez api_key_sid vide.',
  'The base URL is an http or https address, as in https://api.dublin.ie1.twilio.com; leave it empty for Twilio’s own.':
    'L’URL de base est une adresse http ou https, comme https://api.dublin.ie1.twilio.com\u00a0; laissez-la vide pour celle de Twilio.',
  'Only the address goes here: no name or password, nothing from /2010-04-01 on, no ? and no #.':
    'Seule l’adresse va ici\u00a0: sans nom ni mot de passe, rien à partir de /2010-04-01, sans\u00a0? et sans #.',
  'Twilio switched off addresses without an edge: for Ireland it is https://api.dublin.ie1.twilio.com, for Australia https://api.sydney.au1.twilio.com.':
    'Twilio a supprimé les adresses sans edge\u00a0: pour l’Irlande, c’est https://api.dublin.ie1.twilio.com, pour l’Australie https://api.sydney.au1.twilio.com.',
  'From is one of Twilio’s numbers for test credentials: nothing is ever delivered, and no receipt comes.':
    '«\u00a0Expéditeur\u00a0» est l’un des numéros de Twilio pour identifiants de test\u00a0: rien n’est jamais remis, et aucun accusé n’arrive.',
  'Receipts cannot be checked: Twilio signs them with the account’s Auth Token; put it into Second Auth Token.':
    'Les accusés de réception ne peuvent pas être vérifiés\u00a0: Twilio les signe avec l’Auth Token du compte\u00a0; mettez-le dans «\u00a0Second Auth Token\u00a0».',
  'The Auth Token does not look like one of Twilio’s (32 characters from 0-9 and a-f): send a test message.':
    'L’Auth Token ne ressemble pas à ceux de Twilio (32 caractères parmi 0-9 et a-f)\u00a0: envoyez un message d’essai.',
  'Twilio refused the request ({0}): check the Account SID, the Auth Token and the base URL.':
    'Twilio a refusé la requête ({0})\u00a0: vérifiez l’Account SID, l’Auth Token et l’URL de base.',
  'The credentials are right, but the Twilio account is {0}: see the Twilio console.':
    'Les identifiants sont bons, mais le compte Twilio est {0}\u00a0: voyez la console Twilio.',
  'The credentials are right. This is a trial account: it sends only to numbers verified in the Twilio console.':
    'Les identifiants sont bons. C’est un compte d’essai\u00a0: il n’envoie qu’aux numéros vérifiés dans la console Twilio.',
  'The credentials are right and the account is active.': 'Les identifiants sont bons et le compte est actif.',
  'Twilio answered {0}: try again in a moment.': 'Twilio a répondu {0}\u00a0: réessayez dans un instant.',
  'Account SID': 'Account SID',
  'Second Auth Token': 'Second Auth Token',
  'API Key SID': 'API Key SID',
  'Ask for prices': 'Demander les prix',
  'Twilio’s error {0} (https://www.twilio.com/docs/api/errors/{1}).':
    'Erreur {0} de Twilio (https://www.twilio.com/docs/api/errors/{1}).',
  'Twilio’s error {0}: {1} (https://www.twilio.com/docs/api/errors/{2}).':
    'Erreur {0} de Twilio\u00a0: {1} (https://www.twilio.com/docs/api/errors/{2}).',
}
