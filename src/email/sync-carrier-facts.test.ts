import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../../test/harness.ts'
import { uuidv7 } from '../lib/random.ts'
import { CARRIERS, type CarrierFact } from './carrier-facts.ts'
import { type FactChanges, syncCarrierFacts } from './sync-carrier-facts.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const LATER = new Date('2026-12-24T10:00:00Z')

// biome-ignore lint/suspicious/noExplicitAny: a row of carriers
type Row = Record<string, any>

/** A database, and what a start of a version that knows these facts does with it. */
async function open() {
  const database = await createTestDatabase()
  async function start(facts?: readonly CarrierFact[], now = NOW): Promise<FactChanges> {
    const client = new pg.Client(database.connection)
    await client.connect()
    try {
      await client.query('begin')
      const changes = await syncCarrierFacts(async (text, values) => (await client.query(text, values)).rows, now, facts)
      await client.query('commit')
      return changes
    } finally {
      await client.end()
    }
  }
  const read = async (key: string) =>
    (await database.query<Row>('select *, sunset_on::text from carriers where fact_key = $1', [key]))[0] ?? {}
  return { database, start, read }
}

async function insertCarrier(database: TestDatabase, carrier: Partial<CarrierFact>): Promise<void> {
  const row = {
    address_template: '{number}@own.example',
    status: 'unknown',
    ...carrier,
    id: uuidv7(NOW),
    created_at: NOW,
    updated_at: NOW,
  }
  await database.query(
    `insert into carriers (${Object.keys(row)}) values (${Object.keys(row).map((_, i) => `$${i + 1}`)})`,
    Object.values(row),
  )
}

const [verizon] = CARRIERS
assert.ok(verizon?.fact_key === 'US/verizon')

test('a start adds every built-in carrier once, however many nodes start at once', async () => {
  const { database, start } = await open()
  const changes = await Promise.all([1, 2, 3, 4].map(() => start()))
  assert.deepEqual(
    changes.map(({ added }) => added).sort((a, b) => a - b),
    [0, 0, 0, CARRIERS.length],
  )
  assert.deepEqual(await start(), { added: 0, changed: 0 })
  const [row] = await database.query('select count(*)::int as n, count(distinct fact_key)::int as keys from carriers')
  assert.deepEqual(row, { n: CARRIERS.length, keys: CARRIERS.length })
})

test('a changed fact changes its row, except what the operator has set; a new one is added', async () => {
  const { database, start, read } = await open()
  await start([verizon])
  await database.query(`update carriers set status = 'active', note = 'tried it', overridden = '{note,status}'`)
  const news: CarrierFact = { ...verizon, status: 'retired', sunset_on: '2026-12-01', note: 'Ended early.' }
  assert.deepEqual(await start([news, { ...verizon, fact_key: 'US/new', name: 'New' }], LATER), { added: 1, changed: 1 })
  const row = await read('US/verizon')
  assert.deepEqual([row.status, row.note, row.sunset_on], ['active', 'tried it', '2026-12-01'])
  assert.deepEqual(row.updated_at, LATER)
  assert.equal((await read('US/new')).name, 'New')
})

test('a carrier that gets another name in the facts keeps its row', async () => {
  const { start, read } = await open()
  await start([verizon])
  const { id } = await read('US/verizon')
  assert.deepEqual(await start([{ ...verizon, name: 'Verizon Wireless' }]), { added: 0, changed: 1 })
  const row = await read('US/verizon')
  assert.deepEqual([row.id, row.name], [id, 'Verizon Wireless'])
})

test('what was found out about an address goes with it', async () => {
  const { database, start, read } = await open()
  await start([verizon])
  await database.query(
    `update carriers set mx_status = 'missing', mx_checked_at = $1, health = 'suspended', health_reason = 'x', health_at = $1`,
    [NOW],
  )
  await start([{ ...verizon, note: 'Another note.' }], LATER)
  assert.equal((await read('US/verizon')).health, 'suspended')
  await start([{ ...verizon, address_template: '{number}@new.example' }], LATER)
  const row = await read('US/verizon')
  assert.deepEqual([row.mx_status, row.mx_checked_at, row.health, row.health_reason], [null, null, null, ''])
})

test('a built-in carrier that the operator has deleted does not come back', async () => {
  const { database, start } = await open()
  await start([verizon])
  await database.query('delete from carriers')
  assert.deepEqual(await start([verizon]), { added: 0, changed: 0 })
  assert.deepEqual(await database.query('select from carriers'), [])
})

test('a carrier that the operator made is never touched, and keeps its name from a built-in one', async () => {
  const { database, start } = await open()
  await start([verizon])
  await insertCarrier(database, { name: 'New', country: 'US' })
  const other: CarrierFact = { ...verizon, fact_key: 'US/new', name: 'New' }
  assert.deepEqual(await start([verizon, other]), { added: 0, changed: 0 })
  assert.deepEqual(await start([{ ...verizon, name: 'New' }]), { added: 0, changed: 0 })
  const rows = await database.query<Row>(`select fact_key, address_template from carriers where name = 'New'`)
  assert.deepEqual(rows, [{ fact_key: null, address_template: '{number}@own.example' }])
  // Once the name is free, the carrier is there.
  await database.query(`delete from carriers where name = 'New'`)
  assert.deepEqual(await start([verizon, other]), { added: 1, changed: 0 })
})

test('rows of a version that knew no keys are matched once, and what the operator had changed stays', async () => {
  const { database, start, read } = await open()
  const { fact_key: _key, ...seeded } = verizon
  await insertCarrier(database, { ...seeded, status: 'active', note: 'tried it' })
  await insertCarrier(database, { name: 'Own', country: 'US' })
  assert.deepEqual(await start([verizon]), { added: 0, changed: 0 })
  const row = await read('US/verizon')
  assert.deepEqual([row.status, row.note, row.overridden], ['active', 'tried it', ['status', 'note']])
  const [own] = await database.query<Row>(`select fact_key from carriers where name = 'Own'`)
  assert.equal(own?.fact_key, null)
  // Only once: what is made later under the name of a fact is the operator's.
  assert.deepEqual(await start([verizon, { ...verizon, fact_key: 'US/own', name: 'Own' }]), { added: 0, changed: 0 })
})
