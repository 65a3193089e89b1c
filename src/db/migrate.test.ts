import assert from 'node:assert/strict'
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { createTestDatabase, createTestFolder, type TestDatabase, testLog } from '../../test/harness.ts'
import { createClock } from '../lib/clock.ts'
import { OperatorError } from '../lib/operator-error.ts'
import { checkServerVersion, MIGRATIONS_FOLDER, migrate, pendingMigrations } from './migrate.ts'

const now = createClock().now()

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = join(await createTestFolder(), 'migrations')
  await mkdir(folder)
  for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql)
  return folder
}

const twoFiles = {
  '000001_first.sql': 'create table first (id integer); create table also_first (id integer);',
  '000002_second.sql': 'alter table first add column name text;',
}

async function tablesOf(database: TestDatabase): Promise<string[]> {
  const rows = await database.query<{ relname: string }>(
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`,
  )
  return rows.map(row => row.relname)
}

test('applies what is missing in the order of the numbers, and nothing twice', async () => {
  const database = await createTestDatabase({ empty: true })
  const folder = await folderWith(twoFiles)
  assert.deepEqual(await migrate(database.connection, { folder, log: testLog, now }), ['000001_first', '000002_second'])
  assert.deepEqual(await tablesOf(database), ['also_first', 'first', 'migrations'])
  assert.deepEqual(await migrate(database.connection, { folder, log: testLog, now }), [])
  await writeFile(join(folder, '000003_third.sql'), 'drop table also_first;')
  assert.deepEqual(await migrate(database.connection, { folder, log: testLog, now }), ['000003_third'])
  assert.deepEqual(await tablesOf(database), ['first', 'migrations'])
})

test('nodes that start at once apply every migration once', async () => {
  const database = await createTestDatabase({ empty: true })
  const folder = await folderWith(twoFiles)
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database.connection, { folder, log: testLog, now })))
  assert.deepEqual(applied.flat().sort(), ['000001_first', '000002_second'])
})

test('a migration that fails half-way leaves nothing of itself, and what came before it stays', async () => {
  const database = await createTestDatabase({ empty: true })
  const folder = await folderWith({
    ...twoFiles,
    '000002_second.sql': 'create table left_over (id integer); select from nowhere;',
  })
  await assert.rejects(migrate(database.connection, { folder, log: testLog, now }), /000002_second failed.*nowhere/)
  assert.deepEqual(await tablesOf(database), ['also_first', 'first', 'migrations'])
})

test('a file that was changed after it was applied stops the start', async () => {
  const database = await createTestDatabase({ empty: true })
  const folder = await folderWith(twoFiles)
  await migrate(database.connection, { folder, log: testLog, now })
  await writeFile(join(folder, '000001_first.sql'), `${twoFiles['000001_first.sql']} -- and more`)
  await assert.rejects(migrate(database.connection, { folder, log: testLog, now }), (error: Error) => {
    assert.ok(error instanceof OperatorError)
    assert.match(error.message, /000001_first\.sql was changed after it had been applied.*new migration/)
    return true
  })
})

test('a database that is newer than the program is refused and left as it is', async () => {
  const database = await createTestDatabase({ empty: true })
  await migrate(database.connection, { folder: await folderWith(twoFiles), log: testLog, now })
  const older = await folderWith({
    '000001_first.sql': twoFiles['000001_first.sql'],
    '000003_else.sql': 'create table other (id integer)',
  })
  await assert.rejects(migrate(database.connection, { folder: older, log: testLog, now }), (error: Error) => {
    assert.ok(error instanceof OperatorError)
    assert.match(error.message, /newer than this Gatehouse.*000002_second/)
    return true
  })
  assert.deepEqual(await tablesOf(database), ['also_first', 'first', 'migrations'])
})

test('a PostgreSQL before 15 is refused with its version', async () => {
  class OldServer extends pg.Client {
    // biome-ignore lint/suspicious/noExplicitAny: pg's overloads cannot be written down for one query
    override query(): any {
      return Promise.resolve({ rows: [{ server_version_num: '140011' }] })
    }
  }
  await assert.rejects(checkServerVersion(new OldServer()), /PostgreSQL 14, but Gatehouse needs PostgreSQL 15/)
})

test('badly named and equally numbered files are refused', async () => {
  const database = await createTestDatabase({ empty: true })
  const badName = await folderWith({ 'add_things.sql': '' })
  await assert.rejects(migrate(database.connection, { folder: badName, log: testLog, now }), /add_things\.sql is not named like/)
  const twice = await folderWith({ '000001_a.sql': '', '000001_b.sql': '' })
  await assert.rejects(migrate(database.connection, { folder: twice, log: testLog, now }), /number of another migration/)
})

test('the product’s own migrations apply to an empty database, and asking what is pending changes nothing', async () => {
  const database = await createTestDatabase({ empty: true })
  const client = new pg.Client(database.connection)
  await client.connect()
  try {
    const files = (await readdir(MIGRATIONS_FOLDER)).filter(file => file.endsWith('.sql'))
    assert.equal((await pendingMigrations(client)).length, files.length)
    assert.deepEqual(await tablesOf(database), [])
    await migrate(client, { log: testLog, now })
    assert.deepEqual(await pendingMigrations(client), [])
  } finally {
    await client.end()
  }
})

test('the lock is free again after a migration, failed or not', async () => {
  const database = await createTestDatabase({ empty: true })
  const client = new pg.Client(database.connection)
  await client.connect()
  try {
    const broken = join(await createTestFolder(), 'broken')
    await cp(await folderWith({ '000001_broken.sql': 'nonsense' }), broken, { recursive: true })
    await assert.rejects(migrate(client, { folder: broken, log: testLog, now }))
    const locks = await database.query(`select from pg_locks where locktype = 'advisory' and database =
      (select oid from pg_database where datname = current_database())`)
    assert.equal(locks.length, 0)
  } finally {
    await client.end()
  }
})
