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
}
