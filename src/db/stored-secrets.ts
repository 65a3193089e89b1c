import { type RawBuilder, sql } from 'kysely'
import type { Keys } from '../lib/keys.ts'
import type { Db } from './db.ts'

/** A column whose values are encrypted. By its name: every such column ends in `_encrypted`, in a table with an `id`. */
export interface SecretColumn {
  table: string
  column: string
  hasName: boolean
}

const ENDING = '_encrypted'
/** What a value is encrypted for, where that is not the table and the column. */
const CONTEXTS: Record<string, string> = { simulator_messages: 'simulator_messages' }
const ROWS_AT_ONCE = 100

/** Every column of the schema that holds secrets. */
export async function listSecretColumns(db: Db): Promise<SecretColumn[]> {
  const query: RawBuilder<SecretColumn> = sql`
    select a.attrelid::regclass::text as table, a.attname::text as column,
      exists (select from pg_attribute n where n.attrelid = a.attrelid and n.attname = 'name') as "hasName"
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and a.attname like '%\\_encrypted' and not a.attisdropped
    order by 1, 2`
  return (await query.execute(db.kysely)).rows
}

interface StoredSecret {
  id: string
  name: string | null
  encrypted: Buffer
}

function contextOf({ table, column }: SecretColumn, id: string): string {
  return `${CONTEXTS[table] ?? `${table}.${column.slice(0, -ENDING.length)}`}:${id}`
}

/** In a sentence: `the auth_token of "Twilio" in sms_gateways`; what has no name is counted. */
function describe({ table, column, hasName }: SecretColumn, secrets: StoredSecret[]): string[] {
  const field = column.slice(0, -ENDING.length)
  if (hasName) return secrets.map(({ name }) => `the ${field} of "${name}" in ${table}`)
  return secrets.length > 0 ? [`the ${field} of ${secrets.length} records in ${table}`] : []
}

/** The secrets of a column in pages, in the order of their ids; with `except` only those that need another key. */
async function* pagesOf(db: Db, where: SecretColumn, except?: string): AsyncGenerator<StoredSecret[]> {
  const column = sql.ref(where.column)
  const others = except
    ? sql`and (get_byte(${column}, 0) <> 2 or encode(substring(${column} from 2 for 4), 'hex') <> ${except})`
    : sql``
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<StoredSecret>`
      select id, ${where.hasName ? sql.ref('name') : sql`null::text as name`}, ${column} as encrypted from ${sql.table(where.table)}
      where length(${column}) > 0 and id > ${after} ${others} order by id limit ${ROWS_AT_ONCE}`.execute(db.kysely)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_AT_ONCE) return
    after = last.id
  }
}

function canRead(keys: Keys, column: SecretColumn, secret: StoredSecret): boolean {
  try {
    keys.decrypt(secret.encrypted, contextOf(column, secret.id))
    return true
  } catch {
    return false
  }
}

/** Names every secret that these keys cannot read. */
export async function unreadableSecrets(db: Db, keys: Keys): Promise<string[]> {
  const found: string[] = []
  for (const column of await listSecretColumns(db)) {
    const unreadable: StoredSecret[] = []
    for await (const page of pagesOf(db, column)) unreadable.push(...page.filter(secret => !canRead(keys, column, secret)))
    found.push(...describe(column, unreadable))
  }
  return found
}

/** Whether a key reads at least one stored secret; undefined when there is none. */
export async function readsAnySecret(db: Db, key: Keys): Promise<boolean | undefined> {
  let isAny = false
  for (const column of await listSecretColumns(db))
    for await (const page of pagesOf(db, column)) {
      isAny = true
      if (page.some(secret => canRead(key, column, secret))) return true
    }
  return isAny ? false : undefined
}

/** How many secrets can be read, but with another key than the one that is written with. */
export async function countWaiting(db: Db, keys: Keys): Promise<number> {
  let waiting = 0
  for (const column of await listSecretColumns(db))
    for await (const page of pagesOf(db, column, keys.id)) waiting += page.filter(secret => canRead(keys, column, secret)).length
  return waiting
}

/**
 * Encrypts anew what another key was used for, a page a statement, while others read and write: a secret that was changed
 * meanwhile is left as it is. Calls `onPage` after each. Run it until `countWaiting` finds none.
 */
export async function reencryptSecrets(db: Db, keys: Keys, onPage: (where: string, count: number) => void): Promise<void> {
  for (const column of await listSecretColumns(db))
    for await (const page of pagesOf(db, column, keys.id)) {
      const readable = page.filter(secret => canRead(keys, column, secret))
      const values = readable.map(({ id, encrypted }) => {
        const context = contextOf(column, id)
        return keys.encrypt(keys.decrypt(encrypted, context), context)
      })
      if (readable.length === 0) continue
      const { table, column: name } = column
      // Neither updated_at nor anything else changes: connections to providers stay as they are.
      const text = `update ${table} t set ${name} = new.value
        from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as new(id, old, value) where t.id = new.id and t.${name} = new.old`
      const ids = readable.map(({ id }) => id)
      const old = readable.map(({ encrypted }) => encrypted)
      const { rowCount } = await db.pool.query({ name: `reencrypt_${table}_${name}`, text, values: [ids, old, values] })
      onPage(`${table}.${name}`, rowCount ?? 0)
    }
}

/** Of which key's codes still wait for their guests, other than this one's, and until when at most. */
export async function openCodesOfOthers(db: Db, keyId: string, now: Date): Promise<{ count: number; until: Date | null }> {
  const { rows } = await sql<{ count: number; until: Date | null }>`
    select count(*) as count, max(expires_at) as until from validations
    where created_at > ${now}::timestamptz - interval '1 day' and status = 'pending' and expires_at > ${now} and not decoy
      and encode(substring(seed from 1 for 4), 'hex') <> ${keyId}`.execute(db.kysely)
  return rows[0] ?? { count: 0, until: null }
}
