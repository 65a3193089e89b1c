import type { Db, Statement } from '../db/db.ts'
import { addSeconds } from '../lib/clock.ts'

const FAILURES_PER_HOUR_MAX = 10
const WINDOW_S = 3600

// Takes a slot before the password is looked at, so that guesses at once cannot exceed the limit. No row: there is no slot.
const TAKE: Statement = {
  name: 'login_throttle_take',
  text: `
insert into contact_budgets as b (key, failures, touched_at) values ($1, array[$2::timestamptz], $2)
on conflict (key) do update
  set failures = array(select at from unnest(b.failures) at where at > $3::timestamptz) || $2::timestamptz, touched_at = $2
  where (select count(*) from unnest(b.failures) at where at > $3::timestamptz) < $4::integer
returning key`,
}

/** Takes one of the sign-ins that may fail for this login. Returns the seconds until there is one again, or 0 if it was free. */
export async function takeLoginSlot(db: Db, key: string, now: Date): Promise<number> {
  const since = addSeconds(now, -WINDOW_S)
  const taken = await db.run(TAKE, [budgetKey(key), now, since, FAILURES_PER_HOUR_MAX])
  if (taken.length > 0) return 0
  const budget = await db.kysely
    .selectFrom('contact_budgets')
    .select('failures')
    .where('key', '=', budgetKey(key))
    .executeTakeFirst()
  const oldest = (budget?.failures ?? []).map(time => time.getTime()).filter(time => time > since.getTime())
  return Math.max(1, Math.ceil((Math.min(...oldest, now.getTime()) - since.getTime()) / 1000))
}

/** Forgets the failures of a login after a right password. */
export async function clearLoginSlots(db: Db, key: string): Promise<void> {
  await db.kysely.deleteFrom('contact_budgets').where('key', '=', budgetKey(key)).execute()
}

function budgetKey(key: string): string {
  return `login:${key}`
}
