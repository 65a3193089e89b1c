import type { Context } from '../context.ts'
import type { Statement } from '../db/db.ts'
import type { Receipt } from '../sms/provider.ts'

export type ReceiptOutcome = 'recorded' | 'repeated' | 'unknown_message'

// Appends the event; moves the message only forward. accepted < delivered and failed, which both stay; the first reason
// is kept. The message is found by our own id from the callback's URL, and must belong to the gateway that reports.
const RECORD: Statement = {
  name: 'message_receipt',
  text: `
with found as (
  select id from messages where id = $2 and sms_gateway_id = $3 for update
), event as (
  insert into message_events (message_id, at, status, source, provider_message_id, error_code, error_message)
  select id, $1, $5, 'receipt', $6, $7, $8 from found
  on conflict do nothing returning 1
), moved as (
  update messages m set
    status = $4,
    due_at = null,
    worker = null,
    provider_message_id = coalesce(m.provider_message_id, nullif($6, '')),
    error_class = case when $4 = 'failed' then nullif($9, '') end,
    error_code = case when $4 = 'failed' then nullif($7, '') end,
    error_message = case when $4 = 'failed' then nullif($8, '') end,
    accepted_at = coalesce(m.accepted_at, $1),
    final_at = case when $4 in ('delivered', 'failed') then $1 end
  from found
  where m.id = found.id and (m.status in ('queued', 'sending', 'unknown') or (m.status = 'accepted' and $4 <> 'accepted'))
)
select (select count(*) from found) as found, (select count(*) from event) as events`,
}

/** Records what a provider reports of a message. Repeated and late reports change nothing. */
export async function recordReceipt(
  ctx: Context,
  where: { gatewayId: string; messageId: string },
  receipt: Receipt,
): Promise<ReceiptOutcome> {
  const [row] = await ctx.db.run<{ found: number; events: number }>(RECORD, [
    ctx.clock.now(),
    where.messageId,
    where.gatewayId,
    receipt.status,
    receipt.providerStatus,
    receipt.providerMessageId,
    receipt.errorCode,
    receipt.errorMessage,
    receipt.errorClass,
  ])
  if (!row?.found) return 'unknown_message'
  return row.events > 0 ? 'recorded' : 'repeated'
}
