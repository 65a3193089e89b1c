import type { Account } from '../accounts/account.ts'
import type { UsagePlan } from '../catalogue.ts'
import type { Context, PageDraft } from '../context.ts'
import { addSeconds } from '../lib/clock.ts'
import { CODE_LIFETIME_S } from '../validation/rules.ts'
import { showForgotPassword } from './forgot-password.ts'
import { contactsOf, offeredPlans } from './offers.ts'
import { phrasesOf } from './phrases/phrases.ts'
import type { Proving } from './proving.ts'
import { signUpPage } from './sign-up-page.ts'
import { createClient, type Visit } from './site.ts'
import { showSms } from './sms.ts'
import { showSplash } from './splash.ts'
import { validateAccountPage } from './validate-account-page.ts'

const NO_ID = '00000000-0000-0000-0000-000000000000'
/** Of nobody, in North America's code for fiction; and a name that no mail ever reaches (RFC 2606). */
const PHONE = '+15555550123'
const EMAIL = 'guest@example.com'

/** Shows a page as a guest in no particular state would get it. Nothing is written, and nothing on the page works. */
export async function previewPage(ctx: Context, draft: PageDraft): Promise<Response> {
  const visit = draftVisit(ctx, draft)
  switch (draft.page) {
    case 'splash':
      return showSplash(visit)
    case 'sign_up':
      return signUpPage(visit, { plan: planToShow(visit) })
    case 'validate_account':
      return validateAccountPage(visit, someProving(visit))
    case 'forgot_password':
      return showForgotPassword(visit)
    case 'sms':
      return showSms(visit)
  }
}

function draftVisit(ctx: Context, { portal, locale, colorScheme }: PageDraft): Visit {
  const { now } = ctx.catalogue
  const snapshot = { ...now, splashPortals: new Map(now.splashPortals).set(portal.id, portal) }
  return {
    ctx: { ...ctx, catalogue: { ...ctx.catalogue, now: snapshot } },
    portal,
    now: ctx.clock.now(),
    locale,
    chosenLocale: locale,
    phrases: phrasesOf(locale),
    query: new URLSearchParams(),
    session: undefined,
    client: createClient(ctx, { address: '', userAgent: '' }),
    preview: { colorScheme },
  }
}

/** The first plan that asks for a proof: its form has most to show. */
function planToShow({ ctx, portal }: Visit): UsagePlan | undefined {
  const plans = offeredPlans(ctx.catalogue.now, portal)
  return plans.find(({ validation_method: method }) => method !== 'none') ?? plans[0]
}

/** A guest who waits for the code of that plan. */
function someProving(visit: Visit): Proving {
  const plan = planToShow(visit)
  const contact = (plan && contactsOf(visit.ctx.catalogue.now, plan)[0]) ?? 'phone'
  const { now } = visit
  const account: Account = {
    id: NO_ID,
    login: 'guest',
    login_key: 'guest',
    password_hash: null,
    first_name: '',
    last_name: '',
    email: EMAIL,
    email_validated_at: null,
    phone: PHONE,
    phone_validated_at: null,
    account_group_id: null,
    usage_plan_id: plan?.id ?? null,
    status: 'pending',
    unlimited_usage: false,
    usage_expires_at: null,
    max_devices: null,
    locale: visit.locale,
    note: '',
    last_seen_at: null,
    created_at: now,
    updated_at: now,
  }
  const channel = contact === 'phone' ? 'sms' : 'email'
  const code = {
    id: NO_ID,
    channel,
    contact: contact === 'phone' ? PHONE : EMAIL,
    isPending: true,
    expires_at: addSeconds(now, CODE_LIFETIME_S),
  } as const
  return { account, sessionId: NO_ID, plan, missing: [contact], isComplete: false, oneIsEnough: false, sent: [code] }
}
