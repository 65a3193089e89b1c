import assert from 'node:assert/strict'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { connect, type Socket } from 'node:net'
import { test } from 'node:test'
import { Hono } from 'hono'
import { closeAtEnd, createTestApp, eventually } from '../../test/harness.ts'
import { createLog } from '../lib/log.ts'
import { answerJson, renderProblem } from './answer.ts'
import { readJson } from './body.ts'
import type { Patience } from './listen.ts'
import type { HttpEnv } from './routes.ts'
import { createServer } from './server.ts'

const app = await createTestApp({ schedule: false })

const logged: string[] = []
const BIG = 'x'.repeat(1_000_000)

/** A server on a port of its own with little patience. */
async function serve(patience: Partial<Patience>): Promise<number> {
  const routes = new Hono<HttpEnv>()
  routes.get('/x', c => answerJson(c.env, 200, { ok: true }))
  routes.get('/big', c => answerJson(c.env, 200, Array(64).fill(BIG)))
  routes.post('/x', async c => answerJson(c.env, 200, await readJson(c.req.raw)))
  const log = createLog('debug', { write: (line: string) => void logged.push(line) })
  const server = createServer(
    { ...app.ctx, log, config: { ...app.config, port: 0 } },
    [{ path: '/api', routes, renderError: renderProblem, isForPrograms: true }],
    patience,
  )
  const { port } = await server.listen()
  closeAtEnd(() => server.close())
  return port
}

interface Line {
  socket: Socket
  /** What has come back. */
  said(): string
  isClosed(): boolean
}

function dial(port: number, text = ''): Promise<Line> {
  let said = ''
  let closed = false
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(text)
      resolve({ socket, said: () => said, isClosed: () => closed })
    })
    socket.setEncoding('latin1')
    socket.on('data', chunk => {
      said += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => {
      closed = true
    })
  })
}

/** Sends what it is given as the whole of a connection and returns everything that comes back. */
async function converse(port: number, text: string): Promise<string> {
  const line = await dial(port, text)
  await eventually(() => line.isClosed(), { deadlineMs: 20_000 })
  return line.said()
}

const GET = 'GET /api/x HTTP/1.1\r\nHost: localhost\r\n'
const SECURITY = [/^x-content-type-options: nosniff\r$/m, /^content-security-policy: default-src 'none'/m, /^referrer-policy: /m]

test('a client that never ends the head of its request is cut off, and many of them keep nobody else waiting', async () => {
  const port = await serve({ headers: 300, request: 600, check: 50 })
  const slow = await Promise.all(Array.from({ length: 200 }, () => dial(port, GET)))
  const drip = setInterval(() => {
    for (const { socket } of slow) if (socket.writable) socket.write('X-A: b\r\n')
  }, 20)
  closeAtEnd(async () => clearInterval(drip))
  assert.match(await converse(port, `${GET}Connection: close\r\n\r\n`), /^HTTP\/1\.1 200 /)
  await eventually(() => slow.every(line => line.isClosed()), { deadlineMs: 20_000 })
  for (const line of slow) assert.match(line.said(), /^HTTP\/1\.1 408 |^$/)
  assert.ok(slow.some(line => SECURITY.every(pattern => pattern.test(line.said()))))
})

test('a client that never ends its body is cut off, announced or in chunks, and it is no fault of the server', async () => {
  const port = await serve({ headers: 300, request: 600, check: 50 })
  const head = 'POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
  const bodies = await Promise.all([
    dial(port, `${head}Content-Length: 1000\r\n\r\n{"a":`),
    dial(port, `${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n`),
  ])
  const gone = await dial(port, `${head}Content-Length: 1000\r\n\r\n{"a":`)
  gone.socket.destroy()
  await eventually(() => bodies.every(line => line.isClosed()), { deadlineMs: 20_000 })
  for (const line of bodies) assert.doesNotMatch(line.said(), /^HTTP\/1\.1 (200|5)/)
  assert.match(await converse(port, `${GET}Connection: close\r\n\r\n`), /^HTTP\/1\.1 200 /)
  assert.ok(!logged.some(line => line.includes('"bug"')), logged.join(''))
})

test('a client that does not read its answer does not hold it in memory for ever', async () => {
  const port = await serve({ stalled: 300 })
  const accepted: Socket[] = []
  const note = (message: unknown) => void accepted.push((message as { socket: Socket }).socket)
  subscribe('net.server.socket', note)
  const line = await dial(port)
  line.socket.pause()
  line.socket.on('error', () => undefined)
  line.socket.write('GET /api/big HTTP/1.1\r\nHost: localhost\r\n\r\n')
  await eventually(() => accepted[0]?.destroyed, { deadlineMs: 20_000 })
  unsubscribe('net.server.socket', note)
  line.socket.destroy()
  assert.match(await converse(port, `${GET}Connection: close\r\n\r\n`), /^HTTP\/1\.1 200 /)
})

test('what is no request, or could be two, is refused with the headers of every answer and the connection closed', async () => {
  const port = await serve({ headers: 300, request: 600, check: 50 })
  const post = 'POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
  for (const [name, text] of [
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
    ['a line without a colon', `${GET}nonsense\r\n\r\n`],
    ['a length and chunks', `${post}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/x HTTP/1.1\r\n\r\n`],
    ['two lengths', `${post}Content-Length: 2\r\nContent-Length: 30\r\n\r\n{}`],
    ['a length that is none', `${post}Content-Length: +2\r\n\r\n{}`],
    ['an unknown coding', `${post}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['a blank before the colon', `${post}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`],
    ['a folded header', `${GET}X-A: b\r\n c\r\nTransfer-Encoding:\r\n chunked\r\n\r\n`],
    ['a chunk with a size that is none', `${post}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`],
    ['a bare line feed', 'GET /api/x HTTP/1.1\nHost: localhost\nX: \rGET /api/x HTTP/1.1\r\n\r\n'],
    ['a head that is too long', `${GET}X-A: ${'b'.repeat(20_000)}\r\n\r\n`],
    ['a NUL in a header', `${GET}X-A: a\0b\r\n\r\n`],
    ['no Host', 'GET /api/x HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two Hosts', `${GET}Host: evil.example\r\nConnection: close\r\n\r\n`],
    ['an expectation that nobody meets', `${GET}Expect: a miracle\r\nContent-Length: 0\r\n\r\n`],
  ] as const) {
    const said = await converse(port, text)
    assert.match(said, /^HTTP\/1\.1 (400|417|431) /, `${name}: ${said.slice(0, 200)}`)
    for (const pattern of SECURITY) assert.match(said, pattern, name)
    assert.equal(said.match(/^HTTP\/1\.1 /gm)?.length, 1, `${name} was answered more than once`)
  }
  assert.match(await converse(port, `${GET}Connection: close\r\n\r\n`), /^HTTP\/1\.1 200 /)
})
