import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import {
  ANSWER,
  COMMAND,
  decodeShortMessage,
  encodeBind,
  encodePdu,
  NO_MESSAGE_ID,
  type Pdu,
  PduReader,
  type ShortMessage,
  STATUS,
} from './pdu.ts'
import type { SmppSettings } from './settings.ts'

const SEQUENCE_MAX = 0x7fff_ffff
/** Requests that were given up and might still be answered. */
const LATE_MAX = 1_000
/** For the last bytes to leave before the socket is closed under them. */
const GOODBYE_MS = 500

export interface LinkLimits {
  /** Until the connection stands, with TLS. */
  connectMs: number
  /** Until bind_transceiver is answered. */
  bindMs: number
  /** Until any other request is answered. */
  answerMs: number
  /** Until unbind is answered. */
  unbindMs: number
}

/** The answer to a request; or none, and whether the request has left. */
export type Reply = { status: number; body: Buffer } | LinkFailure

export interface LinkFailure {
  failed: 'before_sent' | 'after_sent'
  code: string
  message: string
}

export interface LinkEvents {
  /** Gives the command_status to answer with. */
  onDeliver(sms: ShortMessage): Promise<number>
}

interface Waiting {
  command: number
  timer: NodeJS.Timeout
  finish: (reply: Reply) => void
}

/** Connects and binds as transceiver: a bound link, or the command_status of the refusal, or what was in the way. Never throws. */
export async function openLink(
  settings: SmppSettings,
  limits: LinkLimits,
  events: LinkEvents,
): Promise<Link | { refused: number } | LinkFailure> {
  const socket = await connect(settings, limits.connectMs)
  if ('failed' in socket) return socket
  const link = new Link(socket, settings, limits, events)
  const reply = await link.request(COMMAND.bind_transceiver, encodeBind(settings), { waitMs: limits.bindMs })
  if ('status' in reply && reply.status === STATUS.ok) {
    link.start()
    return link
  }
  link.destroy('it was not bound')
  return 'failed' in reply ? reply : { refused: reply.status }
}

function connect(settings: SmppSettings, connectMs: number): Promise<Socket | LinkFailure> {
  const { host, port, isTls, caCertificate: ca } = settings
  return new Promise(resolve => {
    const target = { host, port, noDelay: true, keepAlive: true }
    const socket = isTls
      ? connectTls({ ...target, ...(!isIP(host) && { servername: host }), ...(ca !== '' && { ca }) })
      : connectTcp(target)
    const fail = (code: string, message: string) => {
      socket.destroy()
      resolve({ failed: 'before_sent', code, message })
    }
    const timer = setTimeout(() => fail('timeout', `${host} gave no connection within ${connectMs / 1000} s.`), connectMs)
    // Stays for good: an error without a listener would end the process.
    socket.on('error', (error: Error & { code?: string }) =>
      fail(error.code ?? error.name, connectFailure(host, error.code ?? error.name)),
    )
    socket.on('close', () => {
      clearTimeout(timer)
      fail('closed', `${host} closes the connection at once.`)
    })
    socket.once(isTls ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer)
      resolve(socket)
    })
  })
}

function connectFailure(host: string, code: string): string {
  if (code === 'ECONNREFUSED') return `${host} refuses the connection.`
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `${host} is not a name that can be resolved.`
  if (/CERT|TLS|SSL|SIGNED|EPROTO|ALTNAME/.test(code))
    return `${host} has no TLS certificate that can be trusted, or speaks no TLS (${code}).`
  return `${host} gives no connection (${code}).`
}

/** One connection to an SMSC: requests with their answers, the SMSC's own requests, and signs of life. */
export class Link {
  readonly #socket: Socket
  readonly #limits: LinkLimits
  readonly #events: LinkEvents
  readonly #enquireLinkMs: number
  readonly #reader = new PduReader()
  readonly #waiting = new Map<number, Waiting>()
  readonly #late = new Map<number, Waiting>()
  #sequence = 0
  #received = 0
  #why = ''
  #idle: NodeJS.Timeout | undefined
  #tellEnd: (why: string) => void = () => undefined
  /** Resolves when the connection has ended, whoever ended it, and says how. */
  readonly ended = new Promise<string>(resolve => {
    this.#tellEnd = resolve
  })

  constructor(socket: Socket, settings: Pick<SmppSettings, 'enquireLinkMs'>, limits: LinkLimits, events: LinkEvents) {
    this.#socket = socket
    this.#limits = limits
    this.#events = events
    this.#enquireLinkMs = settings.enquireLinkMs
    socket.on('data', chunk => this.#read(chunk))
    socket.on('error', (error: Error & { code?: string }) => this.destroy(`it broke (${error.code ?? error.name})`))
    socket.on('close', () => this.destroy('it was closed by the SMSC'))
  }

  /** From here on silence is broken by enquire_link. */
  start(): void {
    if (this.#why === '') this.#idle = setTimeout(() => void this.#enquire(), this.#enquireLinkMs)
  }

  get isOpen(): boolean {
    return this.#why === '' && this.#socket.writable
  }

  /**
   * Sends a request once and waits for its answer. What was written and not answered counts as sent. `onLate` is called
   * at most once: with an answer that came after the wait was over.
   */
  request(command: number, body?: Buffer, options: { waitMs?: number; onLate?: (reply: Reply) => void } = {}): Promise<Reply> {
    const { waitMs = this.#limits.answerMs, onLate } = options
    return new Promise(resolve => {
      if (!this.isOpen) {
        resolve({ failed: 'before_sent', code: 'not_connected', message: 'The connection to the SMSC has just been lost.' })
        return
      }
      this.#sequence = this.#sequence === SEQUENCE_MAX ? 1 : this.#sequence + 1
      const sequence = this.#sequence
      const timer = setTimeout(() => {
        this.#waiting.delete(sequence)
        if (onLate) this.#awaitLate(sequence, { command, timer, finish: onLate })
        resolve({ failed: 'after_sent', code: 'timeout', message: `The SMSC did not answer within ${waitMs / 1000} s.` })
      }, waitMs)
      this.#waiting.set(sequence, { command, timer, finish: resolve })
      this.#socket.write(encodePdu({ command, sequence, body }))
    })
  }

  /** Says unbind, waits a little for its answer, and ends the connection. */
  async close(): Promise<void> {
    if (this.isOpen) await this.request(COMMAND.unbind, undefined, { waitMs: this.#limits.unbindMs })
    this.destroy('it was ended by Gatehouse')
  }

  /** Ends the connection at once: whoever waits for an answer gets none. `why`: a clause, as in “it broke”. */
  destroy(why: string): void {
    if (this.#why !== '') return
    this.#why = why
    clearTimeout(this.#idle)
    this.#socket.destroySoon()
    setTimeout(() => this.#socket.destroy(), GOODBYE_MS).unref()
    for (const { timer, finish } of this.#waiting.values()) {
      clearTimeout(timer)
      finish({
        failed: 'after_sent',
        code: 'connection_lost',
        message: `The connection ended before the SMSC had answered: ${why}.`,
      })
    }
    this.#waiting.clear()
    this.#late.clear()
    this.#tellEnd(why)
  }

  #awaitLate(sequence: number, waiting: Waiting): void {
    this.#late.set(sequence, waiting)
    const oldest = this.#late.keys().next().value
    if (this.#late.size > LATE_MAX && oldest !== undefined) this.#late.delete(oldest)
  }

  async #enquire(): Promise<void> {
    const before = this.#received
    const reply = await this.request(COMMAND.enquire_link)
    if (this.#why !== '') return
    // Whatever else came in the meantime shows that the SMSC lives.
    if ('failed' in reply && this.#received === before) this.destroy('it gave no answer to enquire_link')
    else this.#idle?.refresh()
  }

  #read(chunk: Buffer): void {
    if (this.#why !== '') return
    this.#received++
    this.#idle?.refresh()
    const pdus = this.#reader.push(chunk)
    for (const pdu of pdus ?? []) if (this.#why === '') this.#take(pdu)
    if (pdus || this.#why !== '') return
    // The length of a PDU is garbage: nothing after it can be read.
    this.#answer(COMMAND.generic_nack, 0, STATUS.invalidCommandLength)
    this.destroy('it carried what is not SMPP')
  }

  #take(pdu: Pdu): void {
    if (pdu.command >= ANSWER) this.#takeAnswer(pdu)
    else this.#takeRequest(pdu)
  }

  #takeAnswer({ command, status, sequence, body }: Pdu): void {
    for (const known of [this.#waiting, this.#late]) {
      const found = known.get(sequence)
      if (!found || (command !== found.command + ANSWER && command !== COMMAND.generic_nack)) continue
      known.delete(sequence)
      clearTimeout(found.timer)
      // A generic_nack is a refusal, whatever status it carries.
      found.finish({ status: command === COMMAND.generic_nack ? status || STATUS.invalidCommandId : status, body })
    }
  }

  #takeRequest({ command, sequence, body }: Pdu): void {
    switch (command) {
      case COMMAND.deliver_sm:
        void this.#deliver(sequence, body)
        return
      case COMMAND.enquire_link:
        this.#answer(command + ANSWER, sequence, STATUS.ok)
        return
      case COMMAND.unbind:
        this.#answer(command + ANSWER, sequence, STATUS.ok)
        this.destroy('it was unbound by the SMSC')
        return
      case COMMAND.outbind:
      case COMMAND.alert_notification:
        return // They have no answer.
      default:
        this.#answer(COMMAND.generic_nack, sequence, STATUS.invalidCommandId)
    }
  }

  async #deliver(sequence: number, body: Buffer): Promise<void> {
    // A receipt often comes in one packet with the answer that it is about: whoever waits for the answer goes first.
    await setImmediate()
    const sms = decodeShortMessage(body)
    const status = sms ? await this.#events.onDeliver(sms).catch(() => STATUS.tryLater) : STATUS.cannotBeRead
    this.#answer(COMMAND.deliver_sm + ANSWER, sequence, status, NO_MESSAGE_ID)
  }

  #answer(command: number, sequence: number, status: number, body?: Buffer): void {
    if (this.isOpen) this.#socket.write(encodePdu({ command, status, sequence, body }))
  }
}
