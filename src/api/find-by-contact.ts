import { type RawBuilder, sql } from 'kysely'
import { findContacts, isLike } from '../accounts/contact-index.ts'
import { searchTextOfAccount } from '../accounts/list-accounts.ts'
import type { Context } from '../context.ts'
import { addSeconds } from '../lib/clock.ts'
import type { Asked, Narrowed } from './list.ts'
import { readSearchTerms, type SearchTerms } from './search-terms.ts'

// How lists of codes and messages find their rows where the table has no index for what is asked, because every code that
// is asked for would have to write into it. What narrows a list must hold for every row that is asked for: the list still
// compares each with what was asked.

/** What more contacts are like is everywhere: a list from its newest entry on comes upon it soon. */
const CONTACTS_MAX = 2000
/** Fewer characters are compared with whole values alone: parts of that length are in everything. */
export const PART_LENGTH_MIN = 3
/** No validation that is pending was made longer ago: each of its few sendings gives it ten minutes at most. */
const PENDING_S = 86_400

function termsOf(q: string): SearchTerms {
  const terms = readSearchTerms(q)
  return q.trim().length < PART_LENGTH_MIN ? { ...terms, patterns: [] } : terms
}

/** SQL that is true for an account that `q` is about. */
export function isAccountAbout(q: string): RawBuilder<unknown> {
  return isLike(searchTextOfAccount(), readSearchTerms(q).patterns)
}

/** SQL that is true for a message that `q` is about. */
export function isMessageAbout(q: string): RawBuilder<unknown> {
  const { patterns, wholes, id } = termsOf(q)
  return sql`(${isLike(sql`r."to"`, patterns)} or r.provider_message_id = any(${wholes}::text[]) or r.error_code = any(${wholes}::text[])
    ${id === undefined ? sql`` : sql`or r.id = ${id} or r.validation_id = ${id}`})`
}

/** SQL that is true for a validation that `q` is about. */
export function isValidationAbout(q: string): RawBuilder<unknown> {
  const { patterns, id } = termsOf(q)
  return sql`(${isLike(sql`r.contact`, patterns)} ${id === undefined ? sql`` : sql`or r.id = ${id}`})`
}

export async function narrowMessages(ctx: Context, { q, values }: Asked): Promise<Narrowed> {
  const about = q === '' ? undefined : await messagesAbout(ctx, q)
  const few = [...(about ? [about] : []), ...(values.has('to') ? [messagesTo(values.get('to') ?? [])] : [])]
  return { conditions: few.map(ids => isAmong(ids)), matches: matchesOf(q, few) }
}

export async function narrowValidations(ctx: Context, { q, values }: Asked): Promise<Narrowed> {
  const status = values.get('status') ?? []
  const isPending = status.length > 0 && status.every(value => value === 'pending')
  const isEnded = status.length > 0 && status.every(value => value === 'exhausted' || value === 'cancelled')
  const about = q === '' ? undefined : await validationsAbout(ctx, q)
  const few = about ? [about] : []
  return {
    conditions: [
      ...few.map(ids => isAmong(ids)),
      ...(isPending ? [sql`r.created_at > ${addSeconds(ctx.clock.now(), -PENDING_S)}`] : []),
      ...(isEnded ? [sql`r.ended_as = any(${status}::text[])`] : []),
    ],
    matches: matchesOf(q, few),
  }
}

function matchesOf(q: string, few: unknown[]): Narrowed['matches'] {
  return few.length > 0 ? 'few' : q !== '' ? 'many' : 'unknown'
}

// An array, which is made once: whatever the planner believes, it looks the rows up by their primary key.
function isAmong(ids: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`r.id = any(array(${ids}))`
}

/** SQL for the ids of the messages to these contacts. One with a code goes to the contact of its validation. */
function messagesTo(contacts: unknown[]): RawBuilder<unknown> {
  const list = sql`${contacts}::text[]`
  return sql`select m.id from validations v join messages m on m.validation_id = v.id where v.contact = any(${list})
    union all select m.id from messages m where m.validation_id is null and m."to" = any(${list})`
}

/** SQL for the ids of the messages that `q` may be about; undefined: they are too many to be listed. */
async function messagesAbout(ctx: Context, q: string): Promise<RawBuilder<unknown> | undefined> {
  const { patterns, wholes, id } = termsOf(q)
  const found = await findContacts(ctx, patterns, CONTACTS_MAX)
  if (!found || (await haveManyErrors(ctx, wholes))) return undefined
  return sql.join(
    [
      messagesTo(found.contacts),
      sql`select m.id from messages m where m.created_at > ${found.indexedUntil} and ${isLike(sql`m."to"`, patterns)}`,
      sql`select m.id from messages m where m.provider_message_id = any(${wholes}::text[])`,
      sql`select m.id from messages m where m.error_code = any(${wholes}::text[])`,
      ...(id === undefined ? [] : [sql`select m.id from messages m where m.id = ${id} or m.validation_id = ${id}`]),
    ],
    sql` union all `,
  )
}

async function haveManyErrors(ctx: Context, codes: string[]): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select from messages where error_code = any(${codes}::text[]) limit ${CONTACTS_MAX + 1}) e`.execute(
    ctx.db.kysely,
  )
  return (rows[0]?.n ?? 0) > CONTACTS_MAX
}

async function validationsAbout(ctx: Context, q: string): Promise<RawBuilder<unknown> | undefined> {
  const { patterns, id } = termsOf(q)
  const found = await findContacts(ctx, patterns, CONTACTS_MAX)
  if (!found) return undefined
  return sql`select v.id from validations v where v.contact = any(${found.contacts}::text[])
      union all select v.id from validations v where v.created_at > ${found.indexedUntil} and ${isLike(sql`v.contact`, patterns)}
      ${id === undefined ? sql`` : sql`union all select v.id from validations v where v.id = ${id}`}`
}
