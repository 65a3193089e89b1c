import type { Context } from '../context.ts'
import type { Statement } from '../db/db.ts'
import type { Channel, Purpose } from '../db/tables.ts'

/** A message that this process is to hand over, with what its code is derived from. */
export interface ClaimedMessage {
  id: string
  channel: Channel
  template: string
  to: string
  locale: string
  attempts: number
  splash_portal_id: string | null
  usage_plan_id: string | null
  sms_gateway_id: string | null
  mail_server_id: string | null
  carrier_id: string | null
  /** Of an SMS: where the number belongs. */
  country: string | null
  /** How earlier attempts ended, oldest first: `ID OUTCOME SECONDS`, the id of the gateway or mail server and the Unix time. */
  tried: string[]
  /** Suppressions of the recipient: `GATEWAY_ID SENDER`, or `*` and a space for an email address. */
  suppressed: string[]
  ignores_opt_out: boolean
  created_at: Date
  expires_at: Date
  /** When this attempt began: the text is written as of then, whenever it is needed again. */
  started_at: Date
  validation_id: string | null
  validation_status: string | null
  validation_generation: number | null
  purpose: Purpose | null
  contact: string | null
  seed: Buffer | null
  generation: number
  code_length: number | null
}

/** SQL for the suppressions of a recipient, as ClaimedMessage has them. */
export function suppressionsOf(channel: string, contact: string): string {
  return `array(select coalesce(s.sms_gateway_id::text, '*') || ' ' || s.sender from suppressions s
    where s.channel = case ${channel} when 'sms' then 'sms' else 'email' end and s.contact = ${contact})`
}

/** SQL for the attempts at the message `m`, as ClaimedMessage has them. */
export function attemptsOf(which = 'true'): string {
  return `array(select coalesce(t.sms_gateway_id, t.mail_server_id) || ' ' || coalesce(t.outcome, 'unknown') || ' ' ||
      extract(epoch from coalesce(t.finished_at, t.started_at))::bigint
    from message_attempts t where t.message_id = m.id and ${which} order by t.number)`
}

const COLUMNS = `m.id, m.channel, m.template, m."to", m.locale, m.attempts, m.splash_portal_id, m.usage_plan_id, m.sms_gateway_id, m.mail_server_id,
  m.carrier_id, m.country, m.ignores_opt_out, m.created_at, m.expires_at, m.validation_id, v.status as validation_status,
  v.generation as validation_generation, v.purpose, v.contact, v.seed, m.generation, v.code_length,
  ${attemptsOf('t.number < m.attempts')} as tried,
  ${suppressionsOf('m.channel', 'm."to"')} as suppressed`

// Takes up to $2 messages that are due and writes their attempts, before any request leaves. The skip of locked rows lets
// any number of nodes claim side by side.
const CLAIM: Statement = {
  name: 'message_claim',
  text: `
with due as (
  select id from messages where due_at <= $1 and status = 'queued' order by due_at limit $2 for update skip locked
), m as (
  update messages set status = 'sending', due_at = null, attempts = attempts + 1, worker = $3
  where id = any(array(select id from due)) returning *
), attempt as (
  insert into message_attempts (message_id, number, sms_gateway_id, mail_server_id, started_at)
  select id, attempts, sms_gateway_id, mail_server_id, $1 from m
)
select ${COLUMNS}, $1::timestamptz as started_at from m left join validations v on v.id = m.validation_id`,
}

/** Claims messages that are due. Their attempts are in the database when this answers. */
export function claimDueMessages(ctx: Context, limit: number): Promise<ClaimedMessage[]> {
  return ctx.db.run<ClaimedMessage>(CLAIM, [ctx.clock.now(), limit, ctx.listener.worker])
}

// Unknown messages whose time to ask has come; the new due_at is a lease, so that another node does not ask as well.
const CLAIM_UNKNOWN: Statement = {
  name: 'message_claim_unknown',
  text: `
with due as (
  select id from messages where due_at <= $1 and status = 'unknown' order by due_at limit $2 for update skip locked
), m as (
  update messages set due_at = $1::timestamptz + interval '30 s' where id = any(array(select id from due)) returning *
)
select ${COLUMNS}, a.started_at from m join message_attempts a on a.message_id = m.id and a.number = m.attempts left join validations v on v.id = m.validation_id`,
}

/** Claims messages whose outcome is unknown and that the provider should be asked about now. */
export function claimUnknownMessages(ctx: Context, limit: number): Promise<ClaimedMessage[]> {
  return ctx.db.run<ClaimedMessage>(CLAIM_UNKNOWN, [ctx.clock.now(), limit])
}
