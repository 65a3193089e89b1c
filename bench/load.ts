import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, type Connection, connectTo } from './client.ts'
import type { FakeTwilio } from './fake-twilio.ts'
import { freshNumber } from './numbers.ts'

/** A system under test, as seen over HTTP. */
export interface Target {
  name: string
  origin: string
  headers: Record<string, string>
  start: { path: string; body(number: string): string }
  /** Reads the answer to a start; what it returns is given to the check. Throws when the answer is a refusal. */
  readStart(answer: Answer): string
  check: { path(id: string): string; body(number: string, code: string): string }
  /** Throws unless the code was accepted. */
  readCheck(answer: Answer): void
}

export interface Percentiles {
  p50: number
  p99: number
}

export interface FlowFigures {
  concurrency: number
  flows: number
  failed: number
  /** Why the first of them failed. */
  failure?: string
  per_s: number
  /** POST of the start to its answer. */
  start_ms: Percentiles
  /** POST of the check to its answer. */
  check_ms: Percentiles
  /** POST of the start to the provider's receipt of the message. */
  receipt_ms: Percentiles
}

interface FlowTimes {
  start: number
  check: number
  receipt: number
}

/** A run ends early when so many flows have failed: it measures nothing. */
const FAILURES_MAX = 50

/** Ask for a code, wait until it is at the provider, check it. `from`: when the guest wanted to begin. */
async function flow(target: Target, connection: Connection, fake: FakeTwilio, from = performance.now()): Promise<FlowTimes> {
  const number = freshNumber()
  const arrival = fake.arrivalTo(number)
  arrival.catch(() => undefined)
  const sent = performance.now()
  const id = target.readStart(await connection.post(target.start.path, target.headers, target.start.body(number)))
  const started = performance.now()
  const { code, at } = await arrival
  const asked = performance.now()
  target.readCheck(await connection.post(target.check.path(id), target.headers, target.check.body(number, code)))
  return { start: started - from, check: performance.now() - asked, receipt: at - sent }
}

/** Runs flows, `concurrency` at a time, each guest beginning the next one when the last has ended. */
export async function closedLoop(
  target: Target,
  fake: FakeTwilio,
  run: { concurrency: number; seconds: number; pauseMs?: number },
): Promise<FlowFigures> {
  const begin = performance.now()
  const end = begin + run.seconds * 1000
  const times: FlowTimes[] = []
  const failures: string[] = []

  async function guest(): Promise<void> {
    const connection = connectTo(target.origin)
    try {
      while (performance.now() < end && failures.length < FAILURES_MAX) {
        try {
          times.push(await flow(target, connection, fake))
        } catch (error) {
          failures.push((error as Error).message)
        }
        if (run.pauseMs) await sleep(run.pauseMs)
      }
    } finally {
      await connection.close()
    }
  }
  await Promise.all(Array.from({ length: run.concurrency }, guest))
  return figures(run.concurrency, times, failures, performance.now() - begin)
}

/**
 * Flows arrive by the clock, whatever became of the earlier ones, and a start's time counts from the moment it was due: a
 * system that stalls cannot hide it by holding its guests back. A check is due when its code has arrived.
 */
export async function openLoop(target: Target, fake: FakeTwilio, run: { rate: number; seconds: number }): Promise<FlowFigures> {
  const times: FlowTimes[] = []
  const failures: string[] = []
  const idle: Connection[] = []
  const all: Connection[] = []
  const running = new Set<Promise<void>>()
  const begin = performance.now() + 20
  const count = run.seconds * run.rate

  async function arrive(due: number): Promise<void> {
    let connection = idle.pop()
    if (!connection) {
      connection = connectTo(target.origin)
      all.push(connection)
    }
    try {
      times.push(await flow(target, connection, fake, due))
    } catch (error) {
      failures.push((error as Error).message)
    }
    idle.push(connection)
  }

  for (let i = 0; i < count && failures.length < FAILURES_MAX; ) {
    const due = begin + (i * 1000) / run.rate
    if (performance.now() < due) {
      await sleep(1)
      continue
    }
    const one: Promise<void> = arrive(due).finally(() => running.delete(one))
    running.add(one)
    i++
  }
  await Promise.all(running)
  await Promise.all(all.map(connection => connection.close()))
  return figures(all.length, times, failures, performance.now() - begin)
}

function figures(concurrency: number, times: FlowTimes[], failures: string[], elapsedMs: number): FlowFigures {
  return {
    concurrency,
    flows: times.length,
    failed: failures.length,
    ...(failures[0] !== undefined && { failure: failures[0] }),
    per_s: (times.length * 1000) / elapsedMs,
    start_ms: percentiles(times.map(time => time.start)),
    check_ms: percentiles(times.map(time => time.check)),
    receipt_ms: percentiles(times.map(time => time.receipt)),
  }
}

/** Posts the same request again and again, `concurrency` at a time. Returns answers a second. */
export async function requestLoop(
  request: { origin: string; path: string; body: string; status: number },
  run: { concurrency: number; seconds: number },
): Promise<number> {
  const headers = { 'content-type': 'application/json' }
  const begin = performance.now()
  const end = begin + run.seconds * 1000
  let answers = 0
  async function guest(): Promise<void> {
    const connection = connectTo(request.origin)
    while (performance.now() < end) {
      const { status } = await connection.post(request.path, headers, request.body)
      if (status !== request.status) throw new Error(`answered ${status}`)
      answers++
    }
    await connection.close()
  }
  await Promise.all(Array.from({ length: run.concurrency }, guest))
  return (answers * 1000) / (performance.now() - begin)
}

/** Nearest-rank percentiles. Of nothing: NaN, which JSON shows as null. */
export function percentiles(values: number[]): Percentiles {
  const sorted = Float64Array.from(values).sort()
  const rank = (p: number) => sorted[Math.max(0, Math.ceil(sorted.length * p) - 1)] ?? Number.NaN
  return { p50: rank(0.5), p99: rank(0.99) }
}

export function median(values: number[]): number {
  return percentiles(values).p50
}
