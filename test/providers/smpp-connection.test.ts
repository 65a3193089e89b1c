import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, describe, test } from 'node:test'
import { startRawServer } from '../fakes/raw-server.ts'
import { startSmsc } from '../fakes/smpp.ts'
import { eventually } from '../harness.ts'
import { PASSWORD, startBoth, startSession } from './smpp-session.ts'

const COMMANDS = { deliver_sm: 0x05, unbind: 0x06, submit_sm: 0x04, enquire_link: 0x15, unheard_of: 0x7777, outbind: 0x0b }

const pem = (name: string) => readFileSync(new URL(`../fakes/${name}`, import.meta.url), 'utf8')
const CERTIFICATE = pem('localhost-cert.pem')
const tls = { key: pem('localhost-key.pem'), cert: CERTIFICATE }

describe('connecting', () => {
  test('happens when it is first needed, once for all who need it', async () => {
    const { smsc, send } = await startBoth()
    assert.equal(smsc.seen.connections, 0)
    await Promise.all([send(), send(), send()])
    assert.equal(smsc.seen.connections, 1)
    assert.equal(smsc.seen.binds[0]?.toString('latin1'), `gatehouse\0${PASSWORD}\0\0\x34\0\0\0`)
  })

  test('a port where nobody listens is unavailable, at once and without a new attempt for each text', async () => {
    const { url, close } = await startSmsc()
    await close()
    const { send, session, notes } = startSession(url, { limits: { againFirstMs: 60_000, againMaxMs: 60_000 } })
    for (let i = 0; i < 3; i++) {
      const outcome = await send()
      assert.ok(outcome.outcome === 'unavailable' && outcome.code === 'ECONNREFUSED', JSON.stringify(outcome))
    }
    assert.equal(notes.length, 1)
    assert.deepEqual(await session.check(), {
      outcome: 'cannot_tell',
      code: 'ECONNREFUSED',
      message: '127.0.0.1 refuses the connection.',
    })
  })

  test('an SMSC that comes back is found again without a text', async () => {
    const first = await startSmsc()
    const { session } = startSession(first.url)
    assert.equal((await session.check()).outcome, 'ok')
    await first.close()
    const second = await startSmsc({ port: first.port })
    after(() => second.close())
    await eventually(() => second.seen.binds.length === 1)
    assert.equal((await session.check()).outcome, 'ok')
  })

  for (const [status, code] of [
    [0x0e, 'ESME_RINVPASWD'],
    [0x0f, 'ESME_RINVSYSID'],
    [0x0d, 'ESME_RBINDFAIL'],
    [0x05, 'ESME_RALYBND'],
  ] as const)
    test(`a bind refused with ${code} is a matter of configuration, and the password is not offered again and again`, async () => {
      const { smsc, send, session, notes } = await startBoth({ onBind: () => ({ status }) })
      for (let i = 0; i < 3; i++) {
        const outcome = await send()
        assert.ok(outcome.outcome === 'rejected' && outcome.by === 'configuration' && outcome.code === code)
      }
      assert.equal(smsc.seen.binds.length, 1)
      assert.equal(smsc.seen.submits.length, 0)
      assert.equal((await session.check()).outcome, 'refused', 'a check asks anew')
      assert.equal(smsc.seen.binds.length, 2)
      await eventually(() => smsc.peers.size === 0)
      assert.match(notes[0] ?? '', /Next attempt in (4[5-9]|5\d|60) s/)
      assert.ok(!notes.join().includes(PASSWORD))
    })

  test('a bind refused for a fault of the SMSC’s own passes', async () => {
    const { smsc, send } = await startBoth({ onBind: number => ({ status: number === 1 ? 0x08 : 0 }) })
    const outcome = await send()
    assert.ok(outcome.outcome === 'unavailable' && outcome.code === 'ESME_RSYSERR')
    await eventually(async () => (await send()).outcome === 'accepted')
    assert.equal(smsc.seen.submits.length, 1)
  })

  test('a bind that is never answered is unavailable, and leaves no socket open', async () => {
    const { smsc, send } = await startBoth(
      { onBind: () => 'silence' },
      { limits: { bindMs: 50, againFirstMs: 60_000, againMaxMs: 60_000 } },
    )
    const outcome = await send()
    assert.ok(outcome.outcome === 'unavailable' && outcome.code === 'timeout')
    await eventually(() => smsc.peers.size === 0)
    assert.equal(smsc.seen.submits.length, 0)
  })

  test('a server that speaks something else is unavailable', async () => {
    const http = await startRawServer(() => undefined)
    after(() => http.close())
    const { send } = startSession(http.origin.replace('http', 'smpp'), {
      limits: { bindMs: 50, againFirstMs: 60_000, againMaxMs: 60_000 },
    })
    assert.equal((await send()).outcome, 'unavailable')
    await eventually(() => http.openSockets === 0)
  })

  test('an SMSC that ends each connection is not connected to in a loop', async () => {
    const { smsc, session, notes } = await startBoth(
      { onBind: async () => ({}) },
      { limits: { againFirstMs: 60_000, againMaxMs: 60_000, stableMs: 60_000 } },
    )
    await session.check()
    smsc.peer.socket.destroy()
    // One attempt at once, then none for a minute.
    await eventually(() => smsc.seen.binds.length === 2)
    await eventually(() => notes.filter(note => note.startsWith('bound')).length === 2)
    smsc.peer.socket.destroy()
    await eventually(() => notes.some(note => note.includes('Next attempt')))
    assert.equal(smsc.seen.connections, 2)
  })
})

describe('TLS', () => {
  test('carries texts to an SMSC whose certificate the gateway’s CA certificate has signed', async () => {
    const smsc = await startSmsc({ tls })
    const { send, session } = startSession(smsc.url, { options: { ca_certificate: CERTIFICATE } })
    after(() => smsc.close())
    assert.equal((await send()).outcome, 'accepted')
    assert.equal((await session.check()).outcome, 'ok')
  })

  test('refuses a certificate that nobody vouches for before the password is out', async () => {
    const smsc = await startSmsc({ tls })
    const { send } = startSession(smsc.url, { limits: { againFirstMs: 60_000, againMaxMs: 60_000 } })
    after(() => smsc.close())
    const outcome = await send()
    assert.ok(outcome.outcome === 'unavailable' && /certificate/.test(outcome.message), JSON.stringify(outcome))
    assert.equal(smsc.seen.binds.length, 0)
  })

  test('to a port without TLS is unavailable', async () => {
    const { smsc } = await startBoth()
    const { send } = startSession(`smpps://localhost:${smsc.port}`, {
      limits: { connectMs: 200, againFirstMs: 60_000, againMaxMs: 60_000 },
    })
    assert.equal((await send()).outcome, 'unavailable')
    assert.equal(smsc.seen.binds.length, 0)
  })
})

describe('a connection that stands', () => {
  test('is tested after silence, and replaced when the SMSC no longer answers', async () => {
    const { smsc, session } = await startBoth({}, { gateway: { options: { enquire_link_s: 0.02 } }, limits: { answerMs: 100 } })
    await session.check()
    await eventually(() => smsc.seen.enquireLinks > 3)
    assert.equal(smsc.seen.connections, 1)
    smsc.script.answersEnquireLink = false
    await eventually(() => smsc.seen.binds.length > 1)
    smsc.script.answersEnquireLink = true
    await eventually(async () => (await session.check()).outcome === 'ok')
    await eventually(() => smsc.peers.size === 1)
  })

  test('answers the SMSC’s enquire_link and unbind, and refuses what it does not know', async () => {
    const { smsc, session } = await startBoth()
    await session.check()
    const { peer } = smsc
    const answers: string[] = []
    peer.socket.on('data', chunk => answers.push(chunk.toString('hex')))
    peer.request(COMMANDS.enquire_link)
    peer.request(COMMANDS.outbind, Buffer.from('a\0b\0'))
    peer.request(COMMANDS.unheard_of, Buffer.alloc(30))
    peer.request(COMMANDS.submit_sm)
    peer.request(COMMANDS.unbind)
    await eventually(() => smsc.seen.binds.length === 2)
    const [ok, unknown] = ['00000000', '00000003']
    assert.equal(
      answers.join(''),
      `0000001080000015${ok}00000001` +
        `0000001080000000${unknown}00000003` +
        `0000001080000000${unknown}00000004` +
        `0000001080000006${ok}00000005`,
    )
  })

  for (const [what, garbage] of Object.entries({
    'no length': '00000000800000040000000000000001',
    'a length below a head': '00000004800000040000000000000001',
    'a length of 2 GiB': '7fffffff800000040000000000000001',
    HTML: Buffer.from('<html>Bad gateway</html>').toString('hex'),
  }))
    test(`is given up after ${what}: the text in the window is unknown, the next one goes out`, async () => {
      const { smsc, send } = await startBoth({
        onSubmit: ({ number, peer }) => {
          if (number > 1) return {}
          peer.write(Buffer.from(garbage, 'hex'))
          return 'silence'
        },
      })
      const outcome = await send()
      assert.ok(outcome.outcome === 'unknown' && outcome.code === 'connection_lost', JSON.stringify(outcome))
      assert.equal((await send()).outcome, 'accepted')
      await eventually(() => smsc.peers.size === 1)
      assert.deepEqual(smsc.seen.nacks, [0x02])
    })

  test('takes an answer that comes byte by byte, and two in one go', async () => {
    const held: Buffer[] = []
    const { smsc, send } = await startBoth({
      onSubmit: ({ number, sequence, peer }) => {
        const answer = Buffer.from(`0000001580000004000000000000000069642d3${number}00`, 'hex')
        answer.writeUInt32BE(sequence, 12)
        if (number === 1) for (const byte of answer) peer.write(Buffer.from([byte]))
        else if (held.push(answer) === 2) peer.write(Buffer.concat(held))
        return 'silence'
      },
    })
    const ids = [await send(), ...(await Promise.all([send(), send()]))].map(
      it => 'providerMessageId' in it && it.providerMessageId,
    )
    assert.deepEqual(ids, ['id-1', 'id-2', 'id-3'])
    assert.equal(smsc.seen.connections, 1)
  })

  test('a deliver_sm that is cut short is answered as unreadable, and nothing is made of it', async () => {
    const { smsc, session, receipts, inbound } = await startBoth()
    await session.check()
    const answers: string[] = []
    smsc.peer.socket.on('data', chunk => answers.push(chunk.toString('hex')))
    smsc.peer.request(COMMANDS.deliver_sm, Buffer.from('00010131000101320004000000000000ff61', 'hex'))
    await eventually(() => answers.join('') === '0000001180000005000000650000000100')
    assert.deepEqual([receipts, inbound], [[], []])
  })

  test('answers in any order find their texts', async () => {
    const answers: ((answer: object) => void)[] = []
    const { send } = await startBoth({
      onSubmit: () => {
        const { promise, resolve } = Promise.withResolvers<object>()
        if (answers.push(resolve) === 3) for (const answer of answers.toReversed()) answer({})
        return promise
      },
    })
    const outcomes = await Promise.all([send(), send(), send()])
    assert.deepEqual(
      outcomes.map(outcome => 'providerMessageId' in outcome && outcome.providerMessageId),
      ['id-1', 'id-2', 'id-3'],
    )
  })
})

describe('the end of a session', () => {
  test('waits for what is under way, says unbind, and takes no more texts', async () => {
    let answer: (value: object) => void = () => undefined
    const { smsc, send, session } = await startBoth({ onSubmit: () => new Promise(resolve => (answer = resolve)) })
    const sent = send()
    await eventually(() => smsc.seen.submits.length === 1)
    const closed = session.close()
    const late = await send()
    assert.ok(late.outcome === 'unavailable' && late.code === 'closing')
    assert.equal(smsc.seen.unbinds, 0)
    answer({})
    assert.equal((await sent).outcome, 'accepted')
    await closed
    assert.equal(smsc.seen.unbinds, 1)
    await eventually(() => smsc.peers.size === 0)
    assert.equal(smsc.seen.connections, 1, 'it does not connect again')
  })

  test('comes even if unbind is never answered', async () => {
    const { smsc, session } = await startBoth({ answersUnbind: false })
    await session.check()
    await session.close()
    await eventually(() => smsc.peers.size === 0)
  })

  test('of one that never connected is immediate', async () => {
    const { smsc, session } = await startBoth()
    await session.close()
    assert.equal(smsc.seen.connections, 0)
    assert.equal((await session.check()).outcome, 'cannot_tell')
  })
})
