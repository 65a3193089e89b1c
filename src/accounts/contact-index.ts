import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { addSeconds } from '../lib/clock.ts'

// A table of every contact that a code or message was for, filled by the clock and not by those who ask for codes: parts of a
// number are looked for in it. What is newer than it reaches is few, and is looked through itself.

/** What is younger is not indexed yet: longer than any statement takes to commit, or the clocks of two nodes are apart. */
const AGE_MIN_S = 600
/** Each run looks back so far once more, for what was committed later still. */
const LOOK_BACK_S = 3600
const ROWS_AT_ONCE = 20_000
const PURGE_BATCH = 5000
/** Advisory lock of whoever fills the index, or takes somebody out of it. The number is arbitrary and must never change. */
const INDEX_LOCK = 2_071_530_911

/** Brings the index up to some minutes ago. Returns how many contacts came in. */
export async function indexContacts(ctx: Context): Promise<number> {
  const until = addSeconds(ctx.clock.now(), -AGE_MIN_S)
  let total = 0
  for (let lookBackS = LOOK_BACK_S; ; lookBackS = 0) {
    const { added, isMore } = await ctx.db.transaction(trx => indexBatch(trx, until, lookBackS))
    total += added
    if (!isMore) return total
  }
}

async function indexBatch(trx: Trx, until: Date, lookBackS: number): Promise<{ added: number; isMore: boolean }> {
  await lockContactIndex(trx)
  // A statement of its own, after the lock: what an erasure has committed meanwhile is seen.
  const { rows } = await sql<{ begin: Date; end: Date }>`
    with progress as (
      select coalesce((select indexed_until from contact_index_progress),
        least((select min(created_at) from validations), (select min(created_at) from messages)) - interval '1 ms') as begin
    )
    select begin, least(${until}::timestamptz,
      (select created_at from validations where created_at > begin order by created_at offset ${ROWS_AT_ONCE} limit 1),
      (select created_at from messages where created_at > begin order by created_at offset ${ROWS_AT_ONCE} limit 1)) as end
    from progress where begin < ${until}`.execute(trx)
  const [span] = rows
  if (!span) return { added: 0, isMore: false }
  const { begin, end } = span
  const inserted = await sql`
    insert into contact_index (contact)
    select contact from validations where created_at > ${addSeconds(begin, -lookBackS)} and created_at <= ${end} and contact <> ''
    union select "to" from messages
    where created_at > ${addSeconds(begin, -lookBackS)} and created_at <= ${end} and validation_id is null and "to" <> ''
    order by 1
    on conflict do nothing`.execute(trx)
  await sql`
    insert into contact_index_progress (indexed_until) values (${end})
    on conflict (only_one) do update set indexed_until = excluded.indexed_until`.execute(trx)
  return { added: Number(inserted.numAffectedRows ?? 0), isMore: end < until }
}

/** Until the end of the transaction nobody fills the index: what is taken out of it stays out. */
export async function lockContactIndex(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${INDEX_LOCK})`.execute(trx)
}

// Messages with a code go to their validation's contact.
const IS_UNUSED = sql`not exists (select from validations v where v.contact = c.contact)
  and not exists (select from messages m where m.validation_id is null and m."to" = c.contact)`

/** Takes contacts out of which no record is left. The caller holds the lock. */
export async function forgetContacts(trx: Trx, contacts: string[]): Promise<void> {
  await sql`delete from contact_index c where c.contact = any(${contacts}::text[]) and ${IS_UNUSED}`.execute(trx)
}

/** Takes every contact out of which no record is left. Returns how many. */
export async function purgeContacts(ctx: Context): Promise<number> {
  let total = 0
  for (let last: string | null = ''; last !== null; ) {
    const { rows }: { rows: { last: string | null; gone: number }[] } = await sql<{ last: string | null; gone: number }>`
      with batch as (
        select contact from contact_index where contact > ${last} order by contact limit ${PURGE_BATCH}
      ), gone as (
        delete from contact_index c using batch where c.contact = batch.contact and ${IS_UNUSED} returning 1
      )
      select (select max(contact) from batch) as last, (select count(*) from gone) as gone`.execute(ctx.db.kysely)
    last = rows[0]?.last ?? null
    total += rows[0]?.gone ?? 0
  }
  return total
}

interface FoundContacts {
  contacts: string[]
  /** Records made after this have to be looked through themselves. */
  indexedUntil: Date
}

/**
 * Finds the contacts that are like any of `patterns`, as far as they are indexed. Undefined: there are more than `max`, or
 * nothing is indexed yet.
 */
export async function findContacts(ctx: Context, patterns: string[], max: number): Promise<FoundContacts | undefined> {
  const { rows } = await sql<{ contacts: string[]; indexed_until: Date }>`
    select indexed_until, array(select contact from contact_index where ${isLike(sql`contact`, patterns)} limit ${max + 1}) as contacts
    from contact_index_progress`.execute(ctx.db.kysely)
  const [found] = rows
  return found && found.contacts.length <= max ? { contacts: found.contacts, indexedUntil: found.indexed_until } : undefined
}

/** SQL that is true for a text like any of the patterns. Not `like any`: that uses no index of trigrams. */
export function isLike(text: RawBuilder<unknown>, patterns: string[]): RawBuilder<unknown> {
  return patterns.length === 0
    ? sql`false`
    : sql`(${sql.join(
        patterns.map(pattern => sql`${text} like ${pattern}`),
        sql` or `,
      )})`
}
