import type { Catalogue } from '../../../server-catalogue.ts'

export const messages: Catalogue = {
  'This contact was sent too many codes. Try again later.':
    'A este contacto se le enviaron demasiados códigos. Inténtelo más tarde.',
  'This device has asked for too many codes that were not entered. Try again later.':
    'Este dispositivo pidió demasiados códigos que quedaron sin introducir. Inténtelo más tarde.',
  'This client address has asked for too many codes that were not entered. Try again later.':
    'Esta dirección de cliente pidió demasiados códigos que quedaron sin introducir. Inténtelo más tarde.',
  'Too many codes to numbers that begin like this one were not entered. Try again later.':
    'Demasiados códigos a números que empiezan como este quedaron sin introducir. Inténtelo más tarde.',
  'Too many codes to numbers of this country were not entered. Try again later.':
    'Demasiados códigos a números de este país quedaron sin introducir. Inténtelo más tarde.',
  'Too many codes of this splash portal were not entered. Try again later.':
    'Demasiados códigos de este portal de bienvenida quedaron sin introducir. Inténtelo más tarde.',
  'Too many codes sent through this gateway were not entered. Try again later.':
    'Demasiados códigos enviados por esta pasarela quedaron sin introducir. Inténtelo más tarde.',
  'Too many codes were not entered. Try again later.': 'Demasiados códigos quedaron sin introducir. Inténtelo más tarde.',
  'The code was sent a moment ago. Try again in {0} s.': 'El código se envió hace un momento. Inténtelo de nuevo en {0} s.',
  'The code was sent as often as it may be. Start a new validation.':
    'El código se envió tantas veces como se permite. Empiece una validación nueva.',
  'The code was sent as often as it may be. The guest can ask for a new one on the portal.':
    'El código se envió tantas veces como se permite. El huésped puede pedir otro en el portal.',
  'No code is pending. The guest has to ask for one on the portal.':
    'No hay ningún código en espera. El huésped tiene que pedir uno en el portal.',
  'The validation is approved.': 'La validación está confirmada.',
  'The validation is expired.': 'La validación ha caducado.',
  'The validation is exhausted.': 'En la validación se introdujeron demasiados códigos incorrectos.',
  'The validation is cancelled.': 'La validación está anulada.',
  'The validation belongs to a guest’s browser and can only be acted on there.':
    'La validación es del navegador de un huésped y solo allí se puede actuar sobre ella.',
  'No mail server is enabled: add or enable one.': 'Ningún servidor de correo está activado: añada o active uno.',
  'No SMS gateway is enabled: add or enable one.': 'Ninguna pasarela SMS está activada: añada o active una.',
  'The splash portal has no enabled SMS gateway: attach one, or enable one that is attached.':
    'El portal de bienvenida no tiene ninguna pasarela SMS activada: añádale una o actívela.',
  'The phone sent STOP.': 'El teléfono envió STOP.',
  'The process that was sending ended before the provider answered.':
    'El proceso que enviaba terminó antes de que respondiera el proveedor.',
  'A gateway that was deleted': 'Una pasarela eliminada',
}
