import type { Db, Statement } from '../db/db.ts'
import type { Clock } from '../lib/clock.ts'
import type { Logger } from '../lib/log.ts'
import { bucketSql } from './histogram.ts'

/** What a refusal is counted as: the limit that refused, or what else it was for. */
export const REFUSAL_KINDS = [
  'contact',
  'device',
  'address',
  'prefix',
  'country',
  'portal',
  'gateway',
  'system',
  'breaker',
  'spend',
  'login',
  'checks',
] as const
export type RefusalKind = (typeof REFUSAL_KINDS)[number]

/** A step of a sign-up or of a password reset. */
interface SignUpEvent {
  kind: 'created' | 'activated' | 'reset_started' | 'reset_finished'
  usagePlanId: string | null
  splashPortalId: string
  /** When the sign-up or the reset began: what was finished is counted there too, however late it came. */
  began: Date
  /** From the beginning to this step, where a guest had something to prove. */
  seconds?: number | undefined
}

export interface HourlyCounts {
  refusal(kind: RefusalKind): void
  signUp(event: SignUpEvent): void
  /** Writes what was counted so far, and waits for what is being written. Throws nothing. */
  flush(): Promise<void>
}

/** A crash loses at most what was counted within this time. */
const COLLECT_MS = 3_000
/** So many different sign-ups at most wait to be written: then they are written at once. */
const SIGN_UPS_MAX = 1_000

const ADD_REFUSALS: Statement = {
  name: 'limit_refusals_add',
  text: `
insert into limit_refusals as r (hour, kind, count) select * from unnest($1::timestamptz[], $2::text[], $3::bigint[])
order by 1, 2
on conflict (hour, kind) do update set count = r.count + excluded.count`,
}

// The rows are sorted, so that nodes that write at once wait for each other and never in a circle.
const ADD_SIGN_UPS: Statement = {
  name: 'sign_up_counts_add',
  text: `
insert into sign_up_counts as c (hour, kind, usage_plan_id, splash_portal_id, bucket, count)
select hour, kind, plan, portal, case when seconds is null then -1 else ${bucketSql('seconds')} end as bucket, count(*)
from unnest($1::timestamptz[], $2::text[], $3::uuid[], $4::uuid[], $5::numeric[]) as t(hour, kind, plan, portal, seconds)
group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
on conflict (hour, kind, usage_plan_id, splash_portal_id, bucket) do update set count = c.count + excluded.count`,
}

/** Counts in memory and adds what it counted to the database every few seconds: one statement however much there was. */
export function createHourlyCounts({ db, clock, log }: { db: Db; clock: Clock; log: Logger }): HourlyCounts {
  let refusals = new Map<string, { hour: Date; kind: RefusalKind; count: number }>()
  let signUps: SignUpEvent[] = []
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  async function write(): Promise<void> {
    const [counted, events] = [[...refusals.values()], signUps]
    refusals = new Map()
    signUps = []
    try {
      if (counted.length > 0)
        await db.run(ADD_REFUSALS, [counted.map(it => it.hour), counted.map(it => it.kind), counted.map(it => it.count)])
      if (events.length > 0)
        await db.run(ADD_SIGN_UPS, [
          events.map(it => hourOf(it.began)),
          events.map(it => it.kind),
          events.map(it => it.usagePlanId),
          events.map(it => it.splashPortalId),
          events.map(it => it.seconds ?? null),
        ])
    } catch (error) {
      log.warn({ err: error }, 'refusals and sign-ups of the last seconds could not be counted; statistics miss them')
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write)
    return writing
  }

  return {
    refusal(kind) {
      const hour = hourOf(clock.now())
      const key = `${hour.getTime()} ${kind}`
      const known = refusals.get(key)
      if (known) known.count++
      else refusals.set(key, { hour, kind, count: 1 })
      timer ??= setTimeout(() => void flush(), COLLECT_MS)
    },
    signUp(event) {
      signUps.push(event)
      if (signUps.length >= SIGN_UPS_MAX) void flush()
      else timer ??= setTimeout(() => void flush(), COLLECT_MS)
    },
    flush,
  }
}

function hourOf(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 3_600_000) * 3_600_000)
}
