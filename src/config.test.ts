import assert from 'node:assert/strict'
import { Resolver } from 'node:dns'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { createTestFolder } from '../test/harness.ts'
import { ConfigError, readConfig } from './config.ts'

const LONG_KEY = '0123456789abcdef0123456789abcdef'

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env)
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    return error.problems
  }
  return []
}

test('with nothing set it is the configuration of the first minute', () => {
  const config = readConfig({ PATH: '/bin' })
  assert.equal(config.host, '127.0.0.1')
  assert.equal(config.port, 8080)
  assert.equal(config.publicUrl, 'http://localhost:8080')
  assert.equal(config.databaseUrl, undefined)
  assert.equal(config.secretKey, undefined)
  assert.match(config.dataDir, /^\/.*\/data$/)
  assert.deepEqual(config.trustedProxies, [])
  assert.deepEqual(config.dnsServers, [])
  assert.equal(config.seed, 'demo')
  assert.equal(config.testClock, false)
})

test('lists every problem at once, each with the name to set', () => {
  const problems = problemsOf({
    GATEHOUSE_PORT: '80000',
    GATEHOUSE_PUBLIC_URL: 'wifi.example.com/guests',
    GATEHOUSE_DATABASE_URL: 'mysql://root:hunter2@db/x',
    GATEHOUSE_SECRET_KEY: 'too short',
    GATEHOUSE_TRUSTED_PROXIES: '10.0.0.0/8, everyone',
    GATEHOUSE_SEED: 'production',
    GATEHOUSE_TEST_CLOCK: 'yes',
    GATEHOUSE_ADMIN_LOGIN: 'root',
    GATEHOUSE_COLOUR: 'blue',
  })
  const names = problems.map(problem => problem.split(' ')[0])
  assert.deepEqual(names.sort(), [
    'GATEHOUSE_ADMIN_LOGIN',
    'GATEHOUSE_COLOUR',
    'GATEHOUSE_DATABASE_URL',
    'GATEHOUSE_PORT',
    'GATEHOUSE_PUBLIC_URL',
    'GATEHOUSE_SECRET_KEY',
    'GATEHOUSE_SEED',
    'GATEHOUSE_TEST_CLOCK',
    'GATEHOUSE_TRUSTED_PROXIES',
  ])
})

test('never repeats the value of a secret', () => {
  const problems = problemsOf({
    GATEHOUSE_DATABASE_URL: 'mysql://root:hunter2@db/x',
    GATEHOUSE_SECRET_KEY: 'hunter2',
    GATEHOUSE_API_KEY: 'hunter2',
    GATEHOUSE_ADMIN_LOGIN: 'root',
    GATEHOUSE_ADMIN_PASSWORD: 'hunter2',
  })
  assert.equal(problems.length, 4)
  assert.doesNotMatch(problems.join('\n'), /hunter2/)
})

test('a name it does not know stops the start; the names of others are nobody’s business', () => {
  assert.match(problemsOf({ GATEHOUSE_PROT: '80' }).join(), /^GATEHOUSE_PROT is not an option of Gatehouse/)
  assert.deepEqual(problemsOf({ PORT: 'x', DATABASE_URL: 'y', GATEHOUSE: 'z' }), [])
})

test('reads a value from the file that NAME_FILE names, without the line end', async () => {
  const file = join(await createTestFolder(), 'key')
  await writeFile(file, `${LONG_KEY}\n`)
  assert.equal(readConfig({ GATEHOUSE_SECRET_KEY_FILE: file }).secretKey, LONG_KEY)
  assert.match(
    problemsOf({ GATEHOUSE_API_KEY_FILE: '/nowhere/key' }).join(),
    /GATEHOUSE_API_KEY_FILE cannot be read: .*\/nowhere\/key/,
  )
  assert.match(
    problemsOf({ GATEHOUSE_SECRET_KEY: LONG_KEY, GATEHOUSE_SECRET_KEY_FILE: file }).join(),
    /GATEHOUSE_SECRET_KEY and GATEHOUSE_SECRET_KEY_FILE are both set/,
  )
})

test('a database of several nodes needs the secret key that they share', () => {
  const env = { GATEHOUSE_DATABASE_URL: 'postgres://db/gatehouse' }
  assert.match(problemsOf(env).join(), /^GATEHOUSE_SECRET_KEY must be set with a database URL/)
  assert.deepEqual(problemsOf({ ...env, GATEHOUSE_SECRET_KEY: LONG_KEY }), [])
})

test('the public URL is an origin, and follows the port unless it is set', () => {
  assert.equal(readConfig({ GATEHOUSE_PORT: '9000' }).publicUrl, 'http://localhost:9000')
  const set = { GATEHOUSE_PORT: '9000', GATEHOUSE_PUBLIC_URL: 'https://wifi.example.com/' }
  assert.equal(readConfig(set).publicUrl, 'https://wifi.example.com')
  for (const url of [
    'ftp://example.com',
    'https://example.com/x',
    'https://user@example.com',
    'https://example.com/?a',
    'example.com',
  ])
    assert.match(problemsOf({ GATEHOUSE_PUBLIC_URL: url }).join(), /^GATEHOUSE_PUBLIC_URL must be an origin/, url)
})

test('a clock that can be moved is refused in production', () => {
  assert.equal(readConfig({ GATEHOUSE_TEST_CLOCK: 'on' }).testClock, true)
  assert.match(problemsOf({ GATEHOUSE_TEST_CLOCK: 'on', NODE_ENV: 'production' }).join(), /^GATEHOUSE_TEST_CLOCK must be off/)
})

test('trusted proxies are addresses or CIDRs of both families', () => {
  const { trustedProxies } = readConfig({ GATEHOUSE_TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.7,::1 ,2001:db8::/32' })
  assert.deepEqual(trustedProxies, ['10.0.0.0/8', '192.0.2.7/32', '::1/128', '2001:db8::/32'])
})

test('takes resolvers as addresses with or without a port, and nothing else', () => {
  const { dnsServers } = readConfig({ GATEHOUSE_DNS_SERVERS: '9.9.9.9, 127.0.0.1:5353,2620:fe::fe,[::1]:53' })
  assert.deepEqual(dnsServers, ['9.9.9.9', '127.0.0.1:5353', '2620:fe::fe', '[::1]:53'])
  // What it takes the resolver takes too.
  assert.doesNotThrow(() => new Resolver().setServers(dnsServers))
  for (const wrong of ['dns.example', '9.9.9', '9.9.9.9:0', '9.9.9.9:70000', '[9.9.9.9', '9.9.9.9:x', '1.1.1.1 2.2.2.2'])
    assert.match(problemsOf({ GATEHOUSE_DNS_SERVERS: wrong }).join(), /^GATEHOUSE_DNS_SERVERS must be IP addresses/, wrong)
})

test('takes names and addresses of its own as a URL has them, and nothing with a scheme, port or path', () => {
  const hosts = (text: string) => readConfig({ GATEHOUSE_ALLOWED_HOSTS: text }).allowedHosts
  assert.deepEqual(hosts(''), [])
  assert.deepEqual(hosts('WiFi.lan, 192.0.2.7,2001:db8::7,[2001:DB8::8],café.example'), [
    'wifi.lan',
    '192.0.2.7',
    '[2001:db8::7]',
    '[2001:db8::8]',
    'xn--caf-dma.example',
  ])
  for (const wrong of ['http://wifi.lan', 'wifi.lan:8080', 'wifi.lan/x', 'a b', 'x@wifi.lan', '*', '[::1', 'wifi.lan?x'])
    assert.match(problemsOf({ GATEHOUSE_ALLOWED_HOSTS: wrong }).join(), /^GATEHOUSE_ALLOWED_HOSTS must be/, wrong)
})

test('records are kept as long as the operator says by kind, within what the product needs, and else as ever', () => {
  const days = (text: string) => readConfig({ GATEHOUSE_RETENTION_DAYS: text }).retentionDays
  const usual = {
    sessions: 7,
    accounts: undefined,
    pending_accounts: 1,
    simulator_messages: 7,
    validations: 30,
    messages: 90,
    contact_budgets: 90,
    statistics: 1100,
    audit_events: undefined,
  }
  assert.partialDeepStrictEqual(days(''), usual)
  assert.partialDeepStrictEqual(days('messages=14, validations = 7,audit_events=365,statistics=forever'), {
    ...usual,
    messages: 14,
    validations: 7,
    audit_events: 365,
    statistics: undefined,
  })
  for (const wrong of [
    'messages',
    'messages=',
    'messages=1',
    'messages=-5',
    'texts=30',
    'messages=4.5',
    '30',
    'messages=99999',
    'toString=9',
  ])
    assert.match(
      problemsOf({ GATEHOUSE_RETENTION_DAYS: wrong }).join(),
      /^GATEHOUSE_RETENTION_DAYS must be kinds of records/,
      wrong,
    )
})
