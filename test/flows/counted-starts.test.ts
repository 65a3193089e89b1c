import assert from 'node:assert/strict'
import { test } from 'node:test'
import { insertSession } from '../../src/accounts/session.ts'
import { type CountedStarts, countStarts, makeCodes, returnStarts } from '../../src/validation/counted-starts.ts'
import { issueCode } from '../../src/validation/issue.ts'
import { createTestApp, type TestApp } from '../harness.ts'
import { openLobby, PASSWORD } from '../lobby.ts'

let numbers = 0
const freshNumber = () => `+44740${String(2_000_000 + ++numbers * 10_007).slice(0, 7)}`
const start = (contact = freshNumber()) => ({ purpose: 'sign_up', channel: 'sms', contact, locale: 'en' }) as const

async function openApp(limits: object): Promise<TestApp> {
  const app = await createTestApp({ seed: 'demo', schedule: false })
  assert.equal((await app.api('PATCH', '/limits', limits)).status, 200)
  return app
}
async function take(app: TestApp, contact?: string): Promise<CountedStarts> {
  const counted = await countStarts(app.ctx, [start(contact)])
  return 'starts' in counted ? counted.starts : assert.fail(`refused by ${counted.by}`)
}
async function countedOn(app: TestApp, key: string): Promise<number> {
  const rows = await app.database.query<{ n: number }>(
    `select coalesce(sum(s), 0)::int as n from limit_counters, unnest(sends) s where key like '${key}%'`,
  )
  return rows[0]?.n ?? 0
}
const startsOf = (app: TestApp) =>
  app.database.query<{ n: number }>('select coalesce(sum(cardinality(starts)), 0)::int as n from contact_budgets')

test('a transaction that makes codes holds nothing that another guest’s start waits for', async () => {
  const app = await openApp({ portal_sends_per_hour: 50 })
  const [splashPortalId = ''] = app.ctx.catalogue.now.splashPortals.keys()
  const counted = await countStarts(app.ctx, [{ ...start(), splashPortalId }])
  assert.ok('starts' in counted)
  await app.ctx.db.hotTransaction(async trx => {
    const { id: sessionId } = insertSession(trx, { splashPortalId }, app.clock.now())
    await makeCodes(app.ctx, counted.starts, { sessionId }, trx)
    assert.equal((await issueCode(app.ctx, { ...start(), splashPortalId })).outcome, 'issued')
  })
  assert.equal(await countedOn(app, 'portal:'), 2, 'and each start is counted once')
  await app.close()
})

test('while half of all starts are given back, two nodes together never hold more than the limit, and each held one is counted', async () => {
  const app = await openApp({
    system_sends_per_hour: 25,
    country_sends_per_hour: null,
    prefix_sends_per_hour: null,
    breaker: 'off',
  })
  const other = await createTestApp({ database: app.database, clock: app.clock, schedule: false })
  let held = 0
  let most = 0
  let refused = 0
  await Promise.all(
    Array.from({ length: 300 }, async (_, i) => {
      const { ctx } = i % 2 ? app : other
      const counted = await countStarts(ctx, [start()])
      if (!('starts' in counted)) return void refused++
      most = Math.max(most, ++held)
      if (i % 4 < 2) return
      // Before it is given back it is not held any more.
      held--
      await returnStarts(ctx, counted.starts)
    }),
  )
  assert.ok(refused > 0 && most <= 25, `${most} held at once, ${refused} refused`)
  assert.equal(await countedOn(app, 'system:'), held)
  assert.deepEqual(await startsOf(app), [{ n: held }])
  await Promise.all([app.close(), other.close()])
})

test('a start that was given back gives nothing of what was counted after a block', async () => {
  const app = await openApp({ prefix_sends_per_hour: null, breaker_prefix_sends: 2 })
  const number = (i: number) => `+4474001200${String(i).padStart(2, '0')}`
  const early = await take(app, number(0))
  await take(app, number(1))
  app.clock.advance(240)
  assert.ok('outcome' in (await countStarts(app.ctx, [start(number(2))])), 'the prefix is blocked')
  await app.database.query("update limit_counters set minutes = '{0}', sends = '{5}', proofs = '{0}' where key like 'prefix:%'")
  await app.database.query(
    `update limit_counters set minutes = array[floor(extract(epoch from $1::timestamptz) / 60)::integer] where key like 'prefix:%'`,
    [early[0]?.at],
  )
  await returnStarts(app.ctx, early)
  assert.equal(await countedOn(app, 'prefix:'), 5)
  assert.deepEqual(await startsOf(app), [{ n: 1 }], 'but the contact has its start back')
  await app.close()
})

test('a start that was given back gives nothing of what was counted after an operator lifted a block', async () => {
  const app = await openApp({ prefix_sends_per_hour: null })
  const number = (i: number) => `+4474001300${String(i).padStart(2, '0')}`
  const early = await take(app, number(0))
  await app.database.query(
    "update limit_counters set blocked_at = $1, blocked_until = $1::timestamptz + interval '15 minutes' where key like 'prefix:%'",
    [app.clock.now()],
  )
  const { body } = await app.api('GET', '/blocks')
  assert.equal((await app.api('DELETE', `/blocks/${body.data[0].id}`)).status, 204)
  assert.equal((await app.api('GET', '/blocks')).body.total, 0)
  await take(app, number(1))
  await returnStarts(app.ctx, early)
  assert.equal(await countedOn(app, 'prefix:'), 1)
  await app.close()
})

test('thirty sign-ups for one login at once: one gets it, and the others’ starts are given back', async () => {
  const lobby = await openLobby()
  const form = { usage_plan_id: lobby.plan('Guest Wi-Fi'), login: 'ana', password: PASSWORD, password_confirmation: PASSWORD }
  const phones = Array.from({ length: 30 }, (_, i) => `+1555555${String(i).padStart(4, '0')}`)
  const answers = await Promise.all(phones.map(phone => lobby.guest().post(lobby.path('sign_up'), { ...form, phone })))
  assert.equal(answers.filter(({ status }) => status === 303).length, 1)
  const [sent] = await lobby.database.query<{ n: number }>('select count(*)::int as n from validations')
  assert.equal(sent?.n, 1)
  assert.deepEqual(await lobby.database.query('select count(*)::int as n from contact_budgets where cardinality(starts) > 0'), [
    { n: 1 },
  ])
  assert.deepEqual(
    await lobby.database.query("select s as n from limit_counters, unnest(sends) s where key like 'system:%' and s <> 0"),
    [{ n: 1 }],
  )
  await lobby.close()
})
