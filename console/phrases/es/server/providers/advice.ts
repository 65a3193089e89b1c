import type { Catalogue } from '../../../../server-catalogue.ts'

export const advice: Catalogue = {
  'It should have left {0} s ago: no node takes messages up. Look whether every node runs and reaches the database.':
    'Debería haber salido hace {0} s: ningún nodo recoge mensajes. Mire si todos los nodos funcionan y llegan a la base de datos.',
  'It waits: {0} is left alone for a while because its last attempts failed. It is tried in {1} s. {2}':
    'Espera: {0} descansa un rato porque sus últimos intentos fallaron. Se intenta en {1} s. {2}',
  'It waits for its turn: {0} may send only so many messages a second. Raise its limit if the provider allows more.':
    'Espera su turno: {0} solo puede enviar tantos mensajes por segundo. Suba su límite si el proveedor permite más.',
  '{0} did not take it: {1} It is tried by {2} in {3} s.': '{0} no lo aceptó: {1} Se intenta por {2} en {3} s.',
  'It leaves within moments.': 'Sale en unos instantes.',
  'It is being handed to {0}.': 'Se está entregando a {0}.',
  'It has been with {0} for {1} s without an answer. If the node that was sending is gone, another one finds it within a minute and asks the provider.':
    'Lleva {1} s en {0} sin respuesta. Si el nodo que lo enviaba ya no está, otro lo encuentra en un minuto y pregunta al proveedor.',
  '{0} gave no answer, so it may or may not have the message. It is being asked; nothing is sent twice meanwhile. The guest can ask for another code.':
    '{0} no respondió, así que puede tener el mensaje o no. Se le está preguntando; mientras tanto no se envía nada dos veces. El huésped puede pedir otro código.',
  '{0} gave no answer and cannot be asked, so nobody knows whether it was sent. It is not sent again by itself, and counts as paid. Look into the provider’s own log.':
    '{0} no respondió y no se le puede preguntar, así que nadie sabe si se envió. No se envía de nuevo por sí solo, y cuenta como pagado. Mire el registro del propio proveedor.',
  'It was delivered, and nobody entered its code. One such message says little; many to one country or network are a sign of pumping, or of a text that guests do not understand.':
    'Se entregó, y nadie introdujo su código. Un mensaje así dice poco; muchos a un mismo país o red son señal de pumping, o de un texto que los huéspedes no entienden.',
  'It was delivered. The guest has not entered the code yet.': 'Se entregó. El huésped aún no ha introducido el código.',
  '{0} has taken it. This provider reports no deliveries: only a code that is entered proves that it arrived.':
    '{0} lo ha aceptado. Este proveedor no informa de las entregas: solo un código introducido demuestra que llegó.',
  '{0} has taken it. Mail servers report no deliveries, only mail that comes back: if it did not arrive, look into the spam folder and the log of the mail server.':
    '{0} lo ha aceptado. Los servidores de correo no informan de las entregas, solo del correo devuelto: si no llegó, mire la carpeta de spam y el registro del servidor de correo.',
  '{0} has taken it and has not reported a delivery yet.': '{0} lo ha aceptado y aún no ha informado de la entrega.',
  '{0} has taken it and reported nothing since. The phone may be off, or the network tells nothing. If no message of this gateway is ever reported, check that the provider can reach the public URL.':
    '{0} lo ha aceptado y no ha informado de nada desde entonces. Puede que el teléfono esté apagado, o que la red no diga nada. Si nunca se informa de ningún mensaje de esta pasarela, compruebe que el proveedor llega a la URL pública.',
  '{0} did not take it, so {1} did: {2}': '{0} no lo aceptó, así que lo hizo {1}: {2}',
  'Not sent: this phone has told the sender to stop. Only a text START from that phone to the sender lifts it; the guest can do that, or prove an email address instead.':
    'No se envió: este teléfono le dijo STOP al remitente. Solo lo levanta un mensaje START de ese teléfono al remitente; el huésped puede hacerlo, o demostrar en su lugar una dirección de correo.',
  'Not sent: mail to this address came back before. If the address is good again, delete its suppression.':
    'No se envió: el correo a esta dirección ya fue devuelto. Si la dirección vuelve a ser válida, elimine su entrada en los destinatarios excluidos.',
  'Not sent: no enabled SMS gateway serves this message. Attach one that serves the country to the plan or portal.':
    'No se envió: ninguna pasarela SMS activada atiende este mensaje. Asigne al plan de uso o al portal una que atienda el país.',
  'Not sent: no mail server is enabled. Add or enable one.':
    'No se envió: no hay ningún servidor de correo activado. Añada uno o actívelo.',
  'Not sent: the gateway has reached its spend limit, and no other was left. Raise the limit, or attach another gateway.':
    'No se envió: la pasarela ha alcanzado su límite de gasto y no quedaba otra. Suba el límite, o asigne otra pasarela.',
  'Not sent: it could not leave before its code expired. See the attempts for what held it up. The guest has to ask for another code.':
    'No se envió: no pudo salir antes de que caducara su código. Los intentos dicen qué lo retuvo. El huésped tiene que pedir otro código.',
  'Not sent, because it was not needed any more: the code was entered, replaced or taken back before it left.':
    'No se envió, porque ya no hacía falta: el código se introdujo, se sustituyó o se retiró antes de que saliera.',
  'The number or address cannot be reached ({0}): {1} The guest should check it, or use another.':
    'No se puede llegar al número o a la dirección ({0}): {1} El huésped debería comprobarlo, o usar otro.',
  'This sender cannot reach this number or country ({0}): {1} Attach another gateway that serves the country, or give it a sender that may.':
    'Este remitente no puede llegar a este número o país ({0}): {1} Asigne otra pasarela que atienda el país, o póngale un remitente que pueda.',
  'The settings or the account are at fault ({0}): {1} Every message through it fails until that is mended: correct the record and send a test message.':
    'La causa está en los ajustes o en la cuenta ({0}): {1} Todos los mensajes por esa vía fallan hasta que se arregle: corrija el registro y envíe un mensaje de prueba.',
  'The text was refused ({0}): {1} Change the message text of the portal.':
    'Se rechazó el texto ({0}): {1} Cambie el texto del mensaje del portal.',
  'More was sent than may be, until the code would have been too old ({0}): {1} Lower the gateway’s sends per second, attach another gateway, or ask the provider for more.':
    'Se envió más de lo permitido, hasta que el código habría sido demasiado antiguo ({0}): {1} Baje los mensajes por segundo de la pasarela, asigne otra pasarela, o pida más al proveedor.',
  'It could not be reached until the code would have been too old ({0}): {1} If this goes on, attach a second gateway, so that messages have another way.':
    'No se pudo llegar hasta que el código habría sido demasiado antiguo ({0}): {1} Si continúa, asigne una segunda pasarela, para que los mensajes tengan otra vía.',
  'The provider did not say more.': 'El proveedor no dijo más.',
  'It failed at {0}: {1} See the attempts.': 'Falló en {0}: {1} Vea los intentos.',
}
