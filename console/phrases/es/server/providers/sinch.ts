import type { Catalogue } from '../../../../server-catalogue.ts'

export const sinch: Catalogue = {
  'The sender’s registration for US numbers (10DLC) is not active: have it put in order in the Sinch dashboard.':
    'El registro del remitente para números de EE. UU. (10DLC) no está activo: haga que lo arreglen en el panel de Sinch.',
  'The sender has sent all it may for now: lower sends per second, or ask Sinch for more.':
    'El remitente ha enviado por ahora todo lo que puede: baje los mensajes por segundo, o pida más a Sinch.',
  'The Sinch account is blocked, perhaps for want of credit: open the Sinch dashboard and see what it asks for.':
    'La cuenta de Sinch está bloqueada, quizá por falta de saldo: abra el panel de Sinch y vea qué pide.',
  'Sinch cannot read the request: check the base URL.': 'Sinch no puede leer la petición: compruebe la URL base.',
  'Sinch refuses the form of a value, most often From or the number: check From.':
    'Sinch rechaza la forma de un valor, casi siempre «Remitente» o el número: compruebe «Remitente».',
  'Sinch refuses a value or misses one: check From.': 'Sinch rechaza un valor o echa en falta alguno: compruebe «Remitente».',
  'From does not belong to a campaign of this Sinch account: check From.':
    '«Remitente» no pertenece a ninguna campaña de esta cuenta de Sinch: compruebe «Remitente».',
  'Sinch has no address to report to: check the public URL of Gatehouse.':
    'Sinch no tiene dirección a la que informar: compruebe la URL pública de Gatehouse.',
  'Sinch refuses the service plan ID or API token: copy both again from the Sinch dashboard, and choose the plan’s region.':
    'Sinch rechaza el ID del plan de servicio o el token de API: copie ambos de nuevo del panel de Sinch y elija la región del plan.',
  'From is not a sender that this Sinch service plan may use: check From.':
    '«Remitente» no es uno que este plan de servicio de Sinch pueda usar: compruebe «Remitente».',
  'The guest’s network refuses the message; it may have been taken for spam.':
    'La red del huésped rechaza el mensaje; puede que lo haya tomado por spam.',
  'Sinch has no route to this number.': 'Sinch no tiene ruta hacia este número.',
  'Sinch had a fault of its own: the guest asks for another code.': 'Sinch tuvo un fallo propio: el huésped pide otro código.',
  'The message could not be delivered just now: the guest asks for another code.':
    'El mensaje no se pudo entregar en ese momento: el huésped pide otro código.',
  'The text has a placeholder of Sinch’s in it: take the dollar sign before a brace out of the template.':
    'El texto contiene un marcador de Sinch: quite del texto del mensaje el signo de dólar delante de la llave.',
  'The message waited at Sinch longer than it was good for: the guest asks for another code.':
    'El mensaje esperó en Sinch más de lo que valía: el huésped pide otro código.',
  'The message was cancelled with this account’s credentials: see who else uses them.':
    'El mensaje se canceló con las credenciales de esta cuenta: mire quién más las usa.',
  'The message centre refuses the message, and would again.': 'El centro de mensajes rechaza el mensaje, y volvería a hacerlo.',
  'Sinch has no sender for this number: put one into From.':
    'Sinch no tiene remitente para este número: ponga uno en «Remitente».',
  'The text has too many parts: shorten the template.': 'El texto tiene demasiadas partes: acorte el texto del mensaje.',
  'The Sinch service plan may not send to this country: if you want guests from there, have Sinch enable it.':
    'El plan de servicio de Sinch no puede enviar a este país: si quiere huéspedes de allí, haga que Sinch lo active.',
  'Where the service plan was made; the Sinch dashboard shows it beside the plan.':
    'Dónde se creó el plan de servicio; el panel de Sinch lo muestra junto al plan.',
  'A Sinch number of yours (+15551234567), a short code, or a sender name of up to 11 characters.':
    'Un número suyo en Sinch (+15551234567), un número corto o un nombre de remitente de hasta 11 caracteres.',
  '32 characters; in the Sinch dashboard under SMS, Service APIs.': '32 caracteres; en el panel de Sinch, en SMS, Service APIs.',
  'Beside the service plan ID.': 'Junto al ID del plan de servicio.',
  'Leave empty for the region’s own, as in https://us.sms.api.sinch.com. Or a service that speaks Sinch’s API.':
    'Déjela vacía para la de la región, como https://us.sms.api.sinch.com. O un servicio que habla la API de Sinch.',
  'Only once Sinch has set this secret up for the service plan: receipts without its signature are then refused.':
    'Solo cuando Sinch haya configurado este secreto para el plan de servicio: entonces se rechazan los informes de entrega sin su firma.',
  'From is a number with its country code and digits only, as in +15551234567, a short code, or a name of at most 11 letters and digits.':
    '«Remitente» es un número con el prefijo del país y solo cifras, como +15551234567, un número corto o un nombre de como máximo 11 letras y cifras.',
  'A service plan ID is 32 characters from 0-9 and a-f: copy it again from the Sinch dashboard (a project ID has dashes and does not do).':
    'Un ID de plan de servicio son 32 caracteres de 0-9 y a-f: cópielo de nuevo del panel de Sinch (un ID de proyecto tiene guiones y no sirve).',
  'The API token has spaces or line breaks in it: copy it again.':
    'El token de API tiene espacios o saltos de línea: cópielo de nuevo.',
  'Only the address goes here: nothing from /xms on.': 'Aquí va solo la dirección: nada a partir de /xms.',
  'Sinch refused the message with HTTP {0}.': 'Sinch rechazó el mensaje con HTTP {0}.',
  'Sinch refused the message with HTTP {0}: {1}.': 'Sinch rechazó el mensaje con HTTP {0}: {1}.',
  'This Sinch service plan may not send this: see the plan and its allowed countries in the Sinch dashboard.':
    'Este plan de servicio de Sinch no puede enviar esto: vea el plan y sus países permitidos en el panel de Sinch.',
  'More is asked of Sinch than the service plan may: lower sends per second, or ask Sinch for more.':
    'Se pide a Sinch más de lo que puede el plan de servicio: baje los mensajes por segundo, o pida más a Sinch.',
  'The service plan ID, API token and region are right.':
    'El ID del plan de servicio, el token de API y la región son correctos.',
  'Sinch reports {0}, code {1}.': 'Sinch informa de {0}, código {1}.',
  'Sinch reports {0}, code none.': 'Sinch informa de {0}, sin código.',
  'Service plan ID': 'ID del plan de servicio (Service plan ID)',
  'Secret for signed callbacks': 'Secreto para devoluciones de llamada firmadas',
  Region: 'Región',
  'United States': 'Estados Unidos',
  'European Union': 'Unión Europea',
  Australia: 'Australia',
  Brazil: 'Brasil',
  Canada: 'Canadá',
}
