import { type RawBuilder, sql } from 'kysely'
import { loginKey } from '../accounts/account.ts'
import type { FieldError } from '../errors.ts'

type Values = Record<string, unknown>

/** What tells the records of a kind apart, besides their ids. */
export interface NaturalKey {
  /** The fields that it is made of. A file has one of them, or ids. */
  fields: readonly string[]
  /** The keys of a record or of what is to be one, none where a field is missing. Each is one record’s alone. */
  keysOf(values: Values): string[]
  /** True of every row `r` that one of these may mean, and of few others. */
  candidates(values: Values[]): RawBuilder<unknown>
  /** What keeps a new record from having this key. */
  problemOf?(values: Values): FieldError[]
}

const textsOf = (values: Values[], field: string) => values.flatMap(each => textOf(each, field) ?? [])

function textOf(values: Values, field: string): string | undefined {
  const value = values[field]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

export const BY_NAME: NaturalKey = {
  fields: ['name'],
  keysOf: values => textsOf([values], 'name'),
  candidates: values => sql`r.name = any(${textsOf(values, 'name')}::text[])`,
}

export const BY_LOGIN: NaturalKey = {
  fields: ['login'],
  keysOf: values => textsOf([values], 'login').map(loginKey),
  candidates: values => sql`r.login_key = any(${textsOf(values, 'login').map(loginKey)}::text[])`,
}

export const BY_SLUG: NaturalKey = {
  fields: ['slug', 'name'],
  keysOf: values => ['slug', 'name'].flatMap(field => textsOf([values], field).map(text => `${field} ${text}`)),
  candidates: values =>
    sql`(r.slug = any(${textsOf(values, 'slug')}::text[]) or r.name = any(${textsOf(values, 'name')}::text[]))`,
}

export const BY_COUNTRY_AND_NAME: NaturalKey = {
  fields: ['name', 'country'],
  keysOf(values) {
    const [country, name] = [textOf(values, 'country'), textOf(values, 'name')]
    return country && name ? [`${country.toUpperCase()} ${name}`] : []
  },
  candidates: BY_NAME.candidates,
}

export const BY_CONTACT: NaturalKey = {
  // An export of another installation: `g***@example.com` is an address, if nobody's.
  problemOf: values =>
    textOf(values, 'contact')?.includes('**')
      ? [{ field: 'contact', message: 'Is masked: put in the whole number or address.' }]
      : [],
  fields: ['contact', 'channel', 'sms_gateway_id', 'sender'],
  keysOf(values) {
    const [channel, contact] = [textOf(values, 'channel'), textOf(values, 'contact')?.toLowerCase()]
    const gatewayId = textOf(values, 'sms_gateway_id') ?? null
    return channel && contact ? [JSON.stringify([channel, contact, gatewayId, textOf(values, 'sender') ?? ''])] : []
  },
  candidates: values => sql`
    (r.channel = any(${textsOf(values, 'channel')}::text[])
      and r.contact = any(${textsOf(values, 'contact').map(contact => contact.toLowerCase())}::text[]))`,
}
