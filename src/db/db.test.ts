import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { closeAtEnd, createTestDatabase, eventually } from '../../test/harness.ts'
import { type Db, duplicateOf, openDb } from './db.ts'

const POOL_MAX = 2

async function open(): Promise<Db> {
  const database = await createTestDatabase()
  const db = openDb(database.connection, { poolMax: POOL_MAX, onError: () => undefined })
  closeAtEnd(() => db.close())
  return db
}

const ADD = { name: 'add', text: 'select $1::integer + $2::integer as sum' }

test('a statement of a hot transaction is parsed and planned once a connection, and never for its values alone', async () => {
  const db = await open()
  const work = () =>
    db.hotTransaction(async trx => {
      assert.deepEqual(await db.run(ADD, [1, 2], trx), [{ sum: 3 }])
      await trx.selectFrom('accounts').select('id').where('login_key', '=', 'nobody').execute()
      const { rows } = await sql<{ statement: string; generic_plans: number; custom_plans: number }>`
        select statement, generic_plans, custom_plans from pg_prepared_statements order by statement collate "C"`.execute(trx)
      return rows
    })
  await work()
  for (let i = 0; i < 8; i++) await work()
  const prepared = await work()
  assert.deepEqual(
    prepared.map(({ statement, generic_plans, custom_plans }) => [statement.slice(0, 24), generic_plans, custom_plans]),
    [
      ['select "id" from "accoun', 10, 0],
      [ADD.text.slice(0, 24), 10, 0],
    ],
  )
})

test('a hot transaction commits or leaves nothing behind, and its connection is as good as before', async () => {
  const db = await open()
  const write = (id: string, fails: boolean) =>
    db.hotTransaction(async trx => {
      await trx
        .insertInto('known_devices')
        .values({ contact: id, device: 'd', proven_at: new Date(0), first_proven_at: new Date(0) })
        .execute()
      if (fails) await sql`select 1 / ${0}::integer`.execute(trx)
    })
  await write('kept', false)
  for (let i = 0; i < 2 * POOL_MAX; i++) await assert.rejects(write(`lost ${i}`, true), /division by zero/)
  await write('kept too', false)
  const rows = await db.kysely.selectFrom('known_devices').select('contact').orderBy('contact').execute()
  assert.deepEqual(
    rows.map(({ contact }) => contact),
    ['kept', 'kept too'],
  )
})

test('hot transactions on every connection do not wait for each other’s when each runs a statement outside of itself', async () => {
  const db = await open()
  const gate = Promise.withResolvers<void>()
  let inside = 0
  const all = Array.from({ length: POOL_MAX }, () =>
    db.hotTransaction(async () => {
      if (++inside === POOL_MAX) gate.resolve()
      await gate.promise
      return db.run<{ sum: number }>(ADD, [2, 2])
    }),
  )
  assert.deepEqual(await Promise.all(all), Array(POOL_MAX).fill([{ sum: 4 }]))
})

test('what answers all columns of a table goes on when a newer version adds one', async () => {
  const database = await createTestDatabase()
  const db = openDb(database.connection, { poolMax: 1, onError: () => undefined })
  closeAtEnd(() => db.close())
  const statement = { text: 'select * from accounts where login_key = $1' }
  const work = async () => {
    await db.run(statement, ['nobody'])
    await db.hotTransaction(async trx => {
      await db.run(statement, ['nobody'], trx)
      await trx.selectFrom('accounts').selectAll().where('login_key', '=', 'nobody').forUpdate().execute()
      await trx.updateTable('accounts').set({ first_name: 'N' }).where('login_key', '=', 'nobody').returningAll().execute()
      await trx.selectFrom('accounts').select('login').where('login_key', '=', 'nobody').execute()
    })
  }
  await work()
  await database.query('alter table accounts add column newer text')
  await work()
})

test('of hot transactions that wait for each other’s rows all come to their end', async () => {
  const db = await open()
  for (const contact of ['a', 'b']) {
    const row = { contact, device: '', proven_at: new Date(0), first_proven_at: new Date(0) }
    await db.kysely.insertInto('known_devices').values(row).execute()
  }
  const gate = Promise.withResolvers<void>()
  let tries = 0
  const touch = (...[first, second]: [string, string]) =>
    db.hotTransaction(async trx => {
      const lock = (contact: string) =>
        trx.selectFrom('known_devices').selectAll().where('contact', '=', contact).forUpdate().execute()
      await lock(first)
      if (++tries === 2) gate.resolve()
      await gate.promise
      await lock(second)
      return second
    })
  assert.deepEqual(await Promise.all([touch('a', 'b'), touch('b', 'a')]), ['b', 'a'])
  assert.equal(tries, 3, 'one of them gave way')
})

test('a statement by itself that a transaction waits for in a circle runs once more', async () => {
  const db = await open()
  for (const contact of ['a', 'b']) {
    const row = { contact, device: '', proven_at: new Date(0), first_proven_at: new Date(0) }
    await db.kysely.insertInto('known_devices').values(row).execute()
  }
  const both = { text: 'select contact from known_devices where contact = any($1) order by contact desc for update' }
  let statement: Promise<{ contact: string }[]> | undefined
  const isWaiting = async () =>
    (await sql`select from pg_stat_activity where wait_event_type = 'Lock' and query = ${both.text}`.execute(db.kysely)).rows
      .length > 0
  await db.hotTransaction(async trx => {
    const lock = (contact: string) =>
      trx.selectFrom('known_devices').select('contact').where('contact', '=', contact).forUpdate().execute()
    await lock('a')
    statement ??= db.run(both, [['a', 'b']])
    await eventually(isWaiting)
    await lock('b')
  })
  assert.deepEqual(await statement, [{ contact: 'b' }, { contact: 'a' }])
})

test('statements that do not wait for each other run in the order of their calls, built or written, and all of them or none', async () => {
  const db = await open()
  const now = new Date(0)
  const row = (device: string) => ({ contact: 'a', device, proven_at: now, first_proven_at: now })
  const touch = { text: 'update known_devices set device = device || $1 where contact = $2 returning device' }
  const device = await db.hotTransaction(async trx => {
    trx.pipeline(trx.insertInto('known_devices').values(row('1')).execute())
    trx.pipeline(db.run(touch, ['2', 'a'], trx))
    trx.pipeline(
      trx
        .updateTable('known_devices')
        .set(eb => ({ device: eb(eb.ref('device'), '||', '3') }))
        .where('contact', '=', 'a')
        .executeTakeFirst(),
    )
    return (await db.run<{ device: string }>(touch, ['4', 'a'], trx))[0]?.device
  })
  assert.equal(device, '1234')

  const duplicate = db.hotTransaction(async trx => {
    trx.pipeline(db.run(touch, ['5', 'a'], trx))
    trx.pipeline(trx.insertInto('known_devices').values(row('12345')).execute())
    await db.run(touch, ['6', 'a'], trx)
  })
  await assert.rejects(duplicate, error => duplicateOf(error) === 'known_devices_pkey', 'with the error that came first')
  const lost = db.hotTransaction(async trx => {
    trx.pipeline(db.run(touch, ['7', 'a'], trx))
    throw new Error('changed my mind')
  })
  await assert.rejects(lost, /changed my mind/)
  const swallowed = db.hotTransaction(async trx => {
    await db.run(touch, ['8', 'a'], trx)
    await db.run({ text: 'select 1 / $1::integer' }, [0], trx).catch(() => undefined)
  })
  await assert.rejects(swallowed, /division by zero/)
  const late = db.hotTransaction(async trx => {
    const twoSteps = async () => {
      await db.run(touch, ['9', 'a'], trx)
      await db.run({ text: 'select 1 / $1::integer' }, [0], trx)
    }
    trx.pipeline(twoSteps())
  })
  await assert.rejects(late, /division by zero/)
  const rows = await db.kysely.selectFrom('known_devices').select('device').execute()
  assert.deepEqual(rows, [{ device: '1234' }])
})

test('a transaction whose connection breaks fails, and the next one has another', async () => {
  const db = await open()
  for (const begin of [db.transaction, db.hotTransaction]) {
    for (let i = 0; i < 2 * POOL_MAX; i++) {
      const cut = begin(async trx => {
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx)
      })
      await assert.rejects(cut, /terminat|ECONNRESET/)
    }
    assert.deepEqual(await begin(trx => db.run(ADD, [1, 1], trx)), [{ sum: 2 }])
  }
})

test('a statement that comes after the end of its hot transaction is refused', async () => {
  const db = await open()
  let after: Promise<unknown> = Promise.resolve()
  await db.hotTransaction(async trx => {
    after = new Promise(resolve => setTimeout(resolve, 50)).then(() => db.run(ADD, [1, 1], trx))
  })
  await assert.rejects(after, /over/)
})
