import type { roles as english } from '../en/roles.ts'

export const roles: typeof english = {
  read_only: 'Nur Lesen',
  front_desk: 'Rezeption',
  operator: 'Betreuung',
  owner: 'Inhaber',
  read_only_help: 'Sieht alles außer Administratoren; Nummern und Adressen von Gästen sind verdeckt.',
  front_desk_help:
    'Hilft außerdem Gästen: legt Konten an und ändert sie, sendet einen Code noch einmal, lässt ein Passwort zurücksetzen.',
  operator_help:
    'Richtet außerdem alles ein: Gateways, Nutzungspläne, Portale, Grenzwerte; exportiert und löscht personenbezogene Daten.',
  owner_help: 'Entscheidet außerdem, wer was darf: Administratoren und API-Schlüssel.',
}
