import type { Context } from '../context.ts'
import type { Statement, Trx } from '../db/db.ts'
import { uuidv7 } from '../lib/random.ts'
import { countersFor } from '../limits/counters-for.ts'
import { counterBatch, type LimitedBy, type RefusedRow, readRefusals, takeStarts } from '../limits/take-starts.ts'
import { chooseWay } from '../messages/choose-way.ts'
import { countryOfNumber } from '../sms/phone-number.ts'
import { CODE_LIFETIME_S, RESEND_AFTER_S, SENDS_MAX } from './rules.ts'

export type Resent =
  | { outcome: 'sent'; sends: number }
  | { outcome: 'too_soon'; retryAfterS: number }
  | { outcome: 'no_more' }
  /** A budget that it shares with others is spent: see issue.ts. */
  | { outcome: 'too_many'; retryAfterS: number; by: LimitedBy; excess: number | undefined }
  | { outcome: 'gone' }

/** Seconds after the nth sending until the next one may be asked for, as SQL over the row. */
const SPACING = `(case sends ${RESEND_AFTER_S.map((seconds, i) => `when ${i + 1} then interval '${seconds} s'`).join(' ')} else interval '${RESEND_AFTER_S.at(-1)} s' end)`

// The same code while half its life is left, so that a late or doubled message does no harm; after that a new one with a
// new life, and the old one is dead. Neither gives checks back.
const RESEND: Statement = {
  name: 'validation_resend',
  text: `
with ready as (
  select id from validations
  where id = $2 and session_id is not distinct from $3 and (purpose = 'api') = ($3::uuid is null) and status = 'pending' and expires_at > $1
    and sends < ${SENDS_MAX} and last_sent_at + ${SPACING} <= $1
  for update
), refused as (
  select taken.* from ready cross join lateral ${takeStarts(10, { contacts: 'array[null]::text[]', solved: 'array[$9::boolean]', perHour: 0, perDay: 0 })} taken
), resent as (
  update validations set
    sends = sends + 1,
    last_sent_at = $1,
    limit_keys = array(select distinct k from unnest(limit_keys || $10::text[]) k),
    generation = generation + case when expires_at - $1 < interval '${CODE_LIFETIME_S / 2} s' then 1 else 0 end,
    expires_at = case when expires_at - $1 < interval '${CODE_LIFETIME_S / 2} s' then $1 + interval '${CODE_LIFETIME_S} s' else expires_at end
  where id = (select id from ready) and not exists (select from refused where refused.n = 1)
  returning *
), message as (
  insert into messages (id, channel, template, status, "to", locale, validation_id, generation, account_id, splash_portal_id, usage_plan_id,
    sms_gateway_id, mail_server_id, carrier_id, country, ignores_opt_out, due_at, created_at, expires_at)
  select $4, channel, 'code', 'queued', contact, locale, id, generation, account_id, splash_portal_id, usage_plan_id, $5, $6, carrier_id, $7, $8, $1, $1, expires_at
  from resent where not decoy
  returning 1
)
select sends, null::integer as n, null::integer as pair, null as cause, null::timestamptz as retry_at, null::integer as excess,
  (select pg_notify('gatehouse_messages', '')::text from (select from message limit 1) woken) from resent
union all select null, n, pair, cause, retry_at, excess, null from refused`,
}

/**
 * Sends the code again, at most 4 sendings in all, 30, 60 and 120 s apart. A decoy answers as any other.
 * `gone`: there is no such pending validation for this browser.
 */
export async function resendCode(
  ctx: Context,
  what: {
    id: string
    sessionId?: string | undefined
    ignoresOptOut?: boolean | undefined
    address?: string | undefined
    hasSolvedPuzzle?: boolean
  },
  trx?: Trx,
): Promise<Resent> {
  const now = ctx.clock.now()
  const sessionId = what.sessionId ?? null
  const row = await (trx ?? ctx.db.kysely)
    .selectFrom('validations as v')
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('messages as m')
          .select(['m.status as last_status', 'm.sms_gateway_id', 'm.mail_server_id'])
          .whereRef('m.validation_id', '=', 'v.id')
          .orderBy('m.created_at', 'desc')
          .limit(1)
          .as('last'),
      join => join.onTrue(),
    )
    .select(['v.purpose', 'v.channel', 'v.contact', 'v.status', 'v.sends', 'v.last_sent_at', 'v.expires_at'])
    .select(['v.splash_portal_id', 'v.usage_plan_id', 'last_status', 'last.sms_gateway_id', 'last.mail_server_id'])
    .where('v.id', '=', what.id)
    .where('v.session_id', 'is not distinct from', sessionId)
    .executeTakeFirst()
  if (row?.status !== 'pending' || row.expires_at <= now || (row.purpose === 'api') !== (sessionId === null))
    return { outcome: 'gone' }
  if (row.sends >= SENDS_MAX) return { outcome: 'no_more' }

  const messageId = uuidv7(now)
  const country = row.channel === 'sms' ? countryOfNumber(row.contact) : null
  const { smsGatewayId, mailServerId } = chooseWay(ctx, {
    id: messageId,
    purpose: row.purpose,
    channel: row.channel,
    country: country ?? '',
    splashPortalId: row.splash_portal_id ?? undefined,
    usagePlanId: row.usage_plan_id ?? undefined,
    // What was delivered came that way; what was not may come another.
    after: row.last_status === 'delivered' ? undefined : (row.sms_gateway_id ?? row.mail_server_id),
  })
  const values = [now, what.id, sessionId, messageId, smsGatewayId, mailServerId, country, what.ignoresOptOut ?? false]
  const { limits } = ctx.catalogue.now
  const place = row.channel === 'email_to_sms' ? countryOfNumber(row.contact) : country
  const sending = {
    ...row,
    country: place,
    smsGatewayId,
    splashPortalId: row.splash_portal_id,
    address: what.address,
    isResend: true,
  }
  const counters = counterBatch([countersFor(sending, limits, ctx.keys)], limits)
  const more = [what.hasSolvedPuzzle ?? false, ...counters.values]
  const answers = await ctx.db.run<RefusedRow & { sends: number | null }>(RESEND, [...values, ...more], trx)
  const sends = answers.find(answer => answer.sends !== null)?.sends
  if (sends) return { outcome: 'sent', sends }
  const refusal = readRefusals(ctx, answers, counters).get(1)
  if (refusal) {
    ctx.counts.refusal(refusal.isBreaker ? 'breaker' : refusal.by)
    const retryAfterS = Math.max(1, Math.ceil(((refusal.retryAt?.getTime() ?? 0) - now.getTime()) / 1000))
    return { outcome: 'too_many', retryAfterS, by: refusal.by, excess: refusal.excess }
  }
  const spacing = RESEND_AFTER_S[row.sends - 1] ?? RESEND_AFTER_S[RESEND_AFTER_S.length - 1] ?? 0
  return {
    outcome: 'too_soon',
    retryAfterS: Math.max(1, Math.ceil((row.last_sent_at.getTime() - now.getTime()) / 1000 + spacing)),
  }
}
