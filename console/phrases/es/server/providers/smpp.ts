import type { Catalogue } from '../../../../server-catalogue.ts'

export const smpp: Catalogue = {
  'A number (+15551234567), a short code, or a name of up to 11 characters that the operator of the SMSC lets you use.':
    'Un número (+15551234567), un número corto o un nombre de hasta 11 caracteres que el operador del SMSC le deja usar.',
  'The user name of the account.': 'El nombre de usuario de la cuenta.',
  'Beside the System ID.': 'Junto al System ID.',
  'The SMSC’s host and port: smpp://smsc.example.com:2775, or smpps://smsc.example.com:3550 with TLS.':
    'El host y el puerto del SMSC: smpp://smsc.example.com:2775, o smpps://smsc.example.com:3550 con TLS.',
  'The System type has at most {0} characters: leave it empty if you were given none.':
    'El System type tiene como máximo {0} caracteres: déjelo vacío si no le dieron ninguno.',
  'A name has at most 11 characters: plain letters, digits and signs, and at least one letter.':
    'Un nombre tiene como máximo 11 caracteres: letras sin acentos, cifras y signos, y al menos una letra.',
  'The {0} has spaces around it, a line break or a letter in it that SMPP cannot carry: copy it again.':
    '«{0}» tiene espacios alrededor, un salto de línea o una letra que SMPP no puede llevar: cópielo de nuevo.',
  'Write the address as smpp://smsc.example.com:2775, or with TLS as smpps://smsc.example.com:3550.':
    'Escriba la dirección como smpp://smsc.example.com:2775, o con TLS como smpps://smsc.example.com:3550.',
  'Only host and port go here: the System ID and Password have fields of their own.':
    'Aquí van solo el host y el puerto: el System ID y la contraseña tienen sus propios campos.',
  'Put in a whole number from {0} to {1}.': 'Ponga un número entero de {0} a {1}.',
  'This is a private key: put in the certificate, and keep the key where it belongs.':
    'Esto es una clave privada: ponga el certificado, y deje la clave donde debe estar.',
  'This is no certificate: it begins with -----BEGIN CERTIFICATE-----.':
    'Esto no es un certificado: empieza por -----BEGIN CERTIFICATE-----.',
  'The connection is not encrypted: password and codes can be read on the way. Use smpps:// or a VPN if the operator has one.':
    'La conexión no va cifrada: la contraseña y los códigos se pueden leer por el camino. Use smpps:// o una VPN si el operador la tiene.',
  'The CA certificate is not used: the address begins with smpp://, and only smpps:// is encrypted.':
    'El certificado de la CA no se usa: la dirección empieza por smpp://, y solo smpps:// va cifrado.',
  'SMPP 3.4 has room for {0} characters of System ID and {1} of Password: not every SMSC takes more.':
    'SMPP 3.4 tiene sitio para {0} caracteres de System ID y {1} de contraseña: no todos los SMSC aceptan más.',
  'No receipts are asked for: texts stay at accepted, and nobody learns which ones arrived.':
    'No se piden informes de entrega: los mensajes se quedan en «aceptado», y nadie sabe cuáles llegaron.',
  'Guests cannot reply STOP to a name, and some countries refuse names or want them registered first.':
    'Los huéspedes no pueden responder STOP a un nombre, y algunos países rechazan los nombres o exigen registrarlos antes.',
  'The connection to the SMSC is being ended.': 'La conexión con el SMSC se está cerrando.',
  'The SMSC ends the connection again and again: {0}.': 'El SMSC cierra la conexión una y otra vez: {0}.',
  'it was not bound': 'no se hizo el bind',
  '{0} closes the connection at once.': '{0} cierra la conexión enseguida.',
  '{0} has no TLS certificate that can be trusted, or speaks no TLS ({1}).':
    '{0} no tiene un certificado TLS de confianza, o no habla TLS ({1}).',
  'it broke ({0})': 'se cortó ({0})',
  'it was closed by the SMSC': 'la cerró el SMSC',
  'The connection to the SMSC has just been lost.': 'La conexión con el SMSC se acaba de perder.',
  'The SMSC did not answer within {0} s.': 'El SMSC no respondió en {0} s.',
  'it was ended by Gatehouse': 'la cerró Gatehouse',
  'The connection ended before the SMSC had answered: {0}.': 'La conexión terminó antes de que respondiera el SMSC: {0}.',
  'it gave no answer to enquire_link': 'no respondió a enquire_link',
  'it carried what is not SMPP': 'llegó por ella algo que no es SMPP',
  'it was unbound by the SMSC': 'el SMSC envió un unbind',
  'The phone was off or out of reach until the code was dead: the guest can ask for another.':
    'El teléfono estuvo apagado o sin cobertura hasta que caducó el código: el huésped puede pedir otro.',
  'The network could not deliver the text: the number may not exist or take no texts.':
    'La red no pudo entregar el mensaje: puede que el número no exista o no acepte SMS.',
  'The network refused the text: ask the operator of the SMSC what its error code means.':
    'La red rechazó el mensaje: pregunte al operador del SMSC qué significa su código de error.',
  'The SMSC dropped the text before it was delivered: ask its operator why.':
    'El SMSC descartó el mensaje antes de entregarlo: pregunte a su operador por qué.',
  '{0} ({1} of {2} parts delivered)': '{0} ({1} de {2} partes entregadas)',
  'it is not bound, says the SMSC': 'el SMSC dice que no tiene bind',
  'The SMSC took {0} of the text’s {1} parts and not the rest; it is not sent again. {2}':
    'El SMSC aceptó {0} de las {1} partes del mensaje y no las demás; no se envía de nuevo. {2}',
  'The SMSC has taken the System ID and Password, and the connection stands.':
    'El SMSC ha aceptado el System ID y la contraseña, y la conexión está establecida.',
  'The SMSC answers too slowly: too many texts wait for it. A larger window may help, if its operator allows one.':
    'El SMSC responde demasiado despacio: hay demasiados mensajes esperándolo. Una ventana mayor puede ayudar, si su operador la permite.',
  'Only if the operator of the SMSC gave you one, as in VMA or SMPP.':
    'Solo si el operador del SMSC le dio uno, como VMA o SMPP.',
  'How many texts may wait for the SMSC’s answer at once. Ask its operator how many are allowed.':
    'Cuántos mensajes pueden esperar a la vez la respuesta del SMSC. Pregunte a su operador cuántos se permiten.',
  'Enquire link (s)': 'Enquire link (s)',
  'After so many seconds of silence the connection is tested; less than the SMSC’s own limit.':
    'Tras tantos segundos de silencio se comprueba la conexión; menos que el límite del propio SMSC.',
  'How a text without emoji or foreign scripts is written. If @, ä or [ arrive wrong, choose another.':
    'Cómo se escribe un texto sin emojis ni alfabetos ajenos. Si @, ä o [ llegan mal, elija otra forma.',
  'How a text of more than one segment is handed over. If it arrives in pieces or is refused, choose another.':
    'Cómo se entrega al SMSC un texto de más de un segmento. Si llega a trozos o se rechaza, elija otra forma.',
  'Off: every text stays at accepted.': 'Desactivado: todos los mensajes se quedan en «aceptado».',
  'If no receipt ever finds its text, the SMSC writes its ids in two ways: choose the one it has.':
    'Si ningún informe encuentra nunca su mensaje, el SMSC escribe sus identificadores de dos maneras: elija la suya.',
  'How the SMSC is told when a code is dead. If it refuses with ESME_RINVEXPIRY, choose another.':
    'Cómo se le dice al SMSC cuándo caduca un código. Si rechaza con ESME_RINVEXPIRY, elija otra forma.',
  'Type of number, 0 to 6. Empty: 1 for a number, 3 for a short code, 5 for a name.':
    'Tipo de número, de 0 a 6. Vacío: 1 para un número, 3 para un número corto, 5 para un nombre.',
  'Numbering plan, 0 to 18. Empty: 1 for a number, else 0.': 'Plan de numeración, de 0 a 18. Vacío: 1 para un número, si no 0.',
  'Type of number, 0 to 6. Empty: 1.': 'Tipo de número, de 0 a 6. Vacío: 1.',
  'Numbering plan, 0 to 18. Empty: 1.': 'Plan de numeración, de 0 a 18. Vacío: 1.',
  'For smpps:// to an SMSC whose certificate no public authority signed: the PEM that signed it.':
    'Para smpps:// a un SMSC cuyo certificado no firmó ninguna autoridad pública: el PEM que lo firmó.',
  'The SMSC refuses the System ID or the Password: copy both again from what its operator gave you.':
    'El SMSC rechaza el System ID o la contraseña: copie ambos de nuevo de lo que le dio su operador.',
  'The SMSC does not let this account send from this sender: ask the operator of the SMSC which one it may use, and put it into From.':
    'El SMSC no deja que esta cuenta envíe con este remitente: pregunte al operador del SMSC cuál puede usar y póngalo en «Remitente».',
  'The SMSC refuses the sender’s type or plan of number: ask the operator of the SMSC for the TON and NPI and set the sender’s options.':
    'El SMSC rechaza el tipo o el plan de número del remitente: pida al operador del SMSC el TON y el NPI y ponga las opciones del remitente.',
  'The SMSC takes the number for none that it can reach: the guest has to correct it.':
    'Para el SMSC no es un número al que pueda llegar: el huésped tiene que corregirlo.',
  'The SMSC refuses the recipient’s type or plan of number: ask the operator of the SMSC for the TON and NPI and set the recipient’s options.':
    'El SMSC rechaza el tipo o el plan de número del destinatario: pida al operador del SMSC el TON y el NPI y ponga las opciones del destinatario.',
  'More is sent than the SMSC takes from this account: lower the gateway’s sends per second, or ask the operator of the SMSC for more.':
    'Se envía más de lo que el SMSC acepta de esta cuenta: baje los mensajes por segundo de la pasarela, o pida más al operador del SMSC.',
  'The SMSC does not take texts in this form: choose another setting for long texts.':
    'El SMSC no acepta mensajes en esta forma: elija otro ajuste para los textos largos.',
  'The SMSC does not take the request as Gatehouse makes it: ask the operator of the SMSC which settings it wants.':
    'El SMSC no acepta la petición tal como la hace Gatehouse: pregunte al operador del SMSC qué ajustes quiere.',
  'The SMSC has a fault of its own at the moment and did not take the text.':
    'El SMSC tiene en este momento un fallo propio y no aceptó el mensaje.',
  'The SMSC finds the text too long: shorten the template, or choose another setting for long texts.':
    'Al SMSC le parece demasiado largo el texto: acorte el texto del mensaje, o elija otro ajuste para los textos largos.',
  'The SMSC does not know the command: ask the operator of the SMSC whether it takes bind_transceiver of SMPP 3.4.':
    'El SMSC no conoce la orden: pregunte al operador del SMSC si acepta bind_transceiver de SMPP 3.4.',
  'The SMSC takes the connection for not bound: Gatehouse connects again.':
    'Para el SMSC la conexión no tiene bind: Gatehouse se conecta de nuevo.',
  'This System ID is in use on another connection already: end that one, or ask the operator of the SMSC for more connections.':
    'Este System ID ya se usa en otra conexión: ciérrela, o pida más conexiones al operador del SMSC.',
  'The SMSC gives no receipts to this account: switch off “Ask for receipts”.':
    'El SMSC no da informes de entrega a esta cuenta: desactive «Pedir informes de entrega».',
  'The SMSC refuses the connection: check System ID, Password and System type, and ask the operator of the SMSC whether it knows this server’s address.':
    'El SMSC rechaza la conexión: compruebe System ID, contraseña y System type, y pregunte al operador del SMSC si conoce la dirección de este servidor.',
  'The SMSC refuses the System type: ask the operator of the SMSC which one this account has.':
    'El SMSC rechaza el System type: pregunte al operador del SMSC cuál tiene esta cuenta.',
  'The SMSC cannot send this text and does not say why: ask the operator of the SMSC whether it serves this country.':
    'El SMSC no puede enviar este mensaje y no dice por qué: pregunte al operador del SMSC si atiende este país.',
  'The SMSC refuses the validity period: choose another form of it, or none.':
    'El SMSC rechaza el periodo de validez: elija otra forma de indicarlo, o ninguna.',
  'The network refuses the text: ask the operator of the SMSC why.':
    'La red rechaza el mensaje: pregunte al operador del SMSC por qué.',
  'The SMSC does not take this data coding: choose another setting for plain texts.':
    'El SMSC no acepta este data coding: elija otro ajuste para los textos sencillos.',
  'The SMSC refuses with its own code {0}: ask the operator of the SMSC what it means.':
    'El SMSC rechaza con su propio código {0}: pregunte al operador del SMSC qué significa.',
  'System ID': 'System ID',
  Address: 'Dirección',
  'System type': 'System type',
  Window: 'Ventana',
  'Plain texts as': 'Textos sencillos como',
  'Long texts as': 'Textos largos como',
  'Ask for receipts': 'Pedir informes de entrega',
  'Message ids': 'Identificadores de los mensajes',
  'Validity period': 'Periodo de validez',
  'Sender TON': 'TON del remitente',
  'Sender NPI': 'NPI del remitente',
  'Recipient TON': 'TON del destinatario',
  'Recipient NPI': 'NPI del destinatario',
  'CA certificate': 'Certificado de la CA',
  'GSM alphabet, data coding 0': 'Alfabeto GSM, data coding 0',
  'Latin-1, data coding 3': 'Latin-1, data coding 3',
  'Latin-1, data coding 0': 'Latin-1, data coding 0',
  'Parts with a user data header': 'Partes con user data header',
  'Parts with the sar_ parameters': 'Partes con los parámetros sar_',
  'Whole, as message_payload': 'Entero, como message_payload',
  'The same in answers and receipts': 'Iguales en respuestas e informes de entrega',
  'Hexadecimal in answers, decimal in receipts': 'Hexadecimales en respuestas, decimales en informes',
  'Decimal in answers, hexadecimal in receipts': 'Decimales en respuestas, hexadecimales en informes',
  'As a length of time': 'Como duración',
  'As a date and time': 'Como fecha y hora',
  'Not at all': 'De ninguna manera',
}
