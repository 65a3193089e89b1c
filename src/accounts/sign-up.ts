import { sql } from 'kysely'
import type { Trx } from '../db/db.ts'
import type { Account } from './account.ts'

export interface SignUpDetails {
  firstName: string
  lastName: string
  phone: string | null
  email: string | null
  usagePlanId: string
  locale: string
}

/**
 * Takes up a sign-up again with what its owner typed now. A contact that is another than before is unproven.
 * Undefined: the account is not pending any more, or has another password by now.
 */
export function continueSignUp(trx: Trx, account: Account, details: SignUpDetails, now: Date): Promise<Account | undefined> {
  return trx
    .updateTable('accounts')
    .set(eb => ({
      first_name: details.firstName,
      last_name: details.lastName,
      // A contact that was not asked for this time stays.
      phone: details.phone ?? eb.ref('phone'),
      email: details.email ?? eb.ref('email'),
      phone_validated_at: sql<Date | null>`case when phone = coalesce(${details.phone}, phone) then phone_validated_at end`,
      email_validated_at: sql<Date | null>`case when email = coalesce(${details.email}, email) then email_validated_at end`,
      usage_plan_id: details.usagePlanId,
      locale: details.locale,
      updated_at: now,
    }))
    .where('id', '=', account.id)
    .where('status', '=', 'pending')
    .where('password_hash', '=', account.password_hash)
    .returningAll()
    .executeTakeFirst()
}
