import { AppError } from '../errors.ts'
import { readFormFields } from '../http/body.ts'

const FIELDS_MAX = 30
const VALUE_LENGTH_MAX = 500
/** Passwords and codes have their own bounds, and their own answers beyond them. */
const LONG_VALUE_LENGTH_MAX = 2_000
const LONG_FIELDS = new Set(['password', 'password_confirmation', 'code', 'token'])
/** A whole form, encrypted (puzzle.ts), and what a CAPTCHA's vendor gives a browser. */
const PUZZLE_FIELDS = new Set(['puzzle_form', 'captcha_token'])
const PUZZLE_FIELD_LENGTH_MAX = 8_000

/** A form as it was sent: each name once. */
export type Fields = ReadonlyMap<string, string>

const NO_FIELDS: Fields = new Map()

/** Reads the form of a request. Throws `bad_request`, `unsupported_media_type` or `too_large` for what no page of ours sends. */
export async function readFields(request: Request): Promise<Fields> {
  if (request.headers.get('content-type') === null && (await request.clone().arrayBuffer()).byteLength === 0) return NO_FIELDS
  const pairs = await readFormFields(request)
  if (pairs.length > FIELDS_MAX) throw new AppError('bad_request', `A form has at most ${FIELDS_MAX} fields.`)
  const fields = new Map<string, string>()
  for (const [name, value] of pairs) {
    if (name.includes('[')) throw new AppError('bad_request', 'A field of this form takes one value, not a list.')
    if (fields.has(name)) throw new AppError('bad_request', 'A field was sent more than once.')
    if (value.length > lengthMax(name)) throw new AppError('bad_request', 'A field is too long.')
    if (/\p{Cc}/u.test(name + value.trim())) throw new AppError('bad_request', 'A field holds control characters.')
    fields.set(name, value)
  }
  return fields
}

function lengthMax(name: string): number {
  if (PUZZLE_FIELDS.has(name)) return PUZZLE_FIELD_LENGTH_MAX
  return LONG_FIELDS.has(name) ? LONG_VALUE_LENGTH_MAX : VALUE_LENGTH_MAX
}

/** What a guest typed into a field, without the blanks around it. */
export function textOf(fields: Fields, name: string): string {
  return (fields.get(name) ?? '').trim()
}

/** Whether a box is ticked. */
export function isTicked(fields: Fields, name: string): boolean {
  return !['', '0', 'off', 'no', 'false'].includes(textOf(fields, name).toLowerCase())
}

/** A form on its page: what is in it, and what is wrong with it by field, in the guest's language. */
export interface FormState {
  values: Fields
  errors: ReadonlyMap<string, string>
}

export const EMPTY_FORM: FormState = { values: NO_FIELDS, errors: new Map() }
