import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Config, readConfig } from '../config.ts'
import { appendAuditEvent, verifyAuditTrail } from '../db/audit-trail.ts'
import { type Db, openDb, type Trx } from '../db/db.ts'
import { pendingMigrations } from '../db/migrate.ts'
import {
  currentKeyId,
  KEYS_CHANNEL,
  listNodes,
  lockKeys,
  type NodeKeys,
  registerFirstKey,
  retireOldKeys,
  setCurrentKey,
} from '../db/secret-keys.ts'
import { countWaiting, openCodesOfOthers, reencryptSecrets, unreadableSecrets } from '../db/stored-secrets.ts'
import { type Clock, createClock } from '../lib/clock.ts'
import { createKeys, type KeyRing } from '../lib/keys.ts'
import { createLog } from '../lib/log.ts'
import { OperatorError } from '../lib/operator-error.ts'
import { print } from './command.ts'
import { openDatabase, withClient } from './open-database.ts'
import { removePreviousKey, replaceSecretKey, rereadSecretKeys, secretKeyFile } from './secret-key.ts'

/** One rotation at a time in a database. The number is arbitrary and must never change. */
const ROTATION_LOCK = 1_919_907_956
const NODES_WAIT_MS = 30_000
const POLL_MS = 300
const ACTOR = 'gatehouse config rotate-key'

interface Rotation {
  config: Config
  db: Db
  keys: KeyRing
  clock: Clock
}

/** Replaces the secret key. What is done already is found in the database, so whoever was stopped runs it again. */
export async function rotateKey(options: { keepPrevious: boolean }): Promise<number> {
  const config = readConfig()
  const clock = createClock()
  // Before anything is made: an installation without its key must not get another one.
  await rereadSecretKeys(config)
  const database = await openDatabase(config, createLog('silent'), { join: true })
  try {
    return await withClient(database.connection, async client => {
      if ((await pendingMigrations(client)).length > 0)
        throw new OperatorError('the database is not at this version of Gatehouse; run "gatehouse migrate" first')
      const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [ROTATION_LOCK])
      if (!rows[0]?.ours) throw new OperatorError('the secret key is being rotated by another process; let that finish')
      const db = openDb(database.connection, { poolMax: 2, onError: () => undefined })
      try {
        const keys = await prepareKeys(config, db, clock.now())
        return await rotate({ config, db, keys, clock }, options)
      } finally {
        await db.close()
      }
    })
  } finally {
    await database.close()
  }
}

/** The new key and the old one. A generated key is replaced here, unless that was done by a run that was stopped. */
async function prepareKeys(config: Config, db: Db, now: Date): Promise<KeyRing> {
  let secrets = await rereadSecretKeys(config)
  const known = createKeys(secrets.current, secrets.previous)
  await registerFirstKey(db, known, now)
  const current = await currentKeyId(db)
  if (!known.all.some(key => key.id === current))
    throw new OperatorError(
      current === undefined
        ? 'none of the stored secrets can be read with this secret key; set GATEHOUSE_SECRET_KEY_PREVIOUS to the key they were stored with'
        : `what is stored belongs to the secret key ${current}, and that is neither GATEHOUSE_SECRET_KEY nor GATEHOUSE_SECRET_KEY_PREVIOUS (${known.all.map(key => key.id).join(', ')}); set the latter to it`,
    )
  if (secrets.previous === undefined && !config.secretKey) {
    await replaceSecretKey(config)
    secrets = await rereadSecretKeys(config)
  } else if (secrets.previous === undefined)
    throw new OperatorError(
      'there is no new key to go to: make one with "openssl rand -base64 48", give every node that one as GATEHOUSE_SECRET_KEY and the old one as GATEHOUSE_SECRET_KEY_PREVIOUS, start the nodes again one after the other, and then run this',
    )
  return createKeys(secrets.current, secrets.previous)
}

async function rotate(rotation: Rotation, { keepPrevious }: { keepPrevious: boolean }): Promise<number> {
  const { config, db, keys, clock } = rotation
  if ((await currentKeyId(db)) !== keys.id) await promote(rotation)
  await waitForNodes(rotation, node => node.writes_with === keys.id)
  print(`Every node writes with the key ${keys.id}.`)

  let total = 0
  while ((await countWaiting(db, keys)) > 0)
    await reencryptSecrets(db, keys, (where, count) => {
      total += count
      print(`${where}: ${count} encrypted anew`)
    })
  print(total > 0 ? `${total} secrets were encrypted anew.` : 'Every secret is encrypted with it.')
  for (const secret of await unreadableSecrets(db, keys)) print(`Neither key reads ${secret}: enter it again.`)

  if (keepPrevious) {
    print('The old key is kept for what was sent before. Run "gatehouse config rotate-key" again to let go of it.')
    return 0
  }
  await waitForCodes(rotation)
  // As long as both keys are there: what follows has to vouch for what the old one has signed.
  const isVerified = (await verifyAuditTrail(db, keys)).outcome === 'intact'
  await lockKeys(db, async trx => {
    const inUse = await trx.selectFrom('secret_keys').select('key_id').where('retired_at', 'is', null).execute()
    const retired = inUse.map(row => row.key_id).filter(id => id !== keys.id)
    if (retired.length === 0) return
    await retireOldKeys(db, clock.now(), trx)
    await audit(rotation, trx, 'retire', { retired }, isVerified)
  })
  if (config.secretKey) {
    print('Done. Take GATEHOUSE_SECRET_KEY_PREVIOUS away, and start the nodes again one after the other.')
    return 0
  }
  await removePreviousKey(config)
  await notifyNodes(db)
  print(`Done: the old key is gone. Keep a copy of the new one: ${secretKeyFile(config)}`)
  return 0
}

/** Makes the new key the one that is written with, once every node that runs has it. */
async function promote(rotation: Rotation): Promise<void> {
  const { config, db, keys, clock } = rotation
  const from = await currentKeyId(db)
  const hasKey = (node: NodeKeys) => node.key_ids?.includes(keys.id) === true
  // Nodes read generated keys again when they are told; those with a configured key must be started again.
  await waitForNodes(rotation, node => hasKey(node) || (config.secretKey !== undefined && node.key_ids !== null))
  await lockKeys(db, async trx => {
    const lagging = (await listNodes(trx)).filter(node => !hasKey(node))
    if (lagging.length > 0)
      throw new OperatorError(
        `not every node has the new key: ${lagging.map(describe).join('; ')}. Give each GATEHOUSE_SECRET_KEY and GATEHOUSE_SECRET_KEY_PREVIOUS, start it again, and run this once more. Nothing was changed`,
      )
    await setCurrentKey(trx, keys.id, clock.now())
    await audit(rotation, trx, 'rotate_key', { from, to: keys.id })
  })
  print(`The secret key is ${keys.id} now; before it was ${from}.`)
}

async function waitForNodes({ db }: Rotation, isReady: (node: NodeKeys) => boolean): Promise<void> {
  for (let waited = 0; ; waited += POLL_MS) {
    await notifyNodes(db)
    const lagging = (await db.transaction(listNodes)).filter(node => !isReady(node))
    if (lagging.length === 0) return
    if (waited >= NODES_WAIT_MS)
      throw new OperatorError(
        `not every node has taken up the new key: ${lagging.map(describe).join('; ')}. Start these again, then run this once more`,
      )
    await sleep(POLL_MS)
  }
}

/** Codes that guests have already been sent are derived from the old key. */
async function waitForCodes({ db, keys, clock }: Rotation): Promise<void> {
  let isTold = false
  for (;;) {
    const { count, until } = await openCodesOfOthers(db, keys.id, clock.now())
    if (count === 0) return
    if (!isTold)
      print(
        `Waiting for ${count} codes that were sent before, at most until ${until?.toISOString() ?? 'soon'}. To stop here is safe: run this again later.`,
      )
    isTold = true
    await sleep(POLL_MS)
  }
}

async function notifyNodes(db: Db): Promise<void> {
  await db.pool.query(`notify ${pg.escapeIdentifier(KEYS_CHANNEL)}`)
}

function describe({ node, worker }: NodeKeys): string {
  return `${node} (worker ${worker})`
}

function audit(
  { keys, clock }: Rotation,
  trx: Trx,
  action: string,
  changes: Record<string, unknown>,
  isVerified = false,
): Promise<unknown> {
  const event = { actor: ACTOR, action, resource: 'secret_keys', recordId: keys.id, changes }
  return appendAuditEvent(trx, keys, clock.now(), event, { isVerified })
}
