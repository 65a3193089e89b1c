import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verifyAuditTrail } from '../../src/db/audit-trail.ts'
import { listErasedOptOuts } from '../../src/messages/erased-opt-outs.ts'
import { hearInbound } from '../../src/messages/opt-out.ts'
import { settle } from '../../src/messages/settle.ts'
import { listSimulatorMessages } from '../../src/simulator/store.ts'
import { rollUpStatistics } from '../../src/statistics/rollup.ts'
import { assertProblem, documentedApi } from '../api.ts'
import { createTestApp, eventually } from '../harness.ts'
import { openLobby, type Row } from '../lobby.ts'

const lobby = await openLobby()
const { ctx, database, clock } = lobby
const api = await documentedApi(lobby)

const PHONE = '+15555550123'
const EMAIL = 'anabela.quintanilha@example.com'
const ANA = { phone: PHONE, email: EMAIL, login: 'quintanilha-77', first_name: 'Anabela', last_name: 'Quintanilha' }
/** Whatever she can be known by, in any spelling. */
const TRACES = [/5555550123/, /anabela/i, /quintanilha/i]
const BOB = { phone: '+15555550124', email: 'bob@example.com', login: 'bob-88' }

const gateway = [...ctx.catalogue.now.smsGateways.values()][0]
assert.ok(gateway)

/** Every row of every table there is, as text, and bytes as the text that they may hold. */
async function dump(): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  assert.ok(tables.length > 30)
  const rows = await Promise.all(
    tables.map(async ({ name }) => [
      name,
      ...(await database.query<{ row: string }>(`select t::text as row from ${name} t`)).map(({ row }) => row),
    ]),
  )
  const text = rows.flat().join('\n')
  const bytes = [...text.matchAll(/\\x([0-9a-f]{8,})/g)].map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
  return [text, ...bytes, JSON.stringify(await listSimulatorMessages(ctx))].join('\n')
}

async function idOf(login: string): Promise<string> {
  return (await lobby.account(login)).id
}

const countMessages = async () =>
  (await database.query<Row>('select channel, status, count(*)::int as n from messages group by 1, 2 order by 1, 2')) as Row[]

/** Leaves of a guest whatever a guest can leave. */
async function live(person: typeof BOB & { first_name?: string; last_name?: string }): Promise<void> {
  await lobby.join('Guest Wi-Fi', person)
  const guest = lobby.guest()
  await guest.post(lobby.path('login'), { login: person.login, password: 'wrong password' })
  await guest.post(lobby.path('login'), { login: person.phone, password: 'wrong password' })
  await guest.post(lobby.path('login'), { login: person.email, password: 'wrong password' })
  await guest.submit(lobby.path('forgot_password'), { login: person.login })
  await guest.post(lobby.path('reset_password'), { code: '000000' })
  const started = await api('POST', '/validations', { channel: 'email', to: person.email })
  assert.equal(started.status, 201)
  await api('POST', `/validations/${started.body.id}/check`, { code: '000000' })
  const note = `${person.login} asked by letter`
  assert.equal((await api('PATCH', `/accounts/${await idOf(person.login)}`, { note, max_devices: 3 })).status, 200)
  assert.equal((await api('POST', '/suppressions', { channel: 'email', contact: person.email, note })).status, 201)
  assert.equal(await hearInbound(ctx, gateway?.id ?? '', { from: person.phone, to: gateway?.from ?? '', text: 'STOP' }), 'stop')
  await lobby.countMessages()
  // Providers like to repeat the number in what they say.
  const said = `No route to ${person.phone.slice(1)} (${person.email})`
  await database.query('update messages set error_message = $1, provider_message_id = $2 where "to" = $3', [
    said,
    `id-${person.phone}`,
    person.phone,
  ])
  await database.query(
    `insert into message_events (message_id, at, status, source, provider_message_id, error_message)
     select id, created_at, 'failed', 'receipt', $1, $1 from messages where "to" = any($2)`,
    [said, [person.phone, person.email]],
  )
  await database.query(
    'update message_attempts set error_message = $1 where message_id in (select id from messages where "to" = $2)',
    [said, person.phone],
  )
}

await live(ANA)
await live(BOB)
// Somebody who typed her number and got no further; and somebody who is known by another contact and named hers as well.
await lobby.guest().submit(lobby.path('sign_up'), {
  usage_plan_id: lobby.plan('Guest Wi-Fi'),
  login: 'anabela.again',
  phone: PHONE,
  password: 'lantern over the quay',
  password_confirmation: 'lantern over the quay',
})
await api('POST', '/accounts', { login: 'carol-99', email: 'carol@example.com', phone: PHONE })
await database.query(`update accounts set email_validated_at = created_at where login = 'carol-99'`)
await lobby.countMessages()

test('an export holds everything that is kept about a guest, and nothing of anybody else', async () => {
  const { status, body } = await api('GET', `/accounts/${await idOf(ANA.login)}/export`)
  assert.equal(status, 200)
  assert.deepEqual([...body.contacts].sort(), [PHONE, EMAIL].sort())
  assert.deepEqual(body.accounts.map((account: Row) => account.login).sort(), ['anabela.again', ANA.login])
  for (const kind of ['sessions', 'validations', 'messages', 'budgets', 'suppressions', 'audit_events', 'simulator_messages'])
    assert.ok(body[kind].length > 0, kind)
  const text = JSON.stringify(body)
  assert.match(text, /Anabela/)
  assert.doesNotMatch(text, /5555550124|bob|carol/i)
  assert.doesNotMatch(text, /password_hash|token_hash|seed|argon2/)
  // What the simulator shows is told of, but a code is not repeated.
  assert.deepEqual(Object.keys(body.simulator_messages[0]).sort(), ['at', 'channel', 'from', 'to'])
  const byContact = await api('POST', '/persons/export', { phone: PHONE })
  const { exported_at: at, ...rest } = byContact.body
  assert.ok(at)
  assert.equal(JSON.stringify(rest.messages), JSON.stringify(body.messages))
  assert.equal(JSON.stringify(rest.accounts), JSON.stringify(body.accounts))
})

test('who read everything about a guest is in the audit trail, and so in the next export', async () => {
  const id = await idOf(BOB.login)
  const exports = async () => {
    const { body } = await api('GET', `/audit_events?action=export&record_id=${id}`)
    return body.data.map(({ actor, resource, changes }: Row) => ({ actor, resource, changes }))
  }
  assert.deepEqual(await exports(), [])
  const { body } = await api('GET', `/accounts/${id}/export`)
  const noted = { actor: 'root key (GATEHOUSE_API_KEY)', resource: 'accounts', changes: {} }
  assert.deepEqual(await exports(), [noted])
  const again = await api('GET', `/accounts/${id}/export`)
  assert.equal(again.body.audit_events.length, body.audit_events.length + 1)
  assert.equal((await api('GET', '/accounts/0199a7a0-5c00-7000-8000-0000000000ff/export')).status, 404)
})

test('every column that could say who somebody is is known to the export and the erasure', async () => {
  const columns = await database.query<{ name: string }>(
    `select c.table_name || '.' || c.column_name as name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name ~
       '(contact|phone|email|^to$|login|name$|device|address|mac$|account_id|session_id|validation_id|message_id|note|detail|error_message|budget_key|ip)'
     order by 1`,
  )
  // A column that is new here: have src/accounts/export-person.ts and erase-person.ts deal with it, or say below why not.
  const operators =
    /^(administrators|administrator_\w+|account_groups|api_keys|carriers|limits|settings|mail_servers|sms_gateways|sms_prices|splash_portals|usage_plans|migrations|node_keys|secret_keys)\./
  const handled = [
    'accounts.email',
    'accounts.email_validated_at',
    'accounts.first_name',
    'accounts.last_name',
    'accounts.login',
    'accounts.login_key',
    'accounts.max_devices',
    'accounts.note',
    'accounts.phone',
    'accounts.phone_validated_at',
    'audit_events.mac',
    'contact_index.contact',
    'known_devices.contact',
    'known_devices.device',
    'message_attempts.error_message',
    'message_attempts.message_id',
    'message_events.error_message',
    'message_events.message_id',
    'message_events.provider_message_id',
    'messages.account_id',
    'messages.error_message',
    'messages.provider_message_id',
    'messages.to',
    'messages.validation_id',
    'sessions.account_id',
    'sessions.address',
    'sessions.device',
    'suppressions.contact',
    'suppressions.detail',
    'suppressions.message_id',
    'suppressions.note',
    'validations.account_id',
    'validations.budget_key',
    'validations.contact',
    'validations.device',
    'validations.session_id',
  ]
  const unknown = columns.map(({ name }) => name).filter(name => !operators.test(name) && !handled.includes(name))
  assert.deepEqual(unknown, [])
})

test('an erasure leaves no trace of a guest in the database, and everybody else as they were', async () => {
  const bob = JSON.stringify({ ...(await api('POST', '/persons/export', { email: BOB.email })).body, exported_at: '' })
  clock.advance(3 * 3600)
  await rollUpStatistics(ctx)
  const statistics = await database.query('select * from message_stats order by 1, 2')
  const messages = await countMessages()
  const before = await dump()
  for (const trace of TRACES) assert.ok(trace.test(before), `the test would find ${trace}`)

  const { status, body } = await api('POST', `/accounts/${await idOf(ANA.login)}/erase`)
  assert.equal(status, 200)
  assert.equal(body.accounts_deleted, 2)
  assert.equal(body.suppressions_kept, 2)
  for (const count of [
    'sessions_deleted',
    'validations_anonymised',
    'messages_anonymised',
    'budgets_deleted',
    'simulator_messages_deleted',
  ])
    assert.ok(body[count] > 0, count)

  const after = await dump()
  assert.deepEqual(
    after.split('\n').filter(line => TRACES.some(trace => trace.test(line))),
    [],
  )
  assert.deepEqual(await countMessages(), messages, 'messages are still counted')
  assert.deepEqual(await database.query('select * from message_stats order by 1, 2'), statistics)
  await database.query('delete from message_stats')
  await database.query('delete from message_stats_hours')
  await rollUpStatistics(ctx)
  assert.deepEqual(
    await database.query('select * from message_stats order by 1, 2'),
    statistics,
    'counted anew they are the same',
  )
  const carol = await lobby.account('carol-99')
  assert.deepEqual([carol.email, carol.phone], ['carol@example.com', null])
  const bobAfter = JSON.stringify({ ...(await api('POST', '/persons/export', { email: BOB.email })).body, exported_at: '' })
  assert.equal(bobAfter, bob)
})

test('an erasure is in the audit trail without the contact, and the trail is intact', async () => {
  const { body } = await api('GET', '/audit_events?resource=persons&action=erase')
  assert.equal(body.total, 1)
  assert.equal(body.data[0].changes.accounts_deleted, 2)
  assert.doesNotMatch(JSON.stringify(body), /0123|@/)
  assert.equal((await verifyAuditTrail(ctx.db, ctx.keys)).outcome, 'intact')
  assertProblem(await api('POST', `/accounts/${body.data[0].record_id}/erase`), 404, 'not_found')
})

test('who has said STOP is not sent to after an erasure either, until that phone says START', async () => {
  const found = await api('POST', '/persons/export', { phone: PHONE })
  assert.deepEqual(
    found.body.suppressions.map((row: Row) => row.reason),
    ['opted_out'],
  )
  assert.equal(
    (await api('GET', '/suppressions?reason=opted_out')).body.data.filter((row: Row) => row.contact === 'erased').length,
    1,
  )
  const start = async () => {
    clock.advance(3600)
    const { body } = await api('POST', '/validations', { channel: 'sms', to: PHONE })
    return eventually(async () => {
      const [row] = await database.query<Row>(
        `select status, error_code from messages where validation_id = $1 and status not in ('queued', 'sending')`,
        [body.id],
      )
      return row
    })
  }
  assert.deepEqual(await start(), { status: 'failed', error_code: 'opted_out' })
  assert.equal(await hearInbound(ctx, gateway.id, { from: PHONE, to: gateway.from, text: 'START' }), 'start')
  assert.equal((await start()).status, 'accepted')
})

test('every node knows of an opt-out that was erased on another', async () => {
  const other = await createTestApp({ database, clock, schedule: false })
  const to = '+15555550188'
  const known = () => listErasedOptOuts(other.ctx, { channel: 'sms', to })
  assert.deepEqual(await known(), [])
  assert.equal((await api('POST', '/suppressions', { channel: 'sms', contact: to })).status, 201)
  assert.equal((await api('POST', '/persons/erase', { phone: to })).body.suppressions_kept, 1)
  await eventually(async () => (await known()).length === 1)
  // What an operator has put in holds whatever gateway would send.
  const { body } = await api('POST', '/validations', { channel: 'sms', to })
  const [row] = await eventually(async () => {
    const rows = await database.query<Row>(
      `select status, error_code from messages where validation_id = $1 and status = 'failed'`,
      [body.id],
    )
    return rows.length > 0 ? rows : undefined
  })
  assert.equal(row?.error_code, 'opted_out')
  await other.close()
})

test('deleting the suppression of an erased person lifts it on every node', async () => {
  const other = await createTestApp({ database, clock, schedule: false })
  const to = '+15555550187'
  const nodes = [ctx, other.ctx]
  const known = async () => (await Promise.all(nodes.map(node => listErasedOptOuts(node, { channel: 'sms', to })))).flat().length
  await api('POST', '/suppressions', { channel: 'sms', contact: to })
  await api('POST', '/persons/erase', { phone: to })
  await eventually(async () => (await known()) === 2)
  const { data } = (await api('GET', '/suppressions?reason=manual&sort=created_at&order=desc')).body
  const [kept] = data.filter((row: Row) => row.contact === 'erased')
  assert.equal((await api('DELETE', `/suppressions/${kept.id}`)).status, 204)
  await eventually(async () => (await known()) === 0)
  await other.close()
})

test('whoever has no account is exported and erased by contact; erasing twice, or nobody, changes nothing more', async () => {
  const free = '+15555550177'
  await api('POST', '/validations', { channel: 'sms', to: free })
  await lobby.countMessages()
  const found = await api('POST', '/persons/export', { phone: '+1 (555) 555-0177' })
  assert.equal(found.body.validations.length, 1)
  assert.equal(found.body.accounts.length, 0)
  assert.ok(/5555550177/.test(await dump()))
  const first = await api('POST', '/persons/erase', { phone: free })
  assert.deepEqual([first.body.validations_anonymised, first.body.messages_anonymised], [1, 1])
  assert.ok(!/5555550177/.test(await dump()))
  const second = await api('POST', '/persons/erase', { phone: free })
  const { erasure_id: erasureId, ...counts } = second.body
  assert.ok(erasureId !== first.body.erasure_id)
  assert.deepEqual(new Set(Object.values(counts)), new Set([0]))
})

test('whom to export or erase is one phone or one email', async () => {
  for (const path of ['/persons/export', '/persons/erase'])
    for (const [body, fields] of [
      [{}, ['email', 'phone']],
      [{ phone: PHONE, email: EMAIL }, ['email', 'phone']],
      [{ phone: '555-0123' }, ['phone']],
      [{ phone: 'x' }, ['phone']],
      [{ email: 'nobody' }, ['email']],
      [{ email: 'a@b.example, c@d.example' }, ['email']],
      [{ login: 'ana' }, ['login']],
    ] as const)
      assertProblem(await api('POST', path, body), 422, 'invalid', [...fields])
  for (const path of ['/accounts/0199a7a0-5c00-7000-8000-0000000000ff/export', '/accounts/x/export'])
    assertProblem(await api('GET', path), 404, 'not_found')
})

test('a login that reads like somebody else’s contact, or like an operator’s login, makes nothing of theirs its own', async () => {
  const dana = { phone: '+15555550144', email: 'dana@example.com', login: 'dana-90' }
  await lobby.join('Resident', dana)
  await api('POST', '/validations', { channel: 'email', to: dana.email })
  // Nobody with an account has this one.
  await api('POST', '/validations', { channel: 'email', to: 'eve@example.com' })
  await lobby.join('Free hour', { login: dana.email })
  await lobby.join('Free hour', { login: 'eve@example.com' })
  await lobby.join('Free hour', { login: 'operator' })
  for (const [key, device] of [
    ['administrator:operator', 'A'.repeat(22)],
    [`login:${dana.email}`, 'B'.repeat(22)],
  ]) {
    await database.query('insert into known_devices (contact, device, proven_at) values ($1, $2, $3)', [key, device, clock.now()])
    await database.query('insert into contact_budgets (key, failures, touched_at) values ($1, array[$2::timestamptz], $2)', [
      `${key}@${device}`,
      clock.now(),
    ])
  }
  await lobby.countMessages()
  const theirs = () =>
    Promise.all([
      database.query(`select id, "to", status from messages where "to" in ($1, 'eve@example.com') order by id`, [dana.email]),
      database.query(`select id, contact, status from validations where contact in ($1, 'eve@example.com') order by id`, [
        dana.email,
      ]),
      database.query(`select contact, device from known_devices order by 1, 2`),
      database.query(`select key from contact_budgets where key like 'administrator:%' or key like $1 order by 1`, [
        `%:${dana.email}%`,
      ]),
    ])
  const before = await theirs()
  for (const login of [dana.email, 'eve@example.com', 'operator']) {
    const id = await idOf(login)
    const { body } = await api('GET', `/accounts/${id}/export`)
    for (const kind of ['validations', 'messages', 'known_devices', 'simulator_messages']) assert.deepEqual(body[kind], [], kind)
    assert.ok(!JSON.stringify(body.budgets).includes('administrator:'))
    assert.equal((await api('POST', `/accounts/${id}/erase`)).body.accounts_deleted, 1)
  }
  assert.deepEqual(await theirs(), before)
})

test('what a provider answers about a message whose recipient was erased meanwhile is not kept, and nothing is sent', async () => {
  const to = '+15555550133'
  const said = `Sent to ${to}`
  await api('POST', '/validations', { channel: 'sms', to })
  await api('POST', '/validations', { channel: 'sms', to })
  await lobby.countMessages()
  await database.query(`update messages set status = 'unknown', due_at = null where "to" = $1`, [to])
  const asked = await database.query<{ id: string }>('select id from messages where "to" = $1 order by id', [to])
  const rows = () =>
    database.query('select id, status, due_at, provider_message_id from messages where id = any($1) order by id', [ids])
  const ids = asked.map(({ id }) => id)
  assert.equal((await api('POST', '/persons/erase', { phone: to })).body.messages_anonymised, 2)
  const before = await rows()
  const answer = { way: gateway.id, attempt: 1, nextWay: null, errorCode: '', errorMessage: said, dueAt: null }
  const signal = AbortSignal.timeout(5000)
  await Promise.all([
    settle(ctx, { ...answer, id: ids[0] ?? '', status: 'accepted', outcome: 'accepted', providerMessageId: `id-${to}` }, signal),
    settle(
      ctx,
      { ...answer, id: ids[1] ?? '', status: 'queued', outcome: 'not_sent', providerMessageId: null, dueAt: clock.now() },
      signal,
    ),
  ])
  assert.deepEqual(await rows(), before)
  assert.ok(!/5555550133/.test(await dump()))
})

test('a message that is leaving is waited for, so that nothing is written down about it afterwards', async () => {
  const to = '+15555550166'
  await api('POST', '/validations', { channel: 'sms', to })
  await lobby.countMessages()
  const leave = (status: string) =>
    database.query('update messages set status = $1, worker = case $1 when $2 then $3::int end where "to" = $4', [
      status,
      'sending',
      ctx.listener.worker,
      to,
    ])
  await leave('sending')
  let isDone = false
  const erasing = api('POST', '/persons/erase', { phone: to }).then(answer => {
    isDone = true
    return answer
  })
  await api('GET', '/accounts')
  assert.equal(isDone, false)
  await leave('accepted')
  assert.equal((await erasing).body.messages_anonymised, 1)
  assert.ok(!/5555550166/.test(await dump()))
})

test('a message that goes on leaving keeps the erasure from being half done: it is refused and nothing has changed', async () => {
  const to = '+15555550155'
  await api('POST', '/validations', { channel: 'sms', to })
  await lobby.countMessages()
  await database.query(`update messages set status = 'sending', worker = $1 where "to" = $2`, [ctx.listener.worker, to])
  const before = await database.query(`select * from validations where contact = $1`, [to])
  const answer = await api('POST', '/persons/erase', { phone: to })
  assertProblem(answer, 503, 'busy')
  assert.ok(answer.headers.get('retry-after'))
  assert.deepEqual(await database.query(`select * from validations where contact = $1`, [to]), before)
})

test('what providers report of a message after its recipient was erased is not kept', async () => {
  const { recordReceipt } = await import('../../src/messages/receipts.ts')
  const [message] = await database.query<Row>(
    `select id, sms_gateway_id from messages where "to" = '' and channel = 'sms' limit 1`,
  )
  const said = `Delivered to ${PHONE}`
  const receipt = {
    providerMessageId: 'x',
    status: 'failed' as const,
    providerStatus: 'failed',
    errorCode: '30003',
    errorMessage: said,
    errorClass: 'recipient' as const,
    isOptOut: true,
  }
  const outcome = await recordReceipt(ctx, { gatewayId: message?.sms_gateway_id, messageId: message?.id }, receipt as never)
  assert.equal(outcome, 'unknown_message')
  assert.deepEqual(await database.query(`select contact from suppressions where contact = ''`), [])
})
