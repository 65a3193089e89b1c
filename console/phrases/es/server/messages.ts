import type { Catalogue } from '../../../server-catalogue.ts'

export const messages: Catalogue = {
  'This contact was sent too many codes. Try again later.':
    'A este contacto se le enviaron demasiados códigos. Inténtelo más tarde.',
  'This device has asked for too many codes that were not entered. Try again later.':
    'Este dispositivo pidió demasiados códigos que quedaron sin introducir. Inténtelo más tarde.',
  'This client address has asked for too many codes that were not entered. Try again later.':
    'Esta dirección de cliente pidió demasiados códigos que quedaron sin introducir. Inténtelo más tarde.',
  'Too many codes to numbers that begin like this one were not entered. Try again later.':
    'Demasiados códigos a números que empiezan como este quedaron sin introducir. Inténtelo más tarde.',
  'Too many codes to numbers of this country were not entered. Try again later.':
    'Demasiados códigos a números de este país quedaron sin introducir. Inténtelo más tarde.',
  'Too many codes of this splash portal were not entered. Try again later.':
    'Demasiados códigos de este portal de bienvenida quedaron sin introducir. Inténtelo más tarde.',
  'Too many codes sent through this gateway were not entered. Try again later.':
    'Demasiados códigos enviados por esta pasarela quedaron sin introducir. Inténtelo más tarde.',
  'Too many codes were not entered. Try again later.': 'Demasiados códigos quedaron sin introducir. Inténtelo más tarde.',
  'The code was sent a moment ago. Try again in {0} s.': 'El código se envió hace un momento. Inténtelo de nuevo en {0} s.',
  'The code was sent as often as it may be. Start a new validation.':
    'El código se envió tantas veces como se permite. Empiece una validación nueva.',
  'The code was sent as often as it may be. The guest can ask for a new one on the portal.':
    'El código se envió tantas veces como se permite. El huésped puede pedir otro en el portal.',
  'No code is pending. The guest has to ask for one on the portal.':
    'No hay ningún código en espera. El huésped tiene que pedir uno en el portal.',
  'It is on its way.': 'Va de camino.',
  'It is cancelled.': 'Está anulada.',
  'The validation is approved.': 'La validación está confirmada.',
  'The validation is expired.': 'La validación ha caducado.',
  'The validation is exhausted.': 'En la validación se introdujeron demasiados códigos incorrectos.',
  'The validation is cancelled.': 'La validación está anulada.',
  'The validation belongs to a guest’s browser and can only be acted on there.':
    'La validación es del navegador de un huésped y solo allí se puede actuar sobre ella.',
  'No mail server is enabled: add or enable one under mail_servers.':
    'Ningún servidor de correo está activado: añada o active uno.',
  'No SMS gateway is enabled: add or enable one under sms_gateways.': 'Ninguna pasarela SMS está activada: añada o active una.',
  'The splash portal has no enabled SMS gateway: attach or enable one under sms_gateway_ids.':
    'El portal de bienvenida no tiene ninguna pasarela SMS activada: añádale una o actívela.',
  'The phone sent STOP.': 'El teléfono envió STOP.',
  'The process that was sending ended before the provider answered.':
    'El proceso que enviaba terminó antes de que respondiera el proveedor.',
  'It should have left {0} s ago: no node takes messages up. Look whether every node runs and reaches the database.':
    'Debería haber salido hace {0} s: ningún nodo recoge mensajes. Mire si todos los nodos están en marcha y llegan a la base de datos.',
  'It waits: {0} is left alone for a while because its last attempts failed. It is tried in {1} s. {2}':
    'Espera: {0} descansa un rato porque fallaron sus últimos intentos. Se prueba en {1} s. {2}',
  'It waits for its turn: {0} may send only so many messages a second. Raise its limit if the provider allows more.':
    'Espera su turno: {0} solo puede enviar un número limitado de mensajes por segundo. Suba su límite si el proveedor permite más.',
  '{0} did not take it: {1} It is tried by {2} in {3} s.': '{0} no lo aceptó: {1} Se prueba por {2} en {3} s.',
  'A gateway that was deleted': 'Una pasarela eliminada',
  'It leaves within moments.': 'Sale en unos instantes.',
  'It is being handed to {0}.': 'Se está entregando a {0}.',
  'It has been with {0} for {1} s without an answer. If the node that was sending is gone, another one finds it within a minute and asks the provider.':
    'Lleva {1} s en {0} sin respuesta. Si el nodo que lo enviaba ya no está, otro lo encuentra en un minuto y pregunta al proveedor.',
  '{0} gave no answer, so it may or may not have the message. It is being asked; nothing is sent twice meanwhile. The guest can ask for another code.':
    '{0} no respondió, así que puede tener el mensaje o no. Se le está preguntando; mientras tanto no se envía nada dos veces. El huésped puede pedir otro código.',
  '{0} gave no answer and cannot be asked, so nobody knows whether it was sent. It is not sent again by itself, and counts as paid. Look into the provider’s own log.':
    '{0} no respondió y no se le puede preguntar, así que nadie sabe si se envió. No se envía de nuevo por sí solo, y cuenta como pagado. Mire en el registro del propio proveedor.',
  'It was delivered, and nobody entered its code. One such message says little; many to one country or network are a sign of pumping, or of a text that guests do not understand.':
    'Se entregó, y nadie introdujo su código. Uno así dice poco; muchos a un mismo país o red son señal de pumping, o de un texto que los huéspedes no entienden.',
  'It was delivered. The guest has not entered the code yet.': 'Se entregó. El huésped aún no ha introducido el código.',
  '{0} has taken it. This provider reports no deliveries: only a code that is entered proves that it arrived.':
    '{0} lo ha aceptado. Este proveedor no informa de las entregas: solo un código introducido demuestra que llegó.',
  '{0} has taken it. Mail servers report no deliveries, only mail that comes back: if it did not arrive, look into the spam folder and the log of the mail server.':
    '{0} lo ha aceptado. Los servidores de correo no informan de las entregas, solo del correo que vuelve: si no llegó, mire en la carpeta de correo no deseado y en el registro del servidor de correo.',
  '{0} has taken it and has not reported a delivery yet.': '{0} lo ha aceptado y aún no ha informado de la entrega.',
  '{0} has taken it and reported nothing since. The phone may be off, or the network tells nothing. If no message of this gateway is ever reported, check that the provider can reach the public URL.':
    '{0} lo ha aceptado y no ha informado de nada desde entonces. Puede que el teléfono esté apagado, o que la red no diga nada. Si nunca se informa de ningún mensaje de esta pasarela, compruebe que el proveedor puede llegar a la URL pública.',
  '{0} did not take it, so {1} did: {2}': '{0} no lo aceptó, así que lo hizo {1}: {2}',
  'Not sent: this phone has told the sender to stop. Only a text START from that phone to the sender lifts it; the guest can do that, or prove an email address instead.':
    'No enviado: este teléfono ha dicho STOP al remitente. Solo lo levanta un SMS START de ese teléfono al remitente; el huésped puede enviarlo, o confirmar una dirección de correo en su lugar.',
  'Not sent: mail to this address came back before. If the address is good again, delete its suppression.':
    'No enviado: el correo a esta dirección ya fue devuelto. Si la dirección vuelve a ser buena, elimine su exclusión.',
  'Not sent: no enabled SMS gateway serves this message. Attach one that serves the country to the plan or portal.':
    'No enviado: ninguna pasarela SMS activada atiende este mensaje. Añada al plan o al portal una que atienda el país.',
  'Not sent: no mail server is enabled. Add or enable one.':
    'No enviado: ningún servidor de correo está activado. Añada o active uno.',
  'Not sent: the gateway has reached its spend limit, and no other was left. Raise the limit, or attach another gateway.':
    'No enviado: la pasarela ha llegado a su límite de gasto, y no quedaba otra. Suba el límite, o añada otra pasarela.',
  'Not sent: it could not leave before its code expired. See the attempts for what held it up. The guest has to ask for another code.':
    'No enviado: no pudo salir antes de que caducara su código. Los intentos dicen qué lo detuvo. El huésped tiene que pedir otro código.',
  'Not sent, because it was not needed any more: the code was entered, replaced or taken back before it left.':
    'No enviado, porque ya no hacía falta: el código se introdujo, se sustituyó o se anuló antes de que saliera.',
  'The number or address cannot be reached ({0}): {1} The guest should check it, or use another.':
    'No se puede llegar al número o a la dirección ({0}): {1} El huésped debería revisarlo, o usar otro.',
  'This sender cannot reach this number or country ({0}): {1} Attach another gateway that serves the country, or give it a sender that may.':
    'Este remitente no puede llegar a este número o país ({0}): {1} Añada otra pasarela que atienda el país, o póngale un remitente que pueda.',
  'The settings or the account are at fault ({0}): {1} Every message through it fails until that is mended: correct the record and send a test message.':
    'El fallo está en los ajustes o en la cuenta ({0}): {1} Todos los mensajes fallan por ahí hasta que se arregle: corrija el registro y envíe un mensaje de prueba.',
  'The text was refused ({0}): {1} Change the message text of the portal.':
    'Se rechazó el texto ({0}): {1} Cambie el texto del mensaje en el portal.',
  'More was sent than may be, until the code would have been too old ({0}): {1} Lower the gateway’s sends per second, attach another gateway, or ask the provider for more.':
    'Se envió más de lo permitido, hasta que el código habría sido demasiado viejo ({0}): {1} Baje los mensajes por segundo de la pasarela, añada otra, o pida más al proveedor.',
  'It could not be reached until the code would have been too old ({0}): {1} If this goes on, attach a second gateway, so that messages have another way.':
    'No se le pudo alcanzar hasta que el código habría sido demasiado viejo ({0}): {1} Si esto sigue, añada una segunda pasarela, para que los mensajes tengan otra vía.',
  'It failed at {0}: {1} See the attempts.': 'Falló en {0}: {1} Vea los intentos.',
  'Nobody said why.': 'Nadie dijo por qué.',
  'The provider did not say more.': 'El proveedor no dijo más.',
  'Took the message.': 'Aceptó el mensaje.',
  'Refused the number or address.': 'Rechazó el número o la dirección.',
  'Cannot send from this sender to this number or country.': 'No puede enviar desde este remitente a este número o país.',
  'Refused the settings or the account.': 'Rechazó los ajustes o la cuenta.',
  'Refused the text.': 'Rechazó el texto.',
  'Asked to come back later.': 'Pidió volver más tarde.',
  'Could not be reached, or had a fault of its own.': 'No se le pudo alcanzar, o tuvo un fallo propio.',
  'Gave no answer: it may or may not have the message.': 'No respondió: puede tener el mensaje o no.',
  'Said, when asked, that it does not have the message.': 'Dijo, al preguntársele, que no tiene el mensaje.',
  'Was not asked: its limit of messages per second was reached.':
    'No se le preguntó: se alcanzó su límite de mensajes por segundo.',
  'Was not asked: its spend limit is reached.': 'No se le preguntó: se ha alcanzado su límite de gasto.',
  'Was not asked: the code would have been too old.': 'No se le preguntó: el código habría sido demasiado viejo.',
  'Was not asked: the code was not needed any more.': 'No se le preguntó: el código ya no hacía falta.',
  'Is under way, or its end was never seen.': 'Está en curso, o nunca se vio su final.',
  'Was not asked: it is left alone after failures.': 'No se le preguntó: descansa tras fallos.',
  'Was not asked.': 'No se le preguntó.',
  'Ended as {0}.': 'Terminó como {0}.',
}
