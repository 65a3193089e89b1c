import {
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  type Kysely,
  PostgresDialect,
  type QueryResult,
  Transaction,
} from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

/**
 * A transaction that guests wait for. Statements that need nothing of each other's answers need not wait for each other: each is
 * sent when its function is called, and they run in that order.
 */
export type HotTrx = Transaction<Tables> & {
  /** Goes on without an answer. The transaction waits for it before it commits, and fails with its error. */
  pipeline(statement: Promise<unknown>): void
}

// What answers all columns is not prepared, as `Statement` in db.ts says.
const ALL_COLUMNS = /^\s*select \*|returning \*\s*$/i

/** As many statements as are prepared at most; one whose text is never twice the same would fill every connection. */
const PREPARED_MAX = 300

/**
 * Runs transactions on the connections of a pool in pipeline mode. Statements with values are prepared, each under a name that is
 * the same on all connections. BEGIN is sent together with the first statement.
 */
export function createHotTransactions(
  pool: pg.Pool,
  kysely: Kysely<Tables>,
): <T>(work: (trx: HotTrx) => Promise<T>) => Promise<T> {
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    if (!names.has(text) && names.size < PREPARED_MAX && !ALL_COLUMNS.test(text)) names.set(text, `hot_${names.size}`)
    return names.get(text)
  }
  const transactionOn = transactions(kysely)

  return async work => {
    const client = await pool.connect()
    const pipelined: Promise<unknown>[] = []
    // The first that went wrong: all after it fail because of it.
    let fault: unknown
    let isOver = false
    let isBroken = false

    async function query(text: string, values: readonly unknown[]): Promise<pg.QueryResult> {
      if (isOver) throw new Error('The transaction of this statement is over.')
      try {
        return await client.query(values.length > 0 ? { name: nameOf(text), text, values: [...values] } : text)
      } catch (error) {
        fault ??= error
        throw error
      }
    }
    const end = (how: 'commit' | 'rollback') => {
      isOver = true
      return client.query(how)
    }
    const pipeline = (statement: Promise<unknown>) => {
      statement.catch(() => undefined)
      pipelined.push(statement)
    }

    try {
      pipeline(query('begin', []))
      const done = await work(Object.assign(transactionOn(query), { pipeline }))
      await Promise.all(pipelined)
      if (fault !== undefined) throw fault
      await end('commit')
      return done
    } catch (error) {
      // What is under way is not to come after the end.
      await Promise.allSettled(pipelined)
      await end('rollback').catch(() => {
        isBroken = true
      })
      throw isAborted(error) ? fault : error
    } finally {
      client.release(isBroken)
    }
  }
}

/** Makes Kysely transactions that send each statement when it is executed. Its own send it when the one before is answered. */
function transactions(kysely: Kysely<Tables>) {
  const dialect = new PostgresDialect({ pool: { options: {}, connect: unused, end: unused } })
  const props = { dialect, driver: dialect.createDriver(), config: { dialect } }
  return (query: (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>): Transaction<Tables> => {
    const connection: DatabaseConnection = {
      async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
        const { command, rowCount, rows } = await query(sql, parameters)
        return WRITES.includes(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows }
      },
      streamQuery: unused,
    }
    const provider: ConnectionProvider = { provideConnection: consumer => consumer(connection) }
    return new Transaction({ ...props, executor: kysely.getExecutor().withConnectionProvider(provider) })
  }
}

const WRITES = ['INSERT', 'UPDATE', 'DELETE', 'MERGE']

function unused(): never {
  throw new Error('Statements of a hot transaction have its connection, and are read as a whole.')
}

/** True for what a statement meets in a transaction in which another has failed. */
function isAborted(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '25P02'
}
