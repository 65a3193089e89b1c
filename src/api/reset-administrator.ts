import { Hono } from 'hono'
import { hashPassword } from '../accounts/password.ts'
import { type Administrator, insertAdministrator, lockAdministratorRow } from '../administrators/administrator.ts'
import { findLinkLogin, spendLink } from '../administrators/link.ts'
import { dropSecondFactors } from '../administrators/second-factors.ts'
import { endAdministratorSessions } from '../administrators/session.ts'
import { beginSession, noteSuccess } from '../administrators/sign-in.ts'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { AppError } from '../errors.ts'
import { readForm } from '../http/body.ts'
import type { HttpEnv, Routes } from '../http/routes.ts'
import { describeReset } from './administrator-actions.ts'
import { insertAuditEvent } from './audit.ts'
import { judgePasswordForm, phrasesFor, renderPasswordForm } from './password-form.ts'
import { PHRASES, type Phrases } from './password-form-phrases.ts'
import { redirectSignedIn, visitorOf } from './sign-in-browser.ts'

const ACTOR = 'reset link'

/** What the link of `gatehouse administrator LOGIN` opens: a new password for whoever lost everything. */
export function resetAdministratorRoutes(ctx: Context): Routes {
  const routes: Routes = new Hono<HttpEnv>()

  routes.get('/reset', async c => {
    const token = c.req.query('token') ?? ''
    const login = await findLinkLogin(ctx.db, token, ctx.clock.now())
    if (login === undefined) throw linkIsNotGood()
    return renderForm(phrasesFor(c.req.raw), { token, login, errors: {} })
  })

  routes.post('/reset', async c => {
    // The token is what another site's page cannot know.
    const form = await readForm(c.req.raw)
    const token = form.token ?? ''
    const login = await findLinkLogin(ctx.db, token, ctx.clock.now())
    if (login === undefined) throw linkIsNotGood()
    const phrases = phrasesFor(c.req.raw)
    const errors = judgePasswordForm(phrases, form, login)
    if (Object.keys(errors).length > 0) return renderForm(phrases, { token, login, errors })

    const browser = visitorOf(ctx, c)
    const passwordHash = await hashPassword(form.password ?? '')
    const { administrator, session } = await ctx.db.transaction(async trx => {
      if ((await spendLink(trx, token, ctx.clock.now())) === undefined) throw linkIsNotGood()
      const done = await resetAdministrator(ctx, trx, { login, passwordHash })
      return {
        administrator: done,
        session: await beginSession(ctx, trx, { administrator: done, browser, method: 'reset link' }),
      }
    })
    await ctx.catalogue.reload()
    await noteSuccess(ctx, administrator, browser)
    return redirectSignedIn(ctx, '/admin/', browser, session.token)
  })

  return routes
}

function linkIsNotGood(): AppError {
  return new AppError('forbidden', PHRASES.en.reset.gone)
}

/** Sets the password, takes everything else away, and lets them in; makes an owner where there is nobody of that login. */
async function resetAdministrator(
  ctx: Context,
  trx: Trx,
  { login, passwordHash }: { login: string; passwordHash: string },
): Promise<Administrator> {
  const now = ctx.clock.now()
  const found = await trx.selectFrom('administrators').select('id').where('login', '=', login).executeTakeFirst()
  const before = found && (await lockAdministratorRow(trx, found.id))
  const event = { actor: ACTOR, resource: 'administrators' }
  if (!before) {
    const made = await insertAdministrator(trx, { login, passwordHash, role: 'owner' }, now)
    const changes = { login: { to: login }, role: { to: made.role } }
    await insertAuditEvent(ctx, trx, { ...event, action: 'create', recordId: made.id, changes })
    return made
  }
  const dropped = await dropSecondFactors(trx, before.id)
  const sessions = await endAdministratorSessions(trx, before.id)
  await trx
    .updateTable('administrators')
    .set({ password_hash: passwordHash, password_is_short: false, status: 'active', updated_at: now })
    .where('id', '=', before.id)
    .execute()
  const status = before.status === 'active' ? {} : { status: { from: before.status, to: 'active' } }
  const { totp, passkeys, recoveryCodes } = dropped
  const gone = describeReset({ totp, passkeys, recovery_codes: recoveryCodes, sessions })
  const changes = { password: 'changed', ...status, ...gone }
  await insertAuditEvent(ctx, trx, { ...event, action: 'reset', recordId: before.id, changes })
  return { ...before, status: 'active' }
}

function renderForm(
  phrases: Phrases,
  { token, login, errors }: { token: string; login: string; errors: Record<string, string> },
): Promise<Response> {
  const { title, text, button } = phrases.reset
  return renderPasswordForm({ phrases, title, text: text(login), action: '/admin/reset', token, button, errors })
}
