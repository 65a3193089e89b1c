import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCode } from '../../src/validation/check.ts'
import { deriveCode } from '../../src/validation/code.ts'
import { countStarts } from '../../src/validation/counted-starts.ts'
import { type Issued, issueCode, type NewValidation } from '../../src/validation/issue.ts'
import { resendCode } from '../../src/validation/resend.ts'
import { createTestApp, type TestApp } from '../harness.ts'

// British mobile numbers: the prefix is what is left without the last four digits.
const PREFIX = '+4474001'
const numberIn = (prefix: string, i: number) => `${prefix}2${String(i).padStart(4, '0')}`.slice(0, prefix.length + 5)
const COUNTER = `prefix:${PREFIX}2`

async function openApp(): Promise<TestApp> {
  const app = await createTestApp({ seed: 'demo', schedule: false })
  const [portal = ''] = app.ctx.catalogue.now.splashPortals.keys()
  assert.equal((await app.api('PATCH', `/splash_portals/${portal}`, { allowed_countries: ['*'] })).status, 200)
  return app
}

/** A guest at the portal who has solved whatever puzzle there was: only what holds for everybody is left. */
async function guestAsks({ ctx }: TestApp, over: Partial<NewValidation> & { contact: string }): Promise<Issued> {
  const [splashPortalId] = ctx.catalogue.now.splashPortals.keys()
  return issueCode(ctx, { purpose: 'sign_up', channel: 'sms', locale: 'en', splashPortalId, hasSolvedPuzzle: true, ...over })
}

async function prove({ ctx }: TestApp, issued: Issued): Promise<void> {
  assert.equal(issued.outcome, 'issued')
  assert.ok(issued.outcome === 'issued')
  const row = await ctx.db.kysely.selectFrom('validations').selectAll().where('id', '=', issued.id).executeTakeFirstOrThrow()
  const result = await checkCode(ctx, { ids: [row.id], sessionId: row.session_id, code: deriveCode(ctx.keys, row) })
  assert.equal(result.outcome, 'approved')
}

const admitted = (all: Issued[]) => all.filter(({ outcome }) => outcome === 'issued').length
const blocksOf = async (app: TestApp) => (await app.api('GET', '/blocks')).body.data

test('pumping: 5,000 codes asked for at once from 3,000 addresses on 200 numbers of a prefix, none entered, end after 20', async () => {
  const app = await openApp()
  const ask = (i: number) =>
    app.api('POST', '/validations', {
      channel: 'sms',
      to: numberIn(PREFIX, i % 200),
      client_ip: `198.18.${Math.floor((i % 3000) / 250)}.${(i % 250) + 1}`,
    })
  const answers = await Promise.all(Array.from({ length: 5000 }, (_, i) => ask(i)))
  const sent = answers.filter(({ status }) => status === 201).length
  assert.equal(sent, 20, 'exactly as many as the breaker allows without a proof')
  const refused = answers.filter(({ status }) => status === 429)
  assert.equal(refused.length, 4980)
  assert.ok(
    refused.every(({ body, headers }) => ['prefix', 'contact'].includes(body.limit) && Number(headers.get('retry-after')) > 0),
  )
  const [row] = await app.database.query<{ n: number }>('select count(*)::int as n from messages')
  assert.equal(row?.n, 20)

  // While the codes may still be entered nobody is blocked; once nobody has, the prefix is.
  assert.deepEqual(await blocksOf(app), [])
  app.clock.advance(4 * 60)
  assert.equal((await ask(7)).status, 429)
  const [block] = await blocksOf(app)
  assert.deepEqual(
    [block.kind, block.value, block.sends, block.proofs, block.strikes, block.active],
    ['prefix', `${PREFIX}2`, 20, 0, 1, true],
  )
  const until = (await ask(8)).headers.get('retry-after')
  assert.ok(Number(until) > 14 * 60 && Number(until) <= 15 * 60, `${until} s`)
  assert.match(await app.ctx.metrics.registry.metrics(), /gatehouse_blocks_total\{kind="prefix",shadow="false"\} 1/)
  await app.close()
})

test('a block that repeats lasts twice as long each time, lets fewer codes through in between, and is over by a proof', async () => {
  const app = await openApp()
  let i = 0
  const fill = async () => {
    let sent = 0
    while ((await guestAsks(app, { contact: numberIn(PREFIX, i++) })).outcome === 'issued') sent++
    return sent
  }
  const lasts: number[] = []
  const sent: number[] = []
  for (let round = 0; round < 4; round++) {
    sent.push(await fill())
    app.clock.advance(4 * 60)
    assert.equal(await fill(), 0)
    const [block] = await blocksOf(app)
    lasts.push((Date.parse(block.blocked_until) - Date.parse(block.blocked_at)) / 60_000)
    app.clock.advance((lasts.at(-1) as number) * 60 + 1)
  }
  assert.deepEqual(sent, [20, 5, 5, 5])
  assert.deepEqual(lasts, [15, 30, 60, 120])
  // Someone enters a code after all: one in five is enough.
  const guest = await guestAsks(app, { contact: numberIn(PREFIX, 900), purpose: 'api' })
  await prove(app, guest)
  assert.ok((await fill()) >= 4)
  await app.close()
})

test('an operator lifts a block, and it is as if nothing had been', async () => {
  const app = await openApp()
  for (let i = 0; i < 20; i++) assert.equal((await guestAsks(app, { contact: numberIn(PREFIX, i) })).outcome, 'issued')
  app.clock.advance(4 * 60)
  assert.equal((await guestAsks(app, { contact: numberIn(PREFIX, 30) })).outcome, 'too_many')
  const [block] = await blocksOf(app)
  assert.equal((await app.api('DELETE', `/blocks/${block.id}`)).status, 204)
  assert.deepEqual(await blocksOf(app), [])
  assert.equal((await app.api('DELETE', `/blocks/${block.id}`)).status, 404)
  for (let i = 40; i < 60; i++) assert.equal((await guestAsks(app, { contact: numberIn(PREFIX, i) })).outcome, 'issued')
  await app.close()
})

test('codes entered late lift the block that came in between', async () => {
  const app = await openApp()
  const started: Issued[] = []
  for (let i = 0; i < 20; i++)
    started.push(await guestAsks(app, { contact: numberIn(PREFIX, i), purpose: 'api', address: '198.18.0.1' }))
  app.clock.advance(4 * 60)
  assert.equal((await guestAsks(app, { contact: numberIn(PREFIX, 30) })).outcome, 'too_many')
  for (const issued of started.slice(0, 4)) await prove(app, issued)
  assert.equal((await guestAsks(app, { contact: numberIn(PREFIX, 31) })).outcome, 'issued')
  await app.close()
})

test('two nodes together never send more than 20 to a prefix, fresh codes and codes sent again', async () => {
  const app = await openApp()
  const other = await createTestApp({ database: app.database, clock: app.clock, schedule: false })
  const nodes = [app, other]
  const first = await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      guestAsks(nodes[i % 2] as TestApp, { contact: numberIn(PREFIX, i), purpose: 'api', address: '198.18.0.1' }),
    ),
  )
  assert.equal(admitted(first), 12)
  app.clock.advance(31)
  const again = first.map(issued => (issued.outcome === 'issued' ? issued.id : ''))
  const results = await Promise.all([
    ...again.map((id, i) => resendCode((nodes[i % 2] as TestApp).ctx, { id, address: '198.18.0.1' })),
    ...Array.from({ length: 30 }, (_, i) => guestAsks(nodes[i % 2] as TestApp, { contact: numberIn(PREFIX, 100 + i) })),
  ])
  assert.equal(results.filter(({ outcome }) => outcome === 'issued' || outcome === 'sent').length, 8)
  const [row] = await app.database.query<{ sends: number[] }>(`select sends from limit_counters where key = '${COUNTER}'`)
  assert.equal(
    row?.sends.reduce((sum, n) => sum + n, 0),
    20,
    'and what was refused is not counted',
  )
  await Promise.all([other.close(), app.close()])
})

test('a crowd of 300 on one prefix within a minute, of whom 80 % enter their codes, gets through', async () => {
  const app = await openApp()
  // Five a second, the code entered 15 s later; who is told to wait comes again when told.
  const waiting: { i: number; at: number }[] = Array.from({ length: 300 }, (_, i) => ({ i, at: Math.floor(i / 5) }))
  const proofs: { issued: Issued; at: number }[] = []
  const servedAt: number[] = []
  for (let second = 0; second < 600 && waiting.length > 0; second++) {
    for (const { issued } of proofs.filter(({ at }) => at === second)) await prove(app, issued)
    for (const guest of waiting.filter(({ at }) => at === second)) {
      const issued = await guestAsks(app, { contact: numberIn(PREFIX, guest.i), purpose: 'api', address: '198.18.0.1' })
      if (issued.outcome === 'issued') {
        waiting.splice(waiting.indexOf(guest), 1)
        servedAt.push(second - Math.floor(guest.i / 5))
        if (guest.i % 5 !== 0) proofs.push({ issued, at: second + 15 })
      } else guest.at = second + issued.retryAfterS
    }
    app.clock.advance(1)
  }
  assert.equal(servedAt.length, 300)
  assert.ok(Math.max(...servedAt) <= 60, `the last one waited ${Math.max(...servedAt)} s`)
  assert.deepEqual(await blocksOf(app), [])
  // From then on the prefix is known to be honest: a second crowd does not wait at all.
  const second = await Promise.all(Array.from({ length: 300 }, (_, i) => guestAsks(app, { contact: numberIn(PREFIX, 400 + i) })))
  assert.equal(admitted(second), 300)
  await app.close()
})

test('in shadow mode the breaker refuses nothing and tells what it would have blocked', async () => {
  const app = await openApp()
  await app.api('PATCH', '/limits', { breaker: 'shadow' })
  for (let i = 0; i < 20; i++) await guestAsks(app, { contact: numberIn(PREFIX, i) })
  app.clock.advance(4 * 60)
  const more = await Promise.all(Array.from({ length: 50 }, (_, i) => guestAsks(app, { contact: numberIn(PREFIX, 100 + i) })))
  assert.equal(admitted(more), 50)
  const [block] = await blocksOf(app)
  assert.deepEqual([block.value, block.shadow, block.active], [`${PREFIX}2`, true, true])
  await app.close()
})

test('a safe prefix or country is never blocked', async () => {
  const app = await openApp()
  for (const [limits, prefix] of [
    [{ safe_prefixes: ['+447400'] }, PREFIX],
    [{ safe_prefixes: [], safe_countries: ['FR'] }, '+336123'],
  ] as const) {
    await app.api('PATCH', '/limits', limits)
    const all = await Promise.all(Array.from({ length: 60 }, (_, i) => guestAsks(app, { contact: numberIn(prefix, i) })))
    assert.equal(admitted(all), 60, prefix)
  }
  await app.close()
})

test('a country and a gateway are blocked like a prefix, each at its own count', async () => {
  const app = await openApp()
  await app.api('PATCH', '/limits', { breaker_country_sends: 30, breaker_gateway_sends: 50 })
  const wide = (country: string, i: number) => `${country}${String(10 + i)}${'23456789'.slice(0, 7)}`
  const british = []
  for (let i = 0; i < 40; i++) british.push(await guestAsks(app, { contact: `+4474${String(10 + i)}123456` }))
  assert.equal(admitted(british), 30)
  const french = []
  for (let i = 0; i < 40; i++) french.push(await guestAsks(app, { contact: wide('+336', i).slice(0, 12) }))
  assert.equal(admitted(french), 20, 'what the gateway has left')
  assert.ok(french.some(issued => issued.outcome === 'too_many' && issued.by === 'gateway'))
  await app.close()
})

test('a batch of one guest is refused as a whole by the first limit it meets, and counts nowhere', async () => {
  const app = await openApp()
  await app.api('PATCH', '/limits', { breaker_prefix_sends: 1 })
  const base = { purpose: 'sign_up', locale: 'en', hasSolvedPuzzle: true } as const
  await guestAsks(app, { contact: numberIn(PREFIX, 1) })
  const counters = () => app.database.query('select key, sends from limit_counters where 0 <> any(sends) order by key')
  const before = await counters()
  const counted = await countStarts(app.ctx, [
    { ...base, channel: 'email', contact: 'ana@example.com', address: '203.0.113.1' },
    { ...base, channel: 'sms', contact: numberIn(PREFIX, 2) },
  ])
  assert.ok('outcome' in counted && counted.by === 'prefix')
  assert.deepEqual(await counters(), before)
  const rows = await app.database.query("select key from contact_budgets where cardinality(starts) > 0 and key like '%ana%'")
  assert.deepEqual(rows, [])
  await app.close()
})
