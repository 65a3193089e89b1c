import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { gatewayProblems } from '../../src/sms/gateway-problems.ts'
import type { Callback, OutgoingSms } from '../../src/sms/provider.ts'
import { generic } from '../../src/sms/providers/generic.ts'
import { sms } from './contract.ts'
import { genericGateway } from './generic-gateway.ts'

const send = async (options: Record<string, string>, changes: Partial<OutgoingSms> = {}, fields = {}) =>
  generic.buildSend({ ...sms, ...changes }, genericGateway({ options, ...fields }))

describe('the request', () => {
  test('has each variable filled in', async () => {
    const all =
      '{to}|{number}|{national}|{country_code}|{from}|{account_sid}|{auth_token}|{basic_auth}|{id}|{validity}|{validity_minutes}|{encoding}|{callback_url}|{message}'
    const { body } = await send({ content_type: 'text', body: all }, { to: '+4915123456789', text: 'hi', validityS: 599.9 })
    assert.equal(
      body,
      `+4915123456789|4915123456789|15123456789|49|Lobby|hotel|k-9f8e7d6c5b4a|${btoa('hotel:k-9f8e7d6c5b4a')}|${sms.id}|599|9|GSM-7|${sms.callbackUrl}|hi`,
    )
  })

  test('has a body of its kind, and with none has no body', async () => {
    const types: Record<string, string | undefined> = {
      json: 'application/json',
      form: 'application/x-www-form-urlencoded',
      xml: 'application/xml',
      text: 'text/plain; charset=UTF-8',
      none: undefined,
    }
    for (const [content_type, type] of Object.entries(types)) {
      const { headers, body } = await send({ content_type, body: content_type === 'none' ? '' : '{message}' })
      assert.equal(headers['content-type'], type)
      assert.equal(body === undefined, content_type === 'none')
    }
    const own = await send({ headers: 'Content-Type: application/vnd.sms+json' })
    assert.equal(own.headers['content-type'], 'application/vnd.sms+json')
  })

  test('says with the service’s own words whether the text is Unicode', async () => {
    const options = { content_type: 'text', body: '{encoding}', encoding_words: 'standard, unicode' }
    assert.equal((await send(options)).body, 'standard')
    assert.equal((await send(options, { encoding: 'UCS-2' })).body, 'unicode')
  })

  test('a text that holds a variable’s name is not filled in again', async () => {
    assert.equal((await send({ content_type: 'text', body: '{message}' }, { text: '{auth_token}' })).body, '{auth_token}')
  })
})

describe('whatever the text, it stays in its place:', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 40 })
  const nasty = fc.oneof(anything, fc.constantFrom('"', '\\', '"}', '&to=1', '%00', '\r\nX: 1', '<!--', ']]>', '\ud800', '{to}'))

  test('in JSON', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async text => {
        const { body } = await send({ body: '{"text": "{message}", "to": "{to}"}' }, { text })
        assert.deepEqual(JSON.parse(body ?? ''), { text: text.toWellFormed(), to: sms.to })
      }),
    )
  })

  test('in a form and in a URL', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async text => {
        const options = {
          content_type: 'form',
          body: 'a={message}&to={to}',
          url: 'https://sms.example.com/s?q={message}&to={to}#'.slice(0, -1),
        }
        const { body, url } = await send(options, { text })
        assert.deepEqual(
          [...new URLSearchParams(body)],
          [
            ['a', text.toWellFormed()],
            ['to', sms.to],
          ],
        )
        const parsed = new URL(url)
        assert.deepEqual([parsed.host, parsed.pathname, parsed.hash], ['sms.example.com', '/s', ''])
        assert.deepEqual(
          [...parsed.searchParams],
          [
            ['q', text.toWellFormed()],
            ['to', sms.to],
          ],
        )
      }),
    )
  })

  test('in XML', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async text => {
        const { body = '' } = await send({ content_type: 'xml', body: '<sms to="{to}">{message}</sms>' }, { text })
        assert.match(body, /^<sms to="\+15555550123">[^<>"]*<\/sms>$/)
      }),
    )
  })

  test('in a header', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async text => {
        const { headers } = await send({ headers: 'X-Text: {message}\nX-To: {to}' }, { text })
        assert.deepEqual(Object.keys(headers).sort(), ['content-type', 'x-text', 'x-to'])
        assert.match(headers['x-text'] ?? 'nothing', /^[\x20-\x7e]*$/)
      }),
    )
    const { headers } = await send({ headers: 'X-Text: {message}' }, { text: 'a\r\nX-Evil: ü' })
    assert.equal(headers['x-text'], 'a X-Evil: %C3%BC')
  })
})

describe('what an answer means', () => {
  const NO_RULES = { success_path: '', success_values: '', id_path: '', error_path: '', recipient_errors: '' }
  const read = (options: Record<string, string>, status: number, body: string) =>
    generic.readSend({ status, headers: {}, body }, genericGateway({ options: { ...NO_RULES, ...options } }))

  test('without any rule a success status is enough, under no id of theirs', () => {
    assert.deepEqual(read({}, 204, ''), { outcome: 'accepted', providerMessageId: '' })
    assert.equal(read({}, 302, '').outcome, 'rejected')
    assert.equal(read({}, 503, '').outcome, 'unknown')
  })

  test('a success status that is not listed leaves it open', () => {
    assert.equal(read({ success_statuses: '201, 202-204' }, 200, '').outcome, 'unknown')
    assert.equal(read({ success_statuses: '201, 202-204' }, 203, '').outcome, 'accepted')
  })

  test('a value, a pattern, or a pattern in a value decides', () => {
    assert.equal(read({ success_path: '[0].ok' }, 200, '[{"ok":true}]').outcome, 'accepted')
    assert.equal(read({ success_path: '[0].ok', success_values: 'true' }, 200, '[{"ok":false}]').outcome, 'unknown')
    assert.equal(read({ success_pattern: '^OK' }, 200, 'OK; ID=297').outcome, 'accepted')
    assert.equal(read({ success_pattern: '^OK' }, 200, 'Invalid login').outcome, 'unknown')
    assert.equal(read({ success_path: 'a.b', success_pattern: '^2\\d$' }, 200, '{"a":{"b":21}}').outcome, 'accepted')
    assert.equal(read({ success_values: 'ok' }, 200, ' OK\n').outcome, 'accepted')
  })

  test('the id is found by path or pattern, and one that is missing leaves it open', () => {
    assert.deepEqual(read({ id_pattern: 'ID=(\\d+)' }, 200, 'OK; ID=297'), { outcome: 'accepted', providerMessageId: '297' })
    assert.deepEqual(read({ id_path: '$.list[1].id' }, 200, '{"list":[{},{"id":5}]}'), {
      outcome: 'accepted',
      providerMessageId: '5',
    })
    assert.equal(read({ id_pattern: 'ID=(\\d+)' }, 200, 'OK').outcome, 'unknown')
    assert.equal(read({ id_path: 'id' }, 200, '{"__proto__":{"id":1}}').outcome, 'unknown')
  })

  test('an error that is listed is believed under any status', () => {
    const options = { throttled_errors: '503', recipient_errors: 'nope', error_path: 'e' }
    assert.equal(read(options, 503, '').outcome, 'throttled')
    const outcome = read(options, 500, '{"e":"NOPE"}')
    assert.ok(outcome.outcome === 'rejected' && outcome.by === 'recipient')
  })

  test('a pattern without end does not hold anything up', () => {
    assert.equal(read({ success_pattern: '(a+)+$' }, 200, `${'a'.repeat(4_000)}!`).outcome, 'unknown')
  })
})

describe('callbacks', () => {
  const gateway = (options = {}) => genericGateway({ options: { inbound_from: 'sender', inbound_text: 'text', ...options } })
  const callback = (query: string, body = ''): Callback => ({
    method: body === '' ? 'GET' : 'POST',
    url: `${sms.callbackUrl}?${query}`,
    headers: {},
    body,
  })
  const statuses = (called: Callback, options = {}) =>
    generic.readCallback?.(called, gateway(options)).map(({ providerMessageId, status }) => `${providerMessageId} ${status}`)

  test('are read from the address, a form, JSON, and a list in JSON', () => {
    assert.deepEqual(statuses(callback('t=x&id=7&state=delivrd')), ['7 delivered'])
    assert.deepEqual(statuses(callback('t=x', 'id=7&state=EXPIRED')), ['7 failed'])
    assert.deepEqual(statuses(callback('id=7', '{"state":"ENROUTE"}')), ['7 accepted'])
    assert.deepEqual(statuses(callback('', '[{"id":1,"state":"DELIVRD"},5,{"id":2,"state":"UNDELIV"}]')), [
      '1 delivered',
      '2 failed',
    ])
  })

  test('say nothing with another word, without an id, or where there are none', () => {
    assert.deepEqual(statuses(callback('id=7&state=odd')), [])
    assert.deepEqual(statuses(callback('state=DELIVRD')), [])
    assert.deepEqual(statuses(callback('id=7&state=DELIVRD'), { receipt_status: '' }), [])
  })

  test('are about the message of their address where neither id is asked for', () => {
    assert.deepEqual(statuses(callback('state=DELIVRD'), { receipt_id: '', receipt_reference: '' }), [' delivered'])
  })

  test('hold no number of a guest’s in the reason', () => {
    for (const reason of [sms.to.slice(1), `no ${sms.to}`]) {
      const [receipt] = generic.readCallback?.(callback('', JSON.stringify({ id: 1, state: 'UNDELIV', reason })), gateway()) ?? []
      assert.ok(receipt && !JSON.stringify(receipt).includes('5555550123'))
    }
  })

  test('texts from phones are read where their number says its country', () => {
    const from = (sender: string) =>
      generic.readInbound?.(callback('', JSON.stringify({ sender, text: 'STOP' })), gateway()).map(heard => heard.from)
    assert.deepEqual(from('+1 (555) 555-0123'), ['+15555550123'])
    assert.deepEqual(from('0015555550123'), ['+15555550123'])
    assert.deepEqual(from('48601123123'), ['+48601123123'])
    assert.deepEqual(from('6505551212'), [])
    assert.deepEqual(from('Bank'), [])
    assert.deepEqual(generic.readInbound?.(callback('', '{"sender":"+15555550123","text":"STOP"}'), genericGateway()), [])
  })
})

describe('the gateway’s form', () => {
  const fieldsOf = (options: Record<string, string>) =>
    gatewayProblems(generic, genericGateway({ options })).map(({ field }) => field.replace('options.', ''))

  test('takes what is right', () => {
    assert.deepEqual(fieldsOf({}), [])
    assert.deepEqual(
      fieldsOf({ method: 'GET', content_type: 'none', body: '', url: 'http://10.0.0.9/s?n={number}&m={message}' }),
      [],
    )
    assert.deepEqual(
      fieldsOf({ content_type: 'form', body: 'user={account_sid}&password={auth_token}&to={to}&text={message}' }),
      [],
    )
  })

  test('names what is wrong', () => {
    const wrong: Record<string, Record<string, string>[]> = {
      url: [
        { url: 'sms.example.com/send' },
        { url: 'https://{account_sid}.example.com/' },
        { url: 'https://me:secret@example.com/' },
        { url: 'https://example.com/#x' },
        { url: 'https://example.com/?api_key=0123456789' },
        { url: 'https://example.com/?to={phone}' },
      ],
      headers: [
        { headers: 'no colon' },
        { headers: 'Host: other.example' },
        { headers: 'Authorization: Bearer 0123456789' },
        { headers: 'X-Thing: {nonsense}' },
      ],
      body: [
        { body: '' },
        { body: '{"to": "{to}"}' },
        { body: '{"text": "{message}"}' },
        { body: '{"to": "{to}", "text": {message}}' },
        { body: '{"to": "{to}", "text": "{message}",}' },
        { body: '{"to": "{to}", "text": "{message}", "apiKey": "0123456789"}' },
        { content_type: 'form', body: 'to={to}&text={message}&password=hunter2' },
        { method: 'GET' },
        { content_type: 'none' },
      ],
      encoding_words: [{ encoding_words: 'one' }],
      success_statuses: [{ success_statuses: '200-499' }, { success_statuses: 'ok' }, { success_statuses: '204-200' }],
      success_path: [{ success_path: 'a b' }, { success_path: 'a..b' }],
      success_pattern: [{ success_pattern: '(' }],
      id_pattern: [{ id_pattern: 'x' }, { id_path: '', id_pattern: '[' }],
      receipt_status: [{ failed_words: 'DELIVRD' }, { delivered_words: '', failed_words: '', accepted_words: '' }],
    }
    for (const [field, examples] of Object.entries(wrong))
      for (const options of examples) assert.deepEqual(fieldsOf(options), [field], JSON.stringify(options))
    assert.deepEqual(fieldsOf({ url: '' }), ['url'], 'a gateway without an address')
  })

  test('says what is worth knowing', () => {
    const count = (options: Record<string, string>) => generic.warnings(genericGateway({ options })).length
    assert.equal(count({}), 0)
    assert.equal(count({ success_path: '', success_values: '', id_path: '' }), 1)
    assert.equal(count({ receipt_status: '' }), 1)
    assert.equal(count({ url: 'http://sms.example.com/{auth_token}' }), 2)
  })
})
