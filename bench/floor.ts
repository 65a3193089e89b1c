import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrate } from '../src/db/migrate.ts'
import { createCoalescer } from '../src/lib/coalescer.ts'
import { createLog } from '../src/lib/log.ts'
import { uuidv7 } from '../src/lib/random.ts'
import { freshNumber } from './numbers.ts'

// The floor under a flow: the fewest statements that could do it, through the same driver, on the same server and schema,
// with no HTTP, no worker and no provider. They are written here and not taken from the product on purpose: what the product
// adds to them (claiming and finishing a message, counting a check before the comparison) is part of what it is measured for.

const DATABASE = 'bench_floor'
const POOL = 10

const START_ONE = `
with admitted as (
  insert into contact_budgets as b (key, starts, touched_at) values ('sms:' || $3, array[$1::timestamptz], $1)
  on conflict (key) do update set starts = b.starts || $1::timestamptz, touched_at = $1 where cardinality(b.starts) < 5
  returning key
), validation as (
  insert into validations (id, purpose, channel, status, contact, budget_key, seed, last_sent_at, created_at, expires_at)
  select $2, 'api', 'sms', 'pending', $3, key, $5, $1, $1, $1::timestamptz + interval '600 s' from admitted returning id
)
insert into messages (id, channel, template, status, "to", locale, validation_id, due_at, created_at, expires_at)
select $4, 'sms', 'code', 'queued', $3, 'en', id, null, $1, $1::timestamptz + interval '600 s' from validation`

const START_MANY = `
with input as (
  select * from unnest($2::uuid[], $3::text[], $4::uuid[], $5::bytea[]) as t(id, contact, message_id, seed)
), admitted as (
  insert into contact_budgets as b (key, starts, touched_at) select 'sms:' || contact, array[$1::timestamptz], $1 from input
  on conflict (key) do update set starts = b.starts || $1::timestamptz, touched_at = $1 where cardinality(b.starts) < 5
  returning key
), taken as (
  select input.* from input join admitted on admitted.key = 'sms:' || input.contact
), validation as (
  insert into validations (id, purpose, channel, status, contact, budget_key, seed, last_sent_at, created_at, expires_at)
  select id, 'api', 'sms', 'pending', contact, 'sms:' || contact, seed, $1, $1, $1 + interval '600 s' from taken
)
insert into messages (id, channel, template, status, "to", locale, validation_id, due_at, created_at, expires_at)
select message_id, 'sms', 'code', 'queued', contact, 'en', id, null, $1, $1 + interval '600 s' from taken`

const CHECK = `
update validations set checks = checks + 1, status = 'approved', approved_at = $1
where id = any($2::uuid[]) and status = 'pending' and checks < checks_max and expires_at > $1 returning id`

interface Start {
  id: string
  contact: string
  messageId: string
  seed: Buffer
}

interface Floor {
  /** Flows a second, each statement a round trip of its own. */
  one_by_one: number
  /** The same through the product's coalescer. */
  coalesced: number
}

/** Runs the two statements of a flow on a database of its own beside the product's. Returns flows a second by concurrency. */
export async function measureStatements(
  database: (name?: string) => pg.ClientConfig,
  run: { concurrencies: number[]; seconds: number },
): Promise<Record<number, Floor>> {
  await createDatabase(database(), DATABASE)
  await migrate(database(DATABASE), { log: createLog('silent'), now: new Date() })
  const pool = new pg.Pool({ ...database(DATABASE), max: POOL })
  try {
    const query = (name: string, text: string, values: unknown[]) => pool.query({ name, text, values })

    async function oneByOne(start: Start): Promise<boolean> {
      await query('start_one', START_ONE, [new Date(), start.id, start.contact, start.messageId, start.seed])
      return (await query('check', CHECK, [new Date(), [start.id]])).rowCount === 1
    }

    const startOf = createCoalescer<Start, void>({
      run: async starts => {
        const columns = [starts.map(s => s.id), starts.map(s => s.contact), starts.map(s => s.messageId), starts.map(s => s.seed)]
        await query('start_many', START_MANY, [new Date(), ...columns])
        return starts.map(() => undefined)
      },
    })
    const checkOf = createCoalescer<string, boolean>({
      run: async ids => {
        const approved = new Set((await query('check', CHECK, [new Date(), ids])).rows.map((row: { id: string }) => row.id))
        return ids.map(id => approved.has(id))
      },
    })
    async function coalesced(start: Start): Promise<boolean> {
      await startOf(start)
      return checkOf(start.id)
    }

    const floors: Record<number, Floor> = {}
    for (const concurrency of run.concurrencies) {
      floors[concurrency] = {
        one_by_one: await loop(oneByOne, concurrency, run.seconds),
        coalesced: await loop(coalesced, concurrency, run.seconds),
      }
    }
    return floors
  } finally {
    await pool.end()
  }
}

async function loop(flow: (start: Start) => Promise<boolean>, concurrency: number, seconds: number): Promise<number> {
  const begin = performance.now()
  const end = begin + seconds * 1000
  let flows = 0
  async function guest(): Promise<void> {
    while (performance.now() < end) {
      const now = new Date()
      const start = { id: uuidv7(now), contact: freshNumber(), messageId: uuidv7(now), seed: randomBytes(32) }
      if (!(await flow(start))) throw new Error('a check of the floor changed no row')
      flows++
    }
  }
  await Promise.all(Array.from({ length: concurrency }, guest))
  return (flows * 1000) / (performance.now() - begin)
}

/** Creates a database on the same server, empty. */
export async function createDatabase(connection: pg.ClientConfig, name: string): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
}
