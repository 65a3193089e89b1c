import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { type GoneNode, listGoneNodes } from '../db/presence.ts'
import { addSeconds } from '../lib/clock.ts'

/** How an SMS gateway or mail server has done lately. */
export interface WayFigures {
  id: string
  /** Attempts of the last hour that were settled, and how many of them the gateway failed, receipts included. */
  attempts: number
  failed: number
  /** The first of those failures. */
  since: Date | null
  /** The most frequent of them. */
  code: string | null
  message: string | null
  /** How the newest attempt ended. */
  last_outcome: string
  last_message: string | null
}

interface Spent {
  /** A gateway, or the currency of all together. */
  owner: string
  day_micros: number
  month_micros: number
}

export interface AlertFacts {
  ways: WayFigures[]
  gatewaySpend: Spent[]
  totalSpend: Spent[]
  blocks: { id: string; kind: 'prefix' | 'country' | 'gateway'; value: string; blocked_at: Date; shadow: boolean }[]
  /** Messages whose time to be taken up has passed, and the oldest of those times. */
  backlog: { count: number; oldest: Date | null }
  unknown: { count: number; oldest: Date | null }
  goneNodes: GoneNode[]
}

const WINDOW_S = 3_600
/** Of an hour with more messages than this the newest are looked at. */
const MESSAGES_MAX = 5_000
/** How late a worker may be with a message, and how long an outcome may be asked about. */
const LATE_S = 60

/** Finds what the database knows of trouble. */
export async function findAlertFacts(ctx: Context): Promise<AlertFacts> {
  const now = ctx.clock.now()
  const { kysely } = ctx.db
  const [ways, gatewaySpend, totalSpend, blocks, backlog, unknown, goneNodes] = await Promise.all([
    listWays(ctx, now),
    sql<Spent>`select sms_gateway_id as owner, ${spentSql(now)} from sms_gateway_usage`.execute(kysely),
    sql<Spent>`select currency as owner, ${spentSql(now)} from spend_usage`.execute(kysely),
    kysely
      .selectFrom('blocks')
      .select(['id', 'kind', 'value', 'blocked_at', 'shadow'])
      .where('blocked_until', '>', now)
      .orderBy('blocked_at')
      .limit(100)
      .execute(),
    sql<AlertFacts['backlog']>`
      select count(*) as count, min(due_at) as oldest from messages
      where status = 'queued' and due_at < ${addSeconds(now, -LATE_S)}`.execute(kysely),
    sql<AlertFacts['unknown']>`
      select count(*) as count, min(created_at) as oldest from messages
      where status = 'unknown' and due_at is not null and created_at < ${addSeconds(now, -LATE_S)}`.execute(kysely),
    listGoneNodes(ctx.db, now),
  ])
  return {
    ways,
    gatewaySpend: gatewaySpend.rows,
    totalSpend: totalSpend.rows,
    blocks,
    backlog: backlog.rows[0] ?? { count: 0, oldest: null },
    unknown: unknown.rows[0] ?? { count: 0, oldest: null },
    goneNodes,
  }
}

// What was counted on another day says nothing of this one.
function spentSql(now: Date) {
  return sql`case when day = (${now}::timestamptz at time zone 'utc')::date then day_micros else 0 end as day_micros,
    case when month = date_trunc('month', ${now}::timestamptz at time zone 'utc')::date then month_micros else 0 end as month_micros`
}

// A gateway fails when it does not take a message for a reason that is not the guest's number, or reports such a reason
// later. What was not tried (a gateway that rests or may not spend) is no attempt.
async function listWays(ctx: Context, now: Date): Promise<WayFigures[]> {
  const { rows } = await sql<WayFigures>`
    with recent as (
      select id, status, error_class, error_code, error_message, attempts, accepted_at from messages
      where created_at > ${addSeconds(now, -WINDOW_S)} order by created_at desc limit ${MESSAGES_MAX}
    ), tried as (
      select coalesce(a.sms_gateway_id, a.mail_server_id) as id, a.finished_at as at,
        case when late.failed then m.error_code else a.error_code end as code,
        case when late.failed then m.error_message else a.error_message end as message,
        case when late.failed then m.error_class else a.outcome end as outcome,
        late.failed or a.outcome in ('configuration', 'route', 'content', 'throttled', 'unavailable', 'unknown') as failed
      from recent m join message_attempts a on a.message_id = m.id
      cross join lateral (select m.status = 'failed' and m.accepted_at is not null and a.number = m.attempts
        and coalesce(m.error_class, '') <> 'recipient' as failed) late
      where a.finished_at is not null and coalesce(a.error_code, '') not in ('resting', 'no_gateway', 'no_mail_server', 'opted_out', 'suppressed')
        and a.outcome not in ('limited', 'spent', 'expired', 'cancelled')
    ), frequent as (
      select distinct on (id) id, code, message from tried where failed
      group by id, code, message order by id, count(*) desc, max(at) desc
    ), newest as (
      select distinct on (id) id, outcome, message from tried order by id, at desc
    )
    select t.id, count(*) as attempts, count(*) filter (where failed) as failed, min(at) filter (where failed) as since,
      l.code, l.message, n.outcome as last_outcome, n.message as last_message
    from tried t join newest n using (id) left join frequent l using (id)
    where t.id is not null group by t.id, l.code, l.message, n.outcome, n.message`.execute(ctx.db.kysely)
  return rows
}
