import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { Hono } from 'hono'
import pg from 'pg'
import { pino } from 'pino'
import { createTestApp, eventually } from '../../test/harness.ts'
import { AppError } from '../errors.ts'
import { answerJson, renderErrorPage, renderProblem } from './answer.ts'
import { readForm, readJson, readOptionalJson } from './body.ts'
import type { HttpEnv, Part, Routes } from './routes.ts'
import { createServer } from './server.ts'

const app = await createTestApp({ schedule: false })

/** A server of two parts on the test application, and what it logs. */
function serverWith(build: (routes: Routes) => void, overrides: { publicUrl?: string; trustedProxies?: string[] } = {}) {
  const config = { ...app.config, port: 0, ...overrides }
  const lines: string[] = []
  const log = pino(
    { level: 'debug' },
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk))
        done()
      },
    }),
  )
  const routes: Routes = new Hono<HttpEnv>()
  build(routes)
  const parts: Part[] = [
    { path: '/api', routes, renderError: renderProblem },
    { path: '/', routes: new Hono<HttpEnv>().get('/page', c => c.html('<p>hello')), renderError: renderErrorPage },
  ]
  const server = createServer({ ...app.ctx, log, config }, parts)
  const send = (path: string, init?: RequestInit) => server.fetch(new Request(new URL(path, config.publicUrl), init))
  return { server, send, lines }
}

const post = (body: string | Blob | Uint8Array<ArrayBuffer> | ReadableStream, type?: string): RequestInit => ({
  method: 'POST',
  body,
  headers: type ? { 'content-type': type } : {},
})

test('a program gets its answer with nosniff, no-store, a closed content security policy and a request id of its own', async () => {
  const { send } = serverWith(routes => routes.get('/x', c => answerJson(c.env, 200, { ok: true })))
  const [first, second] = [await send('/api/x'), await send('/api/x')]
  assert.equal(first.headers.get('content-type'), 'application/json')
  assert.equal(first.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(first.headers.get('cache-control'), 'no-store')
  assert.equal(first.headers.get('referrer-policy'), 'no-referrer')
  assert.match(first.headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/)
  assert.equal(first.headers.get('cross-origin-resource-policy'), 'same-origin')
  assert.equal(first.headers.get('strict-transport-security'), null)
  assert.match(first.headers.get('x-request-id') ?? '', /^[\w-]{9,}$/)
  assert.notEqual(first.headers.get('x-request-id'), second.headers.get('x-request-id'))
})

test('a page cannot be framed, and its headers may be its own', async () => {
  const { send } = serverWith(routes =>
    routes.get('/own', () => new Response('x', { headers: { 'content-security-policy': "default-src 'self'" } })),
  )
  const page = await send('/page')
  assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'none'.*frame-ancestors 'none'$/)
  assert.doesNotMatch(page.headers.get('content-security-policy') ?? '', /unsafe/)
  assert.equal(page.headers.get('cross-origin-opener-policy'), 'same-origin')
  assert.equal(page.headers.get('cross-origin-resource-policy'), 'same-origin')
  assert.match(page.headers.get('permissions-policy') ?? '', /camera=\(\)/)
  assert.equal(page.headers.get('referrer-policy'), 'same-origin')
  assert.ok(page.headers.get('x-request-id'))
  assert.equal((await send('/api/own')).headers.get('content-security-policy'), "default-src 'self'")
})

test('under an https origin every answer tells the browser to stay with https', async () => {
  const { send } = serverWith(routes => routes.get('/x', c => answerJson(c.env, 200, {})), {
    publicUrl: 'https://wifi.example.com',
  })
  for (const path of ['/api/x', '/page', '/api/nothing'])
    assert.match((await send(path)).headers.get('strict-transport-security') ?? '', /max-age/, path)
})

test('what does not exist is 404, a method that an address does not take 405 with Allow', async () => {
  const { send } = serverWith(routes => routes.get('/x', c => c.text('x')).post('/x', c => c.text('x')))
  const missing = await send('/api/y')
  assert.equal(missing.status, 404)
  assert.equal(missing.headers.get('content-type'), 'application/problem+json')
  const wrong = await send('/api/x', { method: 'DELETE' })
  assert.equal(wrong.status, 405)
  assert.equal(wrong.headers.get('allow'), 'GET, POST')
  assert.equal((await send('/api/x', { method: 'HEAD' })).status, 200)
})

test('a browser that goes astray gets a page, a program a problem', async () => {
  const { send } = serverWith(() => undefined)
  const page = await send('/nowhere', { headers: { accept: 'text/html,*/*' } })
  assert.equal(page.status, 404)
  assert.match(page.headers.get('content-type') ?? '', /text\/html/)
  assert.match(page.headers.get('content-security-policy') ?? '', /style-src 'sha256-/)
  assert.match(await page.text(), /There is nothing at this address/)
  assert.equal((await send('/nowhere')).headers.get('content-type'), 'application/problem+json')
})

test('a refusal is told with its code, fields and Retry-After', async () => {
  const { send } = serverWith(routes => {
    routes.get('/many', () => {
      throw new AppError('too_many', 'Slow down.', { retryAfterS: 7 })
    })
    routes.get('/used', () => {
      throw new AppError('in_use', 'No.', { extra: { used_by: [{ resource: 'a', id: '1', name: 'b' }] } })
    })
  })
  const many = await send('/api/many')
  assert.equal(many.status, 429)
  assert.equal(many.headers.get('retry-after'), '7')
  const used = await send('/api/used')
  assert.deepEqual(await used.json(), {
    type: '/api/docs#error-in_use',
    title: 'The record is in use',
    status: 409,
    code: 'in_use',
    detail: 'No.',
    used_by: [{ resource: 'a', id: '1', name: 'b' }],
  })
})

test('a bug answers 500 with the request id, tells nothing else, and is logged without the row of a failed statement', async () => {
  const { send, lines } = serverWith(routes => {
    routes.get('/bug', () => {
      throw new Error('the secret of the house')
    })
    routes.get('/sql', async () => {
      await app.ctx.db.pool.query(
        "insert into account_groups (id, name, created_at, updated_at) values ('0199a7a0-5c00-7000-8000-000000000001', 'row-secret', null, null)",
      )
      return new Response()
    })
  })
  const bug = await send('/api/bug')
  assert.equal(bug.status, 500)
  const text = await bug.text()
  const id = bug.headers.get('x-request-id') ?? ''
  assert.equal(JSON.parse(text).request_id, id)
  assert.doesNotMatch(text, /secret of the house/)
  assert.ok(lines.some(line => line.includes(id) && line.includes('secret of the house')))
  assert.equal((await send('/api/sql')).status, 500)
  assert.ok(lines.some(line => line.includes('23502')))
  assert.doesNotMatch(lines.join(''), /row-secret/)
})

test('a database that cannot be reached is 503 unavailable, whatever the driver calls it', async () => {
  const connectionRefused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  const shuttingDown = Object.assign(new pg.DatabaseError('terminating connection', 10, 'error'), { code: '57P01' })
  const errors: Error[] = [
    connectionRefused,
    shuttingDown,
    new AggregateError([connectionRefused], 'all addresses failed'),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
  ]
  const { send } = serverWith(routes => {
    routes.get('/:n', c => {
      throw errors[Number(c.req.param('n'))]
    })
  })
  for (const i of errors.keys()) {
    const answer = await send(`/api/${i}`)
    assert.equal(answer.status, 503, String(errors[i]))
    assert.equal(((await answer.json()) as { code: string }).code, 'unavailable')
    assert.ok(Number(answer.headers.get('retry-after')) > 0)
  }
})

test('a body is read as JSON in UTF-8 and as nothing else', async () => {
  const { send } = serverWith(routes => {
    routes.post('/json', async c => answerJson(c.env, 200, await readJson(c.req.raw)))
    routes.post('/optional', async c => answerJson(c.env, 200, await readOptionalJson(c.req.raw)))
    routes.post('/form', async c => answerJson(c.env, 200, await readForm(c.req.raw)))
  })
  const json = 'application/json'
  const form = 'application/x-www-form-urlencoded'
  for (const [path, init, status, expected] of [
    ['/json', post('{"a":"é"}', json), 200, { a: 'é' }],
    ['/json', post('{"a":1}', 'Application/JSON; charset=UTF-8'), 200, { a: 1 }],
    ['/json', post('{"a":1}', 'application/merge-patch+json'), 200, { a: 1 }],
    ['/json', post('\ufeff{"a":1}', json), 200, { a: 1 }],
    ['/json', post('{"a":1}', 'application/json; charset=iso-8859-1'), 415],
    ['/json', post('a=1', form), 415],
    ['/json', post('{"a":1}', 'text/plain'), 415],
    ['/json', post(new Blob(['{"a":1}'])), 415],
    ['/json', post('{', json), 400],
    ['/json', post('', json), 400],
    ['/json', post('['.repeat(60_000), json), 400],
    ['/json', post(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), json), 400],
    ['/json', { ...post('{}', json), headers: { 'content-type': json, 'content-encoding': 'gzip' } }, 415],
    ['/optional', { method: 'POST' }, 200, {}],
    ['/optional', post(new Blob(['{"a":1}'])), 415],
    ['/form', post('a=1&b=%C3%A9+x', form), 200, { a: '1', b: 'é x' }],
    ['/form', post('a=%FF', form), 400],
    ['/form', post('a=%zz', form), 400],
    ['/form', post('{}', json), 415],
  ] as const) {
    const answer = await send(`/api${path}`, init as RequestInit)
    const body = await answer.json()
    assert.equal(answer.status, status, `${path} ${JSON.stringify(init)}: ${JSON.stringify(body)}`)
    if (expected) assert.deepEqual(body, expected)
  }
})

test('a body over 64 KiB is not taken, announced or not', async () => {
  let taken = 0
  const { server, send } = serverWith(routes =>
    routes.post('/json', async c => {
      const { length } = JSON.stringify(await readJson(c.req.raw))
      taken++
      return answerJson(c.env, 200, { read: length })
    }),
  )
  const large = JSON.stringify({ a: 'x'.repeat(70_000) })
  assert.equal((await send('/api/json', post(large, 'application/json'))).status, 413)
  const { port } = await server.listen()
  try {
    const url = `http://127.0.0.1:${port}/api/json`
    const chunked = (text: string): RequestInit =>
      ({ ...post(new Blob([text]).stream(), 'application/json'), duplex: 'half' }) as RequestInit
    for (const init of [post(large, 'application/json'), chunked(large)]) {
      const answer = await fetch(url, init)
      assert.equal(answer.status, 413)
      assert.equal(((await answer.json()) as { code: string }).code, 'too_large')
    }
    assert.equal(taken, 0)
    const small = await fetch(url, chunked('{"a":1}'))
    assert.deepEqual(await small.json(), { read: 7 })
  } finally {
    await server.close()
  }
})

test('who may not send a body is refused before it is there, announced or not', async () => {
  const { server } = serverWith(routes =>
    routes.post('/json', () => {
      throw new AppError('unauthorized', 'Nobody knows you.')
    }),
  )
  const { port } = await server.listen()
  const half = 'x'.repeat(20_000)
  try {
    for (const body of [`Content-Length: 40000\r\n\r\n${half}`, `Transfer-Encoding: chunked\r\n\r\n4e20\r\n${half}\r\n`]) {
      const socket = connect(port, '127.0.0.1')
      let said = ''
      socket.on('data', data => {
        said += data
      })
      socket.write(`POST /api/json HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${body}`)
      await eventually(() => said.startsWith('HTTP/1.1 401 '))
      socket.destroy()
    }
  } finally {
    await server.close()
  }
})

test('a request whose Host or address makes no sense is 400 and does not hurt the server', async () => {
  const { server } = serverWith(routes => routes.get('/x', c => answerJson(c.env, 200, { ip: c.env.clientAddress() })))
  const { port } = await server.listen()
  const raw = (request: string) =>
    new Promise<string>((resolve, reject) => {
      let text = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(request))
      socket.setTimeout(5000, () => socket.destroy(new Error('no answer')))
      socket.on('data', data => {
        text += data
      })
      socket.on('end', () => resolve(text))
      socket.on('error', reject)
    })
  try {
    for (const host of ['a b', 'x@y', '[::1', 'a/b', '\u0001'])
      assert.match(await raw(`GET /api/x HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`), /^HTTP\/1\.1 400 /, host)
    assert.match(await raw(`GET /api/x HTTP/1.0\r\n\r\n`), /^HTTP\/1\.1 200 /)
    assert.match(await raw(`GET /api/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`), /^HTTP\/1\.1 404 /)
    assert.match(
      await raw(`GET /api/x HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 9.9.9.9\r\nConnection: close\r\n\r\n`),
      /"ip":"127\.0\.0\.1"/,
    )
    assert.equal((await fetch(`http://127.0.0.1:${port}/api/x`)).status, 200)
  } finally {
    await server.close()
  }
})

test('closing lets a running request finish and takes no new one', async () => {
  let finish: (() => void) | undefined
  const { server } = serverWith(routes =>
    routes.get('/slow', async c => {
      await new Promise<void>(resolve => {
        finish = resolve
      })
      return answerJson(c.env, 200, { done: true })
    }),
  )
  const { port } = await server.listen()
  const running = fetch(`http://127.0.0.1:${port}/api/slow`, { headers: { connection: 'close' } })
  await eventually(() => finish !== undefined)
  const closing = server.close()
  await assert.rejects(fetch(`http://127.0.0.1:${port}/api/slow`))
  finish?.()
  assert.deepEqual(await (await running).json(), { done: true })
  await closing
})

test('at debug level a request is logged by its path alone, never with its query or body', async () => {
  const { send, lines } = serverWith(routes => routes.post('/x', async c => answerJson(c.env, 200, await readJson(c.req.raw))))
  await send('/api/x?token=query-secret', post('{"a":"body-secret"}', 'application/json'))
  const line = lines.find(text => text.includes('"path":"/api/x"'))
  assert.ok(line?.includes('"status":200'))
  assert.doesNotMatch(lines.join(''), /query-secret|body-secret/)
})
