import { CompiledQuery, type Kysely, Kysely as KyselyInstance, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

/** A statement with a name is prepared once a connection. */
export interface Statement {
  name: string
  text: string
}

export type Trx = Transaction<Tables>

/** The database: Kysely for what reads better as a builder, `run` for hot statements, all of which find their rows by an index. */
export interface Db {
  kysely: Kysely<Tables>
  pool: pg.Pool
  /** Runs a statement: inside `trx` when given, else on a connection of its own. */
  run<Row>(statement: Statement, values: unknown[], trx?: Trx): Promise<Row[]>
  transaction<T>(work: (trx: Trx) => Promise<T>): Promise<T>
  /** A connection outside the pool, for LISTEN and session locks. The caller ends it. */
  connect(): Promise<pg.Client>
  close(): Promise<void>
}

// An int8 here is always a count: a number is exact up to 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// A date has no time zone: keep it as the ISO text it is.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)

// A statement prepared on an empty table keeps the plan that suited it then, and a table that is young has no statistics
// yet: either would read millions of rows for one, through a table or through a whole index. Hot statements are to look
// their rows up one by one, whatever the planner believes.
const BY_INDEX = ['seqscan', 'bitmapscan', 'mergejoin', 'hashjoin'].map(method => `-c enable_${method}=off`).join(' ')

export function openDb(connection: pg.ConnectionConfig, options: { poolMax: number; onError: (error: Error) => void }): Db {
  const open = (more: pg.PoolConfig) =>
    new pg.Pool({ ...connection, ...more, max: options.poolMax, connectionTimeoutMillis: 10_000 })
  const pool = open({})
  const hotPool = open({ options: BY_INDEX })
  let closed = false
  for (const each of [pool, hotPool])
    each.on('error', error => {
      if (!closed) options.onError(error)
    })
  const kysely = new KyselyInstance<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    kysely,
    pool,
    async run<Row>(statement: Statement, values: unknown[], trx?: Trx): Promise<Row[]> {
      if (trx) return (await trx.executeQuery<Row>(CompiledQuery.raw(statement.text, values))).rows
      return (await hotPool.query({ name: statement.name, text: statement.text, values })).rows
    },
    transaction: work => kysely.transaction().execute(work),
    async connect() {
      const client = new pg.Client(connection)
      client.on('error', options.onError)
      await client.connect()
      return client
    },
    async close() {
      closed = true
      await Promise.all([kysely.destroy(), hotPool.end()])
    },
  }
}

/**
 * True for an error after which nothing has changed, so that the same may be tried again: bad data (22…), a broken
 * constraint (23…), a deadlock or a clash of transactions that PostgreSQL ended by rolling this one back.
 */
export function changedNothing(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(2[23]|40001|40P01)/.test(error.code ?? '')
}

/** The name of the constraint that a write broke by being a duplicate (23505), or undefined. */
export function duplicateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError && error.code === '23505' ? error.constraint : undefined
}
