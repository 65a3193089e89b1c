import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp } from '../../test/harness.ts'
import { healthRoutes } from './health.ts'
import { createServer } from './server.ts'

const app = await createTestApp({ schedule: false })
const key = { authorization: `Bearer ${app.config.apiKey}` }

test('a running installation is healthy and ready', async () => {
  assert.deepEqual(await (await app.request('/healthz')).json(), { status: 'ok' })
  const ready = await app.request('/readyz')
  assert.equal(ready.status, 200)
  assert.deepEqual(await ready.json(), { status: 'ok', database: 'ok', queue: 'ok' })
})

test('without its workers, or without its database, an installation is healthy but not ready', async () => {
  const { renderErrorPage } = await import('./answer.ts')
  const ask = async (ctx: typeof app.ctx, queue: boolean) => {
    const server = createServer(ctx, [{ path: '/', routes: healthRoutes(ctx, () => queue), renderError: renderErrorPage }])
    const get = (path: string) => server.fetch(new Request(new URL(path, 'http://gatehouse.test')))
    assert.equal((await get('/healthz')).status, 200)
    const ready = await get('/readyz')
    return { status: ready.status, ...((await ready.json()) as object) }
  }
  assert.deepEqual(await ask(app.ctx, false), { status: 'unavailable', database: 'ok', queue: 'unavailable' })
  const query = () => Promise.reject(new Error('Connection terminated'))
  const lost = { ...app.ctx, db: { ...app.ctx.db, pool: Object.assign(Object.create(app.ctx.db.pool), { query }) } }
  assert.deepEqual(await ask(lost, true), { status: 'unavailable', database: 'unavailable', queue: 'ok' })
})

test('metrics are told to whoever has the API key, and hold no contact', async () => {
  assert.equal((await app.request('/metrics')).status, 401)
  await app.api('POST', '/validations', { channel: 'sms', to: '+15555550123' })
  const metrics = await app.request('/metrics', { headers: key })
  assert.equal(metrics.status, 200)
  assert.match(metrics.headers.get('content-type') ?? '', /^text\/plain/)
  const text = await metrics.text()
  assert.match(text, /gatehouse_http_requests_total\{method="POST",status="\d+"\} 1/)
  assert.match(text, /nodejs_eventloop_lag_seconds/)
  assert.doesNotMatch(text, /5550123/)
})

test('when the database goes away requests get 503 with Retry-After, the process stays healthy and says it is not ready', async () => {
  const lost = await createTestApp({ schedule: false })
  assert.equal((await lost.api('GET', '/accounts')).status, 200)
  await lost.database.drop()
  for (const [method, path, body] of [
    ['GET', '/accounts'],
    ['POST', '/account_groups', { name: 'x' }],
    ['POST', '/validations/0199a7a0-5c00-7000-8000-000000000001/check', { code: '123456' }],
  ] as const) {
    const answer = await lost.api(method, path, body)
    assert.equal(answer.status, 503, JSON.stringify(answer.body))
    assert.equal(answer.body.code, 'unavailable')
    assert.ok(answer.headers.get('retry-after'))
  }
  assert.equal((await lost.request('/healthz')).status, 200)
  assert.equal((await lost.request('/readyz')).status, 503)
})
