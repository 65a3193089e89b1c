import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { bounceHookToken } from '../email/bounce-address.ts'
import { AppError } from '../errors.ts'
import type { HttpEnv, Routes } from '../http/routes.ts'
import { equalInConstantTime } from '../lib/keys.ts'
import { recordBounce } from './record-bounce.ts'

/** Where a mail server hands in what came back: its bounce_hook_url. */
export function bounceHookUrl(ctx: Pick<Context, 'config' | 'keys'>, mailServerId: string): string {
  return `${ctx.config.publicUrl}/hooks/email/${mailServerId}?t=${bounceHookToken(ctx.keys, mailServerId)}`
}

/**
 * `POST /hooks/email/MAIL_SERVER_ID?t=TOKEN` with a mail as it came (RFC 5322) as body. Answers 204 whatever it was about:
 * what is no bounce of ours is of no use a second time either.
 */
export function emailHookRoutes(ctx: Context): Routes {
  const routes: Routes = new Hono<HttpEnv>()
  routes.post('/:mailServerId', async c => {
    const mailServerId = c.req.param('mailServerId').toLowerCase()
    const given = c.req.query('t') ?? ''
    if (!ctx.keys.all.some(keys => equalInConstantTime(given, bounceHookToken(keys, mailServerId)))) {
      ctx.metrics.receipts.inc({ provider: 'email', outcome: 'forged' })
      throw new AppError('forbidden', 'The token does not belong to this mail server: copy its bounce_hook_url again.')
    }
    if (!ctx.catalogue.now.mailServers.has(mailServerId)) throw new AppError('not_found', 'There is no such mail server.')
    await recordBounce(ctx, { raw: Buffer.from(await c.req.arrayBuffer()), recipients: [] })
    return c.body(null, 204)
  })
  return routes
}
