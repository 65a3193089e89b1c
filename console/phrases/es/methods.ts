import type { methods as english } from '../en/methods.ts'

export const methods: typeof english = {
  none: 'Nada',
  sms: 'Un número de móvil, por SMS',
  email: 'Una dirección de correo',
  sms_or_email: 'Un número de móvil o una dirección de correo',
  sms_and_email: 'Un número de móvil y una dirección de correo',
}
