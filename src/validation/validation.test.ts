import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp } from '../../test/harness.ts'
import { uuidv7 } from '../lib/random.ts'
import { cancelValidation, cancelValidationsOf } from './cancel.ts'
import { checkCode } from './check.ts'
import { deriveCode } from './code.ts'
import { issueCode, type NewValidation } from './issue.ts'
import { resendCode } from './resend.ts'

const { ctx, clock, database, close } = await createTestApp()
test.after(close)

let numbers = 0
const freshNumber = () => `+1555555${String(numbers++).padStart(4, '0')}`

async function start(over: Partial<NewValidation> = {}): Promise<{ id: string; contact: string; code: string; wrong: string }> {
  const contact = over.contact ?? freshNumber()
  const issued = await issueCode(ctx, { purpose: 'api', channel: 'sms', locale: 'en', ...over, contact })
  assert.equal(issued.outcome, 'issued')
  assert.ok(issued.outcome === 'issued')
  const code = await codeOf(issued.id)
  return { id: issued.id, contact, code, wrong: code === '000000' ? '000001' : '000000' }
}

async function codeOf(id: string): Promise<string> {
  const row = await ctx.db.kysely.selectFrom('validations').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  return deriveCode(ctx.keys, row)
}

const stateOf = (id: string) =>
  ctx.db.kysely
    .selectFrom('validations')
    .select(['status', 'checks', 'sends', 'generation', 'expires_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const budgetOf = (contact: string) =>
  ctx.db.kysely.selectFrom('contact_budgets').selectAll().where('key', '=', `sms:${contact}`).executeTakeFirstOrThrow()
const check = (id: string, code: string, sessionId: string | null = null) => checkCode(ctx, { ids: [id], sessionId, code })
const messagesOf = (id: string) =>
  ctx.db.kysely.selectFrom('messages').select(['status', 'to']).where('validation_id', '=', id).execute()

test('approves the right code once, and refuses it the second time', async () => {
  const { id, code } = await start()
  assert.equal((await check(id, code)).outcome, 'approved')
  assert.equal((await check(id, code)).outcome, 'refused')
  assert.equal((await stateOf(id)).status, 'approved')
})

test('burns the code after five wrong guesses', async () => {
  const { id, code, wrong } = await start()
  for (let i = 0; i < 5; i++) assert.equal((await check(id, wrong)).outcome, 'refused')
  assert.equal((await check(id, code)).outcome, 'refused')
  assert.deepEqual(await stateOf(id).then(({ status, checks }) => ({ status, checks })), { status: 'exhausted', checks: 5 })
})

test('accepts the right code at the last check that is left', async () => {
  const { id, code, wrong } = await start()
  for (let i = 0; i < 4; i++) await check(id, wrong)
  assert.equal((await check(id, code)).outcome, 'approved')
})

test('compares exactly five of fifty wrong guesses sent at once', async () => {
  const { id, contact, wrong } = await start()
  const results = await Promise.all(Array.from({ length: 50 }, () => check(id, wrong)))
  assert.ok(results.every(result => result.outcome === 'refused'))
  assert.equal((await stateOf(id)).checks, 5)
  assert.equal((await budgetOf(contact)).failures.length, 5)
})

test('compares exactly five of fifty wrong guesses sent at once through ten nodes', async () => {
  const nodes = await Promise.all(Array.from({ length: 10 }, () => createTestApp({ database, clock })))
  const { id, contact, wrong } = await start()
  await Promise.all(
    nodes.flatMap(node => Array.from({ length: 5 }, () => checkCode(node.ctx, { ids: [id], sessionId: null, code: wrong }))),
  )
  assert.equal((await stateOf(id)).checks, 5)
  assert.equal((await budgetOf(contact)).failures.length, 5)
  const right = await start()
  const results = await Promise.all(
    nodes.flatMap(node =>
      Array.from({ length: 5 }, () => checkCode(node.ctx, { ids: [right.id], sessionId: null, code: right.code })),
    ),
  )
  assert.equal(results.filter(result => result.outcome === 'approved').length, 1)
  await Promise.all(nodes.map(node => node.close()))
})

test('approves exactly once of fifty right codes sent at once', async () => {
  const { id, code } = await start()
  const results = await Promise.all(Array.from({ length: 50 }, () => check(id, code)))
  assert.equal(results.filter(result => result.outcome === 'approved').length, 1)
})

test('commits what goes with the approval exactly once, and approves nothing if it fails', async () => {
  const { id, code } = await start()
  const brought = () => database.query('select device from known_devices where contact = $1', [id])
  const once = (device: string) =>
    checkCode(ctx, { ids: [id], sessionId: null, code }, async trx => {
      const now = clock.now()
      await trx.insertInto('known_devices').values({ contact: id, device, proven_at: now, first_proven_at: now }).execute()
    })
  await assert.rejects(
    checkCode(ctx, { ids: [id], sessionId: null, code }, async () => {
      throw new Error('no')
    }),
    /^Error: no$/,
  )
  assert.equal((await stateOf(id)).status, 'pending')
  const results = await Promise.all(['a', 'b', 'c', 'd'].map(once))
  assert.equal(results.filter(result => result.outcome === 'approved').length, 1)
  assert.equal((await brought()).length, 1)
})

test('a code that is cancelled while its last check is under way is good for nothing, and stays exhausted', async () => {
  for (const wrongs of [0, 4]) {
    const { id, code, wrong } = await start()
    for (let i = 0; i < wrongs; i++) await check(id, wrong)
    const [row] = await database.query<{ contact: string }>('select contact from validations where id = $1', [id])
    const cancelled = () => ctx.db.transaction(trx => cancelValidationsOf(trx, { contact: row?.contact ?? '' }))
    assert.equal((await checkCode(ctx, { ids: [id], sessionId: null, code }, cancelled)).outcome, 'refused')
    assert.equal((await stateOf(id)).status, wrongs === 4 ? 'exhausted' : 'cancelled')
  }
})

test('lets a right code win among wrong ones while checks are left', async () => {
  for (let round = 0; round < 10; round++) {
    const { id, code, wrong } = await start()
    const guesses = [wrong, wrong, code, wrong, wrong]
    const results = await Promise.all(guesses.map(guess => check(id, guess)))
    assert.deepEqual(
      results.map(result => result.outcome),
      ['refused', 'refused', 'approved', 'refused', 'refused'],
    )
  }
})

test('spends nothing on what cannot be a code', async () => {
  const { id } = await start()
  for (const typed of ['', '12345', '1234567', 'abcdef', '12345\u0000', '9'.repeat(100_000)])
    assert.equal((await check(id, typed)).outcome, 'refused')
  assert.equal((await stateOf(id)).checks, 0)
})

test('counts wrong guesses against the contact however many codes are asked for', async () => {
  const contact = freshNumber()
  for (let round = 0; round < 2; round++) {
    const { id, wrong } = await start({ contact })
    for (let i = 0; i < 5; i++) await check(id, wrong)
  }
  const third = await start({ contact })
  assert.equal((await check(third.id, third.code)).outcome, 'refused', 'the right code, but the contact is closed for an hour')
  assert.deepEqual(await stateOf(third.id).then(({ status, checks }) => ({ status, checks })), { status: 'pending', checks: 0 })
  clock.advance(3601)
  const fourth = await start({ contact })
  assert.equal((await check(fourth.id, fourth.code)).outcome, 'approved')
  const { failures, failures_since_proof } = await budgetOf(contact)
  assert.deepEqual({ failures, failures_since_proof }, { failures: [], failures_since_proof: 0 })
})

test('never lets parallel guesses on several codes of a contact exceed its ten failures', async () => {
  const contact = freshNumber()
  const started = []
  for (let i = 0; i < 4; i++) started.push(await start({ contact }))
  await Promise.all(started.flatMap(({ id, wrong }) => Array.from({ length: 5 }, () => check(id, wrong))))
  const { failures } = await budgetOf(contact)
  assert.ok(failures.length <= 10, `${failures.length} guesses were compared`)
  assert.ok(failures.length >= 7)
})

test('accepts a code until its last millisecond and not at its end', async () => {
  const early = await start()
  const late = await start()
  const { expires_at } = await stateOf(late.id)
  clock.advance((expires_at.getTime() - clock.now().getTime() - 500) / 1000)
  assert.equal((await check(early.id, early.code)).outcome, 'approved')
  clock.advance(0.5)
  assert.equal((await check(late.id, late.code)).outcome, 'refused')
})

test('binds a code to the browser that asked for it, and a code of the API to its id', async () => {
  const now = clock.now()
  const portalId = uuidv7(now)
  await ctx.db.kysely
    .insertInto('splash_portals')
    .values({
      id: portalId,
      name: 'x',
      slug: 'x',
      password_reset_method: 'none',
      default_country: 'US',
      created_at: now,
      updated_at: now,
    })
    .execute()
  const sessions = [uuidv7(now), uuidv7(now)] as const
  for (const id of sessions)
    await ctx.db.kysely
      .insertInto('sessions')
      .values({ id, token_hash: Buffer.from(id), splash_portal_id: portalId, created_at: now, expires_at: now })
      .execute()
  const mine = await start({ purpose: 'sign_up', sessionId: sessions[0] })
  assert.equal((await check(mine.id, mine.code, sessions[1])).outcome, 'refused')
  assert.equal((await check(mine.id, mine.code, null)).outcome, 'refused')
  assert.equal((await stateOf(mine.id)).checks, 0, 'a stranger cannot spend the checks of another')
  assert.equal((await check(mine.id, mine.code, sessions[0])).outcome, 'approved')
  const api = await start()
  assert.equal((await check(api.id, api.code, sessions[0])).outcome, 'refused')
})

test('tries a code on both validations of a browser and gives back the check of the one it was not for', async () => {
  const first = await start()
  const second = await start({ channel: 'email', contact: 'a@example.com' })
  const ids = [first.id, second.id]
  const result = await checkCode(ctx, { ids, sessionId: null, code: second.code })
  assert.ok(result.outcome === 'approved' && result.validation.id === second.id)
  assert.equal((await stateOf(first.id)).checks, 0)
  assert.equal((await budgetOf(first.contact)).failures.length, 0)
  assert.equal((await checkCode(ctx, { ids, sessionId: null, code: first.wrong })).outcome, 'refused')
  assert.equal((await stateOf(first.id)).checks, 1)
})

test('never approves a decoy, not even by its own code', async () => {
  const { id, code } = await start({ decoy: true, budgetKey: 'reset:nobody' })
  assert.equal((await check(id, code)).outcome, 'refused')
  assert.equal((await stateOf(id)).checks, 1, 'it lives through the same states')
  assert.deepEqual(await messagesOf(id), [])
})

test('refuses the sixth start of a contact within an hour, says when to come back, and writes nothing', async () => {
  const contact = freshNumber()
  for (let i = 0; i < 5; i++) await start({ contact })
  const refused = await issueCode(ctx, { purpose: 'api', channel: 'sms', contact, locale: 'en' })
  assert.ok(refused.outcome === 'too_many')
  assert.ok(refused.retryAfterS > 3590 && refused.retryAfterS <= 3600, String(refused.retryAfterS))
  const { count } = await ctx.db.kysely
    .selectFrom('validations')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('contact', '=', contact)
    .executeTakeFirstOrThrow()
  assert.equal(count, 5)
  clock.advance(refused.retryAfterS)
  await start({ contact })
})

test('admits exactly five of forty starts of one contact sent at once', async () => {
  const contact = freshNumber()
  const results = await Promise.all(
    Array.from({ length: 40 }, () => issueCode(ctx, { purpose: 'api', channel: 'sms', contact, locale: 'en' })),
  )
  assert.equal(results.filter(result => result.outcome === 'issued').length, 5)
})

test('forgets the starts of a contact that was proven', async () => {
  const contact = freshNumber()
  for (let i = 0; i < 8; i++) {
    const { id, code } = await start({ contact })
    assert.equal((await check(id, code)).outcome, 'approved')
  }
})

test('resends the same code 30, 60 and 120 s apart, and no fifth time', async () => {
  const { id, code } = await start()
  for (const [wait, sends] of [
    [30, 2],
    [60, 3],
    [120, 4],
  ] as const) {
    clock.advance(wait - 2)
    const early = await resendCode(ctx, { id })
    assert.ok(early.outcome === 'too_soon' && early.retryAfterS > 0 && early.retryAfterS <= 2, JSON.stringify(early))
    clock.advance(2)
    assert.deepEqual(await resendCode(ctx, { id }), { outcome: 'sent', sends })
    assert.equal(await codeOf(id), code)
  }
  clock.advance(200)
  assert.deepEqual(await resendCode(ctx, { id }), { outcome: 'no_more' })
  assert.equal((await messagesOf(id)).length, 4)
  assert.equal((await check(id, code)).outcome, 'approved')
})

test('sends a new code when less than half of the old one’s life is left, and then only the new one is good', async () => {
  const { id, code, wrong } = await start()
  await check(id, wrong)
  clock.advance(301)
  assert.equal((await resendCode(ctx, { id })).outcome, 'sent')
  const renewed = await codeOf(id)
  assert.notEqual(renewed, code)
  clock.advance(590)
  assert.equal((await check(id, code)).outcome, 'refused')
  assert.equal((await stateOf(id)).checks, 2, 'a new code gives no checks back')
  assert.equal((await check(id, renewed)).outcome, 'approved')
})

test('sends once of twenty resends asked for at once', async () => {
  const { id } = await start()
  clock.advance(30)
  const results = await Promise.all(Array.from({ length: 20 }, () => resendCode(ctx, { id })))
  assert.equal(results.filter(result => result.outcome === 'sent').length, 1)
  assert.equal((await messagesOf(id)).length, 2)
})

test('resends, checks and cancels nothing that is cancelled, unknown or of another browser', async () => {
  const { id, code } = await start()
  assert.equal(await cancelValidation(ctx, id), true)
  assert.equal(await cancelValidation(ctx, id), false)
  assert.equal((await check(id, code)).outcome, 'refused')
  clock.advance(60)
  assert.deepEqual(await resendCode(ctx, { id }), { outcome: 'gone' })
  assert.deepEqual(await resendCode(ctx, { id: uuidv7(clock.now()) }), { outcome: 'gone' })
  assert.equal((await messagesOf(id)).length, 1)
})
