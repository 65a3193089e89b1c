import type { Catalogue } from '../../../server-catalogue.ts'

export const records: Catalogue = {
  'Only a group named exactly SMS switches free SMS on.': 'Solo un grupo llamado exactamente SMS activa los SMS gratuitos.',
  'Free SMS is switched on by the account group SMS, but no carrier is active or degraded: it is not offered. See carriers.':
    'El grupo de cuentas SMS activa los SMS gratuitos, pero ningún operador móvil está activo o degradado: no se ofrecen. Vea los operadores móviles.',
  'Free SMS goes out by email, but no mail server is enabled: add or enable one.':
    'Los SMS gratuitos salen por correo, pero ningún servidor de correo está activado: añada o active uno.',
  '{0} It is offered as {1} all the same, because you have set its status; POST /carriers/{id}/reset takes that back.':
    '{0} Aun así se ofrece ({1}), porque usted puso su estado; «Volver a los datos incluidos» lo deshace.',
  '{0} It is not offered meanwhile. POST /carriers/{id}/check looks again; setting its status offers it all the same.':
    '{0} Mientras tanto no se ofrece. «Comprobar ahora» vuelve a mirar; si pone usted su estado, se ofrece igualmente.',
  '{0} Guests are told that its messages may not arrive.': '{0} A los huéspedes se les dice que sus mensajes pueden no llegar.',
  active: 'activo',
  degraded: 'degradado',
  'It was last verified on {0}: try it with a phone of this carrier, and set last_verified_on.':
    'Se comprobó por última vez el {0}: pruébelo con un teléfono de este operador y ponga la fecha de la última comprobación.',
  'This version of Gatehouse does not know the carrier any more: there is nothing to go back to.':
    'Esta versión de Gatehouse ya no conoce este operador móvil: no hay nada a lo que volver.',
  'There is no mail server for {0} in the DNS.': 'En el DNS no hay ningún servidor de correo para {0}.',
  'Messages to {0} numbers were refused within 24 hours, and no code was entered in between. After a day it is tried again.':
    'En 24 horas se rechazaron mensajes a {0} números, y entremedias no se introdujo ningún código. Pasado un día se prueba de nuevo.',
  '{0} of {1} codes were entered in the last {2} days.': 'En los últimos {2} días se introdujeron {0} de {1} códigos.',
  'Mail is shown on the simulator page and reaches no real mailbox.':
    'El correo se muestra en la página del simulador y no llega a ningún buzón de verdad.',
  'There is a user name but no password: the server will likely refuse.':
    'Hay usuario pero no contraseña: lo más probable es que el servidor lo rechace.',
  'The stored password was encrypted with another GATEHOUSE_SECRET_KEY: put it in again.':
    'La contraseña guardada se cifró con otra GATEHOUSE_SECRET_KEY: póngala de nuevo.',
  'The connection is not encrypted: the password and the codes can be read on the way. Use starttls or tls.':
    'La conexión no está cifrada: la contraseña y los códigos se pueden leer por el camino. Use STARTTLS o TLS.',
  'Passwords are reset by SMS, but the portal has no enabled SMS gateway: attach one, or enable one that is attached.':
    'Las contraseñas se restablecen por SMS, pero el portal no tiene ninguna pasarela SMS activada: añádale una o actívela.',
  'Passwords are reset by email, but no mail server is enabled: add or enable one.':
    'Las contraseñas se restablecen por correo, pero ningún servidor de correo está activado: añada o active uno.',
  'The usage plan "{0}" is not offered: see its warnings.': 'El plan de uso «{0}» no se ofrece: vea sus avisos.',
  'The account is blocked. Unblock it first.': 'La cuenta está bloqueada. Desbloquéela primero.',
  'This contact was sent too many of these messages. Try again later.':
    'A este contacto se le enviaron demasiados mensajes de estos. Inténtelo más tarde.',
  'Nothing can send the messages of a password reset: see the warnings of the splash portal.':
    'Nada puede enviar los mensajes para restablecer la contraseña: vea los avisos del portal de bienvenida.',
  'The splash portal "{0}" resets no passwords: set its password_reset_method first.':
    'El portal de bienvenida «{0}» no restablece contraseñas: elija primero su método para restablecer la contraseña.',
  'No splash portal resets passwords: set its password_reset_method first.':
    'Ningún portal de bienvenida restablece contraseñas: elija primero un método para restablecer la contraseña.',
  'This portal resets passwords by number and email address together, and the account has no proven number. Proofs come with a code at a sign-up.':
    'Este portal restablece contraseñas con el número y el correo a la vez, y la cuenta no tiene ningún número confirmado. Se confirma con un código al registrarse.',
  'This portal resets passwords by number and email address together, and the account has no proven email address. Proofs come with a code at a sign-up.':
    'Este portal restablece contraseñas con el número y el correo a la vez, y la cuenta no tiene ninguna dirección de correo confirmada. Se confirma con un código al registrarse.',
  'This portal resets passwords by number and email address together, and the account has neither proven. Proofs come with a code at a sign-up.':
    'Este portal restablece contraseñas con el número y el correo a la vez, y la cuenta no tiene confirmado ninguno de los dos. Se confirma con un código al registrarse.',
  'The account has no proven number, so there is nobody to write to for certain.':
    'La cuenta no tiene ningún número confirmado, así que no hay a quién escribir con seguridad.',
  'The account has no proven email address, so there is nobody to write to for certain.':
    'La cuenta no tiene ninguna dirección de correo confirmada, así que no hay a quién escribir con seguridad.',
  'The account has no proven number or email address, so there is nobody to write to for certain.':
    'La cuenta no tiene ningún número ni dirección de correo confirmados, así que no hay a quién escribir con seguridad.',
  'The splash portal "{0}" does not reset passwords by text message.':
    'El portal de bienvenida «{0}» no restablece contraseñas por SMS.',
  'The splash portal "{0}" does not reset passwords by email.':
    'El portal de bienvenida «{0}» no restablece contraseñas por correo.',
  'Give either a phone or an email.': 'Indique un teléfono o un correo.',
  'A message to this person is leaving just now. Nothing was erased; try again in a moment.':
    'Justo ahora sale un mensaje para esta persona. No se borró nada; inténtelo de nuevo en un momento.',
  'This language is not supported; use {0}.': 'No se admite este idioma; use {0}.',
  'There is no text of this name; the names are {0}.': 'No existe ningún texto con este nombre; los nombres son {0}.',
  '{0} is not known here; use {1}.': '{0} no se conoce aquí; use {1}.',
  'The text is empty; leave it out to get the built-in one.': 'El texto está vacío; quítelo para usar el incluido.',
  '{code} is missing, so nobody would get the code.': 'Falta {code}, así que nadie recibiría el código.',
  '{link} is missing, so nobody would find the page.': 'Falta {link}, así que nadie encontraría la página.',
  'It holds a control character; only line breaks are allowed.':
    'Contiene un carácter de control; solo se permiten saltos de línea.',
  'A subject is one line; take the line break out.': 'Un asunto es una sola línea; quite el salto de línea.',
  'A subject has at most {0} characters.': 'Un asunto tiene como máximo {0} caracteres.',
  'An email has at most {0} characters.': 'Un correo tiene como máximo {0} caracteres.',
  'Leave out the line "@host #code": it is added to the end of every message with a code.':
    'Quite la línea «@host #code»: se añade al final de cada mensaje con un código.',
  '{0} cannot go through a carrier’s email gateway: use plain letters.':
    '{0} no puede pasar por la pasarela de correo de un operador: use letras sencillas.',
  'It is too long: with the brand and a code of {0} digits it has more than {1} characters.':
    'Es demasiado largo: con la marca y un código de {0} cifras tiene más de {1} caracteres.',
  'It is too long: with the brand, the line "@{0} #…" and a code of {1} digits it needs {2} segments in {3}.':
    'Es demasiado largo: con la marca, la línea «@{0} #…» y un código de {1} cifras necesita {2} partes en {3}.',
  'It is too long: with the brand and the link it needs {0} segments in {1}.':
    'Es demasiado largo: con la marca y el enlace necesita {0} partes en {1}.',
  'It is too long: with the brand it needs {0} segments in {1}.': 'Es demasiado largo: con la marca necesita {0} partes en {1}.',
  'A segment holds fewer characters because of {0}.': 'En una parte caben menos caracteres por culpa de {0}.',
  'Only 1 is allowed: that is at most {0} characters.': 'Solo se permite 1: son como máximo {0} caracteres.',
  'Only {0} are allowed: that is at most {1} characters.': 'Solo se permiten {0}: son como máximo {1} caracteres.',
  'Shorten it, or raise sms_segments_max.': 'Acórtelo, o suba el máximo de partes de SMS.',
  'Must be a country code such as US.': 'Debe ser un código de país como US.',
  'This list cannot be searched.': 'Esta lista no admite búsquedas.',
}
