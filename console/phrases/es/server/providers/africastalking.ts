import type { Catalogue } from '../../../../server-catalogue.ts'

export const africastalking: Catalogue = {
  'The number is not in use or cannot get SMS: the guest has to correct it.':
    'El número no está en uso o no puede recibir SMS: el huésped tiene que corregirlo.',
  'The number is switched off or suspended by its network: the guest needs another number, or email.':
    'La red ha desactivado o suspendido el número: el huésped necesita otro número, o correo electrónico.',
  'The guest has blocked messages from this sender: only the guest can lift it, at the mobile network.':
    'El huésped ha bloqueado los mensajes de este remitente: solo él puede levantarlo, en su operador móvil.',
  'Nigeria lets promotional senders send by day only: register a transactional sender with Africa’s Talking for codes.':
    'Nigeria solo deja enviar de día a los remitentes promocionales: registre en Africa’s Talking un remitente transaccional para los códigos.',
  'Africa’s Talking holds the message for a risk check: ask its support to release your account’s traffic.':
    'Africa’s Talking retiene el mensaje para una revisión de riesgo: pida a su soporte que libere el tráfico de su cuenta.',
  'From is not a sender of this Africa’s Talking account: register it there, or leave From empty.':
    '«Remitente» no es un remitente de esta cuenta de Africa’s Talking: regístrelo allí, o deje «Remitente» vacío.',
  'The Africa’s Talking account is out of credit: fill it up in its dashboard.':
    'La cuenta de Africa’s Talking se ha quedado sin saldo: recárguela en su panel.',
  'Africa’s Talking has no route to this number: add a gateway that serves the country.':
    'Africa’s Talking no tiene ruta hacia este número: añada una pasarela que atienda el país.',
  'The mobile network rejected the message: check that the sender is registered in that country.':
    'La red móvil rechazó el mensaje: compruebe que el remitente está registrado en ese país.',
  'The number has moved to another network, which Africa’s Talking did not know: use another gateway for it.':
    'El número se ha pasado a otra red y Africa’s Talking no lo sabía: use otra pasarela para él.',
  'The phone was off or out of reach until the network gave up: the guest can ask for another code.':
    'El teléfono estuvo apagado o sin cobertura hasta que la red desistió: el huésped puede pedir otro código.',
  'The sender is a premium one, which the guest pays for: use an ordinary sender for codes.':
    'El remitente es de tarificación especial y lo paga el huésped: use un remitente normal para los códigos.',
  'The sender is one for premium services on demand: use an ordinary sender for codes.':
    'El remitente es para servicios de pago a petición: use un remitente normal para los códigos.',
  'The sender is one for premium subscriptions: use an ordinary sender for codes.':
    'El remitente es para suscripciones de pago: use un remitente normal para los códigos.',
  'As it is registered in your account. Empty: the shared sender AFRICASTKNG, where the network takes it.':
    'Tal como está registrado en su cuenta. Vacío: el remitente compartido AFRICASTKNG, donde la red lo acepta.',
  'The username of the app in the dashboard; sandbox for the sandbox.':
    'El nombre de usuario de la aplicación en el panel; sandbox para el entorno de pruebas.',
  'In the dashboard under Settings, API Key. The sandbox has a key of its own.':
    'En el panel, en Settings, API Key. El entorno de pruebas tiene una clave propia.',
  'Leave empty for Africa’s Talking itself.': 'Déjela vacía para el propio Africa’s Talking.',
  'A sender ID has up to 11 letters and digits; a short code or number has digits only.':
    'Un identificador de remitente tiene hasta 11 letras y cifras; un número corto o un número, solo cifras.',
  'This is not a username of an app: it is shown in the dashboard beside the app’s name, without spaces and @.':
    'Este no es el nombre de usuario de una aplicación: aparece en el panel junto al nombre de la aplicación, sin espacios ni @.',
  'Only the address goes here, without /version1: leave it empty for Africa’s Talking itself.':
    'Aquí va solo la dirección, sin /version1: déjela vacía para el propio Africa’s Talking.',
  'The sandbox knows only the username sandbox: put that in, or leave the base URL empty.':
    'El entorno de pruebas solo conoce el nombre de usuario sandbox: póngalo, o deje vacía la URL base.',
  'The username sandbox goes with the sandbox: leave the base URL empty.':
    'El nombre de usuario sandbox es del entorno de pruebas: deje vacía la URL base.',
  'This is the sandbox: messages appear in Africa’s Talking’s own simulator and on no phone.':
    'Es el entorno de pruebas: los mensajes aparecen en el simulador de Africa’s Talking y en ningún teléfono.',
  'Without a sender of your own, many networks drop or delay messages: register a sender ID with Africa’s Talking.':
    'Sin un remitente propio, muchas redes descartan o retrasan los mensajes: registre un identificador de remitente en Africa’s Talking.',
  'Africa’s Talking refuses the username or API key: copy both again; the sandbox has a key of its own.':
    'Africa’s Talking rechaza el nombre de usuario o la clave de API: copie ambos de nuevo; el entorno de pruebas tiene una clave propia.',
  'Africa’s Talking refused the message (http_{0}).': 'Africa’s Talking rechazó el mensaje (http_{0}).',
  'Africa’s Talking refused the message (http_{0}): {1}.': 'Africa’s Talking rechazó el mensaje (http_{0}): {1}.',
  'Africa’s Talking refused the message ({0}).': 'Africa’s Talking rechazó el mensaje ({0}).',
  'The username and API key are right.': 'El nombre de usuario y la clave de API son correctos.',
  'The username and API key are right. The balance is {0}.':
    'El nombre de usuario y la clave de API son correctos. El saldo es de {0}.',
  'Africa’s Talking refuses the username or API key: copy both again.':
    'Africa’s Talking rechaza el nombre de usuario o la clave de API: copie ambos de nuevo.',
  'Africa’s Talking answered {0}: try again in a moment.': 'Africa’s Talking respondió {0}: inténtelo de nuevo en un momento.',
  'The message did not reach the phone and the network gives no reason: the guest can ask for another code.':
    'El mensaje no llegó al teléfono y la red no da motivo: el huésped puede pedir otro código.',
  'Sender ID or short code': 'Identificador de remitente o número corto',
}
