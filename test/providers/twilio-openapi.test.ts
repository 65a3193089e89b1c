import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openHttpEngine, sendByHttp } from '../../src/sms/http.ts'
import type { HttpAnswer, HttpRequest } from '../../src/sms/provider.ts'
import { twilio } from '../../src/sms/providers/twilio.ts'
import { type FakeTwilio, startFakeTwilio } from '../fakes/twilio.ts'
import { isCi } from '../harness.ts'
import { sms } from './contract.ts'
import { startPrism, twilioOpenApi } from './prism.ts'
import { twilioGateway } from './twilio-gateway.ts'

const MG = 'MG00000000000000000000000000000001'
const RFC_2822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} \+0000$/

let skip: string | false = false
const document = await twilioOpenApi().catch((error: Error) => {
  if (isCi) throw error
  skip = 'Twilio’s OpenAPI document (in the npm package @twilio/cli-core) cannot be fetched: is the npm registry in reach?'
  return ''
})

const engine = openHttpEngine()
after(() => engine.close())

async function exchange(request: HttpRequest): Promise<HttpAnswer> {
  const answer = await engine.exchange(request)
  if ('failed' in answer) throw new Error(answer.message)
  return answer
}

describe('Twilio’s own OpenAPI document, served by Prism', { skip }, () => {
  describe('our requests', () => {
    let prism: Awaited<ReturnType<typeof startPrism>>
    before(async () => {
      prism = await startPrism(document)
    })
    after(() => prism.close())

    test('a message from a number, a name or a Messaging Service is accepted', async () => {
      for (const from of ['+15005550006', 'Lobby', '12345', MG]) {
        const outcome = await sendByHttp(engine, twilio, sms, twilioGateway({ from, base_url: prism.origin }))
        assert.equal(outcome.outcome, 'accepted', JSON.stringify(outcome))
      }
    })

    test('a lookup is answered, and we find in Twilio’s example the message it shows', async () => {
      const gateway = twilioGateway({ base_url: prism.origin })
      const since = new Date('2019-05-24T17:44:46Z')
      const request = twilio.buildLookup({ ...sms, to: '+123456789' }, gateway)
      assert.ok(request)
      const answer = await exchange(request)
      assert.equal(answer.status, 200, answer.body)
      const found = twilio.readLookup?.(answer, { ...sms, text: 'testing' }, since)
      assert.deepEqual(found, { outcome: 'found', providerMessageId: 'SMded05904ccb347238880ca9264e8fe1c' })
    })

    const good = () => twilio.buildSend(sms, twilioGateway({ base_url: prism.origin }))
    const withForm = (change: (form: URLSearchParams) => void): HttpRequest => {
      const form = new URLSearchParams(good().body)
      change(form)
      return { ...good(), body: form.toString() }
    }

    test('mutilated requests are refused, so that the ones above were judged', async () => {
      assert.equal((await exchange(good())).status, 201)
      const { authorization: _, ...anonymous } = good().headers
      assert.equal((await exchange({ ...good(), headers: anonymous })).status, 401)
      const refused: Record<string, HttpRequest> = {
        'no number': withForm(form => form.delete('To')),
        'a validity that is no number': withForm(form => form.set('ValidityPeriod', 'soon')),
        'an Account SID of another kind': { ...good(), url: good().url.replace('/AC', '/SK') },
        'a Messaging Service of another kind': withForm(form =>
          form.set('MessagingServiceSid', 'VA00000000000000000000000000000001'),
        ),
        'a number for a word': withForm(form => form.set('RiskCheck', 'perhaps')),
      }
      for (const [name, request] of Object.entries(refused)) assert.equal((await exchange(request)).status, 422, name)
    })
  })

  describe('the fake Twilio’s answers', () => {
    let fake: FakeTwilio
    let proxy: Awaited<ReturnType<typeof startPrism>>
    before(async () => {
      fake = await startFakeTwilio()
      proxy = await startPrism(document, fake.origin)
    })
    after(async () => {
      await proxy.close()
      await fake.close()
    })

    const gateway = (from = '+15005550006') => twilioGateway({ from, base_url: proxy.origin })
    async function conforming(request: HttpRequest | undefined): Promise<Record<string, unknown>> {
      assert.ok(request)
      const answer = await exchange(request)
      assert.ok(answer.status < 300, `${answer.status} ${answer.body}`)
      return JSON.parse(answer.body) as Record<string, unknown>
    }

    test('conform when it takes a message and reads one', async () => {
      const created = await conforming(twilio.buildSend(sms, gateway()))
      assert.deepEqual([created.status, created.num_segments, created.date_sent], ['queued', '1', null])
      const byService = await conforming(twilio.buildSend(sms, gateway(MG)))
      assert.deepEqual([byService.status, byService.num_segments, byService.from], ['accepted', '0', null])
      const one = twilio.buildLookup(sms, gateway())
      assert.ok(one)
      const read = await conforming({ ...one, url: one.url.replace(/\.json.*/, `/${String(created.sid)}.json`) })
      // Prism does not know the format of Twilio's dates.
      for (const message of [created, byService, read]) assert.match(String(message.date_created), RFC_2822)
    })

    test('conform when it lists, as far as Twilio’s own answers do', async () => {
      const number = '+15555550177'
      for (let n = 0; n < 3; n++) await conforming(twilio.buildSend({ ...sms, to: number }, gateway()))
      const request = twilio.buildLookup({ ...sms, to: number }, gateway())
      assert.ok(request)
      const answer = await exchange({ ...request, url: request.url.replace('PageSize=50', 'PageSize=2') })
      // Twilio pages with addresses without an origin, also in the examples of the document, whose schema says otherwise.
      const { validation } = JSON.parse(answer.body) as { validation: { location: string[]; code: string }[] }
      assert.deepEqual(
        validation.map(({ location, code }) => `${location.at(-1)} ${code}`),
        ['first_page_uri format', 'next_page_uri format', 'uri format'],
      )
    })

    test('would be refused if they did not', async () => {
      fake.next({ answer: 'raw', status: 201, body: '{"sid":5,"status":"on its way"}' })
      const answer = await exchange(twilio.buildSend(sms, gateway()))
      assert.equal(answer.status, 500)
      assert.match(answer.body, /VIOLATIONS/)
    })
  })
})
