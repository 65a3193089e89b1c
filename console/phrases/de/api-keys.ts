import type { apiKeys as english } from '../en/api-keys.ts'

export const apiKeys: typeof english = {
  name: 'API-Schlüssel |||| API-Schlüssel',
  fields: {
    name: 'Name',
    administrator_id: 'Administrator',
    role: 'Rolle',
    expires_at: 'Läuft ab',
    note: 'Notiz',
    key_prefix: 'Beginnt mit',
    created_at: 'Angelegt',
    updated_at: 'Geändert',
  },
  help: {
    name: 'Steht im Audit-Protokoll neben jeder Änderung, die mit dem Schlüssel gemacht wird.',
    administrator_id: 'Wessen Schlüssel es ist. Er darf nie mehr als diese Person. Leer: der eines Programms.',
    role: 'Was der Schlüssel darf.',
    expires_at: 'Leer: Er läuft nicht ab.',
    note: 'Ein interner Vermerk, ohne Wirkung.',
  },
  empty: 'Keine API-Schlüssel. Ein Programm, das die REST-API aufruft, braucht einen.',
  new_title: 'Das ist der neue Schlüssel',
  new_text: 'Er wird nur dieses eine Mal gezeigt: Bewahren Sie ihn dort auf, wo Sie Passwörter aufbewahren.',
  copy: 'Kopieren',
  copied: 'Kopiert',
  kept: 'Ich habe ihn aufbewahrt',
}
