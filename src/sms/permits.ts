import type { SmsGateway } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { changedNothing, type Statement } from '../db/db.ts'
import { createCoalescer } from '../lib/coalescer.ts'

/** A message waits this long for its turn with the gateway it has; beyond that another one is looked for. */
const WAIT_MAX_S = 2

/** Leave to send through a gateway, shared by all nodes. */
export type Permit =
  /** What it will cost is reserved. */
  { outcome: 'granted'; sendAt: Date } | { outcome: 'too_fast'; retryAt: Date } | { outcome: 'spent' }

interface Question {
  gateway: SmsGateway
  micros: number
}

const TAKE: Statement = {
  name: 'sms_permits_take',
  text: `
select message, send_at, refusal
from take_sms_permits_within($1, interval '${WAIT_MAX_S} s', $2::uuid[], $3::interval[], $4::bigint[], $5::bigint[], $8::int[], $9::text[],
  $10::bigint[], $11::bigint[], $6::int[], $7::bigint[])`,
}

const SETTLE: Statement = {
  name: 'sms_permits_settle',
  text: `
update sms_gateway_usage set
  day_micros = case when day = ($1::timestamptz at time zone 'utc')::date then greatest(0, day_micros + $3) else day_micros end,
  month_micros = case when month = date_trunc('month', $1::timestamptz at time zone 'utc')::date then greatest(0, month_micros + $3) else month_micros end
where sms_gateway_id = $2`,
}

const SETTLE_TOTAL: Statement = {
  name: 'spend_settle',
  text: `
update spend_usage set
  day_micros = case when day = ($1::timestamptz at time zone 'utc')::date then greatest(0, day_micros + $3) else day_micros end,
  month_micros = case when month = date_trunc('month', $1::timestamptz at time zone 'utc')::date then greatest(0, month_micros + $3) else month_micros end
where currency = $2`,
}

const coalescers = new WeakMap<Context, (question: Question) => Promise<Permit>>()

/** Says whether a gateway has limits that all nodes share. */
export function hasSharedLimits(ctx: Context, gateway: SmsGateway): boolean {
  return gateway.sends_per_second !== null || hasSpendLimit(gateway) || totalOf(ctx, gateway) !== undefined
}

/** What all gateways of a currency may spend together. */
function totalOf(ctx: Context, { currency }: SmsGateway): { daily: number | null; monthly: number | null } | undefined {
  const total = ctx.catalogue.now.limits.spend_max[currency]
  return total && (total.daily !== null || total.monthly !== null) ? total : undefined
}

function hasSpendLimit(gateway: SmsGateway): boolean {
  return gateway.daily_spend_max_micros !== null || gateway.monthly_spend_max_micros !== null
}

/** Asks for leave to send one message that costs `micros` through a gateway. Exact under any number of nodes. */
export function takePermit(ctx: Context, gateway: SmsGateway, micros: number): Promise<Permit> {
  let take = coalescers.get(ctx)
  if (!take) {
    take = createCoalescer({ run: questions => takeAll(ctx, questions), changedNothing })
    coalescers.set(ctx, take)
  }
  return take({ gateway, micros })
}

/** Corrects what was reserved at `at` once the true cost is known; a negative difference gives back. */
export async function correctSpend(ctx: Context, gateway: SmsGateway, micros: number, at: Date): Promise<void> {
  if (micros === 0) return
  if (hasSpendLimit(gateway)) await ctx.db.run(SETTLE, [at, gateway.id, micros])
  if (totalOf(ctx, gateway)) await ctx.db.run(SETTLE_TOTAL, [at, gateway.currency, micros])
}

async function takeAll(ctx: Context, questions: Question[]): Promise<Permit[]> {
  const gateways = [...new Map(questions.map(({ gateway }) => [gateway.id, gateway])).values()]
  const currencies = [...new Set(gateways.filter(gateway => totalOf(ctx, gateway)).map(({ currency }) => currency))]
  const totals = currencies.map(currency => ctx.catalogue.now.limits.spend_max[currency])
  const rows = await ctx.db.run<{ message: number; send_at: Date; refusal: 'rate' | 'spend' | null }>(TAKE, [
    ctx.clock.now(),
    gateways.map(({ id }) => id),
    gateways.map(({ sends_per_second: rate }) => (rate === null ? null : `${Math.round(1e6 / rate)} microseconds`)),
    gateways.map(it => it.daily_spend_max_micros),
    gateways.map(it => it.monthly_spend_max_micros),
    questions.map(({ gateway }) => gateways.findIndex(({ id }) => id === gateway.id) + 1),
    questions.map(({ micros }) => micros),
    gateways.map(({ currency }) => currencies.indexOf(currency) + 1),
    currencies,
    totals.map(total => total?.daily ?? null),
    totals.map(total => total?.monthly ?? null),
  ])
  const permits: Permit[] = []
  for (const { message, send_at, refusal } of rows)
    permits[message - 1] =
      refusal === 'spend'
        ? { outcome: 'spent' }
        : refusal === 'rate'
          ? { outcome: 'too_fast', retryAt: send_at }
          : { outcome: 'granted', sendAt: send_at }
  return permits
}
