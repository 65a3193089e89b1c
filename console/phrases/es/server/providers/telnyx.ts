import type { Catalogue } from '../../../../server-catalogue.ts'

export const telnyx: Catalogue = {
  'Telnyx refuses the API key: copy it again from the Telnyx portal (it begins with KEY).':
    'Telnyx rechaza la clave de API: cópiela de nuevo del portal de Telnyx (empieza por KEY).',
  'The Telnyx account is inactive, blocked or not verified: open the Telnyx portal and see what it asks for.':
    'La cuenta de Telnyx está inactiva, bloqueada o sin verificar: abra el portal de Telnyx y vea qué pide.',
  'The Telnyx account has no credit left: top it up, or switch auto-recharge on.':
    'La cuenta de Telnyx no tiene saldo: recárguela, o active la recarga automática.',
  'From is not a sender of this Telnyx account that can send SMS: assign the number to a messaging profile in the portal.':
    '«Remitente» no es un remitente de esta cuenta de Telnyx que pueda enviar SMS: asigne el número a un messaging profile en el portal.',
  'The messaging profile is switched off or has no number to send from: see the profile in the Telnyx portal.':
    'El messaging profile está desactivado o no tiene número desde el que enviar: vea el perfil en el portal de Telnyx.',
  'The phone or its network was out of reach: the guest asks for another code.':
    'No se pudo llegar al teléfono o a su red: el huésped pide otro código.',
  'Telnyx refuses the text of the message: shorten or reword the template.':
    'Telnyx rechaza el texto del mensaje: acórtelo o redáctelo de otra manera.',
  'More is sent than this sender may send: lower sends per second, or add numbers to the messaging profile.':
    'Se envía más de lo que puede enviar este remitente: baje los mensajes por segundo, o añada números al messaging profile.',
  'The sender is not registered for traffic to US numbers (10DLC): register a brand and campaign in the Telnyx portal.':
    'El remitente no está registrado para tráfico a números de EE. UU. (10DLC): registre una marca y una campaña en el portal de Telnyx.',
  'The toll-free number is not verified yet: submit it for verification in the Telnyx portal.':
    'El número gratuito aún no está verificado: envíelo a verificación en el portal de Telnyx.',
  'Telnyx refuses the callback address: check the public URL of Gatehouse.':
    'Telnyx rechaza la dirección de devolución de llamada: compruebe la URL pública de Gatehouse.',
  'Telnyx misses a field: a sender name needs the option messaging_profile_id.':
    'A Telnyx le falta un campo: un nombre de remitente necesita la opción messaging_profile_id.',
  'Telnyx does not know this address or messaging profile: check the base URL and the profile.':
    'Telnyx no conoce esta dirección o este messaging profile: compruebe la URL base y el perfil.',
  'The ID of the messaging profile is wrong: copy it again from the Telnyx portal.':
    'El ID del messaging profile es incorrecto: cópielo de nuevo del portal de Telnyx.',
  'Telnyx had a fault of its own.': 'Telnyx tuvo un fallo propio.',
  'This API key may not send messages: make one in the Telnyx portal that may.':
    'Esta clave de API no puede enviar mensajes: cree en el portal de Telnyx una que pueda.',
  'This Telnyx account sends only to numbers that were verified in the portal: upgrade it.':
    'Esta cuenta de Telnyx solo envía a números verificados en el portal: mejore su nivel.',
  'This Telnyx account may not send such messages: see its verification level in the portal.':
    'Esta cuenta de Telnyx no puede enviar estos mensajes: vea su nivel de verificación en el portal.',
  'The carrier blocks this sender for good: send from another number, and ask Telnyx support.':
    'El operador bloquea a este remitente de forma permanente: envíe desde otro número y pregunte al soporte de Telnyx.',
  'The carrier did not take the message: the number may not be in use.':
    'El operador no aceptó el mensaje: puede que el número no esté en uso.',
  'The message waited at Telnyx longer than it may: more is sent than this sender may send.':
    'El mensaje esperó en Telnyx más de lo permitido: se envía más de lo que puede enviar este remitente.',
  'The registered campaign has sent to T-Mobile all it may today: raise its class, or wait until tomorrow.':
    'La campaña registrada ya ha enviado a T-Mobile todo lo que puede hoy: suba su clase, o espere hasta mañana.',
  'The number is still being moved to Telnyx: wait until the portal shows it as ready.':
    'El número aún se está trasladando a Telnyx: espere a que el portal lo muestre como listo.',
  'Sender names are not set up in this messaging profile: set one in the Telnyx portal.':
    'Los nombres de remitente no están configurados en este messaging profile: ponga uno en el portal de Telnyx.',
  'The country is not allowed in the messaging profile: if you want guests from there, add it to its allowed destinations.':
    'El país no está permitido en el messaging profile: si quiere huéspedes de allí, añádalo a sus destinos permitidos.',
  'Telnyx blocks this number for too much spam or too little delivered: send from another.':
    'Telnyx bloquea este número por demasiado spam o muy pocas entregas: envíe desde otro.',
  'Telnyx’s queue for this sender is full: lower sends per second.':
    'La cola de Telnyx para este remitente está llena: baje los mensajes por segundo.',
  'The number was only just bought and cannot send yet: try again in some minutes.':
    'El número se acaba de comprar y aún no puede enviar: inténtelo de nuevo en unos minutos.',
  'The text is too long for Telnyx: shorten the template.':
    'El texto es demasiado largo para Telnyx: acorte el texto del mensaje.',
  'The messaging profile has used up its daily spend limit: raise it in the Telnyx portal.':
    'El messaging profile ha agotado su límite de gasto diario: auméntelo en el portal de Telnyx.',
  'Needed with a sender name. In the Telnyx portal under Messaging.':
    'Necesario con un nombre de remitente. En el portal de Telnyx, en Messaging.',
  'A Telnyx number of yours (+15551234567), a short code, a sender name of up to 11 characters, or the ID of a messaging profile with a number pool.':
    'Un número suyo en Telnyx (+15551234567), un número corto, un nombre de remitente de hasta 11 caracteres, o el ID de un messaging profile con un grupo de números.',
  'Begins with KEY; in the Telnyx portal under API keys.': 'Empieza por KEY; en el portal de Telnyx, en API keys.',
  'Leave empty for https://api.telnyx.com. Or a service that speaks Telnyx’s API.':
    'Déjela vacía para https://api.telnyx.com. O un servicio que habla la API de Telnyx.',
  '44 characters; in the Telnyx portal under API keys, Public key. With it every receipt’s signature is checked.':
    '44 caracteres; en el portal de Telnyx, en API keys, Public key. Con ella se comprueba la firma de cada informe de entrega.',
  'From is a number with plus, country code and digits only, as in +15551234567, a short code, a name of at most 11 letters and digits, or the ID of a messaging profile.':
    '«Remitente» es un número con el signo más, el prefijo del país y solo cifras, como +15551234567, un número corto, un nombre de como máximo 11 letras y cifras, o el ID de un messaging profile.',
  'This is not an API key, which begins with KEY: copy it again from the Telnyx portal, where it is shown only once.':
    'Esto no es una clave de API, que empieza por KEY: cópiela de nuevo del portal de Telnyx, donde se muestra una sola vez.',
  'The public key is 44 characters and ends with =: copy it again from the Telnyx portal (it is not the API key).':
    'La Public key tiene 44 caracteres y termina en =: cópiela de nuevo del portal de Telnyx (no es la clave de API).',
  'The ID of a messaging profile has 36 characters, as in 4000eba1-a0c0-4563-9925-b25e842a7cb6: copy it again.':
    'El ID de un messaging profile tiene 36 caracteres, como 4000eba1-a0c0-4563-9925-b25e842a7cb6: cópielo de nuevo.',
  'Telnyx sends with a sender name only through a messaging profile: put its ID in.':
    'Telnyx envía con un nombre de remitente solo por un messaging profile: ponga su ID.',
  'Receipts are protected by the secret in their address only: put in the Public key to have their signatures checked too.':
    'Los informes de entrega solo están protegidos por el secreto de su dirección: ponga la Public key para que se comprueben también sus firmas.',
  'Telnyx refused the message ({0}; https://developers.telnyx.com/docs/messaging/messages/error-codes).':
    'Telnyx rechazó el mensaje ({0}; https://developers.telnyx.com/docs/messaging/messages/error-codes).',
  'Telnyx refused the message: {0} ({1}; https://developers.telnyx.com/docs/messaging/messages/error-codes).':
    'Telnyx rechazó el mensaje: {0} ({1}; https://developers.telnyx.com/docs/messaging/messages/error-codes).',
  'The API key is right; {0} {1} are left.': 'La clave de API es correcta; quedan {0} {1}.',
  'The API key is right.': 'La clave de API es correcta.',
  'Telnyx reports {0}: {1}.': 'Telnyx informa de {0}: {1}.',
  'Telnyx reports {0}: no reason given.': 'Telnyx informa de {0}, sin dar motivo.',
  'Public key': 'Public key',
  'Messaging profile ID': 'ID del messaging profile',
}
