import type { Contact } from '../accounts/account.ts'
import { maskContact } from '../lib/mask.ts'
import type { SentCode } from '../validation/sent-codes.ts'
import { codeField, emailField, phoneFields, postForm } from './fields.ts'
import { EMPTY_FORM, type FormState } from './forms.ts'
import { type Html, html, page } from './layout.ts'
import { channelOf, contactOf } from './offers.ts'
import { findDelivery, type Proving } from './proving.ts'
import { linkTo, type Visit } from './site.ts'

export interface Reply {
  form?: FormState
  problem?: string
  retryAfterS?: number
}

/** The page with the one code box, what it waits for, and the ways on when no code comes. */
export async function validateAccountPage(visit: Visit, proving: Proving, reply: Reply = {}): Promise<Response> {
  const { phrases } = visit
  const { form = EMPTY_FORM, problem, retryAfterS } = reply
  const awaited = proving.sent
  const unasked = proving.missing.filter(contact => !awaited.some(({ channel }) => contactOf(channel) === contact))
  // Where one contact is enough and its code is under way, the other is only offered.
  const [asked, offered] = proving.oneIsEnough && awaited.length > 0 ? [[], unasked] : [unasked, []]
  const delivery = await findDelivery(
    visit,
    awaited.map(({ id }) => id),
  )
  const body = html`<h1>${phrases.validateTitle}</h1>${awaited.map(
    ({ id, channel, contact }) =>
      html`<p>${phrases.codeSent[channelOf(contactOf(channel))](maskContact(contact))} <small>${phrases.delivery[delivery.get(id) ?? 'queued']}</small></p>`,
  )}${
    awaited.length > 0 &&
    postForm(linkTo(visit, 'validate_account'), codeField(visit, form, 'code', phrases.code), { label: phrases.confirm })
  }${awaited.map(validation => awaitedWays(visit, form, validation, awaited.length > 1))}${asked.map(contact =>
    askContact(visit, form, proving, contact),
  )}${offered.map(
    contact =>
      html`<details><summary>${phrases.proveInstead[contact]}</summary>${askContact(visit, form, proving, contact)}</details>`,
  )}${
    proving.missing.length === 0 &&
    (proving.isComplete
      ? postForm(linkTo(visit, 'validate_account'), html`<p>${phrases.nothingToProve}</p>`, { label: phrases.continue })
      : html`<p>${phrases.notReady}</p>`)
  }`
  return page(visit, {
    name: 'validate_account',
    title: phrases.validateTitle,
    form,
    problem,
    body,
    ...(retryAfterS !== undefined && { status: 429, retryAfterS }),
  })
}

function awaitedWays(visit: Visit, form: FormState, { channel, contact }: SentCode, isOneOfTwo: boolean): Html {
  const { phrases } = visit
  const name = contactOf(channel)
  const of = isOneOfTwo ? html` <small>${maskContact(contact)}</small>` : ''
  const isWrong = form.errors.has(name)
  return html`<details${isWrong && html` open`}><summary>${phrases.noCode[name]}${of}</summary>${postForm(
    linkTo(visit, 'resend_validation_code'),
    html`<input type="hidden" name="channel" value="${channelOf(name)}">`,
    { label: phrases.resend, second: true },
  )}${contactForm(visit, form, name)}</details>`
}

/** Asks for a contact that the account lacks, or offers a code to the one it has. */
function askContact(visit: Visit, form: FormState, { account }: Proving, contact: Contact): Html {
  const { phrases } = visit
  const value = account[contact]
  if (value === null) return html`<h2>${phrases.contactNeeded[contact]}</h2>${contactForm(visit, form, contact)}`
  return html`<h2>${phrases.contactNeeded[contact]}</h2>${postForm(
    linkTo(visit, 'resend_validation_code'),
    html`<input type="hidden" name="channel" value="${channelOf(contact)}">`,
    { label: phrases.sendTo(maskContact(value)) },
  )}<details${form.errors.has(contact) && html` open`}><summary>${phrases.otherContact[contact]}</summary>${contactForm(visit, form, contact)}</details>`
}

function contactForm(visit: Visit, form: FormState, contact: Contact): Html {
  return postForm(linkTo(visit, 'update_contact'), contact === 'phone' ? phoneFields(visit, form) : emailField(visit, form), {
    label: visit.phrases.sendCode,
    second: true,
  })
}
