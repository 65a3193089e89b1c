import type { Catalogue } from '../../../server-catalogue.ts'

export const mail: Catalogue = {
  'The mail server’s from is not an email address.': 'El remitente del servidor de correo no es una dirección de correo.',
  'This is not one email address.': 'No es una sola dirección de correo.',
  'The server answers (without encryption); the login was taken. Nothing was sent.':
    'El servidor responde (sin cifrado); aceptó los datos de acceso. No se envió nada.',
  'The server answers (without encryption); no login was tried. Nothing was sent.':
    'El servidor responde (sin cifrado); no se intentó identificarse. No se envió nada.',
  'The server answers (encrypted, with a valid certificate); the login was taken. Nothing was sent.':
    'El servidor responde (cifrado, con un certificado válido); aceptó los datos de acceso. No se envió nada.',
  'The server answers (encrypted, with a valid certificate); no login was tried. Nothing was sent.':
    'El servidor responde (cifrado, con un certificado válido); no se intentó identificarse. No se envió nada.',
  'The login was refused: {0}': 'Se rechazaron los datos de acceso: {0}',
  'Correct the field "from": wifi@example.com, or Hotel Wi-Fi <wifi@example.com>.':
    'Corrija el remitente: wifi@example.com, u Hotel Wi-Fi <wifi@example.com>.',
  'Give exactly one address such as guest@example.com.': 'Indique exactamente una dirección como guest@example.com.',
  'The server wants a login: put in a user name and a password.':
    'El servidor exige identificarse: ponga un usuario y una contraseña.',
  'The server offers no STARTTLS on this port. Try port 587, or security "tls" with port 465.':
    'El servidor no ofrece STARTTLS en este puerto. Pruebe el puerto 587, o el cifrado TLS con el puerto 465.',
  'The server does not carry mail for this sender to other domains: log in, or let the address of Gatehouse send there.':
    'El servidor no lleva correo de este remitente a otros dominios: identifíquese, o permita en él que envíe la dirección de Gatehouse.',
  'The server asks to come back later (greylisting or a limit). Codes are tried again by themselves as long as they are valid.':
    'El servidor pide volver más tarde (greylisting o un límite). Los códigos se reintentan solos mientras valen.',
  'The server refuses the sender: use an address in "from" that the login may send as, and look at bounce_address too.':
    'El servidor rechaza el remitente: use uno con el que este usuario pueda enviar, y revise también la dirección de rebotes.',
  'The server offers no login here: leave user name and password empty, or use the port for sending (587 or 465).':
    'El servidor no ofrece identificarse aquí: deje vacíos el usuario y la contraseña, o use el puerto de envío (587 o 465).',
  'Check user name and password. Many providers want the whole address as user name, and a password made for programs (an "app password").':
    'Revise el usuario y la contraseña. Muchos proveedores quieren la dirección completa como usuario, y una contraseña para programas («contraseña de aplicación»).',
  'This port does not begin encrypted: use security "starttls" (usually port 587), or port 465 with "tls".':
    'Este puerto no empieza cifrado: use el cifrado STARTTLS (normalmente el puerto 587), o el puerto 465 con TLS.',
  'What answers here is not what the security setting expects: use "starttls" with port 587, or "tls" with port 465.':
    'Lo que responde aquí no es lo que espera el cifrado elegido: use STARTTLS con el puerto 587, o TLS con el puerto 465.',
  'The server’s certificate is for another name than {0}: put in the name that is in the certificate.':
    'El certificado del servidor es para un nombre distinto de {0}: ponga el nombre que figura en el certificado.',
  'The server’s certificate has expired: it has to be renewed there.':
    'El certificado del servidor ha caducado: hay que renovarlo allí.',
  'Nobody that this machine trusts vouches for the server’s certificate. For an authority of your own, start Gatehouse with NODE_EXTRA_CA_CERTS.':
    'Nadie en quien confíe esta máquina responde por el certificado del servidor. Con una autoridad propia, arranque Gatehouse con NODE_EXTRA_CA_CERTS.',
  'There is no server of the name {0}: check the host.': 'No existe ningún servidor llamado {0}: revise el servidor.',
  'Nothing listens on port {0} of {1}: check the port, usually 587 or 465.':
    'Nada escucha en el puerto {0} de {1}: revise el puerto, normalmente 587 o 465.',
  'Port {0} of {1} took the connection and said nothing: a port that begins encrypted (465) needs security "tls".':
    'El puerto {0} de {1} aceptó la conexión y no dijo nada: un puerto que empieza cifrado (465) necesita el cifrado TLS.',
  'No answer from {0}, port {1}, in time: check host, port and firewall. Many hosting providers block port 25.':
    '{0}, puerto {1}, no respondió a tiempo: revise el servidor, el puerto y el cortafuegos. Muchos proveedores de alojamiento bloquean el puerto 25.',
  'The connection was lost: look into the log of the mail server, then try again.':
    'Se perdió la conexión: mire el registro del servidor de correo e inténtelo de nuevo.',
  'What answers on port {0} is no mail server, or it is closed to this machine.':
    'Lo que responde en el puerto {0} no es un servidor de correo, o no admite a esta máquina.',
  'The stored password was encrypted with another GATEHOUSE_SECRET_KEY.':
    'La contraseña guardada se cifró con otra GATEHOUSE_SECRET_KEY.',
  'Put the password in again.': 'Ponga la contraseña de nuevo.',
  'The simulator is always there. It reaches no real mailbox.':
    'El simulador siempre está ahí. No llega a ningún buzón de verdad.',
  'The simulator has it: see the page /simulator.': 'Lo tiene el simulador: vea la página /simulator.',
  '{0} took the mail.': '{0} aceptó el correo.',
  'Look into the mailbox, and into its spam folder. If it does not arrive, look into the log of your mail server.':
    'Mire en el buzón, y en su carpeta de correo no deseado. Si no llega, mire el registro de su servidor de correo.',
  'The mailbox does not exist: the guest has to correct the address.':
    'El buzón no existe: el huésped tiene que corregir la dirección.',
  'The domain of the address takes no mail: the guest has to correct the address.':
    'El dominio de la dirección no acepta correo: el huésped tiene que corregir la dirección.',
  'The sender address is refused: correct the mail server’s from and bounce_address.':
    'Se rechaza la dirección del remitente: corrija el remitente y la dirección de rebotes del servidor de correo.',
  'The mail failed a check of its sender: set SPF, DKIM and DMARC up for the domain of the from address.':
    'El correo no pasó una comprobación de su remitente: configure SPF, DKIM y DMARC para el dominio del remitente.',
  'The recipient’s mail server refuses mail from here: check SPF, DKIM and DMARC, and whether your server is on a blocklist.':
    'El servidor de correo del destinatario rechaza el correo de aquí: revise SPF, DKIM y DMARC, y si su servidor está en una lista de bloqueo.',
  'The text was refused: look at your own texts, and at SPF, DKIM and DMARC.':
    'Se rechazó el texto: revise sus propios textos, y SPF, DKIM y DMARC.',
  'The recipient’s mail system does not work as it should; nothing is to be done here.':
    'El sistema de correo del destinatario no funciona como debe; aquí no hay nada que hacer.',
  'The address is not written correctly: the guest has to correct it.':
    'La dirección no está bien escrita: el huésped tiene que corregirla.',
  'The address fits several mailboxes: the guest has to give the full one.':
    'La dirección corresponde a varios buzones: el huésped tiene que dar la completa.',
  'The mailbox has moved and left no new address: the guest has to give another one.':
    'El buzón se ha trasladado sin dejar una dirección nueva: el huésped tiene que dar otra.',
  'The mailbox is switched off: the guest has to give another address.':
    'El buzón está desactivado: el huésped tiene que dar otra dirección.',
  'The mailbox is full: the guest has to make room or give another address.':
    'El buzón está lleno: el huésped tiene que hacer sitio o dar otra dirección.',
  'The mail is too long for the mailbox.': 'El correo es demasiado largo para el buzón.',
  'The mail is too big for the recipient’s mail system.':
    'El correo es demasiado grande para el sistema de correo del destinatario.',
  'No mail server was found for the address: the guest has to check what is after the @.':
    'No se encontró ningún servidor de correo para la dirección: el huésped tiene que revisar lo que sigue a la @.',
  'The mail went round in circles between servers; nothing is to be done here.':
    'El correo dio vueltas entre servidores; aquí no hay nada que hacer.',
  'Your mail server tried for as long as it may and gave up: the recipient’s server did not take the mail.':
    'Su servidor de correo lo intentó todo el tiempo permitido y desistió: el servidor del destinatario no aceptó el correo.',
  'The login was refused: correct the user name and the password.':
    'Se rechazaron los datos de acceso: corrija el usuario y la contraseña.',
  'The mailbox belongs to somebody else now: the guest has to give another address.':
    'El buzón es ahora de otra persona: el huésped tiene que dar otra dirección.',
  'The domain of the sender address says that it takes no mail: correct from and bounce_address.':
    'El dominio del remitente dice que no acepta correo: corrija el remitente y la dirección de rebotes.',
  'Something is wrong with the address: the guest has to check it.':
    'Hay algo mal en la dirección: el huésped tiene que revisarla.',
  'The mailbox takes no mail: the guest has to give another address.':
    'El buzón no acepta correo: el huésped tiene que dar otra dirección.',
  'The recipient’s mail server could not be reached.': 'No se pudo llegar al servidor de correo del destinatario.',
  'The two mail servers did not understand each other; nothing is to be done here.':
    'Los dos servidores de correo no se entendieron; aquí no hay nada que hacer.',
  'The recipient’s mail server refused the mail and did not say why in a code: read its words.':
    'El servidor de correo del destinatario rechazó el correo y no dijo por qué con un código: lea sus palabras.',
  '{0} It said: {1}': '{0} Dijo: {1}',
  'The guest, or the provider for the guest, reported the mail as unwanted: nothing more is sent to this address.':
    'El huésped, o su proveedor por él, marcó el correo como no deseado: a esta dirección ya no se envía nada.',
  'Your mail server could not deliver the mail in time and has given up.':
    'Su servidor de correo no pudo entregar el correo a tiempo y ha desistido.',
  'Not delivered yet: your mail server keeps trying.': 'Aún sin entregar: su servidor de correo sigue intentándolo.',
  'Delivered, says the recipient’s mail server.': 'Entregado, dice el servidor de correo del destinatario.',
  'Handed on to a mail server that sends no reports.': 'Pasado a un servidor de correo que no envía informes.',
  'Handed on to several recipients.': 'Pasado a varios destinatarios.',
  'A mail server wrote that the mail is late or did not arrive.':
    'Un servidor de correo escribió que el correo se retrasa o no llegó.',
}
