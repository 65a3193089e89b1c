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
  passkey_not_used:
    'Der Passkey wurde nicht benutzt: Es wurde abgebrochen oder dauerte zu lange. Versuchen Sie es noch einmal, oder wählen Sie einen anderen Weg.',
  passkey_known:
    'Dieses Gerät hat schon einen Passkey für Sie. Benutzen Sie diesen, oder fügen Sie auf einem anderen Gerät einen hinzu.',
  passkey_elsewhere:
    'Passkeys gelten nur unter der öffentlichen URL dieses Servers. Öffnen Sie die Konsole dort und versuchen Sie es noch einmal.',
  passkey_unfit:
    'Dieses Gerät kann keinen Passkey aufbewahren, wie er hier gebraucht wird: Oft fehlt ihm eine Bildschirmsperre. Benutzen Sie ein anderes Gerät oder eine Authenticator-App.',
  due_title: 'Richten Sie einen zweiten Faktor ein',
  due_text:
    'Er wird hier von Ihnen verlangt. Richten Sie eine Authenticator-App oder einen Passkey ein, und bewahren Sie die Wiederherstellungscodes auf, die dazugehören; dann geht es weiter.',
  due_done: 'Fertig. Bei der nächsten Anmeldung wird danach gefragt.',
  due_go: 'Weiter zur Konsole',
}
