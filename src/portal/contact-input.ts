import { parseEmailAddress } from '../accounts/email-address.ts'
import { parsePhoneNumber, servedCountries } from '../sms/phone-number.ts'
import { type Fields, textOf } from './forms.ts'
import type { Visit } from './site.ts'

/** A contact as the guest gave it; `error` is for the guest. Both undefined: nothing was typed. */
export type ContactInput = { value: string; error?: undefined } | { value?: undefined; error?: string }

/** Reads the number of a form: national form with the form's country, or international. */
export function readPhone(visit: Visit, fields: Fields): ContactInput {
  const number = parsePhoneNumber(textOf(fields, 'phone'), {
    country: textOf(fields, 'country') || visit.portal.default_country,
    allowedCountries: servedCountries(visit.portal),
    extraPrefixes: visit.portal.extra_prefixes,
  })
  if (number.ok) return { value: number.e164 }
  return number.reason === 'empty' ? {} : { error: visit.phrases.errors[number.reason] }
}

/** Reads the address of a form. */
export function readEmail(visit: Visit, fields: Fields): ContactInput {
  const text = textOf(fields, 'email')
  if (text === '') return {}
  const value = parseEmailAddress(text)
  return value === undefined ? { error: visit.phrases.errors.not_an_address } : { value }
}
