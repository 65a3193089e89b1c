import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { createTestApp, eventually } from '../../test/harness.ts'
import { insertAdministratorSession } from '../administrators/session.ts'
import { addSeconds } from '../lib/clock.ts'
import { uuidv7 } from '../lib/random.ts'
import { STREAMS_MAX } from './message-stream.ts'

const app = await createTestApp({ schedule: false })
const api = await documentedApi(app)
const { database, clock } = app
await api('POST', '/sms_gateways', { name: 'Phones', provider: 'simulator' })

interface Event {
  event: string
  id: string | undefined
  // biome-ignore lint/suspicious/noExplicitAny: a record
  data: any
}

const streams: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cancel of streams.splice(0)) await cancel().catch(() => undefined)
})

/** Opens a stream and collects its events as they come. */
async function follow(
  open: (path: string, init: RequestInit) => Promise<Response> = app.request,
  options: { query?: string; headers?: Record<string, string>; key?: string | undefined } = {},
) {
  const response = await open(`/api/v1/messages/stream${options.query ?? ''}`, {
    headers: { authorization: `Bearer ${options.key ?? app.config.apiKey}`, ...options.headers },
  })
  assert.equal(response.status, 200)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const events: Event[] = []
  const state = { comments: 0, isDone: false, failure: undefined as unknown }
  async function readAll(): Promise<void> {
    const decoder = new TextDecoder()
    let text = ''
    for (;;) {
      const { value, done } = await reader.read()
      if (done) break
      text += decoder.decode(value, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
        if (field('event')) events.push({ event: field('event') ?? '', id: field('id'), data: JSON.parse(field('data') ?? '') })
        else state.comments++
      }
    }
    state.isDone = true
  }
  const read = () =>
    void readAll().catch(error => {
      state.failure = error
    })
  const cancel = () => reader.cancel()
  streams.push(cancel)
  return { response, events, state, read, cancel }
}

async function opened(...args: Parameters<typeof follow>) {
  const stream = await follow(...args)
  stream.read()
  await eventually(() => stream.state.comments > 0)
  return stream
}

/** Messages that nobody sends, as if they had been made just now. */
async function insertMessages(count: number, at = clock.now()): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7(at))
  await database.query(
    `insert into messages (id, channel, template, status, "to", locale, error_message, created_at, expires_at, final_at)
     select id, 'sms', 'code', 'failed', '+15555550199', 'en', repeat('x', 600), $2, $2, $2 from unnest($1::uuid[]) id`,
    [ids, at],
  )
  return ids
}

const start = async () => {
  const started = await app.api('POST', '/validations', { channel: 'sms', to: `+141555501${++last}` })
  assert.equal(started.status, 201, JSON.stringify(started.body))
  return started.body
}
let last = 10

test('a message is told as it is made and as it changes, exactly as the list shows it', async () => {
  const stream = await opened()
  assert.match(stream.response.headers.get('content-type') ?? '', /^text\/event-stream/)
  assert.equal(stream.response.headers.get('x-accel-buffering'), 'no')
  assert.equal(stream.response.headers.get('cache-control'), 'no-store')
  const { id } = await start()
  const told = () => stream.events.filter(it => it.event === 'message' && it.data.validation_id === id)
  await eventually(() => told().at(-1)?.data.status === 'accepted')
  const { body: page } = await api('GET', `/messages?validation_id=${id}`)
  assert.deepEqual(told().at(-1)?.data, page.data[0])
  assert.match(told().at(-1)?.data.to, /\*/, 'the number is masked')
  assert.match(told().at(-1)?.id ?? '', /^\d{13}$/)

  const count = told().length
  await database.query('update validations set approved_at = $2, status = $3 where id = $1', [id, clock.now(), 'approved'])
  await eventually(() => told().length > count)
  assert.ok(told().at(-1)?.data.proven_at, 'that its code was entered is news of it')
  await stream.cancel()
})

test('a stream tells nothing of before, unless it is asked for; a reconnection gets what it has missed', async () => {
  const [old] = await insertMessages(1, addSeconds(clock.now(), -3600))
  const fresh = await opened()
  const [next] = await insertMessages(1)
  await eventually(() => fresh.events.length > 0)
  assert.deepEqual(
    fresh.events.map(it => it.data.id),
    [next],
  )
  const lastId = fresh.events.at(-1)?.id ?? ''
  await fresh.cancel()

  const [missed] = await insertMessages(1)
  const again = await opened(app.request, { headers: { 'last-event-id': lastId } })
  await eventually(() => again.events.some(it => it.data.id === missed))
  assert.ok(!again.events.some(it => it.data.id === old), 'what was told long before is not told again')
  await again.cancel()

  const since = await opened(app.request, { query: `?since=${addSeconds(clock.now(), -7200).toISOString()}` })
  await eventually(() => since.events.some(it => it.data.id === old) && since.events.some(it => it.data.id === missed))
  await since.cancel()
  assertProblem(await api('GET', '/messages/stream?since=yesterday&x=1'), 422, 'invalid', ['since', 'x'])
})

test('a reader that is too slow misses messages and is told, and nobody waits for it', async () => {
  const slow = await follow()
  const quick = await opened()
  const ids: string[] = []
  for (let burst = 0; burst < 3; burst++) {
    ids.push(...(await insertMessages(450)))
    await eventually(() => quick.events.filter(it => it.event === 'message').length >= ids.length)
  }
  slow.read()
  await eventually(() => slow.events.at(-1)?.event === 'gap')
  const before = slow.events.filter(it => it.event === 'message').length
  assert.ok(before < ids.length, `${before} of ${ids.length} were kept for a reader that did not read`)
  const [next] = await insertMessages(1)
  await eventually(() => slow.events.at(-1)?.data.id === next)
  assert.ok(!quick.events.some(it => it.event === 'gap'))
  await slow.cancel()
  await quick.cancel()
})

test('more messages at once than one look finds are a gap', async () => {
  const stream = await opened()
  // The first look has to be over, or they count as those of before.
  await insertMessages(1)
  await eventually(() => stream.events.length > 0)
  await insertMessages(600)
  await eventually(() => stream.events.some(it => it.event === 'gap'))
  await stream.cancel()
})

test('so many streams are open at once and no more; HEAD opens none', async () => {
  const head = await app.request('/api/v1/messages/stream', {
    method: 'HEAD',
    headers: { authorization: `Bearer ${app.config.apiKey}` },
  })
  assert.equal(head.status, 200)
  const all = await Promise.all(Array.from({ length: STREAMS_MAX }, () => follow()))
  const refused = await api('GET', '/messages/stream')
  assertProblem(refused, 503, 'busy')
  assert.ok(refused.headers.get('retry-after'))
  await all.pop()?.cancel()
  await follow()
  assert.equal((await app.request('/api/v1/messages/stream')).status, 401, 'nobody listens without a key')
})

test('a stream ends when its key does', async () => {
  const { body: key } = await api('POST', '/api_keys', { name: 'Monitor', role: 'read_only' })
  const stream = await opened(app.request, { key: key.key })
  await api('DELETE', `/api_keys/${key.id}`)
  await eventually(() => stream.state.isDone, { deadlineMs: 15_000 })
  assert.deepEqual(stream.events.at(-1), { event: 'end', id: undefined, data: { code: 'unauthorized' } })
})

test('a stream ends when its session does, and is no use of it', async () => {
  const now = clock.now()
  const administrator = uuidv7(now)
  await database.query(
    `insert into administrators (id, login, password_hash, role, created_at, updated_at) values ($1, 'ana', '', 'read_only', $2, $2)`,
    [administrator, now],
  )
  const from = { address: '127.0.0.1', userAgent: 'test' }
  const session = await app.ctx.db.transaction(trx =>
    insertAdministratorSession(trx, { administratorId: administrator, from, lacksFactor: false }, now),
  )
  const stream = await opened((path, init) => {
    const cookie = `gatehouse_admin=${session.token}`
    return app.request(path, { ...init, headers: { cookie } })
  })
  const [id] = await insertMessages(1)
  await eventually(() => stream.events.some(it => it.data.id === id))
  const ends = async () => (await database.query('select expires_at from administrator_sessions'))[0]?.expires_at
  const end = await ends()
  // Old enough for a request to be noted as its use.
  clock.advance(120)
  await database.query("update administrators set status = 'blocked' where id = $1", [administrator])
  await eventually(() => stream.state.isDone, { deadlineMs: 15_000 })
  assert.deepEqual(await ends(), end)
  assert.equal(stream.events.at(-1)?.event, 'end')
})

test('over the network a stream that is left is let go, and a server that closes ends it in order', async () => {
  const node = await createTestApp({ schedule: false, database, clock })
  const origin = await node.listen()
  const overNetwork = (path: string, init: RequestInit) => fetch(origin + path, init)
  const leaving = new AbortController()
  await Promise.all(
    Array.from({ length: STREAMS_MAX }, () => opened((path, init) => fetch(origin + path, { ...init, signal: leaving.signal }))),
  )
  const headers = { authorization: `Bearer ${node.config.apiKey}` }
  assert.equal((await overNetwork('/api/v1/messages/stream', { headers })).status, 503)
  leaving.abort()
  const stream = await eventually(() => opened(overNetwork))
  const [id] = await insertMessages(1)
  await eventually(() => stream.events.some(it => it.data.id === id))
  await node.close()
  await eventually(() => stream.state.isDone)
  assert.equal(stream.state.failure, undefined, 'it was ended and not cut off')
})
