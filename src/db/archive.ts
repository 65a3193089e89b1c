import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline as pipe, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import { OperatorError } from '../lib/operator-error.ts'

// A backup is a gzip of JSON lines: the header; then for each table an array ["table", name] and its rows, an object
// each, as PostgreSQL itself writes and reads them; arrays ["sequence", name, value, used]; at last ["end", rows].

const FORMAT = 'gatehouse backup 1'
const ROWS_AT_ONCE = 500

export interface ArchiveHeader {
  format: typeof FORMAT
  created_at: string
  /** Names of the migrations that made the schema of the rows. */
  migrations: string[]
  /** Known text, encrypted: tells whether another installation has the same secret key. */
  key_check: string
}

type Mark = ['table', string] | ['sequence', string, number, boolean] | ['end', number]

/** Writes all rows as of one moment to a new file that only its owner may read. Returns the number of rows. */
export async function writeArchive(
  client: pg.Client,
  options: { file: string; createdAt: Date; keyCheck: string },
): Promise<number> {
  let rows = 0
  async function* lines() {
    const { rows: migrations } = await client.query<{ name: string }>('select name from migrations order by version')
    yield line({
      format: FORMAT,
      created_at: options.createdAt.toISOString(),
      migrations: migrations.map(migration => migration.name),
      key_check: options.keyCheck,
    } satisfies ArchiveHeader)
    for (const table of await tablesInOrder(client)) {
      if (table === 'migrations') continue
      const name = pg.escapeIdentifier(table)
      yield line(['table', table] satisfies Mark)
      await client.query(`declare every_row cursor for select row_to_json(t)::text as row from ${name} t`)
      for (;;) {
        const { rows: batch } = await client.query<{ row: string }>(`fetch ${ROWS_AT_ONCE} from every_row`)
        if (batch.length === 0) break
        rows += batch.length
        yield batch.map(({ row }) => `${row}\n`).join('')
      }
      await client.query('close every_row')
    }
    for (const sequence of await sequences(client)) {
      const { rows: state } = await client.query(`select last_value, is_called from ${pg.escapeIdentifier(sequence)}`)
      yield line(['sequence', sequence, Number(state[0].last_value), state[0].is_called] satisfies Mark)
    }
    yield line(['end', rows] satisfies Mark)
  }

  const file = createWriteStream(options.file, { flags: 'wx', mode: 0o600, flush: true })
  await once(file, 'open')
  await client.query('begin isolation level repeatable read read only')
  try {
    // Both decide how a value is written as text.
    await client.query(`set local timezone = 'UTC'; set local bytea_output = 'hex'`)
    await pipeline(Readable.from(lines()), createGzip(), file)
  } finally {
    await client.query('rollback')
  }
  return rows
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

export interface OpenedArchive {
  header: ArchiveHeader
  /** Inserts all rows into the empty tables of the header's schema. Returns their number. Call it once, in a transaction. */
  load(client: pg.Client): Promise<number>
  close(): Promise<unknown>
}

/** Opens a backup. Throws an OperatorError when the file is none, or (from load) when a part of it is missing. */
export async function openArchive(file: string): Promise<OpenedArchive> {
  const broken = (why: string) => new OperatorError(`${file} cannot be read as a backup of Gatehouse: ${why}`)
  const lines = linesOf(file)

  async function next(): Promise<string | undefined> {
    try {
      const { value, done } = await lines.next()
      return done ? undefined : value
    } catch (error) {
      throw broken((error as Error).message)
    }
  }

  const first = await next()
  const header = parse(first) as ArchiveHeader | undefined
  if (header?.format !== FORMAT) throw broken('it does not begin like one')

  return {
    header,
    close: () => lines.return(undefined),
    async load(client) {
      const tables = new Set(await tablesInOrder(client))
      const known = new Set(await sequences(client))
      let rows = 0
      let table = ''
      let columns = ''
      let batch: string[] = []
      const flush = async () => {
        if (batch.length > 0)
          await insertRows(client, { table, columns }, batch).catch(error => {
            throw broken(`the table ${table} refuses its rows: ${error.message}`)
          })
        rows += batch.length
        batch = []
      }
      for (;;) {
        const text = await next()
        if (text?.startsWith('{')) {
          batch.push(text)
          if (batch.length >= ROWS_AT_ONCE) await flush()
          continue
        }
        await flush()
        const mark = parse(text) as Mark | undefined
        if (mark?.[0] === 'table' && tables.has(mark[1])) {
          table = mark[1]
          columns = await ownColumns(client, table)
          // A migration may have given it a row to begin with.
          await client.query(`delete from ${pg.escapeIdentifier(table)}`)
        } else if (mark?.[0] === 'sequence' && known.has(mark[1]))
          await client.query('select setval($1::regclass, $2, $3)', [pg.escapeIdentifier(mark[1]), mark[2], mark[3]])
        else if (mark?.[0] === 'end' && mark[1] === rows) return rows
        else throw broken(mark === undefined ? 'its end is missing' : `it holds something unknown: ${text}`)
      }
    },
  }
}

// Not readline: that takes U+2028, which may stand in a JSON string, for the end of a line.
async function* linesOf(file: string): AsyncGenerator<string, undefined> {
  const text = pipe(createReadStream(file), createGunzip(), () => undefined).setEncoding('utf8')
  let rest = ''
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

async function insertRows(client: pg.Client, to: { table: string; columns: string }, rows: string[]): Promise<void> {
  const name = pg.escapeIdentifier(to.table)
  await client.query(`insert into ${name} (${to.columns}) select ${to.columns} from json_populate_recordset(null::${name}, $1)`, [
    `[${rows.join(',')}]`,
  ])
}

/** The columns of a table that PostgreSQL does not fill in by itself, as SQL. */
async function ownColumns(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [pg.escapeIdentifier(table)],
  )
  return rows[0]?.columns ?? ''
}

/** The tables of the schema, each after those that it refers to. */
export async function tablesInOrder(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(
    `select c.relname as name, array(
       select f.relname::text from pg_constraint join pg_class f on f.oid = confrelid
       where conrelid = c.oid and contype = 'f' and confrelid <> c.oid) as needs
     from pg_class c where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace order by c.relname`,
  )
  const ordered: string[] = []
  while (ordered.length < rows.length) {
    const ready = rows.filter(({ name, needs }) => !ordered.includes(name) && needs.every(need => ordered.includes(need)))
    if (ready.length === 0) throw new Error('the tables refer to each other in a circle')
    ordered.push(...ready.map(({ name }) => name))
  }
  return ordered
}

async function sequences(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'S' and relnamespace = current_schema()::regnamespace order by relname`,
  )
  return rows.map(({ name }) => name)
}

/** Tables that have rows in a database that nobody has used yet. */
const FILLED_BY_MIGRATIONS = ['migrations', 'limits', 'settings']

/** Whether anything is in the database but what the migrations have put there. */
export async function hasRows(client: pg.ClientBase): Promise<boolean> {
  for (const table of await tablesInOrder(client)) {
    if (FILLED_BY_MIGRATIONS.includes(table)) continue
    const { rowCount } = await client.query(`select from ${pg.escapeIdentifier(table)} limit 1`)
    if (rowCount) return true
  }
  return false
}

/** Drops every table, view, sequence and function of the schema that no extension brought. */
export async function dropAll(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `select format('drop %s if exists %s cascade', case relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end, oid::regclass)
       as statement
     from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'S')
       and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
     union all
     select format('drop routine if exists %s cascade', oid::regprocedure)
     from pg_proc where pronamespace = current_schema()::regnamespace
       and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`,
  )
  for (const { statement } of rows) await client.query(statement)
}
