import type { Catalogue } from '../../../../server-catalogue.ts'

export const vonage: Catalogue = {
  'Vonage refuses the API key or API secret: copy both again from the Vonage dashboard, for the same account.':
    'Vonage rechaza la clave de API o el secreto de API: copie ambos de nuevo del panel de Vonage, de la misma cuenta.',
  'This Vonage account takes signed requests only: ask Vonage support to allow requests with the API secret, or send from another account.':
    'Esta cuenta de Vonage solo acepta peticiones firmadas: pida al soporte de Vonage que permita peticiones con el secreto de API, o envíe desde otra cuenta.',
  'The number does not exist or no network has it: the guest has to correct it.':
    'El número no existe o no es de ninguna red: el huésped tiene que corregirlo.',
  'The phone was off, busy or out of reach: the guest asks for another code.':
    'El teléfono estaba apagado, ocupado o sin cobertura: el huésped pide otro código.',
  'The destination country wants sender and text registered first, and they were not: see Vonage’s page on that country.':
    'El país de destino exige registrar antes el remitente y el texto, y no lo estaban: vea la página de Vonage sobre ese país.',
  'More is sent than this Vonage account may send: lower sends per second, or ask Vonage for more.':
    'Se envía más de lo que puede esta cuenta de Vonage: baje los mensajes por segundo, o pida más a Vonage.',
  'Vonage misses a field: check that From, API key and API secret are all set.':
    'A Vonage le falta un campo: compruebe que «Remitente», la clave de API y el secreto de API están puestos.',
  'Vonage refuses a value, most often From or the number: check From.':
    'Vonage rechaza un valor, casi siempre «Remitente» o el número: compruebe «Remitente».',
  'Vonage knows no network for this number: the guest has to correct it.':
    'Vonage no conoce ninguna red para este número: el huésped tiene que corregirlo.',
  'The number is on Vonage’s list of barred numbers: the guest uses another number, or email.':
    'El número está en la lista de números vetados de Vonage: el huésped usa otro número, o correo electrónico.',
  'The Vonage account is suspended: ask Vonage support.': 'La cuenta de Vonage está suspendida: pregunte al soporte de Vonage.',
  'The Vonage account has no credit left: top it up, or switch auto-reload on.':
    'La cuenta de Vonage no tiene saldo: recárguela, o active la recarga automática.',
  'Too many connections to Vonage at once: lower the gateway’s concurrency.':
    'Demasiadas conexiones a Vonage a la vez: baje las peticiones a la vez de la pasarela.',
  'This Vonage account may not use the SMS API: have it enabled by Vonage support.':
    'Esta cuenta de Vonage no puede usar la API de SMS: haga que el soporte de Vonage la active.',
  'The text is too long for Vonage: shorten the template.':
    'El texto es demasiado largo para Vonage: acorte el texto del mensaje.',
  'From may not send to this country: North America wants a Vonage number of yours, others a registered name.':
    '«Remitente» no puede enviar a este país: Norteamérica exige un número suyo en Vonage, otros países un nombre registrado.',
  'Vonage refuses the network code for this number.': 'Vonage rechaza el código de red de este número.',
  'Vonage refuses the callback address: shorten the public URL of Gatehouse.':
    'Vonage rechaza la dirección de devolución de llamada: acorte la URL pública de Gatehouse.',
  'The Vonage account is in demo mode and sends only to its list of test numbers: top it up.':
    'La cuenta de Vonage está en modo de demostración y solo envía a su lista de números de prueba: recárguela.',
  'The number was given up and receives nothing: the guest uses another number, or email.':
    'El número se dio de baja y no recibe nada: el huésped usa otro número, o correo electrónico.',
  'It was not delivered, and the network does not say why.': 'No se entregó, y la red no dice por qué.',
  'The number is not in use any more: the guest has to correct it.':
    'El número ya no está en uso: el huésped tiene que corregirlo.',
  'The guest’s network bars such messages: the guest has it lifted, or uses email.':
    'La red del huésped bloquea estos mensajes: el huésped hace que lo levanten, o usa correo electrónico.',
  'The number was moved to another network and could not be found there: the guest asks their network.':
    'El número se pasó a otra red y no se encontró allí: el huésped pregunta a su operador.',
  'The network took it for spam: reword the template, and check that the sender is registered.':
    'La red lo tomó por spam: redacte el texto del mensaje de otra manera y compruebe que el remitente está registrado.',
  'The network had a fault: the guest asks for another code.': 'La red tuvo un fallo: el huésped pide otro código.',
  'The network refuses the message as malformed: check the template for odd characters.':
    'La red rechaza el mensaje por mal formado: busque caracteres raros en el texto del mensaje.',
  'Vonage finds no route to this number: ask Vonage support.':
    'Vonage no encuentra ruta hacia este número: pregunte al soporte de Vonage.',
  'The network does not deliver it to this phone because of the owner’s age.':
    'La red no lo entrega a este teléfono por la edad de su dueño.',
  'The guest’s prepaid card has no credit to receive it: the guest uses email.':
    'La tarjeta prepago del huésped no tiene saldo para recibirlo: el huésped usa correo electrónico.',
  'The route to this number has a fault: ask Vonage support if it goes on.':
    'La ruta hacia este número tiene un fallo: pregunte al soporte de Vonage si continúa.',
  'As chosen beside the signature secret in the Vonage dashboard. It counts only with a Signature secret.':
    'El elegido junto al Signature secret en el panel de Vonage. Solo cuenta con un Signature secret.',
  'A Vonage number of yours, or a sender name of up to 11 letters and digits.':
    'Un número suyo en Vonage, o un nombre de remitente de hasta 11 letras y cifras.',
  '8 letters and digits; on the first page of the Vonage dashboard.':
    '8 letras y cifras; en la primera página del panel de Vonage.',
  'Under API settings. Not the signature secret.': 'En API settings. No es el Signature secret.',
  'Leave empty for https://rest.nexmo.com. Or a region’s address, or a service that speaks Vonage’s SMS API.':
    'Déjela vacía para https://rest.nexmo.com. O la dirección de una región, o un servicio que habla la API de SMS de Vonage.',
  'Under API settings. Only once Vonage support has switched signed webhooks on for the account: unsigned receipts are then refused.':
    'En API settings. Solo cuando el soporte de Vonage haya activado los webhooks firmados en la cuenta: entonces se rechazan los informes sin firma.',
  'From is a number with its country code and digits only, as in +15551234567, or a name of at most 11 letters and digits.':
    '«Remitente» es un número con el prefijo del país y solo cifras, como +15551234567, o un nombre de como máximo 11 letras y cifras.',
  'An API key is 8 letters and digits: copy it again from the Vonage dashboard (the application ID is something else).':
    'Una clave de API son 8 letras y cifras: cópiela de nuevo del panel de Vonage (el application ID es otra cosa).',
  'The API secret has spaces or line breaks in it: copy it again.':
    'El secreto de API tiene espacios o saltos de línea: cópielo de nuevo.',
  'The Signature secret is the same as the API secret: Vonage gives out two different ones.':
    'El Signature secret es igual que el secreto de API: Vonage da dos distintos.',
  'Vonage refused the request with HTTP {0}: check the API key, the API secret and the base URL.':
    'Vonage rechazó la petición con HTTP {0}: compruebe la clave de API, el secreto de API y la URL base.',
  'The credentials are right; the account has {0} EUR left.': 'Las credenciales son correctas; a la cuenta le quedan {0} EUR.',
  'Vonage reports {0}, code {1}.': 'Vonage informa de {0}, código {1}.',
  'Vonage reports {0}, code none.': 'Vonage informa de {0}, sin código.',
  'API secret': 'Secreto de API',
  'Signature secret': 'Signature secret',
  'Signature method': 'Método de firma',
  'MD5 hash signature': 'Firma MD5 hash',
  'MD5 HMAC signature': 'Firma MD5 HMAC',
  'SHA1 HMAC signature': 'Firma SHA1 HMAC',
  'SHA-256 HMAC signature': 'Firma SHA-256 HMAC',
  'SHA-512 HMAC signature': 'Firma SHA-512 HMAC',
  'Vonage’s status {0}: {1} (https://developer.vonage.com/api-errors/sms).':
    'Estado {0} de Vonage: {1} (https://developer.vonage.com/api-errors/sms).',
}
