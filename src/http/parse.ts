import type { z } from 'zod'
import { AppError, type FieldError } from '../errors.ts'

type Issue = z.core.$ZodRawIssue

// Whole sentences: the console has each in other languages.
const TYPES: Record<string, string> = {
  string: 'Must be a text.',
  number: 'Must be a number.',
  int: 'Must be a whole number.',
  boolean: 'Must be true or false.',
  array: 'Must be a list.',
  object: 'Must be an object.',
  record: 'Must be an object.',
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
      return issue.input === undefined ? 'Must be given.' : (TYPES[issue.expected] ?? `Must be ${issue.expected}.`)
    case 'invalid_value':
      return issue.values.length === 1
        ? `Must be ${String(issue.values[0])}.`
        : `Must be one of ${issue.values.map(String).join(', ')}.`
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'Has the wrong form.'
    case 'too_small':
      return describeMinimum(issue.origin, issue.minimum)
    case 'too_big':
      return describeMaximum(issue.origin, issue.maximum)
    default:
      return 'Has the wrong form.'
  }
}

function describeMinimum(origin: string, minimum: number | bigint): string {
  if (origin === 'string') return minimum === 1 ? 'Must not be empty.' : `Must have at least ${minimum} characters.`
  if (origin === 'array') return `Must have at least ${minimum} entries.`
  return `Must be at least ${minimum}.`
}

function describeMaximum(origin: string, maximum: number | bigint): string {
  if (origin === 'string') return `Must have at most ${maximum} characters.`
  if (origin === 'array') return `Must have at most ${maximum} entries.`
  return `Must be at most ${maximum}.`
}
