import type { Db, Statement, Trx } from '../db/db.ts'
import { addSeconds } from '../lib/clock.ts'
import { returnFailure } from '../limits/return-failure.ts'

// What may fail, within which time. A slot is taken before anything is compared, so guesses at once cannot exceed a limit.
const BUDGETS = {
  /** A login, as it was typed, from browsers that have not signed in with it before; and each that has, by itself. */
  administrator: { max: 10, windowS: 3600 },
  /** A client address, whatever the login. Browsers that have signed in before do not count. */
  administrator_address: { max: 50, windowS: 3600 },
  /** Second factors of one administrator: 20 codes of a million a day. */
  administrator_factor: { max: 20, windowS: 86_400 },
  /** Challenges for passkeys, each of which is a row, that an address asks for; and each known browser, by itself. */
  administrator_challenge: { max: 300, windowS: 3600 },
} as const

type Budget = keyof typeof BUDGETS

export interface Slot {
  budget: Budget
  /** A login, an address, the id of an administrator. */
  of: string
  /** A browser that has a budget of its own there. */
  device?: string | undefined
}

const TAKE: Statement = {
  name: 'administrator_slot_take',
  text: `
insert into contact_budgets as b (key, failures, touched_at) values ($1, array[$2::timestamptz], $2)
on conflict (key) do update
  set failures = array(select at from unnest(b.failures) at where at > $3::timestamptz) || $2::timestamptz, touched_at = $2
  where (select count(*) from unnest(b.failures) at where at > $3::timestamptz) < $4::integer
returning key`,
}

function keyOf({ budget, of, device }: Slot): string {
  return `${budget}:${of}${device === undefined ? '' : `@${device}`}`
}

/** Takes a slot. Returns the seconds until there is one again, or 0 if it was free. */
export async function takeSlot(db: Db, slot: Slot, now: Date): Promise<number> {
  const { max, windowS } = BUDGETS[slot.budget]
  const since = addSeconds(now, -windowS)
  const taken = await db.run(TAKE, [keyOf(slot), now, since, max])
  if (taken.length > 0) return 0
  const budget = await db.kysely
    .selectFrom('contact_budgets')
    .select('failures')
    .where('key', '=', keyOf(slot))
    .executeTakeFirst()
  const within = (budget?.failures ?? []).map(at => at.getTime()).filter(at => at > since.getTime())
  return Math.max(1, Math.ceil((Math.min(...within, now.getTime()) - since.getTime()) / 1000))
}

/** Gives slots back that were taken at this time, and nothing else of what is counted there. */
export async function returnSlots(db: Db, slots: Slot[], at: Date): Promise<void> {
  for (const slot of slots) await returnFailure(db, keyOf(slot), at)
}

/** Forgets what failed. */
export async function clearSlots(db: Db, slots: Slot[]): Promise<void> {
  await db.kysely.deleteFrom('contact_budgets').where('key', 'in', slots.map(keyOf)).execute()
}

/** Says whether a browser has signed in with a login before. */
export async function isKnownDevice(db: Db, login: string, device: string): Promise<boolean> {
  const row = await db.kysely
    .selectFrom('known_devices')
    .select('device')
    .where('contact', '=', keyOf({ budget: 'administrator', of: login }))
    .where('device', '=', device)
    .executeTakeFirst()
  return row !== undefined
}

const IS_KNOWN_TO_ANY: Statement = {
  name: 'administrator_device_is_known',
  text: `
select from administrators a join known_devices d on d.contact = 'administrator:' || a.login and d.device = $1 limit 1`,
}

/** Says whether any administrator has signed in with a browser before. */
export async function isKnownToAny(db: Db, device: string): Promise<boolean> {
  return (await db.run(IS_KNOWN_TO_ANY, [device])).length > 0
}

/** Knows a browser from now on by the login that it has signed in with. */
export async function noteKnownDevice(db: Db, login: string, device: string, now: Date): Promise<void> {
  await db.kysely
    .insertInto('known_devices')
    .values({ contact: keyOf({ budget: 'administrator', of: login }), device, proven_at: now, first_proven_at: now })
    .onConflict(conflict => conflict.columns(['contact', 'device']).doUpdateSet({ proven_at: now }))
    .execute()
}

/** Knows no browser by a login any more: whoever has it afterwards is somebody else. */
export async function forgetKnownDevices(trx: Trx, login: string): Promise<void> {
  await trx
    .deleteFrom('known_devices')
    .where('contact', '=', keyOf({ budget: 'administrator', of: login }))
    .execute()
}

/** Has the browsers that are known by a login known by another one, and no others. */
export async function moveKnownDevices(trx: Trx, from: string, to: string): Promise<void> {
  await forgetKnownDevices(trx, to)
  await trx
    .updateTable('known_devices')
    .set({ contact: keyOf({ budget: 'administrator', of: to }) })
    .where('contact', '=', keyOf({ budget: 'administrator', of: from }))
    .execute()
}
