import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { assertProblem } from '../../test/api.ts'
import { exportCsv, recordsOf } from '../../test/csv.ts'
import { createTestApp, TEST_API_KEY } from '../../test/harness.ts'

const app = await createTestApp({ schedule: false, seed: 'demo' })
const ROWS = 100_000

const KINDS = [
  'accounts',
  'account_groups',
  'usage_plans',
  'splash_portals',
  'sms_gateways',
  'mail_servers',
  'carriers',
  'suppressions',
  'messages',
  'validations',
  'audit_events',
  'blocks',
]

const exportsOf = (resource: string) =>
  app.database.query<{ actor: string; changes: unknown }>(
    "select actor, changes from audit_events where action = 'export' and resource = $1 order by number",
    [resource],
  )

async function createKey(role: string): Promise<string> {
  const created = await app.api('POST', '/api_keys', { name: `as ${role}`, role })
  assert.equal(created.status, 201, JSON.stringify(created.body))
  return created.body.key
}

await app.api('POST', '/accounts', { login: 'ana', phone: '+15555550123', first_name: '=1+1', note: 'two\nlines, "quoted"' })
await app.api('POST', '/validations', { channel: 'sms', to: '+15555550124' })
await app.api('POST', '/suppressions', { channel: 'email', contact: 'gone@example.com', note: '@home' })

for (const resource of KINDS)
  test(`${resource}: the file has the fields of the API, a line for every record, and a name to be saved by`, async () => {
    const list = (await app.api('GET', `/${resource}?per_page=500`)).body.data as Record<string, unknown>[]
    const file = await exportCsv(app, `/${resource}/export`)
    assert.equal(file.status, 200, file.text)
    assert.equal(file.headers.get('content-type'), 'text/csv; charset=utf-8')
    const day = app.clock.now().toISOString().slice(0, 10)
    const name = `${resource.replace('_', '-')}-${day}.csv`
    assert.equal(file.headers.get('content-disposition'), `attachment; filename="${name}"`)
    assert.ok(file.text.endsWith('\r\n'))
    const records = await recordsOf(file.text)
    const ids = (rows: Record<string, unknown>[]) => rows.map(({ id }) => id)
    // Making the key of a file is one more event.
    if (resource === 'audit_events') assert.ok(records.length >= list.length)
    else assert.deepEqual(ids(records), ids(list))
    const [header = ''] = file.text.split('\r\n')
    const columns = header.split(',')
    for (const field of Object.keys(list[0] ?? {}))
      assert.equal(
        columns.includes(field),
        !/^(password|auth_token|callback_secret|callback_url|bounce_hook_url)$/.test(field),
        `${resource}.${field}`,
      )
  })

test('lists, names of related records, times, texts with line breaks and formulas read as they should', async () => {
  const [account] = await recordsOf((await exportCsv(app, '/accounts/export')).text)
  assert.equal(account?.phone, "'+15555550123")
  assert.equal(account?.first_name, "'=1+1")
  assert.equal(account?.note, 'two\nlines, "quoted"')
  assert.equal(account?.email, '')
  assert.equal(account?.unlimited_usage, 'false')
  assert.match(account?.created_at ?? '', /^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{3}Z$/)
  const portals = await recordsOf((await exportCsv(app, '/splash_portals/export')).text)
  assert.equal(portals[0]?.usage_plans, 'Free hour;Guest Wi-Fi;Day pass;Resident')
  assert.equal(portals[0]?.usage_plan_ids?.split(';').length, 4)
  assert.equal(portals[0]?.extra_prefixes, "'+1555;'+1500555")
  const plans = await recordsOf((await exportCsv(app, '/usage_plans/export?sort=name&order=desc')).text)
  assert.deepEqual(
    plans.map(({ name, account_group }) => [name, account_group]),
    [
      ['Resident', 'Members'],
      ['Guest Wi-Fi', 'Guests'],
      ['Free hour', 'Guests'],
      ['Day pass', 'Guests'],
    ],
  )
  const [suppression] = await recordsOf((await exportCsv(app, '/suppressions/export')).text)
  assert.equal(suppression?.contact, 'g***@example.com')
})

test('takes the filters, the search and the order of the list, and refuses what is none of them', async () => {
  const namesOf = async (query: string) =>
    (await recordsOf((await exportCsv(app, `/usage_plans/export?${query}`)).text)).map(({ name }) => name)
  assert.deepEqual(await namesOf('validation_method=none'), ['Free hour'])
  assert.deepEqual(await namesOf('q=pass'), ['Day pass'])
  assert.deepEqual(await namesOf('max_devices=3&sort=usage_minutes'), ['Day pass', 'Guest Wi-Fi'])
  assert.deepEqual(await namesOf('name=nobody'), [])
  for (const [query, field] of [
    ['page=2', 'page'],
    ['per_page=10', 'per_page'],
    ['bom=1', 'bom'],
    ['bom=true&bom=true', 'bom'],
    ['colour=red', 'colour'],
    ['sort=colour', 'sort'],
  ] as const)
    assertProblem(await app.api('GET', `/usage_plans/export?${query}`), 422, 'invalid', [field])
})

test('begins with a byte order mark only where it is asked for', async () => {
  const bytes = async (query: string) => {
    const response = await app.request(`/api/v1/account_groups/export${query}`, {
      headers: { authorization: `Bearer ${TEST_API_KEY}` },
    })
    return Buffer.from(await response.arrayBuffer())
      .subarray(0, 3)
      .toString('hex')
  }
  assert.equal(await bytes('?bom=true'), 'efbbbf')
  assert.equal(await bytes(''), Buffer.from('id,').toString('hex'))
})

test('whoever takes a copy of what is about people is on the audit trail before they have it, and nobody else is', async () => {
  const before = (await exportsOf('accounts')).length
  const response = await app.request('/api/v1/accounts/export?login=ana', {
    headers: { authorization: `Bearer ${TEST_API_KEY}` },
  })
  // Not a byte of the answer was read.
  assert.deepEqual((await exportsOf('accounts')).slice(before), [{ actor: 'root key (GATEHOUSE_API_KEY)', changes: { rows: 1 } }])
  await response.body?.cancel()
  const head = await app.request('/api/v1/accounts/export', {
    method: 'HEAD',
    headers: { authorization: `Bearer ${TEST_API_KEY}` },
  })
  assert.equal(head.headers.get('content-type'), 'text/csv; charset=utf-8')
  assert.equal(await head.text(), '')
  assert.equal((await exportsOf('accounts')).length, before + 1)
  for (const resource of ['validations', 'messages', 'suppressions']) assert.ok((await exportsOf(resource)).length > 0, resource)
  for (const resource of ['usage_plans', 'sms_gateways', 'carriers', 'audit_events', 'blocks'])
    assert.deepEqual(await exportsOf(resource), [], resource)
})

test('accounts and other things about people take the role operator, the rest what the list takes', async () => {
  const [reader, desk, operator] = await Promise.all(['read_only', 'front_desk', 'operator'].map(createKey))
  for (const key of [reader, desk]) {
    assert.equal((await exportCsv(app, '/accounts/export', key)).status, 403)
    assert.equal((await exportCsv(app, '/suppressions/export', key)).status, 403)
    assert.equal((await exportCsv(app, '/audit_events/export', key)).status, 403)
    assert.equal((await exportCsv(app, '/usage_plans/export', key)).status, 200)
  }
  assert.equal((await exportCsv(app, '/accounts/export', operator)).status, 200)
  assert.equal((await exportCsv(app, '/accounts/export', 'no key')).status, 401)
})

/** Notes what is sent to the database while `work` is done. */
async function statementsOf(work: () => Promise<void>): Promise<string[]> {
  const statements: string[] = []
  const { pool } = app.ctx.db
  const connect = pool.connect.bind(pool)
  pool.connect = (async () => {
    const client = await connect()
    return new Proxy(client, {
      get(target, name) {
        const member = Reflect.get(target, name)
        if (typeof member !== 'function') return member
        return (...args: unknown[]) => {
          if (name === 'query') statements.push(String(args[0]))
          return member.apply(target, args)
        }
      },
    })
  }) as unknown as typeof pool.connect
  try {
    await work()
  } finally {
    pool.connect = connect as typeof pool.connect
  }
  return statements
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** Bytes that are still held, whatever has been used in between. */
function heapHeld(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}

test(`${ROWS} accounts are handed out page by page, each found from the last, in little memory`, async () => {
  await app.database.query(
    `insert into accounts (id, login, login_key, email, max_devices, status, created_at, updated_at)
     select ('0199a7a0-5c00-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 'bulk' || i, 'bulk' || i,
       case when i % 3 = 0 then null else 'bulk' || (i % 1000) || '@example.com' end,
       case when i % 20 = 0 then 1 end, 'active', $1, $1
     from generate_series(0, ${ROWS - 1}) i`,
    [app.clock.now()],
  )
  // Every 20th account, in orders with many of a kind and many without.
  const some = 'max_devices=1&sort='
  for (const [query, rows] of [
    ['', ROWS],
    [`?${some}email&order=desc`, ROWS / 20],
    [`?${some}email&order=asc`, ROWS / 20],
    [`?${some}created_at&q=bulk`, ROWS / 20],
  ] as const) {
    const times = new Uint8Array(ROWS)
    const before = heapHeld()
    let held = before
    const statements = await statementsOf(async () => {
      const response = await app.request(`/api/v1/accounts/export${query}`, {
        headers: { authorization: `Bearer ${TEST_API_KEY}` },
      })
      let text = ''
      let chunks = 0
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk).toString()
        const end = text.lastIndexOf('\r\n')
        for (const [, number] of text.slice(0, end).matchAll(/^0199a7a0-5c00-7000-8000-(\d{12}),/gm))
          times[Number(number)] = (times[Number(number)] ?? 0) + 1
        text = text.slice(end)
        if (++chunks % 50 === 0) held = Math.max(held, heapHeld())
      }
    })
    assert.ok(
      times.every((count, i) => count === (rows === ROWS || i % 20 === 0 ? 1 : 0)),
      `${query}: each is in the file once`,
    )
    const pages = statements.filter(statement => /limit \$\d+$/.test(statement.trim()))
    assert.ok(pages.length >= rows / 500 && pages.length <= rows / 500 + 1, `${query}: ${pages.length} pages`)
    assert.ok(pages.every(statement => !/\boffset\b/.test(statement)))
    assert.ok(held - before < 10 * 1024 * 1024, `${query}: ${(held - before) / 1024 / 1024} MiB more`)
  }
})
