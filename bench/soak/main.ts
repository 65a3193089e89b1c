import { writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { endAll } from '../processes.ts'
import { type Faults, type SoakCarrier, startSoakCarrier } from './carrier.ts'
import { type Disturbance, type Installation, startInstallation } from './installation.ts'
import { seededRandom } from './random.ts'

// The fault matrix: two nodes in two processes on one database, two carriers in order, and in each cell something that
// goes wrong. A cell is good when every message that was asked for was sent exactly once, and everybody knows it.

const HELP = `npm run soak -- [options]
  --messages N   in each cell, 1000 unless said
  --only a,b     cells by name
  --seed N       of the dice, 1 unless said
  --json FILE    writes the figures there as well`
const STARTERS = 12
const DRAIN_MAX_MS = 240_000
const LOOK_MS = 250
/** However many cells were asked for. */
const RUN_MAX_MS = 90 * 60_000

interface Cell {
  name: string
  what: string
  first?: Faults
  second?: Faults
  disturbance?: Disturbance
}

const CELLS: Cell[] = [
  { name: 'well', what: 'nothing goes wrong, receipts come', first: { reports: true } },
  { name: 'late', what: 'the carrier answers after 1 to 3 s', first: { lateMs: 2000, reports: true } },
  { name: 'chaos', what: 'receipts come five times, out of order', first: { reportsChaos: true } },
  { name: 'taken-reset', what: 'a fifth is taken and the connection torn', first: { takenAndReset: 0.2 } },
  { name: 'lost-reset', what: 'a fifth is torn before it is taken', first: { lostAndReset: 0.2 } },
  { name: 'taken-500', what: 'a fifth is taken and answered with 503', first: { takenAnd500: 0.2 } },
  { name: 'lost-500', what: 'a fifth is not taken and answered with 500', first: { lostAnd500: 0.2 } },
  {
    name: 'never',
    what: 'a tenth is never answered, half of them taken',
    first: { takenAndSilent: 0.05, lostAndSilent: 0.05 },
  },
  { name: 'throttled', what: 'a third is answered with 429', first: { throttled: 0.33 } },
  { name: 'away', what: 'nobody listens at the first carrier', first: {}, disturbance: { firstIsAway: true } },
  { name: 'flapping', what: 'the first carrier goes away and comes back every 3 s', disturbance: { flapEveryMs: 3000 } },
  { name: 'killed', what: 'a node is killed with SIGKILL every 2 s', disturbance: { killEveryMs: 2000 } },
  {
    name: 'killed-torn',
    what: 'nodes are killed while a fifth is torn, taken or not',
    first: { takenAndReset: 0.1, lostAndReset: 0.1, reports: true },
    disturbance: { killEveryMs: 2500 },
  },
  {
    name: 'clock',
    what: 'one node’s clock jumps ahead by up to a minute, while a fifth is torn',
    first: { takenAndReset: 0.1, lostAndReset: 0.1 },
    disturbance: { jumpEveryMs: 1000 },
  },
  {
    name: 'everything',
    what: 'all of it at once',
    first: {
      lateMs: 100,
      takenAndReset: 0.05,
      lostAndReset: 0.05,
      takenAnd500: 0.05,
      lostAnd500: 0.05,
      throttled: 0.05,
      reportsChaos: true,
    },
    second: { takenAndReset: 0.05, lostAndReset: 0.05, reports: true },
    disturbance: { killEveryMs: 3000, jumpEveryMs: 2000 },
  },
]

interface Result {
  cell: string
  what: string
  messages: number
  accepted: number
  delivered: number
  failed: number
  unknown: number
  /** Not sent by any carrier, though not failed. */
  lost: number
  /** Sent more than once. */
  doubled: number
  /** Accepted or delivered in the books and not sent, or sent and failed in the books. */
  untrue: number
  seconds: number
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      messages: { type: 'string', default: '1000' },
      only: { type: 'string' },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  const wanted = values.only?.split(',')
  const unknownName = wanted?.find(name => !CELLS.some(cell => cell.name === name))
  if (unknownName) throw new Error(`there is no cell ${unknownName}; there are ${CELLS.map(({ name }) => name).join(', ')}`)
  const random = seededRandom(Number(values.seed))
  const [first, second] = [await startSoakCarrier('a', random), await startSoakCarrier('b', random)]
  const installation = await startInstallation(first, second, random)
  const results: Result[] = []
  for (const cell of CELLS.filter(({ name }) => !wanted || wanted.includes(name))) {
    const result = await runCell(cell, installation, [first, second], Number(values.messages))
    results.push(result)
    const { lost, doubled, untrue, unknown } = result
    console.log(`${lost + doubled + untrue + unknown === 0 ? 'good' : 'BAD '} ${cell.name.padEnd(12)} ${JSON.stringify(result)}`)
  }
  await installation.stop()
  await Promise.all([first.close(), second.close()])
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`)
  const bad = results.filter(({ lost, doubled, untrue, unknown }) => lost + doubled + untrue + unknown > 0)
  console.log(bad.length === 0 ? `all ${results.length} cells are good` : `${bad.length} of ${results.length} cells are bad`)
  return bad.length === 0 ? 0 : 1
}

async function runCell(
  cell: Cell,
  installation: Installation,
  carriers: [SoakCarrier, SoakCarrier],
  count: number,
): Promise<Result> {
  const [first, second] = carriers
  for (const carrier of carriers) carrier.forget()
  first.faults = cell.first ?? {}
  second.faults = cell.second ?? {}
  const begin = performance.now()
  await installation.begin(cell.disturbance ?? {})
  await startAll(installation, count)
  const rows = await drain(installation, carriers)
  await installation.end()
  first.faults = {}
  second.faults = {}
  const sends = (id: string) => carriers.reduce((sum, carrier) => sum + (carrier.taken.get(id)?.length ?? 0), 0)
  const having = (...statuses: string[]) => rows.filter(({ status }) => statuses.includes(status))
  return {
    cell: cell.name,
    what: cell.what,
    messages: rows.length,
    accepted: having('accepted').length,
    delivered: having('delivered').length,
    failed: having('failed').length,
    unknown: having('unknown', 'queued', 'sending').length,
    lost: having('accepted', 'delivered', 'unknown', 'queued', 'sending').filter(({ id }) => sends(id) === 0).length,
    doubled: rows.filter(({ id }) => sends(id) > 1).length,
    untrue: having('failed').filter(({ id }) => sends(id) > 0).length,
    seconds: Math.round((performance.now() - begin) / 1000),
  }
}

/** Asks for codes until the database has so many messages, whatever happens to the nodes meanwhile. */
async function startAll(installation: Installation, count: number): Promise<void> {
  let left = count - (await installation.countMessages())
  const starter = async () => {
    while (left > 0) {
      left--
      // A node that dies may have written the message or not: the books say.
      if (!(await installation.startOne())) await sleep(50)
    }
  }
  await Promise.all(Array.from({ length: STARTERS }, starter))
  if ((await installation.countMessages()) < count) await startAll(installation, count)
}

async function drain(installation: Installation, carriers: SoakCarrier[]) {
  const deadline = performance.now() + DRAIN_MAX_MS
  for (;;) {
    const rows = await installation.messages()
    const isDone = rows.every(({ status }) => ['accepted', 'delivered', 'failed'].includes(status))
    // Read once more: the last receipts may have come after these rows.
    const isOver = isDone && carriers.every(({ reporting }) => reporting === 0)
    if (isOver || performance.now() > deadline) return installation.messages()
    await sleep(LOOK_MS)
  }
}

setTimeout(() => {
  console.error('the run took too long')
  void endAll({ keep: false }).finally(() => process.exit(1))
}, RUN_MAX_MS).unref()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void endAll({ keep: false }).finally(() => process.exit(1)))
try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.stack : error)
  process.exitCode = 1
} finally {
  await endAll({ keep: false })
}
process.exit()
