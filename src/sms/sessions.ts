import type { Logger } from '../lib/log.ts'
import type { InboundSms, OpenGateway, Receipt, SessionProvider, SmsSession } from './provider.ts'

/** Where the sessions' news go. */
export interface SessionsOptions {
  /** False: the message is not known yet; it is offered again a little later. */
  onReceipt(gatewayId: string, receipt: Receipt): Promise<boolean>
  onInbound(gatewayId: string, sms: InboundSms): Promise<void>
  log: Logger
}

/** The connections of all gateways that keep one open. */
export interface SmsSessions {
  /** The gateway's session; a record that has changed since gets a new one, which begins when the old one has ended. */
  sessionFor(provider: SessionProvider, gateway: OpenGateway): SmsSession
  /** Ends the sessions of all other gateways: those that were deleted or switched off. */
  keepOnly(gatewayIds: ReadonlySet<string>): void
  /** Ends them all; what is under way is waited for. */
  close(): Promise<void>
}

interface Entry {
  updatedAt: number
  session: SmsSession
}

export function openSessions(options: SessionsOptions): SmsSessions {
  const entries = new Map<string, Entry>()
  /** By gateway: an account often allows one connection, so the next one waits for it. */
  const ending = new Map<string, Promise<void>>()
  let isClosed = false

  function end(gatewayId: string, { session }: Entry): void {
    entries.delete(gatewayId)
    const done = Promise.all([ending.get(gatewayId), session.close()])
      .then(() => undefined)
      .catch(error => options.log.error({ err: error, gateway: gatewayId }, 'a session could not be ended'))
      .finally(() => {
        if (ending.get(gatewayId) === done) ending.delete(gatewayId)
      })
    ending.set(gatewayId, done)
  }

  function open(provider: SessionProvider, gateway: OpenGateway): SmsSession {
    const session = provider.open(gateway, {
      onReceipt: receipt => options.onReceipt(gateway.id, receipt),
      onInbound: sms => options.onInbound(gateway.id, sms),
      onNote: (level, note) => options.log[level]({ gateway: gateway.id }, note),
    })
    const before = ending.get(gateway.id)
    return before ? after(before, session) : session
  }

  return {
    sessionFor(provider, gateway) {
      if (isClosed) throw new Error('the sessions are closed')
      const updatedAt = gateway.updated_at.getTime()
      const entry = entries.get(gateway.id)
      if (entry?.updatedAt === updatedAt) return entry.session
      if (entry) end(gateway.id, entry)
      const session = open(provider, gateway)
      entries.set(gateway.id, { updatedAt, session })
      return session
    },
    keepOnly(gatewayIds) {
      for (const [id, entry] of entries) if (!gatewayIds.has(id)) end(id, entry)
    },
    async close() {
      isClosed = true
      for (const [id, entry] of entries) end(id, entry)
      await Promise.all(ending.values())
    },
  }
}

/** A session whose first use waits for its predecessor's end. */
function after(before: Promise<void>, session: SmsSession): SmsSession {
  return {
    send: (...args) => before.then(() => session.send(...args)),
    check: () => before.then(() => session.check()),
    close: () => before.then(() => session.close()),
  }
}
