import { parseEmailAddress } from '../accounts/email-address.ts'
import { disposableMode, signalOf } from '../limits/disposable.ts'
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
  if (number.ok) return takeOrRefuse(visit, number.e164)
  return number.reason === 'empty' ? {} : { error: visit.phrases.errors[number.reason] }
}

/** Reads the address of a form. */
export function readEmail(visit: Visit, fields: Fields): ContactInput {
  const text = textOf(fields, 'email')
  if (text === '') return {}
  const value = parseEmailAddress(text)
  return value === undefined ? { error: visit.phrases.errors.not_an_address } : takeOrRefuse(visit, value)
}

/** Refuses what is made to be thrown away, where the operator wants that: whoever has an account with it or not. */
function takeOrRefuse({ ctx, phrases }: Visit, value: string): ContactInput {
  const mode = disposableMode(value, ctx.catalogue.now.limits)
  if (mode !== 'refuse') return { value }
  const signal = signalOf(value)
  ctx.metrics.disposable.inc({ signal, mode })
  return { error: phrases.errors[signal] }
}
