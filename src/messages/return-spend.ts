import type { Context } from '../context.ts'
import type { Statement } from '../db/db.ts'
import { correctSpend } from '../sms/permits.ts'
import { segmentPrice } from '../sms/route.ts'
import type { ClaimedMessage } from './claim.ts'

// Once, whoever asks: the price goes with it. What a process that ended in between had reserved is not known, and stays spent;
// of an attempt that ended here there is an event that says so.
const TAKE_BACK: Statement = {
  name: 'message_take_back_price',
  text: `
with spent as (
  select m.id, m.price_micros from messages m
  where m.id = $1 and m.status = 'unknown' and m.attempts = $2 and m.price_source = 'table' and m.currency = $3
    and exists (select from message_events e where e.message_id = m.id and e.source = 'attempt ' || $2 and e.error_code <> 'unknown')
  for update
)
update messages m set price_micros = null, currency = null, price_source = null from spent where m.id = spent.id
returning spent.price_micros as micros`,
}

/** Gives back what was reserved for a message that its provider turned out not to have. */
export async function returnSpend(ctx: Context, message: ClaimedMessage): Promise<void> {
  const { smsGateways } = ctx.catalogue.now
  const gateway = message.channel === 'sms' ? smsGateways.get(message.sms_gateway_id ?? '') : undefined
  // Without a price nothing was reserved: what the message has is an earlier gateway's.
  if (!gateway || segmentPrice(ctx.catalogue.now, gateway.id, message.country ?? '') === undefined) return
  const [spent] = await ctx.db.run<{ micros: number }>(TAKE_BACK, [message.id, message.attempts, gateway.currency])
  if (spent) await correctSpend(ctx, gateway, -spent.micros, message.started_at)
}
