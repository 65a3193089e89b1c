import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkOf } from './network.ts'

test('an IPv4 address is a network of its own, in whatever form it comes', () => {
  assert.equal(networkOf('203.0.113.7'), '203.0.113.7')
  assert.equal(networkOf('::ffff:203.0.113.7'), '203.0.113.7')
  assert.equal(networkOf('::ffff:cb00:7107'), '203.0.113.7')
})

test('the first 64 bits of an IPv6 address are a network, in whatever form it comes', () => {
  for (const address of [
    '2001:db8:5:6::1',
    '2001:0DB8:0005:0006:ffff:1:2:3',
    '2001:db8:5:6:7:8:192.0.2.1',
    '2001:db8:5:6::1%eth0',
  ])
    assert.equal(networkOf(address), '2001:db8:5:6::/64', address)
  assert.equal(networkOf('2001:db8::1'), '2001:db8:0:0::/64')
  assert.notEqual(networkOf('2001:db8:5:7::1'), networkOf('2001:db8:5:6::1'))
})

test('this machine is nobody’s network, and what is no address shares one', () => {
  for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])
    assert.equal(networkOf(address), undefined, address)
  for (const address of ['', 'unix:', '1.2.3', '999.1.1.1']) assert.equal(networkOf(address), 'unknown', address)
})
