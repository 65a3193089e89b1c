import type { secret as english, copy as englishCopy } from '../en/secret.ts'

export const secret: typeof english = {
  set: 'Guardado. No se muestra nunca más.',
  replace: 'Sustituir',
  remove: 'Quitar',
  keep: 'Conservar el guardado',
  to_be_removed: 'Se quita al guardar.',
}

export const copy: typeof englishCopy = {
  button: 'Copiar: %{label}',
  done: 'Copiado',
  failed: 'El navegador no deja copiar a esta página. Seleccione el texto y cópielo usted.',
}
