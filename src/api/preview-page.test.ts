import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { makeAdministrator, openAdministratorBrowser } from '../../test/administrator-browser.ts'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { openLobby, textOf } from '../../test/lobby.ts'
import { SUPPORTED_LOCALES } from '../messages/compose.ts'

const lobby = await openLobby()
const api = await documentedApi(lobby)
const [portal] = [...lobby.ctx.catalogue.now.splashPortals.values()]
assert.ok(portal)
const PAGES = ['splash', 'sign_up', 'validate_account', 'forgot_password', 'sms'] as const
const TEXTS = { welcome_title: 'Ahoy <b>', welcome_text: 'One\nTwo', sign_up_note: 'Room & name', help_text: 'Dial 9' }

async function send(body: string, { to = portal?.id, ...headers }: Record<string, string | undefined> = {}) {
  const response = await lobby.request(`/api/v1/splash_portals/${to}/preview_page`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${lobby.config.apiKey}`,
      'content-type': 'application/x-www-form-urlencoded',
      ...(headers as Record<string, string>),
    },
    body,
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const preview = (draft: object) => send(new URLSearchParams({ draft: JSON.stringify(draft) }).toString())

test('every page in every language is what a guest gets, but that nothing on it works and our own pages may frame it', async () => {
  await lobby.changing([], async () => {
    for (const locale of SUPPORTED_LOCALES)
      for (const page of PAGES) {
        const shown = await preview({ page, locale })
        assert.equal(shown.status, 200, `${page} ${shown.text}`)
        assert.match(shown.text, new RegExp(`^<!doctype html><html lang="${locale}">.*<body inert>`))
        assert.doesNotMatch(shown.text, /<script|<iframe|undefined|\[object/)
        assert.deepEqual(shown.headers.getSetCookie(), [])
        const policy = shown.headers.get('content-security-policy') ?? ''
        for (const directive of ["default-src 'none'", "form-action 'none'", "frame-ancestors 'self'", "base-uri 'none'"])
          assert.ok(policy.split('; ').includes(directive), policy)
        assert.doesNotMatch(policy, /script-src|frame-src/)
        const css = /<style>(.*?)<\/style>/s.exec(shown.text)?.[1] ?? ''
        assert.ok(policy.includes(`'sha256-${createHash('sha256').update(css).digest('base64')}'`))
        assert.equal(shown.headers.get('cross-origin-resource-policy'), 'same-origin')
        assert.match(shown.headers.get('cache-control') ?? '', /no-store/)
      }
  })
  const guests = (await lobby.guest().get(`${lobby.path('')}?locale=de`)).text
  const shown = (await preview({ page: 'splash', locale: 'de' })).text
  assert.equal(shown.replace('<body inert>', '<body>'), guests)
})

test('what is not saved shows, and is not saved by it', async () => {
  const draft = {
    brand_name: 'Harbour',
    brand_color: '#aa3300',
    logo_url: 'https://static.example.com/x.png',
    portal_texts: { en: TEXTS },
  }
  await lobby.changing([], async () => {
    const splash = await preview({ page: 'splash', locale: 'en', ...draft })
    assert.match(splash.text, /<h1>Ahoy &lt;b&gt;<\/h1><p class="terms">One\nTwo<\/p>/)
    assert.match(splash.text, /<img src="https:\/\/static\.example\.com\/x\.png" alt="Harbour">/)
    assert.match(splash.text, /#aa3300/)
    assert.match(splash.text, /<footer><p class="terms">Dial 9<\/p>/)
    assert.match((await preview({ page: 'sign_up', locale: 'en', ...draft })).text, /Room &amp; name/)
    assert.match((await preview({ page: 'sign_up', locale: 'en', terms: 'Be kind.' })).text, /Be kind\./)
  })
  assert.doesNotMatch((await lobby.guest().get(lobby.path(''))).text, /Harbour|Ahoy/)
})

test('a draft is shown with the plans and gateways that it would have', async () => {
  const none = await preview({ page: 'splash', locale: 'en', usage_plan_ids: [] })
  assert.doesNotMatch(textOf(none), /Day pass/)
  assert.match(
    textOf(await preview({ page: 'sign_up', locale: 'en', usage_plan_ids: [lobby.plan('Day pass')] })),
    /Day pass.*Email address/,
  )
  const off = await preview({ page: 'forgot_password', locale: 'en', password_reset_method: 'none' })
  assert.match(textOf(off), /cannot be reset here/)
  const noGateway = await preview({ page: 'forgot_password', locale: 'en', password_reset_method: 'sms', sms_gateway_ids: [] })
  assert.match(textOf(noGateway), /cannot be reset here/)
})

test('a colour scheme can be forced', async () => {
  const light = (await preview({ page: 'splash', locale: 'en', color_scheme: 'light' })).text
  const dark = (await preview({ page: 'splash', locale: 'en', color_scheme: 'dark' })).text
  assert.doesNotMatch(light + dark, /prefers-color-scheme/)
  assert.match(light, /color-scheme:light;.*@media not all\{:root/)
  assert.match(dark, /color-scheme:dark;.*@media all\{:root/)
})

test('what is wrong with a draft is said by a page that can be framed, field by field', async () => {
  const cases: [string, RegExp][] = [
    [JSON.stringify({ page: 'splash', locale: 'en', brand_color: 'red' }), /brand_color/],
    [JSON.stringify({ page: 'admin', locale: 'en' }), /page/],
    [JSON.stringify({ page: 'splash', locale: 'xx' }), /locale/],
    [JSON.stringify({ page: 'splash', locale: 'en', nonsense: 1 }), /nonsense/],
    [
      JSON.stringify({ page: 'splash', locale: 'en', message_templates: { en: { code_sms: 'x' } } }),
      /message_templates\.en\.code_sms/,
    ],
    [
      JSON.stringify({ page: 'splash', locale: 'en', portal_texts: { en: { help_text: '<img src=x>'.repeat(50) } } }),
      /portal_texts\.en\.help_text/,
    ],
    ['<script>alert(1)</script>', /draft.*Must be JSON/],
    ['', /draft/],
  ]
  for (const [draft, said] of cases) {
    const shown = await send(new URLSearchParams({ draft }).toString())
    assert.equal(shown.status, 422, draft)
    assert.match(textOf(shown), said)
    assert.doesNotMatch(shown.text, /<script|<img/)
    assert.match(shown.headers.get('content-security-policy') ?? '', /frame-ancestors 'self'/)
  }
})

test('it takes a caller, a portal and a form', async () => {
  const draft = new URLSearchParams({ draft: JSON.stringify({ page: 'splash', locale: 'en' }) }).toString()
  assert.equal((await send(draft, { authorization: 'Bearer wrong' })).status, 401)
  assert.equal((await send(draft, { to: '0199a7a0-5c00-7000-8000-0000000000ff' })).status, 404)
  assert.equal((await send('{}', { 'content-type': 'application/json' })).status, 415)
})

test('own texts of the pages are checked before they are saved, each fault at its place', async () => {
  const change = (portal_texts: unknown) => api('PATCH', `/splash_portals/${portal?.id}`, { portal_texts })
  assert.deepEqual((await change({ en: TEXTS, de: { help_text: 'Wählen Sie 9' } })).body.portal_texts, {
    en: TEXTS,
    de: { help_text: 'Wählen Sie 9' },
  })
  for (const [texts, field] of [
    [{ xx: {} }, 'portal_texts.xx'],
    [{ en: { footer: 'x' } }, 'portal_texts.en.footer'],
    [{ en: { welcome_title: 'two\nlines' } }, 'portal_texts.en.welcome_title'],
    [{ en: { welcome_text: 'x'.repeat(901) } }, 'portal_texts.en.welcome_text'],
    [{ en: { help_text: '東'.repeat(140) } }, 'portal_texts.en.help_text'],
    [{ en: { help_text: 'bell\u0007' } }, 'portal_texts.en.help_text'],
    [{ en: { help_text: 9 } }, 'portal_texts.en.help_text'],
    [{ en: 'x' }, 'portal_texts.en'],
  ] as const)
    assertProblem(await change(texts), 422, 'invalid', [field])
  const page = async (locale: string) => (await lobby.guest().get(`${lobby.path('login')}?locale=${locale}`)).text
  assert.match(await page('en'), /Dial 9/)
  assert.match(await page('de'), /Wählen Sie 9/)
  assert.doesNotMatch(await page('fr'), /Dial 9|Wählen/, 'nobody is told anything in a language they did not choose')
  await change({})
})

test('with texts as long as they may be no page exceeds what a slow network takes at once', async () => {
  const full = {
    welcome_title: 'W'.repeat(160),
    welcome_text: '&'.repeat(150),
    sign_up_note: '"'.repeat(150),
    help_text: '東'.repeat(133),
  }
  const texts = Object.fromEntries(SUPPORTED_LOCALES.map(locale => [locale, full]))
  for (const locale of SUPPORTED_LOCALES)
    for (const page of PAGES) {
      const shown = await preview({ page, locale, portal_texts: texts, terms: 'T'.repeat(1000) })
      assert.equal(shown.status, 200, shown.text)
      const bytes = Buffer.byteLength(shown.text)
      assert.ok(bytes < 14_000, `${page} in ${locale} has ${bytes} bytes`)
    }
})

test('an administrator who may only read can look at a draft from the console’s page, and not from another site’s', async () => {
  await makeAdministrator(lobby, { login: 'reader', role: 'read_only' })
  const browser = openAdministratorBrowser(lobby)
  await browser.signIn('reader')
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const body = new URLSearchParams({ draft: JSON.stringify({ page: 'splash', locale: 'en' }) }).toString()
  const post = (path: string, headers: Record<string, string>, content: string | Uint8Array<ArrayBuffer> = body) =>
    lobby.request(`/api/v1/splash_portals/${portal?.id}/${path}`, {
      method: 'POST',
      headers: { cookie, ...headers },
      body: content,
    })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const own = { origin: lobby.config.publicUrl, 'sec-fetch-site': 'same-origin' }
  assert.equal((await post('preview_page', { ...form, ...own })).status, 200)
  assert.equal(
    (await post('preview_page', { ...form, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status,
    403,
  )
  // Elsewhere a form is refused whoever sends it: another site's page can make one without asking.
  assert.equal((await post('preview_message', { ...form, ...own })).status, 415)

  await makeAdministrator(lobby, { login: 'designer', role: 'operator' })
  const gif = new Uint8Array(Buffer.from('GIF89a\x01\x00\x01\x00'))
  assert.equal((await post('logo', { ...own, 'content-type': 'image/gif' }, gif)).status, 403, 'a reader uploads nothing')
  await browser.signIn('designer')
  const operator = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  assert.equal((await post('logo', { ...own, 'content-type': 'image/gif', cookie: operator }, gif)).status, 200)
})
