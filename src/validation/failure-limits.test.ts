import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp, type TestApp } from '../../test/harness.ts'
import { flushProofs } from '../limits/note-proofs.ts'
import { checkCode } from './check.ts'
import { deriveCode } from './code.ts'
import { issueCode, type NewValidation } from './issue.ts'

let numbers = 0
const freshNumber = () => `+1555${String(++numbers).padStart(7, '0')}`

/** Nothing but the limits named holds. */
async function openApp(limits: Record<string, unknown>): Promise<TestApp> {
  const app = await createTestApp({ seed: 'demo', schedule: false })
  const none = { device_codes_per_hour: null, address_sends_per_hour: null, system_sends_per_hour: null }
  const all = { device_failures_per_hour: null, address_failures_per_hour: null, ...none, ...limits }
  assert.equal((await app.api('PATCH', '/limits', all)).status, 200)
  return app
}

interface Code {
  id: string
  right: string
  wrong: string
}

async function ask({ ctx }: TestApp, over: Partial<NewValidation>): Promise<Code> {
  const issued = await issueCode(ctx, { purpose: 'api', channel: 'sms', contact: freshNumber(), locale: 'en', ...over })
  assert.ok(issued.outcome === 'issued')
  const row = await ctx.db.kysely.selectFrom('validations').selectAll().where('id', '=', issued.id).executeTakeFirstOrThrow()
  const right = deriveCode(ctx.keys, row)
  return { id: issued.id, right, wrong: right === '000000' ? '000001' : '000000' }
}

const enter = async ({ ctx }: TestApp, id: string, code: string) =>
  (await checkCode(ctx, { ids: [id], sessionId: null, code })).outcome
const ADDRESS = '203.0.113.7'
const codes = (app: TestApp, n: number, over: (i: number) => Partial<NewValidation>) =>
  Promise.all(Array.from({ length: n }, (_, i) => ask(app, over(i))))
const taken = async ({ database }: TestApp, kind: string) =>
  (
    await database.query<{ n: number }>(
      `select coalesce(sum(t), 0)::int as n from failure_counters, unnest(taken) t where key like '${kind}:%'`,
    )
  )[0]?.n

/** How many of the checks of these codes were compared: what a right code among them would have had a chance in. */
async function compared({ database }: TestApp): Promise<number> {
  const [row] = await database.query<{ n: number }>(
    'select coalesce(sum(cardinality(failures)), 0)::int as n from contact_budgets',
  )
  return row?.n ?? -1
}

test('a browser’s wrong codes stop at its limit, to the check, guessed at once on twenty numbers through two nodes', async () => {
  const app = await openApp({ device_failures_per_hour: 10 })
  const other = await createTestApp({ database: app.database, clock: app.clock, schedule: false })
  const all = await codes(app, 20, () => ({ device: 'guesser' }))
  const nodes = [app, other]
  await Promise.all(all.flatMap(({ id, wrong }) => [0, 1, 2, 3].map(i => enter(nodes[i % 2] as TestApp, id, wrong))))
  assert.equal(await compared(app), 10)
  assert.equal(await taken(app, 'device'), 10)
  const last = await ask(app, { device: 'guesser' })
  assert.equal(await enter(app, last.id, last.right), 'refused', 'right ones are refused as well')
  const stranger = await ask(app, { device: 'somebody else' })
  assert.equal(await enter(app, stranger.id, stranger.right), 'approved')
  app.clock.advance(3662)
  const later = await ask(app, { device: 'guesser' })
  assert.equal(await enter(app, later.id, later.right), 'approved', 'an hour later there is room again')
  await Promise.all([other.close(), app.close()])
})

test('past the limit of a client address each code has one try, guessed at once through two nodes', async () => {
  const app = await openApp({ address_failures_per_hour: 12 })
  const other = await createTestApp({ database: app.database, clock: app.clock, schedule: false })
  const nodes = [app, other]
  const all = await codes(app, 20, i => ({ address: ADDRESS, device: `browser-${i}` }))
  await Promise.all(all.flatMap(({ id, wrong }) => [0, 1, 2, 3].map(i => enter(nodes[i % 2] as TestApp, id, wrong))))
  assert.equal(await taken(app, 'address'), 12)
  const least = 20
  const most = 20 + 12
  const n = await compared(app)
  assert.ok(n >= least && n <= most, `${n} compared: the first of each code, and twelve more at most`)
  const honest = await ask(app, { address: ADDRESS, device: 'honest' })
  assert.equal(await enter(app, honest.id, honest.right), 'approved', 'who types it right the first time is not locked out')
  await flushProofs(app.ctx)
  await Promise.all([other.close(), app.close()])
})

test('an IPv6 network is one address, and another network is not', async () => {
  const app = await openApp({ address_failures_per_hour: 3 })
  const all = await codes(app, 6, i => ({ address: `2001:db8:5:6:${i}::${i + 1}` }))
  for (const { id, wrong } of all) for (let i = 0; i < 2; i++) await enter(app, id, wrong)
  assert.equal(await taken(app, 'address'), 3)
  const [blocked, open] = [await ask(app, { address: '2001:db8:5:6::77' }), await ask(app, { address: '2001:db8:5:7::77' })]
  for (const code of [blocked, open]) await enter(app, code.id, code.wrong)
  assert.equal(await enter(app, blocked.id, blocked.right), 'refused')
  assert.equal(await enter(app, open.id, open.right), 'approved')
  await app.close()
})

test('a browser that has proven the contact is not locked out by a stranger at the same address, nor by its own guesses elsewhere', async () => {
  const app = await openApp({ address_failures_per_hour: 5, device_failures_per_hour: 5 })
  const owner = { contact: freshNumber(), device: 'owner', address: ADDRESS }
  const first = await ask(app, owner)
  assert.equal(await enter(app, first.id, first.right), 'approved')
  for (const device of ['stranger', 'owner', 'other'])
    for (const { id, wrong } of await codes(app, 4, () => ({ device, address: ADDRESS })))
      for (let i = 0; i < 5; i++) await enter(app, id, wrong)
  const again = await ask(app, owner)
  assert.equal(await enter(app, again.id, again.wrong), 'refused')
  assert.equal(await enter(app, again.id, again.right), 'approved')
  await app.close()
})

test('300 guests behind one address, of whom a fourth mistypes once, and one browser for thirty of them, all prove their numbers', async () => {
  const app = await openApp({ address_failures_per_hour: 20, device_failures_per_hour: 3 })
  for (let i = 0; i < 300; i += 10) {
    const group = await codes(app, 10, at => ({ address: ADDRESS, device: `tablet-${Math.floor((i + at) / 30)}` }))
    for (const [at, { id, right, wrong }] of group.entries()) {
      if (at % 4 === 0) assert.equal(await enter(app, id, wrong), 'refused')
      assert.equal(await enter(app, id, right), 'approved', `guest ${i + at}`)
      await flushProofs(app.ctx)
    }
  }
  await app.close()
})

test('a check that is refused by a limit answers in the same words as a wrong one, and costs the contact nothing', async () => {
  const app = await openApp({ device_failures_per_hour: 1 })
  const start = () => app.api('POST', '/validations', { channel: 'sms', to: freshNumber(), device: 'one' })
  const [first, second] = [await start(), await start()]
  const enterAt = (id: string) => app.api('POST', `/validations/${id}/check`, { code: '000000' })
  const [wrong, limited] = [await enterAt(first.body.id), await enterAt(second.body.id)]
  assert.deepEqual([wrong.status, wrong.body], [limited.status, limited.body])
  assert.equal(await compared(app), 1)
  await app.close()
})

test('without limits, and for programs that name neither browser nor address, nothing is counted', async () => {
  const app = await openApp({ device_failures_per_hour: 10, address_failures_per_hour: 10 })
  const plain = await ask(app, {})
  assert.equal(await enter(app, plain.id, plain.wrong), 'refused')
  assert.equal(
    (await app.api('PATCH', '/limits', { device_failures_per_hour: null, address_failures_per_hour: null })).status,
    200,
  )
  const named = await ask(app, { device: 'd', address: ADDRESS })
  assert.equal(await enter(app, named.id, named.wrong), 'refused')
  assert.deepEqual(await app.database.query('select key from failure_counters'), [])
  await app.close()
})
