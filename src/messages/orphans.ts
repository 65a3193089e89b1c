import type { Context } from '../context.ts'
import type { Statement } from '../db/db.ts'
import { WORKER_LOCK_CLASS } from '../db/listener.ts'
import { addSeconds } from '../lib/clock.ts'
import { ASK_AFTER_S } from './settle.ts'

/** By then a request of a process that merely lost its connection to the database has ended (sms/http.ts, time-outs). */
const REQUEST_ENDED_S = 30
const LOST_CLAIM_S = 60

const SENDER_GONE = 'The process that was sending ended before the provider answered.'

// A worker is alive while its advisory lock is held (db/listener.ts). What a dead one left `sending` may or may not have
// reached the provider: it becomes unknown and is asked about, never sent again blindly. The same goes for a claim of our
// own ($4) whose answer was lost on the way to us, so that nobody works on it ($5: what we do work on).
const RESCUE: Statement = {
  name: 'message_rescue',
  text: `
with dead as (
  select worker from (select distinct worker from messages where status = 'sending' and worker <> $4) w
  where not exists (select from pg_locks l where l.locktype = 'advisory' and l.classid = ${WORKER_LOCK_CLASS} and l.objid = w.worker and l.objsubid = 2
    and l.database = (select oid from pg_database where datname = current_database()))
), lost as (
  select m.id, m.attempts from messages m join message_attempts a on a.message_id = m.id and a.number = m.attempts
  where m.status = 'sending' and (
    (m.worker in (select worker from dead) and a.started_at <= $2) or (m.worker = $4 and a.started_at <= $3 and not m.id = any($5::uuid[])))
), rescued as (
  update messages m set status = 'unknown', due_at = $1::timestamptz + interval '${ASK_AFTER_S} s', worker = null, error_class = 'unknown',
    error_message = '${SENDER_GONE}'
  from lost where m.id = lost.id and m.status = 'sending' and m.attempts = lost.attempts
  returning m.id, m.attempts
)
update message_attempts a set outcome = 'unknown', finished_at = $1 from rescued r where a.message_id = r.id and a.number = r.attempts
returning a.message_id`,
}

/**
 * Finds messages whose sender died half-way and has them asked about. Returns how many. A process that owns its database
 * is alone, so what others left needs no waiting; nodes that share one wait until a request must have ended.
 */
export async function rescueOrphans(ctx: Context, inFlight: string[]): Promise<number> {
  const now = ctx.clock.now()
  const othersBefore = ctx.config.databaseUrl ? addSeconds(now, -REQUEST_ENDED_S) : now
  const values = [now, othersBefore, addSeconds(now, -LOST_CLAIM_S), ctx.listener.worker, inFlight]
  return (await ctx.db.run(RESCUE, values)).length
}
