import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Keys } from '../lib/keys.ts'
import { uuidv7 } from '../lib/random.ts'
import type { Db, Trx } from './db.ts'

// Audit events form a chain: each has a number, the hash of the event before it, and a SHA-256 over that hash and its own
// content. Whoever changes, removes or slips in an event breaks it there; whoever can write to the database could mend the
// hashes after it, but not their MACs, whose key is not in the database. After a rotation of that key the events since
// vouch for those before.

const NOTHING_BEFORE = Buffer.alloc(32)
const ROWS_AT_ONCE = 1000
/** What a MAC covers besides the hash where the event does not vouch for those before it, or was there before there was a chain. */
const MARKS = { follows: Buffer.alloc(0), 'vouches for nothing': Buffer.from('alone'), adopted: Buffer.from('adopted') }
type Standing = keyof typeof MARKS
const PURGED = { resource: 'audit_events', action: 'purge', actor: 'retention' }

export interface AuditEvent {
  actor: string
  action: string
  resource: string
  recordId: string
  changes: Record<string, unknown>
}

interface Head {
  number: number
  hash: Buffer
}

/** An event as its hash covers it: the time in microseconds and the changes as text, just as PostgreSQL has them. */
interface Content {
  number: number
  id: string
  at_us: string
  actor: string
  action: string
  resource: string
  record_id: string
  changes_text: string
}

function hashOf(previous: Buffer, row: Content): Buffer {
  const { number, id, at_us, actor, action, resource, record_id, changes_text } = row
  const content = JSON.stringify([number, id, at_us, actor, action, resource, record_id, changes_text])
  return createHash('sha256').update(previous).update(content).digest()
}

function macOf(keys: Keys, hash: Buffer, standing: Standing): Buffer {
  return keys.auditMac(Buffer.concat([hash, MARKS[standing]]))
}

/** As what an event was signed; undefined: not with this key. */
function standingOf(key: Keys, { hash, mac }: { hash: Buffer; mac: Buffer }): Standing | undefined {
  return (Object.keys(MARKS) as Standing[]).find(standing => macOf(key, hash, standing).equals(mac))
}

const CONTENT = sql`number, id, (extract(epoch from at) * 1000000)::bigint::text as at_us, actor, action, resource, record_id,
  changes::text as changes_text`

/**
 * Adds an event to the trail, in the transaction of what it tells about. From here to the end of the transaction other
 * writers wait: it should be the last thing that a transaction does. `isVerified`: all of the trail was just found intact,
 * so that the event vouches for it whatever its end was signed with.
 */
export async function appendAuditEvent(
  trx: Trx,
  keys: Keys,
  now: Date,
  event: AuditEvent,
  { isVerified = false } = {},
): Promise<Head> {
  const head = await lockHead(trx, keys)
  const text = await sql<{ changes: string }>`select ${JSON.stringify(event.changes)}::jsonb::text as changes`.execute(trx)
  const row: Content = {
    number: head.number + 1,
    id: uuidv7(now),
    at_us: String(now.getTime() * 1000),
    actor: event.actor,
    action: event.action,
    resource: event.resource,
    record_id: event.recordId,
    changes_text: text.rows[0]?.changes ?? '',
  }
  const hash = hashOf(head.hash, row)
  const mac = macOf(keys, hash, isVerified || (await isOurs(trx, keys, head)) ? 'follows' : 'vouches for nothing')
  await sql`
    with written as (
      insert into audit_events (id, at, actor, action, resource, record_id, changes, number, previous_hash, hash, mac_key_id, mac)
      values (${row.id}, ${now}, ${row.actor}, ${row.action}, ${row.resource}, ${row.record_id}, ${row.changes_text}::jsonb,
        ${row.number}, ${head.hash}, ${hash}, ${keys.id}, ${mac})
    )
    update audit_head set number = ${row.number}, hash = ${hash}`.execute(trx)
  return { number: row.number, hash }
}

/** Whether the newest event was signed by us, and vouches for those before it. */
async function isOurs(trx: Trx, keys: Keys, head: Head): Promise<boolean> {
  if (head.number === 0) return true
  const { rows } = await sql<Pick<ChainedRow, 'hash' | 'mac' | 'mac_key_id'>>`
    select hash, mac, mac_key_id from audit_events where number = ${head.number}`.execute(trx)
  const { hash, mac, mac_key_id: keyId } = rows[0] ?? {}
  const key = keys.all.find(({ id }) => id === keyId)
  if (!key || !hash?.equals(head.hash) || !mac) return false
  return ['follows', 'adopted'].includes(standingOf(key, { hash, mac }) ?? '')
}

async function lockHead(trx: Trx, keys: Keys): Promise<Head> {
  const find = () => sql<Head>`select number, hash from audit_head for update`.execute(trx)
  const [known] = (await find()).rows
  if (known) return known
  // The first event: of those who come at once, one makes the head and chains what there was before.
  const made = await sql`insert into audit_head (number, hash) values (0, ${NOTHING_BEFORE}) on conflict do nothing`.execute(trx)
  if (made.numAffectedRows) await chainOldEvents(trx, keys)
  const [head] = (await find()).rows
  if (!head) throw new Error('the head of the audit trail is gone')
  return head
}

async function chainOldEvents(trx: Trx, keys: Keys): Promise<void> {
  const { rows } = await sql<Content>`select ${CONTENT} from audit_events where number is null order by id`.execute(trx)
  let head: Head = { number: 0, hash: NOTHING_BEFORE }
  for (const row of rows) {
    const number = head.number + 1
    const hash = hashOf(head.hash, { ...row, number })
    await sql`
      update audit_events set number = ${number}, previous_hash = ${head.hash}, hash = ${hash}, mac_key_id = ${keys.id},
        mac = ${macOf(keys, hash, 'adopted')}
      where id = ${row.id}`.execute(trx)
    head = { number, hash }
  }
  await sql`update audit_head set number = ${head.number}, hash = ${head.hash}`.execute(trx)
}

/**
 * Deletes the events from before a time, and leaves an event that says up to which number and hash: the trail begins
 * there from then on. Returns how many went; `broken`: they are not as they were written, and stay. Who changes when an event
 * was must not have it taken away for that.
 */
export async function purgeAuditEvents(
  db: Db,
  keys: Keys,
  { before, now }: { before: Date; now: Date },
): Promise<number | 'broken'> {
  // Events of an older version take their places first.
  await db.transaction(trx => lockHead(trx, keys))
  // A run from the beginning: an event whose clock was ahead keeps those after it.
  const { rows } = await sql<Head>`
    select number, hash from audit_events
    where number < coalesce((select min(number) from audit_events where at >= ${before}), (select number + 1 from audit_head))
    order by number desc limit 1`.execute(db.kysely)
  const [last] = rows
  if (!last) return 0
  // Before the others are made to wait: events do not change.
  if (!(await areAsWritten(db, last.number))) return 'broken'
  return db.transaction(async trx => {
    await lockHead(trx, keys)
    await appendAuditEvent(trx, keys, now, {
      ...PURGED,
      recordId: String(last.number),
      changes: { through: last.number, hash: last.hash.toString('hex') },
    })
    await sql`update audit_head set purged_through = ${last.number}`.execute(trx)
    const deleted = await sql`delete from audit_events where number <= ${last.number}`.execute(trx)
    return Number(deleted.numAffectedRows)
  })
}

/** Whether the events up to this number have their hashes, and the next one follows them. */
async function areAsWritten(db: Db, through: number): Promise<boolean> {
  let last: Head | undefined
  for (;;) {
    const rows = await readAfter(db.kysely, last?.number ?? 0)
    for (const row of rows) {
      const previous = last?.hash ?? row.previous_hash ?? NOTHING_BEFORE
      if (last && row.number !== last.number + 1) return false
      if (!row.hash || !row.previous_hash?.equals(previous) || !hashOf(previous, row).equals(row.hash)) return false
      if (row.number > through) return true
      last = { number: row.number, hash: row.hash }
    }
    if (rows.length < ROWS_AT_ONCE) return true
  }
}

export type TrailVerdict =
  /** `adopted`: how many there were before the trail began. What they were until then nothing tells. */
  | { outcome: 'intact'; events: number; adopted: number; unchained: number; head: Head | undefined }
  | { outcome: 'broken'; number: number; what: string }

interface ChainedRow extends Content {
  previous_hash: Buffer | null
  hash: Buffer | null
  mac_key_id: string | null
  mac: Buffer | null
}

/** Checks every event as of one moment, and names the first that is not as it was written. */
export async function verifyAuditTrail(db: Db, keys: Keys): Promise<TrailVerdict> {
  return db.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async trx => {
      const { rows: heads } = await sql<Head>`select number, hash from audit_head`.execute(trx)
      const [head] = heads
      const loose = await sql<{ id: string; n: number }>`
        select min(id::text) as id, count(*) as n from audit_events where number is null`.execute(trx)
      const { id, n: unchained = 0 } = loose.rows[0] ?? { id: '' }
      const walked = await walk(keys, head, after => readAfter(trx, after))
      if (walked.outcome === 'broken') return walked
      if (head && unchained > 0)
        return { outcome: 'broken', number: head.number + 1, what: `the event ${id} was slipped in without a number` }
      return { ...walked, unchained, head }
    })
}

async function readAfter(on: Trx | Db['kysely'], after: number): Promise<ChainedRow[]> {
  const page: RawBuilder<ChainedRow> = sql`
    select ${CONTENT}, previous_hash, hash, mac_key_id, mac from audit_events
    where number > ${after} order by number limit ${ROWS_AT_ONCE}`
  return (await page.execute(on)).rows
}

type Walked = { outcome: 'intact'; events: number; adopted: number } | { outcome: 'broken'; number: number; what: string }

async function walk(keys: Keys, head: Head | undefined, read: (after: number) => Promise<ChainedRow[]>): Promise<Walked> {
  const broken = (number: number, what: string): Walked => ({ outcome: 'broken', number, what })
  let last: Head | undefined
  // What the retention has removed, until an event is found that says so.
  let gap: Head | undefined
  // The first of the events that no MAC has vouched for yet.
  let unsigned: { number: number; keyId: string } | undefined
  let events = 0
  let adopted = 0
  for (;;) {
    const rows = await read(last?.number ?? 0)
    for (const row of rows) {
      const what = `${row.number}, ${row.action} of ${row.resource} ${row.record_id} (id ${row.id}),`
      if (!last && row.number > 1) {
        gap = { number: row.number - 1, hash: row.previous_hash ?? NOTHING_BEFORE }
        last = gap
      }
      const previous = last ?? { number: 0, hash: NOTHING_BEFORE }
      if (row.number !== previous.number + 1) return broken(previous.number + 1, `event ${previous.number + 1} is missing`)
      if (!row.hash || !row.mac || !hashOf(previous.hash, row).equals(row.hash) || !row.previous_hash?.equals(previous.hash))
        return broken(row.number, `event ${what} is not as it was written`)
      const key = keys.all.find(({ id }) => id === row.mac_key_id)
      const standing = key && standingOf(key, { hash: row.hash, mac: row.mac })
      if (key && !standing) return broken(row.number, `event ${what} has a forged signature`)
      if (!key) unsigned ??= { number: row.number, keyId: row.mac_key_id ?? 'none' }
      else if (standing !== 'vouches for nothing') unsigned = undefined
      if (standing === 'adopted') adopted++
      if (key && gap && accountsFor(row, gap)) gap = undefined
      last = { number: row.number, hash: row.hash }
      events++
    }
    if (rows.length < ROWS_AT_ONCE) break
  }
  if (gap) return broken(1, `the events up to ${gap.number} are missing, and not because of the retention`)
  const end = last ?? { number: 0, hash: NOTHING_BEFORE }
  if (head && (head.number !== end.number || !head.hash.equals(end.hash)))
    return broken(end.number + 1, `the events from ${end.number + 1} to ${head.number} are missing`)
  if (!head && events > 0) return broken(1, 'the head of the trail is missing')
  if (unsigned)
    return broken(
      unsigned.number,
      `nothing vouches for event ${unsigned.number} and later: they were signed with the key ${unsigned.keyId}`,
    )
  return { outcome: 'intact', events, adopted }
}

function accountsFor(row: Content, gap: Head): boolean {
  if (row.resource !== PURGED.resource || row.action !== PURGED.action || row.actor !== PURGED.actor) return false
  const { through, hash } = JSON.parse(row.changes_text) as { through?: number; hash?: string }
  return through === gap.number && hash === gap.hash.toString('hex')
}
