import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { findExcess, listClosed } from './budgets.ts'
import { ACCOUNT_SID, AUTH_TOKEN, FROM } from './fake-twilio.ts'
import { AUTHORIZATION } from './gatehouse.ts'
import { COUNTED_AS, count, createGuests, createPool, type Kind, type Place, type Seen } from './hostile-guests.ts'
import { percentiles } from './load.ts'
import type { Bench, Running } from './parts.ts'
import { cpuTime } from './processes.ts'
import { ms, printTable, whole } from './report.ts'

/** Of a hundred arrivals. */
const MIX: Record<Kind, number> = {
  honestApi: 56,
  honestPortal: 4,
  pumping: 10,
  guessing: 12,
  sameContact: 4,
  spending: 2,
  enumerating: 4,
  rotating: 8,
}
const KINDS = Object.entries(MIX).flatMap(([kind, share]) => Array<Kind>(share).fill(kind as Kind))
/** What is asked of an honest guest's start and check. */
const P99_MAX_MS = 250
/** Compiled code and full pools before anything counts. */
const WARM_UP_S = 5
const SETTLE_MS = 2_000

/** Guests by the clock, honest and hostile; then the database is searched for a budget that was exceeded by even one. */
export async function hostile({ options, fake, results, goals }: Bench, { gatehouse }: Running): Promise<void> {
  const { rate, seconds } = options.hostile
  const codes = new Map<string, Set<string>>()
  fake.onOther = (to, code) => codes.set(to, (codes.get(to) ?? new Set()).add(code))
  const place = await setUp(gatehouse, fake)
  const pool = createPool(gatehouse.origin)
  await arrive(place, pool, newSeen(), { rate: rate / 4, seconds: WARM_UP_S })

  const seen = newSeen()
  const cpu = cpuTime(gatehouse.pids())
  const own = process.cpuUsage()
  const begin = performance.now()
  const { failures, latest } = await arrive(place, pool, seen, { rate, seconds })
  const elapsedS = (performance.now() - begin) / 1000
  const cpuAfter = cpuTime(gatehouse.pids())
  const ownAfter = process.cpuUsage(own)
  const cores = {
    server: (cpuAfter.server_ms - cpu.server_ms) / 1000 / elapsedS,
    postgres: (cpuAfter.postgres_ms - cpu.postgres_ms) / 1000 / elapsedS,
    generator: (ownAfter.user + ownAfter.system) / 1e6 / elapsedS,
  }
  await sleep(SETTLE_MS)

  const closed = await tryClosed(gatehouse, codes)
  const found = await findExcess(gatehouse.database())
  await pool.close()
  fake.onOther = undefined

  const times = [
    ['start over the REST API', percentiles(seen.startMs.api)],
    ['check over the REST API', percentiles(seen.checkMs.api)],
    ['sign-up at the portal', percentiles(seen.startMs.portal)],
    ['code entered at the portal', percentiles(seen.checkMs.portal)],
  ] as const
  const all = {
    start: percentiles([...seen.startMs.api, ...seen.startMs.portal]),
    check: percentiles([...seen.checkMs.api, ...seen.checkMs.portal]),
  }
  const counts = Object.fromEntries([...seen.counts].map(([kind, of]) => [kind, Object.fromEntries(of)]))
  results.hostile = {
    rate,
    seconds,
    elapsed_s: elapsedS,
    requests: seen.requests,
    times,
    all,
    counts,
    cores,
    failures,
    found,
    closed,
  }
  printTable(
    `Hostile: ${whole(rate)} guests a second for ${seconds} s, ${MIX.honestApi + MIX.honestPortal} % honest; ${whole(seen.requests / elapsedS)} requests/s`,
    ['honest guests', 'p50 ms', 'p99 ms'],
    [...times, ['all starts', all.start] as const, ['all checks', all.check] as const].map(([what, { p50, p99 }]) => [
      what,
      ms(p50),
      ms(p99),
    ]),
  )
  console.log(
    `Cores: server ${cores.server.toFixed(2)}, PostgreSQL ${cores.postgres.toFixed(2)}, generator ${cores.generator.toFixed(2)}. The latest arrival was ${ms(latest)} ms behind the clock; ${pool.size} connections.`,
  )
  if (failures.length > 0) console.log(`${failures.length} guests met an error, the first: ${failures[0]}`)
  printTable(
    'What became of them',
    ['', '', 'times'],
    [...seen.counts].flatMap(([kind, of]) => [...of].sort().map(([what, n], i) => [i === 0 ? kind : '', what, whole(n)])),
  )
  printTable(
    'Budgets, by the database',
    ['', 'rows', 'furthest', 'exceeded by'],
    found.map(({ budget, counted, most, excess }) => [budget, whole(counted), whole(most), whole(excess)]),
  )
  console.log(`Right codes tried where the wrong ones are used up: ${closed.tried}, taken: ${closed.taken}.`)

  const honest = [...seen.counts].filter(([kind]) => kind.startsWith('honest')).flatMap(([, of]) => [...of])
  const served = honest.filter(([what]) => what === 'served').reduce((sum, [, n]) => sum + n, 0)
  const share =
    (100 * served) /
    Math.max(
      1,
      honest.reduce((sum, [, n]) => sum + n, 0),
    )
  const excess = found.reduce((sum, budget) => sum + budget.excess, 0) + closed.taken
  const at = `at ${rate} guests/s, hostile ones among them`
  goals.push({
    goal: `honest start p99 under ${P99_MAX_MS} ms ${at}`,
    measured: all.start.p99,
    unit: 'ms',
    met: all.start.p99 < P99_MAX_MS,
  })
  goals.push({
    goal: `honest check p99 under ${P99_MAX_MS} ms ${at}`,
    measured: all.check.p99,
    unit: 'ms',
    met: all.check.p99 < P99_MAX_MS,
  })
  goals.push({ goal: 'no budget exceeded by even one', measured: excess, unit: 'too many', met: excess === 0 })
  goals.push({ goal: 'honest guests served', measured: share, unit: '%', met: share >= 99 })
}

function newSeen(): Seen {
  return { startMs: { api: [], portal: [] }, checkMs: { api: [], portal: [] }, requests: 0, counts: new Map() }
}

/** A portal with a plan that asks for a number, and another whose gateway may send a hundred messages a day. */
async function setUp(gatehouse: Running['gatehouse'], fake: Bench['fake']): Promise<Place> {
  const unique = Date.now()
  const gateway = (name: string, more: object = {}) =>
    gatehouse.create('sms_gateways', {
      name: `${name} ${unique}`,
      provider: 'twilio',
      from: FROM,
      account_sid: ACCOUNT_SID,
      auth_token: AUTH_TOKEN,
      base_url: fake.origin,
      ...more,
    })
  const rich = await gateway('Rich')
  const poor = await gateway('Poor', { daily_spend_max: '1' })
  await gatehouse.create('sms_prices', { sms_gateway_id: poor, country: '*', price: '0.01' })
  const slug = `hostile-${unique}`
  const portal = { password_reset_method: 'sms', default_country: 'GB' }
  const portalId = await gatehouse.create('splash_portals', { ...portal, name: slug, slug, sms_gateway_ids: [rich] })
  const poorSlug = `poor-${unique}`
  const poorPortalId = await gatehouse.create('splash_portals', {
    ...portal,
    name: poorSlug,
    slug: poorSlug,
    sms_gateway_ids: [poor],
  })
  const planId = await gatehouse.create('usage_plans', {
    name: `Hostile ${unique}`,
    validation_method: 'sms',
    automatic_login: true,
    unlimited_usage: true,
    sms_gateway_ids: [rich],
    splash_portal_ids: [portalId],
  })
  // As an operator would before so many guests within an hour, in one country and through one gateway.
  const crowd = 100_000
  await gatehouse.set('limits', {
    country_sends_per_hour: crowd,
    portal_sends_per_hour: crowd,
    gateway_sends_per_hour: crowd,
    system_sends_per_hour: crowd,
    breaker_country_sends: crowd,
    breaker_gateway_sends: crowd,
  })
  return { origin: gatehouse.origin, fake, portalId, poorPortalId, slug, planId }
}

/** Lets guests arrive by the clock, whatever became of the earlier ones. Times count from when a request was due. */
async function arrive(
  place: Place,
  pool: ReturnType<typeof createPool>,
  seen: Seen,
  { rate, seconds }: { rate: number; seconds: number },
): Promise<{ failures: string[]; latest: number }> {
  const guests = createGuests(place, seen, pool)
  const failures: string[] = []
  const running = new Set<Promise<void>>()
  const begin = performance.now() + 20
  let latest = 0
  for (let i = 0; i < rate * seconds; ) {
    const due = begin + (i * 1000) / rate
    const now = performance.now()
    if (now < due) {
      await sleep(1)
      continue
    }
    latest = Math.max(latest, now - due)
    const kind = KINDS[randomInt(KINDS.length)] as Kind
    const one: Promise<void> = guests[kind](due)
      .catch((error: Error) => {
        failures.push(`${kind}: ${error.message}`)
        count(seen, COUNTED_AS[kind], 'met an error')
      })
      .finally(() => running.delete(one))
    running.add(one)
    i++
    // The answers that wait are read in between.
    if (i % 16 === 0) await new Promise(resolve => setImmediate(resolve))
  }
  await Promise.all(running)
  return { failures, latest }
}

/** Enters codes that are right where a contact or a browser has had all its wrong ones. */
async function tryClosed(
  { origin, database }: Running['gatehouse'],
  codes: Map<string, Set<string>>,
): Promise<{ tried: number; taken: number }> {
  let tried = 0
  let taken = 0
  for (const { id, contact } of await listClosed(database()))
    for (const code of codes.get(contact) ?? []) {
      const answer = await fetch(`${origin}/api/v1/validations/${id}/check`, {
        method: 'POST',
        headers: { ...AUTHORIZATION, 'content-type': 'application/json' },
        body: JSON.stringify({ code }),
      })
      tried++
      if ((await answer.text()).includes('approved')) taken++
    }
  return { tried, taken }
}
