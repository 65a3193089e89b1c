import assert from 'node:assert/strict'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { createTestDatabase, createTestFolder, eventually, type TestDatabase } from '../../test/harness.ts'
import { withClient } from '../commands/open-database.ts'
import { createClock } from '../lib/clock.ts'
import { seedDemo } from '../seed.ts'
import { dropAll, hasRows, openArchive, tablesInOrder, writeArchive } from './archive.ts'

const now = createClock().now()

async function write(database: TestDatabase): Promise<{ file: string; rows: number }> {
  const file = join(await createTestFolder(), 'test.backup.gz')
  const rows = await withClient(database.connection, client => writeArchive(client, { file, createdAt: now, keyCheck: 'x' }))
  return { file, rows }
}

async function load(database: TestDatabase, file: string): Promise<number> {
  const archive = await openArchive(file)
  try {
    return await withClient(database.connection, client => archive.load(client))
  } finally {
    await archive.close()
  }
}

/** Every row of every table as PostgreSQL writes it, and every sequence. */
async function contentsOf(database: TestDatabase): Promise<Record<string, unknown>> {
  const contents: Record<string, unknown> = {}
  const tables = await withClient(database.connection, tablesInOrder)
  for (const table of tables)
    contents[table] = (await database.query(`select t::text as row from ${pg.escapeIdentifier(table)} t order by 1`)).map(
      ({ row }) => row,
    )
  contents.worker_numbers = await database.query('select last_value, is_called from worker_numbers')
  delete contents.migrations
  return contents
}

// Every type of the schema, and the values that a careless format would bend.
async function fill(database: TestDatabase): Promise<void> {
  await withClient(database.connection, client => seedDemo(client, now))
  await database.query(`update usage_plans set note = E'quote " backslash \\\\ tab \\t line \\n end \\u2028 \\U0001F4F1 é'`)
  await database.query(
    `insert into accounts (id, login, login_key, status, created_at, updated_at, usage_expires_at)
     select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'guest' || n, 'guest' || n, 'active',
       '2026-01-02 03:04:05.678901+02', '2026-01-02 03:04:05.678901+02', 'infinity' from generate_series(1, 1234) n`,
  )
  await database.query(
    `insert into contact_budgets (key, starts, touched_at) values ('sms:+15555550123', '{"2026-01-02 03:04:05.000001+00","2026-07-08 09:10:11+00"}', $1)`,
    [now],
  )
  await database.query(
    `insert into simulator_messages (id, channel, message_encrypted, at) values ('00000000-0000-7000-8000-000000000001', 'sms', '\\x00ff5c0a', $1)`,
    [now],
  )
  await database.query(
    `insert into audit_events (id, at, actor, action, resource, record_id, changes)
     values ('00000000-0000-7000-8000-000000000001', $1, 'a', 'b', 'c', 'd', '{"n": 12345678901234567890.5, "t": null, "a": [1, "2"]}')`,
    [now],
  )
  await database.query(`select setval('worker_numbers', 41)`)
}

test('what is written is read back to the last bit, into a database that knows nothing of the first', async () => {
  const from = await createTestDatabase()
  await fill(from)
  const { file, rows } = await write(from)
  assert.ok(rows > 1234)
  const to = await createTestDatabase()
  assert.equal(await load(to, file), rows)
  assert.deepEqual(await contentsOf(to), await contentsOf(from))
})

test('holds one moment: what is deleted while it is being written is still in it', async () => {
  const from = await createTestDatabase()
  await fill(from)
  const before = await contentsOf(from)
  const { file } = await withClient(from.connection, async other => {
    await other.query('begin; lock table contact_budgets in access exclusive mode')
    const writing = write(from)
    await eventually(() => from.query(`select from pg_locks where not granted`).then(waiting => waiting.length > 0))
    await other.query('delete from contact_budgets; delete from accounts; commit')
    return writing
  })
  const to = await createTestDatabase()
  await load(to, file)
  assert.deepEqual(await contentsOf(to), before)
})

test('only its owner may read the file, and no file is overwritten', async () => {
  const database = await createTestDatabase()
  const { file } = await write(database)
  assert.equal((await stat(file)).mode & 0o777, 0o600)
  await assert.rejects(
    withClient(database.connection, client => writeArchive(client, { file, createdAt: now, keyCheck: 'x' })),
    /EEXIST/,
  )
})

test('a damaged file is refused with its name', async () => {
  const from = await createTestDatabase()
  await fill(from)
  const { file } = await write(from)
  const whole = await readFile(file)
  const lines = gunzipSync(whole).toString().trimEnd().split('\n')
  const damaged: Record<string, Buffer> = {
    empty: Buffer.alloc(0),
    'no gzip': Buffer.from('{"format":"gatehouse backup 1"}'),
    'something else': gzipSync('hello\n'),
    'cut off': whole.subarray(0, whole.length / 2),
    'without its end': gzipSync(`${lines.slice(0, -1).join('\n')}\n`),
    'without a row': gzipSync(`${lines.toSpliced(2, 1).join('\n')}\n`),
    'with an unknown table': gzipSync(`${lines.toSpliced(1, 0, '["table","pg_authid"]').join('\n')}\n`),
  }
  for (const [what, content] of Object.entries(damaged)) {
    const path = join(await createTestFolder(), 'damaged.gz')
    await writeFile(path, content)
    const to = await createTestDatabase()
    await assert.rejects(load(to, path), /damaged\.gz cannot be read as a backup of Gatehouse: /, what)
    await to.drop()
  }
})

test('dropAll leaves nothing of Gatehouse, so that a restore begins on clean ground', async () => {
  const database = await createTestDatabase()
  await fill(database)
  await withClient(database.connection, async client => {
    assert.equal(await hasRows(client), true)
    await dropAll(client)
    assert.deepEqual(await tablesInOrder(client), [])
    assert.equal(await hasRows(client), false)
  })
  const left = await database.query(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace
     union all select proname from pg_proc where pronamespace = 'public'::regnamespace
       and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`,
  )
  assert.deepEqual(left, [])
})
