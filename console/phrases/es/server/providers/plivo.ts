import type { Catalogue } from '../../../../server-catalogue.ts'

export const plivo: Catalogue = {
  'The Plivo account is disabled: open the Plivo console and see what it asks for.':
    'La cuenta de Plivo está desactivada: abra la consola de Plivo y vea qué pide.',
  'Plivo refuses the Auth ID or Auth Token: copy both again from the Plivo console.':
    'Plivo rechaza el Auth ID o el Auth Token: copie ambos de nuevo de la consola de Plivo.',
  'The Plivo account has no credit left: top it up, or switch auto-recharge on.':
    'La cuenta de Plivo no tiene saldo: recárguela, o active la recarga automática.',
  'This Plivo account may not send this: see what the Plivo console asks for.':
    'Esta cuenta de Plivo no puede enviar esto: vea qué pide la consola de Plivo.',
  'Plivo does not know this account: check the Auth ID and the base URL.':
    'Plivo no conoce esta cuenta: compruebe el Auth ID y la URL base.',
  'Plivo does not know this address: check the base URL.': 'Plivo no conoce esta dirección: compruebe la URL base.',
  'More is asked of Plivo than the account may: lower sends per second, or ask Plivo for more.':
    'Se pide a Plivo más de lo que puede la cuenta: baje los mensajes por segundo, o pida más a Plivo.',
  'The carrier refuses the text: look for odd characters in the template, and reword it.':
    'El operador rechaza el texto: busque caracteres raros en el texto del mensaje y redáctelo de otra manera.',
  'The carrier’s network had a fault: the guest asks for another code.':
    'La red del operador tuvo un fallo: el huésped pide otro código.',
  'The carrier took it for spam: check the sender’s registration, then the wording.':
    'El operador la tomó por spam: compruebe el registro del remitente y luego la redacción.',
  'From is not a sender of this Plivo account that can send SMS: use one of its numbers, or the ID of a Powerpack.':
    '«Remitente» no es un remitente de esta cuenta de Plivo que pueda enviar SMS: use uno de sus números, o el ID de un Powerpack.',
  'Plivo sees the same message going in circles: it goes to a number that sends it back.':
    'Plivo ve el mismo mensaje dar vueltas: va a un número que lo devuelve.',
  'The number is out of use for good: the guest uses another number, or email.':
    'El número está fuera de uso para siempre: el huésped usa otro número, o correo electrónico.',
  'The phone was off or out of reach: the guest asks for another code.':
    'El teléfono estaba apagado o sin cobertura: el huésped pide otro código.',
  'Plivo has no route to this number: ask Plivo support.': 'Plivo no tiene ruta hacia este número: pregunte al soporte de Plivo.',
  'The carrier does not let messages of this sender through.': 'El operador no deja pasar los mensajes de este remitente.',
  'The text is too long for Plivo: shorten the template.': 'El texto es demasiado largo para Plivo: acorte el texto del mensaje.',
  'A toll-free number of the USA cannot send to Canada: add another sender.':
    'Un número gratuito de EE. UU. no puede enviar a Canadá: añada otro remitente.',
  'Plivo could not hand the message on: the guest asks for another code.':
    'Plivo no pudo pasar el mensaje: el huésped pide otro código.',
  'The message waited longer than it was good for: the guest asks for another code.':
    'El mensaje esperó más de lo que valía: el huésped pide otro código.',
  'The country is switched off: if you want guests from there, switch it on in the Plivo console under Messaging, Geo Permissions.':
    'El país está desactivado: si quiere huéspedes de allí, actívelo en la consola de Plivo, en Messaging, Geo Permissions.',
  'It was not delivered, and neither the carrier nor Plivo says why.': 'No se entregó, y ni el operador ni Plivo dicen por qué.',
  'A Plivo number of yours, a short code, a sender name of up to 11 letters and digits, or the ID of a Powerpack.':
    'Un número suyo en Plivo, un número corto, un nombre de remitente de hasta 11 letras y cifras, o el ID de un Powerpack.',
  'Begins with MA (or SA for a subaccount); on the first page of the Plivo console.':
    'Empieza por MA (o SA si es una subcuenta); en la primera página de la consola de Plivo.',
  'Beside the Auth ID.': 'Junto al Auth ID.',
  'Leave empty for https://api.plivo.com. Or a service that speaks Plivo’s API.':
    'Déjela vacía para https://api.plivo.com. O un servicio que habla la API de Plivo.',
  'The main account’s Auth Token, put in once more, has receipts checked for Plivo’s signature (V3). If they are refused then, empty it again.':
    'Con el Auth Token de la cuenta principal, puesto otra vez aquí, se comprueba la firma de Plivo (V3) en los informes de entrega. Si entonces se rechazan, vacíelo de nuevo.',
  'From is a number with its country code and digits only, as in +15551234567, a name of at most 11 letters and digits, or the ID of a Powerpack.':
    '«Remitente» es un número con el prefijo del país y solo cifras, como +15551234567, un nombre de como máximo 11 letras y cifras, o el ID de un Powerpack.',
  'An Auth ID is MA or SA and 18 capital letters and digits: copy it again from the Plivo console.':
    'Un Auth ID es MA o SA y 18 letras mayúsculas y cifras: cópielo de nuevo de la consola de Plivo.',
  'This is not an Auth Token: copy it again from the Plivo console, where it stands beside the Auth ID.':
    'Esto no es un Auth Token: cópielo de nuevo de la consola de Plivo, donde está junto al Auth ID.',
  'Plivo refused the message: {0}. Check From, and see the Plivo console.':
    'Plivo rechazó el mensaje: {0}. Compruebe «Remitente» y vea la consola de Plivo.',
  'Plivo refused the message: HTTP {0}. Check From, and see the Plivo console.':
    'Plivo rechazó el mensaje: HTTP {0}. Compruebe «Remitente» y vea la consola de Plivo.',
  'The credentials are right; {0} USD are left.': 'Las credenciales son correctas; quedan {0} USD.',
  '{0} This is a trial account: it sends only to numbers verified in the Plivo console.':
    '{0} Es una cuenta de prueba: solo envía a números verificados en la consola de Plivo.',
  'Plivo answered {0}: check the Auth ID and the base URL.': 'Plivo respondió {0}: compruebe el Auth ID y la URL base.',
  'Plivo reports {0}, code {1}.': 'Plivo informa de {0}, código {1}.',
  'Plivo reports {0}, code none.': 'Plivo informa de {0}, sin código.',
  'Auth ID': 'Auth ID',
  'Auth Token that receipts are signed with': 'Auth Token con el que se firman los informes de entrega',
}
