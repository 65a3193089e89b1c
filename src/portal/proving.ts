import type { Account, Contact } from '../accounts/account.ts'
import { contactsToProve } from '../accounts/take-plan.ts'
import type { UsagePlan } from '../catalogue.ts'
import { listSentCodes, type SentCode } from '../validation/sent-codes.ts'
import { contactOf, contactsOf } from './offers.ts'
import type { Visit } from './site.ts'

/** What a browser still has to prove, and for which account and plan. */
export interface Proving {
  account: Account
  sessionId: string
  /** The plan that starts once everything is proven; undefined when a contact is proven for its own sake. */
  plan: UsagePlan | undefined
  /** The contacts still to prove. */
  missing: Contact[]
  /** There is a plan and all that it asks for is proven: it only has to begin. */
  isComplete: boolean
  /** One of the missing is enough. */
  oneIsEnough: boolean
  /** The codes sent to the missing contacts: good still or not, the page that waits for them is the same. */
  sent: SentCode[]
}

/** Finds out what this browser has to prove. Undefined: it acts for no account. */
export async function findProving(visit: Visit): Promise<Proving | undefined> {
  const { session, ctx } = visit
  const account = session?.account
  if (!session || !account || account.status === 'blocked') return undefined
  if (account.status === 'active' && !session.signed_in_at) return undefined
  const planId = session.usage_plan_id ?? (account.status === 'pending' ? account.usage_plan_id : null)
  const plan = planId === null ? undefined : ctx.catalogue.now.usagePlans.get(planId)
  const codes = (await listSentCodes(ctx, { sessionId: session.id, purpose: 'sign_up' })).filter(({ channel, contact }) => {
    const name = contactOf(channel)
    return account[name] === contact && account[`${name}_validated_at`] === null
  })
  const byPlan = plan ? contactsToProve(plan.validation_method, account) : []
  const possible = plan ? contactsOf(ctx.catalogue.now, plan) : []
  const missing = plan ? byPlan.filter(contact => possible.includes(contact)) : codes.map(({ channel }) => contactOf(channel))
  const oneIsEnough = plan?.validation_method === 'sms_or_email' && byPlan.length > 0
  const isComplete = plan !== undefined && byPlan.length === 0
  const sent = codes.filter(({ channel }) => missing.includes(contactOf(channel)))
  return { account, sessionId: session.id, plan, missing, isComplete, oneIsEnough, sent }
}

/** The contacts to prove that no code is under way to: those that are asked for, and those that would do instead. */
export function unaskedContacts({ missing, oneIsEnough, sent }: Proving): { asked: Contact[]; offered: Contact[] } {
  const unasked = missing.filter(contact => !sent.some(({ channel }) => contactOf(channel) === contact))
  return oneIsEnough && sent.length > 0 ? { asked: [], offered: unasked } : { asked: unasked, offered: [] }
}
