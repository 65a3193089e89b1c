import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Listing } from './list.ts'

/**
 * How a column is filtered. A list of texts: one of these. `contact`: a number or an address, however it is written. `countries`:
 * those that a record serves, where an empty list is all of them.
 */
export type ColumnKind =
  | 'text'
  | 'contact'
  | 'login'
  | 'id'
  | 'ids'
  | 'countries'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'time'
  | 'date'
  | readonly string[]

const uuid = z.uuid()
const datetime = z.iso.datetime({ offset: true })
const isoDate = z.iso.date()

const READERS: Record<string, { type: string; read: (value: string) => unknown; problem: string }> = {
  text: { type: 'text', read: value => value, problem: 'Must be a text.' },
  contact: { type: 'text', read: readContact, problem: 'Must be a number or an address.' },
  login: { type: 'text', read: value => value, problem: 'Must be a login.' },
  id: {
    type: 'uuid',
    read: value => (uuid.safeParse(value).success ? value : undefined),
    problem: 'Must be the id of a record.',
  },
  country: {
    type: 'text',
    read: value => (/^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : undefined),
    problem: 'Must be a country code such as US.',
  },
  integer: {
    type: 'int8',
    read: value => (/^-?\d{1,15}$/.test(value) ? Number(value) : undefined),
    problem: 'Must be a whole number.',
  },
  decimal: {
    type: 'numeric',
    read: value => (/^\d{1,12}(\.\d{1,12})?$/.test(value) ? value : undefined),
    problem: 'Must be a decimal number such as 0.0079.',
  },
  boolean: { type: 'bool', read: value => ({ true: true, false: false })[value], problem: 'Must be true or false.' },
  time: {
    type: 'timestamptz',
    read: value => (datetime.safeParse(value).success ? new Date(value) : undefined),
    problem: 'Must be a time such as 2026-01-31T12:00:00Z.',
  },
  date: {
    type: 'date',
    read: value => (isoDate.safeParse(value).success ? value : undefined),
    problem: 'Must be a date such as 2026-01-31.',
  },
}

/** What there are several of in a column. */
const LISTED: Record<string, string> = { ids: 'id', countries: 'country' }

// A plus sign that a caller forgot to escape arrives as a blank.
function readContact(value: string): string {
  return value.replace(/^ (?=\d)/, '+').toLowerCase()
}

/** The type that PostgreSQL compares a column by. */
export function sqlTypeOf(listing: Listing, column: string): string {
  const kind = column === 'id' ? 'id' : listing.columns[column]
  return (typeof kind === 'string' ? READERS[kind]?.type : undefined) ?? 'text'
}

/** As SQL, and the values themselves if that is all. */
interface Condition {
  sql: RawBuilder<unknown>
  values?: unknown[]
}

/** Turns `FIELD=value` into SQL; several values mean any of them, an empty one records without. A text says what is wrong. */
export function toCondition(
  listing: Pick<Listing, 'columns' | 'hasValue'>,
  parameter: string,
  values: string[],
): Condition | string {
  const range = /^(.+)_(from|to)$/.exec(parameter)
  const rangeColumn = range?.[1] ?? ''
  if (range && Object.hasOwn(listing.columns, rangeColumn) && listing.columns[rangeColumn] === 'time') {
    const at = values.length === 1 ? READERS.time?.read(values[0] ?? '') : undefined
    if (at === undefined) return 'Must be a time such as 2026-01-31T12:00:00Z.'
    return { sql: range[2] === 'from' ? sql`r.${sql.ref(rangeColumn)} >= ${at}` : sql`r.${sql.ref(rangeColumn)} < ${at}` }
  }
  const kind = parameter === 'id' ? 'id' : Object.hasOwn(listing.columns, parameter) ? listing.columns[parameter] : undefined
  if (kind === undefined) return 'There is no such parameter; lists take page, per_page, sort, order, q and the names of fields.'

  const column = sql`r.${sql.ref(kind === 'login' ? 'login_key' : parameter)}`
  const given = values.filter(value => value !== '')
  const none =
    values.length === given.length ? [] : [isList(kind) ? sql`${column} = '{}'` : sql`coalesce(${column}::text, '') = ''`]
  if (typeof kind !== 'string') {
    if (given.some(value => !kind.includes(value))) return `Must be one of ${kind.join(', ')}.`
    return conditionOf(given, listing.hasValue?.[parameter]?.(given) ?? sql`${column} = any(${given}::text[])`, none)
  }
  const reader = READERS[LISTED[kind] ?? kind]
  if (!reader) throw new Error(`no reader for ${kind}`)
  const read = given.map(reader.read)
  if (read.includes(undefined)) return reader.problem
  const list = sql`${kind === 'login' ? read.map(value => String(value).toLowerCase()) : read}::${sql.raw(reader.type)}[]`
  const some = isList(kind) ? sql`${column} && ${list}` : sql`${column} = any(${list})`
  const all = kind === 'countries' && given.length > 0 ? [sql`${column} = '{}'`] : []
  return conditionOf(read, some, [...none, ...all])
}

function conditionOf(values: unknown[], some: RawBuilder<unknown>, none: RawBuilder<unknown>[]): Condition {
  return { sql: either([...(values.length > 0 ? [some] : []), ...none]), ...(none.length === 0 && { values }) }
}

/** Whether a column holds several values. */
export function isList(kind: ColumnKind | undefined): boolean {
  return typeof kind === 'string' && kind in LISTED
}

export function either(conditions: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`(${sql.join(conditions, sql` or `)})`
}
