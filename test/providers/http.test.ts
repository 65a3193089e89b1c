import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { type HttpEngine, type HttpEngineOptions, lookupByHttp, openHttpEngine } from '../../src/sms/http.ts'
import { lookupElsewhere } from '../../src/sms/metadata-address.ts'
import type { HttpRequest } from '../../src/sms/provider.ts'
import { simulator } from '../../src/sms/providers/simulator.ts'
import { twilio } from '../../src/sms/providers/twilio.ts'
import { type RawServer, startRawServer, writeAnswer } from '../fakes/raw-server.ts'
import { sms } from './contract.ts'
import { twilioGateway } from './twilio-gateway.ts'

const NONE: ReadonlySet<string> = new Set()

const SECRET = 'Basic c2VjcmV0OnNlY3JldA=='

function post(url: string): HttpRequest {
  return { method: 'POST', url, headers: { authorization: SECRET }, body: 'Body=481516' }
}

async function withEngine(
  options: HttpEngineOptions,
  respond: Parameters<typeof startRawServer>[0],
  use: (exchange: HttpEngine['exchange'], server: RawServer, engine: HttpEngine) => Promise<void>,
): Promise<void> {
  const server = await startRawServer(respond)
  const engine = openHttpEngine(options)
  try {
    await use(engine.exchange, server, engine)
  } finally {
    await Promise.all([engine.close(), server.close()])
  }
}

async function until(isTrue: () => boolean, deadlineMs = 5_000): Promise<void> {
  for (const start = performance.now(); !isTrue(); await delay(2))
    if (performance.now() - start > deadlineMs) throw new Error('It did not come to that in time')
}

test('an answer comes with its status, its headers in lower case and its body', async () => {
  const headers = { 'X-Request-ID': '7', 'Retry-After': '3' }
  await withEngine(
    {},
    socket => writeAnswer(socket, { status: 418, headers, body: 'short and stout: ü' }),
    async (exchange, server) => {
      const answer = await exchange(post(`${server.origin}/a/b?c=d%20e`))
      assert.ok(!('failed' in answer))
      assert.equal(answer.status, 418)
      assert.equal(answer.body, 'short and stout: ü')
      assert.equal(answer.headers['x-request-id'], '7')
      assert.equal(answer.headers['retry-after'], '3')
      assert.match(server.requests[0] ?? '', /^POST \/a\/b\?c=d%20e HTTP\/1\.1\r\n/)
      assert.match(server.requests[0] ?? '', /\r\n\r\nBody=481516$/)
    },
  )
})

test('64 KiB of an answer are kept, the rest is not read, and the next exchange is not disturbed', async () => {
  const huge = { status: 200, body: 'x'.repeat(8 << 20) }
  await withEngine(
    {},
    (socket, n) => writeAnswer(socket, n === 1 ? huge : { status: 200, body: 'small' }),
    async (exchange, server) => {
      const first = await exchange(post(server.origin))
      assert.ok(!('failed' in first))
      assert.equal(first.body.length, 64 * 1024)
      const second = await exchange(post(server.origin))
      assert.ok(!('failed' in second))
      assert.equal(second.body, 'small')
      await until(() => server.openSockets === 1)
    },
  )
})

test('an answer without end is an answer as soon as 64 KiB of it are here', async () => {
  const endless: Parameters<typeof startRawServer>[0] = socket => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    const timer = setInterval(() => socket.write('x'.repeat(16 * 1024)), 5)
    socket.on('close', () => clearInterval(timer))
  }
  await withEngine({ timeoutMs: 3_000 }, endless, async (exchange, server) => {
    const answer = await exchange(post(server.origin))
    assert.ok(!('failed' in answer), JSON.stringify(answer))
    assert.equal(answer.body.length, 64 * 1024)
    await until(() => server.openSockets === 0)
  })
})

test('exchanges share kept connections, and never more than the limit', async () => {
  await withEngine(
    { connectionsMax: 4 },
    socket => writeAnswer(socket, { status: 200 }),
    async (exchange, server) => {
      await Promise.all(Array.from({ length: 100 }, () => exchange(post(server.origin))))
      assert.equal(server.requests.length, 100)
      assert.ok(server.connections <= 4, `${server.connections} connections`)
    },
  )
})

test('a kept connection that the server has closed meanwhile costs nothing', async () => {
  const respond: Parameters<typeof startRawServer>[0] = socket => {
    writeAnswer(socket, { status: 200 })
    socket.end()
  }
  await withEngine({ connectionsMax: 1 }, respond, async (exchange, server) => {
    for (let n = 1; n <= 5; n++) {
      const answer = await exchange(post(server.origin))
      assert.ok(!('failed' in answer), JSON.stringify(answer))
      assert.equal(server.requests.length, n)
      await until(() => server.openSockets === 0)
    }
  })
})

test('a request that never got a connection was not sent, and is not sent later either', async () => {
  const silentAtFirst: Parameters<typeof startRawServer>[0] = (socket, n) => {
    if (n > 1) writeAnswer(socket, { status: 200 })
  }
  await withEngine({ connectionsMax: 1, timeoutMs: 300, connectTimeoutMs: 200 }, silentAtFirst, async (exchange, server) => {
    const answers = await Promise.all(['first', 'second', 'third'].map(path => exchange(post(`${server.origin}/${path}`))))
    assert.deepEqual(
      answers.map(answer => 'failed' in answer && answer.failed),
      ['after_sent', 'before_sent', 'before_sent'],
    )
    assert.ok(!('failed' in (await exchange(post(`${server.origin}/last`)))))
    assert.deepEqual(
      server.requests.map(request => request.split(' ')[1]),
      ['/first', '/last'],
    )
  })
})

test('a request that waited for its connection has all its time for the answer', async () => {
  const slow: Parameters<typeof startRawServer>[0] = socket => void delay(600).then(() => writeAnswer(socket, { status: 200 }))
  await withEngine({ connectionsMax: 1, timeoutMs: 1_000 }, slow, async (exchange, server) => {
    const answers = await Promise.all([exchange(post(server.origin)), exchange(post(server.origin))])
    assert.ok(answers.every(answer => !('failed' in answer)))
  })
})

test('a TLS handshake without an answer is given up, not sent', async () => {
  await withEngine(
    { connectTimeoutMs: 200 },
    () => undefined,
    async (exchange, server) => {
      const start = performance.now()
      const answer = await exchange(post(`https://127.0.0.1:${server.port}`))
      assert.ok('failed' in answer && answer.failed === 'before_sent', JSON.stringify(answer))
      assert.ok(performance.now() - start < 3_000)
    },
  )
})

test('failures say what happened to which host, and neither secret nor text', async () => {
  const respond: Parameters<typeof startRawServer>[0] = socket => socket.resetAndDestroy()
  await withEngine({}, respond, async (exchange, server) => {
    const reset = await exchange(post(`${server.origin}/path?token=abc`))
    await server.close()
    const refused = await exchange(post(`${server.origin}/path?token=abc`))
    const invalid = await exchange(post('ftp://example.com/'))
    assert.deepEqual(
      [reset, refused, invalid].map(answer => 'failed' in answer && [answer.failed, answer.code]),
      [
        ['after_sent', 'ECONNRESET'],
        ['before_sent', 'ECONNREFUSED'],
        ['before_sent', 'invalid_url'],
      ],
    )
    const said = JSON.stringify([reset, refused, invalid])
    assert.match(said, new RegExp(`127.0.0.1:${server.port} refuses the connection`))
    assert.doesNotMatch(said, /c2VjcmV0|481516|token|path/)
  })
})

test('a header that HTTP does not allow is refused before anything is sent', async () => {
  await withEngine(
    {},
    () => undefined,
    async (exchange, server) => {
      const answer = await exchange({ ...post(server.origin), headers: { 'x-note': 'a\r\nb: c' } })
      assert.ok('failed' in answer && answer.failed === 'before_sent', JSON.stringify(answer))
      assert.equal(server.requests.length, 0)
    },
  )
})

test('closing waits for what is under way and takes nothing new', async () => {
  const slow: Parameters<typeof startRawServer>[0] = socket => void delay(50).then(() => writeAnswer(socket, { status: 200 }))
  await withEngine({}, slow, async (exchange, server, engine) => {
    const underWay = exchange(post(server.origin))
    await until(() => server.requests.length === 1)
    await engine.close()
    assert.ok(!('failed' in (await underWay)))
    const late = await exchange(post(server.origin))
    assert.ok('failed' in late && late.failed === 'before_sent')
  })
})

test('a lookup that fails, or that the provider does not have, cannot tell', async () => {
  const reset: Parameters<typeof startRawServer>[0] = socket => socket.resetAndDestroy()
  await withEngine({}, reset, async (_exchange, server, engine) => {
    const gateway = twilioGateway({ base_url: server.origin })
    assert.deepEqual(await lookupByHttp(engine, twilio, sms, gateway, { since: new Date(), known: NONE }), {
      outcome: 'cannot_tell',
    })
    assert.equal(server.requests.length, 1)
    const { buildLookup: _, readLookup: __, ...withoutLookup } = twilio
    assert.deepEqual(await lookupByHttp(engine, withoutLookup, sms, gateway, { since: new Date(), known: NONE }), {
      outcome: 'cannot_tell',
    })
    assert.equal(server.requests.length, 1)
  })
})

test('the simulator takes any settings and says that it reaches no phone', () => {
  assert.equal(simulator.kind, 'local')
  assert.deepEqual(simulator.problems(twilioGateway({ from: '', account_sid: '', auth_token: '' })), [])
  assert.match(simulator.warnings(twilioGateway({})).join(), /no real phone/)
})

test('where a cloud keeps credentials nothing is asked, whatever an operator writes, by address or by name', async () => {
  const engine = openHttpEngine()
  for (const host of ['169.254.169.254', '2852039166', '[::ffff:169.254.169.254]', '[fd00:ec2::254]', '100.100.100.200']) {
    const answer = await engine.exchange(post(`http://${host}/latest/meta-data/`))
    assert.ok('failed' in answer)
    assert.deepEqual([answer.failed, answer.code], ['before_sent', 'metadata_address'], host)
    assert.match(answer.message, /keeps credentials/)
  }
  await engine.close()
  const lookup = (name: string, all: boolean) =>
    new Promise(resolve => lookupElsewhere(name, { all }, (error, found) => resolve(error?.code ?? found)))
  assert.equal(await lookup('169.254.169.254', true), 'metadata_address')
  assert.equal(await lookup('169.254.169.254', false), 'metadata_address')
  assert.equal(await lookup('127.0.0.1', false), '127.0.0.1')
  assert.deepEqual(await lookup('127.0.0.1', true), [{ address: '127.0.0.1', family: 4 }])
})
