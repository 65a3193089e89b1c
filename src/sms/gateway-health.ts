import {
  type CircuitBreakerPolicy,
  CircuitState,
  CountBreaker,
  circuitBreaker,
  handleWhenResult,
  type IBackoffFactory,
  type IHalfOpenAfterBackoffContext,
} from 'cockatiel'
import { addSeconds, type Clock } from '../lib/clock.ts'
import type { Logger } from '../lib/log.ts'
import type { SendOutcome } from './provider.ts'

/** Half of the last 20 attempts, but at least three, have to fail before a gateway is left alone. */
const SAMPLE_SIZE = 20
const SAMPLES_MIN = 3
const FAILING_SHARE = 0.5
/** How long it is left alone the first time; then twice as long each time its probe fails. */
const REST_FIRST_MS = 2_000
const REST_LONGEST_MS = 60_000
/** How many may wait for a free connection, as a multiple of what may be under way. */
const WAITING_PER_SLOT = 4
const BUSY_S = 1

/** What a way out is: a gateway or a mail server, in one state of its record. */
interface WayOut {
  id: string
  name: string
  updated_at: Date
  /** Requests at once, from this node; undefined: no bound of its own. */
  concurrency_max?: number | undefined
}

/** Not tried: it rests, or it is busy, until then. */
export interface Resting {
  outcome: 'resting'
  until: Date
  message: string
}

interface HealthReport {
  state: 'ok' | 'probing' | 'resting' | 'throttled'
  /** Until when it is left alone. */
  until: Date | null
  /** The provider's last words, where it is not well. */
  reason: string
}

interface Entry {
  updatedAt: number
  breaker: CircuitBreakerPolicy
  openUntil: Date | undefined
  pausedUntil: Date | undefined
  reason: string
  running: number
  waiting: (() => void)[]
}

/**
 * How this node finds its gateways and mail servers: a circuit breaker each (a broken one is probed by one message at a
 * time, not hammered), pauses that a provider asked for, and the bound of requests at once. A changed record starts anew.
 */
export interface GatewayHealth {
  /** From when it can be tried again; undefined: now. */
  restsUntil(way: WayOut): Date | undefined
  /** Runs one attempt, or says that it must not be made now. */
  run(way: WayOut, attempt: () => Promise<SendOutcome>): Promise<SendOutcome | Resting>
  report(way: WayOut): HealthReport
}

/** A failure of the gateway as such, not of one message. */
function isGatewayFailure(outcome: SendOutcome): boolean {
  if (outcome.outcome === 'rejected') return outcome.by === 'configuration' && !outcome.isLocal
  return outcome.outcome === 'unavailable' || outcome.outcome === 'unknown'
}

export function createGatewayHealth(clock: Clock, log: Logger): GatewayHealth {
  const entries = new Map<string, Entry>()

  function entryOf(way: WayOut): Entry {
    const known = entries.get(way.id)
    if (known?.updatedAt === way.updated_at.getTime()) return known
    const entry: Entry = {
      updatedAt: way.updated_at.getTime(),
      breaker: makeBreaker(),
      openUntil: undefined,
      pausedUntil: undefined,
      reason: '',
      running: 0,
      waiting: [],
    }
    watch(way, entry)
    entries.set(way.id, entry)
    return entry
  }

  function watch(way: WayOut, entry: Entry): void {
    entry.breaker.onBreak(() => {
      entry.openUntil = addSeconds(clock.now(), restMs(attemptOf(entry.breaker)) / 1000)
      log.warn(
        { gateway: way.id, name: way.name, until: entry.openUntil, reason: entry.reason },
        'left alone for a while: its last attempts failed',
      )
    })
    entry.breaker.onReset(() => {
      entry.openUntil = undefined
      entry.reason = ''
      log.info({ gateway: way.id, name: way.name }, 'works again')
    })
  }

  /** The breaker counts in the machine's time; a clock that was moved on has to move it too. */
  function catchUp(way: WayOut, entry: Entry): void {
    if (!clock.movable || entry.breaker.state !== CircuitState.Open || !isPast(entry.openUntil)) return
    const state = entry.breaker.toJSON() as BreakerState
    entry.breaker = makeBreaker({ ...state, ownState: { ...state.ownState, openedAt: 0 } })
    watch(way, entry)
  }

  function isPast(time: Date | undefined): boolean {
    return time === undefined || time <= clock.now()
  }

  function restsUntil(way: WayOut): Date | undefined {
    const entry = entryOf(way)
    catchUp(way, entry)
    if (!isPast(entry.pausedUntil)) return entry.pausedUntil
    // One message probes; the others wait for what it finds.
    if (entry.breaker.state === CircuitState.HalfOpen) return addSeconds(clock.now(), BUSY_S)
    if (entry.breaker.state === CircuitState.Open && !isPast(entry.openUntil)) return entry.openUntil
    if (way.concurrency_max && entry.waiting.length >= way.concurrency_max * WAITING_PER_SLOT)
      return addSeconds(clock.now(), BUSY_S)
    return undefined
  }

  return {
    restsUntil,
    async run(way, attempt) {
      const entry = entryOf(way)
      const mayNot = (): Resting | undefined => {
        const until = restsUntil(way)
        return until && { outcome: 'resting', until, message: `Not tried: ${way.name} is left alone. ${entry.reason}`.trim() }
      }
      const early = mayNot()
      if (early) return early
      const isBounded = way.concurrency_max !== undefined
      if (isBounded && entry.running >= (way.concurrency_max ?? 0))
        await new Promise<void>(resolve => entry.waiting.push(resolve))
      else entry.running++
      try {
        const late = mayNot()
        if (late) return late
        return await entry.breaker.execute(async () => {
          const outcome = await attempt()
          if (isGatewayFailure(outcome) && 'message' in outcome) entry.reason = outcome.message
          if (outcome.outcome === 'throttled') {
            entry.pausedUntil = addSeconds(clock.now(), outcome.retryAfterS ?? BUSY_S)
            entry.reason = outcome.message
          }
          return outcome
        })
      } finally {
        const next = entry.waiting.shift()
        if (next) next()
        else entry.running--
      }
    },
    report(way) {
      const entry = entryOf(way)
      const until = restsUntil(way) ?? null
      if (!isPast(entry.pausedUntil)) return { state: 'throttled', until, reason: entry.reason }
      switch (entry.breaker.state) {
        case CircuitState.Closed:
          return { state: 'ok', until: null, reason: '' }
        case CircuitState.HalfOpen:
          return { state: 'probing', until, reason: entry.reason }
        default:
          return { state: until ? 'resting' : 'probing', until, reason: entry.reason }
      }
    },
  }
}

/** What cockatiel's toJSON answers of an open breaker. */
interface BreakerState {
  ownState: { openedAt: number; attemptNo: number }
}

/** Which rest in a row an open breaker is at, from 1. */
function attemptOf(breaker: CircuitBreakerPolicy): number {
  return (breaker.toJSON() as BreakerState).ownState.attemptNo
}

function restMs(attempt: number): number {
  return Math.min(REST_LONGEST_MS, REST_FIRST_MS * 2 ** (attempt - 1))
}

function makeBreaker(initialState?: BreakerState): CircuitBreakerPolicy {
  const rest: IBackoffFactory<IHalfOpenAfterBackoffContext> = {
    next: ({ attempt }) => ({ duration: restMs(attempt), next: rest.next }),
  }
  return circuitBreaker(
    handleWhenResult(outcome => isGatewayFailure(outcome as SendOutcome)),
    {
      breaker: new CountBreaker({ size: SAMPLE_SIZE, threshold: FAILING_SHARE, minimumNumberOfCalls: SAMPLES_MIN }),
      halfOpenAfter: rest,
      ...(initialState && { initialState }),
    },
  )
}
