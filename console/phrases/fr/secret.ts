import type { secret as english, copy as englishCopy } from '../en/secret.ts'

export const secret: typeof english = {
  set: 'Défini. Il n’est plus jamais montré.',
  replace: 'Remplacer',
  remove: 'Retirer',
  keep: 'Garder celui qui est défini',
  to_be_removed: 'Il est retiré à l’enregistrement.',
}

export const copy: typeof englishCopy = {
  button: 'Copier\u00a0: %{label}',
  done: 'Copié',
  failed: 'Le navigateur ne laisse pas cette page copier. Sélectionnez le texte et copiez-le vous-même.',
}
