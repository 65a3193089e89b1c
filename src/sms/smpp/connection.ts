import { randomFraction } from '../../lib/random.ts'
import type { SendOutcome, SessionEvents } from '../provider.ts'
import { Link, type LinkEvents, type LinkLimits, openLink } from './link.ts'
import type { SmppSettings } from './settings.ts'
import { bindRefusal } from './statuses.ts'

export interface ConnectionLimits extends LinkLimits {
  /** After a failure it is tried again: first after so long, then ever later. */
  againFirstMs: number
  againMaxMs: number
  /** The same after the SMSC has refused: passwords that are offered too often lock accounts. */
  refusedFirstMs: number
  refusedMaxMs: number
  /** A connection that has stood so long is made anew at once when it is lost. */
  stableMs: number
}

/** Why there is no connection, as the outcome of whatever needed it. */
export type NoLink = Exclude<SendOutcome, { outcome: 'accepted' }>

const ENDED: NoLink = { outcome: 'unavailable', code: 'closing', message: 'The connection to the SMSC is being ended.' }

/** Keeps one link to the SMSC, from when it is first needed: one that is lost is made anew, later after each failure. */
export class Connection {
  readonly #settings: SmppSettings
  readonly #limits: ConnectionLimits
  readonly #events: LinkEvents & Pick<SessionEvents, 'onNote'>
  #link: Link | undefined
  #connecting: Promise<Link | NoLink> | undefined
  #failure: NoLink | undefined
  #failures = 0
  #again: NodeJS.Timeout | undefined
  #isEnded = false

  constructor(settings: SmppSettings, limits: ConnectionLimits, events: LinkEvents & Pick<SessionEvents, 'onNote'>) {
    this.#settings = settings
    this.#limits = limits
    this.#events = events
  }

  /** The bound link. Between two attempts the answer is why the last one failed, at once; with `now` another is made. */
  need(options: { now?: boolean } = {}): Promise<Link | NoLink> {
    if (this.#link?.isOpen) return Promise.resolve(this.#link)
    if (this.#isEnded) return Promise.resolve(ENDED)
    if (this.#connecting) return this.#connecting
    if (this.#failure && !options.now) return Promise.resolve(this.#failure)
    return this.#connect()
  }

  async close(): Promise<void> {
    this.#isEnded = true
    clearTimeout(this.#again)
    await this.#connecting
    await this.#link?.close()
  }

  #connect(): Promise<Link | NoLink> {
    clearTimeout(this.#again)
    this.#connecting = this.#open().finally(() => {
      this.#connecting = undefined
    })
    return this.#connecting
  }

  async #open(): Promise<Link | NoLink> {
    const opened = await openLink(this.#settings, this.#limits, this.#events)
    if (opened instanceof Link) {
      this.#events.onNote('info', `bound to ${this.#settings.host}:${this.#settings.port}`)
      this.#link = opened
      this.#failure = undefined
      const stable = setTimeout(() => {
        this.#failures = 0
      }, this.#limits.stableMs)
      void opened.ended.then(why => {
        clearTimeout(stable)
        this.#takeLoss(why)
      })
      return opened
    }
    const failure: NoLink =
      'refused' in opened ? bindRefusal(opened.refused) : { outcome: 'unavailable', code: opened.code, message: opened.message }
    this.#failure = failure
    this.#tryAgainLater(`no connection to ${this.#settings.host}: ${failure.message}`)
    return failure
  }

  #takeLoss(why: string): void {
    this.#link = undefined
    if (this.#isEnded) return
    const what = `the connection to ${this.#settings.host} is lost: ${why}`
    if (this.#failures === 0) {
      this.#events.onNote('warn', `${what}; connecting again`)
      this.#failures = 1
      void this.#connect()
      return
    }
    this.#failure = {
      outcome: 'unavailable',
      code: 'connection_lost',
      message: `The SMSC ends the connection again and again: ${why}.`,
    }
    this.#tryAgainLater(`${what}.`)
  }

  #tryAgainLater(what: string): void {
    if (this.#isEnded) return
    const isRefused = this.#failure?.outcome === 'rejected'
    const [firstMs, maxMs] = isRefused
      ? [this.#limits.refusedFirstMs, this.#limits.refusedMaxMs]
      : [this.#limits.againFirstMs, this.#limits.againMaxMs]
    const waitMs = Math.min(maxMs, firstMs * 2 ** Math.min(this.#failures++, 20)) * (0.75 + randomFraction() / 4)
    this.#events.onNote('warn', `${what} Next attempt in ${Math.ceil(waitMs / 1000)} s.`)
    this.#again = setTimeout(() => void this.#connect(), waitMs)
  }
}
