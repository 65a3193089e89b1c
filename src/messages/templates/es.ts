import type { Texts } from './texts.ts'

// GSM-7 has no á, í, ó, ú: the text messages go without.
export const es: Texts = {
  code_sms: '{code} es su codigo de {brand}. Caduca en {minutes} min. No lo comparta.',
  code_sms_short: '{code} es su codigo de {brand} ({minutes} min).',
  code_email_to_sms: '{code} es su token (codigo) de {brand}. Caduca en {minutes} min.',
  code_email_subject: '{code} es su código de {brand}',
  code_email_text: `{code}

Este es su código para {brand}. Introdúzcalo en la página que se lo ha pedido. Caduca en {lifetime}.

Nadie de {brand} se lo pedirá nunca: no lo comparta.

Si no ha sido usted, ignore este correo: sin el código no ocurre nada.`,
  password_changed_sms: '{brand}: se ha cambiado su contraseña. Si no ha sido usted, cambiela ya o avise al personal.',
  password_changed_email_subject: 'Se ha cambiado su contraseña de {brand}',
  password_changed_email_text: `La contraseña de su cuenta en {brand} se acaba de cambiar y se ha cerrado la sesión en todos los dispositivos.

Si ha sido usted, no tiene que hacer nada.

Si no ha sido usted, restablezca su contraseña de inmediato y avise al personal: {portal}`,
  contact_moved_sms:
    '{brand}: otra cuenta ha verificado un numero o correo de la suya y ahora es de ella. ¿No ha sido usted? Avise al personal.',
  contact_moved_email_subject: 'Se ha quitado un contacto de su cuenta de {brand}',
  contact_moved_email_text: `Otra cuenta ha demostrado con un código que le pertenece un número de móvil o una dirección de correo de su cuenta en {brand}. Ahora es de esa cuenta y ya no sirve para entrar en la suya ni para restablecer su contraseña.

Si ha sido usted, no tiene que hacer nada.

Si no ha sido usted, avise al personal: {portal}`,
  reset_invitation_sms: '{brand}: el personal le pide que elija una nueva contraseña. Hagalo aqui: {link}',
  reset_invitation_sms_short:
    '{brand}: elija una nueva contraseña. Abra la pagina de acceso Wi-Fi y pulse "¿Ha olvidado su contraseña?"',
  reset_invitation_email_subject: 'Elija una nueva contraseña para {brand}',
  reset_invitation_email_text: `El personal de {brand} le pide que elija una nueva contraseña para su cuenta.

Abra esta página, diga quién es e introduzca el código que recibirá: {link}

Este correo no contiene ningún código, y nadie de {brand} le pedirá nunca uno.

Si no lo ha solicitado, avise al personal. Puede que su contraseña anterior se haya borrado; nadie puede elegir otra sin un código enviado a usted.`,
}
