import { html } from 'hono/html'
import { ALONE_LENGTH_MIN, judgeAdministratorPassword } from '../administrators/password-rule.ts'
import { renderPage } from '../http/page.ts'
import { PASSWORD_FAULTS } from './password-faults.ts'

// The two pages for administrators that need neither script nor a session: the set-up and the link of the command line.

interface PasswordForm {
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

/** Says what is wrong with a new password that stands alone, by field. */
export function judgePasswordForm(form: Record<string, string>, login: string): Record<string, string> {
  const { password = '', password_confirmation: confirmation = '' } = form
  const fault = judgeAdministratorPassword(password, { login, standsAlone: true })
  if (fault) return { password: PASSWORD_FAULTS[fault] }
  return password === confirmation ? {} : { password_confirmation: 'The passwords differ.' }
}

/** Shows the form, with what is wrong beside the fields. Passwords are never shown again. */
export function renderPasswordForm({ title, text, action, token, login, button, errors }: PasswordForm): Promise<Response> {
  const body = html`<main class="narrow"><div class="card">
<p class="brand">Gatehouse</p>
<h1>${title}</h1>
<p>${text}</p>
<form method="post" action="${action}">
<input type="hidden" name="token" value="${token}">
${login !== undefined && field(errors, 'login', 'Login', html`value="${login}" autocomplete="username" autocapitalize="none" spellcheck="false"`)}
${field(errors, 'password', 'Password', PASSWORD_INPUT, `At least ${ALONE_LENGTH_MIN} characters: a sentence is easiest to remember.`)}
${field(errors, 'password_confirmation', 'Password again', PASSWORD_INPUT)}
<button>${button}</button>
</form>
</div></main>`
  return renderPage({ title, body, status: Object.keys(errors).length > 0 ? 422 : 200 })
}

const PASSWORD_INPUT = html`type="password" autocomplete="new-password" minlength="${ALONE_LENGTH_MIN}"`

function field(errors: Record<string, string>, name: string, label: string, attributes: unknown, hint?: string) {
  const error = errors[name]
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  return html`<label for="${name}">${label}</label>
<input id="${name}" name="${name}" required ${attributes}${error && html` aria-invalid="true"`}${described && html` aria-describedby="${described}"`}>
${hint && html`<small id="${name}-hint">${hint}</small>`}
${error && html`<p class="error" id="${name}-error">${error}</p>`}`
}
