import type { orderedRecords as english } from '../en/ordered-records.ts'

export const orderedRecords: typeof english = {
  add: 'Ajouter',
  none_yet: 'Rien de choisi.',
  nothing_found: 'Rien trouvé.',
  move: 'Déplacer %{name}',
  up: 'Monter %{name}',
  down: 'Descendre %{name}',
  remove: 'Retirer %{name}',
  not_enabled: 'non activé',
  gone: 'enregistrement supprimé',
  how: 'Appuyez sur la barre d’espace pour le prendre, sur les flèches pour le déplacer, sur la barre d’espace pour le poser, sur Échap pour le laisser où il était.',
  picked_up: '%{name}\u00a0: en main, place %{place} sur %{total}.',
  moved: '%{name} est à la place %{place} sur %{total}.',
  put_down: '%{name}\u00a0: à la place %{place} sur %{total}.',
  left: '%{name} reste où il était.',
  removed: '%{name}\u00a0: hors de la liste.',
}
