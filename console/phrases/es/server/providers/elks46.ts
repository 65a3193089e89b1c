import type { Catalogue } from '../../../../server-catalogue.ts'

export const elks46: Catalogue = {
  'Three letters, as in SEK or EUR. 46elks reports what a message cost without saying in what: with this it is written down.':
    'Tres letras, como SEK o EUR. 46elks informa de lo que costó un mensaje sin decir en qué moneda: con esto queda anotado.',
  'A number of yours at 46elks (+46700000000), or a name of 3 to 11 letters and digits that begins with a letter.':
    'Un número suyo en 46elks (+46700000000), o un nombre de 3 a 11 letras y cifras que empieza por una letra.',
  'Begins with u; on the account page of the 46elks dashboard.': 'Empieza por u; en la página de la cuenta del panel de 46elks.',
  'Beside the API username.': 'Junto al nombre de usuario de API.',
  'Leave empty for 46elks itself.': 'Déjela vacía para el propio 46elks.',
  'This is not the API username, which is u and 32 letters and digits: copy it from the 46elks dashboard.':
    'Este no es el nombre de usuario de API, que es u y 32 letras y cifras: cópielo del panel de 46elks.',
  'The API password has spaces or line breaks in it: copy it again.':
    'La contraseña de API tiene espacios o saltos de línea: cópiela de nuevo.',
  'A currency is three letters, as in SEK, EUR or USD.': 'Una moneda son tres letras, como SEK, EUR o USD.',
  'Write the number with a plus, the country code and digits only, as in +46700000000.':
    'Escriba el número con el signo más, el prefijo del país y solo cifras, como +46700000000.',
  'A sender name at 46elks is 3 to 11 letters (a to z) and digits without spaces, and begins with a letter.':
    'Un nombre de remitente en 46elks tiene de 3 a 11 letras (a a z) y cifras sin espacios, y empieza por una letra.',
  'Guests cannot reply to a sender name, and some countries want it registered first: a number can be replied to.':
    'Los huéspedes no pueden responder a un nombre de remitente, y algunos países exigen registrarlo antes: a un número sí se puede responder.',
  'The number does not exist or cannot get SMS: the guest has to correct it.':
    'El número no existe o no puede recibir SMS: el huésped tiene que corregirlo.',
  'From is not a number of this 46elks account, and no valid name: see Numbers in the 46elks dashboard.':
    '«Remitente» no es un número de esta cuenta de 46elks ni un nombre válido: vea Numbers en el panel de 46elks.',
  'The 46elks account is out of credits: fill it up in the 46elks dashboard.':
    'La cuenta de 46elks se ha quedado sin saldo: recárguela en el panel de 46elks.',
  'The text or the sender is too long for 46elks: shorten the template or the sender.':
    'El texto o el remitente es demasiado largo para 46elks: acorte el texto del mensaje o el remitente.',
  'A setting is missing: fill in From, the API username and the API password.':
    'Falta un ajuste: rellene «Remitente», el nombre de usuario de API y la contraseña de API.',
  '46elks refuses the API username or API password: copy both again from the 46elks dashboard.':
    '46elks rechaza el nombre de usuario de API o la contraseña de API: copie ambos de nuevo del panel de 46elks.',
  '46elks refused the message ({0}). See the history in the 46elks dashboard.':
    '46elks rechazó el mensaje ({0}). Vea el historial en el panel de 46elks.',
  '46elks refused the message ({0}): {1}. See the history in the 46elks dashboard.':
    '46elks rechazó el mensaje ({0}): {1}. Vea el historial en el panel de 46elks.',
  'The credentials are right. The balance is {0}{1}.': 'Las credenciales son correctas. El saldo es de {0}{1}.',
  '46elks refuses the API username or API password: copy both again.':
    '46elks rechaza el nombre de usuario de API o la contraseña de API: copie ambos de nuevo.',
  '46elks answered {0}: try again in a moment.': '46elks respondió {0}: inténtelo de nuevo en un momento.',
  'The message did not reach the phone; 46elks gives no reason. The guest can ask for another code.':
    'El mensaje no llegó al teléfono; 46elks no da motivo. El huésped puede pedir otro código.',
  'API password': 'Contraseña de API',
  'Currency of the account': 'Moneda de la cuenta',
}
