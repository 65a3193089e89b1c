import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { assertProblem } from '../../test/api.ts'
import { exportCsv, importCsv, recordsOf } from '../../test/csv.ts'
import { createTestApp, type TestApp } from '../../test/harness.ts'
import { writeCsv } from '../lib/csv.ts'

const KINDS = [
  'account_groups',
  'sms_gateways',
  'mail_servers',
  'usage_plans',
  'splash_portals',
  'carriers',
  'accounts',
  'suppressions',
]

const app = await createTestApp({ schedule: false, seed: 'demo' })

type Where = { line: number; field: string }
const placesOf = (errors: Where[]) => errors.map(({ line, field }) => [line, field])
const rowsOf = (table: string, where = 'true') =>
  app.database.query<Record<string, unknown>>(`select * from ${table} where ${where} order by id`)
const eventsOf = (resource: string) =>
  app.database.query<{ action: string; actor: string; changes: Record<string, unknown> }>(
    `select action, actor, changes from audit_events where resource = $1 and action <> 'export' order by number`,
    [resource],
  )

/** Everything of a kind as the API shows it, without what differs between installations. */
async function contentsOf(of: TestApp, resource: string) {
  const records = await recordsOf((await exportCsv(of, `/${resource}/export?sort=id`)).text)
  return records
    .map(({ id, created_at, updated_at, warnings, signals, ...record }) =>
      Object.fromEntries(Object.entries(record).filter(([field]) => !/_ids?$|^password_set$|_url$/.test(field))),
    )
    .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
}

async function seed(method: string, path: string, body: unknown): Promise<void> {
  const answer = await app.api(method, path, body)
  assert.ok(answer.status < 300, JSON.stringify(answer.body))
}

// Something of every shape, with what a spreadsheet, a list or an object could trip over.
await seed('POST', '/accounts', { login: 'null', phone: '+15555550123', first_name: '=1+1', note: 'two\nlines; -x, "y"' })
await seed('POST', '/accounts', {
  login: "'=ana",
  last_name: 'Null',
  usage_expires_at: '2027-01-01T00:00:00+02:00',
  locale: 'de',
})
await seed('POST', '/suppressions', { channel: 'email', contact: 'gone@example.com', note: '@home' })
await seed('POST', '/suppressions', { channel: 'sms', contact: '+15555550199', sender: 'HOTEL' })
await seed('POST', '/account_groups', { name: '[a; b]', priority: -5 })
await seed('POST', '/usage_plans', { name: '+Plus; "x"', description: '- one\n- two', validation_method: 'none' })
await seed('POST', '/sms_gateways', {
  name: '@Twilio',
  provider: 'twilio',
  from: '+15555550100',
  account_sid: 'AC0123456789abcdef0123456789abcdef',
  auth_token: '0123456789abcdef0123456789abcdef',
  senders: { GB: '=HOTEL' },
  countries: ['US', 'GB'],
  daily_spend_max: '12.50',
  usage_plan_ids: (await app.api('GET', '/usage_plans')).body.data.map(({ id }: { id: string }) => id),
})
await seed('PATCH', `/splash_portals/${(await rowsOf('splash_portals'))[0]?.id}`, {
  terms: '=terms;\n\n+more\n',
  message_templates: { en: { code_sms: '{code} is your {brand} code; =x' } },
})

for (const resource of KINDS)
  for (const mode of ['upsert', 'update'])
    test(`${resource}: what is exported and imported again (${mode}) changes nothing`, async () => {
      const before = await rowsOf(resource)
      const events = await eventsOf(resource)
      const { text } = await exportCsv(app, `/${resource}/export?bom=true`)
      app.clock.advance(60)
      const { status, body } = await importCsv(app, `/${resource}/import?mode=${mode}`, text)
      assert.equal(status, 200, JSON.stringify(body))
      assert.ok(before.length > 0)
      assert.deepEqual(body, {
        dry_run: false,
        lines: before.length,
        created: 0,
        updated: 0,
        unchanged: before.length,
        failed: 0,
        errors: [],
        errors_total: 0,
      })
      assert.deepEqual(await rowsOf(resource), before)
      assert.deepEqual(await eventsOf(resource), events)
    })

test('files of one installation make the same in another, related records by their names', async () => {
  const other = await createTestApp({ schedule: false })
  // Plans name groups, portals and gateways name plans.
  for (const resource of ['account_groups', 'usage_plans', 'splash_portals', 'sms_gateways', 'mail_servers', 'accounts']) {
    const file = await recordsOf((await exportCsv(app, `/${resource}/export`)).text)
    // What is not there yet is left out at first, and a secret never leaves.
    const missing = new Set(['id', 'sms_gateways', ...(resource === 'usage_plans' ? ['splash_portals'] : [])])
    const columns = Object.keys(file[0] ?? {}).filter(column => !missing.has(column) && !/_ids?$/.test(column))
    const text = writeCsv([
      [...columns, ...(resource === 'sms_gateways' ? ['auth_token'] : [])],
      ...file.map(row => [
        ...columns.map(column => row[column] ?? ''),
        ...(resource === 'sms_gateways' ? [row.provider === 'twilio' ? '00112233445566778899aabbccddeeff' : ''] : []),
      ]),
    ])
    const { body } = await importCsv(other, `/${resource}/import?mode=create`, text)
    assert.deepEqual(body.errors, [], resource)
    assert.equal(body.created, file.length, resource)
  }
  // Then with all columns, the ids of the first installation included.
  for (const resource of ['usage_plans', 'splash_portals']) {
    const { body } = await importCsv(other, `/${resource}/import?mode=upsert`, (await exportCsv(app, `/${resource}/export`)).text)
    assert.deepEqual([body.failed, body.created], [0, 0], JSON.stringify(body))
  }
  for (const resource of ['account_groups', 'usage_plans', 'splash_portals', 'sms_gateways', 'mail_servers', 'accounts'])
    assert.deepEqual(await contentsOf(other, resource), await contentsOf(app, resource), resource)
  const { text } = await exportCsv(app, '/accounts/export')
  const again = await importCsv(other, '/accounts/import?mode=upsert', text)
  assert.deepEqual([again.body.unchanged, again.body.failed], [2, 0], JSON.stringify(again.body))
  await other.close()
})

test('1,000 accounts with three bad lines: a dry run and a real run tell them, and the good ones are there and can sign in', async () => {
  const lines = Array.from({ length: 1000 }, (_, i) => [
    `guest${i}`,
    `Guest ${i}`,
    `+1555555${String(1000 + i)}`,
    // Each takes its time to be hashed.
    i % 10 === 0 ? `quiet lantern ${i} harbour` : '',
    'guest wi-fi',
  ])
  const set = (line: number, column: number, value: string) => {
    const cells = lines[line - 2]
    if (cells) cells[column] = value
  }
  set(101, 2, 'no number')
  set(502, 3, 'password')
  set(900, 4, 'No such plan')
  const file = writeCsv([['Login', 'First Name', 'phone', 'password', 'Usage-Plan'], ...lines])
  const expected = [
    [101, 'phone'],
    [502, 'password'],
    [900, 'usage_plan'],
  ]
  const count = async () => Number((await app.database.query('select count(*)::int as n from accounts'))[0]?.n)
  const [before, events] = [await count(), (await eventsOf('accounts')).length]

  const dry = (await importCsv(app, '/accounts/import?dry_run=true', file)).body
  assert.deepEqual(placesOf(dry.errors), expected)
  assert.deepEqual(
    [dry.dry_run, dry.lines, dry.created, dry.updated, dry.unchanged, dry.failed, dry.errors_total],
    [true, 1000, 997, 0, 0, 3, 3],
  )
  assert.equal(dry.errors[0].value, 'no number')
  assert.equal(dry.errors[1].value, undefined, 'a password is not told')
  assert.equal(dry.errors[2].value, 'No such plan')
  assert.equal(await count(), before)
  assert.equal((await eventsOf('accounts')).length, events)

  const real = (await importCsv(app, '/accounts/import', file)).body
  assert.deepEqual(real, { ...dry, dry_run: false })
  assert.equal(await count(), before + 997)
  const made = (await eventsOf('accounts')).slice(events)
  assert.equal(made.length, 997)
  assert.ok(made.every(event => event.action === 'create' && event.actor === 'root key (GATEHOUSE_API_KEY)'))

  const [row] = await rowsOf('accounts', "login = 'guest10'")
  const plan = (await rowsOf('usage_plans', "name = 'Guest Wi-Fi'"))[0]
  assert.deepEqual([row?.usage_plan_id, row?.phone, row?.status], [plan?.id, '+15555551010', 'active'])
  const guest = app.guest()
  await guest.submit('/portal/lobby/login', { login: 'guest10', password: 'quiet lantern 10 harbour' })
  assert.equal((await app.database.query('select from sessions where signed_in_at is not null')).length, 1)

  // The same again: all are there.
  const again = (await importCsv(app, '/accounts/import', file)).body
  assert.deepEqual([again.created, again.failed, again.errors_total], [0, 1000, 1000])
  assert.equal(again.errors.length, 200)
})

test('all or nothing: with one bad line nothing is taken, without any everything is', async () => {
  const events = (await eventsOf('account_groups')).length
  const bad = 'name,priority\nAlpha,1\nBeta,much\nGamma,3\n'
  for (const run of ['', '&dry_run=true']) {
    const { body } = await importCsv(app, `/account_groups/import?all_or_nothing=true${run}`, bad)
    assert.deepEqual(placesOf(body.errors), [[3, 'priority']])
    assert.deepEqual([body.lines, body.created, body.failed], [3, 0, 1])
  }
  assert.equal((await importCsv(app, '/account_groups/import?all_or_nothing=true', 'name\nAlpha\nBeta,x\n')).body.created, 0)
  assert.deepEqual(await rowsOf('account_groups', "name in ('Alpha', 'Gamma')"), [])
  assert.equal((await eventsOf('account_groups')).length, events)
  const { body } = await importCsv(app, '/account_groups/import?all_or_nothing=true', bad.replace('much', '2'))
  assert.deepEqual([body.created, body.failed], [3, 0])
  // What is kept in memory has been read anew.
  assert.ok([...app.ctx.catalogue.now.accountGroups.values()].some(({ name }) => name === 'Gamma'))
})

test('without it the good lines are taken and the bad ones told', async () => {
  const { body } = await importCsv(app, '/account_groups/import', 'name,priority\nDelta,1\n,2\nDelta,3\nEpsilon,\n')
  assert.deepEqual(placesOf(body.errors), [
    [3, 'name'],
    [4, 'name'],
  ])
  assert.match(body.errors[1].message, /line 2 /i)
  assert.deepEqual([body.created, body.failed], [2, 2])
})

test('create takes new records only, update those that are there, upsert both; by id, else by what they are known by', async () => {
  await importCsv(app, '/accounts/import', 'login,first_name\nBea,Bea\n')
  const [bea] = await rowsOf('accounts', "login = 'Bea'")
  const run = async (mode: string, text: string) => (await importCsv(app, `/accounts/import?mode=${mode}`, text)).body
  assert.deepEqual(placesOf((await run('create', 'login,note\nbea,x\n')).errors), [[2, 'login']])
  assert.deepEqual(placesOf((await run('update', 'login,note\nnobody,x\n')).errors), [[2, 'login']])
  assert.equal((await run('update', 'login,note\nBEA,by login\n')).updated, 1)
  // A login written in another case is one that was changed.
  assert.deepEqual(
    (await rowsOf('accounts', "login_key = 'bea'")).map(({ login, note }) => [login, note]),
    [['BEA', 'by login']],
  )
  assert.equal((await run('update', `id,login\n${String(bea?.id).toUpperCase()},beatrix\n`)).updated, 1)
  assert.equal((await run('upsert', `id,login,note\n${bea?.id},,by id\n,carl,new\n`)).created, 1)
  assert.deepEqual((await rowsOf('accounts', "login in ('beatrix', 'carl')")).map(({ login, note }) => [login, note]).sort(), [
    ['beatrix', 'by id'],
    ['carl', 'new'],
  ])
  // An id of another installation says nothing here.
  assert.equal((await run('upsert', 'id,login,note\n0199a7a0-5c00-7000-8000-0000000000ff,carl,found by login\n')).updated, 1)
  // Two lines about one record, by whatever.
  const twice = await run('upsert', `id,login,note\n${bea?.id},,a\n,beatrix,b\n,Beatrix,c\n`)
  assert.deepEqual(
    [twice.updated, placesOf(twice.errors)],
    [
      1,
      [
        [3, 'login'],
        [4, 'login'],
      ],
    ],
  )
  // A name that another line gives up is free with the next file.
  const swap = await run('upsert', `id,login\n${bea?.id},dora\n,beatrix\n`)
  assert.deepEqual([swap.updated, placesOf(swap.errors)], [1, [[3, 'login']]])
})

test('an empty cell leaves a field as it is, null empties it, and booleans and numbers are read as people write them', async () => {
  const header = 'name,note,unlimited_usage,automatic_login,usage_minutes,account_group,sms_gateways\n'
  const first = await importCsv(app, '/usage_plans/import', `${header}Weekly,hello,YES,0,10080,guests,Phone simulator;@Twilio\n`)
  assert.deepEqual([first.body.created, first.body.errors], [1, []])
  const read = async () => (await app.api('GET', '/usage_plans?name=Weekly')).body.data[0]
  const made = await read()
  assert.deepEqual(
    [made.note, made.unlimited_usage, made.automatic_login, made.usage_minutes, made.sms_gateway_ids.length],
    ['hello', true, false, 10_080, 2],
  )
  assert.equal((await importCsv(app, '/usage_plans/import?mode=update', `${header}Weekly,,,,,,\n`)).body.unchanged, 1)
  assert.deepEqual(await read(), made)
  assert.equal(
    (await importCsv(app, '/usage_plans/import?mode=update', `${header}Weekly,null,no,true,null,null,null\n`)).body.updated,
    1,
  )
  const emptied = await read()
  assert.deepEqual(
    [
      emptied.note,
      emptied.unlimited_usage,
      emptied.automatic_login,
      emptied.usage_minutes,
      emptied.account_group_id,
      emptied.sms_gateway_ids,
    ],
    ['', false, true, null, null, []],
  )
  const wrong = await importCsv(app, '/usage_plans/import?mode=update', `${header}Weekly,,maybe,,1.5,Nobody,\n`)
  assert.deepEqual(placesOf(wrong.body.errors), [
    [2, 'account_group'],
    [2, 'unlimited_usage'],
    [2, 'usage_minutes'],
  ])
})

test('of an id and a name beside it the one that was changed counts, and two that differ are refused', async () => {
  const [guests, members] = ['Guests', 'Members'].map(
    name => [...app.ctx.catalogue.now.accountGroups.values()].find(group => group.name === name)?.id ?? '',
  )
  const header = 'login,account_group_id,account_group\n'
  const run = async (mode: string, line: string) => (await importCsv(app, `/accounts/import?mode=${mode}`, header + line)).body
  const groupOf = async () => (await rowsOf('accounts', "login = 'emil'"))[0]?.account_group_id
  assert.deepEqual(placesOf((await run('create', `emil,${guests},Members\n`)).errors), [[2, 'account_group']])
  assert.equal((await run('create', `emil,${guests},Guests\n`)).created, 1)
  assert.equal((await run('update', `emil,${guests},Members\n`)).updated, 1)
  assert.equal(await groupOf(), members)
  assert.equal((await run('update', `emil,${guests},Members\n`)).updated, 1)
  assert.equal(await groupOf(), guests)
  assert.equal((await run('update', 'emil,0199a7a0-5c00-7000-8000-0000000000ff,Members\n')).updated, 1)
  assert.equal(await groupOf(), members)
  assert.deepEqual(placesOf((await run('update', 'emil,0199a7a0-5c00-7000-8000-0000000000ff,\n')).errors), [
    [2, 'account_group_id'],
  ])
})

test('the rules of each kind hold, and what cannot be changed is not', async () => {
  const gateways = await importCsv(app, '/sms_gateways/import', 'name,provider,from\nNo token,twilio,+15555550100\n')
  assert.ok(
    gateways.body.errors.some(({ field }: Where) => field === 'auth_token'),
    JSON.stringify(gateways.body),
  )
  const portals = await importCsv(
    app,
    '/splash_portals/import',
    'name,message_templates\nYard,"{""en"":{""code_sms"":""no code""}}"\nPark,{\n',
  )
  assert.deepEqual(placesOf(portals.body.errors), [
    [2, 'message_templates.en.code_sms'],
    [3, 'message_templates'],
  ])
  const suppressions = await importCsv(
    app,
    '/suppressions/import?mode=upsert',
    'channel,contact,note\nemail,GONE@example.com,again\nemail,new@example.com,\nsms,new@example.com,\nemail,h***@example.com,\n',
  )
  assert.deepEqual([suppressions.body.updated, suppressions.body.created], [1, 1])
  assert.deepEqual(placesOf(suppressions.body.errors), [
    [4, 'contact'],
    [5, 'contact'],
  ])
  const [row] = await rowsOf('suppressions', "contact = 'new@example.com'")
  const moved = await importCsv(app, '/suppressions/import?mode=update', `id,contact\n${row?.id},other@example.com\n`)
  assert.deepEqual(placesOf(moved.body.errors), [[2, 'contact']])
  // A carrier that is like the list has not been taken into the operator's hands.
  assert.deepEqual((await rowsOf('carriers', "overridden <> '{}'")).length, 0)
})

test('a new password signs out, and a guest who is blocked by a file is', async () => {
  await importCsv(app, '/accounts/import', 'login,password\nfinn,quiet lantern harbour\n')
  const guest = app.guest()
  await guest.submit('/portal/lobby/login', { login: 'finn', password: 'quiet lantern harbour' })
  const sessions = () =>
    app.database.query(
      `select from sessions s join accounts a on a.id = s.account_id
       where a.login = 'finn' and s.signed_in_at is not null and s.expires_at > $1`,
      [app.clock.now()],
    )
  assert.equal((await sessions()).length, 1)
  assert.equal(
    (await importCsv(app, '/accounts/import?mode=update&dry_run=true', 'login,status\nfinn,blocked\n')).body.updated,
    1,
  )
  assert.equal((await sessions()).length, 1, 'a dry run signs nobody out')
  assert.equal((await importCsv(app, '/accounts/import?mode=update', 'login,status\nfinn,blocked\n')).body.updated, 1)
  assert.equal((await sessions()).length, 0)
})

test('a file that cannot be read is refused as a whole, with the line or the columns at fault', async () => {
  const refused = async (text: string, fields: string[], query = '') => {
    const answer = await importCsv(app, `/account_groups/import${query}`, text)
    assertProblem(answer, 422, 'invalid', fields)
    return answer.body
  }
  const before = await rowsOf('account_groups')
  await refused('', ['body'])
  await refused('\uFEFF\r\n\r\n', ['body'])
  await refused('name,colour,Shape\nZeta,red,round\n', ['colour', 'Shape'])
  await refused('name,note,Name\nZeta,,\n', ['Name'])
  await refused('priority\n1\n', ['name'])
  assert.deepEqual((await refused('name\nZeta\n"Eta\nTheta\n', [''])).errors[0].line, 3)
  assert.deepEqual((await refused('name\nZeta\n"Eta"x\nTheta\n', [''])).errors[0].line, 3)
  await refused('name\nZeta\n', ['mode'], '?mode=replace')
  await refused('name\nZeta\n', ['dry_run', 'force'], '?dry_run=yes&force=true')
  assert.match((await refused(`name\n${'Zeta\n'.repeat(20_001)}`, ['body'])).detail, /20000 lines/)
  assertProblem(await importCsv(app, '/account_groups/import', Uint8Array.from([0x6e, 0xff, 0x0a])), 400, 'bad_request')
  const answer = await app.request('/api/v1/account_groups/import', {
    method: 'POST',
    headers: { authorization: `Bearer ${app.config.apiKey}`, 'content-type': 'application/json' },
    body: '{}',
  })
  assert.equal(answer.status, 415)
  const passwords = Array.from({ length: 2001 }, (_, i) => `x${i},quiet lantern harbour\n`).join('')
  assertProblem(await importCsv(app, '/accounts/import', `login,password\n${passwords}`), 422, 'invalid', ['password'])
  assert.deepEqual(await rowsOf('account_groups'), before)
})

test('a line with a character that no record can hold is told like any other fault', async () => {
  const { status, body } = await importCsv(app, '/account_groups/import?dry_run=true', 'name,note\nZeta\0,\nEta,\0\nTheta,\n')
  assert.deepEqual([status, body.created, body.failed], [200, 1, 2])
  assert.deepEqual(
    body.errors.map(({ line, message }: { line: number; message: string }) => [line, /NUL/.test(message)]),
    [
      [2, true],
      [3, true],
    ],
  )
})

test('a file may have 5 MiB, and any other body as little as before', async () => {
  const line = `a,${'n'.repeat(1500)}\n`
  const large = await importCsv(app, '/account_groups/import?dry_run=true', `name,note\n${line.repeat(3000)}`)
  assert.deepEqual([large.status, large.body.created, large.body.failed], [200, 1, 2999])
  const tooLarge = await importCsv(app, '/account_groups/import', `name,note\n${line.repeat(4000)}`)
  assert.match(assertProblem(tooLarge, 413, 'too_large'), /5 MiB/)
  const elsewhere = await app.api('POST', '/account_groups', { name: 'x'.repeat(70_000) })
  assert.match(assertProblem(elsewhere, 413, 'too_large'), /64 KiB/)
})

test('files that change the same records at once end one after the other, and none is lost', async () => {
  const logins = Array.from({ length: 60 }, (_, i) => `race${i}`)
  await importCsv(app, '/accounts/import', `login\n${logins.join('\n')}\n`)
  const files = Array.from({ length: 6 }, (_, n) => {
    const order = n % 2 === 0 ? logins : logins.toReversed()
    return `login,note\n${order.map(login => `${login},note ${n}`).join('\n')}\n`
  })
  const answers = await Promise.all(files.map(file => importCsv(app, '/accounts/import?mode=update', file)))
  for (const { status, body } of answers) assert.deepEqual([status, body.failed, body.updated + body.unchanged], [200, 0, 60])
  // And of files that make the same accounts one makes each.
  const made = await Promise.all(files.map(() => importCsv(app, '/accounts/import', 'login\nonce1\nonce2\nonce3\n')))
  assert.equal(
    made.reduce((sum, { body }) => sum + body.created, 0),
    3,
  )
})

test('takes the role operator', async () => {
  for (const [role, status] of [
    ['front_desk', 403],
    ['operator', 200],
  ] as const) {
    const { key } = (await app.api('POST', '/api_keys', { name: `import as ${role}`, role })).body
    assert.equal((await importCsv(app, '/accounts/import?dry_run=true', 'login\nrole\n', key)).status, status)
  }
})

test('no file, however hostile, makes an error of the server or changes anything in a dry run', async () => {
  const before = JSON.stringify(await Promise.all(KINDS.map(table => rowsOf(table))))
  const columns =
    'id login name slug contact channel country note password phone email account_group_id usage_plan sms_gateways options message_templates countries senders status priority weight created_at __proto__ constructor'.split(
      ' ',
    )
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'null',
      "'null",
      '=1',
      '[]',
      '[',
      '{}',
      '{"a":{"b":1}}',
      '["US","US"]',
      '{"__proto__":{"x":1}}',
      'true',
      '1e999',
      '-1',
      '9'.repeat(40),
      'lobby',
      'ana',
      'a;b;;',
      '\u0000',
      '\ud800',
      'İ',
      '🐘',
      '[['.repeat(5000),
      'sms',
      'email',
      '+15555550123',
      'x@y.example',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  const tidy = fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...columns), { minLength: 1, maxLength: 5 }),
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }),
    )
    .map(([header, rows]) => writeCsv([header, ...rows]))
  const wild = fc.string({
    unit: fc.constantFrom('name', 'login', ',', ';', '\t', '"', '\r', '\n', '\uFEFF', 'x', '\u0000', '='),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...KINDS),
      fc.constantFrom('create', 'update', 'upsert'),
      fc.oneof({ weight: 3, arbitrary: tidy }, { weight: 1, arbitrary: wild }),
      async (resource, mode, text) => {
        const { status, body } = await importCsv(app, `/${resource}/import?dry_run=true&mode=${mode}`, text.toWellFormed())
        assert.ok(status === 200 || status === 422, `${resource} ${status} ${JSON.stringify(body)} of ${JSON.stringify(text)}`)
        if (status === 200) assert.equal(body.created + body.updated + body.unchanged + body.failed, body.lines)
      },
    ),
    { numRuns: 400 },
  )
  assert.equal(JSON.stringify(await Promise.all(KINDS.map(table => rowsOf(table)))), before)
})
