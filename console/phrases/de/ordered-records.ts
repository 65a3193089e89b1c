import type { orderedRecords as english } from '../en/ordered-records.ts'

export const orderedRecords: typeof english = {
  add: 'Hinzufügen',
  none_yet: 'Nichts ausgewählt.',
  nothing_found: 'Nichts gefunden.',
  move: '%{name} verschieben',
  up: '%{name} nach oben',
  down: '%{name} nach unten',
  remove: '%{name} entfernen',
  not_enabled: 'nicht aktiviert',
  gone: 'gelöschter Datensatz',
  how: 'Leertaste zum Aufnehmen, Pfeiltasten zum Verschieben, Leertaste zum Ablegen, Escape, um alles zu lassen, wie es war.',
  picked_up: '%{name} aufgenommen, Platz %{place} von %{total}.',
  moved: '%{name} ist auf Platz %{place} von %{total}.',
  put_down: '%{name} auf Platz %{place} von %{total} abgelegt.',
  left: '%{name} bleibt, wo es war.',
  removed: '%{name} entfernt.',
}
