import type { Logger } from '../lib/log.ts'
import type { InboundSms, OpenGateway, Receipt, SessionProvider, SmsSession } from './provider.ts'

/** The connections that stay open, one a gateway. */
export interface SmsSessions {
  sessionFor(provider: SessionProvider, gateway: OpenGateway): SmsSession
  close(): Promise<void>
}

export interface SessionsOptions {
  onReceipt(gatewayId: string, receipt: Receipt): Promise<boolean>
  onInbound(gatewayId: string, sms: InboundSms): Promise<void>
  log: Logger
}

/** Opens sessions as they are needed: one for each state of each gateway's record. */
export function openSessions(options: SessionsOptions): SmsSessions {
  const sessions = new Map<string, { session: SmsSession; updatedAt: number }>()
  return {
    sessionFor(provider, gateway) {
      const updatedAt = gateway.updated_at.getTime()
      const known = sessions.get(gateway.id)
      if (known?.updatedAt === updatedAt) return known.session
      void known?.session.close()
      const session = provider.open(gateway, {
        onReceipt: receipt => options.onReceipt(gateway.id, receipt),
        onInbound: sms => options.onInbound(gateway.id, sms),
        onNote: (level, note) => options.log[level]({ gateway: gateway.id }, note),
      })
      sessions.set(gateway.id, { session, updatedAt })
      return session
    },
    async close() {
      await Promise.all([...sessions.values()].map(({ session }) => session.close()))
      sessions.clear()
    },
  }
}
