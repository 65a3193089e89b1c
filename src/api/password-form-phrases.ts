import { html } from 'hono/html'
import type { PasswordFault } from '../accounts/password.ts'
import { LOGIN_LENGTH_MAX } from '../administrators/administrator.ts'
import { ALONE_LENGTH_MIN } from '../administrators/password-rule.ts'
import type { Locale } from '../messages/compose.ts'
import { PASSWORD_FAULTS } from './password-faults.ts'

/** What the two pages for administrators say that need no session, in one language. */
export interface Phrases {
  locale: Locale
  setup: { title: string; text: string; button: string; gone: string }
  reset: { title: string; text(login: string): unknown; button: string; gone: string }
  linkIsGone: string
  login: string
  password: string
  passwordHint: string
  passwordAgain: string
  chooseLogin: string
  loginUnfit: string
  passwordsDiffer: string
  faults: Record<PasswordFault | 'too_short_alone', string>
}

export const PHRASES: Record<Locale, Phrases> = {
  en: {
    locale: 'en',
    setup: {
      title: 'Welcome',
      text: 'Choose how you will sign in to the console, as the first owner of this installation.',
      button: 'Create administrator',
      gone: 'This link is not valid any more. While there is no administrator, every start of Gatehouse prints one that is.',
    },
    reset: {
      title: 'New password',
      text: login =>
        html`For <strong>${login}</strong>. Apps, passkeys and recovery codes of before are taken away, and every session ends.`,
      button: 'Set the password and sign in',
      gone: 'This link is not valid, or not any more. Run "gatehouse administrator LOGIN" again for another one.',
    },
    linkIsGone: 'The link is not valid',
    login: 'Login',
    password: 'Password',
    passwordHint: `At least ${ALONE_LENGTH_MIN} characters: a sentence is easiest to remember.`,
    passwordAgain: 'Password again',
    chooseLogin: 'Choose a login.',
    loginUnfit: `At most ${LOGIN_LENGTH_MAX} letters, on one line.`,
    passwordsDiffer: 'The passwords differ.',
    faults: PASSWORD_FAULTS,
  },
  es: {
    locale: 'es',
    setup: {
      title: 'Bienvenido',
      text: 'Elija cómo iniciará sesión en la consola, como primer propietario de esta instalación.',
      button: 'Crear el administrador',
      gone: 'Este enlace ya no es válido. Mientras no haya ningún administrador, cada arranque de Gatehouse muestra uno que lo es.',
    },
    reset: {
      title: 'Contraseña nueva',
      text: login =>
        html`Para <strong>${login}</strong>. Se eliminan las aplicaciones, llaves de acceso y códigos de recuperación anteriores, y se cierran todas las sesiones.`,
      button: 'Guardar la contraseña e iniciar sesión',
      gone: 'Este enlace no es válido, o ya no lo es. Ejecute de nuevo «gatehouse administrator USUARIO» para obtener otro.',
    },
    linkIsGone: 'El enlace no es válido',
    login: 'Usuario',
    password: 'Contraseña',
    passwordHint: `Al menos ${ALONE_LENGTH_MIN} caracteres: una frase es lo más fácil de recordar.`,
    passwordAgain: 'Repita la contraseña',
    chooseLogin: 'Elija un usuario.',
    loginUnfit: `Como máximo ${LOGIN_LENGTH_MAX} letras, en una línea.`,
    passwordsDiffer: 'Las contraseñas no coinciden.',
    faults: {
      too_short: 'Necesita al menos 8 caracteres.',
      too_short_alone: 'Necesita al menos 15 caracteres: una frase es lo más fácil de recordar. Con un segundo factor bastan 8.',
      too_long: 'Puede tener como máximo 128 caracteres.',
      common: 'Esta contraseña es una de las más habituales: elija otra.',
      personal: 'La contraseña se parece demasiado al usuario, al nombre o a un contacto: elija otra.',
    },
  },
  fr: {
    locale: 'fr',
    setup: {
      title: 'Bienvenue',
      text: 'Choisissez comment vous vous connecterez à la console, en tant que premier propriétaire de cette installation.',
      button: 'Créer l’administrateur',
      gone: 'Ce lien n’est plus valable. Tant qu’il n’y a pas d’administrateur, chaque démarrage de Gatehouse en affiche un qui l’est.',
    },
    reset: {
      title: 'Nouveau mot de passe',
      text: login =>
        html`Pour <strong>${login}</strong>. Les applications, clés d’accès et codes de secours d’avant sont supprimés, et toutes les sessions se terminent.`,
      button: 'Enregistrer le mot de passe et se connecter',
      gone: 'Ce lien n’est pas valable, ou ne l’est plus. Relancez «\u00a0gatehouse administrator IDENTIFIANT\u00a0» pour en obtenir un autre.',
    },
    linkIsGone: 'Le lien n’est pas valable',
    login: 'Identifiant',
    password: 'Mot de passe',
    passwordHint: `Au moins ${ALONE_LENGTH_MIN} caractères\u00a0: une phrase se retient le plus facilement.`,
    passwordAgain: 'Répétez le mot de passe',
    chooseLogin: 'Choisissez un identifiant.',
    loginUnfit: `Au plus ${LOGIN_LENGTH_MAX} lettres, sur une seule ligne.`,
    passwordsDiffer: 'Les mots de passe sont différents.',
    faults: {
      too_short: 'Il faut au moins 8 caractères.',
      too_short_alone:
        'Il faut au moins 15 caractères\u00a0: une phrase se retient le plus facilement. Avec un second facteur, 8 suffisent.',
      too_long: 'Pas plus de 128 caractères.',
      common: 'Ce mot de passe est parmi les plus répandus\u00a0: choisissez-en un autre.',
      personal: 'Le mot de passe ressemble trop à l’identifiant, au nom ou à un contact\u00a0: choisissez-en un autre.',
    },
  },
  de: {
    locale: 'de',
    setup: {
      title: 'Willkommen',
      text: 'Wählen Sie, womit Sie sich an der Konsole anmelden, als erster Inhaber dieser Installation.',
      button: 'Administrator anlegen',
      gone: 'Dieser Link gilt nicht mehr. Solange es keinen Administrator gibt, zeigt jeder Start von Gatehouse einen, der gilt.',
    },
    reset: {
      title: 'Neues Passwort',
      text: login =>
        html`Für <strong>${login}</strong>. Bisherige Apps, Passkeys und Wiederherstellungscodes werden entfernt, und alle Sitzungen enden.`,
      button: 'Passwort setzen und anmelden',
      gone: 'Dieser Link gilt nicht oder nicht mehr. Rufen Sie für einen neuen noch einmal „gatehouse administrator NAME“ auf.',
    },
    linkIsGone: 'Der Link gilt nicht',
    login: 'Benutzername',
    password: 'Passwort',
    passwordHint: `Mindestens ${ALONE_LENGTH_MIN} Zeichen: Ein Satz ist am leichtesten zu merken.`,
    passwordAgain: 'Passwort wiederholen',
    chooseLogin: 'Wählen Sie einen Benutzernamen.',
    loginUnfit: `Höchstens ${LOGIN_LENGTH_MAX} Buchstaben, in einer Zeile.`,
    passwordsDiffer: 'Die Passwörter sind verschieden.',
    faults: {
      too_short: 'Es braucht mindestens 8 Zeichen.',
      too_short_alone:
        'Es braucht mindestens 15 Zeichen: Ein Satz ist am leichtesten zu merken. Mit einem zweiten Faktor genügen 8.',
      too_long: 'Es darf höchstens 128 Zeichen haben.',
      common: 'Dieses Passwort gehört zu den häufigsten: Nehmen Sie ein anderes.',
      personal: 'Das Passwort ist Benutzername, Name oder Kontakt zu ähnlich: Nehmen Sie ein anderes.',
    },
  },
}
