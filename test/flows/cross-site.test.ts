import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLobby } from '../lobby.ts'

const lobby = await openLobby()
const { config } = lobby

/** Every address that takes something from a browser. What programs call proves itself in other ways. */
const posts = lobby.app.routes
  .filter(({ method, path }) => method === 'POST' && !/^\/(api|hooks)\//.test(path))
  .map(({ path }) => path.replace(':slug', 'lobby'))

const own = config.publicUrl
const other = 'https://evil.example'

/** What a browser says of where a form comes from, and whether it may. Undefined: it does not say it. */
const matrix: [site: string | undefined, origin: string | undefined, mayBe: boolean][] = [
  [undefined, undefined, true],
  [undefined, own, true],
  [undefined, other, false],
  [undefined, 'null', false],
  [undefined, '', false],
  [undefined, `${own}.evil.example`, false],
  [undefined, own.replace('127.0.0.1', '127.0.0.1@evil.example'), false],
  [undefined, 'http://127.0.0.1:1', false],
  ['same-origin', own, true],
  ['same-origin', 'null', true],
  ['none', undefined, true],
  ['same-site', own, false],
  ['same-site', other, false],
  ['cross-site', undefined, false],
  ['cross-site', own, false],
  ['cross-site', other, false],
  ['cross-site', 'null', false],
  ['', own, false],
  ['same-origin, cross-site', other, false],
]

async function post(path: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  const response = await lobby.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', ...headers },
    body: 'phone=%2B15555550123&login=ana&email=ana%40example.com&password=x&code=123456',
  })
  return { status: response.status, text: await response.text() }
}

test('there are addresses that take forms, in the portal and in the set-up', () => {
  assert.ok(posts.length >= 12, posts.join(' '))
  assert.ok(posts.includes('/portal/lobby/sign_up'))
  assert.ok(posts.includes('/admin/setup'))
})

test('a form that another site’s page sends is refused wherever forms are taken, and nothing is written or sent', async () => {
  for (const path of posts)
    await lobby.changing([], async () => {
      for (const [site, origin] of matrix.filter(([, , mayBe]) => !mayBe)) {
        const headers = { ...(site !== undefined && { 'sec-fetch-site': site }), ...(origin !== undefined && { origin }) }
        const { status, text } = await post(path, headers)
        const what = `${path} ${JSON.stringify(headers)} -> ${status}`
        assert.equal(status, 403, what)
        if (!path.startsWith('/portal/')) assert.equal(JSON.parse(text).code, 'cross_site', what)
      }
    })
})

test('a form of our own page is taken, and so is one from a client that is no browser', async () => {
  for (const [site, origin] of matrix.filter(([, , mayBe]) => mayBe)) {
    const headers = { ...(site !== undefined && { 'sec-fetch-site': site }), ...(origin !== undefined && { origin }) }
    const { status } = await post('/portal/lobby/logout', headers)
    assert.equal(status, 303, JSON.stringify(headers))
  }
})

test('an address that takes no form is not found or not allowed, from wherever it is asked', async () => {
  for (const path of ['/simulator', '/simulator/messages', '/', '/healthz', '/admin', '/portal/lobby/tos']) {
    assert.ok([404, 405].includes((await post(path, {})).status), path)
    assert.ok([403, 404, 405].includes((await post(path, { origin: other, 'sec-fetch-site': 'cross-site' })).status), path)
  }
})
