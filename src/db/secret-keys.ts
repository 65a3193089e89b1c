import { hostname } from 'node:os'
import { type RawBuilder, sql } from 'kysely'
import type { Clock } from '../lib/clock.ts'
import type { KeyRing, Keys, SecretKeys } from '../lib/keys.ts'
import type { Logger } from '../lib/log.ts'
import { OperatorError } from '../lib/operator-error.ts'
import type { Db, Trx } from './db.ts'
import { type Listener, WORKER_LOCK_CLASS } from './listener.ts'
import { readsAnySecret, unreadableSecrets } from './stored-secrets.ts'

// Which secret key is written with is said by the database and not by each node's configuration: while nodes are given a
// new key one after the other, all of them still write with the old one, which each can read. Only when every node has
// the new key does "gatehouse config rotate-key" make it the current one.

/** Tells the nodes to look at their keys again. */
export const KEYS_CHANNEL = 'gatehouse_keys'
/** Held by who registers a node or makes a key the current one. The number is arbitrary and must never change. */
const KEYS_LOCK = 1_802_201_963

/** A running node and what it knows; undefined where it has not said yet. */
export interface NodeKeys {
  worker: number
  node: string | null
  key_ids: string[] | null
  writes_with: string | null
}

/** Runs `work` while no node registers and no key becomes the current one. */
export function lockKeys<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction(async trx => {
    await sql`select pg_advisory_xact_lock(${KEYS_LOCK})`.execute(trx)
    return work(trx)
  })
}

/** The id of the key that all nodes are to write with; undefined on a database that no key was used on yet. */
export async function currentKeyId(db: Db, trx?: Trx): Promise<string | undefined> {
  const { rows } = await sql<{ key_id: string }>`select key_id from secret_keys order by number desc limit 1`.execute(
    trx ?? db.kysely,
  )
  return rows[0]?.key_id
}

/** Makes a key the one that all nodes are to write with. */
export async function setCurrentKey(trx: Trx, keyId: string, now: Date): Promise<void> {
  await sql`
    insert into secret_keys (number, key_id, current_since)
    select coalesce(max(number), 0) + 1, ${keyId}, ${now} from secret_keys`.execute(trx)
}

/** Says that nothing needs the keys before the current one any more. */
export async function retireOldKeys(db: Db, now: Date, trx?: Trx): Promise<void> {
  await sql`
    update secret_keys set retired_at = ${now}
    where retired_at is null and number < (select max(number) from secret_keys)`.execute(trx ?? db.kysely)
}

/**
 * Writes down the key of a database that has none yet: the older one if there are two, since other nodes may have only that.
 * Not when there are secrets and it reads none of them.
 */
export async function registerFirstKey(db: Db, keys: Keys, now: Date): Promise<void> {
  if ((await currentKeyId(db)) !== undefined) return
  for (const key of [...keys.all].reverse()) {
    if ((await readsAnySecret(db, key)) === false) continue
    await lockKeys(db, async trx => {
      if ((await currentKeyId(db, trx)) === undefined) await setCurrentKey(trx, key.id, now)
    })
    return
  }
}

/** The nodes that run now. */
export async function listNodes(trx: Trx): Promise<NodeKeys[]> {
  const query: RawBuilder<NodeKeys> = sql`
    select l.objid::bigint as worker, coalesce(n.node, 'a node at ' || coalesce(host(a.client_addr), 'this machine')) as node,
      n.key_ids, n.writes_with
    from pg_locks l
    left join node_keys n on n.worker = l.objid::bigint
    left join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'advisory' and l.classid = ${WORKER_LOCK_CLASS} and l.objsubid = 2 and l.granted
      and l.database = (select oid from pg_database where datname = current_database())
    order by 1`
  return (await query.execute(trx)).rows
}

/**
 * Keeps a node's keys as its configuration and the database have them: says what it can read, takes up what it is to
 * write with, and does so again when a rotation asks. `beforeDropping` brings to date what is kept in memory. Throws an
 * OperatorError when the node has only a key of before a rotation.
 */
export async function followKeys(node: {
  db: Db
  listener: Listener
  keys: KeyRing
  clock: Clock
  log: Logger
  read: () => Promise<SecretKeys>
  beforeDropping: () => Promise<void>
}): Promise<void> {
  const { db, listener, keys, clock, log } = node
  let following = Promise.resolve()
  listener.on(KEYS_CHANNEL, () => {
    following = following.then(() => takeUpKeys(node)).catch(error => log.error({ err: error }, 'cannot take up the secret keys'))
  })
  await registerFirstKey(db, keys, clock.now())
  await takeUpKeys(node)
  const current = await currentKeyId(db)
  const { rows } = await sql`select from secret_keys where key_id = ${keys.id}`.execute(db.kysely)
  if (keys.id !== current && rows.length > 0)
    throw new OperatorError(
      `GATEHOUSE_SECRET_KEY is the key ${keys.id} of before a rotation; set it to the key that followed, ${current}`,
    )
  for (const secret of await unreadableSecrets(db, keys))
    log.error(`${secret} was stored with another secret key and cannot be read; bring that key back, or enter the secret again`)
}

async function takeUpKeys({ db, listener, keys, clock, read, beforeDropping }: Parameters<typeof followKeys>[0]): Promise<void> {
  const secrets = await read()
  await beforeDropping()
  keys.hold(secrets, keys.id)
  const current = await lockKeys(db, async trx => {
    await saveNode(trx, listener.worker, keys, clock.now())
    return currentKeyId(db, trx)
  })
  keys.hold(secrets, current)
  await saveNode(db.kysely, listener.worker, keys, clock.now())
}

async function saveNode(on: Trx | Db['kysely'], worker: number, keys: Keys, now: Date): Promise<void> {
  const row = {
    node: `${hostname()}, process ${process.pid}`,
    key_ids: keys.all.map(key => key.id),
    writes_with: keys.id,
    seen_at: now,
  }
  await on
    .insertInto('node_keys')
    .values({ worker, ...row })
    .onConflict(conflict => conflict.column('worker').doUpdateSet(row))
    .execute()
}
