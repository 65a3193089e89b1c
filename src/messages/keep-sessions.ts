import type { Context } from '../context.ts'
import { PROVIDERS } from '../sms/providers/list.ts'
import { openGateway } from './hand-over.ts'

/**
 * Sees to it that every enabled gateway whose connection stays open is connected, so that receipts and texts come in before
 * the first message goes out, and that no other is. Throws nothing.
 */
export function keepSessions(ctx: Context): void {
  const kept = new Set<string>()
  for (const gateway of ctx.catalogue.now.smsGateways.values()) {
    const provider = PROVIDERS.get(gateway.provider)
    if (provider?.kind !== 'session' || !gateway.enabled) continue
    try {
      void ctx.carriage.sessions.sessionFor(provider, openGateway(ctx, gateway)).check()
      kept.add(gateway.id)
    } catch (error) {
      ctx.log.warn({ err: error, gateway: gateway.id }, 'a gateway’s secret cannot be read')
    }
  }
  ctx.carriage.sessions.keepOnly(kept)
}
