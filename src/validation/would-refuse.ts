import type { Context } from '../context.ts'
import type { Statement } from '../db/db.ts'
import { countersFor } from '../limits/counters-for.ts'
import { GROWTH } from '../limits/take-starts.ts'
import { countryOfNumber } from '../sms/phone-number.ts'
import type { NewValidation } from './issue.ts'
import { contactKey } from './issue.ts'
import { STARTS_PER_DAY_MAX, STARTS_PER_HOUR_MAX, withinBudget } from './rules.ts'

// Takes nothing and locks nothing: what it answers may be over by the time that it is read.
const PEEK: Statement = {
  name: 'validation_would_refuse',
  text: `
select exists (select from contact_budgets b where b.key = any($2::text[])
    and not ${withinBudget('b.starts', STARTS_PER_HOUR_MAX, STARTS_PER_DAY_MAX)})
  or exists (
    select from unnest($3::text[], $4::integer[], $5::integer[]) as u(key, most, breaker) join limit_counters l on l.key = u.key
      cross join lateral (select coalesce(sum(s), 0) as sent, coalesce(sum(q), 0) as proven
        from unnest(l.minutes, l.sends, l.proofs) as o(m, s, q) where o.m >= floor(extract(epoch from $1::timestamptz) / 60) - 60) w
    where l.blocked_until > $1 or w.sent - ${1 + GROWTH} * w.proven >= u.most or w.sent >= greatest(u.breaker, w.proven * 100 / $6::integer)
  ) as refuses`,
}

/**
 * Whether these starts are likely to be refused: asked before work that would be for nothing. A hint and no more, since only
 * `issueCodes` counts.
 */
export async function wouldRefuse(ctx: Context, validations: NewValidation[]): Promise<boolean> {
  if (validations.length === 0) return false
  const { limits } = ctx.catalogue.now
  const counters = validations.flatMap(validation => {
    const country = validation.channel === 'email' ? null : countryOfNumber(validation.contact)
    return countersFor({ ...validation, country, smsGatewayId: null, isResend: false }, limits, ctx.keys).map(counter => ({
      ...counter,
      // What a puzzle lifts holds only for who has not solved one.
      most: counter.hard ?? (validation.hasSolvedPuzzle ? null : counter.soft),
    }))
  })
  const [row] = await ctx.db.run<{ refuses: boolean }>(PEEK, [
    ctx.clock.now(),
    validations.map(({ channel, contact }) => contactKey(channel, contact)),
    counters.map(({ key }) => key),
    counters.map(({ most }) => most),
    counters.map(({ breaker }) => breaker),
    limits.breaker_percent,
  ])
  return row?.refuses ?? false
}
