import { uuidv7 } from '../lib/random.ts'
import { CARRIERS, type CarrierFact } from './carrier-facts.ts'

/** Advisory lock: nodes that start at once take turns. */
const SYNC_LOCK = 1_936_025_957

/** Runs a statement within the caller's transaction. */
export type Query = <Row>(text: string, values: unknown[]) => Promise<Row[]>

/** What a fact says of a carrier, and what an operator can say otherwise. */
const FACT_FIELDS = ['name', 'country', 'address_template', 'status', 'sunset_on', 'last_verified_on', 'sources', 'note'] as const

type FactRow = CarrierFact & { id: string; overridden: string[] }

// Dates as text: what a driver makes of them differs.
const SELECT = `select id, fact_key, overridden, name, country, address_template, status, sunset_on::text, last_verified_on::text, sources, note
  from carriers`

export interface FactChanges {
  added: number
  changed: number
}

/**
 * Brings the table to what the built-in facts say, within the caller's transaction: new ones are added, changed ones
 * change what the operator has not set himself. One that he deleted stays away, and his own carriers stay as they are.
 */
export async function syncCarrierFacts(query: Query, now: Date, facts: readonly CarrierFact[] = CARRIERS): Promise<FactChanges> {
  await query('select pg_advisory_xact_lock($1)', [SYNC_LOCK])
  const known = new Set((await query<{ fact_key: string }>('select fact_key from carrier_facts', [])).map(row => row.fact_key))
  if (known.size === 0) for (const key of await adoptRows(query, now, facts)) known.add(key)
  let added = 0
  for (const fact of facts) if (!known.has(fact.fact_key) && (await addFact(query, now, fact))) added++
  const rows = await query<FactRow>(SELECT, [])
  let changed = 0
  for (const row of rows) {
    const fact = facts.find(({ fact_key }) => fact_key === row.fact_key)
    if (!fact) continue
    const isTaken = rows.some(other => other.id !== row.id && other.name === fact.name && other.country === fact.country)
    const fields = differingFields(row, fact).filter(
      // A name that the operator has given to another carrier stays with that.
      field => !row.overridden.includes(field) && !(isTaken && (field === 'name' || field === 'country')),
    )
    if (fields.length === 0) continue
    await setFields(query, now, row.id, fact, fields)
    changed++
  }
  return { added, changed }
}

/**
 * Takes the built-in facts of one carrier again, whatever the operator has set. False: it is not made from a fact, or
 * from one that this version no longer has.
 */
export async function resetCarrier(query: Query, now: Date, id: string): Promise<boolean> {
  const [row] = await query<FactRow>(`${SELECT} where id = $1`, [id])
  const fact = CARRIERS.find(({ fact_key }) => fact_key === row?.fact_key)
  if (!row || !fact) return false
  await query(`update carriers set overridden = '{}' where id = $1`, [id])
  const fields = differingFields(row, fact)
  if (fields.length > 0) await setFields(query, now, id, fact, fields)
  return true
}

// Rows of a version that knew no keys, matched once by name and country. What differs there the operator has changed.
async function adoptRows(query: Query, now: Date, facts: readonly CarrierFact[]): Promise<string[]> {
  const rows = await query<FactRow>(`${SELECT} where fact_key is null`, [])
  const adopted: string[] = []
  for (const row of rows) {
    const fact = facts.find(({ name, country }) => name === row.name && country === row.country)
    if (!fact) continue
    await query('update carriers set fact_key = $2, overridden = $3 where id = $1', [
      row.id,
      fact.fact_key,
      differingFields(row, fact),
    ])
    await remember(query, now, fact)
    adopted.push(fact.fact_key)
  }
  return adopted
}

/** False: the operator has a carrier of this name himself. */
async function addFact(query: Query, now: Date, fact: CarrierFact): Promise<boolean> {
  const columns = ['id', 'fact_key', ...FACT_FIELDS, 'created_at', 'updated_at']
  const inserted = await query(
    `insert into carriers (${columns}) values (${columns.map((_, i) => `$${i + 1}`)}) on conflict do nothing returning id`,
    [uuidv7(now), fact.fact_key, ...FACT_FIELDS.map(field => fact[field]), now, now],
  )
  if (inserted.length > 0) await remember(query, now, fact)
  return inserted.length > 0
}

async function remember(query: Query, now: Date, fact: CarrierFact): Promise<void> {
  await query('insert into carrier_facts (fact_key, added_at) values ($1, $2) on conflict do nothing', [fact.fact_key, now])
}

// What was found out about another address says nothing about the new one.
async function setFields(
  query: Query,
  now: Date,
  id: string,
  fact: CarrierFact,
  fields: readonly (typeof FACT_FIELDS)[number][],
): Promise<void> {
  const moved = 'address_template <> $3::text'
  await query(
    `update carriers set updated_at = $2${fields.map((field, i) => `, ${field} = $${i + 4}`).join('')},
      mx_status = case when ${moved} then null else mx_status end,
      mx_checked_at = case when ${moved} then null else mx_checked_at end,
      health = case when ${moved} then null else health end,
      health_reason = case when ${moved} then '' else health_reason end,
      health_at = case when ${moved} then $2 else health_at end
    where id = $1`,
    [id, now, fields.includes('address_template') ? fact.address_template : null, ...fields.map(field => fact[field])],
  )
}

function differingFields(row: CarrierFact, fact: CarrierFact): (typeof FACT_FIELDS)[number][] {
  return FACT_FIELDS.filter(field => JSON.stringify(row[field]) !== JSON.stringify(fact[field]))
}
