import type { Catalogue } from '../../../../server-catalogue.ts'

export const aws: Catalogue = {
  'AWS refuses the Access Key ID or the Secret Access Key: copy both again, and check that the key is active.':
    'AWS rechaza el Access Key ID o el Secret Access Key: copie ambos de nuevo y compruebe que la clave está activa.',
  'AWS refuses the signature: copy the Secret Access Key again, and check the clock of this server.':
    'AWS rechaza la firma: copie de nuevo el Secret Access Key y compruebe el reloj de este servidor.',
  'The access key may not send SMS: allow its user sms-voice:SendTextMessage in AWS IAM.':
    'La clave de acceso no puede enviar SMS: permita a su usuario sms-voice:SendTextMessage en AWS IAM.',
  'The origination identity is not in this account and region, or not active: check the number, the pool or the region.':
    'La identidad de origen no está en esta cuenta y región, o no está activa: compruebe el número, el grupo o la región.',
  'AWS does not find the origination identity or the configuration set in this region: check both, and the region.':
    'AWS no encuentra la identidad de origen o el conjunto de configuración en esta región: compruebe ambos, y la región.',
  'The destination country does not take this sender ID, or wants it registered first: register it, or send from a number.':
    'El país de destino no acepta este identificador de remitente, o exige registrarlo antes: regístrelo, o envíe desde un número.',
  'No number of the account can send to this country: request one in the AWS console, or add it to the pool.':
    'Ningún número de la cuenta puede enviar a este país: solicite uno en la consola de AWS, o añádalo al grupo.',
  'The monthly SMS spend limit of the AWS account is reached: raise it in the console of AWS End User Messaging.':
    'Se ha alcanzado el límite mensual de gasto en SMS de la cuenta de AWS: auméntelo en la consola de AWS End User Messaging.',
  'A protect configuration of the AWS account blocks this country: allow it in the AWS console.':
    'Una configuración de protección de la cuenta de AWS bloquea este país: permítalo en la consola de AWS.',
  'More is sent than AWS allows this account or number at once; the messages are repeated.':
    'Se envía más de lo que AWS permite a la vez a esta cuenta o número; los mensajes se repiten.',
  'AWS refuses the text of the message: shorten or reword the template.':
    'AWS rechaza el texto del mensaje: acórtelo o redáctelo de otra manera.',
  'The AWS credentials have expired: use an access key of an IAM user, which does not.':
    'Las credenciales de AWS han caducado: use una clave de acceso de un usuario de IAM, que no caduca.',
  'AWS End User Messaging is not enabled for this account: see the AWS console.':
    'AWS End User Messaging no está activado para esta cuenta: vea la consola de AWS.',
  'AWS has disabled SMS for this account: ask AWS Support.': 'AWS ha desactivado los SMS de esta cuenta: pregunte a AWS Support.',
  'AWS holds this account’s SMS for its reputation: ask AWS Support.':
    'AWS retiene los SMS de esta cuenta por su reputación: pregunte a AWS Support.',
  'AWS does not know the request: if a base URL is set, check what it points to.':
    'AWS no conoce la petición: si hay una URL base, compruebe adónde apunta.',
  'The number is set up for promotional messages: codes need one for transactional messages.':
    'El número está configurado para mensajes promocionales: los códigos necesitan uno para mensajes transaccionales.',
  'The registration of this sender is not complete: see the AWS console.':
    'El registro de este remitente no está completo: vea la consola de AWS.',
  'The AWS account is in the SMS sandbox and sends only to verified numbers: request production access in the AWS console.':
    'La cuenta de AWS está en el entorno de pruebas de SMS y solo envía a números verificados: solicite acceso de producción en la consola de AWS.',
  'The message costs more than AWS may spend on one.': 'El mensaje cuesta más de lo que AWS puede gastar en uno.',
  'AWS lets no more messages to this number through today.': 'AWS no deja pasar hoy más mensajes a este número.',
  'The carrier could not be reached: the guest can ask for the code again.':
    'No se pudo llegar al operador: el huésped puede volver a pedir el código.',
  'The phone blocks SMS, from this sender or from all: the guest needs another number, or email.':
    'El teléfono bloquea los SMS, de este remitente o de todos: el huésped necesita otro número, o correo electrónico.',
  'The carrier blocks this sender: check its registration in the AWS console, then the wording.':
    'El operador bloquea a este remitente: compruebe su registro en la consola de AWS y luego la redacción.',
  'The carrier took the message for unwanted: check the sender’s registration and the wording.':
    'El operador tomó el mensaje por no deseado: compruebe el registro del remitente y la redacción.',
  'The message waited at AWS until the code had expired. More is sent than AWS allows this account or number at once; the messages are repeated.':
    'El mensaje esperó en AWS hasta que caducó el código. Se envía más de lo que AWS permite a la vez a esta cuenta o número; los mensajes se repiten.',
  'Where the number and the configuration set are, as in eu-west-1.':
    'Donde están el número y el conjunto de configuración, como eu-west-1.',
  'Its name. Receipts come only with one whose event destination is an Amazon SNS topic that calls this gateway’s callback address.':
    'Su nombre. Los informes de entrega llegan solo con uno cuyo destino de eventos es un tema de Amazon SNS que llama a la dirección de devolución de llamada de esta pasarela.',
  'A phone number of the account (+15551234567), a sender ID, a pool (pool-…), or the ARN of one of them.':
    'Un número de teléfono de la cuenta (+15551234567), un identificador de remitente, un grupo (pool-…) o el ARN de uno de ellos.',
  'Of an IAM user that may do sms-voice:SendTextMessage and sms-voice:DescribeAccountAttributes, and nothing else.':
    'De un usuario de IAM que puede sms-voice:SendTextMessage y sms-voice:DescribeAccountAttributes, y nada más.',
  'Shown once, when the access key is made.': 'Se muestra una sola vez, al crear la clave de acceso.',
  'Leave empty for AWS itself; for a VPC endpoint: its address.':
    'Déjela vacía para el propio AWS; para un punto de enlace de VPC: su dirección.',
  'The Secret Access Key has spaces or line breaks in it: copy it again.':
    'El Secret Access Key tiene espacios o saltos de línea: cópielo de nuevo.',
  'This is an Access Key ID: put it into its own field, and the Secret Access Key here.':
    'Esto es un Access Key ID: póngalo en su propio campo, y aquí el Secret Access Key.',
  'A region is written as in eu-west-1 or us-east-1: it is in the top right corner of the AWS console.':
    'Una región se escribe como eu-west-1 o us-east-1: está en la esquina superior derecha de la consola de AWS.',
  'The name of a configuration set has letters, digits, - and _ only, or is an ARN.':
    'El nombre de un conjunto de configuración tiene solo letras, cifras, - y _, o es un ARN.',
  'The ARN of a number, pool or sender ID begins with arn:aws:sms-voice:.':
    'El ARN de un número, grupo o identificador de remitente empieza por arn:aws:sms-voice:.',
  'Write the number with a plus, the country code and digits only, as in +15551234567.':
    'Escriba el número con el signo más, el prefijo del país y solo cifras, como +15551234567.',
  'A sender ID has at most 11 characters: letters, digits and - _, and at least one letter.':
    'Un identificador de remitente tiene como máximo 11 caracteres: letras, cifras y - _, y al menos una letra.',
  'This is a temporary key (ASIA…), which expires: make an access key for an IAM user (AKIA…).':
    'Es una clave temporal (ASIA…), que caduca: cree una clave de acceso para un usuario de IAM (AKIA…).',
  'This is the number of the AWS account: put in the Access Key ID of an IAM user (AKIA…).':
    'Es el número de la cuenta de AWS: ponga el Access Key ID de un usuario de IAM (AKIA…).',
  'This is an ARN: put in the Access Key ID of an IAM user (AKIA…).':
    'Es un ARN: ponga el Access Key ID de un usuario de IAM (AKIA…).',
  'An Access Key ID has letters and digits only: copy it again.':
    'Un Access Key ID tiene solo letras y cifras: cópielo de nuevo.',
  'Without a configuration set no receipts come: messages stay at accepted. Codes work all the same.':
    'Sin conjunto de configuración no llegan informes de entrega: los mensajes se quedan en «aceptado». Los códigos funcionan igualmente.',
  'AWS refused the request ({0}).': 'AWS rechazó la petición ({0}).',
  'AWS refused the request ({0}): {1}': 'AWS rechazó la petición ({0}): {1}',
  'The credentials are right. The account is in the SMS sandbox: it sends only to numbers verified in the AWS console.':
    'Las credenciales son correctas. La cuenta está en el entorno de pruebas de SMS: solo envía a números verificados en la consola de AWS.',
  'The credentials are right and the account may send to every number.':
    'Las credenciales son correctas y la cuenta puede enviar a cualquier número.',
  'AWS knows the key, but it may not ask about the account (sms-voice:DescribeAccountAttributes): send a test message.':
    'AWS conoce la clave, pero no puede consultar la cuenta (sms-voice:DescribeAccountAttributes): envíe un mensaje de prueba.',
  'Origination identity': 'Identidad de origen (Origination identity)',
  'Access Key ID': 'Access Key ID',
  'Secret Access Key': 'Secret Access Key',
  'Endpoint URL': 'URL del punto de enlace',
  'AWS Region': 'Región de AWS',
  'Configuration set': 'Conjunto de configuración (Configuration set)',
}
