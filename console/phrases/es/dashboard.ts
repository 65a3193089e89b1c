import type { dashboard as english, alerts as englishAlerts } from '../en/dashboard.ts'

export const dashboard: typeof english = {
  range: 'Periodo',
  ranges: { day: '24 horas', week: '7 días', month: '30 días' },
  to_do: 'Por hacer',
  to_do_done: 'Todo está configurado.',
  to_do_none: 'No tiene nada pendiente.',
  put_aside: 'Apartar',
  put_aside_list: 'Apartados: %{smart_count} |||| Apartados: %{smart_count}',
  bring_back: 'Recuperar',
  required: 'Necesario',
  recommended: 'Recomendado',
  go: 'Ir allí',
  alerts: 'Avisos',
  all_well: 'Todo va bien.',
  since: 'desde %{time}',
  on_node: 'Según el nodo %{node}.',
  figures: {
    sign_ups: 'Registros',
    activated: 'Activados',
    activated_share: '%{share} de los registros',
    seconds: 'Mediana hasta la confirmación',
    codes: 'Códigos enviados',
    proven: 'Códigos introducidos',
    proven_share: '%{share} de los códigos',
    delivered: 'Entregados',
    delivered_share: '%{share} de los mensajes',
    spend: 'Gasto',
    unpriced: '%{smart_count} mensaje sin precio conocido |||| %{smart_count} mensajes sin precio conocido',
    refused: 'Rechazados por los límites',
    nothing: '–',
  },
  charts: {
    sign_ups: 'Registros',
    created: 'Iniciados',
    activated: 'Activados',
    messages: 'Mensajes',
    delivered: 'Entregados',
    failed: 'Fallidos',
    sent: 'Enviados',
    proven: 'Introducidos',
    seconds: 'Segundos hasta la confirmación (la mitad de los huéspedes)',
    gateways: 'Por pasarela',
    countries: 'Por país',
    limits: 'Rechazados por los límites',
    spend: 'Gasto',
    table: 'Como tabla',
    nothing: 'Nada en este periodo.',
  },
  columns: {
    hour: 'Hora',
    day: 'Día',
    gateway: 'Pasarela',
    country: 'País',
    sent: 'Enviados',
    delivery_rate: 'Entregados',
    proven_rate: 'Confirmados',
    p50: 'Tiempo',
    spend: 'Gasto',
    none: 'Ninguna (correo)',
    unknown_country: 'Ninguno (correo)',
  },
  kinds: {
    contact: 'Contacto',
    device: 'Navegador',
    address: 'Dirección del cliente',
    prefix: 'Prefijo de números',
    country: 'País',
    portal: 'Portal de bienvenida',
    gateway: 'Pasarela SMS',
    system: 'Todo el sistema',
    breaker: 'Protección contra el pumping',
    spend: 'Límite de gasto',
    login: 'Contraseñas incorrectas',
    checks: 'Códigos incorrectos',
  },
  settings_failed: 'No se pudo guardar: %{reason}',
}

export const alerts: typeof englishAlerts = {
  credentials_refused: {
    title: '%{name} rechaza las credenciales',
    action: 'Ponga las credenciales de nuevo y compruébelas. Hasta entonces no sale nada por ahí.',
  },
  gateway_failing: {
    title: '%{name} falla: %{failed} de %{attempts} intentos en la última hora',
    action: 'Lea lo que dice el proveedor y revise la pasarela.',
  },
  gateway_resting: {
    title: '%{name} descansa por ahora',
    action:
      'Ha fallado una y otra vez. Gatehouse vuelve a probarla por sí solo; hasta entonces los mensajes van por la pasarela siguiente.',
  },
  gateway_throttled: {
    title: '%{name} pide ir más despacio',
    action: 'Pida al proveedor un ritmo mayor, o ponga los mensajes por segundo en lo que permite.',
  },
  mail_server_failing: {
    title: '%{name} falla: %{failed} de %{attempts} intentos en la última hora',
    action: 'Lea lo que dice el servidor de correo y revise sus ajustes.',
  },
  mail_server_resting: {
    title: '%{name} descansa por ahora',
    action: 'Ha fallado una y otra vez. Gatehouse vuelve a probarlo por sí solo.',
  },
  mail_server_throttled: {
    title: '%{name} pide ir más despacio',
    action: 'Pida un ritmo mayor a quien lleva el servidor de correo.',
  },
  spend_cap_reached: {
    title: '%{name} ha llegado a su límite de gasto',
    action: 'Suba el límite si el tráfico es honesto. Hasta entonces no sale por ahí nada que cueste dinero.',
  },
  spend_cap_near: {
    title: '%{name} está cerca de su límite de gasto',
    action: 'Suba el límite si el tráfico es honesto.',
  },
  pumping_block: {
    title: 'Los códigos a %{name} están bloqueados',
    action: 'Se enviaron muchos y apenas se introdujo alguno. Mire si allí hay huéspedes de verdad antes de levantarlo.',
  },
  pumping_watched: {
    title: 'Los códigos a %{name} se bloquearían',
    action:
      'Aquí la protección solo observa: los códigos siguen saliendo. Mire si allí hay huéspedes de verdad, o actívela en los límites.',
  },
  outbox_backlog: {
    title: 'Hay mensajes que esperan más de lo debido',
    action: 'Mire si las pasarelas van lentas o si se permiten demasiado pocos mensajes por segundo.',
  },
  unknown_outcomes: {
    title: 'De algunos mensajes nadie sabe si salieron',
    action: 'Por lo general lo aclara un informe de entrega. Si siguen ahí, revise la pasarela.',
  },
  node_gone: {
    title: 'Hace un rato que no se ve un nodo',
    action: 'Si se apagó a propósito, esto desaparece solo.',
  },
  carrier_suspended: {
    title: '%{name} no se ofrece para los SMS gratuitos',
    action: 'Su pasarela de correo rechaza o pierde mensajes. Revise el operador móvil.',
  },
}
