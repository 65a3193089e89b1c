import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ACCOUNT_SID, AUTH_TOKEN, type FakeTwilio, FROM, startFakeTwilio } from './fake-twilio.ts'
import { createDatabase, measureStatements } from './floor.ts'
import { type Gatehouse, startGatehouse } from './gatehouse.ts'
import { fillTables, vacuum } from './grown.ts'
import { closedLoop, median, openLoop, requestLoop, type Target } from './load.ts'
import { type Contender, inTurns, measureFlows, type RepeatedFlows, warmUp } from './measure.ts'
import { type Options, readOptions } from './options.ts'
import { forgetTimes, recordPlans, slowestPlans, statementTimes } from './plans.ts'
import { endAll, makeDir, memory } from './processes.ts'
import { readProfile } from './profile.ts'
import * as report from './report.ts'
import { betterAuthApi, installPeers, startListener, validationsApi } from './targets.ts'

const SETTLE_MS = 5_000
const RECEIPT_PAUSE_MS = 15
const HIGHEST = 64
const PEER_TIMES_MIN = 5
/** However long what was asked for takes, a run ends after this. */
const RUN_MAX_MS = 90 * 60_000

class Bench {
  readonly #options: Options
  readonly #fake: FakeTwilio
  readonly results: report.Report['results'] = {}
  readonly goals: report.Goal[] = []
  readonly versions: Record<string, string>
  #dirs = 0

  constructor(options: Options, fake: FakeTwilio, versions: Record<string, string>) {
    this.#options = options
    this.#fake = fake
    this.versions = versions
  }

  #goal(goal: string, measured: number, unit: string, met: boolean): void {
    this.goals.push({ goal, measured, unit, met })
  }
}
