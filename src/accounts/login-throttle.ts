import type { Db, Statement } from '../db/db.ts'
import { addSeconds } from '../lib/clock.ts'

const FAILURES_PER_HOUR_MAX = 10
const WINDOW_S = 3600

// Takes a slot before the password is looked at, so that guesses at once cannot exceed the limit. A browser that has signed
// in before has slots of its own, which no stranger can use up. Answers the key it was counted on, and whether there was one.
const TAKE: Statement = {
  name: 'login_throttle_take',
  text: `
with own as (
  select case when exists (select from known_devices d where d.contact = $1 and d.device = $5) then $1 || '@' || $5::text else $1 end as key
), taken as (
  insert into contact_budgets as b (key, failures, touched_at) select key, array[$2::timestamptz], $2 from own
  on conflict (key) do update
    set failures = array(select at from unnest(b.failures) at where at > $3::timestamptz) || $2::timestamptz, touched_at = $2
    where (select count(*) from unnest(b.failures) at where at > $3::timestamptz) < $4::integer
  returning key
)
select own.key, exists (select from taken) as is_free from own`,
}

/** Who signs in: the login as it was typed, in one spelling, and the browser. */
interface SignIn {
  key: string
  device?: string
}

/** Takes one of the sign-ins that may fail for this login. Returns the seconds until there is one again, or 0 if it was free. */
export async function takeLoginSlot(db: Db, { key, device }: SignIn, now: Date): Promise<number> {
  const since = addSeconds(now, -WINDOW_S)
  const values = [budgetKey(key), now, since, FAILURES_PER_HOUR_MAX, device ?? null]
  const [slot] = await db.run<{ key: string; is_free: boolean }>(TAKE, values)
  if (!slot || slot.is_free) return 0
  const budget = await db.kysely.selectFrom('contact_budgets').select('failures').where('key', '=', slot.key).executeTakeFirst()
  const oldest = (budget?.failures ?? []).map(time => time.getTime()).filter(time => time > since.getTime())
  return Math.max(1, Math.ceil((Math.min(...oldest, now.getTime()) - since.getTime()) / 1000))
}

/** After a right password forgets the failures of a login, and knows the browser from then on. */
export async function clearLoginSlots(db: Db, { key, device }: SignIn, now: Date): Promise<void> {
  const keys = [budgetKey(key), ...(device ? [`${budgetKey(key)}@${device}`] : [])]
  await db.kysely.deleteFrom('contact_budgets').where('key', 'in', keys).execute()
  if (!device) return
  await db.kysely
    .insertInto('known_devices')
    .values({ contact: budgetKey(key), device, proven_at: now })
    .onConflict(conflict => conflict.columns(['contact', 'device']).doUpdateSet({ proven_at: now }))
    .execute()
}

function budgetKey(key: string): string {
  return `login:${key}`
}
