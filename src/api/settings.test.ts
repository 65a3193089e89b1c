import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { createTestApp } from '../../test/harness.ts'
import { readConfig } from '../config.ts'
import { needsRestart } from './settings.ts'

const app = await createTestApp({ schedule: false })
const api = await documentedApi(app)

test('settings are read, changed field by field, and each change is in the audit trail', async () => {
  const { body: before } = await api('GET', '/settings')
  assert.deepEqual(
    [before.operator_name, before.country, before.time_zone, before.locale, before.public_url, before.setup_dismissed],
    ['', '', 'UTC', 'en', '', []],
  )
  const changed = await api('PATCH', '/settings', {
    operator_name: ' Hotel Aurora ',
    country: 'de',
    time_zone: 'Europe/Berlin',
    setup_dismissed: ['spend_cap', 'spend_cap'],
  })
  assert.equal(changed.status, 200, JSON.stringify(changed.body))
  assert.deepEqual(
    [changed.body.operator_name, changed.body.country, changed.body.time_zone, changed.body.setup_dismissed],
    ['Hotel Aurora', 'DE', 'Europe/Berlin', ['spend_cap']],
  )
  assert.equal(changed.body.locale, 'en', 'what was left out stays')
  assert.deepEqual((await api('GET', '/settings')).body, changed.body)

  const { body: events } = await api('GET', '/audit_events?resource=settings')
  assert.equal(events.total, 1)
  assert.deepEqual(events.data[0].changes.country, { from: '', to: 'DE' })
  await api('PATCH', '/settings', { country: 'DE' })
  assert.equal((await api('GET', '/audit_events?resource=settings')).body.total, 1, 'what changes nothing is no event')
  assert.equal((await api('PATCH', '/settings', { country: '' })).body.country, '', 'it can be taken back')
})

test('every wrong field is named, and nothing is changed', async () => {
  const before = (await api('GET', '/settings')).body
  const wrong = {
    country: 'ZZ',
    locale: 'nl',
    time_zone: 'Mars/Olympus',
    public_url: 'https://wifi.example.com/portal',
    setup_dismissed: ['nothing'],
    surprise: 1,
  }
  const refused = await api('PATCH', '/settings', wrong)
  assertProblem(refused, 422, 'invalid', ['country', 'locale', 'public_url', 'setup_dismissed.0', 'surprise', 'time_zone'])
  // Offsets, other schemes, and what would end up in every link.
  for (const body of [
    { time_zone: '+02:00' },
    { time_zone: '' },
    { time_zone: "UTC'" },
    { public_url: 'ftp://wifi.example.com' },
    { public_url: 'https://user@wifi.example.com' },
    { public_url: 'wifi.example.com' },
    { operator_name: 'a\u0000b' },
  ])
    assertProblem(await api('PATCH', '/settings', body), 422, 'invalid', Object.keys(body))
  assert.deepEqual((await api('GET', '/settings')).body, before)
})

test('a new portal takes the country of the settings, unless it says its own', async () => {
  await api('PATCH', '/settings', { country: 'FR' })
  const made = async (body: object) => (await api('POST', '/splash_portals', body)).body.default_country
  assert.equal(await made({ name: 'Paris' }), 'FR')
  assert.equal(await made({ name: 'Berlin', default_country: 'DE' }), 'DE')
  await api('PATCH', '/settings', { country: '' })
  assert.equal(await made({ name: 'Boston' }), 'US')
})

test('a public URL of the settings holds from the next start on', async () => {
  const { body } = await api('PATCH', '/settings', { public_url: 'https://wifi.example.com/' })
  assert.deepEqual(
    [body.public_url, body.public_url_in_use, body.public_url_from, body.restart_needed],
    ['https://wifi.example.com', app.config.publicUrl, 'default', true],
  )
  const after = await createTestApp({ schedule: false, database: app.database })
  assert.equal(after.ctx.config.publicUrl, 'https://wifi.example.com')
  const [started] = [
    await after.app.fetch(
      new Request('https://wifi.example.com/api/v1/settings', { headers: { authorization: `Bearer ${app.config.apiKey}` } }),
    ),
  ]
  const shown = (await started?.json()) as Record<string, unknown>
  assert.deepEqual(
    [shown.public_url_in_use, shown.public_url_from, shown.restart_needed],
    ['https://wifi.example.com', 'settings', false],
  )
  await after.close()
  await api('PATCH', '/settings', { public_url: '' })
})

test('what the environment says stands above the settings', async () => {
  const config = readConfig({ GATEHOUSE_PUBLIC_URL: 'https://env.example.com' })
  assert.deepEqual([config.publicUrl, config.publicUrlFrom], ['https://env.example.com', 'environment'])
  assert.equal(readConfig({}).publicUrlFrom, 'default')
  await api('PATCH', '/settings', { public_url: 'https://wifi.example.com' })
  const pinned = await createTestApp({ schedule: false, database: app.database, config: { publicUrlFrom: 'environment' } })
  assert.equal(pinned.ctx.config.publicUrl, pinned.config.publicUrl)
  const { body } = await pinned.api('GET', '/settings')
  assert.deepEqual([body.public_url_from, body.restart_needed], ['environment', false])
  await pinned.close()
  await api('PATCH', '/settings', { public_url: '' })
})

test('a start is needed only where it would change the public URL', () => {
  const from = (publicUrlFrom: 'environment' | 'settings' | 'default') => ({ publicUrl: 'http://a.example', publicUrlFrom })
  assert.equal(needsRestart(from('environment'), 'http://b.example'), false)
  assert.equal(needsRestart(from('settings'), 'http://a.example'), false)
  assert.equal(needsRestart(from('settings'), 'http://b.example'), true)
  assert.equal(needsRestart(from('settings'), ''), true)
  assert.equal(needsRestart(from('default'), ''), false)
  assert.equal(needsRestart(from('default'), 'http://b.example'), true)
})

test('an operator changes settings but not the public URL, on which links and sign-ins hang', async () => {
  const { body: made } = await api('POST', '/api_keys', { name: 'of an operator', role: 'operator' })
  const change = (body: object) =>
    app.request('/api/v1/settings', {
      method: 'PATCH',
      headers: { authorization: `Bearer ${made.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  assert.equal((await change({ operator_name: 'Aurora' })).status, 200)
  assert.equal((await change({ public_url: 'https://evil.example.com' })).status, 403)
  assert.equal((await api('GET', '/settings')).body.public_url, '')
})
