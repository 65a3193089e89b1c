import type { z } from 'zod'
import { AppError, type FieldError } from '../errors.ts'

type Issue = z.core.$ZodRawIssue

const TYPES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}
const FORMATS: Record<string, string> = {
  uuid: 'Must be the id of a record.',
  email: 'Must be an email address.',
  datetime: 'Must be a time in UTC such as 2026-01-31T12:00:00Z.',
  date: 'Must be a date such as 2026-01-31.',
  url: 'Must be a URL.',
}
const FIELDS_MAX = 50

/** Checks what was sent against a schema. Throws `invalid` with every field at fault, in the words of an operator. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value, { error: describeIssue })
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.flatMap(toFieldErrors)
  // One message a field: the first is the one the others follow from.
  const first = [...new Map(errors.toReversed().map(error => [error.field, error])).values()].toReversed()
  throw invalidFields(first.slice(0, FIELDS_MAX))
}

/** The refusal for several bad fields. */
export function invalidFields(fields: FieldError[]): AppError {
  return new AppError('invalid', fields.map(({ field, message }) => `${field}: ${message}`).join(' '), { fields })
}

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({ field: [...path, shorten(String(key))].join('.'), message: 'There is no such field.' }))
  return [{ field: path.map(shorten).join('.') || 'body', message: issue.message }]
}

function shorten(key: string): string {
  return key.length > 60 ? `${key.slice(0, 60)}…` : key
}

function describeIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'Must be given.' : `Must be ${TYPES[issue.expected] ?? issue.expected}.`
    case 'invalid_value':
      return issue.values.length === 1
        ? `Must be ${String(issue.values[0])}.`
        : `Must be one of ${issue.values.map(String).join(', ')}.`
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'Has the wrong form.'
    case 'too_small':
      return describeBound(issue.origin, 'least', issue.minimum)
    case 'too_big':
      return describeBound(issue.origin, 'most', issue.maximum)
    default:
      return 'Has the wrong form.'
  }
}

function describeBound(origin: string, side: 'least' | 'most', bound: number | bigint): string {
  if (origin === 'string')
    return bound === 1 && side === 'least' ? 'Must not be empty.' : `Must have at ${side} ${bound} characters.`
  if (origin === 'array') return `Must have at ${side} ${bound} entries.`
  return `Must be at ${side} ${bound}.`
}
