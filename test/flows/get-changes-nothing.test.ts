import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Guest } from '../harness.ts'
import { openLobby, PASSWORD } from '../lobby.ts'

const lobby = await openLobby()

/** Providers that report by GET: the one exception, and none of them without the secret of its address. */
const CALLBACKS = /^\/hooks\//

const gets = lobby.app.routes.filter(({ method, path }) => method === 'GET' && !CALLBACKS.test(path)).map(({ path }) => path)

/** Copies of what is about people: who took one is noted in the audit trail, and that is all that comes of it. */
const NOTED = /^\/api\/v1\/(accounts(\/:id)?|suppressions|messages|validations)\/export$/

/** What a mail scanner, a link or a page of another site could put behind an address. */
const QUERIES = [
  '',
  '?notice=signed_out&locale=de&login=ana',
  '?code=123456&token=123456&t=x&confirm=1&submit=1&action=delete',
  '?_method=POST&_method=DELETE&usage_plan_id=PLAN',
  '?channel=sms&channel=email_to_sms',
  '?phone=%2B15555550123&email=ana%40example.com&password=x&tos=1',
]

/** A guest of each kind: unknown, about to prove, about to prove a reset, signed in. */
async function guests(): Promise<Guest[]> {
  const plan = lobby.plan('Guest Wi-Fi')
  const proving = lobby.guest()
  const secrets = { password: PASSWORD, password_confirmation: PASSWORD }
  await proving.submit(lobby.path('sign_up'), { usage_plan_id: plan, phone: '+15555550123', ...secrets })
  const signedIn = await lobby.join('Guest Wi-Fi', { login: 'ana', phone: '+15555550124', email: 'ana@example.com' })
  const resetting = lobby.guest()
  await resetting.submit(lobby.path('forgot_password'), { login: 'ana' })
  return [lobby.guest(), proving, resetting, signedIn]
}

/** The addresses of a route: of each record there is one, and one that is of nothing. */
async function addressesOf(route: string): Promise<string[]> {
  if (route.includes(':slug')) return [route.replace(':slug', 'lobby'), route.replace(':slug', 'nowhere')]
  if (!route.includes(':id')) return [route]
  const table = route.split('/')[3] ?? ''
  const rows = await lobby.database.query<{ id: string }>(`select id from ${table} limit 3`).catch(() => [])
  return [...rows.map(({ id }) => id), '0199a7a0-5c00-7000-8000-0000000000ff', 'x'].map(id => route.replace(':id', id))
}

test('every address that can be read is in this test', () => {
  assert.ok(gets.length > 50, gets.join(' '))
  for (const path of ['/portal/:slug/validate_account', '/api/v1/accounts', '/admin/setup', '/simulator', '/readyz'])
    assert.ok(gets.includes(path), path)
})

test('no GET and no HEAD changes anything, whoever asks, with whatever parameters and however often', async () => {
  const visitors = await guests()
  await lobby.api('POST', '/validations', { channel: 'sms', to: '+15555550125' })
  await lobby.api('POST', '/suppressions', { channel: 'email', contact: 'gone@example.com' })
  const plan = lobby.plan('Guest Wi-Fi')
  const key = { authorization: `Bearer ${lobby.config.apiKey}` }
  const cookies = visitors.map(({ cookies }) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
  let asked = 0
  const ask = async (routes: string[]) => {
    for (const route of routes) {
      const isApi = route.startsWith('/api') || route === '/metrics'
      const addresses = [...(await addressesOf(route)), ...(route === '/admin/setup' ? [lobby.app.setupPath] : [])]
      for (const address of addresses)
        for (const query of QUERIES)
          for (const headers of isApi ? [key, {}] : cookies.map(cookie => ({ ...(cookie && { cookie }) })))
            for (const method of ['GET', 'HEAD', 'GET']) {
              const separated = address.includes('?') ? query.replace('?', '&') : query
              const url = address + separated.replace('PLAN', plan)
              const response = await lobby.request(url, { method, headers: headers as Record<string, string> })
              // The live log has no end.
              const isEndless = /event-stream/.test(response.headers.get('content-type') ?? '')
              await (isEndless ? response.body?.cancel() : response.arrayBuffer())
              assert.ok(response.status < 500, `${method} ${url} -> ${response.status}`)
              asked++
            }
    }
  }
  await lobby.changing([], () => ask(gets.filter(route => !NOTED.test(route))))
  const [last] = await lobby.database.query<{ number: number }>('select number from audit_head')
  await lobby.changing(['audit_events', 'audit_head'], () => ask(gets.filter(route => NOTED.test(route))))
  const notes = await lobby.database.query('select distinct action, resource from audit_events where number > $1', [last?.number])
  assert.deepEqual(new Set(notes.map(({ action }) => action)), new Set(['export']))
  assert.equal(notes.length, 4)
  assert.ok(asked > 2000, String(asked))
  // What they were about to do still works: nothing of it was used up.
  const [, proving] = visitors
  const done = await proving?.submit(lobby.path('validate_account'), { code: await lobby.nextCode('+15555550123') })
  assert.match(done?.text ?? '', /signed in|connected|welcome/i)
})

test('a callback by GET is only taken with the secret of its address', async () => {
  const gateway = [...lobby.ctx.catalogue.now.smsGateways.values()][0]?.id
  const [message] = await lobby.database.query<{ id: string }>('select id from messages limit 1')
  await lobby.changing([], async () => {
    for (const path of [`/hooks/sms/${gateway}`, `/hooks/sms/${gateway}/${message?.id}`, `/hooks/sms/${gateway}/inbound`])
      for (const query of ['', '?status=delivered', '?t=x&status=failed']) {
        const { status } = await lobby.request(path + query)
        assert.ok(status === 403 || status === 404, `${path}${query} -> ${status}`)
      }
  })
})
