import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { checkByHttp, openHttpEngine, sendByHttp } from '../../src/sms/http.ts'
import type { Callback, OpenGateway, OutgoingSms, Receipt } from '../../src/sms/provider.ts'
import { kannel } from '../../src/sms/providers/kannel.ts'
import { eventually, isCi } from '../harness.ts'
import { sms } from './contract.ts'
import { kannelGateway } from './kannel-gateway.ts'
import { findKannel, startKannel } from './kannel-server.ts'

const found = await findKannel().catch((error: Error) => error)
if (found instanceof Error && isCi) throw found
const skip = found instanceof Error && found.message

const TEXTS: [name: string, text: string, encoding: OutgoingSms['encoding']][] = [
  ['GSM-7', '481516 is your code for Lobby, é ñ Å: 1+1=2 & 50% #a', 'GSM-7'],
  ['UCS-2', '481516 – 您的验证码 🔑\n@wifi.example #481516', 'UCS-2'],
]

describe('a real Kannel', { skip }, () => {
  const engine = openHttpEngine()
  const user = { name: kannelGateway({}).account_sid, password: kannelGateway({}).auth_token }
  const callbacks: Callback[] = []
  const hooks = createServer((request, response) => {
    callbacks.push({
      method: request.method ?? '',
      url: `http://127.0.0.1${request.url}`,
      headers: request.headers as Record<string, string>,
      body: '',
    })
    response.end()
  })
  let server: Awaited<ReturnType<typeof startKannel>>
  let hookOrigin = ''

  before(async () => {
    assert.ok(!(found instanceof Error))
    await new Promise<void>(resolve => hooks.listen(0, '127.0.0.1', resolve))
    hookOrigin = `http://127.0.0.1:${(hooks.address() as AddressInfo).port}`
    server = await startKannel(found, user)
  })
  after(async () => {
    await engine.close()
    hooks.closeAllConnections()
    await new Promise(resolve => hooks.close(resolve))
  })

  const gateway = (changes: Partial<OpenGateway> = {}) => kannelGateway({ base_url: server.origin, ...changes })
  const send = (changes: Partial<OutgoingSms>, by = gateway()) => sendByHttp(engine, kannel, { ...sms, ...changes }, by)
  const receiptsOf = (id: string): Receipt[] =>
    callbacks.flatMap(callback => kannel.readCallback?.(callback, gateway()) ?? []).filter(({ messageId }) => messageId === id)

  for (const method of ['POST', 'GET'])
    for (const [name, text, encoding] of TEXTS)
      test(`takes a text in ${name} by ${method}, and reports it as delivered with our id`, async () => {
        const id = `${method}-${name}`
        const callbackUrl = `${hookOrigin}/hooks/sms/g1/${id}?t=a-secret_1`
        const outcome = await send({ id, text, encoding, callbackUrl }, gateway({ options: { method } }))
        assert.equal(outcome.outcome, 'accepted', JSON.stringify(outcome))
        await eventually(() => server.received.some(it => it.text === text && it.to === sms.to && it.from === 'Lobby'))
        await eventually(() => receiptsOf(id).length === 2)
        assert.deepEqual(
          receiptsOf(id)
            .map(({ status, providerStatus }) => `${providerStatus} ${status}`)
            .sort(),
          ['1 delivered', '8 accepted'],
        )
        const called = callbacks.filter(({ url }) => url.includes(`/${id}?`))
        assert.deepEqual(
          called.map(({ method, url }) => [method, new URL(url).searchParams.get('t')]),
          [
            ['GET', 'a-secret_1'],
            ['GET', 'a-secret_1'],
          ],
        )
        assert.ok(!called.some(({ url }) => url.includes('481516')), 'no code in an address')
      })

  test('refuses a wrong password, which is the operator’s to mend, and sends nothing', async () => {
    const before = server.received.length
    for (const method of ['POST', 'GET']) {
      const outcome = await send({}, gateway({ auth_token: 'wrong', options: { method } }))
      assert.ok(outcome.outcome === 'rejected' && outcome.by === 'configuration', JSON.stringify(outcome))
      assert.equal(outcome.code, 'authorization_failed')
    }
    assert.equal(server.received.length, before)
  })

  test('refuses a number that none of its SMSCs takes, which leaves it to the next gateway', async () => {
    const outcome = await send({ to: '+88812345678' })
    assert.ok(outcome.outcome === 'rejected' && outcome.by === 'route', JSON.stringify(outcome))
    assert.equal(outcome.code, 'not_routable')
  })

  test('says whether the password is right without sending', async () => {
    const before = server.received.length
    for (const method of ['POST', 'GET']) {
      const options = { method }
      assert.equal((await checkByHttp(engine, kannel, gateway({ options }), sms.now)).outcome, 'ok', method)
      const wrong = gateway({ options, auth_token: 'wrong' })
      assert.equal((await checkByHttp(engine, kannel, wrong, sms.now)).outcome, 'refused', method)
    }
    assert.equal(server.received.length, before)
  })

  test('says that nothing is at another path', async () => {
    const outcome = await send({}, gateway({ base_url: `${server.origin}/sms` }))
    assert.ok(outcome.outcome === 'rejected' && outcome.by === 'configuration', JSON.stringify(outcome))
  })
})
