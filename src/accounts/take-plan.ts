import type { UsagePlan } from '../catalogue.ts'
import type { Trx } from '../db/db.ts'
import type { ValidationMethod } from '../db/tables.ts'
import { addSeconds } from '../lib/clock.ts'
import type { Account, Contact } from './account.ts'

type Proofs = Pick<Account, 'phone_validated_at' | 'email_validated_at'>

/** Says which contacts an account must still prove. With `sms_or_email` and neither proven, both are named: one is enough. */
export function contactsToProve(method: ValidationMethod, account: Proofs): Contact[] {
  const missing: Contact[] = []
  if (method.includes('sms') && !account.phone_validated_at) missing.push('phone')
  if (method.includes('email') && !account.email_validated_at) missing.push('email')
  const oneIsEnough = method === 'sms_or_email' && missing.length < 2
  return oneIsEnough ? [] : missing
}

/** Activates an account on a plan: its group, its time from now on, its devices. */
export async function takePlan(trx: Trx, accountId: string, plan: UsagePlan, now: Date): Promise<void> {
  await trx
    .updateTable('accounts')
    .set({
      status: 'active',
      usage_plan_id: plan.id,
      account_group_id: plan.account_group_id,
      unlimited_usage: plan.unlimited_usage,
      usage_expires_at: plan.unlimited_usage || plan.usage_minutes === null ? null : addSeconds(now, plan.usage_minutes * 60),
      max_devices: plan.max_devices,
      updated_at: now,
    })
    .where('id', '=', accountId)
    .where('status', '!=', 'blocked')
    .execute()
}

/** Activates an account in a group, without a plan and without a limit of time. */
export async function joinGroup(trx: Trx, accountId: string, accountGroupId: string, now: Date): Promise<void> {
  await trx
    .updateTable('accounts')
    .set({ status: 'active', account_group_id: accountGroupId, unlimited_usage: true, usage_expires_at: null, updated_at: now })
    .where('id', '=', accountId)
    .where('status', '!=', 'blocked')
    .execute()
}
