import { setTimeout as sleep } from 'node:timers/promises'
import { randomBytes } from '../../lib/random.ts'
import type { CheckOutcome, OpenGateway, OutgoingSms, Receipt, SendOutcome, SessionEvents, SmsSession } from '../provider.ts'
import { destinationAddress, sourceAddress } from './addresses.ts'
import { Connection, type ConnectionLimits } from './connection.ts'
import { InboundTexts } from './inbound.ts'
import { Link, type Reply } from './link.ts'
import { type DividedText, divideText, type Part } from './parts.ts'
import { COMMAND, encodeShortMessage, readMessageId, type ShortMessage, STATUS } from './pdu.ts'
import { answerId, isReceipt, readReceipt } from './receipt.ts'
import { createSentText, idOf, isWhole, LongTexts, type SentText } from './sent-texts.ts'
import { readSettings, type SmppSettings } from './settings.ts'
import { submitRefusal } from './statuses.ts'
import { validityPeriod } from './validity.ts'
import { Window } from './window.ts'

export interface SmppLimits extends ConnectionLimits {
  /** The longest a text waits for room in the window. */
  windowWaitMs: number
  /** When a part is offered again that the SMSC was too busy for, after another part of its text was taken. */
  partAgainMs: number[]
  /** When a receipt is offered again whose text is not known yet. */
  receiptAgainMs: number[]
}

const LIMITS: SmppLimits = {
  connectMs: 2_000,
  bindMs: 5_000,
  answerMs: 15_000,
  unbindMs: 2_000,
  againFirstMs: 500,
  againMaxMs: 15_000,
  refusedFirstMs: 30_000,
  refusedMaxMs: 300_000,
  stableMs: 10_000,
  windowWaitMs: 5_000,
  partAgainMs: [500, 2_000],
  receiptAgainMs: [50, 200, 1_000, 3_000, 10_000, 30_000],
}

/** Texts that wait for the window; more are turned away at once. */
const WINDOW_QUEUE_MAX = 1_000
/** Receipts and texts from phones that are being written down; more are left with the SMSC for now. */
const DELIVERIES_AT_ONCE_MAX = 256
/** Receipts whose text is not known yet. */
const WAITING_RECEIPTS_MAX = 2_000

/** One gateway's session with its SMSC. It connects when it is first needed. */
export function openSmppSession(gateway: OpenGateway, events: SessionEvents, limits: Partial<SmppLimits> = {}): SmsSession {
  return new SmppSession(gateway, events, { ...LIMITS, ...limits })
}

class SmppSession implements SmsSession {
  readonly #settings: SmppSettings
  readonly #events: SessionEvents
  readonly #limits: SmppLimits
  readonly #connection: Connection
  readonly #window: Window
  readonly #longTexts = new LongTexts()
  readonly #inbound: InboundTexts
  readonly #closing = new AbortController()
  readonly #underWay = new Set<Promise<unknown>>()
  #reference = randomBytes(1).readUInt8()
  #deliveries = 0
  #waitingReceipts = 0
  #hasNotedLostReceipt = false

  constructor(gateway: OpenGateway, events: SessionEvents, limits: SmppLimits) {
    this.#settings = readSettings(gateway)
    this.#events = events
    this.#limits = limits
    this.#window = new Window(this.#settings.window, WINDOW_QUEUE_MAX)
    this.#inbound = new InboundTexts(gateway, this.#settings.alphabet)
    this.#connection = new Connection(this.#settings, limits, {
      onDeliver: sms => this.#track(this.#takeDelivery(sms)),
      onNote: (level, note) => events.onNote(level, note),
    })
  }

  send(sms: OutgoingSms, from: string): Promise<SendOutcome> {
    if (this.#closing.signal.aborted) return Promise.resolve(CLOSING)
    this.#reference = (this.#reference + 1) % 256
    return this.#track(this.#sendParts(sms, from, divideText(sms, this.#settings, this.#reference)))
  }

  /**
   * The first part goes alone: an SMSC that refuses refuses that one, and nothing was sent. Once a part was taken the text
   * is never offered as a whole again: each other part is, where it was certainly not taken and the obstacle may pass.
   */
  async #sendParts(sms: OutgoingSms, from: string, { parts, segments }: DividedText): Promise<SendOutcome> {
    const text = createSentText(sms.id, parts.length)
    const [first, ...others] = parts.map(part => this.#encode(sms, from, part))
    const outcome = await this.#submit(first ?? Buffer.alloc(0), text)
    if (outcome.outcome !== 'accepted') return outcome
    const rest = await Promise.all(others.map(body => this.#submitPatiently(body, text)))
    const missing = rest.filter((part): part is NotAccepted => part.outcome !== 'accepted')
    const refused = missing.find(part => part.outcome !== 'unknown')
    if (refused) return this.#breakOff(text, refused)
    return missing[0] ?? { outcome: 'accepted', providerMessageId: idOf(text), segments }
  }

  #encode(sms: OutgoingSms, from: string, part: Part): Buffer {
    return encodeShortMessage({
      ...part,
      source: sourceAddress(from, this.#settings),
      destination: destinationAddress(sms.to, this.#settings),
      validityPeriod: validityPeriod(sms, this.#settings.validity),
      registeredDelivery: this.#settings.wantsReceipts ? 1 : 0,
    })
  }

  async #submit(body: Buffer, text: SentText): Promise<SendOutcome> {
    if (!(await this.#window.enter(this.#limits.windowWaitMs, this.#closing.signal)))
      return this.#closing.signal.aborted && text.partsTaken === 0 ? CLOSING : WINDOW_FULL
    try {
      const link = await this.#connection.need()
      if (!(link instanceof Link)) return link
      const reply = await link.request(COMMAND.submit_sm, body, { onLate: late => this.#takeLate(late, text) })
      return this.#readReply(reply, text, link)
    } finally {
      this.#window.leave()
    }
  }

  /** An SMSC that is busy is asked again: the part was not taken, and without it the text is of no use. */
  async #submitPatiently(body: Buffer, text: SentText): Promise<SendOutcome> {
    for (const againMs of [...this.#limits.partAgainMs, undefined]) {
      const outcome = await this.#submit(body, text)
      if (againMs === undefined || (outcome.outcome !== 'throttled' && outcome.outcome !== 'unavailable')) return outcome
      await sleep(againMs)
    }
    return WINDOW_FULL
  }

  #readReply(reply: Reply, text: SentText, link?: Link): SendOutcome {
    if ('failed' in reply)
      return { outcome: reply.failed === 'before_sent' ? 'unavailable' : 'unknown', code: reply.code, message: reply.message }
    if (reply.status === STATUS.notBound) link?.destroy('it is not bound, says the SMSC')
    if (reply.status !== STATUS.ok) return submitRefusal(reply.status)
    const id = answerId(readMessageId(reply.body), this.#settings.idForm)
    text.partsTaken++
    if (id !== '' && !text.reported.has(id)) text.reported.set(id, undefined)
    if (id !== '' && text.partsTotal > 1) this.#longTexts.add(id, text)
    return { outcome: 'accepted', providerMessageId: id }
  }

  /** Something of the text has left, so the outcome is unknown; but that it never arrives whole is certain, and reported. */
  #breakOff(text: SentText, refusal: NotAccepted): SendOutcome {
    const message = `The SMSC took ${text.partsTaken} of the text’s ${text.partsTotal} parts and not the rest; it is not sent again. ${refusal.message}`
    this.#report(failedReceipt(text, { ...refusal, message }))
    return { outcome: 'unknown', code: refusal.code, message }
  }

  /** An answer after its time: it settles what had to be called unknown. */
  #takeLate(reply: Reply, text: SentText): void {
    const outcome = this.#readReply(reply, text)
    if (outcome.outcome === 'accepted') {
      if (!isWhole(text)) return
      const nothing = { errorCode: '', errorMessage: '', errorClass: '' }
      const known = { providerMessageId: idOf(text), messageId: text.messageId }
      this.#report({ ...known, ...nothing, status: 'accepted', providerStatus: 'answered late' })
    } else if (outcome.outcome !== 'unknown') {
      this.#report(failedReceipt(text, outcome))
    }
  }

  async #takeDelivery(sms: ShortMessage): Promise<number> {
    const isFull = this.#deliveries >= DELIVERIES_AT_ONCE_MAX || this.#waitingReceipts >= WAITING_RECEIPTS_MAX
    if (isFull || this.#closing.signal.aborted) return STATUS.tryLater
    this.#deliveries++
    try {
      if (!isReceipt(sms)) {
        const inbound = this.#inbound.read(sms)
        if (inbound) await this.#events.onInbound(inbound)
        return STATUS.ok
      }
      const receipt = readReceipt(sms, this.#settings.idForm)
      if (receipt && !(await this.#offer(receipt))) this.#offerAgain(() => this.#offer(receipt))
      return STATUS.ok
    } finally {
      this.#deliveries--
    }
  }

  /** False: its text is not known yet. Throws when it could not be written down. */
  async #offer(receipt: Receipt): Promise<boolean> {
    const whole = this.#longTexts.readReceipt(receipt)
    return whole === undefined || this.#events.onReceipt(whole)
  }

  /** What the session itself has found out of a text, as if the SMSC had reported it. */
  #report(receipt: Receipt): void {
    this.#offerAgain(() => this.#events.onReceipt(receipt), [0, ...this.#limits.receiptAgainMs])
  }

  #offerAgain(offer: () => Promise<boolean>, waitsMs: number[] = this.#limits.receiptAgainMs): void {
    this.#waitingReceipts++
    void this.#track(this.#offerRepeatedly(offer, waitsMs)).finally(() => this.#waitingReceipts--)
  }

  async #offerRepeatedly(offer: () => Promise<boolean>, waitsMs: number[]): Promise<void> {
    for (const waitMs of waitsMs) {
      // At the end of the session there is one more try and no more waiting.
      await sleep(waitMs, undefined, { signal: this.#closing.signal }).catch(() => undefined)
      if (await offer().catch(() => false)) return
      if (this.#closing.signal.aborted) return
    }
    if (this.#hasNotedLostReceipt) return
    this.#hasNotedLostReceipt = true
    this.#events.onNote(
      'warn',
      'a receipt is for no message that is known here; if no message ever becomes delivered, change the gateway’s option message_id_base',
    )
  }

  async check(): Promise<CheckOutcome> {
    if (this.#closing.signal.aborted) return { outcome: 'cannot_tell', code: CLOSING.code, message: CLOSING.message }
    const link = await this.#connection.need({ now: true })
    if (!(link instanceof Link)) {
      const { code, message } = link
      return { outcome: link.outcome === 'rejected' ? 'refused' : 'cannot_tell', code, message }
    }
    const reply = await link.request(COMMAND.enquire_link)
    if ('failed' in reply) return { outcome: 'cannot_tell', code: reply.code, message: reply.message }
    return { outcome: 'ok', message: 'The SMSC has taken the System ID and Password, and the connection stands.' }
  }

  async close(): Promise<void> {
    this.#closing.abort()
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay)
    await this.#connection.close()
  }

  #track<T>(work: Promise<T>): Promise<T> {
    this.#underWay.add(work)
    return work.finally(() => this.#underWay.delete(work))
  }
}

type NotAccepted = Exclude<SendOutcome, { outcome: 'accepted' }>

const CLOSING: NotAccepted = { outcome: 'unavailable', code: 'closing', message: 'The connection to the SMSC is being ended.' }
const WINDOW_FULL: NotAccepted = {
  outcome: 'unavailable',
  code: 'window_full',
  message: 'The SMSC answers too slowly: too many texts wait for it. A larger window may help, if its operator allows one.',
}

function failedReceipt(text: SentText, error: NotAccepted): Receipt {
  return {
    providerMessageId: idOf(text),
    messageId: text.messageId,
    status: 'failed',
    providerStatus: error.code,
    errorCode: error.code,
    errorMessage: error.message,
    // Without a class where a part was taken: no other gateway is to repeat the text.
    errorClass: text.partsTaken > 0 ? '' : error.outcome === 'rejected' ? error.by : error.outcome,
  }
}
