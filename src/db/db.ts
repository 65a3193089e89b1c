import { CompiledQuery, type Kysely, Kysely as KyselyInstance, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { createHotTransactions, type HotTrx } from './hot-transactions.ts'
import type { Tables } from './tables.ts'

/**
 * A statement with a name is prepared once a connection. What answers all columns of a table has none: prepared, it would fail
 * from when a newer version adds a column on.
 */
export interface Statement {
  name?: string
  text: string
}

export type Trx = Transaction<Tables>

/** The database: Kysely for what reads better as a builder, `run` for hot statements, all of which find their rows by an index. */
export interface Db {
  kysely: Kysely<Tables>
  pool: pg.Pool
  /** Runs a statement: inside `trx` when given, else on a connection of its own, and once more after a deadlock. */
  run<Row>(statement: Statement, values: unknown[], trx?: Trx): Promise<Row[]>
  transaction<T>(work: (trx: Trx) => Promise<T>): Promise<T>
  /**
   * A transaction that guests wait for (hot-transactions.ts), whose statements all find their rows by an index. Where PostgreSQL
   * ends it because of a deadlock it begins again, so `work` may run more than once.
   */
  hotTransaction<T>(work: (trx: HotTrx) => Promise<T>): Promise<T>
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
// The planner takes a statement for cheaper when it knows the values, and would plan every other one again for that.
const HOT = `${BY_INDEX} -c plan_cache_mode=force_generic_plan`

// A statement has its connection for one way there and back, a transaction for three or four. Under load each is a turn of the
// event loop, and whoever waits for a connection waits for all of everybody before.
const HOT_TRANSACTIONS = 2
const DEADLOCK_TRIES = 4

export function openDb(connection: pg.ConnectionConfig, options: { poolMax: number; onError: (error: Error) => void }): Db {
  function open(more: pg.PoolConfig): pg.Pool {
    const opened = new pg.Pool({ ...connection, max: options.poolMax, connectionTimeoutMillis: 10_000, ...more })
    // One that breaks in a transaction says so to the next statement, and to the process, which would end of it.
    opened.on('connect', client => client.on('error', () => undefined))
    return opened
  }
  const pool = open({})
  // Apart from each other: a transaction that runs a statement by itself must not wait for others that do the same.
  const hotPool = open({ options: HOT })
  const hotTransactionPool = open({ options: HOT, max: HOT_TRANSACTIONS * options.poolMax, pipeline: true })
  let closed = false
  for (const each of [pool, hotPool, hotTransactionPool])
    each.on('error', error => {
      if (!closed) options.onError(error)
    })
  const kysely = new KyselyInstance<Tables>({ dialect: new PostgresDialect({ pool }) })
  const hotTransactions = createHotTransactions(hotTransactionPool, kysely)
  return {
    kysely,
    pool,
    async run<Row>(statement: Statement, values: unknown[], trx?: Trx): Promise<Row[]> {
      if (trx) return (await trx.executeQuery<Row>(CompiledQuery.raw(statement.text, values))).rows
      return (await againAfterDeadlock(() => hotPool.query({ ...statement, values }))).rows
    },
    transaction: work => kysely.transaction().execute(work),
    hotTransaction: work => againAfterDeadlock(() => hotTransactions(work)),
    async connect() {
      const client = new pg.Client(connection)
      client.on('error', options.onError)
      await client.connect()
      return client
    },
    async close() {
      closed = true
      await Promise.all([pool, hotPool, hotTransactionPool].map(each => each.end()))
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

/** Runs what PostgreSQL undid to let another go on once more. */
async function againAfterDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof pg.DatabaseError && error.code === '40P01') || tries === DEADLOCK_TRIES) throw error
    }
  }
}

/** The name of the constraint that a write broke by being a duplicate (23505), or undefined. */
export function duplicateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError && error.code === '23505' ? error.constraint : undefined
}
