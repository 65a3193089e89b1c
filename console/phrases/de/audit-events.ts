import type { auditEvents as english, otherResources as englishOthers } from '../en/audit-events.ts'

export const auditEvents: typeof english = {
  name: 'Audit-Eintrag |||| Audit-Protokoll',
  fields: {
    number: 'Nummer',
    at: 'Zeit',
    actor: 'Wer',
    action: 'Hat',
    resource: 'Was',
    record_id: 'Welcher Datensatz',
    changes: 'Änderungen',
    hash: 'Hash',
    previous_hash: 'Hash des vorigen Eintrags',
  },
  actions: {
    create: 'angelegt',
    update: 'geändert',
    delete: 'gelöscht',
    resend: 'erneut gesendet',
    cancel: 'abgebrochen',
    test: 'getestet',
    export: 'exportiert',
    import: 'importiert',
    erase: 'Daten gelöscht',
    sign_in: 'angemeldet',
    sign_out: 'abgemeldet',
  },
  empty: 'Es wurde noch nichts geändert.',
  from: 'Vorher',
  to: 'Nachher',
  field: 'Feld',
  secret_changed: 'Geändert. Der Inhalt wird nie gezeigt.',
  no_changes: 'Sonst ist nichts aufgezeichnet.',
  chain:
    'Jeder Eintrag enthält den Hash des vorigen. Auf dem Server findet gatehouse doctor --audit jeden, der seither geändert oder entfernt wurde.',
}

export const otherResources: typeof englishOthers = {
  limits: 'Grenzwerte',
  settings: 'Einstellungen',
  persons: 'Personenbezogene Daten',
}
