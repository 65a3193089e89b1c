import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAddressOf } from './client-address.ts'

test('without trusted proxies forwarded headers count for nothing', () => {
  const addressOf = createAddressOf([])
  assert.equal(addressOf('203.0.113.9', '10.9.9.9'), '203.0.113.9')
  assert.equal(addressOf('::ffff:203.0.113.9', undefined), '203.0.113.9')
})

test('from a trusted proxy the rightmost address that is not a proxy is the client', () => {
  const addressOf = createAddressOf(['10.0.0.0/8', 'fd00::/8'])
  for (const [peer, forwarded, client] of [
    ['10.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['::ffff:10.0.0.1', '198.51.100.7', '198.51.100.7'],
    // What the client wrote itself stands further left.
    ['10.0.0.1', '1.1.1.1, 198.51.100.7', '198.51.100.7'],
    ['10.0.0.1', '1.1.1.1, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
    ['10.0.0.1', ' 198.51.100.7:55123 ', '198.51.100.7'],
    ['fd00::1', '[2001:db8::7]:443', '2001:db8::7'],
    // Nobody outside the proxies is believed.
    ['203.0.113.9', '10.0.0.5', '203.0.113.9'],
    ['203.0.113.9', '198.51.100.7, 10.0.0.5', '203.0.113.9'],
    // A proxy that says nothing usable is the last that vouches for anything.
    ['10.0.0.1', undefined, '10.0.0.1'],
    ['10.0.0.1', '', '10.0.0.1'],
    ['10.0.0.1', 'unknown', '10.0.0.1'],
    ['10.0.0.1', '198.51.100.7, garbage', '10.0.0.1'],
    ['10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['10.0.0.1', '1.1.1.1,'.repeat(1000), '10.0.0.1'],
    // However much the client writes, it does not hide behind the proxy.
    ['10.0.0.1', `${'1.1.1.1, '.repeat(1000)}198.51.100.7`, '198.51.100.7'],
    ['10.0.0.1', `${'x'.repeat(8000)}, 198.51.100.7, 10.0.0.2`, '198.51.100.7'],
  ] as const)
    assert.equal(addressOf(peer, forwarded), client, `${peer} with ${forwarded?.slice(0, 50)}`)
})
