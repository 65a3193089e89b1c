import type { Texts } from './texts.ts'

export const fr: Texts = {
  code_sms: '{code} est votre code {brand}. Il expire dans {minutes} min. Ne le partagez pas.',
  code_sms_short: '{code} est votre code {brand} ({minutes} min).',
  code_email_to_sms: '{code} est votre jeton (code) {brand}. Il expire dans {minutes} min.',
  code_email_subject: '{code} est votre code {brand}',
  code_email_text: `{code}

Voici votre code pour {brand}. Saisissez-le sur la page qui vous l’a demandé. Il expire dans {lifetime}.

Personne chez {brand} ne vous le demandera jamais : ne le partagez pas.

Si vous n’êtes pas à l’origine de cette demande, ignorez cet e-mail : rien ne se passe sans le code.`,
  password_changed_sms:
    "{brand} : votre mot de passe a été modifié. Si ce n'était pas vous, changez-le vite ou prévenez l'accueil.",
  password_changed_email_subject: 'Votre mot de passe {brand} a été modifié',
  password_changed_email_text: `Le mot de passe de votre compte chez {brand} vient d’être modifié et tous les appareils ont été déconnectés.

Si c’était vous, il n’y a rien à faire.

Si ce n’était pas vous, réinitialisez votre mot de passe sans attendre et prévenez l’accueil : {portal}`,
  contact_moved_sms:
    "{brand} : un autre compte a vérifié un numéro ou e-mail de votre compte, qui est désormais le sien. Pas vous ? Prévenez l'accueil.",
  contact_moved_email_subject: 'Un contact a été retiré de votre compte {brand}',
  contact_moved_email_text: `Un autre compte a prouvé par un code qu’un numéro de mobile ou une adresse e-mail de votre compte chez {brand} lui appartient. Ce contact est désormais le sien et ne sert plus à vous connecter ni à réinitialiser votre mot de passe.

Si c’était vous, il n’y a rien à faire.

Si ce n’était pas vous, prévenez l’accueil : {portal}`,
  reset_invitation_sms: "{brand} : l'accueil vous invite à choisir un nouveau mot de passe, ici : {link}",
  reset_invitation_sms_short:
    '{brand} : choisissez un nouveau mot de passe. Ouvrez la page de connexion Wi-Fi et appuyez sur "Mot de passe oublié ?"',
  reset_invitation_email_subject: 'Choisissez un nouveau mot de passe {brand}',
  reset_invitation_email_text: `L’accueil de {brand} vous invite à choisir un nouveau mot de passe pour votre compte.

Ouvrez cette page, dites qui vous êtes et saisissez le code que vous recevrez : {link}

Cet e-mail ne contient aucun code, et personne chez {brand} ne vous en demandera jamais.

Si vous n’avez rien demandé, prévenez l’accueil. Votre ancien mot de passe a peut-être été effacé ; personne ne peut en choisir un autre sans un code qui vous est envoyé.`,
}
