import type { orderedRecords as english } from '../en/ordered-records.ts'

export const orderedRecords: typeof english = {
  add: 'Añadir',
  none_yet: 'Nada elegido.',
  nothing_found: 'No se encontró nada.',
  move: 'Mover %{name}',
  up: 'Subir %{name}',
  down: 'Bajar %{name}',
  remove: 'Quitar %{name}',
  not_enabled: 'sin activar',
  gone: 'registro eliminado',
  how: 'Pulse la barra espaciadora para cogerlo, las flechas para moverlo, la barra espaciadora para soltarlo, Escape para dejarlo donde estaba.',
  picked_up: '%{name}: en mano, puesto %{place} de %{total}.',
  moved: '%{name} está en el puesto %{place} de %{total}.',
  put_down: '%{name}: queda en el puesto %{place} de %{total}.',
  left: '%{name} sigue donde estaba.',
  removed: '%{name}: fuera de la lista.',
}
