import type { Context } from '../context.ts'
import type { Statement } from '../db/db.ts'
import { uuidv7 } from '../lib/random.ts'
import { chooseWay } from '../messages/choose-way.ts'
import { countryOfNumber } from '../sms/phone-number.ts'
import { CODE_LIFETIME_S, RESEND_AFTER_S, SENDS_MAX } from './rules.ts'

export type Resent =
  | { outcome: 'sent'; sends: number }
  | { outcome: 'too_soon'; retryAfterS: number }
  | { outcome: 'no_more' }
  | { outcome: 'gone' }

/** Seconds after the nth sending until the next one may be asked for, as SQL over the row. */
const SPACING = `(case sends ${RESEND_AFTER_S.map((seconds, i) => `when ${i + 1} then interval '${seconds} s'`).join(' ')} else interval '${RESEND_AFTER_S.at(-1)} s' end)`

// The same code while half its life is left, so that a late or doubled message does no harm; after that a new one with a
// new life, and the old one is dead. Neither gives checks back.
const RESEND: Statement = {
  name: 'validation_resend',
  text: `
with resent as (
  update validations set
    sends = sends + 1,
    last_sent_at = $1,
    generation = generation + case when expires_at - $1 < interval '${CODE_LIFETIME_S / 2} s' then 1 else 0 end,
    expires_at = case when expires_at - $1 < interval '${CODE_LIFETIME_S / 2} s' then $1 + interval '${CODE_LIFETIME_S} s' else expires_at end
  where id = $2 and session_id is not distinct from $3 and (purpose = 'api') = ($3::uuid is null) and status = 'pending' and expires_at > $1
    and sends < ${SENDS_MAX} and last_sent_at + ${SPACING} <= $1
  returning *
), message as (
  insert into messages (id, channel, template, status, "to", locale, validation_id, generation, account_id, splash_portal_id, usage_plan_id,
    sms_gateway_id, mail_server_id, carrier_id, country, ignores_opt_out, due_at, created_at, expires_at)
  select $4, channel, 'code', 'queued', contact, locale, id, generation, account_id, splash_portal_id, usage_plan_id, $5, $6, carrier_id, $7, $8, $1, $1, expires_at
  from resent where not decoy
  returning 1
)
select sends, (select pg_notify('gatehouse_messages', '')::text from (select from message limit 1) woken) from resent`,
}

/**
 * Sends the code again, at most 4 sendings in all, 30, 60 and 120 s apart. A decoy answers as any other.
 * `gone`: there is no such pending validation for this browser.
 */
export async function resendCode(
  ctx: Context,
  what: { id: string; sessionId?: string | undefined; ignoresOptOut?: boolean | undefined },
): Promise<Resent> {
  const now = ctx.clock.now()
  const sessionId = what.sessionId ?? null
  const row = await ctx.db.kysely
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
  const [sent] = await ctx.db.run<{ sends: number }>(RESEND, values)
  if (sent) return { outcome: 'sent', sends: sent.sends }
  const spacing = RESEND_AFTER_S[row.sends - 1] ?? RESEND_AFTER_S[RESEND_AFTER_S.length - 1] ?? 0
  return {
    outcome: 'too_soon',
    retryAfterS: Math.max(1, Math.ceil((row.last_sent_at.getTime() - now.getTime()) / 1000 + spacing)),
  }
}
