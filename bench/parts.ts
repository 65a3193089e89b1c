import { mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { drainOutbox, measureFailOver } from './delivery.ts'
import { ACCOUNT_SID, AUTH_TOKEN, type FakeTwilio, FROM } from './fake-twilio.ts'
import { createDatabase, measureStatements } from './floor.ts'
import { type Gatehouse, startGatehouse } from './gatehouse.ts'
import { fillTables, vacuum } from './grown.ts'
import { closedLoop, median, openLoop, requestLoop, type Target } from './load.ts'
import { type Contender, inTurns, measureFlows, type RepeatedFlows, warmUp } from './measure.ts'
import type { Options } from './options.ts'
import { forgetTimes, recordPlans, slowestPlans, statementTimes } from './plans.ts'
import { cpuTime, memory } from './processes.ts'
import { readProfile } from './profile.ts'
import { type Goal, ms, printFlows, printOpenLoop, printTable, whole } from './report.ts'
import { betterAuthApi, installBetterAuth, startListener, validationsApi } from './targets.ts'

const SETTLE_MS = 5_000
/** Between two flows of the idle measurement: long enough for everything to go to sleep. */
const IDLE_PAUSE_MS = 15
const LOADED = 64
const OUTBOX_CONCURRENCY = 400

/** One run: what was asked for, and what has been found so far. */
export interface Bench {
  options: Options
  fake: FakeTwilio
  results: Record<string, unknown>
  versions: Record<string, string>
  goals: Goal[]
}

/** A running Gatehouse with its gateway and portal. */
export interface Running {
  gatehouse: Gatehouse
  target: Target
}

function contenderOf({ gatehouse, target }: Running): Contender {
  return { target, pids: gatehouse.pids }
}

/** Flows against a server that does nothing: what the generator, the fake and HTTP cost by themselves. */
export async function ceiling({ options, fake, results }: Bench): Promise<void> {
  const { process, origin } = await startListener('stand-in', new URL('./stand-in.ts', import.meta.url), [fake.origin])
  const contender = { target: validationsApi('a server that does nothing', origin), pids: () => [process.pid] }
  await warmUp(contender, fake)
  const [flows = []] = await inTurns([contender], fake, { ...options, rounds: 1 })
  await process.stop()
  results.ceiling = flows
  printFlows(
    'Ceiling: flows against a server that does nothing (node:http, a Map)',
    flows.map(row => [contender.target.name, row]),
  )
}

/** The HTTP stack alone. */
export async function echo({ options, results }: Bench): Promise<void> {
  const { process, origin } = await startListener('echo', new URL('./echo.ts', import.meta.url), [])
  const request = { origin, path: '/api/v1/validations', body: '{"channel":"sms","to":"+447400000000"}', status: 201 }
  await requestLoop(request, { concurrency: LOADED, seconds: 1 })
  const rates: Record<number, number> = {}
  for (const concurrency of options.concurrencies)
    rates[concurrency] = await requestLoop(request, { concurrency, seconds: options.seconds })
  await process.stop()
  results.echo_per_s = rates
  const rows = Object.entries(rates).map(([concurrency, rate]) => [concurrency, whole(rate), whole(rate / 2)])
  printTable('Floor: echo of JSON through Hono and @hono/node-server', ['at a time', 'requests/s', 'as flows/s'], rows)
}

export async function statements({ options, results }: Bench, { gatehouse }: Running): Promise<void> {
  const floors = await measureStatements(gatehouse.database, options)
  results.statements_per_s = floors
  const rows = Object.entries(floors).map(([concurrency, floor]) => [
    concurrency,
    whole(floor.one_by_one),
    whole(floor.coalesced),
  ])
  printTable(
    'Floor: the bare statements of a flow on the same PostgreSQL, through the same driver',
    ['at a time', 'flows/s one by one', 'coalesced'],
    rows,
  )
}

/** Starts on empty and on used data folders. Returns the last one running and set up. */
export async function start({ options, fake, results, goals }: Bench, makeDataDir: () => string): Promise<Running> {
  const cold: number[] = []
  const warm: number[] = []
  const rounds = options.parts.has('start') ? options.rounds : 1
  let dataDir = ''
  for (let round = 0; round < rounds; round++) {
    dataDir = makeDataDir()
    const gatehouse = await startGatehouse(dataDir)
    cold.push(gatehouse.readyMs)
    await gatehouse.stop()
  }
  for (let round = 0; round < rounds; round++) {
    const gatehouse = await startGatehouse(dataDir)
    warm.push(gatehouse.readyMs)
    if (round < rounds - 1) await gatehouse.stop()
    else {
      if (options.parts.has('start')) {
        results.start_ms = { cold: median(cold), warm: median(warm), all_cold: cold, all_warm: warm }
        goals.push({ goal: 'warm start under 2 s', measured: median(warm), unit: 'ms', met: median(warm) < 2000 })
        printTable(
          'Start: process to the first answered /readyz',
          ['', 'ms'],
          [
            ['cold (empty data folder)', ms(median(cold))],
            ['warm', ms(median(warm))],
          ],
        )
      }
      return { gatehouse, target: await gatehouse.setUp(fake.origin) }
    }
  }
  throw new Error('no round was asked for')
}

/** Memory of all processes some seconds after whatever happened last, and what they do while nobody asks anything. */
export async function rest({ results, goals }: Bench, { gatehouse }: Running, when: string): Promise<void> {
  await sleep(SETTLE_MS)
  const before = cpuTime(gatehouse.pids())
  await sleep(SETTLE_MS)
  const after = cpuTime(gatehouse.pids())
  const busy = (after.server_ms - before.server_ms + after.postgres_ms - before.postgres_ms) / SETTLE_MS
  const found = memory(gatehouse.pids())
  results[`rest_${when.replaceAll(' ', '_')}`] = { ...found, cores_used: busy }
  goals.push({ goal: `under 200 MB at rest ${when}`, measured: found.total_mb, unit: 'MB', met: found.total_mb < 200 })
  printTable(
    `At rest ${when}`,
    ['memory (PSS)', 'MB'],
    [
      ['server', ms(found.server_mb)],
      ['PostgreSQL', ms(found.postgres_mb)],
      [`all ${found.processes} processes`, ms(found.total_mb)],
    ],
  )
  console.log(`They used ${(busy * 100).toFixed(1)} % of one core meanwhile.`)
}

/** One guest on an idle machine: from the POST to the provider's receipt. */
export async function receipt({ options, fake, results, goals }: Bench, { target }: Running): Promise<void> {
  const run = { concurrency: 1, seconds: options.seconds, pauseMs: IDLE_PAUSE_MS }
  await closedLoop(target, fake, { ...run, seconds: 1 })
  const flows = await closedLoop(target, fake, run)
  results.idle = flows
  goals.push({
    goal: 'POST to provider under 20 ms when idle (median)',
    measured: flows.receipt_ms.p50,
    unit: 'ms',
    met: flows.receipt_ms.p50 < 20,
  })
  printOpenLoop(`Idle: one guest, ${IDLE_PAUSE_MS} ms of rest between flows`, target.name, flows)
}

export async function flows({ options, fake, results }: Bench, running: Running): Promise<void> {
  const contender = contenderOf(running)
  await warmUp(contender, fake)
  const [measured = []] = await inTurns([contender], fake, options)
  results.flows = measured
  printFlows(
    `Flows (start + check over the REST API), medians of ${options.rounds} × ${options.seconds} s`,
    measured.map(row => ['Gatehouse', row]),
  )
}

export async function open({ options, fake, results, goals }: Bench, running: Running): Promise<void> {
  await warmUp(contenderOf(running), fake)
  const rounds = []
  for (let round = 0; round < options.rounds; round++) rounds.push(await openLoop(running.target, fake, options))
  const middle = rounds.toSorted((a, b) => a.start_ms.p99 - b.start_ms.p99)[Math.floor(rounds.length / 2)]
  if (!middle) return
  results.open_loop = { rate: options.rate, ...middle, all_rounds: rounds }
  const at = `at ${options.rate} flows/s`
  const check = median(rounds.map(round => round.check_ms.p99))
  goals.push({ goal: `start p99 under 20 ms ${at}`, measured: middle.start_ms.p99, unit: 'ms', met: middle.start_ms.p99 < 20 })
  goals.push({ goal: `check p99 under 10 ms ${at}`, measured: check, unit: 'ms', met: check < 10 })
  printOpenLoop(`Open loop: ${options.rate} flows arrive a second, by the clock`, running.target.name, middle)
}

/** A provider that takes its time must not be felt by those who ask for a code. */
export async function delay({ options, fake, results }: Bench, running: Running): Promise<void> {
  fake.delayMs = options.providerDelayMs
  try {
    const measured = await measureFlows(contenderOf(running), fake, { concurrency: LOADED, seconds: options.seconds })
    results.slow_provider = { provider_ms: options.providerDelayMs, ...measured }
    const row: RepeatedFlows = { ...measured, rounds_per_s: [measured.per_s] }
    printFlows(`Slow provider: it answers after ${options.providerDelayMs} ms`, [['Gatehouse', row]])
  } finally {
    fake.delayMs = 0
  }
}

/** Messages that wait already, through one gateway; and whether the server grows with them. */
export async function outbox({ options, fake, results, goals }: Bench, { gatehouse }: Running): Promise<void> {
  const run = { count: options.outbox, providerMs: options.providerDelayMs, concurrency: OUTBOX_CONCURRENCY }
  const figures = await drainOutbox(gatehouse, fake, run)
  results.outbox = figures
  goals.push({
    goal: `2,000 messages/s through one gateway that answers in ${run.providerMs} ms`,
    measured: figures.per_s,
    unit: '/s',
    met: figures.per_s >= 2000,
  })
  printTable(
    `Outbox: ${whole(run.count)} queued messages, ${run.concurrency} requests at once`,
    ['', ''],
    [
      ['messages/s', whole(figures.per_s)],
      ['server, MB, as they left', figures.server_mb.join(' ')],
    ],
  )
}

/** The first of two gateways is away. */
export async function failover({ options, fake, results, goals }: Bench, { gatehouse }: Running): Promise<void> {
  const figures = await measureFailOver(gatehouse, fake, options.rounds)
  results.failover = figures
  const slowest = Math.max(...figures.refused_ms, ...figures.silent_ms)
  goals.push({ goal: 'fail-over under 2 s, breaker closed', measured: slowest, unit: 'ms', met: slowest < 2000 })
  const open = Math.max(...figures.open_ms)
  goals.push({ goal: 'fail-over under 100 ms, breaker open', measured: open, unit: 'ms', met: open < 100 })
  printTable(
    'Fail-over: POST to the second provider’s receipt, slowest',
    ['the first gateway', 'ms'],
    [
      ['refuses the connection', ms(Math.max(...figures.refused_ms))],
      ['says nothing to a connection', ms(Math.max(...figures.silent_ms))],
      ['is left alone (breaker open)', ms(open)],
    ],
  )
}

/** better-auth beside it, in turns: on the same PostgreSQL, with the same fake, through the same HTTP stack. */
export async function peers({ options, fake, results, versions, goals }: Bench, running: Running): Promise<void> {
  const betterAuth = await installBetterAuth()
  versions['better-auth'] = betterAuth.version
  const { gatehouse } = running
  const [, ...postgres] = gatehouse.pids()
  const contenders = [contenderOf(running)]
  for (const lean of [false, true]) {
    const database = lean ? 'bench_better_auth_lean' : 'bench_better_auth'
    await createDatabase(gatehouse.database(), database)
    const twilio = { origin: fake.origin, accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN, from: FROM }
    const settings = JSON.stringify({ database: gatehouse.database(database), twilio, lean })
    const { process, origin } = await startListener(database, betterAuth.file, [settings])
    const name = lean ? 'better-auth, leanest' : 'better-auth'
    contenders.push({ target: betterAuthApi(name, origin, lean), pids: () => [process.pid, ...postgres] })
  }
  for (const contender of contenders) await warmUp(contender, fake)
  const measured = await inTurns(contenders, fake, options)

  const ratios: Record<string, Record<number, number>> = {}
  const rows: [string, RepeatedFlows][] = []
  options.concurrencies.forEach((concurrency, at) => {
    const own = measured[0]?.[at]
    for (const [i, { target }] of contenders.entries()) {
      const theirs = measured[i]?.[at]
      if (!own || !theirs) continue
      rows.push([target.name, theirs])
      if (i > 0) ratios[target.name] = { ...ratios[target.name], [concurrency]: own.per_s / theirs.per_s }
    }
  })
  results.peers = {
    flows: contenders.map(({ target }, i) => ({ name: target.name, flows: measured[i] })),
    gatehouse_times: ratios,
  }
  printFlows(`Beside better-auth, in turns, medians of ${options.rounds} × ${options.seconds} s`, rows)
  const ratioRows = Object.entries(ratios).map(([name, by]) => [name, ...Object.values(by).map(times => `${times.toFixed(1)} ×`)])
  printTable('Gatehouse’s flows/s as a multiple', ['of', ...options.concurrencies.map(n => `at ${n}`)], ratioRows)
  const times = ratios['better-auth']?.[LOADED]
  if (times !== undefined)
    goals.push({ goal: `at least 5 times better-auth’s flows/s at ${LOADED}`, measured: times, unit: 'times', met: times >= 5 })
}

/** The same flows on tables that have grown, first as they are, then after a vacuum. */
export async function grown({ options, fake, results }: Bench, running: Running): Promise<void> {
  const contender = contenderOf(running)
  const run = { concurrencies: options.concurrencies, seconds: options.seconds, rounds: 1 }
  await warmUp(contender, fake)
  const [empty = []] = await inTurns([contender], fake, run)
  const database = running.gatehouse.database()
  const fillS = await fillTables(database, options.grown)
  const [filled = []] = await inTurns([contender], fake, run)
  await vacuum(database)
  const [settled = []] = await inTurns([contender], fake, run)

  results.grown = { rows: options.grown, fill_s: fillS, before: empty, just_filled: filled, after_vacuum: settled }
  const label = (name: string, list: RepeatedFlows[]) => list.map((row): [string, RepeatedFlows] => [name, row])
  printFlows(`Grown by ${whole(options.grown)} budgets, codes and messages (filled in ${fillS.toFixed(0)} s)`, [
    ...label('before', empty),
    ...label('just filled, not analyzed', filled),
    ...label('after vacuum analyze', settled),
  ])
  const times = (list: RepeatedFlows[], figure: (row: RepeatedFlows) => number) =>
    list.map((row, i) => `${(figure(row) / figure(empty[i] ?? row)).toFixed(2)} ×`)
  const row = (name: string, figure: (row: RepeatedFlows) => number) => [
    [`${name}, just filled`, ...times(filled, figure)],
    [`${name}, after vacuum analyze`, ...times(settled, figure)],
  ]
  printTable(
    'As a multiple of before',
    ['', ...options.concurrencies.map(n => `at ${n}`)],
    [...row('flows/s', flows => flows.per_s), ...row('PostgreSQL’s CPU a flow', flows => flows.cpu_per_flow.postgres_ms)],
  )
}

/** Times and plans of the statements. Restarts Gatehouse, because the server must load what records them. */
export async function plans({ options, fake, results }: Bench, { gatehouse }: Running): Promise<Running> {
  await recordPlans(gatehouse.database())
  await gatehouse.stop()
  const again = await startGatehouse(gatehouse.dataDir)
  const target = await again.setUp(fake.origin)
  const running = { gatehouse: again, target }
  await warmUp(contenderOf(running), fake)
  await forgetTimes(again.database())
  const load = await closedLoop(target, fake, { concurrency: LOADED, seconds: options.seconds })
  const times = await statementTimes(again.database(), 12)
  const byText = slowestPlans(again.dataDir, times)
  results.statements = times.map(time => ({ ...time, per_flow_ms: time.total_ms / load.flows, plan: byText.get(time.text) }))
  printTable(
    `Statements under load at ${LOADED}: ${whole(load.per_s)} flows/s (while being recorded)`,
    ['statement', 'calls', 'rows', 'mean ms', 'max ms', 'ms a flow'],
    times.map(time => [
      time.text.slice(0, 90),
      whole(time.calls),
      whole(time.rows),
      time.mean_ms.toFixed(3),
      ms(time.max_ms),
      (time.total_ms / load.flows).toFixed(4),
    ]),
  )
  for (const time of times) {
    const plan = byText.get(time.text)
    if (plan) console.log(`\n${time.text.slice(0, 200)}\n${plan}`)
  }
  return running
}

/** Where the server's own time goes, by Node's profiler. */
export async function profile({ options, fake, results }: Bench, dir: string, dataDir: string): Promise<void> {
  mkdirSync(dir, { recursive: true })
  const gatehouse = await startGatehouse(dataDir, ['--cpu-prof', `--cpu-prof-dir=${dir}`])
  const target = await gatehouse.setUp(fake.origin)
  const contender = { target, pids: gatehouse.pids }
  await warmUp(contender, fake)
  const flows = await measureFlows(contender, fake, { concurrency: LOADED, seconds: options.seconds * 2 })
  await gatehouse.stop()
  const found = readProfile(dir, 40)
  printFlows('Under the profiler', [['Gatehouse', { ...flows, rounds_per_s: [flows.per_s] }]])
  if (!found) throw new Error(`no profile was left in ${dir}`)
  results.profile = { flows, ...found }
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  console.log(`\nThe server's thread was busy ${percent(found.busy)} of the time (start and stop included). Profile: ${dir}`)
  printTable(
    'Own time by place',
    ['', 'share'],
    found.places.map(({ place, share }) => [place, percent(share)]),
  )
  printTable(
    'Own time by function',
    ['', 'where', 'share'],
    found.functions.map(hot => [hot.name, hot.where, percent(hot.share)]),
  )
}
