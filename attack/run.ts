import { brute } from './brute.ts'
import { enumerate } from './enumerate.ts'
import { hijack } from './hijack.ts'
import { poison } from './poison.ts'
import { pump } from './pump.ts'
import { race } from './race.ts'
import type { Attack, Finding, Sizes, Target } from './target.ts'

/** In the order they run. The last one moves the clock by days. */
export const ATTACKS: Attack[] = [brute, race, poison, hijack, pump, enumerate]

type Verdict = 'held' | 'got through' | 'broke off'

export interface Result {
  attack: string
  tries: string
  requests: number
  seconds: number
  findings: Finding[]
  verdict: Verdict
  /** Why it broke off. */
  error?: string
}

/** Runs one attack. One that cannot go on proves nothing, and is told from one that was withstood. */
export async function runAttack(attack: Attack, target: Target, sizes: Sizes): Promise<Result> {
  const before = target.client.requests
  const startedAt = performance.now()
  let findings: Finding[] = []
  let error: string | undefined
  try {
    findings = await attack.run(target, sizes)
  } catch (failure) {
    error = failure instanceof Error ? failure.message : String(failure)
  }
  const isThrough = findings.some(({ held }) => held === false)
  return {
    attack: attack.name,
    tries: attack.tries,
    requests: target.client.requests - before,
    seconds: (performance.now() - startedAt) / 1000,
    findings,
    verdict: error !== undefined ? 'broke off' : isThrough ? 'got through' : 'held',
    ...(error !== undefined && { error }),
  }
}
