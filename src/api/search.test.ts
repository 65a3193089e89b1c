import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { createTestApp } from '../../test/harness.ts'
import { indexContacts, purgeContacts } from '../accounts/contact-index.ts'
import { uuidv7 } from '../lib/random.ts'
import { purge } from '../schedule.ts'
import { issueCode } from '../validation/issue.ts'

const app = await createTestApp({ seed: 'demo', schedule: false })
const { ctx, clock, database } = app
const api = await documentedApi(app)

async function list(path: string): Promise<{ ids: string[]; total: number }> {
  const { status, body } = await api('GET', path)
  assert.equal(status, 200, JSON.stringify(body))
  return { ids: body.data.map((record: { id: string }) => record.id), total: body.total }
}

/** Sends a code; answers the ids of its validation and message. */
async function send(contact: string): Promise<{ validation: string; message: string }> {
  const issued = await issueCode(ctx, {
    purpose: 'api',
    channel: contact.includes('@') ? 'email' : 'sms',
    contact,
    locale: 'en',
  })
  assert.equal(issued.outcome, 'issued')
  const validation = issued.outcome === 'issued' ? issued.id : ''
  const [row] = await database.query<{ id: string }>('select id from messages where validation_id = $1', [validation])
  return { validation, message: row?.id ?? '' }
}

/** A message that carries no code. */
async function notify(to: string): Promise<string> {
  const id = uuidv7(clock.now())
  await database.query(
    `insert into messages (id, channel, template, status, "to", locale, created_at, expires_at) values ($1, 'sms', 'password_changed', 'delivered', $2, 'en', $3, $3)`,
    [id, to, clock.now()],
  )
  return id
}

const indexed = async () =>
  (await database.query<{ contact: string }>('select contact from contact_index order by 1')).map(row => row.contact)
const minutes = (n: number) => clock.advance(n * 60)

/** What is searched for, and by what. */
const NUMBER = '+447912345678'
const QUERIES = ['+44 7912 345678', '07912 345 678', '0044 (0) 7912-345-678', '5678', '%2B447912345678', '345-67']
const searches = (list: 'messages' | 'validations') => QUERIES.map(q => `/${list}?q=${encodeURIComponent(decodeURIComponent(q))}`)

let sent: Awaited<ReturnType<typeof send>>
let notice: string

test('what was sent is found the moment it was, however the number is written', async () => {
  sent = await send(NUMBER)
  notice = await notify(NUMBER)
  await send('+15555550100')
  await send('ana@example.com')
  assert.deepEqual(await indexed(), [])
  for (const path of searches('messages'))
    assert.deepEqual(new Set((await list(path)).ids), new Set([sent.message, notice]), path)
  for (const path of searches('validations')) assert.deepEqual(await list(path), { ids: [sent.validation], total: 1 }, path)
  assert.equal((await list('/messages?q=EXAMPLE.com')).total, 1)
  assert.deepEqual((await list('/messages?q=nobody')).ids, [])
})

test('it stays found once it is indexed, with what came after that', async () => {
  minutes(11)
  assert.equal(await indexContacts(ctx), 3)
  assert.deepEqual(await indexed(), ['+15555550100', NUMBER, 'ana@example.com'].sort())
  const later = await send('+447900345678')
  const again = await send(NUMBER)
  for (const [path, ids] of [
    ['/messages?q=5678', [sent.message, notice, later.message, again.message]],
    ['/messages?q=07912345678', [sent.message, notice, again.message]],
    [`/messages?to=${encodeURIComponent(NUMBER)}`, [sent.message, notice, again.message]],
    [`/messages?to=${encodeURIComponent(NUMBER)}&template=code`, [sent.message, again.message]],
    ['/messages?q=5678&template=password_changed', [notice]],
  ] as const) {
    const found = await list(path)
    assert.deepEqual([new Set(found.ids), found.total], [new Set(ids), ids.length], path)
  }
  assert.deepEqual(
    new Set((await list('/validations?q=345678')).ids),
    new Set([sent, later, again].map(({ validation }) => validation)),
  )
  // A second run has nothing to do, and nothing is in twice.
  minutes(11)
  assert.equal(await indexContacts(ctx), 1)
  assert.equal(await indexContacts(ctx), 0)
  assert.equal((await list('/messages?q=5678')).total, 4)
})

test('what is committed after the index has passed its time comes in with the next run', async () => {
  const number = '+447911111222'
  await database.query(
    `insert into messages (id, channel, template, status, "to", locale, created_at, expires_at) values ($1, 'sms', 'code', 'delivered', $2, 'en', $3, $3)`,
    [uuidv7(clock.now()), number, new Date(clock.now().getTime() - 1_200_000)],
  )
  minutes(5)
  await indexContacts(ctx)
  assert.equal((await list('/messages?q=111222')).total, 1)
})

test('a message is found by its provider’s id, its error code and its own ids, whole', async () => {
  await database.query(
    `update messages set provider_message_id = 'SMabc123', status = 'failed', error_class = 'recipient', error_code = '30003' where id = $1`,
    [sent.message],
  )
  for (const q of ['SMabc123', '30003', sent.message, sent.message.toUpperCase(), sent.validation])
    assert.deepEqual(await list(`/messages?q=${q}`), { ids: [sent.message], total: 1 }, q)
  for (const q of ['SMabc', '3000', 'E', '3']) assert.equal((await list(`/messages?q=${q}`)).total, 0, q)
  assert.deepEqual((await list(`/validations?q=${sent.validation}`)).ids, [sent.validation])
})

test('a text that very many contacts have is found newest first, its total estimated, filters exact', async () => {
  const created = clock.now()
  await database.query(
    `insert into validations (id, purpose, channel, status, contact, budget_key, seed, last_sent_at, locale, created_at, expires_at)
     select gen_random_uuid(), 'api', 'email', case when n % 1000 = 0 then 'cancelled' else 'approved' end, 'crowd' || n || '@many.example', '', '', $1, 'en',
       $1::timestamptz + n * interval '1 ms', $1 from generate_series(1, 4000) n`,
    [created],
  )
  await database.query(
    `insert into messages (id, channel, template, status, "to", locale, validation_id, created_at, expires_at)
     select gen_random_uuid(), 'email', 'code', 'delivered', contact, 'en', id, created_at, expires_at from validations where contact like 'crowd%'`,
  )
  minutes(30)
  await indexContacts(ctx)
  for (const kind of ['messages', 'validations']) {
    const many = await list(`/${kind}?q=many.example&sort=created_at&order=desc&per_page=2`)
    assert.deepEqual([many.ids.length, many.total], [2, 4000])
    const [newest] = await database.query<{ id: string }>(`select id from ${kind} order by created_at desc limit 1`)
    assert.equal(many.ids[0], newest?.id)
    assert.equal((await list(`/${kind}?q=crowd4000`)).total, 1)
  }
  assert.equal((await list('/validations?q=many.example&status=cancelled')).total, 4)
  assert.equal((await list('/messages?q=many.example&status=failed')).total, 0)
})

test('large tables sort by time alone, and a span of time is read in its order', async () => {
  for (const kind of ['messages', 'validations']) {
    assertProblem(await api('GET', `/${kind}?sort=status`), 422, 'invalid', ['sort'])
    const ascending = (await list(`/${kind}?sort=created_at&per_page=500`)).ids
    const span = await list(`/${kind}?created_at_from=2020-01-01T00:00:00Z&per_page=500&sort=id`)
    assert.deepEqual(span.ids, ascending)
  }
})

test('accounts are found by parts of names in order, and by numbers in any form', async () => {
  const answer = await api('POST', '/accounts', { login: 'Ana77', first_name: 'Ana', last_name: 'Quintanilha', phone: NUMBER })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  await api('POST', '/accounts', { login: 'bob', first_name: 'Bob', phone: '+447900000001' })
  for (const q of ['ana77', 'QUINTA', 'ana quintanilha', '07912 345 678', '5678'])
    assert.deepEqual((await list(`/accounts?q=${encodeURIComponent(q)}`)).ids, [answer.body.id], q)
  assert.equal((await list('/accounts?q=quintanilha%20ana')).total, 0)
  assert.equal((await list('/accounts?q=%25')).total, 0)
})

test('who is erased is not found, and is not in the index', async () => {
  const number = '+447922000333'
  await send(number)
  minutes(11)
  await indexContacts(ctx)
  assert.ok((await indexed()).includes(number))
  const other = '+447922000444'
  await send(other)
  for (const phone of [number, other]) {
    const erased = await api('POST', '/persons/erase', { phone })
    assert.equal(erased.status, 200, JSON.stringify(erased.body))
  }
  minutes(11)
  await indexContacts(ctx)
  for (const kind of ['messages', 'validations']) assert.equal((await list(`/${kind}?q=7922000`)).total, 0)
  assert.deepEqual(
    (await indexed()).filter(contact => contact.startsWith('+447922')),
    [],
  )
})

test('without pg_trgm everything is found as well', async () => {
  await database.query('drop extension if exists pg_trgm cascade')
  assert.equal((await list('/messages?q=07912345678')).total, 3)
  assert.equal((await list('/validations?q=crowd4000')).total, 1)
  assert.equal((await list('/accounts?q=quintanilha')).total, 1)
})

test('a contact leaves the index with the last record that it was for', async () => {
  const { validations = 0, messages = 0 } = app.config.retentionDays
  assert.equal(await purgeContacts(ctx), 0)
  clock.advance((validations + 1) * 86_400)
  await purge(ctx)
  // The validations are gone, their messages are not.
  assert.deepEqual((await list('/validations')).total, 0)
  assert.equal((await list('/messages?q=07912345678')).total, 3)
  assert.equal((await list(`/messages?to=${encodeURIComponent(NUMBER)}`)).total, 3)
  clock.advance((messages - validations) * 86_400)
  await purge(ctx)
  assert.deepEqual(await indexed(), [])
})
