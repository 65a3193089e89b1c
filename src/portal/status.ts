import { type Account, isGeneratedLogin } from '../accounts/account.ts'
import { maskContact } from '../lib/mask.ts'
import { postForm } from './fields.ts'
import { formatSpan, formatTime } from './format.ts'
import { type Html, html, page } from './layout.ts'
import { offeredPlans } from './offers.ts'
import { provenContacts } from './prove-contact.ts'
import { linkTo, redirect, signedInAccount, type Visit } from './site.ts'

/** What a signed-in guest has: the plan, until when, the proven contacts. */
export function showStatus(visit: Visit): Promise<Response> | Response {
  const { phrases } = visit
  const account = signedInAccount(visit)
  if (!account) return redirect(visit, visit.session?.account?.status === 'pending' ? 'validate_account' : 'login')
  const snapshot = visit.ctx.catalogue.now
  const facts: [string, Html | string | undefined][] = [
    [phrases.newLogin, html`${account.login}${isGeneratedLogin(account.login) && html`<br><small>${phrases.keepLogin}</small>`}`],
    [phrases.plan, snapshot.usagePlans.get(account.usage_plan_id ?? '')?.name],
    [phrases.group, snapshot.accountGroups.get(account.account_group_id ?? '')?.name],
    [phrases.access, describeAccess(visit, account)],
    ...provenContacts(account).map(({ channel, to }): [string, Html] => [
      channel === 'sms' ? phrases.phone : phrases.email,
      html`${maskContact(to)} <small>(${phrases.proven})</small>`,
    ]),
  ]
  const isOver = account.usage_expires_at !== null && account.usage_expires_at <= visit.now
  return page(visit, {
    name: 'status',
    title: phrases.yourAccess,
    body: html`<h1>${isOver ? phrases.accessOver : phrases.online}</h1><dl>${facts.map(
      ([name, value]) => value && html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
    )}</dl>${
      offeredPlans(snapshot, visit.portal).length > 0 &&
      html`<p><a class="button${!isOver && ' second'}" href="${linkTo(visit, 'plans')}">${account.usage_plan_id === null || isOver ? phrases.takePlan : phrases.otherPlan}</a></p>`
    }${postForm(linkTo(visit, 'logout'), '', { label: phrases.signOut, second: true })}`,
  })
}

function describeAccess(visit: Visit, account: Account): string | undefined {
  const { phrases, locale, now } = visit
  if (account.unlimited_usage) return phrases.unlimited
  const until = account.usage_expires_at
  if (!until) return undefined
  if (until <= now) return phrases.endedAt(formatTime(locale, until))
  return phrases.until(formatTime(locale, until), formatSpan(locale, (until.getTime() - now.getTime()) / 1000))
}
