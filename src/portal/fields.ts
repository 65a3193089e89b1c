import { html } from 'hono/html'
import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max'
import { servedCountries } from '../sms/phone-number.ts'
import type { FormState } from './forms.ts'
import type { Html } from './layout.ts'
import type { Visit } from './site.ts'

// All 245 would be half the weight of a page. Who is not among these begins with +, as the hint says.
const USUAL_COUNTRIES =
  'US CA MX GB IE FR DE AT CH IT ES PT NL BE LU DK SE NO FI IS PL CZ SK HU RO BG GR TR UA IL AE SA QA IN PK CN HK TW JP KR SG MY TH VN ID PH AU NZ BR AR CL CO PE ZA EG MA NG KE'.split(
    ' ',
  )

/** Longer terms have a page of their own: a page stays small. */
const TERMS_INLINE_MAX = 1_200

interface TextField {
  name: string
  label: string
  type?: 'text' | 'tel' | 'email' | 'password'
  autocomplete: string
  inputmode?: 'numeric' | 'email' | 'tel'
  optional?: boolean
  hint?: string | undefined
  /** Passwords and codes are not put back into the page. */
  isSecret?: boolean
  /** The page has no other field: its error is said at the top of the page, and not again. */
  isOnly?: boolean
}

/** A labelled text field with its hint and its error. */
export function textField(visit: Visit, form: FormState, field: TextField): Html {
  const { name, label, type = 'text', inputmode, optional, hint } = field
  const error = form.errors.get(name)
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  const value = field.isSecret ? '' : (form.values.get(name) ?? '')
  return html`<div class="field"><label for="${name}">${label}${optional && html` <small>${visit.phrases.optional}</small>`}</label>${
    hint && html`<p class="hint" id="${name}-hint">${hint}</p>`
  }${!field.isOnly && errorOf(form, name)}<input id="${name}" name="${name}" type="${type}" autocomplete="${field.autocomplete}"${attribute('inputmode', inputmode)}${attribute('value', value)}${
    type !== 'password' &&
    html` autocapitalize="${name.endsWith('_name') ? 'words' : 'none'}"${!name.endsWith('_name') && html` spellcheck="false"`}`
  }${!optional && html` required`}${attribute('aria-describedby', described)}${error && html` aria-invalid="true"`}></div>`
}

function attribute(name: string, value: string | undefined): Html | undefined {
  return value ? html` ${name}="${value}"` : undefined
}

function errorOf(form: FormState, name: string): Html | undefined {
  const error = form.errors.get(name)
  return error ? html`<p class="error" id="${name}-error">${error}</p>` : undefined
}

/** The one box for a code: phones offer to fill it in (WHATWG autofill `one-time-code`). */
export function codeField(
  visit: Visit,
  form: FormState,
  field: { name: 'code' | 'token'; label: string; isOnly?: boolean },
): Html {
  return textField(visit, form, { ...field, autocomplete: 'one-time-code', inputmode: 'numeric', isSecret: true })
}

/** The fields for a password that is chosen: the first one, or a new one in its place. */
export function newPasswordFields(visit: Visit, form: FormState, label: string): Html {
  const { phrases } = visit
  const common = { type: 'password', autocomplete: 'new-password', isSecret: true } as const
  return html`${textField(visit, form, { ...common, name: 'password', label, hint: phrases.passwordHint })}${textField(
    visit,
    form,
    { ...common, name: 'password_confirmation', label: phrases.passwordConfirmation },
  )}`
}

export function nameFields(visit: Visit, form: FormState): Html {
  const { firstName, lastName } = visit.phrases
  return html`${textField(visit, form, { name: 'first_name', label: firstName, autocomplete: 'given-name', optional: true })}${textField(
    visit,
    form,
    { name: 'last_name', label: lastName, autocomplete: 'family-name', optional: true },
  )}`
}

export function emailField(visit: Visit, form: FormState, more: { optional?: boolean; hint?: string } = {}): Html {
  return textField(visit, form, {
    name: 'email',
    label: visit.phrases.email,
    type: 'email',
    autocomplete: 'email',
    inputmode: 'email',
    ...more,
  })
}

/** A number and its country. A number that begins with + says its country itself. */
export function phoneFields(visit: Visit, form: FormState, more: { optional?: boolean } = {}): Html {
  const { phrases, portal } = visit
  // Where every country is served the list has but the usual ones.
  const servesAll = servedCountries(portal).length === 0
  const chosen = (form.values.get('country') ?? '').toUpperCase() || portal.default_country
  const options = countriesOf(visit, chosen).map(
    ({ code, label }) => html`<option value="${code}"${code === chosen && html` selected`}>${label}`,
  )
  return html`<div class="field"><label for="country">${phrases.country}</label><select id="country" name="country" autocomplete="country">${options}</select></div>${textField(
    visit,
    form,
    {
      name: 'phone',
      label: phrases.phone,
      type: 'tel',
      autocomplete: 'tel',
      ...(servesAll && { hint: phrases.phoneHint }),
      ...more,
    },
  )}`
}

function countriesOf(visit: Visit, chosen: string): { code: string; label: string }[] {
  const served = servedCountries(visit.portal)
  const codes = new Set(
    [...(served.length > 0 ? served : USUAL_COUNTRIES), visit.portal.default_country, chosen].filter(code =>
      isSupportedCountry(code),
    ),
  )
  const names = new Intl.DisplayNames(visit.locale, { type: 'region' })
  return [...codes]
    .map(code => ({ code, name: names.of(code) ?? code, label: `${names.of(code) ?? code} +${getCountryCallingCode(code)}` }))
    .sort((a, b) => a.name.localeCompare(b.name, visit.locale))
}

/** The box to accept the operator's terms, with the terms; nothing where there are none. */
export function termsField(visit: Visit, form: FormState, url: string): Html | undefined {
  const { phrases, portal } = visit
  if (portal.terms === '') return undefined
  const isShort = portal.terms.length <= TERMS_INLINE_MAX
  const error = form.errors.has('tos')
  return html`<div class="field">${errorOf(form, 'tos')}<label class="tick"><input type="checkbox" id="tos" name="tos" value="1" required${form.values.get('tos') && html` checked`}${error && html` aria-invalid="true" aria-describedby="tos-error"`}><span>${phrases.acceptTerms}</span></label>${
    isShort
      ? html`<details><summary>${phrases.terms}</summary><p class="terms dim">${portal.terms}</p></details>`
      : html`<a href="${url}" target="_blank" rel="noopener">${phrases.terms}</a>`
  }</div>`
}

/** A group of radio buttons. */
export function radioField(
  form: FormState,
  group: { name: string; legend: string; options: { value: string; label: string }[]; chosen: string },
): Html {
  const { name, legend, options, chosen } = group
  return html`<fieldset class="field"><legend>${legend}</legend>${errorOf(form, name)}${options.map(
    ({ value, label }, i) =>
      html`<label class="tick"><input type="radio" name="${name}" value="${value}"${i === 0 && html` id="${name}"`}${value === chosen && html` checked`}><span>${label}</span></label>`,
  )}</fieldset>`
}

interface Select {
  name: string
  label: string
  options: { value: string; label: string }[]
  /** What is shown before anything is chosen. */
  placeholder: string
  hint?: string
}

export function selectField(form: FormState, select: Select): Html {
  const { name, label, options, placeholder, hint } = select
  const error = form.errors.get(name)
  const chosen = form.values.get(name) ?? ''
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return html`<div class="field"><label for="${name}">${label}</label>${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}${errorOf(form, name)}<select id="${name}" name="${name}" required${attribute('aria-describedby', described)}${error && html` aria-invalid="true"`}><option value="">${placeholder}${options.map(
    option => html`<option value="${option.value}"${option.value === chosen && html` selected`}>${option.label}`,
  )}</select></div>`
}

/** A form that posts to an address of this portal. Errors come from the server, in the guest's language: `novalidate`. */
export function postForm(action: string, body: unknown, button: { label: string; of?: string; second?: boolean }): Html {
  // Of several buttons with one label, each says to a screen reader what it is for.
  const name = button.of && html` aria-label="${button.label}: ${button.of}"`
  return html`<form method="post" action="${action}" novalidate>${body}<button${button.second && html` class="second"`}${name}>${button.label}</button></form>`
}
