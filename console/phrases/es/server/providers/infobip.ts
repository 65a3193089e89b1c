import type { Catalogue } from '../../../../server-catalogue.ts'

export const infobip: Catalogue = {
  'Infobip refuses the API key: copy it again, and check that it may send SMS (scope sms:message:send) and has not expired.':
    'Infobip rechaza la clave de API: cópiela de nuevo y compruebe que puede enviar SMS (ámbito sms:message:send) y que no ha caducado.',
  'The sender is not registered on this Infobip account, or it is blocked: choose one of the account’s senders.':
    'El remitente no está registrado en esta cuenta de Infobip, o está bloqueado: elija uno de los remitentes de la cuenta.',
  'The credit at Infobip is used up or has expired: top up the account.':
    'El saldo en Infobip se ha agotado o ha caducado: recargue la cuenta.',
  'This Infobip account cannot send to the guest’s network: ask Infobip to set it up.':
    'Esta cuenta de Infobip no puede enviar a la red del huésped: pida a Infobip que lo configure.',
  'The number is on a block list of the operator or of the Infobip account: remove it there, if it is yours.':
    'El número está en una lista de bloqueo del operador o de la cuenta de Infobip: quítelo de ella, si es suya.',
  'Infobip lets no more messages to this number through for now: wait, and look at who asks for codes.':
    'Infobip no deja pasar por ahora más mensajes a este número: espere y mire quién pide códigos.',
  'Infobip takes this for fraud and blocks the message: look at who asks for codes.':
    'Infobip lo toma por fraude y bloquea el mensaje: mire quién pide códigos.',
  'Infobip refuses the text of the message: shorten or reword the template.':
    'Infobip rechaza el texto del mensaje: acórtelo o redáctelo de otra manera.',
  'The sender is not registered for traffic to US numbers (A2P 10DLC), or its limit is reached: see the Infobip portal.':
    'El remitente no está registrado para tráfico a números de EE. UU. (A2P 10DLC), o ha llegado a su límite: vea el portal de Infobip.',
  'The message could not be delivered before the code had expired: the guest can ask again.':
    'El mensaje no se pudo entregar antes de que caducara el código: el huésped puede volver a pedirlo.',
  'Infobip refuses the address for reports: set GATEHOUSE_PUBLIC_URL to an address on the internet.':
    'Infobip rechaza la dirección para los informes: ponga en GATEHOUSE_PUBLIC_URL una dirección de internet.',
  'Infobip does not know this address: check the base URL of the account.':
    'Infobip no conoce esta dirección: compruebe la URL base de la cuenta.',
  'Too many requests at once for this Infobip account; they are repeated.':
    'Demasiadas peticiones a la vez para esta cuenta de Infobip; se repiten.',
  'A trial account sends only to its own verified number: ask Infobip to lift the limit.':
    'Una cuenta de prueba solo envía a su propio número verificado: pida a Infobip que levante el límite.',
  'The guest’s number takes no service messages (Do Not Disturb): the guest needs email.':
    'El número del huésped no acepta mensajes de servicio (Do Not Disturb): el huésped necesita correo electrónico.',
  'Infobip had an internal error; the message is tried again.': 'Infobip tuvo un error interno; el mensaje se intenta de nuevo.',
  'Infobip had the id of this attempt already; it gets another.':
    'Infobip ya tenía el identificador de este intento; recibe otro.',
  'Infobip could not take the message; it is tried again.': 'Infobip no pudo aceptar el mensaje; se intenta de nuevo.',
  'The operator refuses the message from this sender: check the sender’s registration, then the wording.':
    'El operador rechaza el mensaje de este remitente: compruebe el registro del remitente y luego la redacción.',
  'The operator did not say why it failed: the guest can ask again.':
    'El operador no dijo por qué falló: el huésped puede volver a pedirlo.',
  'No word came from the operator before the code had expired.': 'El operador no dijo nada hasta que caducó el código.',
  'The toll-free number is not verified: submit it for verification in the Infobip portal.':
    'El número gratuito no está verificado: envíelo a verificación en el portal de Infobip.',
  'The monthly limit of the Infobip account is reached: raise it.':
    'Se ha alcanzado el límite mensual de la cuenta de Infobip: auméntelo.',
  'A sender of the account: a number (+15551234567), a short code, or a name of up to 11 characters. A trial account: InfoSMS.':
    'Un remitente de la cuenta: un número (+15551234567), un número corto o un nombre de hasta 11 caracteres. Con una cuenta de prueba: InfoSMS.',
  'Infobip portal, Developer tools, API keys. It needs the scope sms:message:send.':
    'Portal de Infobip, Developer tools, API keys. Necesita el ámbito sms:message:send.',
  'Your account’s own, beside the API key, with https:// before it: https://xxxxx.api.infobip.com.':
    'La propia de su cuenta, junto a la clave de API, con https:// delante: https://xxxxx.api.infobip.com.',
  'Put in the key alone, without the word App before it.': 'Ponga solo la clave, sin la palabra App delante.',
  'Put https:// before it: https://{0}': 'Ponga https:// delante: https://{0}',
  'This is the address of the website: put in the API base URL of the account, as in https://xxxxx.api.infobip.com.':
    'Es la dirección del sitio web: ponga la URL base de API de la cuenta, como https://xxxxx.api.infobip.com.',
  'Only the address goes here, without /sms and what follows, as in https://xxxxx.api.infobip.com.':
    'Aquí va solo la dirección, sin /sms ni lo que sigue, como https://xxxxx.api.infobip.com.',
  'Infobip’s error {0} (see the list of error codes in Infobip’s documentation).':
    'Error {0} de Infobip (vea la lista de códigos de error en la documentación de Infobip).',
  'Infobip’s error {0}: {1} (see the list of error codes in Infobip’s documentation).':
    'Error {0} de Infobip: {1} (vea la lista de códigos de error en la documentación de Infobip).',
  'The API key and the base URL are right.': 'La clave de API y la URL base son correctas.',
  'Infobip knows the API key, but it may not see the balance (scope account-management:manage): send a test message.':
    'Infobip conoce la clave de API, pero no puede ver el saldo (ámbito account-management:manage): envíe un mensaje de prueba.',
  'API base URL': 'URL base de API',
}
