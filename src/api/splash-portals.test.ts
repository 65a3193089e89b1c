import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { createTestApp } from '../../test/harness.ts'

const app = await createTestApp({ schedule: false })
const api = await documentedApi(app)
const { id } = (await api('POST', '/splash_portals', { name: 'Lobby' })).body
const change = (body: unknown) => api('PATCH', `/splash_portals/${id}`, body)

test('the address is made from the name, and must be one', async () => {
  for (const [name, slug] of [
    ['Main Lobby', 'main-lobby'],
    ['  Café — 2. Étage!', 'cafe-2-etage'],
    ['x'.repeat(100), 'x'.repeat(63)],
  ] as const) {
    const created = await api('POST', '/splash_portals', { name })
    assert.equal(created.body.slug, slug)
    assert.equal((await app.request(`/portal/${slug}/`)).status, 200)
    await api('DELETE', `/splash_portals/${created.body.id}`)
  }
  assertProblem(await api('POST', '/splash_portals', { name: '大堂' }), 422, 'invalid', ['slug'])
  assertProblem(await api('POST', '/splash_portals', { name: 'Another', slug: 'lobby' }), 422, 'invalid', ['slug'])
  for (const slug of ['', 'Lobby', 'a b', '../x', '-a', 'a--b', 'a/b', 'x'.repeat(64)])
    assertProblem(await change({ slug }), 422, 'invalid', ['slug'])
})

test('countries, colours, logos and prefixes are what they say', async () => {
  const good = {
    default_country: 'de',
    allowed_countries: ['DE', 'at'],
    extra_prefixes: ['+1555'],
    brand_color: '#1D4ED8',
    logo_url: 'data:image/png;base64,iVBORw0KGgo=',
    terms: 'One\r\nTwo',
  }
  const changed = await change(good)
  assert.equal(changed.status, 200, JSON.stringify(changed.body))
  assert.equal(changed.body.default_country, 'DE')
  assert.deepEqual(changed.body.allowed_countries, ['DE', 'AT'])
  assert.equal(changed.body.brand_color, '#1d4ed8')
  assert.equal(changed.body.terms, 'One\nTwo')
  for (const logo of ['https://example.com/logo.svg', '/simulator/logo.png', ''])
    assert.equal((await change({ logo_url: logo })).status, 200, logo)
  for (const [body, field] of [
    [{ default_country: 'XX' }, 'default_country'],
    [{ default_country: 'USA' }, 'default_country'],
    [{ allowed_countries: ['DE', 'Atlantis'] }, 'allowed_countries.1'],
    [{ allowed_countries: 'DE' }, 'allowed_countries'],
    [{ extra_prefixes: ['1555'] }, 'extra_prefixes.0'],
    [{ brand_color: 'red' }, 'brand_color'],
    [{ brand_color: '#12345678' }, 'brand_color'],
    [{ logo_url: 'javascript:alert(1)' }, 'logo_url'],
    [{ logo_url: 'http://example.com/logo.png' }, 'logo_url'],
    [{ logo_url: '//example.com/logo.png' }, 'logo_url'],
    [{ logo_url: 'https://example.com/"onerror=x' }, 'logo_url'],
    [{ logo_url: 'data:text/html;base64,AAAA' }, 'logo_url'],
    [{ logo_url: `data:image/png;base64,${'A'.repeat(20_000)}` }, 'logo_url'],
    [{ password_reset_method: 'secret_question' }, 'password_reset_method'],
    [{ brand_name: 'two\nlines' }, 'brand_name'],
  ] as const)
    assertProblem(await change(body), 422, 'invalid', [field])
})

test('own texts are checked before they are saved, each fault at its place', async () => {
  const templates = { en: { code_sms: '{code} is your {brand} code. Valid {minutes} min.' } }
  assert.deepEqual((await change({ message_templates: templates })).body.message_templates, templates)
  for (const [message_templates, field] of [
    [{ en: { code_sms: 'no code here' } }, 'message_templates.en.code_sms'],
    [{ en: { code_sms: `{code} ${'x'.repeat(200)}` } }, 'message_templates.en.code_sms'],
    [{ en: { code_sms: '{code} 🙂' } }, 'message_templates.en.code_sms'],
    [{ en: { no_such_text: '{code}' } }, 'message_templates.en.no_such_text'],
    [{ xx: { code_sms: '{code}' } }, 'message_templates.xx'],
  ] as const)
    assertProblem(await change({ message_templates }), 422, 'invalid', [field])
  for (const message_templates of ['x', [], { en: 'x' }, { en: { code_sms: 1 } }, { en: { code_sms: null } }])
    assert.equal((await change({ message_templates })).status, 422)
  assert.deepEqual((await api('GET', `/splash_portals/${id}`)).body.message_templates, templates)
  // A longer brand can make a text that was good too long.
  const full = { en: { code_sms: `{code} {brand} ${'x'.repeat(85)}` } }
  assert.equal((await change({ message_templates: full, brand_name: 'A' })).status, 200)
  assert.deepEqual((await change({ message_templates: {} })).body.message_templates, {})
})
