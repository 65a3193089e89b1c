import type { FakeTwilio } from './fake-twilio.ts'
import { closedLoop, type FlowFigures, median, type Percentiles, type Target } from './load.ts'
import { cpuTime } from './processes.ts'

const WARM_UP_S = 2
const WARM_UP_CONCURRENCY = 16

/** A target and the processes that its CPU time is read from. */
export interface Contender {
  target: Target
  /** The server's processes and the database server's. */
  pids: () => number[]
}

interface CpuPerFlow {
  server_ms: number
  postgres_ms: number
  /** The load generator and the fake provider in it. */
  generator_ms: number
}

export type MeasuredFlows = FlowFigures & { cpu_per_flow: CpuPerFlow }

/** Compiled code and full pools before anything counts. */
export async function warmUp(contender: Contender, fake: FakeTwilio): Promise<void> {
  const { failed, failure } = await closedLoop(contender.target, fake, { concurrency: WARM_UP_CONCURRENCY, seconds: WARM_UP_S })
  if (failed > 0) throw new Error(`${contender.target.name}: ${failed} flows failed while warming up, the first: ${failure}`)
}

export async function measureFlows(
  contender: Contender,
  fake: FakeTwilio,
  run: { concurrency: number; seconds: number },
): Promise<MeasuredFlows> {
  const cpu = cpuTime(contender.pids())
  const own = process.cpuUsage()
  const flows = await closedLoop(contender.target, fake, run)
  const cpuAfter = cpuTime(contender.pids())
  const ownAfter = process.cpuUsage(own)
  return {
    ...flows,
    cpu_per_flow: {
      server_ms: (cpuAfter.server_ms - cpu.server_ms) / flows.flows,
      postgres_ms: (cpuAfter.postgres_ms - cpu.postgres_ms) / flows.flows,
      generator_ms: (ownAfter.user + ownAfter.system) / 1000 / flows.flows,
    },
  }
}

export interface RepeatedFlows extends MeasuredFlows {
  /** Every round's flows a second, in order. */
  rounds_per_s: number[]
}

/**
 * Runs every contender at every concurrency in turns (A B A B …), so that a noisy minute falls on all of them, and keeps
 * the median of each figure. Answers by contender, then in the order of the concurrencies.
 */
export async function inTurns(
  contenders: Contender[],
  fake: FakeTwilio,
  run: { concurrencies: number[]; seconds: number; rounds: number },
): Promise<RepeatedFlows[][]> {
  const all: RepeatedFlows[][] = contenders.map(() => [])
  for (const concurrency of run.concurrencies) {
    const rounds: MeasuredFlows[][] = contenders.map(() => [])
    for (let round = 0; round < run.rounds; round++) {
      for (const [i, contender] of contenders.entries())
        rounds[i]?.push(await measureFlows(contender, fake, { concurrency, seconds: run.seconds }))
    }
    for (const [i, measured] of rounds.entries()) all[i]?.push(medians(measured))
  }
  return all
}

function medians(rounds: MeasuredFlows[]): RepeatedFlows {
  const of = (figure: (round: MeasuredFlows) => number) => median(rounds.map(figure))
  const both = (figure: (round: MeasuredFlows) => Percentiles) => ({
    p50: of(round => figure(round).p50),
    p99: of(round => figure(round).p99),
  })
  const failure = rounds.find(round => round.failure !== undefined)?.failure
  return {
    concurrency: of(round => round.concurrency),
    flows: rounds.reduce((sum, round) => sum + round.flows, 0),
    failed: rounds.reduce((sum, round) => sum + round.failed, 0),
    ...(failure !== undefined && { failure }),
    per_s: of(round => round.per_s),
    start_ms: both(round => round.start_ms),
    check_ms: both(round => round.check_ms),
    receipt_ms: both(round => round.receipt_ms),
    cpu_per_flow: {
      server_ms: of(round => round.cpu_per_flow.server_ms),
      postgres_ms: of(round => round.cpu_per_flow.postgres_ms),
      generator_ms: of(round => round.cpu_per_flow.generator_ms),
    },
    rounds_per_s: rounds.map(round => round.per_s),
  }
}
