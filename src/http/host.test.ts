import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHostPolicy } from './host.ts'

const judge = createHostPolicy('https://wifi.example.com:8443', ['guest.lan', '192.0.2.7', '[2001:db8::7]'])

test('answers for the public URL’s name and for those the operator lists, whatever the port, case or final dot', () => {
  for (const host of [
    'wifi.example.com:8443',
    'wifi.example.com',
    'WIFI.example.com:1',
    'wifi.example.com.',
    'guest.lan:8080',
    '192.0.2.7',
    '[2001:DB8::7]:80',
    undefined,
  ])
    assert.equal(judge(host), 'answer', host)
})

test('answers for this machine’s own names and addresses', () => {
  for (const host of ['localhost', 'localhost:9', 'portal.localhost', '127.0.0.1:8080', '127.9.9.9', '[::1]:8080', '[::1]'])
    assert.equal(judge(host), 'answer', host)
})

test('does not answer for another name, nor for one that only looks like ours', () => {
  for (const host of [
    'evil.example',
    'wifi.example.com.evil.example',
    'evilwifi.example.com',
    'wifi.example.com@evil.example',
    'wifi.example.com:8443@evil.example',
    'evil.example#wifi.example.com',
    'evil.example/wifi.example.com',
    'evil.example\\wifi.example.com',
    'wifi.example.com, evil.example',
    'wifi.example.com evil.example',
    'wifi.example.com:port',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'xn--localhost',
    '',
    ':8443',
    '..',
  ])
    assert.equal(judge(host), 'unknown', host)
})

test('tells an address that is not listed from a name, in every way an address can be written', () => {
  for (const host of ['198.51.100.9', '198.51.100.9:80', '[2001:db8::8]:443', '0xc6336409', '3325256713', '[::ffff:127.0.0.1]'])
    assert.equal(judge(host), 'by_address', host)
})

test('while the public URL is this machine’s own, any address is answered, and still no other name', () => {
  const atHome = createHostPolicy('http://localhost:8080', [])
  assert.equal(atHome('192.168.1.20:8080'), 'answer')
  assert.equal(atHome('[fe80::1]:8080'), 'answer')
  assert.equal(atHome('evil.example'), 'unknown')
  assert.equal(atHome('wifi.local'), 'unknown')
})
