import type { methods as english } from '../en/methods.ts'

export const methods: typeof english = {
  none: 'Rien',
  sms: 'Un numéro de mobile, par SMS',
  email: 'Une adresse e-mail',
  sms_or_email: 'Un numéro de mobile ou une adresse e-mail',
  sms_and_email: 'Un numéro de mobile et une adresse e-mail',
}
