import type { accountGroups as english } from '../en/account-groups.ts'

export const accountGroups: typeof english = {
  name: 'Kontogruppe |||| Gruppen',
  fields: { name: 'Name', priority: 'Rang', note: 'Notiz', created_at: 'Angelegt', updated_at: 'Geändert' },
  help: {
    name: 'Eine Gruppe mit dem Namen SMS schaltet den kostenlosen Weg ins Netz über die E-Mail-Gateways der Mobilfunkanbieter ein.',
    priority: 'Welche Gruppe gilt, wenn jemand in mehreren ist: die mit dem höchsten Rang.',
    note: 'Ein interner Vermerk, ohne Wirkung.',
  },
  empty: 'Noch keine Gruppen. Gäste kommen in die Gruppe des Nutzungsplans, den sie wählen.',
}
