import { after } from 'node:test'
import type { InboundSms, OpenGateway, OutgoingSms, Receipt, SessionEvents } from '../../src/sms/provider.ts'
import { openSmppSession, type SmppLimits } from '../../src/sms/smpp/session.ts'
import { type Smsc, type SmscScript, startSmsc } from '../fakes/smpp.ts'
import { openGateway } from './open-gateway.ts'

export const SENDER = '+15555550100'
export const TO = '+15555550199'
export const PASSWORD = 'S3cret-p'

export function smppGateway(url: string, options: Record<string, unknown> = {}): OpenGateway {
  return openGateway({ provider: 'smpp', base_url: url, account_sid: 'gatehouse', auth_token: PASSWORD, from: SENDER, options })
}

let number = 0

export function outgoing(sms: Partial<OutgoingSms> = {}): OutgoingSms {
  number++
  return {
    id: `0198a5c2-7d10-7000-8000-${String(number).padStart(12, '0')}`,
    to: TO,
    text: 'Your code is 123456.',
    encoding: 'GSM-7',
    validityS: 600,
    callbackUrl: '',
    now: new Date('2026-11-22T12:00:00Z'),
    ...sms,
  }
}

/** Short enough for tests that wait for them, and long enough for a busy machine where nothing is to wait. */
const LIMITS: Partial<SmppLimits> = {
  connectMs: 5_000,
  bindMs: 5_000,
  answerMs: 10_000,
  unbindMs: 200,
  againFirstMs: 20,
  againMaxMs: 50,
  refusedFirstMs: 60_000,
  refusedMaxMs: 60_000,
  partAgainMs: [10, 10],
  receiptAgainMs: [5, 10, 20, 40, 80],
}

export interface SessionOptions {
  options?: Record<string, unknown>
  limits?: Partial<SmppLimits>
  events?: Partial<SessionEvents>
  gateway?: Partial<OpenGateway>
}

/** A session at an SMSC that exists or not, with all it tells; it is closed at the end of the test file. */
export function startSession(url: string, { options, limits, events, gateway }: SessionOptions = {}) {
  const told = { receipts: [] as Receipt[], inbound: [] as InboundSms[], notes: [] as string[] }
  const session = openSmppSession(
    { ...smppGateway(url, options), ...gateway },
    {
      onReceipt: async receipt => {
        told.receipts.push(receipt)
        return true
      },
      onInbound: async sms => {
        told.inbound.push(sms)
      },
      onNote: (_level, note) => told.notes.push(note),
      ...events,
    },
    { ...LIMITS, ...limits },
  )
  after(() => session.close())
  return {
    ...told,
    session,
    send: (sms: Partial<OutgoingSms> = {}, from = SENDER) => session.send(outgoing(sms), from),
  }
}

/** An SMSC that does as told, and a session with it. */
export async function startBoth(
  script: Partial<SmscScript> = {},
  session: SessionOptions = {},
): Promise<{ smsc: Smsc } & ReturnType<typeof startSession>> {
  const smsc = await startSmsc(script)
  // Run in order of registration: the session ends before its SMSC.
  const started = startSession(smsc.url, session)
  after(() => smsc.close())
  return { smsc, ...started }
}
