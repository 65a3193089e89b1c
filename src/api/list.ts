import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { AppError, type FieldError } from '../errors.ts'
import { invalidFields } from '../http/parse.ts'
import type { Parameter } from './operation.ts'

const PER_PAGE = 25
const PER_PAGE_MAX = 500
/** Further on a list is read by narrowing it with filters: an offset is paid for row by row. */
const OFFSET_MAX = 1_000_000
/** Up to here a total is counted; beyond it is PostgreSQL's estimate, so that a page of a large table stays cheap. */
export const TOTAL_EXACT_MAX = 100_000
const VALUE_LENGTH_MAX = 500
const VALUES_MAX = 500

/** How a column is filtered. A list of texts: one of these. `contact`: a number or an address, however it is written. */
type ColumnKind =
  | 'text'
  | 'contact'
  | 'login'
  | 'id'
  | 'ids'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'time'
  | 'date'
  | readonly string[]

/** What a list can be filtered, sorted and searched by. */
export interface Listing {
  columns: Record<string, ColumnKind>
  /** Columns that `q` looks into. */
  search: string[]
  /** What a list is sorted by unless it is asked otherwise. `id`: newest first, as in every table that grows with the guests. */
  sortedBy: string
}

interface ListQuery {
  page: number
  perPage: number
  sort: string
  order: 'asc' | 'desc'
  conditions: RawBuilder<unknown>[]
}

const PAGING = new Set(['page', 'per_page', 'sort', 'order', 'q'])

const uuid = z.uuid()
const datetime = z.iso.datetime({ offset: true })
const isoDate = z.iso.date()

const READERS: Record<string, { type: string; read: (value: string) => unknown; wanted: string }> = {
  text: { type: 'text', read: value => value, wanted: 'a text' },
  contact: { type: 'text', read: readContact, wanted: 'a number or an address' },
  login: { type: 'text', read: value => value, wanted: 'a login' },
  id: { type: 'uuid', read: value => (uuid.safeParse(value).success ? value : undefined), wanted: 'the id of a record' },
  integer: {
    type: 'int8',
    read: value => (/^-?\d{1,15}$/.test(value) ? Number(value) : undefined),
    wanted: 'a whole number',
  },
  decimal: {
    type: 'numeric',
    read: value => (/^\d{1,12}(\.\d{1,12})?$/.test(value) ? value : undefined),
    wanted: 'a decimal number such as 0.0079',
  },
  boolean: { type: 'bool', read: value => ({ true: true, false: false })[value], wanted: 'true or false' },
  time: {
    type: 'timestamptz',
    read: value => (datetime.safeParse(value).success ? new Date(value) : undefined),
    wanted: 'a time such as 2026-01-31T12:00:00Z',
  },
  date: {
    type: 'date',
    read: value => (isoDate.safeParse(value).success ? value : undefined),
    wanted: 'a date such as 2026-01-31',
  },
}

// A plus sign that a caller forgot to escape arrives as a blank.
function readContact(value: string): string {
  return value.replace(/^ (?=\d)/, '+').toLowerCase()
}

/** Reads one page of `select` and the number of all rows that the query matches. */
export async function listRows<Row extends { id: string }>(
  ctx: Context,
  select: RawBuilder<Row>,
  listing: Listing,
  parameters: URLSearchParams,
): Promise<{ rows: Row[]; total: number }> {
  const query = parseListQuery(listing, parameters)
  const matching = sql`from (${select}) r ${query.conditions.length > 0 ? sql`where ${sql.join(query.conditions, sql` and `)}` : sql``}`
  const offset = (query.page - 1) * query.perPage
  const direction = sql.raw(query.order)
  // The page is found by its ids first, so that what a record is put together from is not put together for rows skipped.
  const page = await sql<{ id: string }>`
    select r.id ${matching} order by ${sortKey(listing, query.sort)} ${direction}, r.id ${direction}
    limit ${query.perPage} offset ${offset}`.execute(ctx.db.kysely)
  const ids = page.rows.map(row => row.id)
  const found = await sql<Row>`select r.* from (${select}) r where r.id = any(${ids}::uuid[])`.execute(ctx.db.kysely)
  const byId = new Map(found.rows.map(row => [row.id, row]))
  const rows = ids.flatMap(id => byId.get(id) ?? [])
  if (ids.length < query.perPage && (ids.length > 0 || offset === 0)) return { rows, total: offset + ids.length }
  return { rows, total: await countRows(ctx, matching) }
}

// Whatever the collation: a small table reads in the order of the alphabet, a large one in that of its index.
function sortKey(listing: Listing, column: string): RawBuilder<unknown> {
  const kind = listing.columns[column]
  if (kind === 'login') return sql`r.login_key`
  return kind === 'text' && listing.sortedBy !== 'id' ? sql`lower(r.${sql.ref(column)})` : sql`r.${sql.ref(column)}`
}

async function countRows(ctx: Context, matching: RawBuilder<unknown>): Promise<number> {
  const counted = await sql<{ n: number }>`
    select count(*) as n from (select 1 ${matching} limit ${TOTAL_EXACT_MAX + 1}) c`.execute(ctx.db.kysely)
  const n = counted.rows[0]?.n ?? 0
  if (n <= TOTAL_EXACT_MAX) return n
  const explained = await sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
    explain (format json) select 1 ${matching}`.execute(ctx.db.kysely)
  return Math.max(n, explained.rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? n)
}

/** Reads the query string. Throws `invalid` that names every parameter that does not exist or makes no sense. */
function parseListQuery(listing: Listing, parameters: URLSearchParams): ListQuery {
  const query: ListQuery = {
    page: 1,
    perPage: PER_PAGE,
    sort: listing.sortedBy,
    order: listing.sortedBy === 'id' && !parameters.has('sort') ? 'desc' : 'asc',
    conditions: [],
  }
  const errors: FieldError[] = []
  for (const parameter of new Set(parameters.keys())) {
    const values = parameters.getAll(parameter)
    const problem = problemOf(values) ?? readParameter(listing, query, parameter, values)
    if (problem !== undefined) errors.push({ field: parameter.slice(0, 60), message: problem })
  }
  if ((query.page - 1) * query.perPage > OFFSET_MAX)
    errors.push({
      field: 'page',
      message: `A list is paged up to its entry ${OFFSET_MAX}; narrow it with filters to get at the rest.`,
    })
  if (errors.length > 0) throw invalidFields(errors)
  return query
}

function problemOf(values: string[]): string | undefined {
  if (values.length > VALUES_MAX) return `May be given at most ${VALUES_MAX} times.`
  if (values.some(value => value.length > VALUE_LENGTH_MAX)) return `Must have at most ${VALUE_LENGTH_MAX} characters.`
  if (values.some(value => /\p{Cc}/u.test(value) || !value.isWellFormed())) return 'Must not hold control characters.'
  return undefined
}

/** Takes one parameter into the query. Returns what is wrong with it, or undefined. */
function readParameter(listing: Listing, query: ListQuery, parameter: string, values: string[]): string | undefined {
  const [value = ''] = values
  if (PAGING.has(parameter) && values.length > 1) return 'May be given once.'
  switch (parameter) {
    case 'page': {
      const page = readBetween(value, 1, OFFSET_MAX)
      if (page === undefined) return 'Must be a whole number from 1.'
      query.page = page
      return undefined
    }
    case 'per_page': {
      const perPage = readBetween(value, 1, PER_PAGE_MAX)
      if (perPage === undefined) return `Must be a whole number from 1 to ${PER_PAGE_MAX}.`
      query.perPage = perPage
      return undefined
    }
    case 'sort':
      if (!sortable(listing).includes(value)) return `Must be one of ${sortable(listing).join(', ')}.`
      query.sort = value
      return undefined
    case 'order': {
      const order = value.toLowerCase()
      if (order !== 'asc' && order !== 'desc') return 'Must be asc or desc.'
      query.order = order
      return undefined
    }
    case 'q': {
      const pattern = `%${value.replace(/[\\%_]/g, '\\$&')}%`
      if (value !== '') query.conditions.push(either(listing.search.map(column => sql`r.${sql.ref(column)} ilike ${pattern}`)))
      return undefined
    }
    default: {
      const condition = toCondition(listing, parameter, values)
      if (typeof condition === 'string') return condition
      query.conditions.push(condition)
      return undefined
    }
  }
}

function readBetween(value: string, min: number, max: number): number | undefined {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  return number >= min && number <= max ? number : undefined
}

function sortable(listing: Listing): string[] {
  return [
    'id',
    ...Object.entries(listing.columns).flatMap(([column, kind]) => (kind === 'ids' || column === 'id' ? [] : [column])),
  ]
}

/** Turns `FIELD=value` into SQL; several values mean any of them, an empty one records without. A text says what is wrong. */
function toCondition(listing: Listing, parameter: string, values: string[]): RawBuilder<unknown> | string {
  const range = /^(.+)_(from|to)$/.exec(parameter)
  const rangeColumn = range?.[1] ?? ''
  if (range && Object.hasOwn(listing.columns, rangeColumn) && listing.columns[rangeColumn] === 'time') {
    const at = values.length === 1 ? READERS.time?.read(values[0] ?? '') : undefined
    if (at === undefined) return 'Must be a time such as 2026-01-31T12:00:00Z.'
    return range[2] === 'from' ? sql`r.${sql.ref(rangeColumn)} >= ${at}` : sql`r.${sql.ref(rangeColumn)} < ${at}`
  }
  const kind = parameter === 'id' ? 'id' : Object.hasOwn(listing.columns, parameter) ? listing.columns[parameter] : undefined
  if (kind === undefined) return `There is no such parameter; lists take page, per_page, sort, order, q and the names of fields.`

  const column = sql`r.${sql.ref(kind === 'login' ? 'login_key' : parameter)}`
  const given = values.filter(value => value !== '')
  const none =
    values.length === given.length ? [] : [kind === 'ids' ? sql`${column} = '{}'` : sql`coalesce(${column}::text, '') = ''`]
  if (typeof kind !== 'string') {
    if (given.some(value => !kind.includes(value))) return `Must be one of ${kind.join(', ')}.`
    return either([...(given.length > 0 ? [sql`${column} = any(${given}::text[])`] : []), ...none])
  }
  const reader = READERS[kind === 'ids' ? 'id' : kind]
  if (!reader) throw new Error(`no reader for ${kind}`)
  const read = given.map(reader.read)
  if (read.includes(undefined)) return `Must be ${reader.wanted}.`
  const list = sql`${kind === 'login' ? read.map(value => String(value).toLowerCase()) : read}::${sql.raw(reader.type)}[]`
  const some = kind === 'ids' ? sql`${column} && ${list}` : sql`${column} = any(${list})`
  return either([...(read.length > 0 ? [some] : []), ...none])
}

function either(conditions: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`(${sql.join(conditions, sql` or `)})`
}

const SCHEMAS: Record<string, Record<string, unknown>> = {
  id: { type: 'string', format: 'uuid' },
  ids: { type: 'string', format: 'uuid' },
  integer: { type: 'integer' },
  boolean: { type: 'boolean' },
  time: { type: 'string', format: 'date-time' },
  date: { type: 'string', format: 'date' },
}

/** The parameters of a list, for the OpenAPI document. */
export function listParameters(listing: Listing): Parameter[] {
  const sort = sortable(listing)
  const filters = Object.entries(listing.columns).flatMap(([column, kind]): Parameter[] => {
    const schema =
      typeof kind === 'string'
        ? (SCHEMAS[kind] ?? { type: 'string', maxLength: VALUE_LENGTH_MAX })
        : { type: 'string', enum: kind }
    const equal = {
      name: column,
      description: `Only records ${kind === 'ids' ? 'related to this one' : 'with this value'}. Given several times: any of the values; empty: records without.`,
      schema,
    }
    if (kind !== 'time') return [equal]
    return [
      equal,
      { name: `${column}_from`, description: `Only records with ${column} at or after this time.`, schema },
      { name: `${column}_to`, description: `Only records with ${column} before this time.`, schema },
    ]
  })
  return [
    { name: 'page', description: 'Counts from 1.', schema: { type: 'integer', minimum: 1, default: 1 } },
    {
      name: 'per_page',
      description: 'Records on a page.',
      schema: { type: 'integer', minimum: 1, maximum: PER_PAGE_MAX, default: PER_PAGE },
    },
    {
      name: 'sort',
      description: listing.sortedBy === 'id' ? 'By default the newest come first.' : `By default ${listing.sortedBy}.`,
      schema: { type: 'string', enum: sort },
    },
    { name: 'order', description: 'Ascending or descending.', schema: { type: 'string', enum: ['asc', 'desc'] } },
    ...(listing.search.length > 0
      ? [
          {
            name: 'q',
            description: `Only records with this text in ${listing.search.join(', ')}.`,
            schema: { type: 'string', maxLength: VALUE_LENGTH_MAX },
          },
        ]
      : []),
    {
      name: 'id',
      description: 'Only these records. Given several times: any of them.',
      schema: { type: 'string', format: 'uuid' },
    },
    ...filters.filter(parameter => parameter.name !== 'id'),
  ]
}

/** The refusal for an id that is no id, or of nothing. */
export function notFound(one: string): AppError {
  return new AppError('not_found', `There is no ${one} with this id.`)
}
