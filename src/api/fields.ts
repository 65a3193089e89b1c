import { isSupportedCountry } from 'libphonenumber-js/max'
import { z } from 'zod'

// What the fields of several resources have in common. Every text is limited in length and free of what PostgreSQL, a
// log or a header could trip over.

export const NOTE_LENGTH_MAX = 2_000
const RELATED_MAX = 200
const INTEGER_MAX = 2_147_483_647

const isClean = (text: string) => !/\p{Cc}/u.test(text) && text.isWellFormed()
const isCleanText = (text: string) => !/(?![\n\t])\p{Cc}/u.test(text) && text.isWellFormed()

/** One line of text. Blanks around it are dropped. */
export function line(max: number, min = 0) {
  return z.string().trim().min(min).max(max).refine(isClean, 'Must be one line without control characters.')
}

/** Text that may have several lines. */
export function lines(max: number) {
  return z
    .string()
    .max(max)
    .transform(text => text.replace(/\r\n?/g, '\n'))
    .pipe(z.string().refine(isCleanText, 'Must not hold control characters.'))
}

/** A secret: taken as it is, only without control characters. Empty or null clears it. */
export function secret(max: number) {
  return z.string().max(max).refine(isClean, 'Must not hold control characters.').nullable()
}

export const name = line(100, 1).describe('What the record is called. No two of a kind share a name.')
export const note = lines(NOTE_LENGTH_MAX).describe('A comment for operators, without effect.')
export const id = z.uuid().toLowerCase()
export const time = z.iso.datetime({ offset: true })
export const date = z.iso.date()
export const country = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{2}$/, 'Must be a country code of two letters such as US (ISO 3166-1).')
  .toUpperCase()
  .refine(isSupportedCountry, 'There is no such country code.')
  .describe('ISO 3166-1 alpha-2 code of a country.')
export const locale = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Must be a language tag such as en or pt-BR.')
  .max(35)
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email()).refine(isClean)

export function integer(min: number, max = INTEGER_MAX) {
  return z.int().min(min).max(max)
}

/** Ids of related records, each once. */
export const ids = z
  .array(id)
  .max(RELATED_MAX)
  .refine(list => new Set(list).size === list.length, 'Each record may be listed once.')

/** What every record can be read with. */
export const stamps = {
  created_at: time,
  updated_at: time,
}
export const warnings = z
  .array(z.string())
  .describe('What keeps the record from working as it is set up, each a sentence that says what to do. Computed.')
