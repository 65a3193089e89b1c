import type { Catalogue } from '../../../../server-catalogue.ts'

export const generic: Catalogue = {
  'The service': 'Le service',
  'The service refused the message ({0}). See its documentation or its log.':
    'Le service a refusé le message ({0}). Voyez sa documentation ou son journal.',
  'The service refused the message ({0}): {1}. See its documentation or its log.':
    'Le service a refusé le message ({0})\u00a0: {1}. Voyez sa documentation ou son journal.',
  'The service reports that the message was not delivered. The guest can ask for another code.':
    'Le service signale que le message n’a pas été remis. L’invité peut demander un autre code.',
  'The service reports that the message was not delivered: {0}. The guest can ask for another code.':
    'Le service signale que le message n’a pas été remis\u00a0: {0}. L’invité peut demander un autre code.',
  'How the service wants to be called; its documentation says POST or GET.':
    'Comment le service veut être appelé\u00a0; sa documentation dit POST ou GET.',
  'The whole address, as in https://sms.example.com/send?to={number}. Variables: {to} {number} {national} {country_code} {message} {from} {account_sid} {auth_token} {basic_auth} {id} {callback_url} {validity} {validity_minutes} {encoding}.':
    'L’adresse entière, comme https://sms.example.com/send?to={number}. Variables\u00a0: {to} {number} {national} {country_code} {message} {from} {account_sid} {auth_token} {basic_auth} {id} {callback_url} {validity} {validity_minutes} {encoding}.',
  'One on each line, as in X-API-Key: {auth_token} or Authorization: Basic {basic_auth}.':
    'Un par ligne, comme X-API-Key: {auth_token} ou Authorization: Basic {basic_auth}.',
  'How the body is written, and so how what stands for a variable is escaped. None: the URL says it all.':
    'Comment le corps est écrit, et donc comment les valeurs des variables sont échappées. Aucun\u00a0: l’URL dit tout.',
  'As in {"to": "{to}", "text": "{message}"}; the variables are those of the URL.':
    'Comme {"to": "{to}", "text": "{message}"}\u00a0; les variables sont celles de l’URL.',
  'Words for {encoding}': 'Mots pour {encoding}',
  'Two words with a comma between: the one for a plain text, the one for a text in Unicode.':
    'Deux mots séparés par une virgule\u00a0: celui d’un texte simple, celui d’un texte en Unicode.',
  'HTTP statuses from 200 to 299, as in 200-299 or 200, 202.': 'Des statuts HTTP de 200 à 299, comme 200-299 ou 200, 202.',
  'A path into the JSON of the answer, as in data.status or [0].status.':
    'Un chemin dans le JSON de la réponse, comme data.status ou [0].status.',
  'With commas between, as in queued, accepted. Empty: any value.':
    'Séparées par des virgules, comme queued, accepted. Vide\u00a0: toute valeur.',
  'A regular expression that the value there, or the whole answer, has to match.':
    'Une expression régulière à laquelle la valeur à cet endroit, ou la réponse entière, doit correspondre.',
  'A path into the JSON of the answer, as in data.id. Empty: Gatehouse’s own id stands for it.':
    'Un chemin dans le JSON de la réponse, comme data.id. Vide\u00a0: l’identifiant de Gatehouse en tient lieu.',
  'Where the answer is no JSON: a regular expression whose first group is the id.':
    'Si la réponse n’est pas du JSON\u00a0: une expression régulière dont le premier groupe est l’identifiant.',
  'A path into the JSON of a refusal, as in error.code.': 'Un chemin dans le JSON d’un refus, comme error.code.',
  'A path into the JSON of a refusal, as in error.message.': 'Un chemin dans le JSON d’un refus, comme error.message.',
  'Codes or HTTP statuses, with commas between, that mean: this number cannot get it.':
    'Des codes ou statuts HTTP, séparés par des virgules, qui veulent dire\u00a0: ce numéro ne peut pas le recevoir.',
  'Codes or HTTP statuses that mean: this text is not taken.':
    'Des codes ou statuts HTTP qui veulent dire\u00a0: ce texte n’est pas accepté.',
  'Codes or HTTP statuses that mean: the credentials, the account or its credit.':
    'Des codes ou statuts HTTP qui veulent dire\u00a0: les identifiants, le compte ou son crédit.',
  'Codes or HTTP statuses that mean: too fast, try again in a moment.':
    'Des codes ou statuts HTTP qui veulent dire\u00a0: trop vite, à réessayer dans un instant.',
  'The name of a parameter, or a path into the JSON of the callback, as in payload.messageId.':
    'Le nom d’un paramètre, ou un chemin dans le JSON du rappel, comme payload.messageId.',
  'Where the callback gives back what {id} was.': 'Où le rappel rend ce qu’était {id}.',
  'The name of a parameter, or a path. Empty: there are no receipts.':
    'Le nom d’un paramètre, ou un chemin. Vide\u00a0: il n’y a pas d’accusés de réception.',
  'Where the callback says why it failed.': 'Où le rappel dit pourquoi c’est un échec.',
  'With commas between, as in delivered, DELIVRD.': 'Séparés par des virgules, comme delivered, DELIVRD.',
  'With commas between, as in failed, expired.': 'Séparés par des virgules, comme failed, expired.',
  'With commas between, as in sent. Any other word says nothing.':
    'Séparés par des virgules, comme sent. Tout autre mot ne dit rien.',
  'Where a callback to the inbound address says who sent the text; so that STOP is heard.':
    'Où un rappel à l’adresse des messages entrants dit qui a envoyé le texte\u00a0; pour que STOP soit entendu.',
  'Where it says what the text is.': 'Où il dit quel est le texte.',
  'Stands for {from}.': 'Tient lieu de {from}.',
  'Stands for {account_sid}, and is the user in {basic_auth}.':
    'Tient lieu de {account_sid}, et c’est l’utilisateur dans {basic_auth}.',
  'Stands for {auth_token}, and is the password in {basic_auth}. It is stored encrypted, which URL, headers and body are not.':
    'Tient lieu de {auth_token}, et c’est le mot de passe dans {basic_auth}. Il est enregistré chiffré, au contraire de l’URL, des en-têtes et du corps.',
  'These are two words with a comma between: one for a plain text, one for Unicode.':
    'Ce sont deux mots séparés par une virgule\u00a0: un pour un texte simple, un pour Unicode.',
  'These are HTTP statuses from 200 to 299, as in 200-299 or 200, 202.':
    'Ce sont des statuts HTTP de 200 à 299, comme 200-299 ou 200, 202.',
  'A path is names with dots between and numbers in brackets, as in data.id or messages[0].status.':
    'Un chemin, ce sont des noms séparés par des points et des nombres entre crochets, comme data.id ou messages[0].status.',
  'The id is found by a path or by a pattern: leave one of them empty.':
    'L’identifiant se trouve par un chemin ou par un motif\u00a0: laissez l’un des deux vide.',
  'There is no variable {{0}}; there are {1}.': 'Il n’y a pas de variable {{0}}\u00a0; il y a {1}.',
  'Variables may stand in the path and behind it, not in the name of the server.':
    'Les variables peuvent être dans le chemin et après lui, pas dans le nom du serveur.',
  'The URL is a whole http or https address, as in https://sms.example.com/send.':
    'L’URL est une adresse http ou https entière, comme https://sms.example.com/send.',
  'No name or password before the server’s name, and no #: write the header Authorization: Basic {basic_auth}.':
    'Ni nom ni mot de passe devant le nom du serveur, et pas de #\u00a0: écrivez l’en-tête Authorization: Basic {basic_auth}.',
  'What stands at {0} looks like a secret, and here it is neither encrypted nor hidden: put it into the password, and {auth_token} here.':
    'Ce qu’il y a dans {0} ressemble à un secret, et ici il n’est ni chiffré ni caché\u00a0: mettez-le dans le mot de passe, et {auth_token} ici.',
  'Each line is a name, a colon and a value, as in X-API-Key: {auth_token}.':
    'Chaque ligne est un nom, un deux-points et une valeur, comme X-API-Key: {auth_token}.',
  'The header {0} is set by the connection: leave it out.': 'L’en-tête {0} est mis par la connexion\u00a0: retirez-le.',
  'A GET has no body: choose None for it and empty the template, or choose POST.':
    'Un GET n’a pas de corps\u00a0: choisissez «\u00a0Aucun\u00a0» et videz le modèle, ou choisissez POST.',
  'The body is empty: write its template, or choose None.':
    'Le corps est vide\u00a0: écrivez son modèle, ou choisissez «\u00a0Aucun\u00a0».',
  'The text is nowhere in the request: put {message} into the body or the URL.':
    'Le texte n’est nulle part dans la requête\u00a0: mettez {message} dans le corps ou l’URL.',
  'The number is nowhere in the request: put {to} or {number} into the body or the URL.':
    'Le numéro n’est nulle part dans la requête\u00a0: mettez {to} ou {number} dans le corps ou l’URL.',
  'With its variables filled in this is no JSON: put each of them between double quotes, and look for a comma too many.':
    'Avec ses variables remplies, ce n’est pas du JSON\u00a0: mettez chacune entre guillemets droits, et cherchez une virgule de trop.',
  'A word of a receipt’s status stands in two of its lists: it means one thing only.':
    'Un mot de l’état d’un accusé est dans deux de ses listes\u00a0: il ne veut dire qu’une chose.',
  'Say which words of the status mean delivered, failed or on its way.':
    'Dites quels mots de l’état veulent dire remis, échoué ou en route.',
  'Whatever answers with a success status counts as having taken the message: say what its answer looks like.':
    'Tout ce qui répond par un statut de succès compte comme un message pris\u00a0: dites à quoi ressemble sa réponse.',
  'Without receipts messages stay at accepted, delivered or not.':
    'Sans accusés de réception, les messages restent à «\u00a0accepté\u00a0», remis ou non.',
  'What stands in a URL, codes and passwords included, is written to the logs of servers and proxies: prefer POST with a body.':
    'Ce qui est dans une URL, codes et mots de passe compris, est écrit dans les journaux des serveurs et proxys\u00a0: préférez POST avec un corps.',
  'User name or account': 'Nom d’utilisateur ou compte',
  'Password, key or token': 'Mot de passe, clé ou jeton',
  Headers: 'En-têtes',
  Body: 'Corps',
  'Body template': 'Modèle du corps',
  'Statuses that mean taken': 'Statuts qui veulent dire «\u00a0accepté\u00a0»',
  'Where the answer says so': 'Où la réponse le dit',
  'Values there that mean taken': 'Valeurs à cet endroit qui veulent dire «\u00a0accepté\u00a0»',
  'Pattern that means taken': 'Motif qui veut dire «\u00a0accepté\u00a0»',
  'Where the message’s id is': 'Où est l’identifiant du message',
  'Pattern of the message’s id': 'Motif de l’identifiant du message',
  'Where the error’s code is': 'Où est le code d’erreur',
  'Where the error’s text is': 'Où est le texte de l’erreur',
  'Errors of the number': 'Erreurs du numéro',
  'Errors of the text': 'Erreurs du texte',
  'Errors of the account': 'Erreurs du compte',
  'Errors that pass': 'Erreurs passagères',
  'Receipts: the message’s id': 'Accusés de réception\u00a0: l’identifiant du message',
  'Receipts: our id': 'Accusés de réception\u00a0: notre identifiant',
  'Receipts: the status': 'Accusés de réception\u00a0: l’état',
  'Receipts: the reason': 'Accusés de réception\u00a0: la raison',
  'Words for delivered': 'Mots pour «\u00a0remis\u00a0»',
  'Words for failed': 'Mots pour «\u00a0échoué\u00a0»',
  'Words for on its way': 'Mots pour «\u00a0en route\u00a0»',
  'Texts from phones: the phone': 'Messages des téléphones\u00a0: le téléphone',
  'Texts from phones: the text': 'Messages des téléphones\u00a0: le texte',
  'Form (a=1&b=2)': 'Formulaire (a=1&b=2)',
  'Plain text': 'Texte simple',
  None: 'Aucun',
  'Generic HTTP': 'HTTP générique',
}
