import type { apiKeys as english } from '../en/api-keys.ts'

export const apiKeys: typeof english = {
  name: 'Clave de API |||| Claves de API',
  fields: {
    name: 'Nombre',
    administrator_id: 'Administrador',
    role: 'Rol',
    expires_at: 'Caduca',
    note: 'Nota',
    key_prefix: 'Empieza por',
    created_at: 'Creación',
    updated_at: 'Cambio',
  },
  help: {
    name: 'Figura en la auditoría junto a cada cambio hecho con la clave.',
    administrator_id: 'De quién es la clave. Nunca puede más que esa persona. Vacío: la de un programa.',
    role: 'Lo que puede hacer la clave.',
    expires_at: 'Vacío: no caduca.',
    note: 'Un comentario interno, sin efecto.',
  },
  empty: 'No hay claves de API. Un programa que llama a la API REST necesita una.',
  new_title: 'Esta es la clave nueva',
  new_text: 'Se muestra solo esta vez: guárdela donde guarda sus contraseñas.',
  copy: 'Copiar',
  copied: 'Copiada',
  kept: 'La he guardado',
}
