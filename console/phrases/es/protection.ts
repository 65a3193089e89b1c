import type {
  blocks as englishBlocks,
  channels as englishChannels,
  suppressions as englishSuppressions,
  validations as englishValidations,
} from '../en/protection.ts'

export const validations: typeof englishValidations = {
  name: 'Validación |||| Validaciones',
  fields: {
    id: 'Identificador',
    purpose: 'Finalidad',
    channel: 'Canal',
    status: 'Estado',
    contact: 'Contacto',
    account_id: 'Cuenta',
    splash_portal_id: 'Portal de bienvenida',
    usage_plan_id: 'Plan de uso',
    carrier_id: 'Operador móvil',
    checks: 'Códigos probados',
    checks_max: 'Intentos permitidos',
    sends: 'Envíos',
    last_sent_at: 'Último envío',
    locale: 'Idioma',
    created_at: 'Pedida',
    expires_at: 'Caduca',
    approved_at: 'Confirmada',
  },
  purposes: {
    sign_up: 'Registro',
    password_reset: 'Restablecer la contraseña',
    free_sms: 'SMS gratuito',
    api: 'Por un programa',
  },
  statuses: {
    pending: 'En espera del código',
    approved: 'Confirmada',
    expired: 'Caducada',
    exhausted: 'Demasiados códigos incorrectos',
    cancelled: 'Anulada',
  },
  empty: 'Todavía no se ha pedido ningún código.',
  resend: 'Enviar el código de nuevo',
  resend_question: '¿Enviar este código otra vez?',
  resent: 'El código va de camino otra vez.',
  cancel: 'Anular el código',
  cancel_question: 'El código dejará de servir. ¿Anularlo?',
  cancelled: 'Anulado. El código ya no sirve.',
}

export const suppressions: typeof englishSuppressions = {
  name: 'Destinatario excluido |||| Destinatarios excluidos',
  fields: {
    channel: 'Canal',
    contact: 'Contacto',
    sms_gateway_id: 'Solo por esta pasarela',
    sender: 'Solo de este remitente',
    reason: 'Motivo',
    detail: 'Qué pasó',
    message_id: 'Mensaje',
    note: 'Nota',
    created_at: 'Desde',
    updated_at: 'Cambio',
  },
  help: {
    contact: 'Un número con el prefijo del país, como +14155550123, o una dirección de correo. Después queda oculto en parte.',
    sms_gateway_id: 'Vacío: envíe quien envíe.',
    sender: 'Vacío: de cualquier remitente.',
    note: 'Un comentario interno, sin efecto.',
  },
  reasons: {
    opted_out: 'Respondió STOP',
    hard_bounce: 'El buzón no existe',
    complaint: 'Marcado como correo no deseado',
    manual: 'Anotado a mano',
  },
  empty: 'Nadie está excluido de los envíos. Quien responde STOP o cuya dirección no existe aparece aquí.',
  lift: 'Eliminar un registro levanta la exclusión: el mensaje siguiente vuelve a salir.',
}

export const blocks: typeof englishBlocks = {
  name: 'Bloqueo |||| Bloqueos',
  fields: {
    kind: 'Qué está bloqueado',
    value: 'Cuál',
    state: 'Estado',
    blocked_at: 'Desde',
    blocked_until: 'Hasta',
    active: 'En vigor',
    strikes: 'Veces seguidas',
    proofs: 'Códigos introducidos',
  },
  states: { active: 'En vigor', shadow: 'Solo observado', ended: 'Terminado' },
  entered: '%{proofs} de %{sends}',
  kinds: { prefix: 'Números que empiezan por', country: 'País', gateway: 'Pasarela SMS' },
  empty:
    'No hay nada bloqueado. Cuando van muchos códigos a un prefijo, un país o una pasarela y apenas se introduce alguno, la protección contra el pumping lo detiene aquí.',
  about:
    'Fueron allí muchos códigos y apenas se introdujo alguno: así ganan los estafadores con SMS que paga usted. Un bloqueo termina solo.',
  lift: 'Levantar',
  lift_question: '¿Levantar este bloqueo? Los códigos vuelven a ir allí enseguida, y se olvida lo que llevó a él.',
  lifted: 'Levantado.',
}

export const channels: typeof englishChannels = {
  sms: 'SMS',
  email: 'Correo electrónico',
  email_to_sms: 'SMS por la pasarela de correo del operador',
}
