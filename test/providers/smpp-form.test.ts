import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { gatewayProblems } from '../../src/sms/gateway-problems.ts'
import type { OpenGateway } from '../../src/sms/provider.ts'
import { smpp } from '../../src/sms/providers/smpp.ts'
import { smppGateway } from './smpp-session.ts'

const CERTIFICATE = readFileSync(new URL('../fakes/localhost-cert.pem', import.meta.url), 'utf8')
const KEY = readFileSync(new URL('../fakes/localhost-key.pem', import.meta.url), 'utf8')

function fieldsOf(changes: Partial<OpenGateway>): string[] {
  return gatewayProblems(smpp, { ...smppGateway('smpps://smsc.example.com'), ...changes }).map(({ field }) => field)
}

describe('a gateway', () => {
  test('can be saved with what it needs, and with every option', () => {
    assert.deepEqual(fieldsOf({}), [])
    const options = {
      system_type: 'VMA',
      window: 50,
      enquire_link_s: 60,
      gsm7: 'latin1',
      concatenation: 'payload',
      registered_delivery: false,
      message_id_base: 'hex_receipts',
      validity: 'absolute',
      source_ton: 0,
      source_npi: 0,
      destination_ton: 2,
      destination_npi: 8,
      ca_certificate: CERTIFICATE,
    }
    assert.deepEqual(fieldsOf({ options }), [])
    assert.deepEqual(Object.keys(options).sort(), smpp.options.map(({ name }) => name).sort())
    for (const from of ['+4915112345678', '12345', 'Hotel Lobby', 'A.B-C']) assert.deepEqual(fieldsOf({ from }), [], from)
    for (const base_url of ['smpp://10.0.0.1', 'smpp://[::1]:2775', 'smpps://smsc.example.com:3551/'])
      assert.deepEqual(fieldsOf({ base_url }), [], base_url)
  })

  test('needs address, System ID, Password and sender', () => {
    const empty = { base_url: '', account_sid: '', auth_token: '', from: '' }
    assert.deepEqual(fieldsOf(empty).sort(), ['account_sid', 'auth_token', 'base_url', 'from'])
    assert.deepEqual(smpp.problems({ ...smppGateway(''), ...empty }), [])
  })

  const MISTAKES: [field: string, changes: Partial<OpenGateway>][] = [
    ['from', { from: '015112345678' }],
    ['from', { from: '+49 151 12345678' }],
    ['from', { from: 'A name too long' }],
    ['from', { from: 'Hôtel' }],
    ['account_sid', { account_sid: 'user\n' }],
    ['auth_token', { auth_token: 'pässword' }],
    ['auth_token', { auth_token: ' secret' }],
    ['base_url', { base_url: 'smsc.example.com:2775' }],
    ['base_url', { base_url: 'https://smsc.example.com' }],
    ['base_url', { base_url: 'smpp://user:secret@smsc.example.com' }],
    ['base_url', { base_url: 'smpp://smsc.example.com/path' }],
    ['base_url', { base_url: 'smpp://' }],
    ['options.window', { options: { window: 0 } }],
    ['options.window', { options: { window: 1.5 } }],
    ['options.enquire_link_s', { options: { enquire_link_s: 1 } }],
    ['options.source_ton', { options: { source_ton: 7 } }],
    ['options.destination_npi', { options: { destination_npi: -1 } }],
    ['options.system_type', { options: { system_type: 'longer than twelve' } }],
    ['options.gsm7', { options: { gsm7: 'packed' } }],
    ['options.ca_certificate', { options: { ca_certificate: 'not a certificate' } }],
    ['options.ca_certificate', { options: { ca_certificate: KEY } }],
  ]
  for (const [field, changes] of MISTAKES)
    test(`with ${JSON.stringify(changes).slice(0, 60)} is told what to do about ${field}`, () => {
      assert.deepEqual(fieldsOf(changes), [field])
    })

  test('is warned of clear text on the internet, of no receipts, of a name, and of a long password', () => {
    const calm = { auth_token: 'S3cret-p' }
    assert.deepEqual(smpp.warnings({ ...smppGateway('smpps://smsc.example.com'), ...calm }), [])
    assert.deepEqual(smpp.warnings({ ...smppGateway('smpp://10.1.2.3'), ...calm }), [])
    const warned = (changes: Partial<OpenGateway>) =>
      smpp.warnings({ ...smppGateway('smpps://smsc.example.com'), ...calm, ...changes }).join()
    assert.match(warned({ base_url: 'smpp://smsc.example.com' }), /not encrypted/)
    assert.match(warned({ base_url: 'smpp://10.1.2.3', options: { ca_certificate: CERTIFICATE } }), /not used/)
    assert.match(warned({ options: { registered_delivery: false } }), /accepted/)
    assert.match(warned({ from: 'Hotel' }), /STOP/)
    assert.match(warned({ auth_token: 'longer than eight' }), /8 of Password/)
  })
})
