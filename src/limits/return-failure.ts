import type { Db, Statement } from '../db/db.ts'

const RETURN: Statement = {
  name: 'failure_return',
  text: `update contact_budgets
    set failures = failures[:array_position(failures, $2::timestamptz) - 1] || failures[array_position(failures, $2::timestamptz) + 1:]
    where key = $1 and array_position(failures, $2::timestamptz) is not null`,
}

/** Gives a failure back that was counted, at this time, before a comparison that never took place. */
export async function returnFailure(db: Db, key: string, at: Date): Promise<void> {
  await db.run(RETURN, [key, at])
}
