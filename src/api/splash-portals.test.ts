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
    [{ en: { code_sms: 'Ο κωδικός σας είναι {code}. Λήγει σε {minutes} λεπτά.' } }, 'message_templates.en.code_sms'],
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

test('a text in another script is saved where the portal allows its segments, which cannot be taken back under it', async () => {
  const templates = { en: { code_sms: 'Ο κωδικός σας για το {brand} είναι {code}. Λήγει σε {minutes} λεπτά.' } }
  const refused = await change({ message_templates: templates })
  assertProblem(refused, 422, 'invalid', ['message_templates.en.code_sms'])
  assert.match(refused.body.errors[0].message, /^It is too long: .* needs 2 segments in UCS-2\. .* Only 1 is allowed/)
  assert.equal((await change({ message_templates: templates, sms_segments_max: 2 })).body.sms_segments_max, 2)
  assertProblem(await change({ sms_segments_max: 1 }), 422, 'invalid', ['message_templates.en.code_sms'])
  for (const sms_segments_max of [0, 11, 1.5, '2', null])
    assertProblem(await change({ sms_segments_max }), 422, 'invalid', ['sms_segments_max'])
  assert.equal((await change({ message_templates: {}, sms_segments_max: 1 })).body.sms_segments_max, 1)
})

test('a message is shown as it would be sent, with an unsaved text too, and nothing changes by it', async () => {
  const preview = (body: object) => api('POST', `/splash_portals/${id}/preview_message`, body)
  await change({ brand_name: 'Aurora', message_templates: {} })
  const code = { template: 'code', locale: 'en', channel: 'sms' }
  const { locales, ...shown } = (await preview(code)).body
  assert.deepEqual(shown, {
    subject: null,
    text: '123456 is your Aurora code. It expires in 10 min. Do not share it.\n@127.0.0.1 #123456',
    encoding: 'GSM-7',
    segments: 1,
    length: 85,
    length_max: 160,
  })
  assert.deepEqual(locales[0], { locale: 'en', ...shown, problems: [] })
  const inGreek = (await preview({ ...code, text: 'Код: {code}' })).body
  assert.partialDeepStrictEqual(inGreek, {
    text: 'Код: 123456\n@127.0.0.1 #123456',
    encoding: 'UCS-2',
    segments: 1,
    length: 30,
    length_max: 70,
  })
  assert.partialDeepStrictEqual((await preview({ ...code, channel: 'email', text: '{code}\n\nWelcome to {brand}.' })).body, {
    subject: '123456 is your Aurora code',
    text: '123456\n\nWelcome to Aurora.\n',
    encoding: null,
    segments: null,
    length: 27,
    length_max: null,
  })
  const byEmail = (await preview({ ...code, channel: 'email_to_sms', locale: 'de' })).body
  assert.match(byEmail.text, /^123456 .*Token/)
  assert.equal(byEmail.length_max, 140)
  assert.match((await preview({ ...code, template: 'password_changed' })).body.text, /^Aurora: your password was changed/)
  assert.match((await preview({ ...code, template: 'reset_invitation' })).body.text, /\/portal\/[\w-]+\/forgot_password$/)
  assertProblem(await preview({ ...code, text: 'no code' }), 422, 'invalid', ['text'])
  assertProblem(await preview({ ...code, text: `{code}${'я'.repeat(60)}` }), 422, 'invalid', ['text'])
  assertProblem(await preview({ ...code, locale: 'el' }), 422, 'invalid', ['locale'])
  assertProblem(await preview({ ...code, template: 'other' }), 422, 'invalid', ['template'])
  assert.equal((await api('POST', '/splash_portals/0199a7a0-5c00-7000-8000-00000000ffff/preview_message', code)).status, 404)
  assert.deepEqual((await api('GET', `/splash_portals/${id}`)).body.message_templates, {})
})

test('unsaved texts, brand and limits show in every language at once, with what keeps a text from being saved', async () => {
  await change({ brand_name: 'Aurora', message_templates: { en: { code_sms: '{code} saved' } } })
  const preview = async (draft: object, channel = 'sms') =>
    (await api('POST', `/splash_portals/${id}/preview_message`, { template: 'code', locale: 'en', channel, draft })).body
  const message_templates = {
    de: { code_sms: `{code} ${'ä'.repeat(200)}` },
    fr: { code_sms: 'Код {code}: {brand}' },
    es: { code_sms: 'sin' },
  }
  const { locales, text } = await preview({ brand_name: 'Harbour', message_templates })
  assert.match(text, /^123456 is your Harbour code/, 'the draft stands in for all saved texts')
  const byLocale = Object.fromEntries(locales.map((one: { locale: string }) => [one.locale, one]))
  assert.deepEqual(Object.keys(byLocale).sort(), ['de', 'en', 'es', 'fr'])
  assert.match(byLocale.de.problems[0], /needs 2 segments in GSM-7/)
  assert.match(byLocale.de.text, /^123456 ist Ihr Code/, 'what is too long gives way')
  assert.deepEqual([byLocale.fr.encoding, byLocale.fr.segments, byLocale.fr.problems], ['UCS-2', 1, []])
  assert.match(byLocale.es.problems[0], /\{code\} is missing/)
  const wider = await preview({ message_templates, sms_segments_max: 2 })
  const inGerman = wider.locales.find((one: { locale: string }) => one.locale === 'de')
  assert.deepEqual([inGerman.problems, inGerman.segments, inGerman.length_max], [[], 2, 306])
  const subject = { en: { code_email_subject: 'no {portal_name}' } }
  assert.match((await preview({ message_templates: subject }, 'email')).locales[0].problems.join(), /portal_name.*is not known/)
  const refused = await api('POST', `/splash_portals/${id}/preview_message`, {
    template: 'code',
    locale: 'en',
    channel: 'sms',
    draft: { note: '' },
  })
  assertProblem(refused, 422, 'invalid', ['draft.note'])
  assert.deepEqual((await change({ message_templates: {} })).body.message_templates, {})
})
