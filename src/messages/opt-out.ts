import type { Context } from '../context.ts'
import { uuidv7 } from '../lib/random.ts'
import type { InboundSms } from '../sms/provider.ts'
import { erasedContact, tellErasedOptOuts } from './erased-opt-outs.ts'

/** A phone and the sender that it has told to stop. */
export interface SenderPair {
  /** E.164. */
  contact: string
  gatewayId: string
  sender: string
}

/** Keywords as networks and providers understand them. https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out */
const STOP = /^(stop|stopall|unsubscribe|cancel|end|quit|revoke|optout|arret|alto|baja)$/i
const START = /^(start|unstop|yes)$/i

/** From now on this sender sends nothing to this phone. */
export async function recordOptOut(ctx: Context, pair: SenderPair & { messageId: string | null; detail: string }): Promise<void> {
  const now = ctx.clock.now()
  await ctx.db.kysely
    .insertInto('suppressions')
    .values({
      id: uuidv7(now),
      channel: 'sms',
      contact: pair.contact,
      sms_gateway_id: pair.gatewayId,
      sender: pair.sender,
      reason: 'opted_out',
      detail: pair.detail,
      message_id: pair.messageId,
      created_at: now,
      updated_at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** The guest has opted in again. */
export async function liftOptOut(ctx: Context, pair: SenderPair): Promise<void> {
  const erased = await erasedContact(ctx, 'sms', pair.contact)
  const lifted = await ctx.db.kysely
    .deleteFrom('suppressions')
    .where('channel', '=', 'sms')
    .where('contact', 'in', [pair.contact, ...(erased === undefined ? [] : [erased])])
    .where('sms_gateway_id', '=', pair.gatewayId)
    .where('sender', '=', pair.sender)
    .where('reason', '=', 'opted_out')
    .returning('contact')
    .execute()
  if (lifted.some(({ contact }) => contact === erased)) await tellErasedOptOuts(ctx)
}

/** Hears STOP and START in what a phone has sent to a gateway's sender. Everything else is not kept. */
export async function hearInbound(ctx: Context, gatewayId: string, sms: InboundSms): Promise<'stop' | 'start' | 'ignored'> {
  const word = sms.text.trim().replace(/[.!]+$/, '')
  const pair = { contact: sms.from, gatewayId, sender: sms.to }
  if (STOP.test(word)) {
    await recordOptOut(ctx, { ...pair, messageId: null, detail: 'The phone sent STOP.' })
    return 'stop'
  }
  if (!START.test(word)) return 'ignored'
  await liftOptOut(ctx, pair)
  return 'start'
}
