import type { methods as english } from '../en/methods.ts'

export const methods: typeof english = {
  none: 'Nichts',
  sms: 'Eine Mobilnummer, per SMS',
  email: 'Eine E-Mail-Adresse',
  sms_or_email: 'Eine Mobilnummer oder eine E-Mail-Adresse',
  sms_and_email: 'Eine Mobilnummer und eine E-Mail-Adresse',
}
