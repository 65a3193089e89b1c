import type { auditEvents as english, otherResources as englishOthers } from '../en/audit-events.ts'

export const auditEvents: typeof english = {
  name: 'Evento de auditoría |||| Auditoría',
  fields: {
    number: 'Número',
    at: 'Hora',
    actor: 'Quién',
    action: 'Acción',
    resource: 'Qué',
    record_id: 'Qué registro',
    changes: 'Cambios',
    hash: 'Hash',
    previous_hash: 'Hash del anterior',
  },
  actions: {
    create: 'creó',
    update: 'cambió',
    delete: 'eliminó',
    resend: 'envió de nuevo',
    cancel: 'anuló',
    test: 'probó',
    export: 'exportó',
    import: 'importó',
    erase: 'borró',
    sign_in: 'inició sesión',
    sign_out: 'cerró sesión',
  },
  empty: 'Todavía no se ha cambiado nada.',
  from: 'Antes',
  to: 'Después',
  field: 'Campo',
  secret_changed: 'Cambiado. Lo que es no se muestra nunca.',
  no_changes: 'No hay nada más registrado.',
  chain:
    'Cada evento lleva el hash del anterior. En el servidor, gatehouse doctor --audit encuentra los que se hayan cambiado o quitado desde entonces.',
}

export const otherResources: typeof englishOthers = {
  limits: 'Límites',
  settings: 'Ajustes',
  persons: 'Datos personales',
}
