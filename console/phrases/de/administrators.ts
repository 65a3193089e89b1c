import type { administrators as english } from '../en/administrators.ts'

export const administrators: typeof english = {
  name: 'Administrator |||| Administratoren',
  fields: {
    login: 'Benutzername',
    name: 'Name',
    email: 'E-Mail',
    role: 'Rolle',
    status: 'Status',
    locale: 'Sprache',
    password: 'Passwort',
    totp_enabled: 'Authenticator-App',
    passkeys: 'Passkeys',
    last_login_at: 'Zuletzt angemeldet',
    note: 'Notiz',
    created_at: 'Angelegt',
    updated_at: 'Geändert',
  },
  help: {
    login: 'Damit meldet sich die Person an.',
    role: 'Was die Person darf.',
    password:
      'Mindestens 15 Zeichen. Ein Satz ist am leichtesten zu merken und am schwersten zu erraten. Übergeben Sie es persönlich; die Person ändert es in ihrem Profil.',
    new_password: 'Leer lassen, um das Passwort zu behalten. Ein neues meldet die Person überall ab.',
    status: 'Gesperrt: kann sich nicht anmelden und wird abgemeldet.',
    note: 'Ein interner Vermerk, ohne Wirkung.',
  },
  statuses: { active: 'Aktiv', blocked: 'Gesperrt' },
  empty: 'Keine Administratoren.',
  reset_second_factor: 'Zweiten Faktor entfernen',
  reset_second_factor_question:
    'Für jemanden, der sein Telefon verloren hat: entfernt Authenticator-App, Passkeys und Wiederherstellungscodes und meldet die Person ab. Vergewissern Sie sich, dass wirklich sie selbst darum bittet.',
  second_factor_reset: 'Entfernt. Die Person meldet sich nur mit dem Passwort an, bis sie einen neuen zweiten Faktor einrichtet.',
  sign_out: 'Überall abmelden',
  sign_out_question: 'Alle Sitzungen dieses Administrators beenden?',
  signed_out: 'Überall abgemeldet.',
}
