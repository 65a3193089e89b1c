import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentedApi } from '../../test/api.ts'
import { createTestApp, eventually } from '../../test/harness.ts'
import { TWILIO_ERRORS } from '../sms/providers/twilio-errors.ts'
import { TELLING_CODES } from './checklist-facts.ts'
import { CHECKLIST_KEYS } from './checklist-keys.ts'
import { CHECKLIST_WORDS } from './checklist-words.ts'

const app = await createTestApp({ schedule: false })
const api = await documentedApi(app)

interface Item {
  key: string
  state: string
  importance: string
  records: { resource: string; id: string; name: string }[]
}

async function checklist(): Promise<Map<string, Item>> {
  const { body } = await api('GET', '/checklist')
  return new Map(body.data.map((item: Item) => [item.key, item]))
}
const state = async (key: string) => (await checklist()).get(key)?.state
const make = async (path: string, body: object): Promise<string> => {
  const made = await api('POST', path, body)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return made.body.id
}

test('an installation that nobody has touched lacks everything but faults', async () => {
  const items = await checklist()
  for (const key of [
    'administrator',
    'operator',
    'portal',
    'public_url_is_localhost',
    'public_url_https',
    'sms_gateway',
    'mail_server',
  ])
    assert.equal(items.get(key)?.state, 'missing', key)
  for (const key of ['plan_not_offered', 'plan_cannot_be_validated', 'portal_cannot_reset'])
    assert.equal(items.get(key)?.state, 'done', key)
  // There is nothing to test or to cap yet, and whoever asks by a key has no second factor to have.
  for (const key of [
    'sms_gateway_tested',
    'mail_server_tested',
    'spend_cap',
    'test_credentials',
    'trial_account',
    'second_factor',
  ])
    assert.equal(items.has(key), false, key)
})

test('a point is done once it is', async () => {
  await app.database.query(
    `insert into administrators (id, login, password_hash, created_at, updated_at) values ('0199a7a0-5c00-7000-8000-000000000001', 'ana', '', $1, $1)`,
    [app.clock.now()],
  )
  assert.equal(await state('administrator'), 'done')
  await api('PATCH', '/settings', { operator_name: 'Hotel Aurora' })
  assert.equal(await state('operator'), 'missing', 'a country belongs to it')
  await api('PATCH', '/settings', { country: 'DE' })
  assert.equal(await state('operator'), 'done')
})

test('plans and portals are named that nobody can use', async () => {
  const plan = await make('/usage_plans', { name: 'Guest', validation_method: 'sms' })
  let items = await checklist()
  assert.deepEqual(items.get('plan_not_offered'), {
    ...CHECKLIST_WORDS.plan_not_offered,
    key: 'plan_not_offered',
    state: 'attention',
    importance: 'recommended',
    records: [{ resource: 'usage_plans', id: plan, name: 'Guest' }],
  })
  assert.deepEqual(
    items.get('plan_cannot_be_validated')?.records.map(it => it.name),
    ['Guest'],
  )
  assert.equal(items.get('sms_gateway')?.importance, 'required', 'a plan asks for it now')
  assert.equal(items.get('mail_server')?.importance, 'recommended')

  const portal = await make('/splash_portals', { name: 'Lobby', usage_plan_ids: [plan], password_reset_method: 'email' })
  items = await checklist()
  assert.equal(items.get('plan_not_offered')?.state, 'done')
  assert.equal(items.get('portal')?.state, 'missing', 'its only plan cannot be offered')
  assert.deepEqual(
    items.get('portal_cannot_reset')?.records.map(it => it.id),
    [portal],
  )

  const gateway = await make('/sms_gateways', { name: 'Phones', provider: 'simulator', usage_plan_ids: [plan] })
  await make('/mail_servers', { name: 'Mails', provider: 'simulator', from: 'wifi@example.com' })
  items = await checklist()
  for (const key of ['portal', 'plan_cannot_be_validated', 'portal_cannot_reset'])
    assert.equal(items.get(key)?.state, 'done', key)
  assert.equal(items.get('sms_gateway')?.state, 'missing', 'a simulator reaches no phone')
  await api('PATCH', `/sms_gateways/${gateway}`, { enabled: false })
  assert.equal(await state('plan_cannot_be_validated'), 'attention')
  await api('PATCH', `/sms_gateways/${gateway}`, { enabled: true })
})

test('a real gateway is to be tested and capped, at a price that counts', async () => {
  const id = await make('/sms_gateways', {
    name: 'Twilio',
    provider: 'twilio',
    from: '+14155550100',
    account_sid: 'AC0123456789abcdef0123456789abcdef',
    auth_token: 'f00dfeedf00dfeedf00dfeedf00dfeed',
  })
  assert.deepEqual(
    [await state('sms_gateway'), await state('sms_gateway_tested'), await state('spend_cap')],
    ['done', 'attention', 'attention'],
  )
  await api('PATCH', `/sms_gateways/${id}`, { daily_spend_max: '25' })
  assert.equal(await state('spend_cap'), 'attention', 'without a price nothing counts')
  await make('/sms_prices', { sms_gateway_id: id, country: '*', price: '0.05' })
  assert.equal(await state('spend_cap'), 'done')
  await api('PATCH', `/sms_gateways/${id}`, { daily_spend_max: null })
  assert.equal(await state('spend_cap'), 'attention')
  await api('PATCH', '/limits', { spend_max: { USD: { daily: null, monthly: '100' } } })
  assert.equal(await state('spend_cap'), 'done', 'a limit of all together does')

  const sent = async (columns: object) => {
    const row = {
      id: `0199a7a0-5c00-7000-8000-${String(++sends).padStart(12, '0')}`,
      channel: 'sms',
      template: 'test',
      to: '+14155550123',
      locale: 'en',
      sms_gateway_id: id,
      created_at: app.clock.now(),
      expires_at: app.clock.now(),
      ...columns,
    }
    const names = Object.keys(row).map(name => `"${name}"`)
    await app.database.query(`insert into messages (${names}) values (${names.map((_, i) => `$${i + 1}`)})`, Object.values(row))
  }
  let sends = 0
  await sent({ status: 'failed', error_code: '20008' })
  assert.deepEqual([await state('test_credentials'), await state('sms_gateway_tested')], ['attention', 'attention'])
  await sent({ status: 'failed', error_code: '21608' })
  assert.equal(await state('trial_account'), 'attention')
  // What was said of the record as it was before says nothing of the new one.
  await api('PATCH', `/sms_gateways/${id}`, { note: 'upgraded' })
  assert.deepEqual([await state('test_credentials'), await state('trial_account')], [undefined, undefined])
  await sent({ status: 'accepted', accepted_at: app.clock.now() })
  assert.equal(await state('sms_gateway_tested'), 'done')
  await api('PATCH', `/sms_gateways/${id}`, { from: '+15005550006' })
  assert.equal(await state('test_credentials'), 'attention', 'only test credentials can send from it')
})

test('a mail server is tested by a test mail that was taken', async () => {
  const id = await make('/mail_servers', { name: 'Relay', host: '127.0.0.1', port: 1, from: 'wifi@example.com' })
  await api('POST', `/mail_servers/${id}/test`, { to: 'ana@example.com' })
  assert.equal(await state('mail_server_tested'), 'attention', 'nobody took it')
  await app.database.query(
    `insert into audit_events (id, at, actor, action, resource, record_id, changes)
     values ('0199a7a0-5c00-7000-8000-0000000000aa', $1, 'ana', 'test', 'mail_servers', $2, '{"outcome": "accepted"}')`,
    [app.clock.now(), id],
  )
  assert.equal(await eventually(() => state('mail_server_tested')), 'done')
})

test('what is put aside says so until it is done', async () => {
  await api('PATCH', '/settings', { setup_dismissed: ['public_url_https', 'operator'] })
  assert.deepEqual([await state('public_url_https'), await state('operator')], ['put_aside', 'done'])
})

test('a public URL that others can reach is known by its name', async () => {
  const other = await createTestApp({
    schedule: false,
    database: app.database,
    config: { publicUrl: 'https://wifi.example.com', publicUrlFrom: 'environment' },
  })
  const response = await other.app.fetch(
    new Request('https://wifi.example.com/api/v1/checklist', { headers: { authorization: `Bearer ${other.config.apiKey}` } }),
  )
  const { data } = (await response.json()) as { data: Item[] }
  const states = new Map(data.map(item => [item.key, item.state]))
  assert.deepEqual([states.get('public_url_is_localhost'), states.get('public_url_https')], ['done', 'done'])
})

test('every key has words, and every code that tells of test or trial accounts is in its provider’s table', () => {
  assert.deepEqual(Object.keys(CHECKLIST_WORDS).sort(), [...CHECKLIST_KEYS].sort())
  for (const code of TELLING_CODES.test_credentials.twilio ?? [])
    assert.match(TWILIO_ERRORS.get(code)?.hint ?? '', /test credentials/)
  for (const code of TELLING_CODES.trial_account.twilio ?? []) assert.match(TWILIO_ERRORS.get(code)?.hint ?? '', /trial account/)
})
