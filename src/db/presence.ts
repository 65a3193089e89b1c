import { sql } from 'kysely'
import type { Clock } from '../lib/clock.ts'
import type { Logger } from '../lib/log.ts'
import type { Db } from './db.ts'
import { type Listener, WORKER_LOCK_CLASS } from './listener.ts'

const SEEN_EVERY_MS = 30_000
/** A node that is gone for so long is nobody's concern any more. */
const FORGOTTEN_AFTER_H = 24

/** A node that ended without saying so, and has not come back. */
export interface GoneNode {
  node: string
  /** About when. */
  seen_at: Date
}

/**
 * Notes every half minute that this node is there. `stop` takes its row away: a node whose row is left while nobody holds
 * its lock has crashed, was killed, or has lost the database.
 */
export function keepPresence(node: { db: Db; listener: Listener; clock: Clock; log: Logger }): { stop(): Promise<void> } {
  const { db, listener, clock, log } = node
  const row = db.kysely
  let noting: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    noting = row
      .updateTable('node_keys')
      .set({ seen_at: clock.now() })
      .where('worker', '=', listener.worker)
      .execute()
      .catch(error => log.warn({ err: error }, 'could not note that this node is there'))
  }, SEEN_EVERY_MS)
  return {
    async stop() {
      clearInterval(timer)
      await noting
      await row
        .deleteFrom('node_keys')
        .where('worker', '=', listener.worker)
        .execute()
        .catch(error => log.warn({ err: error }, 'other nodes will take this one for lost'))
    },
  }
}

/** The nodes that are gone: on their machine none runs that came later. */
export async function listGoneNodes(db: Db, now: Date): Promise<GoneNode[]> {
  const { rows } = await sql<GoneNode>`
    with living as (
      select objid::bigint as worker from pg_locks
      where locktype = 'advisory' and classid = ${WORKER_LOCK_CLASS} and objsubid = 2 and granted
        and database = (select oid from pg_database where datname = current_database())
    )
    select n.node, n.seen_at from node_keys n
    where n.worker not in (select worker from living) and n.seen_at > ${now}::timestamptz - interval '${sql.raw(String(FORGOTTEN_AFTER_H))} hours'
      and not exists (select from node_keys l join living using (worker)
        where split_part(l.node, ',', 1) = split_part(n.node, ',', 1) and l.worker > n.worker)
    order by n.seen_at`.execute(db.kysely)
  return rows
}
