import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { createTestApp, createTestDatabase, createTestFolder, type TestDatabase } from '../../test/harness.ts'
import { withClient } from '../commands/open-database.ts'
import { addSeconds, createClock } from '../lib/clock.ts'
import { createKeys } from '../lib/keys.ts'
import { uuidv7 } from '../lib/random.ts'
import { dropAll, openArchive, writeArchive } from './archive.ts'
import { appendAuditEvent, purgeAuditEvents, verifyAuditTrail } from './audit-trail.ts'
import { type Db, openDb } from './db.ts'
import { applyMigrations, readMigrations } from './migrate.ts'

const OLD = 'the old secret key of these tests, 32 bytes or more'
const NEW = 'the new secret key of these tests, 32 bytes or more'
const keys = createKeys(OLD)
const now = createClock().now()

function open(database: TestDatabase, poolMax = 4): Db {
  return openDb(database.connection, { poolMax, onError: () => undefined })
}

function append(db: Db, note: string, at = now, by: Parameters<typeof appendAuditEvent>[1] = keys) {
  const event = {
    actor: 'test',
    action: 'update',
    resource: 'usage_plans',
    recordId: note,
    changes: { note, n: 1.5, zwölf: '漢' },
  }
  return db.transaction(trx => appendAuditEvent(trx, by, at, event))
}

/** Runs `work` with a database of its own whose trail has events of these notes. */
async function withTrail(notes: string[], work: (db: Db, database: TestDatabase) => Promise<void>): Promise<void> {
  const database = await createTestDatabase()
  const db = open(database)
  try {
    for (const note of notes) await append(db, note)
    await work(db, database)
  } finally {
    await db.close()
  }
}

/** Changes the table as somebody does who may do anything to the database. */
function tamper(database: TestDatabase, statement: string): Promise<unknown> {
  return database.query(`set session_replication_role = replica; ${statement}`)
}

async function firstBroken(db: Db, by = keys): Promise<{ number: number; what: string }> {
  const verdict = await verifyAuditTrail(db, by)
  assert.equal(verdict.outcome, 'broken')
  return verdict.outcome === 'broken' ? verdict : { number: 0, what: '' }
}

test('many writers on several nodes at once make one chain without a gap', async () => {
  const database = await createTestDatabase()
  const nodes = [open(database), open(database), open(database)]
  try {
    const heads = await Promise.all(Array.from({ length: 120 }, (_, i) => append(nodes[i % 3] as Db, `${i}`)))
    assert.deepEqual(
      heads.map(head => head.number).sort((a, b) => a - b),
      Array.from({ length: 120 }, (_, i) => i + 1),
    )
    const verdict = await verifyAuditTrail(nodes[0] as Db, keys)
    assert.equal(verdict.outcome, 'intact', JSON.stringify(verdict))
    assert.equal(verdict.outcome === 'intact' && verdict.events, 120)
  } finally {
    for (const node of nodes) await node.close()
  }
})

test('an event whose transaction fails is not in the trail and leaves no gap', () =>
  withTrail(['a'], async db => {
    const failing = db.transaction(async trx => {
      await appendAuditEvent(trx, keys, now, { actor: 'x', action: 'x', resource: 'x', recordId: 'x', changes: {} })
      throw new Error('on purpose')
    })
    await assert.rejects(failing, /on purpose/)
    assert.equal((await append(db, 'b')).number, 2)
    assert.equal((await verifyAuditTrail(db, keys)).outcome, 'intact')
  }))

test('the database refuses to change, delete or truncate events', () =>
  withTrail(['a', 'b'], async (db, database) => {
    for (const statement of [
      `update audit_events set actor = 'nobody'`,
      `update audit_events set hash = null, number = null`,
      'delete from audit_events',
      'truncate audit_events',
    ])
      await assert.rejects(database.query(statement), /audit events are only ever added/, statement)
    assert.equal((await verifyAuditTrail(db, keys)).outcome, 'intact')
  }))

const changes: [what: string, statement: string, number: number, says: RegExp][] = [
  [
    'its actor',
    `update audit_events set actor = 'nobody' where number = 3`,
    3,
    /event 3, update of usage_plans c .* is not as it was/,
  ],
  ['its time by a microsecond', `update audit_events set at = at + interval '1 microsecond' where number = 2`, 2, /event 2/],
  [
    'a detail of its changes',
    `update audit_events set changes = '{"note": "c", "n": 1.50, "zwölf": "漢"}' where number = 3`,
    3,
    /event 3/,
  ],
  ['its signature', `update audit_events set mac = sha256(mac) where number = 4`, 4, /event 4.* forged signature/],
  ['one in the middle, taken out', 'delete from audit_events where number = 2', 2, /event 2 is missing/],
  ['the newest two, taken out', 'delete from audit_events where number > 3', 4, /events from 4 to 5 are missing/],
  ['the oldest, taken out', 'delete from audit_events where number = 1', 1, /events up to 1 are missing/],
  [
    'one slipped in',
    `insert into audit_events (id, at, actor, action, resource, record_id) values ('${uuidv7(now)}', now(), 'x', 'x', 'x', 'x')`,
    6,
    /slipped in without a number/,
  ],
]
for (const [what, statement, number, says] of changes)
  test(`names the first event that is not as it was written: ${what}`, () =>
    withTrail(['a', 'b', 'c', 'd', 'e'], async (db, database) => {
      await tamper(database, statement)
      const broken = await firstBroken(db)
      assert.equal(broken.number, number)
      assert.match(broken.what, says)
    }))

test('whoever mends every hash after a change is found by the signatures, and so is who signs with a key of their own', () =>
  withTrail(['a', 'b', 'c'], async (db, database) => {
    // The same writer with another key makes a trail that is right in itself, of which "b" tells something else.
    const forger = createKeys('a key that somebody else has made up, 32 bytes')
    await withTrail(['a'], async other => {
      await append(other, 'B', now, forger)
      await append(other, 'C', now, forger)
      const rows = await other.kysely.selectFrom('audit_events').selectAll().orderBy('number').execute()
      const head = await other.kysely.selectFrom('audit_head').selectAll().executeTakeFirstOrThrow()
      for (const keyId of [forger.id, keys.id]) {
        await tamper(database, 'delete from audit_events')
        for (const row of rows)
          await db.kysely
            .insertInto('audit_events')
            .values({ ...row, changes: JSON.stringify(row.changes), mac_key_id: row.number === 1 ? row.mac_key_id : keyId })
            .execute()
        await db.kysely.updateTable('audit_head').set({ hash: head.hash }).execute()
        const broken = await firstBroken(db)
        assert.equal(broken.number, 2)
        assert.match(broken.what, keyId === keys.id ? /event 2.* forged signature/ : /nothing vouches for event 2 and later/)
        // What is written after it does not vouch for it, as it would after a rotation.
        await append(db, 'd')
        await append(db, 'e')
        assert.deepEqual(await firstBroken(db), broken)
      }
    })
  }))

test('after a rotation the events since vouch for those before, though the old key is gone', () =>
  withTrail(['a', 'b'], async (db, database) => {
    const fresh = createKeys(NEW)
    assert.match((await firstBroken(db, fresh)).what, /nothing vouches for event 1 and later: .* key/)
    await append(db, 'c', now, createKeys(NEW, OLD))
    assert.equal((await verifyAuditTrail(db, fresh)).outcome, 'intact')
    await tamper(database, `update audit_events set actor = 'nobody' where number = 1`)
    assert.equal((await firstBroken(db, fresh)).number, 1)
  }))

test('an event that was written without the key of the one before it vouches for nothing, until all of the trail was verified', () =>
  withTrail(['a', 'b'], async db => {
    const [fresh, both] = [createKeys(NEW), createKeys(NEW, OLD)]
    await append(db, 'c', now, fresh)
    await append(db, 'd', now, both)
    assert.equal((await verifyAuditTrail(db, both)).outcome, 'intact')
    assert.match((await firstBroken(db, fresh)).what, /nothing vouches for event 1 and later/)
    const event = { actor: 'test', action: 'retire', resource: 'secret_keys', recordId: 'e', changes: {} }
    await db.transaction(trx => appendAuditEvent(trx, both, now, event, { isVerified: true }))
    await append(db, 'f', now, fresh)
    assert.equal((await verifyAuditTrail(db, fresh)).outcome, 'intact')
  }))

test('the retention takes the oldest away and leaves an event that accounts for them; nothing else can', () =>
  withTrail([], async (db, database) => {
    for (const [i, note] of ['a', 'b', 'c', 'd'].entries()) await append(db, note, addSeconds(now, i * 86_400))
    const later = addSeconds(now, 10 * 86_400)
    assert.equal(await purgeAuditEvents(db, keys, { before: addSeconds(now, -1), now: later }), 0)
    assert.equal(await purgeAuditEvents(db, keys, { before: addSeconds(now, 1.5 * 86_400), now: later }), 2)
    const left = await database.query('select number, action from audit_events order by number')
    assert.deepEqual(
      left.map(row => [Number(row.number), row.action]),
      [
        [3, 'update'],
        [4, 'update'],
        [5, 'purge'],
      ],
    )
    assert.equal((await verifyAuditTrail(db, keys)).outcome, 'intact')
    await assert.rejects(database.query('delete from audit_events where number = 3'), /only ever added/)

    // Purged once more, the event of the first purge included; then somebody takes one too many.
    assert.equal(await purgeAuditEvents(db, keys, { before: addSeconds(later, 1), now: addSeconds(later, 2) }), 3)
    await append(db, 'e', addSeconds(later, 3))
    assert.equal((await verifyAuditTrail(db, keys)).outcome, 'intact')
    await database.query('update audit_head set purged_through = 6')
    await database.query('delete from audit_events where number = 6')
    assert.match((await firstBroken(db)).what, /up to 6 are missing, and not because of the retention/)
  }))

test('the retention takes nothing away whose time was changed', () =>
  withTrail(['a', 'b', 'c'], async (db, database) => {
    await tamper(database, `update audit_events set at = at - interval '10 years' where number < 3`)
    const dates = { before: addSeconds(now, -86_400), now: addSeconds(now, 60) }
    assert.equal(await purgeAuditEvents(db, keys, dates), 'broken')
    assert.equal((await firstBroken(db)).number, 1)
  }))

test('events of an older version take their places with the next one, and are guarded from then on', () =>
  withTrail([], async (db, database) => {
    for (const second of [1, 2])
      await database.query(
        `insert into audit_events (id, at, actor, action, resource, record_id, changes) values ($1, $2, 'x', 'update', 'x', $3, '{"a": 1}')`,
        [uuidv7(addSeconds(now, second)), now, `old ${second}`],
      )
    const before = await verifyAuditTrail(db, keys)
    assert.deepEqual({ ...before, head: undefined }, { outcome: 'intact', events: 0, adopted: 0, unchained: 2, head: undefined })
    await Promise.all([append(db, 'a'), append(db, 'b'), append(db, 'c')])
    const after = await verifyAuditTrail(db, keys)
    assert.deepEqual(after.outcome === 'intact' && [after.events, after.adopted], [5, 2])
    await assert.rejects(database.query(`update audit_events set actor = 'nobody' where record_id = 'old 1'`), /only ever added/)
    await tamper(database, `update audit_events set actor = 'nobody' where record_id = 'old 1'`)
    assert.equal((await firstBroken(db)).number, 1)
  }))

test('whoever makes events look as if they were of an older version has them taken up, and that is told', () =>
  withTrail(['a', 'b', 'c'], async (db, database) => {
    const nothing = 'number = null, previous_hash = null, hash = null, mac = null, mac_key_id = null'
    await tamper(database, `update audit_events set actor = 'nobody', ${nothing}; delete from audit_head`)
    await append(db, 'd')
    const verdict = await verifyAuditTrail(db, keys)
    assert.deepEqual(verdict.outcome === 'intact' && [verdict.events, verdict.adopted], [4, 3])
  }))

test('a restored backup has the same chain, and it goes on', () =>
  withTrail(['a', 'b', 'c'], async (_db, database) => {
    const file = join(await createTestFolder(), 'audit.backup.gz')
    await withClient(database.connection, client => writeArchive(client, { file, createdAt: now, keyCheck: '' }))
    const target = await createTestDatabase({ empty: true })
    const archive = await openArchive(file)
    await withClient(target.connection, async client => {
      await dropAll(client)
      await applyMigrations(client, await readMigrations(), now)
      await archive.load(client)
    })
    const restored = open(target)
    assert.equal((await append(restored, 'd')).number, 4)
    assert.equal((await verifyAuditTrail(restored, keys)).outcome, 'intact')
    await restored.close()
  }))

test('what operators do is in the chain with its hashes; a guest’s sign-up is not', async () => {
  const app = await createTestApp({ seed: 'demo' })
  const group = await app.api('POST', '/account_groups', { name: 'Staff' })
  await app.api('PATCH', `/account_groups/${group.body.id}`, { note: 'on shift' })
  await app.api('DELETE', `/account_groups/${group.body.id}`)
  await app.api('POST', '/validations', { channel: 'sms', to: '+15555550123' })
  const { data } = (await app.api('GET', '/audit_events?sort=number')).body
  const events = data.toSorted((a: { number: number }, b: { number: number }) => a.number - b.number)
  assert.deepEqual(
    events.map((event: { number: number; action: string }) => [event.number, event.action]),
    [
      [1, 'create'],
      [2, 'update'],
      [3, 'delete'],
    ],
  )
  assert.match(events[0].hash, /^[0-9a-f]{64}$/)
  assert.equal(events[1].previous_hash, events[0].hash)
  assert.equal(events[2].previous_hash, events[1].hash)
  assert.equal((await verifyAuditTrail(app.ctx.db, app.ctx.keys)).outcome, 'intact')
})
