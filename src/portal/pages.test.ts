import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLobby, PASSWORD, textOf } from '../../test/lobby.ts'
import { SUPPORTED_LOCALES } from '../messages/compose.ts'
import { contrastRatio } from './colors.ts'
import { phrasesOf } from './phrases/phrases.ts'
import { portalRoutes } from './routes.ts'

const PAGE_BYTES_MAX = 14_000

const lobby = await openLobby()
const [portalId = ''] = lobby.ctx.catalogue.now.splashPortals.keys()
const form = { 'content-type': 'application/x-www-form-urlencoded' }

const routes = portalRoutes(lobby.ctx).routes.map(({ method, path }) => ({
  method,
  path: `/portal${path.replace(':slug', 'lobby')}`,
}))
const gets = routes.filter(({ method, path }) => method === 'GET' && !/\/(assets\/|logo$)/.test(path)).map(({ path }) => path)
const posts = routes.filter(({ method }) => method === 'POST').map(({ path }) => path)

/** A browser in the midst of everything: a sign-up with both codes out, a reset, a token, and one that is signed in. */
async function guestsMidway() {
  const passwords = { password: PASSWORD, password_confirmation: PASSWORD }
  const contacts = { phone: '+15555559001', email: 'midway@example.com' }
  const [proving, resetting, token] = [lobby.guest(), lobby.guest(), lobby.guest()]
  await proving.submit(lobby.path('sign_up'), {
    usage_plan_id: lobby.plan('Resident'),
    login: 'midway',
    ...contacts,
    ...passwords,
  })
  await resetting.submit(lobby.path('forgot_password'), { login: 'midway' })
  const carrier = [...lobby.ctx.catalogue.now.carriers.values()].find(({ name }) => name === 'Verizon')
  await token.submit(lobby.path('sms'), { phone: '+15555559002', carrier_id: carrier?.id ?? '' })
  const signedIn = await lobby.join('Guest Wi-Fi', { login: 'settled', phone: '+15555559003' })
  return [lobby.guest(), proving, resetting, token, signedIn]
}
const midway = await guestsMidway()

test('no GET changes anything, in whatever state the browser is', async () => {
  assert.ok(gets.length > 10)
  await lobby.changing([], async () => {
    for (const guest of midway)
      for (const path of gets) {
        const query = `?usage_plan_id=${lobby.plan('Resident')}&locale=fr&notice=welcome&code=123456&login=midway&channel=sms`
        for (const address of [path, path + query]) {
          const page = await guest.get(address)
          assert.ok([200, 303].includes(page.status), `${address} answered ${page.status}`)
          assert.deepEqual(page.headers.getSetCookie(), [])
        }
      }
  })
})

test('every page in every language is small, whole, and loads nothing from outside', async () => {
  for (const guest of midway)
    for (const path of gets)
      for (const locale of SUPPORTED_LOCALES) {
        const page = await guest.get(`${path}?locale=${locale}&usage_plan_id=${lobby.plan('Resident')}`)
        if (page.status !== 200) continue
        const bytes = Buffer.byteLength(page.text)
        assert.ok(bytes < PAGE_BYTES_MAX, `${path} in ${locale} has ${bytes} bytes`)
        assert.match(page.text, new RegExp(`^<!doctype html><html lang="${locale}">`))
        assert.equal(page.headers.get('content-language'), locale)
        assert.doesNotMatch(page.text, /<script|<link|@import|url\(|undefined|\[object|\bnull\b/)
        assert.ok(page.headers.get('cache-control')?.includes('no-store'))
      }
})

test('every field has a label, every id is there once, and every reference finds its target', async () => {
  for (const guest of midway)
    for (const path of gets) {
      const { text, status } = await guest.get(`${path}?usage_plan_id=${lobby.plan('Resident')}`)
      if (status !== 200) continue
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      assert.equal(new Set(ids).size, ids.length, `${path}: ${ids}`)
      for (const [, attributes = ''] of text.matchAll(/<(?:input|select)([^>]*)>/g)) {
        if (/type="(hidden|checkbox|radio)"/.test(attributes)) continue
        const id = / id="([^"]+)"/.exec(attributes)?.[1]
        assert.ok(text.includes(`<label for="${id}">`), `${path}: ${attributes}`)
      }
      for (const [, list = ''] of text.matchAll(/aria-describedby="([^"]*)"/g))
        for (const id of list.split(' ')) assert.ok(ids.includes(id), `${path}: ${id}`)
      // The line in a frame is no page of its own.
      const parts = path.endsWith('/delivery') ? undefined : 1
      assert.equal(text.match(/<h1>/g)?.length, parts, path)
      assert.equal(text.match(/<main>/g)?.length, parts, path)
    }
})

test('the style sheet in the page is the one that its policy allows', async () => {
  const { createHash } = await import('node:crypto')
  const page = await lobby.guest().get(lobby.path(''))
  const css = /<style>(.*?)<\/style>/s.exec(page.text)?.[1] ?? ''
  const policy = page.headers.get('content-security-policy') ?? ''
  assert.ok(policy.includes(`style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`), policy)
  for (const directive of ["default-src 'none'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"])
    assert.ok(policy.includes(directive), directive)
  assert.equal(page.headers.get('referrer-policy'), 'same-origin')
  assert.doesNotMatch(page.text, / style="/)
})

test('a portal shows its own name, colour and logo, and nothing of them can break out', async () => {
  await lobby.api('PATCH', `/splash_portals/${portalId}`, {
    brand_name: 'Harbour <House> & "Co"',
    brand_color: '#f2c230',
    logo_url: 'https://static.example.com/logo.png',
  })
  const page = await lobby.guest().get(lobby.path(''))
  assert.match(
    page.text,
    /<img src="https:\/\/static\.example\.com\/logo\.png" alt="Harbour &lt;House&gt; &amp; &quot;Co&quot;">/,
  )
  assert.match(page.headers.get('content-security-policy') ?? '', /img-src 'self' data: https:\/\/static\.example\.com;/)
  const [, fill = '', onFill = ''] = /--fill:(#\w+);--fill-edge:#\w+;--on-fill:(#\w+)/.exec(page.text) ?? []
  assert.equal(fill, '#f2c230')
  assert.ok(contrastRatio(fill, onFill) >= 4.5)
  await lobby.api('PATCH', `/splash_portals/${portalId}`, { brand_name: '', brand_color: '', logo_url: '' })
})

test('the language is the browser’s, or the one of the switch, which every link and redirect keeps', async () => {
  const inFrench = await lobby.request(lobby.path(''), { headers: { 'accept-language': 'it, fr-CA;q=0.9, en;q=0.5' } })
  assert.match(await inFrench.text(), /Se connecter/)
  assert.match(inFrench.headers.get('vary') ?? '', /accept-language/i)
  const guest = lobby.guest()
  const page = await guest.get(`${lobby.path('login')}?locale=de`)
  assert.match(page.text, /action="\/portal\/lobby\/login\?locale=de"/)
  const links = [...page.text.matchAll(/href="(\/portal\/[^"]*)"/g)].map(([, href = '']) => href)
  assert.ok(links.length > 4 && links.every(href => href.includes('locale=')))
  const refused = await guest.post(`${lobby.path('login')}?locale=de`, { login: 'x', password: 'y' })
  assert.match(textOf(refused), /passen nicht zusammen/)
  const done = await guest.post(`${lobby.path('sign_up')}?locale=de`, {
    usage_plan_id: lobby.plan('Free hour'),
    login: 'deutsch',
    password: PASSWORD,
    password_confirmation: PASSWORD,
  })
  assert.equal(done.location, `${lobby.path('status')}?notice=welcome&locale=de`)
  assert.equal((await lobby.account('deutsch')).locale, 'de')
  assert.match((await guest.get(`${lobby.path('')}?locale=xx`)).text, /<html lang="en">/)
})

test('every language says everything, each in its own words', () => {
  const flatten = (value: object, path = ''): [string, string][] =>
    Object.entries(value).flatMap(([key, phrase]) =>
      typeof phrase === 'object'
        ? flatten(phrase, `${path}${key}.`)
        : [[path + key, typeof phrase === 'function' ? phrase('<x>') : phrase] as [string, string]],
    )
  const english = new Map(flatten(phrasesOf('en')))
  for (const locale of SUPPORTED_LOCALES) {
    const phrases = flatten(phrasesOf(locale))
    assert.equal(phrases.length, english.size)
    for (const [key, text] of phrases) {
      assert.ok(text.trim() !== '', `${locale} ${key}`)
      if (english.get(key)?.includes('<x>')) assert.ok(text.includes('<x>'), `${locale} ${key} leaves out what it is about`)
    }
    const same = phrases.filter(([key, text]) => locale !== 'en' && english.get(key) === text && text.length > 12)
    assert.deepEqual(same, [], `${locale} repeats the English`)
  }
})

test('a notice is one of a fixed list, whatever the address says', async () => {
  const guest = lobby.guest()
  assert.match((await guest.get(`${lobby.path('login')}?notice=signed_out`)).text, /role="status"/)
  for (const notice of ['<b>hi</b>', 'constructor', '__proto__', 'toString', ''])
    assert.doesNotMatch(
      (await guest.get(`${lobby.path('login')}?notice=${encodeURIComponent(notice)}`)).text,
      /role="status"|hi<|native code/,
    )
})

test('what is not there is a friendly 404, and a wrong method a 405 that names the right ones', async () => {
  for (const path of [
    '/portal/nowhere',
    '/portal/nowhere/login',
    '/portal/lobby/nothing',
    '/portal/lobby/login/x',
    '/portal',
    '/portal/%ff',
  ]) {
    const response = await lobby.request(path, { headers: { 'accept-language': 'es' } })
    assert.equal(response.status, 404, path)
    assert.match(await response.text(), /Página no encontrada/)
  }
  const cases: [string, string, string][] = [
    ['GET', 'logout', 'POST'],
    ['GET', 'resend_validation_code', 'POST'],
    ['POST', 'status', 'GET'],
    ['PUT', 'login', 'GET, POST'],
    ['DELETE', '', 'GET'],
  ]
  for (const [method, page, allow] of cases) {
    const response = await lobby.request(lobby.path(page), { method })
    assert.equal(response.status, 405, `${method} ${page}`)
    assert.equal(response.headers.get('allow'), allow)
    assert.match(await response.text(), /Back to the start page/)
  }
})

test('both spellings of the start page work, and HEAD as well', async () => {
  assert.equal((await lobby.request('/portal/lobby/')).status, 200)
  const head = await lobby.request('/portal/lobby', { method: 'HEAD' })
  assert.equal(head.status, 200)
  assert.equal(await head.text(), '')
})

test('a form from another site is refused on every action, and does nothing', async () => {
  assert.ok(posts.length > 8)
  const host = new URL(lobby.config.publicUrl).host
  const cases: [Record<string, string>, boolean][] = [
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: lobby.config.publicUrl }, false],
    [{ origin: 'https://evil.example' }, false],
    [{ origin: 'null' }, false],
    [{ origin: `${lobby.config.publicUrl}.evil.example` }, false],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ origin: lobby.config.publicUrl }, true],
    [{ origin: `http://${host}`, host }, true],
    [{}, true],
  ]
  const cookie = `gatehouse=${midway.at(-1)?.cookies.get('gatehouse')}`
  for (const [headers, isAllowed] of cases) {
    const send = (path: string) => lobby.request(path, { method: 'POST', headers: { ...form, ...headers, cookie }, body: '' })
    if (isAllowed) assert.equal((await send(lobby.path('login'))).status, 422, JSON.stringify(headers))
    else
      await lobby.changing([], async () => {
        for (const path of posts) {
          const response = await send(path)
          assert.equal(response.status, 403, `${path} ${JSON.stringify(headers)}`)
          assert.match(await response.text(), /sent from another site/)
        }
      })
  }
})

test('what no page of ours sends is a clear 4xx on every action, and writes nothing', async () => {
  const bodies: [string, RequestInit][] = [
    ['a field twice', { headers: form, body: 'login=a&login=b' }],
    ['a list', { headers: form, body: 'login[]=a' }],
    ['a nested field', { headers: form, body: 'account[login]=a' }],
    ['a NUL', { headers: form, body: 'login=a%00b' }],
    ['a control character', { headers: form, body: 'phone=%1b%5b31m1' }],
    ['line breaks', { headers: form, body: 'email=a%40example.com%0d%0aBcc%3a%20b%40example.com' }],
    ['a control character in a password', { headers: form, body: 'login=a&password=b%07c' }],
    ['bad percent encoding', { headers: form, body: 'login=%zz' }],
    ['bytes that are no UTF-8', { headers: form, body: 'login=%ff%fe' }],
    ['raw bytes that are no UTF-8', { headers: form, body: Buffer.from([0x6c, 0x3d, 0xff, 0xfe]) as unknown as string }],
    ['another charset', { headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-16' }, body: 'login=a' }],
    ['JSON', { headers: { 'content-type': 'application/json' }, body: '{"login":{"$ne":null}}' }],
    ['a multipart form', { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' }],
    ['no content type', { body: Buffer.from('login=a') as unknown as string }],
    ['a long value', { headers: form, body: `login=${'x'.repeat(501)}` }],
    ['a long code', { headers: form, body: `code=${'1'.repeat(2001)}` }],
    ['many fields', { headers: form, body: Array.from({ length: 40 }, (_, i) => `f${i}=1`).join('&') }],
    ['a huge body', { headers: form, body: `login=${'x'.repeat(1_000_000)}` }],
  ]
  await lobby.changing([], async () => {
    for (const [name, init] of bodies)
      for (const path of posts) {
        const response = await lobby.request(path, { method: 'POST', ...init })
        const text = await response.text()
        assert.ok([400, 413, 415].includes(response.status), `${name} to ${path} answered ${response.status}`)
        assert.match(text, /<h1>/)
      }
  })
})

test('odd values in every field are answered, never with 5xx', async () => {
  const odd = [
    '',
    ' ',
    '\u202e\u0000'.slice(0, 1),
    '０１２３４５',
    "' or 1=1 --",
    '<script>',
    '{{1234*1001}}',
    '-1',
    'NaN',
    'null',
    '[object Object]',
    '🦀'.repeat(100),
    'ß',
    '%s%n',
    '../../etc/passwd',
    '00000000-0000-0000-0000-000000000000',
  ]
  const names = [
    'usage_plan_id',
    'login',
    'password',
    'password_confirmation',
    'first_name',
    'last_name',
    'email',
    'phone',
    'country',
    'tos',
    'channel',
    'code',
    'token',
    'carrier_id',
    'purpose',
    'unknown',
  ]
  for (const value of odd)
    for (const path of posts.filter(post => !post.endsWith('logout'))) {
      const guest = midway[1]
      const page = await guest?.post(path, Object.fromEntries(names.map(name => [name, value])))
      assert.ok(page && page.status < 500, `${path} with ${value} answered ${page?.status}`)
      assert.doesNotMatch(page.text, /<script>|1235234/, path)
    }
})

test('a cookie that makes no sense is no session, and no error', async () => {
  for (const value of ['', 'x', 'x'.repeat(43), 'x'.repeat(4000), '%00', '"quoted"', '../..', '{}'])
    assert.equal((await lobby.request(lobby.path('status'), { headers: { cookie: `gatehouse=${value}` } })).status, 303, value)
})

test('over https the cookie is bound to this host and sent nowhere in clear', async () => {
  const secure = await openLobby({ config: { publicUrl: 'https://wifi.example.com' } })
  const response = await secure.request(secure.path('forgot_password'), { method: 'POST', headers: form, body: 'login=a' })
  const cookies = response.headers.getSetCookie()
  assert.equal(cookies.length, 1)
  assert.match(cookies[0] ?? '', /^__Host-gatehouse=[\w-]{43}\.[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/)
  await secure.close()
})

test('a server that is too busy says so with the time to come back', async () => {
  const page = await Promise.all(
    Array.from({ length: 120 }, (_, i) => lobby.guest().post(lobby.path('login'), { login: `crowd${i}`, password: 'x' })),
  )
  const busy = page.filter(({ status }) => status === 503)
  assert.ok(busy.length > 0 && page.every(({ status }) => status === 503 || status === 422))
  assert.ok(Number(busy[0]?.headers.get('retry-after')) > 0)
  assert.match(textOf(busy[0] ?? { text: '' }), /Very busy just now.*Try again in/)
})
