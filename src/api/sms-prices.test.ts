import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { type ApiAnswer, createTestApp, TEST_API_KEY } from '../../test/harness.ts'

const app = await createTestApp({ schedule: false })
const api = await documentedApi(app)

let gateways = 0
async function createGateway(currency = 'USD'): Promise<string> {
  const { body } = await app.api('POST', '/sms_gateways', { name: `Gateway ${++gateways}`, provider: 'simulator' })
  await app.database.query('update sms_gateways set currency = $2 where id = $1', [body.id, currency])
  await app.ctx.catalogue.reload()
  return body.id
}

async function importCsv(gatewayId: string, csv: string, query = '', type = 'text/csv'): Promise<ApiAnswer> {
  const response = await app.request(`/api/v1/sms_gateways/${gatewayId}/prices/import${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TEST_API_KEY}`, 'content-type': type },
    body: csv,
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

async function exportCsv(gatewayId: string): Promise<string> {
  const response = await app.request(`/api/v1/sms_gateways/${gatewayId}/prices/export`, {
    headers: { authorization: `Bearer ${TEST_API_KEY}` },
  })
  assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8')
  return response.text()
}

const pricesOf = (gatewayId: string) => app.ctx.catalogue.now.smsPrices.get(gatewayId)

test('a price is exact decimal text, in memory at once, changed, listed, sorted, and deleted, each on the audit log', async () => {
  const gatewayId = await createGateway('EUR')
  const created = await api('POST', '/sms_prices', { sms_gateway_id: gatewayId, country: 'us', price: '0.0079', note: 'list' })
  assert.equal(created.status, 201)
  const { id, created_at, updated_at, ...rest } = created.body
  assert.deepEqual(rest, { sms_gateway_id: gatewayId, country: 'US', price: '0.0079', currency: 'EUR', note: 'list' })
  assert.equal(pricesOf(gatewayId)?.get('US'), 7900)

  await api('POST', '/sms_prices', { sms_gateway_id: gatewayId, country: '*', price: '0.000001' })
  const changed = await api('PATCH', `/sms_prices/${id}`, { price: '0.1' })
  assert.equal(changed.body.price, '0.10')
  assert.equal(pricesOf(gatewayId)?.get('US'), 100_000)

  const list = async (query: string) =>
    (await api('GET', `/sms_prices?sms_gateway_id=${gatewayId}&${query}`)).body.data.map(
      (row: { country: string }) => row.country,
    )
  assert.deepEqual(await list('sort=price'), ['*', 'US'])
  assert.deepEqual(await list('sort=price&order=desc'), ['US', '*'])
  assert.deepEqual(await list('country=US'), ['US'])
  assert.deepEqual(await list('price=0.10'), ['US'])
  assert.deepEqual(await list('q=list'), ['US'])

  assert.equal((await api('DELETE', `/sms_prices/${id}`)).status, 204)
  assert.equal(pricesOf(gatewayId)?.get('US'), undefined)
  const audit = await app.database.query('select action, changes from audit_events where record_id = $1 order by id', [id])
  assert.deepEqual(
    audit.map(event => [event.action, event.changes.price]),
    [
      ['create', { to: '0.0079' }],
      ['update', { from: '0.0079', to: '0.1' }],
      ['delete', { from: '0.1' }],
    ],
  )
})

test('refuses what is no price, no country, no gateway, or there already', async () => {
  const gatewayId = await createGateway()
  const least = { sms_gateway_id: gatewayId, country: 'US', price: '1' }
  for (const price of [0.5, '0.0000001', '-1', '1,5', '', '1e2', '1000000', null])
    assertProblem(await api('POST', '/sms_prices', { ...least, price }), 422, 'invalid', ['price'])
  for (const country of ['USA', 'XX', '', '**', 1])
    assertProblem(await api('POST', '/sms_prices', { ...least, country }), 422, 'invalid', ['country'])
  const nobody = '0199a7a0-5c00-7000-8000-000000000004'
  assertProblem(await api('POST', '/sms_prices', { ...least, sms_gateway_id: nobody }), 422, 'invalid', ['sms_gateway_id'])
  assert.equal((await api('POST', '/sms_prices', least)).status, 201)
  assertProblem(await api('POST', '/sms_prices', least), 422, 'invalid', ['country'])
})

test('imports a price list, says what it changed, and leaves countries that are not in it', async () => {
  const gatewayId = await createGateway()
  const first = await importCsv(gatewayId, '\uFEFFCountry,Price,Note\r\nus,0.0079,"a, b"\r\nGB,0.04,\r\n\r\n*,0.1,rest\r\n')
  assert.deepEqual(first.body, { created: 3, updated: 0, unchanged: 0, removed: 0, errors: [] })
  assert.deepEqual(
    pricesOf(gatewayId),
    new Map([
      ['*', 100_000],
      ['GB', 40_000],
      ['US', 7900],
    ]),
  )

  // Without a column for notes they stay; a semicolon is what spreadsheets of half of Europe write.
  const second = await importCsv(gatewayId, 'price;country\n0.0080;US\n0.04;GB\n0.09;DE\n')
  assert.deepEqual(second.body, { created: 1, updated: 1, unchanged: 1, removed: 0, errors: [] })
  assert.equal(await exportCsv(gatewayId), 'country,price,note\r\n*,0.10,rest\r\nDE,0.09,\r\nGB,0.04,\r\nUS,0.008,"a, b"\r\n')
})

test('what is exported imports as unchanged', async () => {
  const gatewayId = await createGateway()
  await importCsv(gatewayId, 'country,price,note\nUS,0.0079,"two\nlines, ""quoted"""\nGB,12,=1+1\n')
  assert.deepEqual((await importCsv(gatewayId, await exportCsv(gatewayId), '?replace=true')).body, {
    created: 0,
    updated: 0,
    unchanged: 2,
    removed: 0,
    errors: [],
  })
})

test('replace removes what is not in the file, and a dry run says so and changes nothing', async () => {
  const gatewayId = await createGateway()
  await importCsv(gatewayId, 'country,price\nUS,1\nGB,2\nFR,3\n')
  const before = await exportCsv(gatewayId)
  const expected = { created: 1, updated: 1, unchanged: 1, removed: 1, errors: [] }
  const list = 'country,price\nUS,1\nGB,2.5\nDE,4\n'
  const events = () =>
    app.database.query("select changes from audit_events where action = 'import_prices' and record_id = $1 order by id", [
      gatewayId,
    ])
  const count = (await events()).length
  assert.deepEqual((await importCsv(gatewayId, list, '?replace=true&dry_run=true')).body, expected)
  assert.equal(await exportCsv(gatewayId), before)
  assert.equal((await events()).length, count)

  assert.deepEqual((await importCsv(gatewayId, list, '?replace=true')).body, expected)
  assert.equal(await exportCsv(gatewayId), 'country,price,note\r\nDE,4.00,\r\nGB,2.50,\r\nUS,1.00,\r\n')
  assert.deepEqual((await events()).at(-1)?.changes, {
    DE: { from: null, to: '4.00' },
    GB: { from: '2.00', to: '2.50' },
    FR: { from: '3.00', to: null },
  })
  assert.deepEqual([...(pricesOf(gatewayId)?.keys() ?? [])].sort(), ['DE', 'GB', 'US'])
})

test('a file with faults changes nothing, and every fault is told with its line', async () => {
  const gatewayId = await createGateway()
  await importCsv(gatewayId, 'country,price\nUS,1\n')
  const list = 'country,price,note\nUS,2,\nGermany,0.1,\nGB,0.1 USD,\nFR,1,"two\nlines"\nus,3,\nIT,1\n,,\nES,,\n'
  const faults = [
    [3, 'country'],
    [4, 'price'],
    [7, 'country'],
    [8, ''],
    [10, 'price'],
  ]
  const dry = await importCsv(gatewayId, list, '?dry_run=true&replace=true')
  assert.equal(dry.status, 200)
  const { errors, ...counts } = dry.body
  assert.deepEqual(counts, { created: 0, updated: 0, unchanged: 0, removed: 0 })
  const where = (list: { line: number; field: string }[]) => list.map(({ line, field }) => [line, field])
  assert.deepEqual(where(errors), faults)

  const real = await importCsv(gatewayId, list, '?replace=true')
  assert.equal(real.status, 422)
  assert.equal(real.body.code, 'invalid')
  assert.deepEqual(where(real.body.errors), faults)
  assert.equal(await exportCsv(gatewayId), 'country,price,note\r\nUS,1.00,\r\n')
})

test('refuses a file without its header, one that is no CSV, another type, and a gateway that is not there', async () => {
  const gatewayId = await createGateway()
  const faults = async (csv: string) =>
    (await importCsv(gatewayId, csv)).body.errors.map((fault: { line: number; field: string }) => [fault.line, fault.field])
  assert.deepEqual(await faults('US,0.1\n'), [
    [1, 'us'],
    [1, '0.1'],
    [1, 'country'],
    [1, 'price'],
  ])
  assert.deepEqual(await faults('country,price,country\n'), [[1, 'country']])
  assert.deepEqual(await faults(''), [[1, '']])
  assert.deepEqual(await faults('country,price\nUS,"1\n'), [[2, '']])
  assertProblem(await importCsv(gatewayId, '{}', '', 'application/json'), 415, 'unsupported_media_type')
  assertProblem(await importCsv(gatewayId, 'country,price\n', '?dry=true'), 422, 'invalid', ['dry'])
  assertProblem(await importCsv('0199a7a0-5c00-7000-8000-000000000004', 'country,price\nUS,1\n'), 404, 'not_found')
  assertProblem(await importCsv('0199a7a0-5c00-7000-8000-000000000004', 'x', '?dry_run=true'), 404, 'not_found')
  assert.equal((await api('GET', '/sms_gateways/0199a7a0-5c00-7000-8000-000000000004/prices/export')).status, 404)
})

test('imports at once leave one list whole, not parts of two', async () => {
  const gatewayId = await createGateway()
  const lists = Array.from(
    { length: 8 },
    (_, i) => `country,price\n${['US', 'GB', 'DE', 'FR'].map(it => `${it},${i + 1}`).join('\n')}\n`,
  )
  const answers = await Promise.all(lists.map(list => importCsv(gatewayId, list, '?replace=true')))
  assert.deepEqual(new Set(answers.map(answer => answer.status)), new Set([200]))
  assert.equal(answers.filter(answer => answer.body.created === 4).length, 1)
  assert.equal(new Set(pricesOf(gatewayId)?.values()).size, 1)
})
