import type { Catalogue } from '../../../server-catalogue.ts'

export const administrators: Catalogue = {
  'Too many sign-ins at once. Try again in a moment.': 'Trop de connexions à la fois. Réessayez dans un instant.',
  'Too many attempts. Wait, or use a browser that you have signed in with before.':
    'Trop d’essais. Attendez, ou utilisez un navigateur avec lequel vous vous êtes déjà connecté.',
  'You are signed out. Sign in again.': 'Vous êtes déconnecté. Connectez-vous de nouveau.',
  'The login or the password is not right.': 'L’identifiant ou le mot de passe n’est pas bon.',
  'This was not right. Try again.': 'Ce n’est pas bon. Réessayez.',
  'Give one of these.': 'Donnez l’un d’eux.',
  'This passkey was not accepted. Try again, or sign in with your password.':
    'Cette clé d’accès n’a pas été acceptée. Réessayez, ou connectez-vous avec votre mot de passe.',
  'This passkey was not accepted. Try again, or use your password.':
    'Cette clé d’accès n’a pas été acceptée. Réessayez, ou utilisez votre mot de passe.',
  'This passkey was not accepted. Begin again.': 'Cette clé d’accès n’a pas été acceptée. Recommencez.',
  'This passkey has been taken away. Use another one, or your password.':
    'Cette clé d’accès a été retirée. Utilisez-en une autre, ou votre mot de passe.',
  'This passkey is registered already.': 'Cette clé d’accès est déjà enregistrée.',
  'There can be {0} passkeys. Delete one first.': 'Il peut y avoir {0} clés d’accès. Retirez-en d’abord une.',
  'Passkeys need a name and https: with the public URL {0} browsers keep none. Set GATEHOUSE_PUBLIC_URL to one such as https://wifi.example.com.':
    'Les clés d’accès ont besoin d’un nom et de https\u00a0: avec l’URL publique {0}, les navigateurs n’en gardent aucune. Mettez dans GATEHOUSE_PUBLIC_URL une URL comme https://wifi.example.com.',
  'This sign-in has run out. Begin again with your password.': 'Cette connexion a expiré. Recommencez avec votre mot de passe.',
  'This sign-in was overtaken by another one, or by a change. Begin again.':
    'Cette connexion a été devancée par une autre, ou par une modification. Recommencez.',
  'This is not your password.': 'Ce n’est pas votre mot de passe.',
  'Give either the password, or a challenge_id and a response.': 'Donnez soit le mot de passe, soit challenge_id et response.',
  'This is the last active owner, who can be neither deleted nor blocked nor given another role. Make somebody else an owner first.':
    'C’est le dernier propriétaire actif\u00a0: il ne peut être ni supprimé, ni bloqué, ni recevoir un autre rôle. Faites d’abord de quelqu’un d’autre un propriétaire.',
  'This is your last second factor, and your password is too short to stand alone. Choose one of at least 15 characters first.':
    'C’est votre dernier second facteur, et votre mot de passe est trop court pour suffire seul. Choisissez-en d’abord un d’au moins 15 caractères.',
  'This is not the code that the app shows now. Is the clock of the device right?':
    'Ce n’est pas le code que l’application affiche maintenant. L’appareil est-il à l’heure\u00a0?',
  'No app is in use.': 'Aucune application n’est utilisée.',
  'Set up a second factor first: recovery codes stand in for one that is lost.':
    'Configurez d’abord un second facteur\u00a0: les codes de secours remplacent celui qui est perdu.',
  'There is no secret to confirm. Begin again.': 'Il n’y a pas de clé à confirmer. Recommencez.',
  'Must have at least 8 characters.': 'Doit avoir au moins 8 caractères.',
  'Must have at least 15 characters: a sentence is easiest to remember. With a second factor 8 are enough.':
    'Doit avoir au moins 15 caractères\u00a0: une phrase est le plus facile à retenir. Avec un second facteur, 8 suffisent.',
  'Must have at most 128 characters.': 'Peut avoir au plus 128 caractères.',
  'This password is among the most common ones: take another.':
    'Ce mot de passe est parmi les plus courants\u00a0: prenez-en un autre.',
  'The password is too much like the login, the name or a contact: take another.':
    'Le mot de passe ressemble trop à l’identifiant, au nom ou à un contact\u00a0: prenez-en un autre.',
  'This is about an administrator who is signed in to the console; an API key is nobody’s session.':
    'Ceci concerne un administrateur connecté à la console\u00a0; une clé d’API n’est la session de personne.',
  'Another administrator has this login.': 'Un autre administrateur a cet identifiant.',
  'Sign-in window': 'Fenêtre de connexion',
  '{0} on iPhone': '{0} sur iPhone',
  '{0} on iPad': '{0} sur iPad',
  '{0} on Android': '{0} sur Android',
  '{0} on Windows': '{0} sur Windows',
  '{0} on Mac': '{0} sur Mac',
  '{0} on ChromeOS': '{0} sur ChromeOS',
  '{0} on Linux': '{0} sur Linux',
  'A second factor is required of you here, and this is your last one. Add another one first.':
    'Un second facteur vous est demandé ici, et c’est votre dernier. Ajoutez-en d’abord un autre.',
  'The password of this administrator is too short to stand alone. Give them one of at least 15 characters first.':
    'Le mot de passe de cet administrateur est trop court pour suffire à lui seul. Donnez-lui d’abord un mot de passe d’au moins 15 caractères.',
  'Only an owner may say who needs a second factor.': 'Seul un propriétaire peut décider qui a besoin d’un second facteur.',
  'Set up a second factor of your own first, in your profile. Then require it of others.':
    'Configurez d’abord votre propre second facteur, dans votre profil. Exigez-le ensuite des autres.',
}
