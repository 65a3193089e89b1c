import type { Catalogue } from '../../../../server-catalogue.ts'

export const twilio: Catalogue = {
  'Twilio refuses the Account SID or Auth Token: copy both again from the Twilio console, for the same account.':
    'Twilio rechaza el Account SID o el Auth Token: copie ambos de nuevo de la consola de Twilio, de la misma cuenta.',
  'The Twilio account is suspended, closed or not active yet: open the Twilio console and see what it asks for.':
    'La cuenta de Twilio está suspendida, cerrada o aún no activa: abra la consola de Twilio y vea qué pide.',
  'The From value is not a sender of this Twilio account that can send SMS: use one of its numbers, or the SID of a Messaging Service (MG…).':
    '«Remitente» no es un remitente de esta cuenta de Twilio que pueda enviar SMS: use uno de sus números, o el SID de un Messaging Service (MG…).',
  'The Messaging Service in From does not exist in this account or is not usable: check the MG… SID.':
    'El Messaging Service de «Remitente» no existe en esta cuenta o no se puede usar: compruebe su SID (MG…).',
  'The Messaging Service in From has no sender for this destination: add a number to its sender pool.':
    'El Messaging Service de «Remitente» no tiene remitente para este destino: añada un número a su sender pool.',
  'This is a Twilio trial account and has used up its messages: upgrade it in the Twilio console.':
    'Es una cuenta de prueba de Twilio y ha gastado sus mensajes: pásela a cuenta de pago en la consola de Twilio.',
  'Twilio refuses the text of the message: shorten or reword the template.':
    'Twilio rechaza el texto del mensaje: acórtelo o redáctelo de otra manera.',
  'More is sent than this sender may send: add numbers to a Messaging Service, or ask Twilio for more throughput.':
    'Se envía más de lo que puede enviar este remitente: añada números a un Messaging Service, o pida a Twilio más capacidad.',
  'The sender is not registered for traffic to US numbers (A2P 10DLC): register a brand and campaign in the Twilio console.':
    'El remitente no está registrado para tráfico a números de EE. UU. (A2P 10DLC): registre una marca y una campaña en la consola de Twilio.',
  'The destination country wants this sender ID registered first: register it with Twilio, or send from a number.':
    'El país de destino exige registrar antes este identificador de remitente: regístrelo en Twilio, o envíe desde un número.',
  'Twilio takes this for SMS pumping fraud and blocks the number for a while: wait, and look at who asks for codes.':
    'Twilio lo toma por fraude de SMS pumping y bloquea el número un tiempo: espere y mire quién pide códigos.',
  'These Twilio credentials may not send messages: use the Auth Token of the account itself.':
    'Estas credenciales de Twilio no pueden enviar mensajes: use el Auth Token de la propia cuenta.',
  'These are Twilio test credentials, which never send: put in the live Account SID and Auth Token.':
    'Son credenciales de prueba de Twilio, que nunca envían: ponga el Account SID y el Auth Token reales.',
  'Twilio does not know this address: check the Account SID and the base URL.':
    'Twilio no conoce esta dirección: compruebe el Account SID y la URL base.',
  'To and From are the same number: a guest cannot prove the number this gateway sends from.':
    'Destinatario y remitente son el mismo número: un huésped no puede demostrar el número desde el que envía esta pasarela.',
  'A trial account cannot send from a name: use its number, or upgrade the account.':
    'Una cuenta de prueba no puede enviar desde un nombre: use su número, o pásela a cuenta de pago.',
  'Sending to this country is switched off: allow it in the Twilio console under Messaging, Settings, Geo permissions.':
    'El envío a este país está desactivado: permítalo en la consola de Twilio, en Messaging, Settings, Geo permissions.',
  'A trial account sends only to numbers verified in the Twilio console: upgrade it and complete its compliance profile.':
    'Una cuenta de prueba solo envía a números verificados en la consola de Twilio: pásela a cuenta de pago y complete su perfil de cumplimiento.',
  'Twilio cannot call the public URL back: set GATEHOUSE_PUBLIC_URL to an address on the internet, without underscores.':
    'Twilio no puede llamar a la URL pública: ponga en GATEHOUSE_PUBLIC_URL una dirección de internet, sin guiones bajos.',
  'The toll-free number is not verified: submit it for verification in the Twilio console.':
    'El número gratuito no está verificado: envíelo a verificación en la consola de Twilio.',
  'The A2P 10DLC campaign of this sender is suspended: see the Twilio console.':
    'La campaña A2P 10DLC de este remitente está suspendida: vea la consola de Twilio.',
  'The number is still being registered for US traffic (A2P 10DLC): wait, it can take days.':
    'El número aún se está registrando para tráfico de EE. UU. (A2P 10DLC): espere, puede tardar días.',
  'Sending is switched off for this account or sender: ask Twilio support.':
    'El envío está desactivado para esta cuenta o remitente: pregunte al soporte de Twilio.',
  'The sender ID is too general or not yours to use: choose the name of your business.':
    'El identificador de remitente es demasiado general o no le pertenece: elija el nombre de su empresa.',
  'A trial account sends only short texts: upgrade it in the Twilio console.':
    'Una cuenta de prueba solo envía textos cortos: pásela a cuenta de pago en la consola de Twilio.',
  'The number is a premium-rate or service number: the guest needs a mobile number, or email.':
    'El número es de tarificación especial o de servicios: el huésped necesita un número de móvil, o correo electrónico.',
  'The carrier does not know the number, or the phone is gone: the guest has to check it.':
    'El operador no conoce el número, o el teléfono ya no existe: el huésped tiene que comprobarlo.',
  'Twilio cannot reach this number from this sender: use a sender of the destination country.':
    'Twilio no puede llegar a este número desde este remitente: use un remitente del país de destino.',
  'The carrier or the phone blocks this sender: try another sender.':
    'El operador o el teléfono bloquea a este remitente: pruebe con otro.',
  'The message was filtered as unwanted: check the sender’s registration and the wording.':
    'El mensaje se filtró como no deseado: compruebe el registro del remitente y la redacción.',
  'The message costs more than the price limit of the account allows.':
    'El mensaje cuesta más de lo que permite el límite de precio de la cuenta.',
  'Twilio saw a message loop between the two numbers: the guest’s number answers by itself.':
    'Twilio vio un bucle de mensajes entre los dos números: el número del huésped responde solo.',
  'The message would have entered the country on a route that is not allowed: use an international sender.':
    'El mensaje habría entrado en el país por una ruta no permitida: use un remitente internacional.',
  'Twilio could not read the request: if a base URL is set, check what it points to.':
    'Twilio no pudo leer la petición: si hay una URL base, compruebe adónde apunta.',
  'The request had no number to send to.': 'La petición no tenía número al que enviar.',
  'Twilio refuses the validity period of the message.': 'Twilio rechaza el periodo de validez del mensaje.',
  'The text was filtered as a one-time code that Twilio does not allow: reword the template.':
    'El texto se filtró como un código de un solo uso que Twilio no permite: redacte el texto del mensaje de otra manera.',
  'Too many requests at once for this Twilio account; they are repeated.':
    'Demasiadas peticiones a la vez para esta cuenta de Twilio; se repiten.',
  'The carrier’s network is congested.': 'La red del operador está saturada.',
  'The message waited at Twilio until the code had expired. More is sent than this sender may send: add numbers to a Messaging Service, or ask Twilio for more throughput.':
    'El mensaje esperó en Twilio hasta que caducó el código. Se envía más de lo que puede enviar este remitente: añada números a un Messaging Service, o pida a Twilio más capacidad.',
  'The carrier did not say why: if it happens often, look at the sender’s registration.':
    'El operador no dijo por qué: si ocurre a menudo, mire el registro del remitente.',
  'The carrier did not answer Twilio in time.': 'El operador no respondió a Twilio a tiempo.',
  'Twilio had an internal error.': 'Twilio tuvo un error interno.',
  'A number of yours at Twilio (+15551234567), a short code, a sender name of up to 11 characters, or the SID of a Messaging Service (MG…).':
    'Un número suyo en Twilio (+15551234567), un número corto, un nombre de remitente de hasta 11 caracteres, o el SID de un Messaging Service (MG…).',
  'Begins with AC; on the first page of the Twilio console.': 'Empieza por AC; en la primera página de la consola de Twilio.',
  'Beside the Account SID. The live one: test credentials never send. With an API key: the secret of the key.':
    'Junto al Account SID. El real: las credenciales de prueba nunca envían. Con una clave de API: el secreto de la clave.',
  'Leave empty for Twilio in the USA. Another region: https://api.dublin.ie1.twilio.com. Or a service that speaks Twilio’s API.':
    'Déjela vacía para Twilio en EE. UU. Otra región: https://api.dublin.ie1.twilio.com. O un servicio que habla la API de Twilio.',
  'Receipts are signed with the account’s Auth Token: put it in here when an API key sends, and the new one while you rotate it.':
    'Los informes de entrega van firmados con el Auth Token de la cuenta: póngalo aquí cuando envíe una clave de API, y el nuevo mientras lo cambia.',
  'Only to send with an API key (SK…) in place of the Auth Token; its secret then goes into Auth Token.':
    'Solo para enviar con una clave de API (SK…) en lugar del Auth Token; su secreto va entonces en «Auth Token».',
  'Asks Twilio some minutes later what each message has cost, one request a message. Without it costs follow your price table.':
    'Pregunta a Twilio unos minutos después cuánto costó cada mensaje, una petición por mensaje. Si no, los costes siguen su lista de precios.',
  'This is the SID of a Verify service, which makes its own codes: put in a number or a Messaging Service (MG…).':
    'Es el SID de un servicio Verify, que crea sus propios códigos: ponga un número o un Messaging Service (MG…).',
  'A Messaging Service SID is MG and 32 characters from 0-9 and a-f: copy it again from the Twilio console.':
    'El SID de un Messaging Service es MG y 32 caracteres de 0-9 y a-f: cópielo de nuevo de la consola de Twilio.',
  'This is an identifier of something else: put in a number, a short code, a sender name or a Messaging Service (MG…).':
    'Es el identificador de otra cosa: ponga un número, un número corto, un nombre de remitente o un Messaging Service (MG…).',
  'Gatehouse sends SMS only: put in the number without the part before the colon.':
    'Gatehouse solo envía SMS: ponga el número sin la parte de delante de los dos puntos.',
  'A sender name has at most 11 characters: letters, digits, spaces and + - _ &, and at least one letter.':
    'Un nombre de remitente tiene como máximo 11 caracteres: letras, cifras, espacios y + - _ &, y al menos una letra.',
  'This is the SID of an API key: put the Account SID (AC…) here, and the key into the option api_key_sid.':
    'Es el SID de una clave de API: ponga aquí el Account SID (AC…), y la clave en la opción api_key_sid.',
  'This is a Messaging Service: put it into From, and the Account SID (AC…) here.':
    'Es un Messaging Service: póngalo en «Remitente», y aquí el Account SID (AC…).',
  'This is the SID of something else: put in the Account SID, which begins with AC.':
    'Es el SID de otra cosa: ponga el Account SID, que empieza por AC.',
  'This is a phone number: put it into From, and the Account SID (AC…) here.':
    'Es un número de teléfono: póngalo en «Remitente», y aquí el Account SID (AC…).',
  'An Account SID is AC and 32 characters from 0-9 and a-f: copy it again from the Twilio console.':
    'Un Account SID es AC y 32 caracteres de 0-9 y a-f: cópielo de nuevo de la consola de Twilio.',
  'This is a SID ({0}…), not a secret: put in the Auth Token of the account.':
    'Es un SID ({0}…), no un secreto: ponga el Auth Token de la cuenta.',
  'The Auth Token has spaces or line breaks in it: copy it again.':
    'El Auth Token tiene espacios o saltos de línea: cópielo de nuevo.',
  'An API Key SID is SK and 32 characters from 0-9 and a-f: copy it again from the Twilio console, or leave api_key_sid empty.':
    'Un API Key SID es SK y 32 caracteres de 0-9 y a-f: cópielo de nuevo de la consola de Twilio, o deje api_key_sid vacío.',
  'The base URL is an http or https address, as in https://api.dublin.ie1.twilio.com; leave it empty for Twilio’s own.':
    'La URL base es una dirección http o https, como https://api.dublin.ie1.twilio.com; déjela vacía para la propia de Twilio.',
  'Only the address goes here: no name or password, nothing from /2010-04-01 on, no ? and no #.':
    'Aquí va solo la dirección: sin nombre ni contraseña, nada a partir de /2010-04-01, sin ? y sin #.',
  'Twilio switched off addresses without an edge: for Ireland it is https://api.dublin.ie1.twilio.com, for Australia https://api.sydney.au1.twilio.com.':
    'Twilio ha retirado las direcciones sin edge: para Irlanda es https://api.dublin.ie1.twilio.com, para Australia https://api.sydney.au1.twilio.com.',
  'From is one of Twilio’s numbers for test credentials: nothing is ever delivered, and no receipt comes.':
    '«Remitente» es uno de los números de Twilio para credenciales de prueba: nunca se entrega nada, y no llega ningún informe.',
  'Receipts cannot be checked: Twilio signs them with the account’s Auth Token; put it into Second Auth Token.':
    'Los informes de entrega no se pueden comprobar: Twilio los firma con el Auth Token de la cuenta; póngalo en «Segundo Auth Token».',
  'The Auth Token does not look like one of Twilio’s (32 characters from 0-9 and a-f): send a test message.':
    'El Auth Token no parece uno de Twilio (32 caracteres de 0-9 y a-f): envíe un mensaje de prueba.',
  'Twilio refused the request ({0}): check the Account SID, the Auth Token and the base URL.':
    'Twilio rechazó la petición ({0}): compruebe el Account SID, el Auth Token y la URL base.',
  'The credentials are right, but the Twilio account is {0}: see the Twilio console.':
    'Las credenciales son correctas, pero la cuenta de Twilio está {0}: vea la consola de Twilio.',
  'The credentials are right. This is a trial account: it sends only to numbers verified in the Twilio console.':
    'Las credenciales son correctas. Es una cuenta de prueba: solo envía a números verificados en la consola de Twilio.',
  'The credentials are right and the account is active.': 'Las credenciales son correctas y la cuenta está activa.',
  'Twilio answered {0}: try again in a moment.': 'Twilio respondió {0}: inténtelo de nuevo en un momento.',
  'Account SID': 'Account SID',
  'Second Auth Token': 'Segundo Auth Token',
  'API Key SID': 'API Key SID',
  'Ask for prices': 'Preguntar los precios',
  'Twilio’s error {0} (https://www.twilio.com/docs/api/errors/{1}).':
    'Error {0} de Twilio (https://www.twilio.com/docs/api/errors/{1}).',
  'Twilio’s error {0}: {1} (https://www.twilio.com/docs/api/errors/{2}).':
    'Error {0} de Twilio: {1} (https://www.twilio.com/docs/api/errors/{2}).',
}
