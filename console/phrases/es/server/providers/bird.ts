import type { Catalogue } from '../../../../server-catalogue.ts'

export const bird: Catalogue = {
  'Bird refuses the access key: copy the live key of the SMS API again (dashboard.messagebird.com, Developers, API access).':
    'Bird rechaza la clave de acceso: copie de nuevo la clave real de la API de SMS (dashboard.messagebird.com, Developers, API access).',
  'Bird refuses the originator: use a number of the account with its country code, or a name of at most 11 characters.':
    'Bird rechaza el remitente: use un número de la cuenta con su prefijo de país, o un nombre de como máximo 11 caracteres.',
  'Bird refuses the text of the message: shorten or reword the template.':
    'Bird rechaza el texto del mensaje: acórtelo o redáctelo de otra manera.',
  'Bird refuses the address for reports: set GATEHOUSE_PUBLIC_URL to an address on the internet.':
    'Bird rechaza la dirección para los informes: ponga en GATEHOUSE_PUBLIC_URL una dirección de internet.',
  'Bird does not know this address: leave the base URL empty.': 'Bird no conoce esta dirección: deje vacía la URL base.',
  'Bird could not read the request: if a base URL is set, check what it points to.':
    'Bird no pudo leer la petición: si hay una URL base, compruebe adónde apunta.',
  'The balance at Bird is used up: top it up in the Bird dashboard.':
    'El saldo en Bird se ha agotado: recárguelo en el panel de Bird.',
  'Too many requests at once for this Bird account; they are repeated.':
    'Demasiadas peticiones a la vez para esta cuenta de Bird; se repiten.',
  'The carrier wants this sender registered first: register it with Bird, or send from a number.':
    'El operador exige registrar antes este remitente: regístrelo en Bird, o envíe desde un número.',
  'The carrier wants this text registered first: register it with Bird.':
    'El operador exige registrar antes este texto: regístrelo en Bird.',
  'The registered campaign has used up its messages for now: ask Bird for more volume.':
    'La campaña registrada ha gastado por ahora sus mensajes: pida a Bird más volumen.',
  'More is sent than the registered campaign allows at once: ask Bird for more throughput.':
    'Se envía más de lo que la campaña registrada permite a la vez: pida a Bird más capacidad.',
  'The carrier refuses the message from this sender: check the sender’s registration, then the wording.':
    'El operador rechaza el mensaje de este remitente: compruebe el registro del remitente y luego la redacción.',
  'More is sent than this sender may send: ask Bird for more throughput.':
    'Se envía más de lo que puede enviar este remitente: pida a Bird más capacidad.',
  'The carrier’s network had a fault: the guest can ask again.':
    'La red del operador tuvo un fallo: el huésped puede volver a pedirlo.',
  'The carrier did not say why it failed: the guest can ask again.':
    'El operador no dijo por qué falló: el huésped puede volver a pedirlo.',
  'No word came from the carrier before the code had expired.': 'El operador no dijo nada hasta que caducó el código.',
  'The message could not be delivered before the code had expired.':
    'El mensaje no se pudo entregar antes de que caducara el código.',
  'A number of yours at Bird (+15551234567), a short code, or a sender name of up to 11 characters.':
    'Un número suyo en Bird (+15551234567), un número corto o un nombre de remitente de hasta 11 caracteres.',
  'The live key of the SMS API: dashboard.messagebird.com, Developers, API access. A key of the new Bird workspace does not do.':
    'La clave real de la API de SMS: dashboard.messagebird.com, Developers, API access. Una clave del nuevo espacio de trabajo de Bird no sirve.',
  'Leave empty for Bird itself.': 'Déjela vacía para el propio Bird.',
  'Put in the key alone, without the word AccessKey before it.': 'Ponga solo la clave, sin la palabra AccessKey delante.',
  'The access key has spaces or line breaks in it: copy it again.':
    'La clave de acceso tiene espacios o saltos de línea: cópiela de nuevo.',
  'This is a test key, which never sends: put in the live one.': 'Es una clave de prueba, que nunca envía: ponga la real.',
  'Bird refused the request ({0}): check the access key and the originator.':
    'Bird rechazó la petición ({0}): compruebe la clave de acceso y el remitente.',
  'Bird refused the request ({0}): {1}: check the access key and the originator.':
    'Bird rechazó la petición ({0}): {1}: compruebe la clave de acceso y el remitente.',
  'The access key is right, but the balance is used up: top it up at Bird.':
    'La clave de acceso es correcta, pero el saldo se ha agotado: recárguelo en Bird.',
  'The access key is right.': 'La clave de acceso es correcta.',
  'Bird could not deliver the message ({0}): see its log of messages.':
    'Bird no pudo entregar el mensaje ({0}): vea su registro de mensajes.',
  Originator: 'Remitente (Originator)',
  'Access key': 'Clave de acceso (Access key)',
  'Signing key': 'Clave de firma (Signing key)',
  'dashboard.messagebird.com, Developers, API settings. With it the signature of each report is checked too.':
    'dashboard.messagebird.com, Developers, API settings. Con ella se comprueba también la firma de cada informe.',
}
