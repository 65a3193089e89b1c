import type { SmsGateway } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { addSeconds } from '../lib/clock.ts'
import { PROVIDERS } from '../sms/providers/list.ts'
import { openGateway } from './hand-over.ts'
import { keepFacts } from './receipts.ts'

/** A provider that bills later has billed by then; what it has not after a day it never will. */
const BILLED_AFTER_S = 15 * 60
const ASKED_UNTIL_S = 24 * 3600
const ASKED_AT_ONCE_MAX = 500
const PARALLEL = 4

/** Asks providers that name a price only later what the last day's messages have cost, where the gateway's `ask_prices` is set. */
export async function askPrices(ctx: Context): Promise<void> {
  for (const gateway of ctx.catalogue.now.smsGateways.values())
    if (gateway.enabled && gateway.options.ask_prices === true) await askPricesOf(ctx, gateway)
}

async function askPricesOf(ctx: Context, gateway: SmsGateway): Promise<void> {
  const provider = PROVIDERS.get(gateway.provider)
  if (provider?.kind !== 'http' || !provider.buildPriceQuestion || !provider.readPriceAnswer) return
  const { buildPriceQuestion, readPriceAnswer } = provider
  const now = ctx.clock.now()
  const messages = await ctx.db.kysely
    .selectFrom('messages')
    .select(['id', 'provider_message_id', 'created_at'])
    .where('sms_gateway_id', '=', gateway.id)
    .where('created_at', '>', addSeconds(now, -ASKED_UNTIL_S))
    .where('created_at', '<', addSeconds(now, -BILLED_AFTER_S))
    .where('provider_message_id', 'is not', null)
    .where('price_source', 'is distinct from', 'provider')
    .orderBy('created_at', 'desc')
    .limit(ASKED_AT_ONCE_MAX)
    .execute()
  const asker = async () => {
    for (let message = messages.pop(); message; message = messages.pop()) {
      const question = buildPriceQuestion(message.provider_message_id ?? '', openGateway(ctx, gateway))
      const answer = await ctx.carriage.http.exchange(question)
      const price = 'failed' in answer ? undefined : readPriceAnswer(answer)
      if (price) await keepFacts(ctx, message, { gatewayId: gateway.id, price })
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, asker))
}
