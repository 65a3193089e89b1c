import type { Catalogue } from '../../../../server-catalogue.ts'

export const gatewayapi: Catalogue = {
  'GatewayAPI refuses the API token: copy it again from the dashboard, from the platform (.com or .eu) it was made on.':
    'GatewayAPI rechaza el token de API: cópielo de nuevo del panel, de la plataforma (.com o .eu) en la que se creó.',
  'The GatewayAPI account may not do this: open its dashboard and see what it asks for, or ask its support.':
    'La cuenta de GatewayAPI no puede hacer esto: abra su panel y vea qué pide, o pregunte a su soporte.',
  'The GatewayAPI account may not send to this country or network: ask GatewayAPI to open it.':
    'La cuenta de GatewayAPI no puede enviar a este país o red: pida a GatewayAPI que lo abra.',
  'The number is not in use: the guest has to correct it.': 'El número no está en uso: el huésped tiene que corregirlo.',
  'The phone or its contract cannot get SMS: the guest needs another number, or email.':
    'El teléfono o su contrato no puede recibir SMS: el huésped necesita otro número, o correo electrónico.',
  'The phone has no room for another SMS: the guest deletes some and asks for another code.':
    'El teléfono no tiene sitio para otro SMS: el huésped borra algunos y pide otro código.',
  'The mobile network had a failure of its own: the guest can ask for another code.':
    'La red móvil tuvo un fallo propio: el huésped puede pedir otro código.',
  'The mobile network blocks this message or its sender: ask GatewayAPI which senders it takes in this country.':
    'La red móvil bloquea este mensaje o su remitente: pregunte a GatewayAPI qué remitentes acepta en este país.',
  'The mobile network refuses the sender: put another one into From.':
    'La red móvil rechaza el remitente: ponga otro en «Remitente».',
  'GatewayAPI or the network filters the text: reword the template and leave out links.':
    'GatewayAPI o la red filtra el texto: redacte el texto del mensaje de otra manera y sin enlaces.',
  'The number is not valid: the guest has to correct it.': 'El número no es válido: el huésped tiene que corregirlo.',
  'The mobile network did not understand the message: ask GatewayAPI, with the message’s id.':
    'La red móvil no entendió el mensaje: pregunte a GatewayAPI, con el identificador del mensaje.',
  'GatewayAPI does not allow this server’s IP address: add it to the API key’s list, or empty that list.':
    'GatewayAPI no permite la dirección IP de este servidor: añádala a la lista de la clave de API, o vacíe esa lista.',
  'GatewayAPI holds messages to this number back for a while, since it got the same one too often.':
    'GatewayAPI retiene un tiempo los mensajes a este número, porque recibió el mismo demasiadas veces.',
  'The number is on the GatewayAPI account’s blacklist: take it off in the dashboard.':
    'El número está en la lista negra de la cuenta de GatewayAPI: quítelo en el panel.',
  'The GatewayAPI account is out of credit: fill it up, or switch automatic top-up on.':
    'La cuenta de GatewayAPI se ha quedado sin saldo: recárguela, o active la recarga automática.',
  'The GatewayAPI account does not have this message class: choose standard, or ask GatewayAPI for it.':
    'La cuenta de GatewayAPI no tiene esta clase de mensaje: elija standard, o pídala a GatewayAPI.',
  'GatewayAPI is short of resources: it takes messages again in a moment.':
    'A GatewayAPI le faltan recursos: vuelve a aceptar mensajes en un momento.',
  'A name of up to 11 letters and digits, or a number of up to 15 digits.':
    'Un nombre de hasta 11 letras y cifras, o un número de hasta 15 cifras.',
  'In the GatewayAPI dashboard under API, API keys.': 'En el panel de GatewayAPI, en API, API keys.',
  'Leave empty for gatewayapi.com. For an account on the EU platform: https://gatewayapi.eu.':
    'Déjela vacía para gatewayapi.com. Para una cuenta en la plataforma de la UE: https://gatewayapi.eu.',
  'Signs the receipts: set the same token at the webhook in the dashboard, and make that webhook the default one.':
    'Firma los informes de entrega: ponga el mismo token en el webhook del panel y haga de ese webhook el predeterminado.',
  'A sender at GatewayAPI is a name of up to 11 letters and digits, or a number of up to 15 digits.':
    'Un remitente en GatewayAPI es un nombre de hasta 11 letras y cifras, o un número de hasta 15 cifras.',
  'An API token has no spaces and no colon: copy the token alone, not a key and secret.':
    'Un token de API no tiene espacios ni dos puntos: copie solo el token, no una clave con su secreto.',
  'This is the address of another API of GatewayAPI’s: put in https://gatewayapi.com or https://gatewayapi.eu.':
    'Es la dirección de otra API de GatewayAPI: ponga https://gatewayapi.com o https://gatewayapi.eu.',
  'Only the address goes here, without /rest: https://gatewayapi.com or https://gatewayapi.eu.':
    'Aquí va solo la dirección, sin /rest: https://gatewayapi.com o https://gatewayapi.eu.',
  'Receipts come only if the gateway’s callback address is the default webhook for status notifications, with the same token.':
    'Los informes de entrega llegan solo si la dirección de devolución de llamada de la pasarela es el webhook predeterminado para avisos de estado, con el mismo token.',
  'GatewayAPI refuses the API token: copy it again from the dashboard.':
    'GatewayAPI rechaza el token de API: cópielo de nuevo del panel.',
  'GatewayAPI refused the message ({0}). See https://gatewayapi.com/docs/errors.':
    'GatewayAPI rechazó el mensaje ({0}). Vea https://gatewayapi.com/docs/errors.',
  'GatewayAPI refused the message ({0}): {1}. See https://gatewayapi.com/docs/errors.':
    'GatewayAPI rechazó el mensaje ({0}): {1}. Vea https://gatewayapi.com/docs/errors.',
  'The API token is right. The credit is {0}{1}.': 'El token de API es correcto. El saldo es de {0}{1}.',
  'GatewayAPI answered {0}: try again in a moment.': 'GatewayAPI respondió {0}: inténtelo de nuevo en un momento.',
  'The phone was off or out of reach until the code had expired: the guest can ask for another one.':
    'El teléfono estuvo apagado o sin cobertura hasta que caducó el código: el huésped puede pedir otro.',
  'The message was cancelled at GatewayAPI.': 'El mensaje se canceló en GatewayAPI.',
  'The message cannot be delivered, most likely since the number is not in use: the guest has to check it.':
    'El mensaje no se puede entregar, seguramente porque el número no está en uso: el huésped tiene que comprobarlo.',
  'The mobile network rejected the message: ask GatewayAPI which senders and texts it takes in this country.':
    'La red móvil rechazó el mensaje: pregunte a GatewayAPI qué remitentes y textos acepta en este país.',
  'The mobile network took the message and left it out by a rule of its own: ask GatewayAPI.':
    'La red móvil aceptó el mensaje y lo omitió por una regla propia: pregunte a GatewayAPI.',
  'Webhook authentication token': 'Token de autenticación del webhook',
  'Message class': 'Clase de mensaje',
  'premium is faster and dearer, secret keeps the text out of GatewayAPI’s logs; both have to be in your account.':
    'premium es más rápida y más cara, secret mantiene el texto fuera de los registros de GatewayAPI; ambas deben estar en su cuenta.',
  standard: 'standard',
  premium: 'premium',
  secret: 'secret',
}
