import type { checklist as english } from '../en/checklist.ts'

export const checklist: typeof english = {
  administrator: {
    title: 'Un administrador',
    why: 'Sin uno, nadie puede iniciar sesión en la consola.',
    action: 'Abra el enlace que Gatehouse muestra al arrancar, o cree uno en Administradores.',
  },
  second_factor: {
    title: 'Un segundo factor para su propio inicio de sesión',
    why: 'Una contraseña filtrada abriría la consola y todo lo que contiene.',
    action: 'Añada una aplicación de autenticación o una llave de acceso a su propia cuenta.',
  },
  operator: {
    title: 'Quién lleva esto, y dónde',
    why: 'Los portales nuevos toman de ahí su país, y las estadísticas cuentan los días de su zona horaria.',
    action: 'Indique su nombre y su país en Ajustes.',
  },
  portal: {
    title: 'Un portal de bienvenida que ofrece un plan de uso',
    why: 'Es la página en la que se registran los huéspedes.',
    action: 'Cree un portal de bienvenida y asígnele al menos un plan de uso que pueda ofrecerse.',
  },
  public_url_is_localhost: {
    title: 'Una dirección a la que otros lleguen',
    why: 'La URL pública solo funciona en esta máquina: los enlaces de los mensajes no llevan a ninguna parte y ningún proveedor puede informar de una entrega.',
    action:
      'Ponga en GATEHOUSE_PUBLIC_URL, o en public_url en Ajustes, una dirección a la que lleguen los huéspedes, y reinicie Gatehouse.',
  },
  public_url_https: {
    title: 'Una dirección cifrada',
    why: 'Sin https, las contraseñas y los códigos pueden leerse por el camino, y los teléfonos no rellenan los códigos solos.',
    action: 'Ponga delante un proxy inverso con certificado e indique su dirección https como URL pública.',
  },
  sms_gateway: {
    title: 'Una pasarela SMS que llega a los teléfonos',
    why: 'Ahora solo el simulador envía SMS: no llegan a ningún teléfono.',
    action: 'Añada una pasarela de su proveedor en Pasarelas SMS y actívela.',
  },
  sms_gateway_tested: {
    title: 'Un SMS que haya pasado por cada pasarela',
    why: 'Unas credenciales o un remitente incorrectos solo se notan cuando se envía algo.',
    action: 'Envíe un mensaje de prueba a su propio teléfono por cada pasarela.',
  },
  test_credentials: {
    title: 'Credenciales reales en lugar de las de prueba',
    why: 'Con credenciales de prueba el proveedor solo finge enviar: nada llega a un teléfono.',
    action: 'Ponga las credenciales reales y su propio remitente.',
  },
  trial_account: {
    title: 'Una cuenta completa en lugar de una de prueba',
    why: 'Una cuenta de prueba envía a unos pocos números verificados en el proveedor, y a ningún huésped.',
    action: 'Amplíe la cuenta en el proveedor.',
  },
  mail_server: {
    title: 'Un servidor de correo que llega a los buzones',
    why: 'Ahora solo el simulador envía correo: los códigos por correo no llegan a nadie.',
    action: 'Añada su servidor en Servidores de correo y actívelo.',
  },
  mail_server_tested: {
    title: 'Un correo que haya pasado por cada servidor de correo',
    why: 'Una contraseña o un remitente incorrectos solo se notan cuando se envía algo.',
    action: 'Envíese un correo de prueba por cada servidor de correo.',
  },
  plan_not_offered: {
    title: 'Cada plan de uso en un portal',
    why: 'Un plan de uso que no ofrece ningún portal de bienvenida no puede elegirlo nadie.',
    action: 'Asigne el plan de uso a un portal de bienvenida, o elimínelo.',
  },
  plan_cannot_be_validated: {
    title: 'Planes de uso cuya confirmación se puede pedir',
    why: 'El plan de uso pide una confirmación que nada puede enviar: los portales no lo ofrecen, o solo por una de sus dos vías.',
    action: 'Asigne al plan de uso una pasarela SMS activada, o active un servidor de correo.',
  },
  portal_cannot_reset: {
    title: 'Portales cuyas contraseñas se pueden restablecer',
    why: 'El portal promete restablecerlas por una vía que nada puede enviar.',
    action: 'Asigne al portal una pasarela SMS activada, active un servidor de correo o elija otro método.',
  },
  spend_cap: {
    title: 'Un límite a lo que pueden costar los SMS',
    why: 'Alguien puede hacer que este sistema envíe a números con los que gana dinero. Un límite acota lo que eso puede costar.',
    action: 'Ponga un límite diario o mensual en cada pasarela o para todas juntas, e indique los precios para que cuente.',
  },
}
