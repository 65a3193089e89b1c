import type { Catalogue } from '../../../server-catalogue.ts'

export const fields: Catalogue = {
  'Must be given.': 'Est obligatoire.',
  'Must not be empty.': 'Ne peut pas être vide.',
  'Must be a text.': 'Doit être un texte.',
  'Must be a text, so that it stays exact.': 'Doit être un texte, pour rester exact.',
  'Must be a number.': 'Doit être un nombre.',
  'Must be a whole number.': 'Doit être un nombre entier.',
  'Must be a whole number from 1.': 'Doit être un nombre entier à partir de 1.',
  'Must be a whole number from 1 to {0}.': 'Doit être un nombre entier de 1 à {0}.',
  'Must be true or false.': 'Doit être true ou false.',
  'Must be a list.': 'Doit être une liste.',
  'Must be an object.': 'Doit être un objet.',
  'Must be the id of a record.': 'Doit être l’identifiant d’un enregistrement.',
  'Must be a number or an address.': 'Doit être un numéro ou une adresse.',
  'Must be a login.': 'Doit être un identifiant.',
  'Must be {0}.': 'Doit être {0}.',
  'Must be one of {0}.': 'Doit être l’un de ceux-ci\u00a0: {0}.',
  'Must be asc or desc.': 'Doit être asc ou desc.',
  'Must be at least {0}.': 'Doit être d’au moins {0}.',
  'Must be at most {0}.': 'Doit être d’au plus {0}.',
  'Must be 0, or from 8 to 24.': 'Doit être 0, ou de 8 à 24.',
  'Must have at least {0} characters.': 'Doit avoir au moins {0} caractères.',
  'Must have at most {0} characters.': 'Peut avoir au plus {0} caractères.',
  'Must have at least {0} entries.': 'Doit avoir au moins {0} entrées.',
  'Must have at most {0} entries.': 'Peut avoir au plus {0} entrées.',
  'Must have at most 50 entries.': 'Peut avoir au plus 50 entrées.',
  'Must have at most {0} bytes as it stands in the page. Shorten it.':
    'Peut avoir au plus {0} octets tel qu’il est dans la page. Raccourcissez-le.',
  'May be given once.': 'Ne peut être donné qu’une fois.',
  'May be given at most {0} times.': 'Peut être donné au plus {0} fois.',
  'Has the wrong form.': 'N’a pas la bonne forme.',
  'There is no such field.': 'Ce champ n’existe pas.',
  'Each record may be listed once.': 'Chaque enregistrement ne peut figurer qu’une fois.',
  'Must be one line.': 'Doit tenir sur une ligne.',
  'Must be one line without control characters.': 'Doit tenir sur une ligne, sans caractères de contrôle.',
  'Must be one line of at most {0} characters.': 'Doit tenir sur une ligne d’au plus {0} caractères.',
  'Must not hold control characters.': 'Ne peut pas contenir de caractères de contrôle.',
  'Must be letters, digits and underscores.': 'Doit se composer de lettres, de chiffres et de tirets bas.',
  'Must be base64url.': 'Doit être en base64url.',
  'Must be JSON.': 'Doit être du JSON.',
  'Must be a time in UTC such as 2026-01-31T12:00:00Z.': 'Doit être un moment en UTC comme 2026-01-31T12:00:00Z.',
  'Must be a time such as 2026-01-31T12:00:00Z.': 'Doit être un moment comme 2026-01-31T12:00:00Z.',
  'Must be a date such as 2026-01-31.': 'Doit être une date comme 2026-01-31.',
  'Must be before to.': 'Doit être avant to.',
  'Must be at most {0} days before to.': 'Doit être au plus {0} jours avant to.',
  'Must be names of {0}, each once, with commas between.':
    'Doivent être des noms parmi {0}, chacun une fois, séparés par des virgules.',
  'Must be the name of a time zone.': 'Doit être le nom d’un fuseau horaire.',
  'Must be the IANA name of a time zone, such as Europe/Berlin or UTC.':
    'Doit être le nom IANA d’un fuseau horaire, comme Europe/Paris ou UTC.',
  'The database server does not know this time zone: take another name of it, or UTC.':
    'Le serveur de base de données ne connaît pas ce fuseau horaire\u00a0: prenez-en un autre nom, ou UTC.',
  'Must be a country code of two letters such as US (ISO 3166-1).':
    'Doit être un code de pays de deux lettres comme FR (ISO 3166-1).',
  'Must be a country code of two letters such as US (ISO 3166-1), or * for every other country.':
    'Doit être un code de pays de deux lettres comme FR (ISO 3166-1), ou * pour tous les autres pays.',
  'There is no such country code.': 'Ce code de pays n’existe pas.',
  'Must be a language tag such as en or pt-BR.': 'Doit être un code de langue comme fr ou pt-BR.',
  'Must be a currency code of three letters such as USD.': 'Doit être un code de devise de trois lettres comme EUR.',
  'Must be a currency code of three letters such as USD (ISO 4217).':
    'Doit être un code de devise de trois lettres comme EUR (ISO 4217).',
  'Must be an amount such as 25 or 25.50.': 'Doit être un montant comme 25 ou 25.50.',
  'Must be an amount such as 25 or 12.50, not negative.': 'Doit être un montant comme 25 ou 12.50, non négatif.',
  'Must be a decimal number such as 0.0079.': 'Doit être un nombre décimal comme 0.0079.',
  'Must be a decimal number such as 0.0079: a point, at most six digits on each side, no sign and no currency.':
    'Doit être un nombre décimal comme 0.0079\u00a0: un point, au plus six chiffres de chaque côté, ni signe ni devise.',
  'Must be a URL.': 'Doit être une URL.',
  'Must be an https address; http will do on a network of your own.':
    'Doit être une adresse https\u00a0; http suffit sur un réseau à vous.',
  'Must be an https address, a path on this server, or a data:image/… URL in base64.':
    'Doit être une adresse https, un chemin sur ce serveur, ou une URL data:image/… en base64.',
  'Must be an origin such as https://wifi.example.com, without a path.':
    'Doit être une origine comme https://wifi.example.com, sans chemin.',
  'Must be a domain such as example.com.': 'Doit être un domaine comme example.com.',
  'Must be a host name or an IP address, without a port.': 'Doit être un nom d’hôte ou une adresse IP, sans port.',
  'Must be an email address.': 'Doit être une adresse e-mail.',
  'Must be one email address.': 'Doit être une seule adresse e-mail.',
  'Must be one address such as you@example.com.': 'Doit être une seule adresse comme vous@example.com.',
  'Must be one address such as bounces@example.com.': 'Doit être une seule adresse comme bounces@example.com.',
  'Must be one address such as bounces@example.com, without a + and with at most 21 characters before the @.':
    'Doit être une seule adresse comme bounces@example.com, sans + et avec au plus 21 caractères devant le @.',
  'Must have no + before the @: Gatehouse puts one there, followed by a token for each message.':
    'Ne peut pas avoir de + devant le @\u00a0: Gatehouse en met un, suivi d’un jeton pour chaque message.',
  'Must have at most {0} characters before the @, so that there is room for the token.':
    'Peut avoir au plus {0} caractères devant le @, pour laisser de la place au jeton.',
  'Must be an address such as wifi@example.com or Hotel Wi-Fi <wifi@example.com>.':
    'Doit être une adresse comme wifi@example.com ou Hotel Wi-Fi <wifi@example.com>.',
  'Must be one address with {number} before the @, for example {number}@sms.example.com.':
    'Doit être une seule adresse avec {number} devant le @, par exemple {number}@sms.example.com.',
  'Must be a mobile number in international form, such as +14155550123.':
    'Doit être un numéro de mobile sous forme internationale, comme +14155550123.',
  'Must be a mobile number, best in international form such as +14155550123.':
    'Doit être un numéro de mobile, de préférence sous forme internationale comme +14155550123.',
  'Must be a number in international form such as +14155550123.':
    'Doit être un numéro sous forme internationale comme +14155550123.',
  'Must be a number in international form such as +15555550123.':
    'Doit être un numéro sous forme internationale comme +15555550123.',
  'Must be a number with its country code such as +15555550123.':
    'Doit être un numéro avec l’indicatif du pays comme +15555550123.',
  'Must be the beginning of an E.164 number, such as +1555.': 'Doit être le début d’un numéro E.164, comme +1555.',
  'Must be the beginning of a number such as +4470, or a range +447000000000-+447009999999.':
    'Doit être le début d’un numéro comme +4470, ou une plage +447000000000-+447009999999.',
  'This number cannot receive text messages.': 'Ce numéro ne peut pas recevoir de SMS.',
  'Numbers of this country are not served: see allowed_countries of the splash portal.':
    'Les numéros de ce pays ne sont pas desservis\u00a0: voyez les pays desservis du portail d’accueil.',
  'Must be a colour such as #1d4ed8.': 'Doit être une couleur comme #1d4ed8.',
  'Must be small letters, digits and single dashes, such as main-lobby.':
    'Doit se composer de minuscules, de chiffres et de tirets simples, comme main-lobby.',
  'The name holds no letters or digits to make an address of: give a slug.':
    'Le nom n’a ni lettres ni chiffres dont faire une adresse\u00a0: donnez-en une.',
  'Put it in again: with this change it would go elsewhere than it was meant to.':
    'Saisissez-le à nouveau : avec cette modification, il irait ailleurs que prévu.',
  'Another account has this login.': 'Un autre compte a cet identifiant.',
  'Another account group has this name.': 'Un autre groupe de comptes a ce nom.',
  'Another carrier of this country has this name.': 'Un autre opérateur mobile de ce pays a ce nom.',
  'Another carrier has the name of this one: give that one another name first.':
    'Un autre opérateur mobile a le nom de celui-ci\u00a0: donnez d’abord un autre nom à celui-là.',
  'Another mail server has this name.': 'Un autre serveur de messagerie a ce nom.',
  'Another SMS gateway has this name.': 'Une autre passerelle SMS a ce nom.',
  'Another splash portal has this name.': 'Un autre portail d’accueil a ce nom.',
  'Another splash portal has this address.': 'Un autre portail d’accueil a cette adresse.',
  'Another usage plan has this name.': 'Un autre forfait a ce nom.',
  'The gateway has a price for this country already.': 'La passerelle a déjà un prix pour ce pays.',
  'This contact is suppressed already.': 'Ce contact est déjà exclu.',
  'Email goes through no SMS gateway: leave it out.':
    'Les e-mails ne passent par aucune passerelle SMS\u00a0: laissez-la de côté.',
  'Is for text messages: leave it out.': 'C’est pour les SMS\u00a0: laissez-le de côté.',
  'Put in the name of the SMTP server.': 'Indiquez le nom du serveur SMTP.',
  'Choose a vendor, or set captcha_when to off.': 'Choisissez un fournisseur, ou désactivez le CAPTCHA.',
  'Put in the site key from the vendor.': 'Indiquez la clé du site donnée par le fournisseur.',
  'Put in the secret from the vendor.': 'Indiquez la clé secrète donnée par le fournisseur.',
  'A generic CAPTCHA needs this address.': 'Un CAPTCHA générique a besoin de cette adresse.',
  'There is no puzzle while puzzle_bits is 0: these guests could not go on.':
    'Il n’y a pas d’énigme tant que sa difficulté est à 0\u00a0: ces invités ne pourraient pas continuer.',
  'Send the file as one of {0}.': 'Envoyez le fichier dans l’un de ces types\u00a0: {0}.',
  'The body is empty; send the file itself.': 'Le corps est vide\u00a0; envoyez le fichier lui-même.',
  'A logo may have at most {0} KiB.': 'Un logo peut avoir au plus {0} Kio.',
  'The file is {0}, not {1}.': 'Le fichier est {0}, non {1}.',
  'The file is no {0}.': 'Le fichier n’est pas {0}.',
}
