import { Hono } from 'hono'
import { hashPassword } from '../accounts/password.ts'
import { findActiveAdministrator, insertAdministrator, LOGIN_LENGTH_MAX } from '../administrators/administrator.ts'
import { beginSession, noteSuccess } from '../administrators/sign-in.ts'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { AppError } from '../errors.ts'
import { readForm } from '../http/body.ts'
import type { HttpEnv, RequestContext, Routes } from '../http/routes.ts'
import { equalInConstantTime } from '../lib/keys.ts'
import { insertAuditEvent } from './audit.ts'
import { judgePasswordForm, phrasesFor, renderPasswordForm } from './password-form.ts'
import { PHRASES, type Phrases } from './password-form-phrases.ts'
import { redirectSignedIn, type Visitor, visitorOf } from './sign-in-browser.ts'

/** Two first administrators at once: the second finds the first. */
const SETUP_LOCK = 0x6761_7465
/** Where the console goes on. */
const NEXT = '/admin/#/setup'

/**
 * The first visit. serve prints the link, and any node takes it: the token follows from the secret key and the database. It
 * makes one administrator, an owner, and is worth nothing while there is any.
 */
export async function createSetup(ctx: Context): Promise<{ token: string; routes: Routes }> {
  const tokens = await tokensOf(ctx)
  const routes: Routes = new Hono<HttpEnv>()
  const mayGoOn = async (given: string) =>
    tokens().some(token => equalInConstantTime(given, token)) && !(await hasAdministrator(ctx))

  routes.get('/setup', async c => {
    const given = c.req.query('token') ?? ''
    if (!(await mayGoOn(given))) throw linkIsNotGood()
    return renderForm(phrasesFor(c.req.raw), given, { login: '', errors: {} })
  })

  routes.post('/setup', async c => {
    // The token is what another site's page cannot know.
    const form = await readForm(c.req.raw)
    const token = form.token ?? ''
    if (!(await mayGoOn(token))) throw linkIsNotGood()
    const login = (form.login ?? '').trim()
    const phrases = phrasesFor(c.req.raw)
    const errors = { ...judgeLogin(phrases, login), ...judgePasswordForm(phrases, form, login) }
    if (Object.keys(errors).length > 0) return renderForm(phrases, token, { login, errors })

    const visitor = visitorOf(ctx, c)
    const passwordHash = await hashPassword(form.password ?? '')
    const session = await ctx.db.transaction(trx => insertFirst(ctx, trx, { login, passwordHash, visitor }))
    if (!session) throw linkIsNotGood()
    return answerFirst(ctx, c, { login, visitor, token: session.token })
  })

  return { token: tokens()[0] ?? '', routes }
}

// Bound to this database by the time its first secret key was noted: another one with the same key has other links.
async function tokensOf(ctx: Context): Promise<() => string[]> {
  const first = await ctx.db.kysely
    .selectFrom('secret_keys')
    .select('current_since')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  const database = first?.current_since.toISOString() ?? ''
  return () => ctx.keys.all.map(key => key.linkMac(`first administrator ${database}`))
}

function linkIsNotGood(): AppError {
  return new AppError('forbidden', PHRASES.en.setup.gone)
}

async function hasAdministrator(ctx: Context, trx?: Trx): Promise<boolean> {
  const row = await (trx ?? ctx.db.kysely).selectFrom('administrators').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

function judgeLogin(phrases: Phrases, login: string): Record<string, string> {
  if (login === '') return { login: phrases.chooseLogin }
  const isFit = login.length <= LOGIN_LENGTH_MAX && !/\p{Cc}/u.test(login) && login.isWellFormed()
  return isFit ? {} : { login: phrases.loginUnfit }
}

/** Makes the owner and signs them in. Undefined: somebody else was first. */
async function insertFirst(
  ctx: Context,
  trx: Trx,
  { login, passwordHash, visitor }: { login: string; passwordHash: string; visitor: Visitor },
): Promise<{ token: string } | undefined> {
  await ctx.db.run({ name: 'setup_lock', text: 'select pg_advisory_xact_lock($1)' }, [SETUP_LOCK], trx)
  if (await hasAdministrator(ctx, trx)) return undefined
  const administrator = await insertAdministrator(trx, { login, passwordHash, role: 'owner' }, ctx.clock.now())
  await insertAuditEvent(ctx, trx, {
    actor: 'setup',
    action: 'create',
    resource: 'administrators',
    recordId: administrator.id,
    changes: { login: { to: login }, role: { to: 'owner' } },
  })
  return beginSession(ctx, trx, { administrator, browser: visitor, method: 'set-up' })
}

async function answerFirst(
  ctx: Context,
  c: RequestContext,
  { login, visitor, token }: { login: string; visitor: Visitor; token: string },
): Promise<Response> {
  ctx.log.info({ requestId: c.env.requestId }, 'the first administrator was made')
  await ctx.catalogue.reload()
  const administrator = await findActiveAdministrator(ctx.db, login)
  if (administrator) await noteSuccess(ctx, administrator, visitor)
  return redirectSignedIn(ctx, NEXT, visitor, token)
}

function renderForm(
  phrases: Phrases,
  token: string,
  { login, errors }: { login: string; errors: Record<string, string> },
): Promise<Response> {
  const { title, text, button } = phrases.setup
  return renderPasswordForm({ phrases, title, text, action: '/admin/setup', token, login, button, errors })
}
