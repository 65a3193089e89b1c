import type { Contact } from '../accounts/account.ts'
import type { AccountGroup, Carrier, Snapshot, SplashPortal, UsagePlan } from '../catalogue.ts'
import type { Channel } from '../db/tables.ts'
import { aliveCarriers } from '../email/carriers.ts'
import { canSend, mailServersFor, planAvailability } from '../sms/route.ts'

/** An account group of exactly this name turns the free SMS sign-up on. */
const FREE_SMS_GROUP = 'SMS'

/** The plans that a portal's guests can choose from, in the order of their cards. */
export function offeredPlans(snapshot: Snapshot, portal: SplashPortal): UsagePlan[] {
  return portal.usage_plan_ids
    .map(id => snapshot.usagePlans.get(id))
    .filter(plan => plan !== undefined)
    .filter(plan => planAvailability(snapshot, plan).offered)
}

/** The contacts by which a plan's method can be met: with `sms_or_email` only those that a message can reach. */
export function contactsOf(snapshot: Snapshot, plan: UsagePlan): Contact[] {
  const contacts: Contact[] = []
  const question = { purpose: 'sign_up', usagePlanId: plan.id } as const
  const isChoice = plan.validation_method === 'sms_or_email'
  if (plan.validation_method.includes('sms') && (!isChoice || canSend(snapshot, 'sms', question))) contacts.push('phone')
  if (plan.validation_method.includes('email') && (!isChoice || canSend(snapshot, 'email', question))) contacts.push('email')
  return contacts
}

export interface FreeSms {
  group: AccountGroup
  carriers: Carrier[]
}

/** The free SMS sign-up, or undefined where it is not offered. */
export function freeSmsOf(snapshot: Snapshot, now: Date): FreeSms | undefined {
  const group = [...snapshot.accountGroups.values()].find(({ name }) => name === FREE_SMS_GROUP)
  const carriers = aliveCarriers(snapshot, now)
  return group && carriers.length > 0 && mailServersFor(snapshot).length > 0 ? { group, carriers } : undefined
}

export function channelOf(contact: Contact): 'sms' | 'email' {
  return contact === 'phone' ? 'sms' : 'email'
}

export function contactOf(channel: Channel): Contact {
  return channel === 'email' ? 'email' : 'phone'
}
