import type { signIn as english } from '../en/sign-in.ts'

export const signIn: typeof english = {
  title: 'Se connecter à Gatehouse',
  login: 'Identifiant',
  password: 'Mot de passe',
  go: 'Se connecter',
  with_passkey: 'Utiliser une clé d’accès',
  second_title: 'Seconde étape',
  code: 'Code de votre application d’authentification',
  recovery_code: 'Code de secours',
  use_recovery_code: 'Utiliser plutôt un code de secours',
  use_code: 'Utiliser plutôt l’application d’authentification',
  back: 'Recommencer',
  lost: 'Vous n’avez plus accès\u00a0? Sur le serveur, lancez\u00a0: gatehouse administrator LOGIN',
  passkey_not_used:
    'La clé d’accès n’a pas été utilisée\u00a0: l’opération a été annulée ou a duré trop longtemps. Réessayez, ou choisissez un autre moyen.',
  passkey_known: 'Cet appareil a déjà une clé d’accès pour vous. Utilisez celle-ci, ou ajoutez-en une sur un autre appareil.',
  passkey_elsewhere: 'Les clés d’accès ne fonctionnent qu’à l’URL publique de ce serveur. Ouvrez-y la console et réessayez.',
  passkey_unfit:
    'Cet appareil ne peut pas garder de clé d’accès telle qu’il en faut ici\u00a0: souvent il lui manque un verrouillage d’écran. Utilisez un autre appareil, ou une application d’authentification.',
  due_title: 'Configurez un second facteur',
  due_text:
    'Il est exigé de vous ici. Configurez une application d’authentification ou une clé d’accès, et gardez les codes de secours qui l’accompagnent\u00a0; vous pourrez ensuite continuer.',
  due_done: 'C’est fait. Il vous sera demandé à la prochaine connexion.',
  due_go: 'Continuer vers la console',
}
