import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { randomToken, uuidv7 } from '../lib/random.ts'

// Somebody who has said STOP and is then erased must not be sent to again. What is kept is a hash of the contact under a
// random key of its own: numbers are few enough to try them all under any hash that needs no key. The key is encrypted
// like every secret, so that it outlives a rotation of the secret key.

const CHANNEL = 'gatehouse_erased'
const MARK = '#'

type SuppressedChannel = 'sms' | 'email'
/** By hash: the suppressions as ClaimedMessage has them. */
type OptOuts = { key: string; byHash: Map<string, string[]> }

const loaded = new WeakMap<Context, Promise<OptOuts | undefined>>()
const listening = new WeakSet<Context>()

/** True for the contact of a suppression whose person was erased. */
export function isErasedContact(contact: string): boolean {
  return contact.startsWith(MARK)
}

/** What a suppression of this contact is kept under once its person is erased; undefined: there never was any. */
export async function erasedContact(ctx: Context, channel: SuppressedChannel, contact: string): Promise<string | undefined> {
  const optOuts = await read(ctx)
  return optOuts && hashOf(optOuts.key, channel, contact)
}

/** The same, within the transaction that keeps one. Call `noteErasedOptOuts` in it, and `tellErasedOptOuts` after it. */
export async function makeErasedContact(
  ctx: Context,
  trx: Trx,
): Promise<(channel: SuppressedChannel, contact: string) => string> {
  const id = uuidv7(ctx.clock.now())
  const encrypted = ctx.keys.encrypt(randomToken(), contextOf(id))
  await trx
    .insertInto('person_keys')
    .values({ id, key_encrypted: encrypted })
    .onConflict(conflict => conflict.column('only_one').doNothing())
    .execute()
  const row = await trx.selectFrom('person_keys').select(['id', 'key_encrypted']).executeTakeFirstOrThrow()
  const key = ctx.keys.decrypt(row.key_encrypted, contextOf(row.id))
  return (channel, contact) => hashOf(key, channel, contact)
}

/** The suppressions that hold for a message's recipient although the recipient was erased. In memory: nearly always none. */
export async function listErasedOptOuts(ctx: Context, message: { channel: string; to: string }): Promise<string[]> {
  const optOuts = await read(ctx)
  if (!optOuts || optOuts.byHash.size === 0) return []
  const channel = message.channel === 'sms' ? 'sms' : 'email'
  return optOuts.byHash.get(hashOf(optOuts.key, channel, message.to)) ?? []
}

function read(ctx: Context): Promise<OptOuts | undefined> {
  if (!listening.has(ctx)) {
    listening.add(ctx)
    ctx.listener.on(CHANNEL, () => void loaded.delete(ctx))
  }
  let optOuts = loaded.get(ctx)
  if (!optOuts) {
    optOuts = load(ctx)
    loaded.set(ctx, optOuts)
    // What could not be read now is read the next time.
    optOuts.catch(() => loaded.delete(ctx))
  }
  return optOuts
}

/** Has every node read them anew once a transaction that has changed them commits. */
export async function noteErasedOptOuts(trx: Trx): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, '')`.execute(trx)
}

/** Has every node read them anew; this one at once, so that it sees what it has just written. */
export async function tellErasedOptOuts(ctx: Context): Promise<void> {
  loaded.delete(ctx)
  await ctx.db.pool.query(`select pg_notify('${CHANNEL}', '')`)
}

async function load(ctx: Context): Promise<OptOuts | undefined> {
  const row = await ctx.db.kysely.selectFrom('person_keys').select(['id', 'key_encrypted']).executeTakeFirst()
  if (!row) return undefined
  const { rows } = await sql<{ contact: string; said: string[] }>`
    select contact, array_agg(coalesce(sms_gateway_id::text, '*') || ' ' || sender) as said
    from suppressions where contact like '#%' group by contact`.execute(ctx.db.kysely)
  return {
    key: ctx.keys.decrypt(row.key_encrypted, contextOf(row.id)),
    byHash: new Map(rows.map(({ contact, said }) => [contact, said])),
  }
}

function hashOf(key: string, channel: SuppressedChannel, contact: string): string {
  return MARK + createHmac('sha256', key).update(`${channel}:${contact}`).digest('base64url')
}

function contextOf(id: string): string {
  return `person_keys.key:${id}`
}
