import type { SmsGateway } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { addSeconds } from '../lib/clock.ts'
import { uuidv7 } from '../lib/random.ts'
import { countryOfNumber } from '../sms/phone-number.ts'
import type { SendOutcome } from '../sms/provider.ts'
import type { ClaimedMessage } from './claim.ts'
import { handOverSms, prepareSms } from './hand-over.ts'
import { decide, settle } from './settle.ts'

const LIFETIME_S = 600

/**
 * Sends a test message through one gateway, enabled or not and whatever its health, and waits for the provider's answer.
 * It is a message like any other: receipts show with it. It is never repeated and never goes to another gateway.
 */
export async function sendTestSms(
  ctx: Context,
  { gateway, to }: { gateway: SmsGateway; to: string },
): Promise<{ messageId: string; outcome: SendOutcome }> {
  const now = ctx.clock.now()
  const message = testMessage(gateway, to, now)
  await ctx.db.transaction(async trx => {
    await trx
      .insertInto('messages')
      .values({
        id: message.id,
        channel: 'sms',
        template: 'test',
        status: 'sending',
        to,
        locale: 'en',
        sms_gateway_id: gateway.id,
        country: message.country,
        attempts: 1,
        worker: ctx.listener.worker,
        created_at: now,
        expires_at: message.expires_at,
      })
      .execute()
    await trx
      .insertInto('message_attempts')
      .values({ message_id: message.id, number: 1, sms_gateway_id: gateway.id, started_at: now })
      .execute()
  })
  const { sms, segments } = prepareSms(ctx, message, gateway)
  const outcome = await handOverSms(ctx, { message, gateway, sms })
  const settlement = { ...decide(outcome, undefined, { expiresAt: message.expires_at }, ctx.clock.now()), segments }
  await settle(ctx, { ...settlement, id: message.id, attempt: 1, way: gateway.id }, AbortSignal.timeout(LIFETIME_S * 1000))
  return { messageId: message.id, outcome }
}

function testMessage(gateway: SmsGateway, to: string, now: Date): ClaimedMessage {
  return {
    id: uuidv7(now),
    channel: 'sms',
    template: 'test',
    to,
    locale: 'en',
    attempts: 1,
    splash_portal_id: null,
    usage_plan_id: null,
    sms_gateway_id: gateway.id,
    mail_server_id: null,
    carrier_id: null,
    country: countryOfNumber(to),
    tried: [],
    suppressed: [],
    ignores_opt_out: true,
    created_at: now,
    expires_at: addSeconds(now, LIFETIME_S),
    started_at: now,
    validation_id: null,
    validation_status: null,
    validation_generation: null,
    purpose: null,
    contact: null,
    seed: null,
    generation: 0,
    code_length: null,
  }
}
