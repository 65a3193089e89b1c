import type { Context } from '../context.ts'
import type { Statement } from '../db/db.ts'
import { correctSpend } from '../sms/permits.ts'
import type { Receipt } from '../sms/provider.ts'
import { senderFor } from '../sms/route.ts'
import { nextFor } from './attempt.ts'
import { attemptsOf, suppressionsOf } from './claim.ts'
import { recordOptOut } from './opt-out.ts'
import { LIFE_LEFT_MIN_S } from './settle.ts'

export type ReceiptOutcome = 'recorded' | 'repeated' | 'unknown_message'

/** Classes of a failed receipt after which another gateway may succeed: nothing has reached the guest. */
const GO_ON = ['configuration', 'route']

interface Reported {
  id: string
  to: string
  country: string | null
  channel: 'sms'
  template: string
  status: string
  /** The message has gone on to another gateway since. */
  is_current: boolean
  sms_gateway_id: string | null
  mail_server_id: null
  splash_portal_id: string | null
  usage_plan_id: string | null
  purpose: 'sign_up' | 'password_reset' | 'free_sms' | 'api' | null
  created_at: Date
  expires_at: Date
  is_needed: boolean
  ignores_opt_out: boolean
  tried: string[]
  suppressed: string[]
}

/** When the message was made, and whether the receipt was a new one. */
interface Recorded {
  created_at: Date
  events: number
}

/** SQL: the message was given to the gateway, and there is still something to be known of it: its recipient was not erased. */
function isReportedBy(message: string, gateway: string): string {
  return `${message}."to" <> '' and exists (select from message_attempts t where t.message_id = ${message}.id and t.sms_gateway_id = ${gateway})`
}

// The message ($2) by our own id, from the callback's address or the provider's client reference, else by the provider's
// id; it must have been given to the gateway that reports ($1).
const find = (name: string, key: string): Statement => ({
  name: `message_receipt_find_${name}`,
  text: `
select m.id, m."to", m.country, m.channel, m.template, m.status, m.sms_gateway_id = $1 as is_current, m.sms_gateway_id, null as mail_server_id, m.splash_portal_id,
  m.usage_plan_id, v.purpose, m.created_at, m.expires_at, m.ignores_opt_out,
  v.id is null or (v.status = 'pending' and v.generation = m.generation) as is_needed,
  ${attemptsOf()} as tried,
  ${suppressionsOf('m.channel', 'm."to"')} as suppressed
from messages m left join validations v on v.id = m.validation_id
where ${key} and ${isReportedBy('m', '$1')}
limit 1`,
})
const FIND_BY_ID = find('by_id', 'm.id = $2')
const FIND_BY_PROVIDER_ID = find('by_provider_id', 'm.provider_message_id = $2')

// Appends the event; moves the message only forward. accepted < delivered and failed, which both stay; the first reason
// is kept. A gateway that the message has left may say that it was accepted or delivered after all, but not that it
// failed. $10 is the gateway that a message goes on to after a failure which left nothing with the guest.
const RECORD: Statement = {
  name: 'message_receipt',
  text: `
with found as (
  select m.id, m.created_at from messages m where m.id = $2 and ${isReportedBy('m', '$3')} for update
), event as (
  insert into message_events (message_id, at, status, source, provider_message_id, error_code, error_message)
  select id, $1, $5, 'receipt', $6, $7, $8 from found
  on conflict do nothing returning 1
), moved as (
  update messages m set
    status = case when $10::uuid is not null then 'queued' else $4 end,
    due_at = case when $10::uuid is not null then $1 end,
    worker = null,
    sms_gateway_id = coalesce($10::uuid, (select g.id from sms_gateways g where g.id = $3), m.sms_gateway_id),
    provider_message_id = case when $10::uuid is not null then null when m.sms_gateway_id = $3 then coalesce(m.provider_message_id, nullif($6, ''))
      else nullif($6, '') end,
    error_class = case when $4 = 'failed' then nullif($9, '') end,
    error_code = case when $4 = 'failed' then nullif($7, '') end,
    error_message = case when $4 = 'failed' then nullif($8, '') end,
    accepted_at = case when $10::uuid is null then coalesce(m.accepted_at, $1) end,
    final_at = case when $4 in ('delivered', 'failed') and $10::uuid is null then $1 end
  from found
  where m.id = found.id and (m.status in ('queued', 'sending', 'unknown') or (m.status = 'accepted' and $4 <> 'accepted'))
    and ($4 <> 'failed' or m.sms_gateway_id = $3)
    and ($10::uuid is null or exists (select from event))
  returning m.status
)
select found.created_at, (select count(*) from event) as events,
  (select pg_notify('gatehouse_messages', '')::text from moved where status = 'queued') as woken
from found`,
}

// What else a receipt may tell, whatever state the message is in. Answers what the message cost until then: prices may come
// by several ways at once, and each corrects the one before it.
const FACTS: Statement = {
  name: 'message_receipt_facts',
  text: `
with known as (
  select id, case when currency = $5 then price_micros else 0 end as price_micros from messages where id = $1 for update
)
update messages m set
  network = coalesce(nullif($2, ''), network),
  segments = coalesce($3::int, segments),
  price_micros = coalesce($4::bigint, m.price_micros),
  currency = coalesce($5, currency),
  price_source = case when $4::bigint is null then price_source else 'provider' end
from known where m.id = known.id
returning coalesce(known.price_micros, 0) as known_micros`,
}

/**
 * Records what a provider reports of a message. Repeated and late reports change nothing. A failure that left nothing
 * with the guest sends the message on to the next gateway while its code is of use.
 */
export async function recordReceipt(
  ctx: Context,
  where: { gatewayId: string; messageId?: string | undefined },
  receipt: Receipt,
): Promise<ReceiptOutcome> {
  const messageId = where.messageId ?? receipt.messageId ?? null
  // Only a failure needs to know more of the message than its id.
  const message =
    messageId === null || receipt.status === 'failed' ? await findReported(ctx, where.gatewayId, receipt, messageId) : undefined
  const id = message?.id ?? messageId
  const next = message && nextAfter(ctx, message, receipt)
  const [row] = await ctx.db.run<Recorded>(RECORD, [
    ctx.clock.now(),
    id,
    where.gatewayId,
    receipt.status,
    receipt.providerStatus,
    receipt.providerMessageId,
    receipt.errorCode,
    receipt.errorMessage,
    receipt.errorClass,
    next ?? null,
  ])
  if (id === null || !row) return 'unknown_message'
  if (row.events === 0) return 'repeated'
  await keepFacts(ctx, { ...row, id }, { ...receipt, gatewayId: where.gatewayId })
  if (message && receipt.isOptOut) await suppress(ctx, message, where.gatewayId, receipt)
  return 'recorded'
}

async function findReported(
  ctx: Context,
  gatewayId: string,
  receipt: Receipt,
  messageId: string | null,
): Promise<Reported | undefined> {
  const [statement, key] = messageId === null ? [FIND_BY_PROVIDER_ID, receipt.providerMessageId] : [FIND_BY_ID, messageId]
  return (await ctx.db.run<Reported>(statement, [gatewayId, key]))[0]
}

/** The gateway that a message goes on to after this receipt; undefined: it stays. */
function nextAfter(ctx: Context, message: Reported, receipt: Receipt): string | undefined {
  if (receipt.status !== 'failed' || !message.is_current || message.status !== 'accepted' || !message.is_needed) return undefined
  if (!GO_ON.includes(receipt.errorClass) && !receipt.isOptOut) return undefined
  const next = nextFor(ctx, message, receipt.errorClass || 'recipient')
  if (!next || next.id === message.sms_gateway_id) return undefined
  return next.at.getTime() + LIFE_LEFT_MIN_S * 1000 < message.expires_at.getTime() ? next.id : undefined
}

/** Keeps what a provider tells of a message besides its state, and corrects what its gateway has spent. */
export async function keepFacts(
  ctx: Context,
  message: Pick<Reported, 'id' | 'created_at'>,
  { gatewayId, price, segments, network }: Pick<Receipt, 'price' | 'segments' | 'network'> & { gatewayId: string },
): Promise<void> {
  if (!price && segments === undefined && !network) return
  const values = [message.id, network ?? '', segments ?? null, price?.micros ?? null, price?.currency ?? null]
  const [kept] = await ctx.db.run<{ known_micros: number }>(FACTS, values)
  const gateway = ctx.catalogue.now.smsGateways.get(gatewayId)
  if (kept && gateway && price?.currency === gateway.currency)
    await correctSpend(ctx, gateway, price.micros - kept.known_micros, message.created_at)
}

async function suppress(ctx: Context, message: Reported, gatewayId: string, receipt: Receipt): Promise<void> {
  const gateway = ctx.catalogue.now.smsGateways.get(gatewayId)
  if (gateway)
    await recordOptOut(ctx, {
      contact: message.to,
      gatewayId,
      sender: senderFor(gateway, message.country ?? ''),
      messageId: message.id,
      detail: receipt.errorMessage,
    })
}
