import type { signIn as english } from '../en/sign-in.ts'

export const signIn: typeof english = {
  title: 'Bei Gatehouse anmelden',
  login: 'Benutzername',
  password: 'Passwort',
  go: 'Anmelden',
  with_passkey: 'Passkey benutzen',
  second_title: 'Zweiter Schritt',
  code: 'Code aus Ihrer Authenticator-App',
  recovery_code: 'Wiederherstellungscode',
  use_recovery_code: 'Stattdessen einen Wiederherstellungscode benutzen',
  use_code: 'Stattdessen die Authenticator-App benutzen',
  back: 'Neu beginnen',
  lost: 'Ausgesperrt? Auf dem Server: gatehouse administrator LOGIN',
}
