import type { secret as english, copy as englishCopy } from '../en/secret.ts'

export const secret: typeof english = {
  set: 'Gesetzt. Es wird nie wieder gezeigt.',
  replace: 'Ersetzen',
  remove: 'Entfernen',
  keep: 'Das gesetzte behalten',
  to_be_removed: 'Es wird beim Speichern entfernt.',
}

export const copy: typeof englishCopy = {
  button: 'Kopieren: %{label}',
  done: 'Kopiert',
  failed: 'Der Browser lässt diese Seite nicht kopieren. Markieren Sie den Text und kopieren Sie ihn selbst.',
}
