import type { accountGroups as english } from '../en/account-groups.ts'

export const accountGroups: typeof english = {
  name: 'Grupo de cuentas |||| Grupos',
  fields: { name: 'Nombre', priority: 'Prioridad', note: 'Nota', created_at: 'Creación', updated_at: 'Cambio' },
  help: {
    name: 'Un grupo con el nombre SMS activa el acceso gratuito por las pasarelas de correo de los operadores móviles.',
    priority: 'Qué grupo vale cuando alguien está en varios: el de mayor prioridad.',
    note: 'Un comentario interno, sin efecto.',
  },
  empty: 'Todavía no hay grupos. Los huéspedes entran en el grupo del plan de uso que eligen.',
}
