import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { gatewayProblems, gatewayWarnings } from '../../src/sms/gateway-problems.ts'
import { checkByHttp, openHttpEngine, sendByHttp } from '../../src/sms/http.ts'
import type {
  Callback,
  HttpProvider,
  OpenGateway,
  OutgoingSms,
  Receipt,
  RejectedBy,
  SendOutcome,
} from '../../src/sms/provider.ts'
import { type CannedAnswer, type RawServer, startRawServer, writeAnswer } from '../fakes/raw-server.ts'

const TIMEOUT_MS = 300

type Respond = Parameters<typeof startRawServer>[0]

/** What the suite needs to know of a provider: its answers and callbacks as the real one writes them. */
export interface ProviderFixture {
  provider: HttpProvider
  gateway(origin: string): OpenGateway
  /** What may stand in no message, beside the text, the number and the code: the credentials in every form they are sent in. */
  secrets: string[]
  accepted: (Omit<Extract<SendOutcome, { outcome: 'accepted' }>, 'outcome'> & { answer: CannedAnswer })[]
  /** An example of each class, or `unheardOf` says why this provider never refuses so. */
  rejected: { name: string; answer: CannedAnswer; by: RejectedBy; code: string; isLocal?: true; isOptOut?: true }[]
  unheardOf?: Partial<Record<RejectedBy, string>>
  throttled: { answer: CannedAnswer; retryAfterS: number; code: string }
  /** Answers to the question whether the credentials are good. `refused` gets the code that the operator is shown. */
  check?: { ok: CannedAnswer; refused: { answer: CannedAnswer; code: string } }
  /** Callbacks in the order in which the provider sends them, signed for the gateway, and what they say. Without it: none ever come. */
  callbacks?(gateway: OpenGateway): { callback: Callback; receipt: Receipt }[]
  /** The secret that callbacks are signed with, changed or taken away. Undefined: this provider does not sign. */
  signedWith?: 'auth_token' | 'callback_secret'
  /** A callback without its signature, where that is not in a header. */
  unsigned?(callback: Callback): Callback
  /** Another secret of a shape that the provider could have; by default 32 times f. */
  otherSecret?: string
}

export const sms: OutgoingSms = {
  id: '0198a5c2-7d10-7000-8000-00000000abcd',
  to: '+15555550123',
  text: '481516 is your code for Lobby Wi-Fi, good for 10 minutes.\n@wifi.example #481516',
  encoding: 'GSM-7',
  validityS: 600,
  callbackUrl: 'https://wifi.example/hooks/sms/g1/0198a5c2-7d10-7000-8000-00000000abcd',
  now: new Date('2026-11-22T12:00:00Z'),
}

/** The guarantees of every provider that is spoken to over HTTP. */
export function testHttpProvider(fixture: ProviderFixture): void {
  const { provider } = fixture
  const engine = openHttpEngine({ timeoutMs: TIMEOUT_MS, connectTimeoutMs: TIMEOUT_MS })
  after(() => engine.close())

  async function sendTo(origin: string): Promise<SendOutcome> {
    const outcome = await sendByHttp(engine, provider, sms, fixture.gateway(origin))
    assertDiscreet(fixture, outcome)
    return outcome
  }

  /** Sends one message to a server that behaves as told, and asserts that it came exactly once. */
  async function sendOnce(respond: Respond): Promise<SendOutcome> {
    return withServer(respond, async server => {
      const outcome = await sendTo(server.origin)
      assert.equal(server.requests.length, 1, 'the request came once')
      return outcome
    })
  }

  describe(`${provider.label}: what an answer means`, () => {
    test('the example gateway can be saved', () => {
      assert.deepEqual(gatewayProblems(provider, fixture.gateway('https://provider.example')), [])
    })

    test('a base URL without encryption is warned of', () => {
      const warned = (origin: string) => gatewayWarnings(provider, { ...fixture.gateway(origin), base_url: origin }).join()
      assert.match(warned('http://provider.example.com'), /not encrypted/)
      assert.doesNotMatch(warned('https://provider.example.com'), /not encrypted/)
    })

    for (const { answer, ...accepted } of fixture.accepted)
      test(`${answer.status} with an id is accepted under that id`, async () => {
        assert.deepEqual(await sendOnce(socket => writeAnswer(socket, answer)), { outcome: 'accepted', ...accepted })
      })

    for (const { name, answer, by, code, isLocal, isOptOut } of fixture.rejected)
      test(`${name} is rejected by ${by}`, async () => {
        const outcome = await sendOnce(socket => writeAnswer(socket, answer))
        assert.ok(outcome.outcome === 'rejected' && outcome.message.length > 20, JSON.stringify(outcome))
        const { by: whose, code: said } = outcome
        assert.deepEqual(
          { by: whose, code: said, isLocal: outcome.isLocal, isOptOut: outcome.isOptOut },
          { by, code, isLocal, isOptOut },
        )
      })

    test('every class of rejection has an example', () => {
      const classes = new Set([...fixture.rejected.map(example => example.by), ...Object.keys(fixture.unheardOf ?? {})])
      assert.deepEqual([...classes].sort(), ['configuration', 'content', 'recipient', 'route'])
    })

    test('too many requests are throttled for as long as the provider asks', async () => {
      const { answer, retryAfterS, code } = fixture.throttled
      const outcome = await sendOnce(socket => writeAnswer(socket, answer))
      assert.ok(outcome.outcome === 'throttled', JSON.stringify(outcome))
      assert.deepEqual({ retryAfterS: outcome.retryAfterS, code: outcome.code }, { retryAfterS, code })
    })

    for (const status of [500, 502, 503, 504])
      test(`${status} may have been sent`, async () => {
        const outcome = await sendOnce(socket => writeAnswer(socket, { status, body: '<html>oops</html>' }))
        assert.equal(outcome.outcome, 'unknown')
      })

    for (const [name, body] of Object.entries({
      nothing: '',
      HTML: '<html>hotel login</html>',
      'an empty object': '{}',
      'a list': '[]',
      null: 'null',
      'half an answer': '{"sid":"SM12',
      bytes: '\u0000\u00ff\u0001',
    }))
      test(`success with ${name} for a body may have been sent`, async () => {
        const outcome = await sendOnce(socket => writeAnswer(socket, { status: 200, body }))
        assert.equal(outcome.outcome, 'unknown')
      })

    test('an answer of a megabyte is cut off and may have been sent', async () => {
      const outcome = await sendOnce(socket => writeAnswer(socket, { status: 201, body: `{"padding":"${'x'.repeat(1 << 20)}"}` }))
      assert.equal(outcome.outcome, 'unknown')
    })

    for (const status of [301, 302, 303, 307, 308])
      test(`a redirect with ${status} is not followed, and is the operator’s to mend`, async () => {
        const accept: Respond = socket => writeAnswer(socket, fixture.accepted[0]?.answer ?? { status: 200 })
        await withServer(accept, async elsewhere => {
          const headers = { Location: `${elsewhere.origin}/` }
          const outcome = await sendOnce(socket => writeAnswer(socket, { status, headers }))
          assert.equal(elsewhere.connections, 0)
          assert.ok(outcome.outcome === 'rejected' && outcome.by === 'configuration', JSON.stringify(outcome))
          assert.match(outcome.message, /redirect/)
        })
      })

    test('no answer of any status and body is misread as accepted, or thrown at', () => {
      const gateway = fixture.gateway('https://provider.example')
      const bodies = [
        '',
        '{}',
        '[]',
        'null',
        '"x"',
        '{"code":null}',
        '{"code":{}}',
        '{"sid":null}',
        '{"sid":{}}',
        '{"message":5}',
      ]
      for (let status = 200; status < 600; status++)
        for (const body of bodies) {
          const outcome = provider.readSend({ status, headers: { 'retry-after': 'soon' }, body }, gateway)
          assert.notEqual(outcome.outcome, 'accepted', `${status} ${body}`)
          if (status < 300 || status >= 500) assert.equal(outcome.outcome, 'unknown', `${status} ${body}`)
        }
    })
  })

  describe(`${provider.label}: what a broken connection means`, () => {
    test('a refused connection was certainly not sent', async () => {
      const server = await startRawServer(() => undefined)
      await server.close()
      assert.equal((await sendTo(server.origin)).outcome, 'unavailable')
    })

    test('a TLS handshake that fails was certainly not sent', async () => {
      await withServer(
        socket => writeAnswer(socket, { status: 200 }),
        async server => {
          assert.equal((await sendTo(`https://127.0.0.1:${server.port}`)).outcome, 'unavailable')
          assert.equal(server.requests.length, 0)
        },
      )
    })

    const breaks: Record<string, Respond> = {
      'a reset': socket => socket.resetAndDestroy(),
      'a close': socket => socket.end(),
      silence: () => undefined,
      'half a head': socket => socket.write('HTTP/1.1 201 Cre'),
      'half a body': socket => socket.end('HTTP/1.1 201 Created\r\nContent-Length: 1000\r\n\r\n{"sid":'),
      'something that is not HTTP': socket => socket.end('220 mail.example ESMTP\r\n'),
      'a body that trickles': socket => {
        socket.write('HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n')
        const timer = setInterval(() => socket.write('1\r\n \r\n'), 20)
        socket.on('close', () => clearInterval(timer))
      },
    }
    for (const [name, respond] of Object.entries(breaks))
      test(`${name} after the request may have been sent, and is not repeated`, async () => {
        assert.equal((await sendOnce(respond)).outcome, 'unknown')
      })
  })

  const { check } = fixture
  if (check)
    describe(`${provider.label}: whether the credentials are good`, () => {
      const ask = (respond: Respond) =>
        withServer(respond, async server => {
          const outcome = await checkByHttp(engine, provider, fixture.gateway(server.origin), sms.now)
          assert.equal(server.requests.length, 1)
          assertDiscreet(fixture, outcome)
          return outcome
        })

      test('good ones are told from bad ones, and nothing is sent', async () => {
        assert.equal((await ask(socket => writeAnswer(socket, check.ok))).outcome, 'ok')
        const refused = await ask(socket => writeAnswer(socket, check.refused.answer))
        assert.ok(refused.outcome === 'refused' && refused.message.length > 20, JSON.stringify(refused))
        assert.equal(refused.code, check.refused.code)
      })

      test('a provider that is broken says nothing about the credentials', async () => {
        for (const respond of [
          (socket: Parameters<Respond>[0]) => writeAnswer(socket, { status: 503, body: 'oops' }),
          (socket: Parameters<Respond>[0]) => socket.resetAndDestroy(),
        ])
          assert.equal((await ask(respond)).outcome, 'cannot_tell')
      })
    })

  if (fixture.callbacks) testCallbacks(fixture, fixture.callbacks)
}

function testCallbacks(fixture: ProviderFixture, callbacksFor: NonNullable<ProviderFixture['callbacks']>): void {
  const { provider, signedWith } = fixture
  describe(`${provider.label}: callbacks`, () => {
    const gateway = fixture.gateway('https://provider.example')
    const callbacks = callbacksFor(gateway)
    const verify = (callback: Callback, by = gateway) => provider.verifyCallback?.(callback, by, sms.now)
    const read = (callback: Callback) => provider.readCallback?.(callback, gateway)

    test('genuine ones are taken and say what happened', () => {
      for (const { callback, receipt } of callbacks) {
        if (signedWith) assert.equal(verify(callback), true, JSON.stringify(receipt))
        assert.deepEqual(read(callback), [receipt])
      }
    })

    test('there is one for each thing that can happen', () => {
      assert.deepEqual([...new Set(callbacks.map(({ receipt }) => receipt.status))].sort(), ['accepted', 'delivered', 'failed'])
    })

    test('every failure is explained', () => {
      for (const { receipt } of callbacks) if (receipt.status === 'failed') assert.ok(receipt.errorMessage.length > 20)
    })

    test('one that comes again, or out of order, says the same as the first time', () => {
      for (const { callback, receipt } of [...callbacks].reverse())
        for (const again of [callback, { ...callback }]) assert.deepEqual(read(again), [receipt])
    })

    if (signedWith) {
      test('forged ones are refused', () => {
        for (const { callback } of callbacks) {
          const other: OpenGateway = { ...gateway, [signedWith]: fixture.otherSecret ?? 'f'.repeat(32) }
          assert.equal(verify(callback, other), false, 'another secret')
          assert.equal(verify(callback, { ...gateway, [signedWith]: '' }), false, 'a gateway without a secret')
          assert.equal(verify(fixture.unsigned?.(callback) ?? { ...callback, headers: {} }), false, 'no signature')
          if (callback.body === '') continue
          assert.equal(verify({ ...callback, body: `${callback.body}&extra=1` }), false, 'a field more')
          assert.equal(
            verify({ ...callback, body: callback.body.replace(/\d/, digit => String((Number(digit) + 1) % 10)) }),
            false,
            'another digit',
          )
          assert.equal(verify({ ...callback, body: '' }), false, 'no body')
        }
      })

      test('a signature made for an empty secret is refused', () => {
        for (const { callback } of callbacksFor({ ...gateway, [signedWith]: '' }))
          assert.equal(verify(callback, { ...gateway, [signedWith]: '' }), false)
      })
    } else test('it does not pretend to check what is not signed', () => assert.equal(provider.verifyCallback, undefined))

    test('it says whether it signs', () => assert.equal(provider.signing !== 'never', signedWith !== undefined))

    test('nonsense says nothing and does not throw', () => {
      const [first] = callbacks
      assert.ok(first)
      const url = first.callback.url.replace(/\?.*$/, '')
      for (const body of ['', '{}', '[]', 'null', '%%%', '\u0000', '&'.repeat(10_000), 'a=1', '{"a":', '{"data":5}', '[null]'])
        assert.deepEqual(read({ ...first.callback, url, body }), [])
    })
  })
}

async function withServer<T>(respond: Respond, use: (server: RawServer) => Promise<T>): Promise<T> {
  const server = await startRawServer(respond)
  try {
    return await use(server)
  } finally {
    await server.close()
  }
}

function assertDiscreet(fixture: ProviderFixture, outcome: unknown): void {
  const said = JSON.stringify(outcome)
  for (const secret of [...fixture.secrets, sms.text, sms.to, sms.to.slice(1), '481516'])
    assert.ok(!said.includes(secret), `${said} holds ${secret}`)
}
