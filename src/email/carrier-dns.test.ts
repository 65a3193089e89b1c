import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startFakeDns } from '../../test/fakes/dns.ts'
import { createAskMail } from './carrier-dns.ts'

const dns = await startFakeDns()
after(() => dns.close())
const ask = createAskMail([dns.address], { timeoutMs: 50, tries: 1 })

test('a domain takes mail with a mail server, or without one at an address of its own', async () => {
  dns.zones = {
    'mx.example': { mx: ['mail.mx.example'] },
    'a.example': { a: ['192.0.2.1'] },
    'aaaa.example': { aaaa: ['2001:db8::1'] },
  }
  assert.equal(await ask('mx.example'), 'ok')
  assert.equal(await ask('a.example'), 'ok')
  assert.equal(await ask('aaaa.example'), 'ok')
})

test('a domain that does not exist, has no records, or says that it takes no mail is missing', async () => {
  dns.zones = { 'empty.example': {}, 'null.example': { mx: [''], a: ['192.0.2.1'] } }
  assert.equal(await ask('gone.example'), 'missing')
  assert.equal(await ask('empty.example'), 'missing')
  assert.equal(await ask('null.example'), 'missing', 'an address does not make up for a null MX')
})

test('a resolver that fails or keeps silent says nothing about the domain', async () => {
  dns.zones = { 'servfail.example': 'servfail', 'silent.example': 'silent' }
  assert.equal(await ask('servfail.example'), 'error')
  assert.equal(await ask('silent.example'), 'error')
  const closed = await startFakeDns()
  await closed.close()
  assert.equal(await createAskMail([closed.address], { timeoutMs: 50, tries: 1 })('mx.example'), 'error')
})

test('a name is asked for as it is, without the search domains of the machine', async () => {
  dns.zones = {}
  dns.questions = []
  await ask('gone.example')
  assert.deepEqual(dns.questions, ['MX gone.example'])
})
