import type { Catalogue } from '../../../../server-catalogue.ts'

export const clicksend: Catalogue = {
  'A dedicated or verified number (+15551234567), or an alpha tag of up to 11 characters. Empty: a number ClickSend shares among its customers.':
    'Un número dedicado o verificado (+15551234567), o un alpha tag de hasta 11 caracteres. Vacío: un número que ClickSend comparte entre sus clientes.',
  'ClickSend dashboard, Developers, API credentials.': 'Panel de ClickSend, Developers, API credentials.',
  'Beside the API username. Not the password of the dashboard.':
    'Junto al nombre de usuario de API. No es la contraseña del panel.',
  'Leave empty for ClickSend itself.': 'Déjela vacía para el propio ClickSend.',
  'ClickSend refuses the API username or the API key: copy both again from the dashboard (Developers, API credentials).':
    'ClickSend rechaza el nombre de usuario de API o la clave de API: copie ambos de nuevo del panel (Developers, API credentials).',
  'ClickSend could not read the request: if a base URL is set, check what it points to.':
    'ClickSend no pudo leer la petición: si hay una URL base, compruebe adónde apunta.',
  'The ClickSend account is not active yet: open the ClickSend dashboard and see what it asks for.':
    'La cuenta de ClickSend aún no está activa: abra el panel de ClickSend y vea qué pide.',
  'The credit at ClickSend is used up: top up the account.': 'El saldo en ClickSend se ha agotado: recargue la cuenta.',
  'The sender ID is not one of this ClickSend account: choose a verified number or a registered alpha tag.':
    'El identificador de remitente no es de esta cuenta de ClickSend: elija un número verificado o un alpha tag registrado.',
  'Sending to this country is switched off: allow it in the ClickSend dashboard under SMS, Settings, Country.':
    'El envío a este país está desactivado: permítalo en el panel de ClickSend, en SMS, Settings, Country.',
  'ClickSend refuses the text of the message: reword the template.':
    'ClickSend rechaza el texto del mensaje: redáctelo de otra manera.',
  'ClickSend has just sent the same text to this number: it is tried again later.':
    'ClickSend acaba de enviar el mismo texto a este número: se intenta de nuevo más tarde.',
  'Too many requests at once for this ClickSend account; they are repeated.':
    'Demasiadas peticiones a la vez para esta cuenta de ClickSend; se repiten.',
  'Only the API username goes here; the API key has its own field.':
    'Aquí va solo el nombre de usuario de API; la clave de API tiene su propio campo.',
  'Only the address goes here, without /v3 and what follows.': 'Aquí va solo la dirección, sin /v3 ni lo que sigue.',
  'ClickSend’s receipts come only by rules: add one in its dashboard with the callback address of this gateway (see the guide).':
    'Los informes de entrega de ClickSend llegan solo por reglas: añada una en su panel con la dirección de devolución de llamada de esta pasarela (vea la guía).',
  'ClickSend cannot be told how long a code is good for: one that is late may still arrive.':
    'A ClickSend no se le puede decir cuánto vale un código: uno tardío puede llegar igualmente.',
  'ClickSend refused the request ({0}): check the credentials and the sender ID.':
    'ClickSend rechazó la petición ({0}): compruebe las credenciales y el identificador de remitente.',
  'ClickSend refused the request ({0}): {1}: check the credentials and the sender ID.':
    'ClickSend rechazó la petición ({0}): {1}: compruebe las credenciales y el identificador de remitente.',
  'The credentials are right, but the credit is used up: top up the ClickSend account.':
    'Las credenciales son correctas, pero el saldo se ha agotado: recargue la cuenta de ClickSend.',
  'it does not say why.': 'no dice por qué.',
  'ClickSend could not deliver the message: {0}': 'ClickSend no pudo entregar el mensaje: {0}',
  'Sender ID': 'Identificador de remitente',
}
