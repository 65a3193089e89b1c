import type { Catalogue } from '../../../../server-catalogue.ts'

export const generic: Catalogue = {
  'The service': 'El servicio',
  'The service refused the message ({0}). See its documentation or its log.':
    'El servicio rechazó el mensaje ({0}). Vea su documentación o su registro.',
  'The service refused the message ({0}): {1}. See its documentation or its log.':
    'El servicio rechazó el mensaje ({0}): {1}. Vea su documentación o su registro.',
  'The service reports that the message was not delivered. The guest can ask for another code.':
    'El servicio informa de que el mensaje no se entregó. El huésped puede pedir otro código.',
  'The service reports that the message was not delivered: {0}. The guest can ask for another code.':
    'El servicio informa de que el mensaje no se entregó: {0}. El huésped puede pedir otro código.',
  'How the service wants to be called; its documentation says POST or GET.':
    'Cómo quiere el servicio que se le llame; su documentación dice POST o GET.',
  'The whole address, as in https://sms.example.com/send?to={number}. Variables: {to} {number} {national} {country_code} {message} {from} {account_sid} {auth_token} {basic_auth} {id} {callback_url} {validity} {validity_minutes} {encoding}.':
    'La dirección entera, como https://sms.example.com/send?to={number}. Variables: {to} {number} {national} {country_code} {message} {from} {account_sid} {auth_token} {basic_auth} {id} {callback_url} {validity} {validity_minutes} {encoding}.',
  'One on each line, as in X-API-Key: {auth_token} or Authorization: Basic {basic_auth}.':
    'Una en cada línea, como X-API-Key: {auth_token} o Authorization: Basic {basic_auth}.',
  'How the body is written, and so how what stands for a variable is escaped. None: the URL says it all.':
    'Cómo está escrito el cuerpo y, por tanto, cómo se escapan los valores de las variables. Ninguno: la URL lo dice todo.',
  'As in {"to": "{to}", "text": "{message}"}; the variables are those of the URL.':
    'Como {"to": "{to}", "text": "{message}"}; las variables son las de la URL.',
  'Words for {encoding}': 'Palabras para {encoding}',
  'Two words with a comma between: the one for a plain text, the one for a text in Unicode.':
    'Dos palabras separadas por una coma: la de un texto sencillo y la de un texto en Unicode.',
  'HTTP statuses from 200 to 299, as in 200-299 or 200, 202.': 'Estados HTTP de 200 a 299, como 200-299 o 200, 202.',
  'A path into the JSON of the answer, as in data.status or [0].status.':
    'Una ruta dentro del JSON de la respuesta, como data.status o [0].status.',
  'With commas between, as in queued, accepted. Empty: any value.':
    'Separados por comas, como queued, accepted. Vacío: cualquier valor.',
  'A regular expression that the value there, or the whole answer, has to match.':
    'Una expresión regular que debe cumplir el valor de ahí, o toda la respuesta.',
  'A path into the JSON of the answer, as in data.id. Empty: Gatehouse’s own id stands for it.':
    'Una ruta dentro del JSON de la respuesta, como data.id. Vacío: hace sus veces el identificador de Gatehouse.',
  'Where the answer is no JSON: a regular expression whose first group is the id.':
    'Si la respuesta no es JSON: una expresión regular cuyo primer grupo es el identificador.',
  'A path into the JSON of a refusal, as in error.code.': 'Una ruta dentro del JSON de un rechazo, como error.code.',
  'A path into the JSON of a refusal, as in error.message.': 'Una ruta dentro del JSON de un rechazo, como error.message.',
  'Codes or HTTP statuses, with commas between, that mean: this number cannot get it.':
    'Códigos o estados HTTP, separados por comas, que significan: este número no puede recibirlo.',
  'Codes or HTTP statuses that mean: this text is not taken.': 'Códigos o estados HTTP que significan: este texto no se acepta.',
  'Codes or HTTP statuses that mean: the credentials, the account or its credit.':
    'Códigos o estados HTTP que significan: las credenciales, la cuenta o su saldo.',
  'Codes or HTTP statuses that mean: too fast, try again in a moment.':
    'Códigos o estados HTTP que significan: demasiado rápido, inténtese de nuevo en un momento.',
  'The name of a parameter, or a path into the JSON of the callback, as in payload.messageId.':
    'El nombre de un parámetro, o una ruta dentro del JSON de la devolución de llamada, como payload.messageId.',
  'Where the callback gives back what {id} was.': 'Dónde devuelve la llamada lo que era {id}.',
  'The name of a parameter, or a path. Empty: there are no receipts.':
    'El nombre de un parámetro, o una ruta. Vacío: no hay informes de entrega.',
  'Where the callback says why it failed.': 'Dónde dice la devolución de llamada por qué falló.',
  'With commas between, as in delivered, DELIVRD.': 'Separadas por comas, como delivered, DELIVRD.',
  'With commas between, as in failed, expired.': 'Separadas por comas, como failed, expired.',
  'With commas between, as in sent. Any other word says nothing.':
    'Separadas por comas, como sent. Cualquier otra palabra no dice nada.',
  'Where a callback to the inbound address says who sent the text; so that STOP is heard.':
    'Dónde dice una llamada a la dirección de mensajes entrantes quién envió el texto; para que se oiga STOP.',
  'Where it says what the text is.': 'Dónde dice cuál es el texto.',
  'Stands for {from}.': 'Es el valor de {from}.',
  'Stands for {account_sid}, and is the user in {basic_auth}.': 'Es el valor de {account_sid}, y el usuario en {basic_auth}.',
  'Stands for {auth_token}, and is the password in {basic_auth}. It is stored encrypted, which URL, headers and body are not.':
    'Es el valor de {auth_token}, y la contraseña en {basic_auth}. Se guarda cifrado, a diferencia de la URL, las cabeceras y el cuerpo.',
  'These are two words with a comma between: one for a plain text, one for Unicode.':
    'Son dos palabras separadas por una coma: una para un texto sencillo y otra para Unicode.',
  'These are HTTP statuses from 200 to 299, as in 200-299 or 200, 202.':
    'Son estados HTTP de 200 a 299, como 200-299 o 200, 202.',
  'A path is names with dots between and numbers in brackets, as in data.id or messages[0].status.':
    'Una ruta son nombres separados por puntos y números entre corchetes, como data.id o messages[0].status.',
  'The id is found by a path or by a pattern: leave one of them empty.':
    'El identificador se encuentra por una ruta o por un patrón: deje vacío uno de los dos.',
  'There is no variable {{0}}; there are {1}.': 'No hay ninguna variable {{0}}; hay {1}.',
  'Variables may stand in the path and behind it, not in the name of the server.':
    'Las variables pueden ir en la ruta y detrás de ella, no en el nombre del servidor.',
  'The URL is a whole http or https address, as in https://sms.example.com/send.':
    'La URL es una dirección http o https entera, como https://sms.example.com/send.',
  'No name or password before the server’s name, and no #: write the header Authorization: Basic {basic_auth}.':
    'Sin nombre ni contraseña delante del nombre del servidor, y sin #: escriba la cabecera Authorization: Basic {basic_auth}.',
  'What stands at {0} looks like a secret, and here it is neither encrypted nor hidden: put it into the password, and {auth_token} here.':
    'Lo que hay en {0} parece un secreto, y aquí no va cifrado ni oculto: póngalo en la contraseña, y aquí {auth_token}.',
  'Each line is a name, a colon and a value, as in X-API-Key: {auth_token}.':
    'Cada línea es un nombre, dos puntos y un valor, como X-API-Key: {auth_token}.',
  'The header {0} is set by the connection: leave it out.': 'La cabecera {0} la pone la conexión: quítela.',
  'A GET has no body: choose None for it and empty the template, or choose POST.':
    'Un GET no tiene cuerpo: elija «Ninguno» y vacíe la plantilla, o elija POST.',
  'The body is empty: write its template, or choose None.': 'El cuerpo está vacío: escriba su plantilla, o elija «Ninguno».',
  'The text is nowhere in the request: put {message} into the body or the URL.':
    'El texto no está en ninguna parte de la petición: ponga {message} en el cuerpo o en la URL.',
  'The number is nowhere in the request: put {to} or {number} into the body or the URL.':
    'El número no está en ninguna parte de la petición: ponga {to} o {number} en el cuerpo o en la URL.',
  'With its variables filled in this is no JSON: put each of them between double quotes, and look for a comma too many.':
    'Con sus variables rellenas esto no es JSON: ponga cada una entre comillas dobles, y busque una coma de más.',
  'A word of a receipt’s status stands in two of its lists: it means one thing only.':
    'Una palabra del estado de un informe está en dos de sus listas: solo significa una cosa.',
  'Say which words of the status mean delivered, failed or on its way.':
    'Diga qué palabras del estado significan entregado, fallido o en camino.',
  'Whatever answers with a success status counts as having taken the message: say what its answer looks like.':
    'Todo lo que responde con un estado de éxito cuenta como mensaje aceptado: diga cómo es su respuesta.',
  'Without receipts messages stay at accepted, delivered or not.':
    'Sin informes de entrega los mensajes se quedan en «aceptado», se entreguen o no.',
  'What stands in a URL, codes and passwords included, is written to the logs of servers and proxies: prefer POST with a body.':
    'Lo que va en una URL, códigos y contraseñas incluidos, queda en los registros de servidores y proxies: es mejor POST con cuerpo.',
  'User name or account': 'Nombre de usuario o cuenta',
  'Password, key or token': 'Contraseña, clave o token',
  Headers: 'Cabeceras',
  Body: 'Cuerpo',
  'Body template': 'Plantilla del cuerpo',
  'Statuses that mean taken': 'Estados que significan «aceptado»',
  'Where the answer says so': 'Dónde lo dice la respuesta',
  'Values there that mean taken': 'Valores de ahí que significan «aceptado»',
  'Pattern that means taken': 'Patrón que significa «aceptado»',
  'Where the message’s id is': 'Dónde está el identificador del mensaje',
  'Pattern of the message’s id': 'Patrón del identificador del mensaje',
  'Where the error’s code is': 'Dónde está el código del error',
  'Where the error’s text is': 'Dónde está el texto del error',
  'Errors of the number': 'Errores del número',
  'Errors of the text': 'Errores del texto',
  'Errors of the account': 'Errores de la cuenta',
  'Errors that pass': 'Errores pasajeros',
  'Receipts: the message’s id': 'Informes de entrega: el identificador del mensaje',
  'Receipts: our id': 'Informes de entrega: nuestro identificador',
  'Receipts: the status': 'Informes de entrega: el estado',
  'Receipts: the reason': 'Informes de entrega: el motivo',
  'Words for delivered': 'Palabras para «entregado»',
  'Words for failed': 'Palabras para «fallido»',
  'Words for on its way': 'Palabras para «en camino»',
  'Texts from phones: the phone': 'Mensajes de los teléfonos: el teléfono',
  'Texts from phones: the text': 'Mensajes de los teléfonos: el texto',
  'Form (a=1&b=2)': 'Formulario (a=1&b=2)',
  'Plain text': 'Texto sencillo',
  None: 'Ninguno',
  'Generic HTTP': 'HTTP genérico',
}
