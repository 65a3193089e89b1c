import type { settings as english } from '../en/settings.ts'

export const settings: typeof english = {
  name: 'Einstellungen |||| Einstellungen',
  fields: {
    operator_name: 'Ihr Name oder der Ihres Hauses',
    country: 'Land',
    time_zone: 'Zeitzone',
    locale: 'Sprache',
    public_url: 'Öffentliche URL',
    second_factor_required: 'Zweiter Faktor verlangt',
  },
  help: {
    operator_name: 'Wer das betreibt, so wie man es lesen soll.',
    country: 'Wo Ihre Gäste sind. Neue Portale nehmen Nummern dieses Landes an.',
    time_zone: 'Deren Tage zählt die Statistik.',
    locale: 'Der Konsole, wenn niemand eine gewählt hat und der Browser keine verlangt, die sie spricht.',
    public_url:
      'Die Adresse, unter der Telefone der Gäste und die Anbieter diesen Server erreichen, etwa https://wifi.example.com. Links, Zustellberichte und das Ausfüllen von Codes hängen davon ab.',
    from_environment: 'GATEHOUSE_PUBLIC_URL sagt %{url}, und das gilt.',
    second_factor_required:
      'Wer keinen hat, richtet ihn bei der nächsten Anmeldung ein und kann bis dahin nichts anderes tun. API-Schlüssel betrifft das nicht. Nur ein Inhaber kann das ändern.',
    second_factor_own_first:
      'Richten Sie zuerst in Ihrem Profil einen eigenen zweiten Faktor ein: Dann können Sie ihn von anderen verlangen.',
  },
  restart_needed: 'Starten Sie Gatehouse neu, damit die neue öffentliche URL gilt. Bis dahin gilt %{url}.',
  is_local: '%{url} gilt nur auf diesem Rechner: Telefone und Anbieter erreichen sie nicht.',
  second_factor_of: { none: 'Von niemandem', owners: 'Von Inhabern', everyone: 'Von allen' },
}
