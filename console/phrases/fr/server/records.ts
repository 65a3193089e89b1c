import type { Catalogue } from '../../../server-catalogue.ts'

export const records: Catalogue = {
  'Only a group named exactly SMS switches free SMS on.': 'Seul un groupe nommé exactement SMS ouvre les SMS gratuits.',
  'Free SMS is switched on by the account group SMS, but no carrier is active or degraded: it is not offered. See carriers.':
    'Le groupe de comptes SMS ouvre les SMS gratuits, mais aucun opérateur mobile n’est actif ou dégradé\u00a0: ils ne sont pas proposés. Voyez les opérateurs mobiles.',
  'Free SMS goes out by email, but no mail server is enabled: add or enable one.':
    'Les SMS gratuits partent par e-mail, mais aucun serveur de messagerie n’est activé\u00a0: ajoutez-en ou activez-en un.',
  '{0} It is offered as {1} all the same, because you have set its status; POST /carriers/{id}/reset takes that back.':
    '{0} Il est proposé tout de même ({1}), parce que vous avez défini son état\u00a0; «\u00a0Reprendre les données fournies\u00a0» annule cela.',
  '{0} It is not offered meanwhile. POST /carriers/{id}/check looks again; setting its status offers it all the same.':
    '{0} Il n’est pas proposé entre-temps. «\u00a0Vérifier maintenant\u00a0» regarde de nouveau\u00a0; si vous définissez son état, il est proposé tout de même.',
  '{0} Guests are told that its messages may not arrive.': '{0} Les invités lisent que ses messages peuvent ne pas arriver.',
  active: 'actif',
  degraded: 'dégradé',
  'It was last verified on {0}: try it with a phone of this carrier, and set last_verified_on.':
    'Dernière vérification le {0}\u00a0: essayez-le avec un téléphone de cet opérateur, et mettez à jour la dernière vérification.',
  'This version of Gatehouse does not know the carrier any more: there is nothing to go back to.':
    'Cette version de Gatehouse ne connaît plus cet opérateur mobile\u00a0: il n’y a rien à reprendre.',
  'There is no mail server for {0} in the DNS.': 'Le DNS n’a aucun serveur de messagerie pour {0}.',
  'Messages to {0} numbers were refused within 24 hours, and no code was entered in between. After a day it is tried again.':
    'En 24 heures, des messages à {0} numéros ont été refusés, et aucun code n’a été saisi entre-temps. Après un jour, il est essayé de nouveau.',
  '{0} of {1} codes were entered in the last {2} days.': 'Dans les {2} derniers jours, {0} codes sur {1} ont été saisis.',
  'Mail is shown on the simulator page and reaches no real mailbox.':
    'Les e-mails s’affichent sur la page du simulateur et n’atteignent aucune vraie boîte.',
  'There is a user name but no password: the server will likely refuse.':
    'Il y a un nom d’utilisateur mais pas de mot de passe\u00a0: le serveur refusera sans doute.',
  'The stored password was encrypted with another GATEHOUSE_SECRET_KEY: put it in again.':
    'Le mot de passe enregistré a été chiffré avec une autre GATEHOUSE_SECRET_KEY\u00a0: indiquez-le de nouveau.',
  'The connection is not encrypted: the password and the codes can be read on the way. Use starttls or tls.':
    'La connexion n’est pas chiffrée\u00a0: le mot de passe et les codes peuvent être lus en chemin. Utilisez STARTTLS ou TLS.',
  'Passwords are reset by SMS, but the portal has no enabled SMS gateway: attach one, or enable one that is attached.':
    'Les mots de passe se réinitialisent par SMS, mais le portail n’a aucune passerelle SMS activée\u00a0: ajoutez-lui-en une ou activez-la.',
  'Passwords are reset by email, but no mail server is enabled: add or enable one.':
    'Les mots de passe se réinitialisent par e-mail, mais aucun serveur de messagerie n’est activé\u00a0: ajoutez-en ou activez-en un.',
  'The usage plan "{0}" is not offered: see its warnings.':
    'Le forfait «\u00a0{0}\u00a0» n’est pas proposé\u00a0: voyez ses avertissements.',
  'The account is blocked. Unblock it first.': 'Le compte est bloqué. Débloquez-le d’abord.',
  'This contact was sent too many of these messages. Try again later.':
    'Trop de ces messages ont été envoyés à ce contact. Réessayez plus tard.',
  'Nothing can send the messages of a password reset: see the warnings of the splash portal.':
    'Rien ne peut envoyer les messages de réinitialisation\u00a0: voyez les avertissements du portail d’accueil.',
  'The splash portal "{0}" resets no passwords: set its password_reset_method first.':
    'Le portail d’accueil «\u00a0{0}\u00a0» ne réinitialise pas de mots de passe\u00a0: choisissez d’abord sa méthode de réinitialisation.',
  'No splash portal resets passwords: set its password_reset_method first.':
    'Aucun portail d’accueil ne réinitialise de mots de passe\u00a0: choisissez d’abord une méthode de réinitialisation.',
  'This portal resets passwords by number and email address together, and the account has no proven number. Proofs come with a code at a sign-up.':
    'Ce portail réinitialise les mots de passe par le numéro et l’adresse e-mail ensemble, et le compte n’a pas de numéro confirmé. La confirmation vient d’un code à l’inscription.',
  'This portal resets passwords by number and email address together, and the account has no proven email address. Proofs come with a code at a sign-up.':
    'Ce portail réinitialise les mots de passe par le numéro et l’adresse e-mail ensemble, et le compte n’a pas d’adresse e-mail confirmée. La confirmation vient d’un code à l’inscription.',
  'This portal resets passwords by number and email address together, and the account has neither proven. Proofs come with a code at a sign-up.':
    'Ce portail réinitialise les mots de passe par le numéro et l’adresse e-mail ensemble, et le compte n’a confirmé ni l’un ni l’autre. La confirmation vient d’un code à l’inscription.',
  'The account has no proven number, so there is nobody to write to for certain.':
    'Le compte n’a pas de numéro confirmé\u00a0: il n’y a personne à qui écrire à coup sûr.',
  'The account has no proven email address, so there is nobody to write to for certain.':
    'Le compte n’a pas d’adresse e-mail confirmée\u00a0: il n’y a personne à qui écrire à coup sûr.',
  'The account has no proven number or email address, so there is nobody to write to for certain.':
    'Le compte n’a ni numéro ni adresse e-mail confirmés\u00a0: il n’y a personne à qui écrire à coup sûr.',
  'The splash portal "{0}" does not reset passwords by text message.':
    'Le portail d’accueil «\u00a0{0}\u00a0» ne réinitialise pas de mots de passe par SMS.',
  'The splash portal "{0}" does not reset passwords by email.':
    'Le portail d’accueil «\u00a0{0}\u00a0» ne réinitialise pas de mots de passe par e-mail.',
  'Give either a phone or an email.': 'Donnez soit un téléphone, soit un e-mail.',
  'A message to this person is leaving just now. Nothing was erased; try again in a moment.':
    'Un message à cette personne est en train de partir. Rien n’a été effacé\u00a0; réessayez dans un instant.',
  'This language is not supported; use {0}.': 'Cette langue n’est pas prise en charge\u00a0; utilisez {0}.',
  'There is no text of this name; the names are {0}.': 'Il n’y a pas de texte de ce nom\u00a0; les noms sont {0}.',
  '{0} is not known here; use {1}.': '{0} n’est pas connu ici\u00a0; utilisez {1}.',
  'The text is empty; leave it out to get the built-in one.':
    'Le texte est vide\u00a0; retirez-le pour avoir celui qui est fourni.',
  '{code} is missing, so nobody would get the code.': '{code} manque, donc personne ne recevrait le code.',
  '{link} is missing, so nobody would find the page.': '{link} manque, donc personne ne trouverait la page.',
  'It holds a control character; only line breaks are allowed.':
    'Il contient un caractère de contrôle\u00a0; seuls les sauts de ligne sont permis.',
  'A subject is one line; take the line break out.': 'Un objet tient sur une ligne\u00a0; retirez le saut de ligne.',
  'A subject has at most {0} characters.': 'Un objet a au plus {0} caractères.',
  'An email has at most {0} characters.': 'Un e-mail a au plus {0} caractères.',
  'Leave out the line "@host #code": it is added to the end of every message with a code.':
    'Retirez la ligne «\u00a0@host #code\u00a0»\u00a0: elle est ajoutée à la fin de chaque message avec un code.',
  '{0} cannot go through a carrier’s email gateway: use plain letters.':
    '{0} ne peut pas passer par la passerelle e-mail d’un opérateur\u00a0: utilisez des lettres simples.',
  'It is too long: with the brand and a code of {0} digits it has more than {1} characters.':
    'Il est trop long\u00a0: avec la marque et un code de {0} chiffres, il a plus de {1} caractères.',
  'It is too long: with the brand, the line "@{0} #…" and a code of {1} digits it needs {2} segments in {3}.':
    'Il est trop long\u00a0: avec la marque, la ligne «\u00a0@{0} #…\u00a0» et un code de {1} chiffres, il lui faut {2} parties en {3}.',
  'It is too long: with the brand and the link it needs {0} segments in {1}.':
    'Il est trop long\u00a0: avec la marque et le lien, il lui faut {0} parties en {1}.',
  'It is too long: with the brand it needs {0} segments in {1}.':
    'Il est trop long\u00a0: avec la marque, il lui faut {0} parties en {1}.',
  'A segment holds fewer characters because of {0}.': 'Une partie contient moins de caractères à cause de {0}.',
  'Only 1 is allowed: that is at most {0} characters.': 'Une seule est permise\u00a0: cela fait au plus {0} caractères.',
  'Only {0} are allowed: that is at most {1} characters.': 'Seules {0} sont permises\u00a0: cela fait au plus {1} caractères.',
  'Shorten it, or raise sms_segments_max.': 'Raccourcissez-le, ou augmentez le nombre de parties de SMS.',
  'Must be a country code such as US.': 'Doit être un code de pays comme US.',
  'This list cannot be searched.': 'Cette liste ne se prête pas à la recherche.',
}
