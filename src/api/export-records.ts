import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Role } from '../db/tables.ts'
import { AppError } from '../errors.ts'
import { answerText } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { writeCsv } from '../lib/csv.ts'
import { uuidv7 } from '../lib/random.ts'
import { insertAuditEvent } from './audit.ts'
import { type ListQuery, listParameters, parseListQuery, sortKey } from './list.ts'
import { sqlTypeOf } from './list-conditions.ts'
import type { Operation } from './operation.ts'
import { columnsOf, loadNames, type Names, writeRow } from './record-columns.ts'
import { type ReadResource, refuseProbing } from './resource.ts'

/** Records that are read, written out and let go of in one go. */
const ROWS_AT_ONCE = 500
const CSV = 'text/csv; charset=utf-8'
const PAGING = ['page', 'per_page']
const BOM = '\uFEFF'

interface ExportOptions {
  /** Set: whoever takes a copy is written down in the audit trail, with how many records it has. */
  isPersonal?: boolean
  role?: Role
  /** A file as it might come. */
  example: string
}

/** All records of a kind, or those that a list would show, as one file. */
export function exportOperation<Row extends { id: string }>(
  ctx: Context,
  resource: ReadResource<Row>,
  { isPersonal = false, role = resource.roles?.read, example }: ExportOptions,
): Operation {
  return {
    method: 'GET',
    path: `/${resource.name}/export`,
    id: `export_${resource.name}`,
    tag: resource.tag,
    summary: `Export ${resource.tag.charAt(0).toLowerCase()}${resource.tag.slice(1)}`,
    description: `A CSV file of all records that the list would show on all its pages. Secrets are not in it.${isPersonal ? ' The audit trail notes who took it and how many records it has.' : ''}`,
    ...(role && { role }),
    query: [
      ...listParameters(resource).filter(({ name }) => !PAGING.includes(name)),
      {
        name: 'bom',
        description: 'true: the file begins with a byte order mark, by which Excel knows UTF-8.',
        schema: { type: 'boolean', default: false },
      },
    ],
    answer: {
      status: 200,
      description: 'The file: a line with the names of the fields, then one for each record.',
      csv: example,
    },
    refusals: ['invalid'],
    async handle(c, caller) {
      const parameters = new URL(c.req.url).searchParams
      refuseProbing(resource, parameters, caller)
      const { query, bom } = readExportQuery(resource, parameters)
      const day = ctx.clock.now().toISOString().slice(0, 10)
      const headers = { 'content-disposition': `attachment; filename="${resource.name.replaceAll('_', '-')}-${day}.csv"` }
      if (c.req.raw.method === 'HEAD') return answerText(c.env, 200, null, CSV, { 'content-type': CSV, ...headers })
      // Before anything is handed out: whoever breaks off has had it all the same.
      if (isPersonal) await noteExport(ctx, resource, query, caller)
      const texts = writeRecords(ctx, resource, query, caller)
      // A refusal by the database is still an answer of its own up to here.
      const first = await texts.next()
      const body = streamOf(ctx, (bom ? BOM : '') + (first.value ?? ''), texts)
      return answerText(c.env, 200, body, CSV, headers)
    },
  }
}

function readExportQuery(resource: Parameters<typeof parseListQuery>[0], parameters: URLSearchParams) {
  const [bom = 'false', ...more] = parameters.getAll('bom')
  const problems = [
    ...(more.length > 0 || (bom !== 'true' && bom !== 'false') ? [{ field: 'bom', message: 'Must be true or false.' }] : []),
    ...PAGING.filter(name => parameters.has(name)).map(field => ({ field, message: 'An export has no pages: it holds all.' })),
  ]
  if (problems.length > 0)
    throw new AppError('invalid', problems.map(({ field, message }) => `${field}: ${message}`).join(' '), { fields: problems })
  const list = new URLSearchParams([...parameters].filter(([name]) => name !== 'bom'))
  return { query: parseListQuery(resource, list), bom: bom === 'true' }
}

async function noteExport<Row extends { id: string }>(
  ctx: Context,
  resource: ReadResource<Row>,
  query: ListQuery,
  caller: Caller,
): Promise<void> {
  const now = ctx.clock.now()
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (${resource.select(now)}) r ${where(query.conditions)}`.execute(ctx.db.kysely)
  await insertAuditEvent(ctx, undefined, {
    actor: caller.name,
    action: 'export',
    resource: resource.name,
    recordId: uuidv7(now),
    changes: { rows: rows[0]?.n ?? 0 },
  })
}

function streamOf(ctx: Context, first: string, rest: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(first)
    try {
      for await (const text of rest) yield Buffer.from(text)
    } catch (error) {
      // The status has gone out: all that is left is to break the connection off, so that nobody takes a part for the whole.
      ctx.log.error({ err: error }, 'an export broke off')
      throw error
    }
  }
  return ReadableStream.from(chunks()) as ReadableStream<Uint8Array>
}

/** Writes the header and then page after page, each when it is asked for. No connection is held in between. */
async function* writeRecords<Row extends { id: string }>(
  ctx: Context,
  resource: ReadResource<Row>,
  query: ListQuery,
  caller: Caller,
): AsyncGenerator<string> {
  const columns = columnsOf(resource.read)
  const names: Names = await loadNames(ctx.db.kysely, columns)
  let text = writeCsv([columns.map(({ name }) => name)])
  for await (const rows of readPages(ctx, resource, query)) {
    yield text + writeCsv(rows.map(row => writeRow(columns, resource.present(ctx, row, caller), names)))
    text = ''
  }
  if (text !== '') yield text
}

/** The place of a row in the order: its sort key as PostgreSQL writes it, exact, and its id. */
interface Place {
  id: string
  key: string | null
}

/** Reads on from the last row by its place, so that the last page costs what the first did. */
async function* readPages<Row extends { id: string }>(
  ctx: Context,
  resource: ReadResource<Row>,
  query: ListQuery,
): AsyncGenerator<Row[]> {
  const now = ctx.clock.now()
  const select = resource.select(now)
  const key = sortKey(resource, query.sort)
  const direction = sql.raw(query.order)
  let last: Place | undefined
  for (;;) {
    const conditions = last
      ? [...query.conditions, isBeyond(last, query, key, sqlTypeOf(resource, query.sort))]
      : query.conditions
    const page = await sql<Place>`
      select r.id, (${key})::text as key from (${select}) r ${where(conditions)}
      order by ${key} ${direction}, r.id ${direction} limit ${ROWS_AT_ONCE}`.execute(ctx.db.kysely)
    const ids = page.rows.map(row => row.id)
    last = page.rows.at(-1)
    if (!last) return
    const found = await sql<Row>`select r.* from (${select}) r where r.id = any(${ids}::uuid[])`.execute(ctx.db.kysely)
    const byId = new Map(found.rows.map(row => [row.id, row]))
    yield ids.flatMap(id => byId.get(id) ?? [])
    if (ids.length < ROWS_AT_ONCE) return
  }
}

// PostgreSQL counts null as the largest: it comes last going up and first going down.
function isBeyond(last: Place, { sort, order }: ListQuery, key: RawBuilder<unknown>, type: string): RawBuilder<unknown> {
  const than = sql.raw(order === 'asc' ? '>' : '<')
  const isLaterId = sql`r.id ${than} ${last.id}::uuid`
  if (sort === 'id') return isLaterId
  if (last.key === null) return sql`(${key} is null and ${isLaterId}${order === 'desc' ? sql` or ${key} is not null` : sql``})`
  const value = sql`${last.key}::${sql.raw(type)}`
  return sql`(${key} ${than} ${value} or (${key} = ${value} and ${isLaterId})${order === 'asc' ? sql` or ${key} is null` : sql``})`
}

function where(conditions: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``
}
