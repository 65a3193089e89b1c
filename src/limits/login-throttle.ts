import type { Context } from '../context.ts'
import type { Statement, Trx } from '../db/db.ts'
import { addSeconds } from '../lib/clock.ts'
import { returnFailure } from './return-failure.ts'

const FAILURES_PER_HOUR_MAX = 10
const WINDOW_S = 3600

// Takes a slot of the client address and one of the login before the password is looked at, so that guesses at once cannot
// exceed the limits. What the address is refused takes nothing of the login. A browser that has signed in before has
// slots of its own, which no stranger can use up, wherever he is. Answers the key that was counted on, and what was free.
const TAKE: Statement = {
  name: 'login_throttle_take',
  text: `
with own as (
  select case when known then $1 || '@' || $5::text else $1 end as key, known
  from (select exists (select from known_devices d where d.contact = $1 and d.device = $5) as known) k
), given as (
  select g.granted from own cross join lateral
    take_failures($2::timestamptz, case when not known then $6::text[] end, array[1], array[$7::integer]) g
), taken as (
  insert into contact_budgets as b (key, failures, touched_at) select key, array[$2::timestamptz], $2 from own
  where not exists (select from given where granted = 0)
  on conflict (key) do update
    set failures = array(select at from unnest(b.failures) at where at > $3::timestamptz) || $2::timestamptz, touched_at = $2
    where (select count(*) from unnest(b.failures) at where at > $3::timestamptz) < $4::integer
  returning key
)
select own.key, own.known, exists (select from taken) as is_free, (select granted from given) as granted from own`,
}

/** Who signs in: the login as it was typed, in one spelling, the browser and where it is. */
export interface SignIn {
  key: string
  device?: string
  /** What the limits know the client address by; undefined: it is not to count there. */
  addressKey?: string | undefined
}

/** What was taken: `key` is the row of the login and `countedOn` that of the address, if it counted there. */
export interface TakenSlot {
  key: string
  at: Date
  /** The browser has signed in with this login before. */
  isKnown: boolean
  countedOn: string | undefined
}

/** Refused: by what, and the seconds until there may be room. */
export type LoginSlot = ({ outcome: 'taken' } & TakenSlot) | { outcome: 'refused'; by: 'login' | 'address'; retryAfterS: number }

/** Takes one of the sign-ins that may fail for this login and this client address. */
export async function takeLoginSlot(ctx: Context, { key, device, addressKey }: SignIn, now: Date): Promise<LoginSlot> {
  const since = addSeconds(now, -WINDOW_S)
  const { address_login_failures_per_hour: most } = ctx.catalogue.now.limits
  const counted = addressKey === undefined || most === null ? undefined : `login:${addressKey}`
  const values = [budgetKey(key), now, since, FAILURES_PER_HOUR_MAX, device ?? null, counted ? [counted] : null, most]
  const [slot] = await ctx.db.run<{ key: string; known: boolean; is_free: boolean; granted: number | null }>(TAKE, values)
  if (slot?.granted === 0 && counted)
    return { outcome: 'refused', by: 'address', retryAfterS: await secondsUntilFree(ctx, counted, now) }
  if (!slot) throw new Error('a slot was neither taken nor refused')
  if (slot.is_free)
    return { outcome: 'taken', key: slot.key, at: now, isKnown: slot.known, countedOn: slot.granted ? counted : undefined }
  const budget = await ctx.db.kysely
    .selectFrom('contact_budgets')
    .select('failures')
    .where('key', '=', slot.key)
    .executeTakeFirst()
  const oldest = (budget?.failures ?? []).map(time => time.getTime()).filter(time => time > since.getTime())
  const freeAt = Math.min(...oldest, now.getTime())
  return { outcome: 'refused', by: 'login', retryAfterS: Math.max(1, Math.ceil((freeAt - since.getTime()) / 1000)) }
}

/** Until the oldest minute has left the window of take_failures (migrations/000010). */
async function secondsUntilFree({ db }: Context, key: string, now: Date): Promise<number> {
  const row = await db.kysely.selectFrom('failure_counters').select('minutes').where('key', '=', key).executeTakeFirst()
  const oldest = Math.min(...(row?.minutes ?? []), now.getTime() / 60_000)
  return Math.max(1, Math.ceil((oldest + 61) * 60 - now.getTime() / 1000))
}

// One of the last minute in which something was taken: those at once may be mixed up, which is the same in number.
const GIVE_BACK: Statement = {
  name: 'login_throttle_give_back',
  text: `update failure_counters set taken[cardinality(taken)] = taken[cardinality(taken)] - 1
    where key = $1 and taken[cardinality(taken)] > 0`,
}

/** Gives back what was taken, and nothing else of what is counted there. */
export async function giveBackLoginSlot({ db }: Context, { key, at, countedOn }: TakenSlot): Promise<void> {
  await returnFailure(db, key, at)
  if (countedOn !== undefined) await db.run(GIVE_BACK, [countedOn])
}

/** Compares while a slot is held. Where that comes to no answer, because the server is busy, nothing was guessed: it goes back. */
export async function compareInSlot<T>(ctx: Context, slot: TakenSlot, compare: () => Promise<T>): Promise<T> {
  try {
    return await compare()
  } catch (error) {
    await giveBackLoginSlot(ctx, slot)
    throw error
  }
}

/** After a right password forgets the failures of a login, gives the address its slot back, and knows the browser from then on. */
export async function clearLoginSlots(
  { db }: Context,
  { key, device }: SignIn,
  slot: Pick<TakenSlot, 'countedOn'>,
  now: Date,
): Promise<void> {
  const keys = [budgetKey(key), ...(device ? [`${budgetKey(key)}@${device}`] : [])]
  await db.kysely.deleteFrom('contact_budgets').where('key', 'in', keys).execute()
  if (slot.countedOn !== undefined) await db.run(GIVE_BACK, [slot.countedOn])
  if (!device) return
  await db.kysely
    .insertInto('known_devices')
    .values({ contact: budgetKey(key), device, proven_at: now, first_proven_at: now })
    .onConflict(conflict => conflict.columns(['contact', 'device']).doUpdateSet({ proven_at: now }))
    .execute()
}

/**
 * Forgets which browsers have signed in under a contact, but for one. Before somebody has proven it, whoever liked could have
 * an account whose login reads so.
 */
export async function forgetLoginDevices(trx: Trx, contact: string, except: string | null): Promise<void> {
  await trx
    .deleteFrom('known_devices')
    .where('contact', '=', budgetKey(contact))
    .where('device', 'is distinct from', except)
    .execute()
}

function budgetKey(key: string): string {
  return `login:${key}`
}
