import type { Contact } from '../accounts/account.ts'
import { maskContact } from '../lib/mask.ts'
import type { SentCode } from '../validation/sent-codes.ts'
import { adviceOn, type Delivery, deliveryLine, findDeliveries, isTrouble } from './delivery.ts'
import { codeField, emailField, phoneFields, postForm } from './fields.ts'
import { EMPTY_FORM, type FormState } from './forms.ts'
import { type Html, html, page } from './layout.ts'
import { channelOf, contactOf } from './offers.ts'
import { type Proving, unaskedContacts } from './proving.ts'
import { linkTo, type Visit } from './site.ts'

export interface Reply {
  form?: FormState
  problem?: string
  retryAfterS?: number
}

/** A code under way and what has become of its message. */
interface Awaited {
  code: SentCode
  delivery: Delivery
  isOneOfTwo: boolean
  /** The guest need not wait for it: another contact would do, and can be reached. */
  hasWayOut: boolean
}

/** The page with the one code box, what became of its messages, and the ways on when no code comes. */
export async function validateAccountPage(visit: Visit, proving: Proving, reply: Reply = {}): Promise<Response> {
  const { phrases } = visit
  const { form = EMPTY_FORM, problem, retryAfterS } = reply
  const { asked, offered } = unaskedContacts(proving)
  const deliveries = await findDeliveries(visit, proving.sent)
  const awaited: Awaited[] = proving.sent.flatMap(code => {
    const delivery = deliveries.get(code.id)
    const isOneOfTwo = proving.sent.length > 1
    return delivery ? [{ code, delivery, isOneOfTwo, hasWayOut: delivery.state === 'not_possible' && offered.length > 0 }] : []
  })
  // Where a message has failed, what to do about it comes before the box for its code.
  const failed = awaited.filter(({ delivery }) => delivery.isFinal && isTrouble(delivery))
  const open = awaited.filter(one => !failed.includes(one))
  const needsWayOut = awaited.some(({ hasWayOut }) => hasWayOut)
  const body = html`<h1>${phrases.validateTitle}</h1>${failed.map(
    one => html`${sentTo(visit, one)}${!needsWayOut && waysOn(visit, form, one)}`,
  )}${open.map(one => sentTo(visit, one))}${
    needsWayOut &&
    offered.map(contact => askContact(visit, form, proving, { contact, title: phrases.proveInstead[contact], isFirst: true }))
  }${
    awaited.length > 0 &&
    postForm(linkTo(visit, 'validate_account'), codeField(visit, form, { name: 'code', label: phrases.code, isOnly: true }), {
      label: phrases.confirm,
      second: open.length === 0 || needsWayOut,
    })
  }${(needsWayOut ? awaited : open).map(one => waysOn(visit, form, one))}${asked.map(contact =>
    askContact(visit, form, proving, { contact, title: phrases.contactNeeded[contact] }),
  )}${
    !needsWayOut &&
    offered.map(
      contact =>
        html`<details><summary>${phrases.proveInstead[contact]}</summary>${askContact(visit, form, proving, { contact, title: phrases.contactNeeded[contact] })}</details>`,
    )
  }${
    proving.missing.length === 0 &&
    (proving.isComplete
      ? postForm(linkTo(visit, 'validate_account'), html`<p>${phrases.nothingToProve}</p>`, { label: phrases.continue })
      : html`<p>${phrases.notReady}</p>`)
  }`
  return page(visit, {
    name: 'validate_account',
    title: phrases.validateTitle,
    form,
    onlyField: 'code',
    hasFrames: true,
    problem,
    body,
    ...(retryAfterS !== undefined && { status: 429, retryAfterS }),
  })
}

/** Where the code goes, what became of it, and what to do about that. */
function sentTo(visit: Visit, { code, delivery, hasWayOut }: Awaited): Html {
  const advice = hasWayOut ? undefined : adviceOn(visit, code, delivery)
  return html`<p>${visit.phrases.codeSent[channelOf(contactOf(code.channel))](maskContact(code.contact))}</p>${deliveryLine(visit, code, delivery)}${
    advice && html`<p>${advice}</p>`
  }`
}

/** Another message, or another number or address: open where the guest needs it. */
function waysOn(visit: Visit, form: FormState, { code, delivery, isOneOfTwo, hasWayOut }: Awaited): Html {
  const { phrases } = visit
  const name = contactOf(code.channel)
  const of = isOneOfTwo ? html` <small>${maskContact(code.contact)}</small>` : ''
  const isOpen = form.errors.has(name) || (isTrouble(delivery) && !hasWayOut)
  // What helps comes first, and where waiting no longer does, its button stands out.
  const isWrong = delivery.state === 'wrong'
  const isFirst = isOpen && delivery.isFinal
  const again = postForm(
    linkTo(visit, 'resend_validation_code'),
    html`<input type="hidden" name="channel" value="${channelOf(name)}">${
      delivery.state === 'opted_out' && html`<input type="hidden" name="opted_in" value="1">`
    }`,
    { label: phrases.resend, second: !isFirst || isWrong },
  )
  const correction = contactForm(visit, form, name, isFirst && isWrong)
  return html`<details${isOpen && html` open`}><summary>${phrases.noCode[name]}${of}</summary>${
    isWrong ? html`${correction}${again}` : html`${again}${correction}`
  }</details>`
}

/** Asks for a contact that the account lacks, or offers a code to the one it has. */
function askContact(
  visit: Visit,
  form: FormState,
  { account }: Proving,
  { contact, title, isFirst = false }: { contact: Contact; title: string; isFirst?: boolean },
): Html {
  const { phrases } = visit
  const value = account[contact]
  if (value === null) return html`<h2>${title}</h2>${contactForm(visit, form, contact, isFirst)}`
  return html`<h2>${title}</h2>${postForm(
    linkTo(visit, 'resend_validation_code'),
    html`<input type="hidden" name="channel" value="${channelOf(contact)}">`,
    { label: phrases.sendTo(maskContact(value)) },
  )}<details${form.errors.has(contact) && html` open`}><summary>${phrases.otherContact[contact]}</summary>${contactForm(visit, form, contact)}</details>`
}

function contactForm(visit: Visit, form: FormState, contact: Contact, isFirst = false): Html {
  return postForm(linkTo(visit, 'update_contact'), contact === 'phone' ? phoneFields(visit, form) : emailField(visit, form), {
    label: visit.phrases.sendCode,
    second: !isFirst,
  })
}
