import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max'
import { findAccountByProvenPhone, insertAccount } from '../accounts/account.ts'
import type { Carrier } from '../catalogue.ts'
import { carrierStatusOn, deadCarrierNames } from '../email/carriers.ts'
import { readEmail, readPhone } from './contact-input.ts'
import { emailField, nameFields, phoneFields, postForm, selectField, termsField } from './fields.ts'
import { EMPTY_FORM, type Fields, type FormState, isTicked, textOf } from './forms.ts'
import { retryAfterOf, tooManyCodes, withCodes } from './issue-codes.ts'
import { html, page } from './layout.ts'
import { type FreeSms, freeSmsOf } from './offers.ts'
import { readNames } from './sign-up.ts'
import { beginSession, linkTo, redirect, type Visit } from './site.ts'

export function showSms(visit: Visit): Promise<Response> {
  return smsPage(visit, freeSmsOf(visit.ctx.catalogue.now, visit.now))
}

function smsPage(
  visit: Visit,
  offer: FreeSms | undefined,
  reply: { form?: FormState; problem?: string; retryAfterS?: number } = {},
): Promise<Response> {
  const { phrases } = visit
  const { form = EMPTY_FORM, problem, retryAfterS } = reply
  const [name, title] = ['sms', phrases.freeSmsTitle] as const
  const links = html`<p class="links"><a href="${linkTo(visit, '')}">${phrases.otherWays}</a></p>`
  if (!offer) return page(visit, { name, title, status: 404, body: html`<h1>${title}</h1><p>${phrases.noFreeSms}</p>${links}` })
  return page(visit, {
    name,
    title,
    form,
    problem,
    body: html`<h1>${title}</h1><p class="dim">${phrases.freeSmsLead}</p>${postForm(
      linkTo(visit, 'sms'),
      html`${phoneFields(visit, form)}${selectField(form, {
        name: 'carrier_id',
        label: phrases.carrier,
        options: offer.carriers.map(carrier => ({ value: carrier.id, label: labelOf(visit, carrier) })),
        placeholder: phrases.chooseCarrier,
        hint: deadCarriersLine(visit) ?? phrases.carrierHint,
      })}${nameFields(visit, form)}${emailField(visit, form, { optional: true })}${termsField(visit, form, linkTo(visit, 'tos'))}`,
      { label: phrases.sendToken },
    )}${links}`,
    ...(retryAfterS !== undefined && { status: 429, retryAfterS }),
  })
}

function labelOf({ phrases, now }: Visit, carrier: Carrier): string {
  const label = `${carrier.name} (${carrier.country})`
  return carrierStatusOn(carrier, now) === 'degraded' ? `${label} – ${phrases.mayNotArrive}` : label
}

/** Which carriers of the portal's country a guest looks for in vain; undefined: none. */
function deadCarriersLine({ ctx, phrases, portal, locale, now }: Visit): string | undefined {
  const names = deadCarrierNames(ctx.catalogue.now, portal.default_country, now).sort(new Intl.Collator(locale).compare)
  return names.length > 0 ? phrases.deadCarriers(new Intl.ListFormat(locale).format(names), names.length) : undefined
}

interface FreeSignUp {
  firstName: string
  lastName: string
  phone: string
  email: string | null
  carrier: Carrier | undefined
}

/**
 * Sends a token by the carrier's email gateway. A number that has an account of this kind gets a token for that one, and
 * nothing of it changes before the token comes back.
 */
export async function signUpBySms(visit: Visit, fields: Fields): Promise<Response> {
  const { ctx, portal, now } = visit
  const offer = freeSmsOf(ctx.catalogue.now, now)
  if (!offer) return smsPage(visit, offer)
  const { input, errors } = readFreeSignUp(visit, fields, offer)
  const form: FormState = { values: fields, errors }
  const { carrier, phone } = input
  if (errors.size > 0 || !carrier) return smsPage(visit, offer, { form })

  const holder = await findAccountByProvenPhone(ctx.db, phone)
  const claim = holder?.account_group_id === offer.group.id || holder?.status === 'blocked' ? holder : undefined
  try {
    const code = {
      purpose: 'free_sms' as const,
      channel: 'email_to_sms' as const,
      contact: phone,
      splashPortalId: portal.id,
      carrierId: carrier.id,
      // Who is blocked gets nothing, and learns nothing.
      decoy: claim?.status === 'blocked',
      locale: visit.locale,
    }
    const token = await withCodes(visit, [code], {
      async within(trx, send) {
        const session = await beginSession(visit, trx, {})
        const details = { ...input, login: '', passwordHash: null, usagePlanId: null, locale: visit.locale }
        const account = claim ?? insertAccount(trx, { ...details, accountGroupId: offer.group.id }, now)
        await send({ accountId: account.id, sessionId: session.id })
        return session.token
      },
    })
    if (!claim) ctx.counts.signUp({ kind: 'created', usagePlanId: null, splashPortalId: portal.id, began: now })
    return redirect(visit, 'sms_token', { token })
  } catch (error) {
    const retryAfterS = retryAfterOf(error)
    return smsPage(visit, offer, {
      form,
      problem: tooManyCodes(visit, retryAfterS),
      retryAfterS,
    })
  }
}

function readFreeSignUp(visit: Visit, fields: Fields, offer: FreeSms): { input: FreeSignUp; errors: Map<string, string> } {
  const { phrases, portal } = visit
  const errors = new Map<string, string>()
  const phone = readPhone(visit, fields)
  if (!phone.value) errors.set('phone', phone.error ?? phrases.errors.phone_required)
  const carrier = offer.carriers.find(({ id }) => id === textOf(fields, 'carrier_id'))
  if (!carrier) errors.set('carrier_id', phrases.errors.carrier_required)
  else if (phone.value && !serves(carrier, phone.value)) errors.set('carrier_id', phrases.errors.carrier_country)
  const names = readNames(visit, fields, errors)
  const email = readEmail(visit, fields)
  if (email.error) errors.set('email', email.error)
  if (portal.terms !== '' && !isTicked(fields, 'tos')) errors.set('tos', phrases.errors.terms_required)
  return { errors, input: { ...names, phone: phone.value ?? '', email: email.value ?? null, carrier } }
}

/** A carrier's gateway takes the numbers of its own country. */
function serves(carrier: Carrier, phone: string): boolean {
  const country = carrier.country.toUpperCase()
  return !isSupportedCountry(country) || phone.startsWith(`+${getCountryCallingCode(country)}`)
}
