import type { Catalogue } from '../../../server-catalogue.ts'

export const fields: Catalogue = {
  'Must be given.': 'Es obligatorio.',
  'Must not be empty.': 'No puede estar vacío.',
  'Must be a text.': 'Debe ser un texto.',
  'Must be a text, so that it stays exact.': 'Debe ser un texto, para que siga siendo exacto.',
  'Must be a number.': 'Debe ser un número.',
  'Must be a whole number.': 'Debe ser un número entero.',
  'Must be a whole number from 1.': 'Debe ser un número entero a partir de 1.',
  'Must be a whole number from 1 to {0}.': 'Debe ser un número entero de 1 a {0}.',
  'Must be true or false.': 'Debe ser true o false.',
  'Must be a list.': 'Debe ser una lista.',
  'Must be an object.': 'Debe ser un objeto.',
  'Must be the id of a record.': 'Debe ser el identificador de un registro.',
  'Must be a number or an address.': 'Debe ser un número o una dirección.',
  'Must be a login.': 'Debe ser un usuario.',
  'Must be {0}.': 'Debe ser {0}.',
  'Must be one of {0}.': 'Debe ser uno de estos: {0}.',
  'Must be asc or desc.': 'Debe ser asc o desc.',
  'Must be at least {0}.': 'Debe ser como mínimo {0}.',
  'Must be at most {0}.': 'Debe ser como máximo {0}.',
  'Must be 0, or from 8 to 24.': 'Debe ser 0, o de 8 a 24.',
  'Must have at least {0} characters.': 'Debe tener al menos {0} caracteres.',
  'Must have at most {0} characters.': 'Puede tener como máximo {0} caracteres.',
  'Must have at least {0} entries.': 'Debe tener al menos {0} entradas.',
  'Must have at most {0} entries.': 'Puede tener como máximo {0} entradas.',
  'Must have at most 50 entries.': 'Puede tener como máximo 50 entradas.',
  'Must have at most {0} bytes as it stands in the page. Shorten it.':
    'Puede tener como máximo {0} bytes tal como queda en la página. Acórtelo.',
  'May be given once.': 'Puede indicarse una sola vez.',
  'May be given at most {0} times.': 'Puede indicarse como máximo {0} veces.',
  'Has the wrong form.': 'No tiene la forma correcta.',
  'There is no such field.': 'No existe ese campo.',
  'Each record may be listed once.': 'Cada registro puede figurar una sola vez.',
  'Must be one line.': 'Debe ser una sola línea.',
  'Must be one line without control characters.': 'Debe ser una sola línea sin caracteres de control.',
  'Must be one line of at most {0} characters.': 'Debe ser una sola línea de {0} caracteres como máximo.',
  'Must not hold control characters.': 'No puede contener caracteres de control.',
  'Must be letters, digits and underscores.': 'Debe constar de letras, cifras y guiones bajos.',
  'Must be base64url.': 'Debe ser base64url.',
  'Must be JSON.': 'Debe ser JSON.',
  'Must be a time in UTC such as 2026-01-31T12:00:00Z.': 'Debe ser una hora en UTC como 2026-01-31T12:00:00Z.',
  'Must be a time such as 2026-01-31T12:00:00Z.': 'Debe ser una hora como 2026-01-31T12:00:00Z.',
  'Must be a date such as 2026-01-31.': 'Debe ser una fecha como 2026-01-31.',
  'Must be before to.': 'Debe ser anterior a to.',
  'Must be at most {0} days before to.': 'Debe ser como máximo {0} días anterior a to.',
  'Must be names of {0}, each once, with commas between.':
    'Deben ser nombres de entre {0}, cada uno una vez, separados por comas.',
  'Must be the name of a time zone.': 'Debe ser el nombre de una zona horaria.',
  'Must be the IANA name of a time zone, such as Europe/Berlin or UTC.':
    'Debe ser el nombre IANA de una zona horaria, como Europe/Madrid o UTC.',
  'The database server does not know this time zone: take another name of it, or UTC.':
    'El servidor de la base de datos no conoce esta zona horaria: use otro nombre de ella, o UTC.',
  'Must be a country code of two letters such as US (ISO 3166-1).':
    'Debe ser un código de país de dos letras como ES (ISO 3166-1).',
  'Must be a country code of two letters such as US (ISO 3166-1), or * for every other country.':
    'Debe ser un código de país de dos letras como ES (ISO 3166-1), o * para todos los demás países.',
  'There is no such country code.': 'No existe ese código de país.',
  'Must be a language tag such as en or pt-BR.': 'Debe ser un código de idioma como es o pt-BR.',
  'Must be a currency code of three letters such as USD.': 'Debe ser un código de moneda de tres letras como EUR.',
  'Must be a currency code of three letters such as USD (ISO 4217).':
    'Debe ser un código de moneda de tres letras como EUR (ISO 4217).',
  'Must be an amount such as 25 or 25.50.': 'Debe ser un importe como 25 o 25.50.',
  'Must be an amount such as 25 or 12.50, not negative.': 'Debe ser un importe como 25 o 12.50, no negativo.',
  'Must be a decimal number such as 0.0079.': 'Debe ser un número decimal como 0.0079.',
  'Must be a decimal number such as 0.0079: a point, at most six digits on each side, no sign and no currency.':
    'Debe ser un número decimal como 0.0079: con punto, seis cifras como máximo a cada lado, sin signo y sin moneda.',
  'Must be a URL.': 'Debe ser una URL.',
  'Must be an https address; http will do on a network of your own.':
    'Debe ser una dirección https; http vale en una red propia.',
  'Must be an https address, a path on this server, or a data:image/… URL in base64.':
    'Debe ser una dirección https, una ruta de este servidor o una URL data:image/… en base64.',
  'Must be an origin such as https://wifi.example.com, without a path.':
    'Debe ser un origen como https://wifi.example.com, sin ruta.',
  'Must be a domain such as example.com.': 'Debe ser un dominio como example.com.',
  'Must be a host name or an IP address, without a port.': 'Debe ser un nombre de servidor o una dirección IP, sin puerto.',
  'Must be an email address.': 'Debe ser una dirección de correo.',
  'Must be one email address.': 'Debe ser una sola dirección de correo.',
  'Must be one address such as you@example.com.': 'Debe ser una sola dirección como usted@example.com.',
  'Must be one address such as bounces@example.com.': 'Debe ser una sola dirección como bounces@example.com.',
  'Must be one address such as bounces@example.com, without a + and with at most 21 characters before the @.':
    'Debe ser una sola dirección como bounces@example.com, sin + y con 21 caracteres como máximo antes de la @.',
  'Must have no + before the @: Gatehouse puts one there, followed by a token for each message.':
    'No puede llevar + antes de la @: Gatehouse pone uno ahí, seguido de un token para cada mensaje.',
  'Must have at most {0} characters before the @, so that there is room for the token.':
    'Puede tener como máximo {0} caracteres antes de la @, para que quepa el token.',
  'Must be an address such as wifi@example.com or Hotel Wi-Fi <wifi@example.com>.':
    'Debe ser una dirección como wifi@example.com u Hotel Wi-Fi <wifi@example.com>.',
  'Must be one address with {number} before the @, for example {number}@sms.example.com.':
    'Debe ser una sola dirección con {number} antes de la @, como {number}@sms.example.com.',
  'Must be a mobile number in international form, such as +14155550123.':
    'Debe ser un número de móvil en forma internacional, como +14155550123.',
  'Must be a mobile number, best in international form such as +14155550123.':
    'Debe ser un número de móvil, mejor en forma internacional como +14155550123.',
  'Must be a number in international form such as +14155550123.': 'Debe ser un número en forma internacional como +14155550123.',
  'Must be a number in international form such as +15555550123.': 'Debe ser un número en forma internacional como +15555550123.',
  'Must be a number with its country code such as +15555550123.': 'Debe ser un número con el prefijo del país como +15555550123.',
  'Must be the beginning of an E.164 number, such as +1555.': 'Debe ser el comienzo de un número E.164, como +1555.',
  'Must be the beginning of a number such as +4470, or a range +447000000000-+447009999999.':
    'Debe ser el comienzo de un número como +4470, o un intervalo +447000000000-+447009999999.',
  'This number cannot receive text messages.': 'Este número no puede recibir SMS.',
  'Numbers of this country are not served: see allowed_countries of the splash portal.':
    'No se atienden los números de este país: vea los países atendidos del portal de bienvenida.',
  'Must be a colour such as #1d4ed8.': 'Debe ser un color como #1d4ed8.',
  'Must be small letters, digits and single dashes, such as main-lobby.':
    'Debe constar de letras minúsculas, cifras y guiones sueltos, como main-lobby.',
  'The name holds no letters or digits to make an address of: give a slug.':
    'El nombre no tiene letras ni cifras de las que hacer una dirección: indique una.',
  'Put it in again: with this change it would go elsewhere than it was meant to.':
    'Vuelva a introducirlo: con este cambio iría a otro lugar que el previsto.',
  'Another account has this login.': 'Otra cuenta tiene este usuario.',
  'Another account group has this name.': 'Otro grupo de cuentas tiene este nombre.',
  'Another carrier of this country has this name.': 'Otro operador móvil de este país tiene este nombre.',
  'Another carrier has the name of this one: give that one another name first.':
    'Otro operador móvil tiene el nombre de este: ponga primero otro nombre a aquel.',
  'Another mail server has this name.': 'Otro servidor de correo tiene este nombre.',
  'Another SMS gateway has this name.': 'Otra pasarela SMS tiene este nombre.',
  'Another splash portal has this name.': 'Otro portal de bienvenida tiene este nombre.',
  'Another splash portal has this address.': 'Otro portal de bienvenida tiene esta dirección.',
  'Another usage plan has this name.': 'Otro plan de uso tiene este nombre.',
  'The gateway has a price for this country already.': 'La pasarela ya tiene un precio para este país.',
  'This contact is suppressed already.': 'Este contacto ya está excluido.',
  'Email goes through no SMS gateway: leave it out.': 'El correo no pasa por ninguna pasarela SMS: déjelo vacío.',
  'Is for text messages: leave it out.': 'Es para los SMS: déjelo vacío.',
  'Put in the name of the SMTP server.': 'Ponga el nombre del servidor SMTP.',
  'Choose a vendor, or set captcha_when to off.': 'Elija un proveedor, o desactive el CAPTCHA.',
  'Put in the site key from the vendor.': 'Ponga la clave del sitio que da el proveedor.',
  'Put in the secret from the vendor.': 'Ponga la clave secreta que da el proveedor.',
  'A generic CAPTCHA needs this address.': 'Un CAPTCHA genérico necesita esta dirección.',
  'There is no puzzle while puzzle_bits is 0: these guests could not go on.':
    'No hay acertijo mientras su dificultad es 0: estos huéspedes no podrían seguir.',
  'Send the file as one of {0}.': 'Envíe el archivo en uno de estos tipos: {0}.',
  'The body is empty; send the file itself.': 'El cuerpo está vacío; envíe el archivo mismo.',
  'A logo may have at most {0} KiB.': 'Un logotipo puede ocupar como máximo {0} KiB.',
  'The file is {0}, not {1}.': 'El archivo es {0}, no {1}.',
  'The file is no {0}.': 'El archivo no es {0}.',
}
