import { writeFileSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildConsole, consoleLoad } from './console.ts'
import { startFakeTwilio } from './fake-twilio.ts'
import { hostile } from './hostile.ts'
import { lists } from './lists.ts'
import { type Options, readOptions } from './options.ts'
import * as parts from './parts.ts'
import { endAll, makeDir } from './processes.ts'
import { describeMachine, describeVersions, postgresVersion, printGoals, type Report } from './report.ts'

/** However long the measurements asked for would take. */
const RUN_MAX_MS = 120 * 60_000
const NEEDS_GATEHOUSE = [
  'statements',
  'start',
  'receipt',
  'flows',
  'open',
  'delay',
  'outbox',
  'failover',
  'memory',
  'console',
  'hostile',
  'peers',
  'grown',
  'lists',
  'plans',
] as const

async function run(options: Options): Promise<void> {
  const machine = describeMachine()
  const versions = describeVersions()
  console.log(`Gatehouse ${versions.gatehouse} (${versions.commit ?? 'no commit'}), Node ${versions.node}`)
  console.log(`${machine.cores} cores of ${machine.cpu}, ${machine.memory_gb} GB, ${machine.system}, load ${machine.load_before}`)
  const fake = await startFakeTwilio()
  const bench: parts.Bench = { options, fake, results: {}, versions, goals: [] }
  const wanted = (part: (typeof NEEDS_GATEHOUSE)[number] | 'ceiling' | 'echo') => options.parts.has(part)
  let dirs = 0
  const makeDataDir = () => makeDir(`data-${++dirs}`)

  if (wanted('ceiling')) await parts.ceiling(bench)
  if (wanted('echo')) await parts.echo(bench)
  if (options.prof !== undefined) await parts.profile(bench, resolve(options.prof), makeDataDir())
  if (NEEDS_GATEHOUSE.some(wanted)) {
    if (wanted('console')) buildConsole()
    let running = await parts.start(bench, makeDataDir)
    versions.postgresql = await postgresVersion(running.gatehouse.database())
    if (wanted('memory')) await parts.rest(bench, running, 'after the start')
    if (wanted('receipt')) await parts.receipt(bench, running)
    if (wanted('flows')) await parts.flows(bench, running)
    if (wanted('open')) await parts.open(bench, running)
    if (wanted('delay')) await parts.delay(bench, running)
    if (wanted('outbox')) await parts.outbox(bench, running)
    if (wanted('failover')) await parts.failover(bench, running)
    if (wanted('memory') && wanted('flows')) await parts.rest(bench, running, 'after the load')
    if (wanted('console')) await consoleLoad(bench, running)
    if (wanted('hostile')) await hostile(bench, running)
    if (wanted('statements')) await parts.statements(bench, running)
    if (wanted('peers')) await parts.peers(bench, running)
    if (wanted('grown')) await parts.grown(bench, running)
    if (wanted('lists')) await lists(bench, running)
    if (wanted('plans')) running = await parts.plans(bench, running)
    await running.gatehouse.stop()
  }
  if (bench.goals.length > 0) printGoals(bench.goals)
  console.log(`\nThe provider had ${fake.received} messages, ${fake.unexpected} of them for no flow.`)
  await fake.close()

  const found: Report = {
    at: new Date().toISOString(),
    machine,
    versions,
    options: { ...options, parts: [...options.parts] },
    results: { ...bench.results, messages: { received: fake.received, for_no_flow: fake.unexpected } },
    goals: bench.goals,
  }
  if (options.json !== undefined) {
    writeFileSync(options.json, `${JSON.stringify(found, null, 2)}\n`)
    console.log(`written: ${options.json}`)
  }
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2))
  if (!options) return 0
  if (process.platform !== 'linux') throw new Error('the bench reads memory and CPU time from /proc: run it on Linux')
  const abort = (why: string) => {
    // Where the output goes may be what has failed.
    writeSync(2, `\n${why}: ending what was started\n`)
    void endAll(options).finally(() => process.exit(1))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => abort(signal))
  process.once('uncaughtException', error => abort(error.stack ?? error.message))
  setTimeout(() => abort('the run took too long'), RUN_MAX_MS).unref()
  try {
    await run(options)
    return 0
  } finally {
    await endAll(options)
  }
}

try {
  process.exit(await main())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
