import { Hono } from 'hono'
import { html } from 'hono/html'
import { hashPassword, judgePassword } from '../accounts/password.ts'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { AppError } from '../errors.ts'
import { readForm } from '../http/body.ts'
import { renderPage } from '../http/page.ts'
import type { HttpEnv, Routes } from '../http/routes.ts'
import { equalInConstantTime, hashToken } from '../lib/keys.ts'
import { randomToken, uuidv7 } from '../lib/random.ts'
import { makeApiKey } from './api-keys.ts'
import { insertAuditEvent } from './audit.ts'
import { PASSWORD_FAULTS } from './password-faults.ts'

const LOGIN_LENGTH_MAX = 100
/** Two first administrators at once: the second finds the first. */
const SETUP_LOCK = 0x6761_7465

interface SetupForm {
  login: string
  errors: Record<string, string>
}

/**
 * The first visit. `token` is made anew at every start, kept as a hash, good for one administrator, and only while there
 * is none; serve prints the link. Where an administrator exists the pages say how to get in.
 */
export function createSetup(ctx: Context): { token: string; routes: Routes } {
  const token = randomToken()
  const tokenHash = hashToken(token).toString('hex')
  const routes: Routes = new Hono<HttpEnv>()
  const isValid = (given: string) => equalInConstantTime(hashToken(given).toString('hex'), tokenHash)

  routes.get('/', async () => renderWelcome(ctx, await hasAdministrator(ctx)))

  routes.get('/setup', async c => {
    const given = c.req.query('token') ?? ''
    if (!isValid(given) || (await hasAdministrator(ctx))) throw linkIsNotGood()
    return renderForm(given, { login: '', errors: {} })
  })

  routes.post('/setup', async c => {
    // The token is what another site's page cannot know.
    const form = await readForm(c.req.raw)
    if (!isValid(form.token ?? '') || (await hasAdministrator(ctx))) throw linkIsNotGood()
    const login = (form.login ?? '').trim()
    const { password = '', password_confirmation: confirmation = '' } = form
    const errors = judge(login, password, confirmation)
    if (Object.keys(errors).length > 0) return renderForm(form.token ?? '', { login, errors })

    const passwordHash = await hashPassword(password)
    const key = await ctx.db.transaction(trx => insertFirst(ctx, trx, login, passwordHash))
    if (key === undefined) throw linkIsNotGood()
    await ctx.catalogue.reload()
    return renderDone(ctx, key)
  })

  return { token, routes }
}

function linkIsNotGood(): AppError {
  return new AppError(
    'forbidden',
    'This link is not valid any more. While there is no administrator, every start of Gatehouse prints a new one.',
  )
}

async function hasAdministrator(ctx: Context, trx?: Trx): Promise<boolean> {
  const row = await (trx ?? ctx.db.kysely).selectFrom('administrators').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

function judge(login: string, password: string, confirmation: string): Record<string, string> {
  const fault = judgePassword(password, { login })
  return {
    ...(login === '' && { login: 'Choose a login.' }),
    ...((login.length > LOGIN_LENGTH_MAX || /\p{Cc}/u.test(login)) && {
      login: `At most ${LOGIN_LENGTH_MAX} letters, on one line.`,
    }),
    ...(fault
      ? { password: PASSWORD_FAULTS[fault] }
      : password !== confirmation && { password_confirmation: 'The passwords differ.' }),
  }
}

/** Makes the administrator and a key of theirs. Undefined: somebody else was first. */
async function insertFirst(ctx: Context, trx: Trx, login: string, passwordHash: string): Promise<string | undefined> {
  const now = ctx.clock.now()
  await ctx.db.run({ name: 'setup_lock', text: 'select pg_advisory_xact_lock($1)' }, [SETUP_LOCK], trx)
  if (await hasAdministrator(ctx, trx)) return undefined
  const administratorId = uuidv7(now)
  const stamps = { created_at: now, updated_at: now }
  await trx
    .insertInto('administrators')
    .values({ id: administratorId, login, password_hash: passwordHash, last_login_at: null, ...stamps })
    .execute()
  const { key, ...kept } = makeApiKey()
  const apiKeyId = uuidv7(now)
  await trx
    .insertInto('api_keys')
    .values({ id: apiKeyId, name: login, administrator_id: administratorId, expires_at: null, ...kept, ...stamps })
    .execute()
  for (const [resource, recordId] of [
    ['administrators', administratorId],
    ['api_keys', apiKeyId],
  ] as const)
    await insertAuditEvent(ctx, trx, { actor: 'setup', action: 'create', resource, recordId, changes: { name: { to: login } } })
  return key
}

function field(form: SetupForm, name: string, label: string, attributes: unknown) {
  const error = form.errors[name]
  return html`<label for="${name}">${label}</label>
<input id="${name}" name="${name}" required ${attributes}${error ? html` aria-invalid="true" aria-describedby="${name}-error"` : ''}>
${error ? html`<p class="error" id="${name}-error">${error}</p>` : ''}`
}

function renderForm(token: string, form: SetupForm): Promise<Response> {
  const body = html`<main class="narrow"><div class="card">
<p class="brand">Gatehouse</p>
<h1>Welcome</h1>
<p>Choose how you will sign in as this installation’s first administrator. You will be given an API key as well.</p>
<form method="post" action="/admin/setup">
<input type="hidden" name="token" value="${token}">
${field(form, 'login', 'Login', html`value="${form.login}" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="${LOGIN_LENGTH_MAX}"`)}
${field(form, 'password', 'Password', html`type="password" autocomplete="new-password" minlength="8"`)}
${field(form, 'password_confirmation', 'Password again', html`type="password" autocomplete="new-password" minlength="8"`)}
<button>Create administrator</button>
</form>
</div></main>`
  return renderPage({ title: 'First administrator', body, status: Object.keys(form.errors).length > 0 ? 422 : 200 })
}

function renderDone(ctx: Context, key: string): Promise<Response> {
  const body = html`<main class="narrow"><div class="card">
<p class="brand">Gatehouse</p>
<h1>You are set</h1>
<p>This is your API key. <strong>It is shown this one time</strong>: keep it where you keep passwords.</p>
<pre><code>${key}</code></pre>
<p>Try it:</p>
<pre><code>curl ${ctx.config.publicUrl}/api/v1/splash_portals \\
  -H "Authorization: Bearer ${key}"</code></pre>
${renderLinks(ctx)}
</div></main>`
  return renderPage({ title: 'You are set', body })
}

function renderWelcome(ctx: Context, isSetUp: boolean): Promise<Response> {
  const body = html`<main class="narrow"><div class="card">
<p class="brand">Gatehouse</p>
<h1>Administration</h1>
${
  isSetUp
    ? html`<p>This installation is operated through its REST API, with an API key. Whoever has one can make another:</p>
<pre><code>curl ${ctx.config.publicUrl}/api/v1/api_keys -H "Authorization: Bearer $KEY" \\
  -H "Content-Type: application/json" -d '{"name":"my key"}'</code></pre>
<p>Nobody has one? Set <code>GATEHOUSE_API_KEY</code> and start Gatehouse again.</p>`
    : html`<p>There is no administrator yet. Open the link that Gatehouse printed when it started: it begins with
<code>${ctx.config.publicUrl}/admin/setup</code>.</p>`
}
${renderLinks(ctx)}
</div></main>`
  return renderPage({ title: 'Administration', body })
}

function renderLinks(ctx: Context) {
  const portals = [...ctx.catalogue.now.splashPortals.values()].slice(0, 5)
  return html`<ul class="links">
${portals.map(portal => html`<li><a href="/portal/${portal.slug}">${portal.name}</a><br><small>The splash portal that guests see</small></li>`)}
<li><a href="/simulator">Simulator</a><br><small>The phone and the mailbox that messages arrive in without any provider</small></li>
<li><a href="/api/docs">REST API</a><br><small>Everything that can be set up, with examples</small></li>
</ul>`
}
