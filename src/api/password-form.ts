import { html } from 'hono/html'
import { ALONE_LENGTH_MIN, judgeAdministratorPassword } from '../administrators/password-rule.ts'
import { renderErrorPage } from '../http/answer.ts'
import { renderPage } from '../http/page.ts'
import type { ErrorRenderer } from '../http/routes.ts'
import { pickLocale } from '../messages/compose.ts'
import { PHRASES, type Phrases } from './password-form-phrases.ts'

// The two pages for administrators that need neither script nor a session: the set-up and the link of the command line.

interface PasswordForm {
  phrases: Phrases
  title: string
  /** Above the fields. */
  text: unknown
  action: string
  token: string
  /** A field to choose the login in; undefined: it is given. */
  login?: string
  button: string
  errors: Record<string, string>
}

/** In the language that the browser asks for. */
export function phrasesFor(request: Request): Phrases {
  return PHRASES[pickLocale(request.headers.get('accept-language'))]
}

/** Says what is wrong with a new password that stands alone, by field. */
export function judgePasswordForm(phrases: Phrases, form: Record<string, string>, login: string): Record<string, string> {
  const { password = '', password_confirmation: confirmation = '' } = form
  const fault = judgeAdministratorPassword(password, { login, standsAlone: true })
  if (fault) return { password: phrases.faults[fault] }
  return password === confirmation ? {} : { password_confirmation: phrases.passwordsDiffer }
}

/** Shows the form, with what is wrong beside the fields. Passwords are never shown again. */
export function renderPasswordForm({
  phrases,
  title,
  text,
  action,
  token,
  login,
  button,
  errors,
}: PasswordForm): Promise<Response> {
  const body = html`<main class="narrow"><div class="card">
<p class="brand">Gatehouse</p>
<h1>${title}</h1>
<p>${text}</p>
<form method="post" action="${action}">
<input type="hidden" name="token" value="${token}">
${login !== undefined && field(errors, 'login', phrases.login, html`value="${login}" autocomplete="username" autocapitalize="none" spellcheck="false"`)}
${field(errors, 'password', phrases.password, PASSWORD_INPUT, phrases.passwordHint)}
${field(errors, 'password_confirmation', phrases.passwordAgain, PASSWORD_INPUT)}
<button>${button}</button>
</form>
</div></main>`
  const status = Object.keys(errors).length > 0 ? 422 : 200
  return renderPage({ title, body, status, lang: phrases.locale, headers: VARIES })
}

/** Shows the refusal of a link that is spent or was never good, in the language of the browser; any other as everywhere. */
export const renderPasswordFormError: ErrorRenderer = async (error, request, env) => {
  const isForProgram = !(request.headers.get('accept') ?? '').includes('text/html')
  if (error.code !== 'forbidden' || isForProgram) return renderErrorPage(error, request, env)
  const phrases = phrasesFor(request)
  const { gone } = new URL(request.url).pathname === '/admin/reset' ? phrases.reset : phrases.setup
  const body = html`<main class="narrow"><div class="card">
<p class="brand">Gatehouse</p>
<h1>${phrases.linkIsGone}</h1>
<p>${gone}</p>
</div></main>`
  return renderPage({ title: phrases.linkIsGone, body, status: error.status, lang: phrases.locale, headers: VARIES })
}

const VARIES = { vary: 'accept-language' }

const PASSWORD_INPUT = html`type="password" autocomplete="new-password" minlength="${ALONE_LENGTH_MIN}"`

function field(errors: Record<string, string>, name: string, label: string, attributes: unknown, hint?: string) {
  const error = errors[name]
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return html`<label for="${name}">${label}</label>
<input id="${name}" name="${name}" required ${attributes}${error && html` aria-invalid="true"`}${described && html` aria-describedby="${described}"`}>
${hint && html`<small id="${name}-hint">${hint}</small>`}
${error && html`<p class="error" id="${name}-error">${error}</p>`}`
}
