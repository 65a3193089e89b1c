import type { Catalogue } from '../../../../server-catalogue.ts'

export const kannel: Catalogue = {
  'POST keeps the password and the text out of addresses, which proxies log. GET for services that only imitate Kannel.':
    'POST mantiene la contraseña y el texto fuera de las direcciones, que los proxies registran. GET para servicios que solo imitan a Kannel.',
  'The smsc-id to send through, where Kannel has several. Empty: Kannel chooses.':
    'El smsc-id por el que enviar, si Kannel tiene varios. Vacío: elige Kannel.',
  'The sender. Empty: the default-sender of the sendsms-user, or the global-sender.':
    'El remitente. Vacío: el default-sender del sendsms-user, o el global-sender.',
  'The username of a sendsms-user group in kannel.conf.': 'El username de un grupo sendsms-user en kannel.conf.',
  'The password of that sendsms-user.': 'El password de ese sendsms-user.',
  'With its sendsms-port, as in http://10.0.0.5:13013. With a path where sendsms-url is not /cgi-bin/sendsms.':
    'Con su sendsms-port, como http://10.0.0.5:13013. Con una ruta si sendsms-url no es /cgi-bin/sendsms.',
  'It has spaces or line breaks in it: copy it again from kannel.conf.':
    'Tiene espacios o saltos de línea: cópielo de nuevo de kannel.conf.',
  'The sender is one line.': 'El remitente es una sola línea.',
  'An smsc-id has no spaces: copy it from kannel.conf.': 'Un smsc-id no tiene espacios: cópielo de kannel.conf.',
  'Kannel’s white or black lists keep this number out: see white-list and black-list in kannel.conf.':
    'Las listas blancas o negras de Kannel excluyen este número: vea white-list y black-list en kannel.conf.',
  'Kannel refuses the username or password, or this server’s address: see the sendsms-user in kannel.conf.':
    'Kannel rechaza el nombre de usuario o la contraseña, o la dirección de este servidor: vea el sendsms-user en kannel.conf.',
  'No SMSC of Kannel’s takes this number: see allowed-prefix and denied-prefix in kannel.conf.':
    'Ningún SMSC de Kannel acepta este número: vea allowed-prefix y denied-prefix en kannel.conf.',
  'Kannel wants a sender: fill in From, or set default-sender in kannel.conf.':
    'Kannel exige un remitente: rellene «Remitente», o ponga default-sender en kannel.conf.',
  'This service does not take messages by POST: choose GET.': 'Este servicio no acepta mensajes por POST: elija GET.',
  'Kannel cannot write the text in the alphabet of an SMS: reword the template.':
    'Kannel no puede escribir el texto en el alfabeto de un SMS: redacte el texto del mensaje de otra manera.',
  'Nothing listens at this path: see sendsms-url in kannel.conf, and put the path into the address.':
    'Nada escucha en esta ruta: vea sendsms-url en kannel.conf y ponga la ruta en la dirección.',
  'Kannel refused the message ({0}). See the log of smsbox.': 'Kannel rechazó el mensaje ({0}). Vea el registro de smsbox.',
  'Kannel refused the message ({0}): {1}. See the log of smsbox.':
    'Kannel rechazó el mensaje ({0}): {1}. Vea el registro de smsbox.',
  'Kannel takes the username and password. Whether its SMSC is connected only a test message shows.':
    'Kannel acepta el nombre de usuario y la contraseña. Si su SMSC está conectado, solo lo muestra un mensaje de prueba.',
  'What answers at this address ({0}) does not speak as Kannel does: send a test message.':
    'Lo que responde en esta dirección ({0}) no habla como Kannel: envíe un mensaje de prueba.',
  'The message did not reach the phone: it is off, out of reach, or not in use. The guest can ask for another code.':
    'El mensaje no llegó al teléfono: está apagado, sin cobertura o fuera de uso. El huésped puede pedir otro código.',
  'The SMSC did not take the message from Kannel: see the log of bearerbox for its reason.':
    'El SMSC no aceptó el mensaje de Kannel: el motivo está en el registro de bearerbox.',
  'Address of smsbox': 'Dirección de smsbox',
  'Kannel cannot take messages at the moment: is bearerbox running, and its queue not full?':
    'Kannel no puede aceptar mensajes en este momento: ¿funciona bearerbox y no está llena su cola?',
}
