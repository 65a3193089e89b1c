import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { twilioGateway } from '../../../test/providers/twilio-gateway.ts'
import { gatewayProblems, gatewayWarnings } from '../gateway-problems.ts'
import type { OpenGateway, OutgoingSms } from '../provider.ts'
import { twilio } from './twilio.ts'
import { TWILIO_ERRORS } from './twilio-errors.ts'

const MG = 'MG0123456789abcdef0123456789abcdef'
const SID = 'SMded05904ccb347238880ca9264e8fe1c'
const sms: OutgoingSms = {
  id: 'm1',
  to: '+447700900123',
  text: '123456 – 1+1=2 & “ü” is your code\n@wifi.example.com #123456',
  encoding: 'UCS-2',
  validityS: 600,
  callbackUrl: 'https://wifi.example.com/hooks/sms/g1/m1',
  now: new Date('2026-11-22T12:00:00Z'),
}

function send(changes: Partial<OpenGateway>, smsChanges: Partial<OutgoingSms> = {}) {
  const request = twilio.buildSend({ ...sms, ...smsChanges }, twilioGateway(changes))
  return { ...request, form: Object.fromEntries(new URLSearchParams(request.body)) }
}

function field(changes: Partial<OpenGateway>): string[] {
  return gatewayProblems(twilio, twilioGateway(changes)).map(problem => problem.field)
}

describe('the request', () => {
  test('is the one Twilio documents', () => {
    const { method, url, headers, form } = send({})
    assert.equal(method, 'POST')
    assert.equal(url, 'https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json')
    assert.equal(headers['content-type'], 'application/x-www-form-urlencoded')
    const credentials = Buffer.from(headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString()
    assert.equal(credentials, 'AC00000000000000000000000000000001:0123456789abcdef0123456789abcdef')
    assert.deepEqual(form, {
      To: sms.to,
      From: '+15005550006',
      Body: sms.text,
      ValidityPeriod: '600',
      StatusCallback: sms.callbackUrl,
    })
  })

  test('names a Messaging Service in its own field', () => {
    const { form } = send({ from: MG })
    assert.equal(form.MessagingServiceSid, MG)
    assert.equal('From' in form, false)
  })

  test('goes to the base URL, with or without a slash or a path', () => {
    const path = '/2010-04-01/Accounts/AC00000000000000000000000000000001/Messages.json'
    assert.equal(send({ base_url: 'http://127.0.0.1:4010' }).url, `http://127.0.0.1:4010${path}`)
    assert.equal(send({ base_url: 'https://api.dublin.ie1.twilio.com/' }).url, `https://api.dublin.ie1.twilio.com${path}`)
    assert.equal(send({ base_url: 'https://x.signalwire.com/api/laml' }).url, `https://x.signalwire.com/api/laml${path}`)
  })

  test('keeps the validity within what Twilio takes', () => {
    const validity = (validityS: number) => send({}, { validityS }).form.ValidityPeriod
    assert.deepEqual([0, -5, 0.5, 1, 59.9, 36_000, 99_999].map(validity), ['1', '1', '1', '1', '59', '36000', '36000'])
  })

  test('asks Twilio for receipts only where Twilio can bring them, since it refuses the message otherwise', () => {
    const hasCallback = (callbackUrl: string, base_url = '') => 'StatusCallback' in send({ base_url }, { callbackUrl }).form
    for (const host of ['wifi.example.com', 'wifi.example.com:8443', '203.0.113.7', '[2001:db8::1]'])
      assert.equal(hasCallback(`https://${host}/hooks`), true, host)
    const local = ['localhost:8080', '127.0.0.1', '10.1.2.3', '172.20.0.1:81', '192.168.1.5', '169.254.1.1', '100.64.3.2']
    for (const host of [...local, '[::1]', '[fd00::1]', 'gatehouse', 'wifi.local', 'portal.lan', 'my_wifi.example.com']) {
      assert.equal(hasCallback(`http://${host}/hooks`), false, host)
      assert.equal(hasCallback(`http://${host}/hooks`, 'https://api.dublin.ie1.twilio.com'), false, host)
      assert.equal(hasCallback(`http://${host}/hooks`, 'http://127.0.0.1:4010'), true, `${host} by another service`)
    }
  })
})

describe('the answer', () => {
  const read = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    twilio.readSend({ status, headers, body: JSON.stringify(body) })

  test('with a code of the table means what the table says', () => {
    for (const [code, { class: by, hint, retryAfterS, isLocal, isOptOut }] of TWILIO_ERRORS) {
      const outcome = read(400, { code: Number(code), message: 'x', status: 400 })
      assert.deepEqual(
        outcome,
        by === 'throttled'
          ? { outcome: by, ...(retryAfterS !== undefined && { retryAfterS }), code, message: hint }
          : by === 'unavailable'
            ? { outcome: by, code, message: hint }
            : {
                outcome: 'rejected',
                by,
                code,
                message: hint,
                ...(isLocal && { isLocal }),
                ...(isOptOut && { isOptOut }),
              },
      )
    }
  })

  test('with an unknown code blames neither the guest nor the gateway', () => {
    const outcome = read(400, { code: 29_999, message: "The 'To' number +447700900123 had 123456 in it", status: 400 })
    assert.deepEqual(outcome, {
      outcome: 'rejected',
      by: 'route',
      code: '29999',
      message: "Twilio’s error 29999: The 'To' number … had … in it (https://www.twilio.com/docs/api/errors/29999).",
    })
  })

  test('without a code means what its status says', () => {
    const expected = { 400: 'route', 401: 'configuration', 402: 'configuration', 404: 'configuration', 405: 'configuration' }
    for (const [status, by] of Object.entries({ ...expected, 413: 'content', 422: 'route', 302: 'configuration' })) {
      const outcome = read(Number(status), 'nothing of Twilio’s')
      assert.ok(outcome.outcome === 'rejected' && outcome.by === by && outcome.code === `http_${status}`, JSON.stringify(outcome))
    }
    assert.equal(read(429, {}).outcome, 'throttled')
    assert.equal(read(408, {}).outcome, 'unknown')
  })

  test('of a broken server may have been sent whatever code it carries', () => {
    assert.equal(read(500, { code: 21_211 }).outcome, 'unknown')
    assert.equal(read(503, { code: 20_429 }, { 'retry-after': '5' }).outcome, 'unknown')
  })

  test('says when to come back, in seconds or as a date', () => {
    const retryAfterS = (headers: Record<string, string>) => {
      const outcome = read(429, { code: 20_429 }, headers)
      assert.equal(outcome.outcome, 'throttled')
      return outcome.outcome === 'throttled' ? outcome.retryAfterS : NaN
    }
    const date = 'Sun, 22 Nov 2026 15:00:00 GMT'
    assert.equal(retryAfterS({ 'retry-after': '12' }), 12)
    assert.equal(retryAfterS({ 'retry-after': '0' }), 1)
    assert.equal(retryAfterS({ 'retry-after': '999999' }), 3_600)
    assert.equal(retryAfterS({ 'retry-after': 'Sun, 22 Nov 2026 15:00:30 GMT', date }), 30)
    assert.equal(retryAfterS({ 'retry-after': 'Sun, 22 Nov 2026 15:00:30 GMT' }), undefined)
    assert.equal(retryAfterS({ 'retry-after': 'soon' }), undefined)
    assert.equal(retryAfterS({}), undefined)
  })

  test('that took a message which has failed already is a rejection', () => {
    const outcome = read(201, { sid: SID, status: 'failed', error_code: 30_034 })
    assert.ok(
      outcome.outcome === 'rejected' && outcome.by === 'configuration' && outcome.code === '30034',
      JSON.stringify(outcome),
    )
  })
})

describe('the lookup', () => {
  const since = new Date('2026-11-22T15:00:00.400Z')
  const message = (changes: object = {}) => ({
    sid: SID,
    body: sms.text,
    direction: 'outbound-api',
    date_created: 'Sun, 22 Nov 2026 15:00:00 +0000',
    ...changes,
  })
  const read = (messages: unknown, next_page_uri: string | null = null, status = 200) =>
    twilio.readLookup?.({ status, headers: {}, body: JSON.stringify({ messages, next_page_uri }) }, sms, since)?.outcome
  const earlier = { date_created: 'Sun, 22 Nov 2026 14:59:30 +0000' }

  test('asks for all recent messages to the number', () => {
    const request = twilio.buildLookup(sms, twilioGateway({}))
    assert.equal(request.method, 'GET')
    assert.match(request.url, /\/Messages\.json\?To=%2B447700900123&PageSize=50$/)
    assert.match(request.headers.authorization ?? '', /^Basic /)
  })

  test('finds the message by its text, and the newest of several', () => {
    const later = message({ sid: 'SM2', date_created: 'Sun, 22 Nov 2026 15:00:02 +0000' })
    const answer = { status: 200, headers: {}, body: JSON.stringify({ messages: [message(), later, message()] }) }
    assert.deepEqual(twilio.readLookup?.(answer, sms, since), { outcome: 'found', providerMessageId: 'SM2' })
    assert.equal(read([message({ body: `Sent from your Twilio trial account - ${sms.text}` })]), 'found')
  })

  test('takes no other message for it', () => {
    assert.equal(read([]), 'not_found')
    assert.equal(read([message({ body: 'another text' })]), 'not_found')
    assert.equal(read([message({ direction: 'inbound' })]), 'not_found')
    assert.equal(read([message(earlier)]), 'not_found', 'the same code, sent half a minute before')
  })

  test('cannot tell when it has not seen all there is', () => {
    assert.equal(read([message({ body: 'another text' })], '/next'), 'cannot_tell')
    assert.equal(read([message({ body: 'another text' }), message(earlier)], '/next'), 'not_found')
    assert.equal(read([message({ body: '' })]), 'cannot_tell', 'the account redacts texts')
    assert.equal(read([message({ date_created: null })]), 'cannot_tell')
    for (const status of [401, 404, 429, 500]) assert.equal(read([], null, status), 'cannot_tell')
    assert.equal(read('nothing'), 'cannot_tell')
    assert.equal(read([null, 5, 'x', []]), 'not_found')
    assert.deepEqual(twilio.readLookup?.({ status: 200, headers: {}, body: '{"messages":[{"sid"' }, sms, since), {
      outcome: 'cannot_tell',
    })
  })
})

describe('the settings', () => {
  test('that work are taken', () => {
    assert.deepEqual(field({}), [])
    for (const from of ['+15005550006', '+4915112345678', '12345', '123', '12345678', MG, 'Lobby', 'Lobby Wi-Fi', 'A1'])
      assert.deepEqual(field({ from }), [], from)
    for (const base_url of ['http://127.0.0.1:4010', 'https://api.sydney.au1.twilio.com', 'https://x.signalwire.com/api/laml/'])
      assert.deepEqual(field({ base_url }), [], base_url)
    assert.deepEqual(field({ base_url: 'https://x.signalwire.com', account_sid: 'f9d0a3e2-1111-4222-8333-444455556666' }), [])
  })

  test('with a sender that Twilio cannot send from are refused', () => {
    const wrong = ['', '+0123456', '15551234567', '+1 555 123 4567', '+1555', '12', 'Twelve chars', 'Ünïcode', '!!!', ' Lobby']
    const sids = ['VA', 'SK', 'AC', 'PN', 'SM'].map(kind => kind + '0'.repeat(32))
    for (const from of [...wrong, ...sids, 'MG123456789012', 'whatsapp:+15005550006'])
      assert.deepEqual(field({ from }), ['from'], from)
  })

  test('with an identifier in the wrong field are refused with a sentence about just that', () => {
    const message = (changes: Partial<OpenGateway>) => gatewayProblems(twilio, twilioGateway(changes))[0]?.message ?? ''
    assert.match(message({ from: `VA${'0'.repeat(32)}` }), /Verify service/)
    assert.match(message({ from: 'MGabc123456789' }), /Messaging Service SID is MG and 32/)
    assert.match(message({ from: '(555) 123-4567' }), /plus, the country code/)
    assert.match(message({ account_sid: `SK${'0'.repeat(32)}` }), /API key/)
    assert.match(message({ account_sid: MG }), /into From/)
    assert.match(message({ account_sid: '+15005550006' }), /phone number/)
    assert.match(message({ account_sid: 'AC123' }), /AC and 32 characters/)
    assert.match(message({ account_sid: '' }), /[Bb]egins with AC/)
    assert.match(message({ auth_token: '' }), /put in the Auth Token/)
    assert.match(message({ auth_token: `AC${'0'.repeat(32)}` }), /SID \(AC…\), not a secret/)
    assert.match(message({ auth_token: 'abc def' }), /spaces/)
  })

  test('with a base URL that is none are refused', () => {
    const wrong = [
      'api.twilio.com',
      'ftp://api.twilio.com',
      'https://a:b@api.twilio.com',
      'https://api.twilio.com/?x',
      'https://x/#y',
    ]
    for (const base_url of [...wrong, 'https://api.twilio.com/2010-04-01/Accounts', 'https://api.ie1.twilio.com'])
      assert.deepEqual(field({ base_url }), ['base_url'], base_url)
  })

  test('have every mistake named at once', () => {
    assert.deepEqual(field({ from: '', account_sid: '', auth_token: '', base_url: 'x' }), [
      'from',
      'account_sid',
      'auth_token',
      'base_url',
    ])
  })

  test('that work but may surprise are warned of', () => {
    const warned = (changes: Partial<OpenGateway>) =>
      gatewayWarnings(twilio, twilioGateway({ from: '+447700900000', ...changes }))
    assert.deepEqual(warned({}), [])
    assert.deepEqual(warned({ from: MG }), [])
    assert.match(warned({ from: 'Lobby' }).join(), /\+1 numbers/)
    assert.match(warned({ from: '+15005550006' }).join(), /test credentials: nothing is ever delivered/)
    assert.match(warned({ auth_token: 'short' }).join(), /does not look like/)
    assert.match(warned({ base_url: 'http://sms.example.com' }).join(), /not encrypted/)
    assert.deepEqual(warned({ base_url: 'http://127.0.0.1:4010', auth_token: 'short' }), [])
  })
})

describe('the table of errors', () => {
  test('says in a sentence of its own what to do, for every code', () => {
    for (const [code, { hint }] of TWILIO_ERRORS) {
      assert.match(code, /^\d{5}$/)
      assert.match(hint, /^[A-Z].{15,170}\.$/, code)
    }
  })

  test('has the codes that operators meet most, in the classes that decide what happens next', () => {
    const codesOf = (...codes: number[]) => codes.map(code => TWILIO_ERRORS.get(String(code))?.class)
    assert.deepEqual([...new Set(codesOf(20_003, 20_008, 21_606, 21_408, 21_608, 21_703, 30_032, 30_034))], ['configuration'])
    assert.deepEqual([...new Set(codesOf(21_211, 21_614, 21_610, 30_005, 30_006))], ['recipient'])
    assert.deepEqual([...new Set(codesOf(21_612, 30_004, 30_007))], ['route'])
    assert.deepEqual([...new Set(codesOf(21_602, 21_617))], ['content'])
    assert.deepEqual([...new Set(codesOf(20_429, 21_611, 30_001, 30_022, 30_450))], ['throttled'])
    assert.deepEqual([...new Set(codesOf(30_003, 30_008))], ['unavailable'])
  })

  test('has every code that the manual explains', () => {
    const manual = readFileSync(new URL('../../../docs/operating/twilio.md', import.meta.url), 'utf8')
    const codes = [...manual.matchAll(/^\| (\d{5}) \|/gm)].map(([, code]) => code ?? '')
    assert.ok(codes.length >= 15)
    for (const code of codes) assert.ok(TWILIO_ERRORS.has(code), code)
  })
})
