import type pg from 'pg'
import type { Logger } from '../lib/log.ts'
import type { Db } from './db.ts'

const RECONNECT_MS = 1000
/** First half of the two-part advisory lock that says "worker N is alive". */
export const WORKER_LOCK_CLASS = 0x6a7e

/**
 * The one connection that listens (LISTEN/NOTIFY), and that shows by an advisory lock that this process lives: when it
 * dies, PostgreSQL frees the lock at once and other nodes see whose messages were left half sent.
 */
export interface Listener {
  /** The number this process signs its claims with. */
  readonly worker: number
  /** Calls the handler on every notice, and after a reconnection, since notices may have been missed. Returns its removal. */
  on(channel: string, handler: (payload: string) => void): () => void
  close(): Promise<void>
}

export async function openListener(db: Db, log: Logger): Promise<Listener> {
  const handlers = new Map<string, Set<(payload: string) => void>>()
  let client: pg.Client | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined
  // One statement at a time on the one connection.
  let listening: Promise<void> = Promise.resolve()

  const first = await db.pool.query<{ nextval: number }>("select nextval('worker_numbers')")
  const worker = Number(first.rows[0]?.nextval)

  async function connect(): Promise<void> {
    const connection = await db.connect()
    connection.on('notification', ({ channel, payload }) => {
      for (const handler of handlers.get(channel) ?? []) handler(payload ?? '')
    })
    connection.on('end', () => {
      if (closed || client !== connection) return
      client = undefined
      log.warn('the listening connection ended; connecting again')
      reconnect()
    })
    await connection.query('select pg_advisory_lock($1, $2)', [WORKER_LOCK_CLASS, worker])
    for (const channel of handlers.keys()) await connection.query(`listen ${channel}`)
    client = connection
  }

  function reconnect(): void {
    clearTimeout(retry)
    retry = setTimeout(() => {
      connect().then(
        () => {
          for (const [, set] of handlers) for (const handler of set) handler('')
        },
        error => {
          log.warn({ err: error }, 'the database does not answer; trying again')
          if (!closed) reconnect()
        },
      )
    }, RECONNECT_MS)
  }

  await connect()
  return {
    worker,
    on(channel, handler) {
      let set = handlers.get(channel)
      if (!set) {
        set = new Set()
        handlers.set(channel, set)
        listening = listening
          .then(async () => void (await client?.query(`listen ${channel}`)))
          .catch(error => log.warn({ err: error }, 'cannot listen'))
      }
      set.add(handler)
      return () => set.delete(handler)
    },
    async close() {
      closed = true
      clearTimeout(retry)
      await listening
      await client?.end()
    },
  }
}
