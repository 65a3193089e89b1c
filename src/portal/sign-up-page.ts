import type { UsagePlan } from '../catalogue.ts'
import {
  emailField,
  nameFields,
  newPasswordFields,
  phoneFields,
  postForm,
  radioField,
  selectField,
  termsField,
  textField,
} from './fields.ts'
import { describePlan } from './format.ts'
import { EMPTY_FORM, type FormState, textOf } from './forms.ts'
import { tooManyCodes } from './issue-codes.ts'
import { type Html, html, page } from './layout.ts'
import { contactsOf, offeredPlans } from './offers.ts'
import { ownParagraph } from './own-text.ts'
import { linkTo, type Visit } from './site.ts'

interface SignUpPage {
  plan: UsagePlan | undefined
  form?: FormState
  retryAfterS?: number
}

/** The sign-up form of a plan. Without a plan it lets the guest choose one. */
export function signUpPage(visit: Visit, { plan, form = EMPTY_FORM, retryAfterS }: SignUpPage): Promise<Response> {
  const { phrases } = visit
  const isSent = form !== EMPTY_FORM
  const plans = offeredPlans(visit.ctx.catalogue.now, visit.portal)
  const body =
    plans.length === 0
      ? html`<p>${phrases.noPlans}</p>`
      : plan || isSent
        ? signUpForm(visit, form, plan)
        : choosePlan(visit, plans)
  return page(visit, {
    name: 'sign_up',
    title: phrases.signUpTitle,
    form,
    body: html`<h1>${phrases.signUpTitle}</h1>${ownParagraph(visit.portal, visit.locale, 'sign_up_note')}${body}<p class="links"><a href="${linkTo(visit, 'login')}">${phrases.haveAccount}</a></p>`,
    ...(plan && { query: { usage_plan_id: plan.id } }),
    ...(retryAfterS !== undefined && {
      status: 429,
      retryAfterS,
      problem: tooManyCodes(visit, retryAfterS),
    }),
  })
}

function choosePlan(visit: Visit, plans: UsagePlan[]): Html {
  return html`<p class="dim">${visit.phrases.choosePlan}</p><ul class="cards">${plans.map(
    plan =>
      html`<li><a class="card" href="${linkTo(visit, 'sign_up', { usage_plan_id: plan.id })}"><b>${plan.name}</b><small>${describePlan(visit, plan)}</small></a></li>`,
  )}</ul>`
}

function signUpForm(visit: Visit, form: FormState, plan: UsagePlan | undefined): Html {
  const { phrases } = visit
  const login = textField(visit, form, {
    name: 'login',
    label: phrases.newLogin,
    autocomplete: 'username',
    optional: true,
    hint: phrases.newLoginHint,
  })
  return postForm(
    linkTo(visit, 'sign_up'),
    html`${planField(visit, form, plan)}${contactFields(visit, form, plan)}${login}${newPasswordFields(visit, form, phrases.password)}${nameFields(visit, form)}${termsField(visit, form, linkTo(visit, 'tos'))}`,
    { label: phrases.signUp },
  )
}

function planField(visit: Visit, form: FormState, plan: UsagePlan | undefined): Html {
  const { phrases } = visit
  const plans = offeredPlans(visit.ctx.catalogue.now, visit.portal)
  if (!plan)
    return selectField(form, {
      name: 'usage_plan_id',
      label: phrases.plan,
      placeholder: phrases.choosePlan,
      options: plans.map(({ id, name }) => ({ value: id, label: name })),
    })
  return html`<input type="hidden" name="usage_plan_id" value="${plan.id}"><div class="field card"><b>${plan.name}</b><small>${describePlan(visit, plan)}</small>${
    plans.length > 1 && html`<a href="${linkTo(visit, '')}">${phrases.otherPlan}</a>`
  }</div>`
}

/** The contacts that the plan asks for, and any other that came back with an error. */
function contactFields(visit: Visit, form: FormState, plan: UsagePlan | undefined): Html {
  const { phrases } = visit
  const needed = plan ? contactsOf(visit.ctx.catalogue.now, plan) : []
  const isChoice = plan?.validation_method === 'sms_or_email' && needed.length > 1
  const shows = (contact: 'phone' | 'email') => !plan || needed.includes(contact) || textOf(form.values, contact) !== ''
  const channel =
    textOf(form.values, 'channel') || (textOf(form.values, 'email') && !textOf(form.values, 'phone') ? 'email' : 'sms')
  const choice =
    isChoice &&
    radioField(form, {
      name: 'channel',
      legend: phrases.channelLegend,
      options: [
        { value: 'sms', label: phrases.channelSms },
        { value: 'email', label: phrases.channelEmail },
      ],
      chosen: channel === 'email' ? 'email' : 'sms',
    })
  const isOptional = (contact: 'phone' | 'email') => !needed.includes(contact) || isChoice
  return html`${choice}${shows('phone') && phoneFields(visit, form, { optional: isOptional('phone') })}${
    shows('email') &&
    emailField(visit, form, { optional: isOptional('email'), ...(needed.includes('email') && { hint: phrases.emailHint }) })
  }`
}
