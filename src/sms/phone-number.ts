import { type CountryCode, isSupportedCountry, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** What libphonenumber calls the types that can receive an SMS. North American numbers cannot be told apart further. */
const TYPES_WITH_SMS = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE'])
const INPUT_LENGTH_MAX = 40
/** Digits, the separators people write, and one leading plus: nothing that another parser could read differently. */
const INPUT = /^\+?[\d\s().\-/\u00a0]+$/

export interface NumberRules {
  /** Country of a number in national form, ISO 3166-1 alpha-2. */
  country: string
  /** Countries that are served; empty means all. */
  allowedCountries: string[]
  /** E.164 prefixes taken as they are, for ranges that the metadata does not know yet and for test numbers. */
  extraPrefixes: string[]
}

/** In the list of a portal: every country. */
export const EVERY_COUNTRY = '*'

/** The countries whose numbers a portal serves, as NumberRules has them: its own alone unless it lists some. */
export function servedCountries(portal: { allowed_countries: string[]; default_country: string }): string[] {
  if (portal.allowed_countries.includes(EVERY_COUNTRY)) return []
  return portal.allowed_countries.length > 0 ? portal.allowed_countries : [portal.default_country.toUpperCase()]
}

export type ParsedNumber =
  | { ok: true; e164: string }
  | { ok: false; reason: 'empty' | 'not_a_number' | 'cannot_receive_sms' | 'country_not_served' }

let lastRead: PhoneNumber | undefined

/** Reads a number in national or international form and returns it as E.164 if it can receive text messages. */
export function parsePhoneNumber(input: string, rules: NumberRules): ParsedNumber {
  const text = input.normalize('NFKC').trim().replace(/^00/, '+')
  if (text === '') return { ok: false, reason: 'empty' }
  if (text.length > INPUT_LENGTH_MAX || !INPUT.test(text)) return { ok: false, reason: 'not_a_number' }
  const country = rules.country.toUpperCase()
  const number = parsePhoneNumberFromString(text, {
    ...(isSupportedCountry(country) && { defaultCountry: country as CountryCode }),
    extract: false,
  })
  if (!number) return { ok: false, reason: 'not_a_number' }
  lastRead = number
  if (rules.extraPrefixes.some(prefix => number.number.startsWith(prefix)))
    return number.isPossible() ? { ok: true, e164: number.number } : { ok: false, reason: 'not_a_number' }
  // With the full metadata a number has a type exactly when it is valid, and this is asked for every code.
  const type = number.getType()
  if (!type) return { ok: false, reason: 'not_a_number' }
  // Satellite and other networks without a country (+870, +881 to +883, …) have numbers that pass for mobiles, at many times the price.
  if (!TYPES_WITH_SMS.has(type) || number.isNonGeographic()) return { ok: false, reason: 'cannot_receive_sms' }
  if (rules.allowedCountries.length > 0 && !rules.allowedCountries.includes(number.country ?? ''))
    return { ok: false, reason: 'country_not_served' }
  return { ok: true, e164: number.number }
}

/** Countries whose calling code others share, for numbers that the metadata cannot place further. */
const MAIN_COUNTRIES: Record<string, string> = {
  1: 'US',
  7: 'RU',
  39: 'IT',
  44: 'GB',
  47: 'NO',
  61: 'AU',
  212: 'MA',
  262: 'RE',
  358: 'FI',
  590: 'GP',
  599: 'CW',
}

/** The country of an E.164 number (ISO 3166-1 alpha-2); empty for what has none, such as satellite networks. */
export function countryOfNumber(e164: string): string {
  // What was read a moment ago, as in every start, is not read again.
  const number = lastRead?.number === e164 ? lastRead : parsePhoneNumberFromString(e164)
  if (!number) return ''
  return number.country ?? number.getPossibleCountries()[0] ?? MAIN_COUNTRIES[number.countryCallingCode] ?? ''
}
