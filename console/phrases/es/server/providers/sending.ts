import type { Catalogue } from '../../../../server-catalogue.ts'

export const sending: Catalogue = {
  'A pattern has at most {0} characters.': 'Un patrón tiene como máximo {0} caracteres.',
  'This is no regular expression: put a backslash before characters such as . ( [ { ? + * that stand for themselves.':
    'No es una expresión regular: ponga una barra invertida delante de caracteres como . ( [ { ? + * que se representan a sí mismos.',
  'Not tried: {0} is left alone. {1}': 'No se intentó: {0} descansa por ahora. {1}',
  '{0} needs it: put in the {1}. {2}': '{0} lo necesita: rellene «{1}». {2}',
  '{0} has no option {1}; it has {2}.': '{0} no tiene la opción {1}; tiene {2}.',
  '{0} has no options: leave it out.': '{0} no tiene opciones: no ponga ninguna.',
  'Put in the {0}. {1}': 'Rellene «{0}». {1}',
  '{0} is a number.': '{0} es un número.',
  '{0} is true or false.': '{0} es verdadero o falso.',
  '{0} is one of {1}.': '{0} es uno de {1}.',
  '{0} is a text.': '{0} es un texto.',
  'The base URL is no http or https address.': 'La URL base no es una dirección http o https.',
  '{0} closed the connection before its answer was complete.': '{0} cerró la conexión antes de completar su respuesta.',
  '{0} did not answer within {1} s.': '{0} no respondió en {1} s.',
  '{0} gave no connection within {1} s.': '{0} no aceptó la conexión en {1} s.',
  '{0} refuses the connection.': '{0} rechaza la conexión.',
  '{0} is not a name that can be resolved.': '{0} no es un nombre que se pueda resolver.',
  '{0} is where a cloud keeps credentials, and no provider: nothing is sent there.':
    '{0} es donde una nube guarda credenciales, y no un proveedor: allí no se envía nada.',
  '{0} cannot be reached.': 'No se puede llegar a {0}.',
  '{0} has no valid TLS certificate ({1}).': '{0} no tiene un certificado TLS válido ({1}).',
  '{0} gives no connection ({1}).': 'No hay conexión con {0} ({1}).',
  'The address answers with a redirect, which is not followed with a secret: put the final address into the base URL.':
    'La dirección responde con una redirección, que no se sigue con un secreto: ponga la dirección definitiva en la URL base.',
  '{0} has nothing that could be asked without sending: send a test message.':
    'A {0} no se le puede preguntar nada sin enviar: envíe un mensaje de prueba.',
  'The network does not know the number, or it is no longer in use: the guest has to check it.':
    'La red no conoce el número, o ya no está en uso: el huésped tiene que comprobarlo.',
  'The phone is off or out of reach: the guest can ask for the code again.':
    'El teléfono está apagado o sin cobertura: el huésped puede volver a pedir el código.',
  'The number or the phone cannot receive SMS: the guest needs another number, or email.':
    'El número o el teléfono no puede recibir SMS: el huésped necesita otro número, o correo electrónico.',
  'The network has barred this subscriber, often for an unpaid bill: the guest needs another number, or email.':
    'La red ha bloqueado a este abonado, a menudo por una factura impagada: el huésped necesita otro número, o correo electrónico.',
  'The network had a fault of its own: if it happens often, ask the provider.':
    'La red tuvo un fallo propio: si ocurre a menudo, pregunte al proveedor.',
  'The phone is in a network abroad that does not take messages for it.':
    'El teléfono está en una red extranjera que no acepta mensajes para él.',
  'The phone was busy with another message: the guest can ask for the code again.':
    'El teléfono estaba ocupado con otro mensaje: el huésped puede volver a pedir el código.',
  'The phone did not take the message, perhaps because its memory is full: the guest can ask again.':
    'El teléfono no aceptó el mensaje, quizá porque su memoria está llena: el huésped puede volver a pedirlo.',
  'Too many messages wait for this phone: the guest can ask for the code again.':
    'Hay demasiados mensajes en espera para este teléfono: el huésped puede volver a pedir el código.',
  'The network is congested: the guest can ask for the code again.':
    'La red está saturada: el huésped puede volver a pedir el código.',
  '{0} answered {1}: it may have taken the message all the same.': '{0} respondió {1}: aun así puede haber aceptado el mensaje.',
  '{0} answered without saying that it has the message: see its own log of messages.':
    '{0} respondió sin decir que tiene el mensaje: consulte su propio registro de mensajes.',
  'The base URL is an http or https address, as in {0}; leave it empty for the provider’s own.':
    'La URL base es una dirección http o https, como {0}; déjela vacía para la del propio proveedor.',
  'Only the address goes here: no name or password, no ? and no #.':
    'Aquí va solo la dirección: sin nombre ni contraseña, sin ? y sin #.',
  'A sender name cannot reach +1 numbers (USA, Canada, Caribbean); guests cannot reply STOP to it; many countries want it registered first.':
    'Un nombre de remitente no llega a números +1 (EE. UU., Canadá, Caribe); los huéspedes no pueden responderle STOP; muchos países exigen registrarlo antes.',
  'The base URL is not encrypted: the credentials and the codes can be read on the way. Use https.':
    'La URL base no va cifrada: las credenciales y los códigos se pueden leer por el camino. Use https.',
  'Write the number with a plus, the country code and digits only, as in +15551234567; a short code has 3 to 8 digits.':
    'Escriba el número con el signo más, el prefijo del país y solo cifras, como +15551234567; un número corto tiene de 3 a 8 cifras.',
  'A sender name has at most 11 characters: letters, digits, spaces and & + - . _, and at least one letter.':
    'Un nombre de remitente tiene como máximo 11 caracteres: letras, cifras, espacios y & + - . _, y al menos una letra.',
  '{0} answered {1}: try again in a moment.': '{0} respondió {1}: inténtelo de nuevo en un momento.',
  'The plan asks for validation by SMS but has no enabled SMS gateway: attach one, or enable one that is attached.':
    'El plan de uso pide validación por SMS pero no tiene ninguna pasarela SMS activada: asígnele una o actívela.',
  'The plan asks for validation by email but no mail server is enabled: add or enable one.':
    'El plan de uso pide validación por correo electrónico pero no hay ningún servidor de correo activado: añada uno o actívelo.',
  'The phone is off or out of reach: the guest can ask for another code.':
    'El teléfono está apagado o sin cobertura: el huésped puede pedir otro código.',
  'The API key has spaces or line breaks in it: copy it again.':
    'La clave de API tiene espacios o saltos de línea: cópiela de nuevo.',
  'The number does not exist or is not written as +countrycode and number: the guest has to correct it.':
    'El número no existe o no está escrito con + y el prefijo del país: el huésped tiene que corregirlo.',
  'The guest once replied STOP to this sender: only a text START from that phone lifts it.':
    'El huésped respondió una vez STOP a este remitente: solo lo levanta un mensaje START desde ese teléfono.',
  'The number does not exist or cannot receive SMS: the guest has to correct it.':
    'El número no existe o no puede recibir SMS: el huésped tiene que corregirlo.',
  'The credentials are right.': 'Las credenciales son correctas.',
  'The number does not exist or is no mobile number: the guest has to correct it.':
    'El número no existe o no es de móvil: el huésped tiene que corregirlo.',
  'The guest told this sender to stop: a START from that phone lifts it.':
    'El huésped dijo STOP a este remitente: lo levanta un START desde ese teléfono.',
  'It was taken for spam: check the sender’s registration, then the wording of the template.':
    'Se tomó por spam: compruebe el registro del remitente y luego la redacción del texto del mensaje.',
  'The guest’s plan does not take such messages: the guest asks their network, or uses email.':
    'La tarifa del huésped no acepta estos mensajes: el huésped pregunta a su operador o usa correo electrónico.',
  'The guest’s network refuses the message and does not say why.': 'La red del huésped rechaza el mensaje y no dice por qué.',
  'The number is a landline or cannot receive SMS: the guest needs a mobile number, or email.':
    'El número es fijo o no puede recibir SMS: el huésped necesita un número de móvil, o correo electrónico.',
  'There is no enabled SMS gateway for this message; attach one that serves the country to the plan or portal.':
    'No hay ninguna pasarela SMS activada para este mensaje: asigne al plan de uso o al portal una que atienda el país.',
  'There is no enabled mail server for this message; add one.':
    'No hay ningún servidor de correo activado para este mensaje: añada uno.',
  'Not sent: the guest once replied STOP to this sender. Only a text START from that phone lifts it.':
    'No se envió: el huésped respondió una vez STOP a este remitente. Solo lo levanta un mensaje START desde ese teléfono.',
  'Not sent: mail to this address came back before. Delete the suppression if the address is good again.':
    'No se envió: el correo a esta dirección ya fue devuelto. Elimine el destinatario excluido si la dirección vuelve a ser válida.',
  'Not sent: the gateway has reached its daily or monthly spend limit. Raise it, or add another gateway.':
    'No se envió: la pasarela ha alcanzado su límite de gasto diario o mensual. Auméntelo, o añada otra pasarela.',
  'Not sent yet: the gateway is at its limit of messages per second.':
    'Aún no se envió: la pasarela está en su límite de mensajes por segundo.',
  'Not sent: the code was no longer needed.': 'No se envió: el código ya no hacía falta.',
  'Not sent: the code would have expired before it was read.': 'No se envió: el código habría caducado antes de leerse.',
  'The provider was asked and does not have the message: it is sent again.':
    'Se preguntó al proveedor y no tiene el mensaje: se envía de nuevo.',
  'The provider could not say whether it has the message; it is not sent again, since it may have been.':
    'El proveedor no pudo decir si tiene el mensaje; no se envía de nuevo, ya que puede haberse enviado.',
  'This version of Gatehouse has no provider "{0}".': 'Esta versión de Gatehouse no tiene el proveedor «{0}».',
  'The carrier of this message is gone.': 'El operador de este mensaje ya no existe.',
  'This version of Gatehouse has no provider "{0}": nothing is sent through this gateway.':
    'Esta versión de Gatehouse no tiene el proveedor «{0}»: no se envía nada por esta pasarela.',
  'The stored auth_token was encrypted with another GATEHOUSE_SECRET_KEY: put it in again.':
    'El secreto guardado (auth_token) se cifró con otro GATEHOUSE_SECRET_KEY: póngalo de nuevo.',
  'The stored callback_secret was encrypted with another GATEHOUSE_SECRET_KEY: put it in again.':
    'El secreto guardado de las devoluciones de llamada (callback_secret) se cifró con otro GATEHOUSE_SECRET_KEY: póngalo de nuevo.',
  'There is no auth_token, so nothing can be sent through this gateway: put one in.':
    'No hay secreto (auth_token), así que no se puede enviar nada por esta pasarela: ponga uno.',
  'There is a spend limit but no price, so nothing counts against it: put in sms_prices, at least one for the country *.':
    'Hay un límite de gasto pero ningún precio, así que nada cuenta para él: ponga precios, al menos uno para el país *.',
  'This version of Gatehouse has no such provider.': 'Esta versión de Gatehouse no tiene ese proveedor.',
  'There is nothing to check: its messages are on the page /simulator.':
    'No hay nada que comprobar: sus mensajes están en la página /simulator.',
  '{0} has taken the message. That is not yet the phone: look at it, and at the message’s events, where receipts show.':
    '{0} ha aceptado el mensaje. Eso no es todavía el teléfono: mírelo, y mire los sucesos del mensaje, donde aparecen los informes de entrega.',
  '{0} asks to wait for {1} s: {2}': '{0} pide esperar {1} s: {2}',
  '{0} asks to wait: {1}': '{0} pide esperar: {1}',
  '{0} could not be reached, nothing was sent: {1}': 'No se pudo llegar a {0}, no se envió nada: {1}',
  'It is not known whether {0} has taken the message: {1} It is being asked; see the message’s status.':
    'No se sabe si {0} ha aceptado el mensaje: {1} Se le está preguntando; vea el estado del mensaje.',
  From: 'Remitente',
  'Auth Token': 'Auth Token',
  'Base URL': 'URL base',
  'API token': 'Token de API',
  Sender: 'Remitente',
  'API username': 'Nombre de usuario de API',
  Username: 'Nombre de usuario',
  Password: 'Contraseña',
  Method: 'Método',
}
