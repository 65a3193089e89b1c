import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { answerJson, answerText } from './answer.ts'
import { createAuthenticate } from './caller.ts'
import { describeError } from './problem.ts'
import type { HttpEnv, Routes } from './routes.ts'

/** Asked by probes and load balancers under whatever name or address they know this node by. */
export const HEALTH_PATHS: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics'])

const READY_WITHIN_MS = 2_000

/**
 * /healthz: the process answers. /readyz: the database and the queue do, else 503. /metrics: for Prometheus, with the API key.
 * `queueIsAlive` says whether the workers that send messages are running.
 */
export function healthRoutes(ctx: Context, queueIsAlive: () => boolean): Routes {
  const authenticate = createAuthenticate(ctx)
  const routes: Routes = new Hono<HttpEnv>()

  routes.get('/healthz', c => answerJson(c.env, 200, { status: 'ok' }))

  routes.get('/readyz', async c => {
    const database = await databaseAnswers(ctx)
    const queue = queueIsAlive()
    return answerJson(c.env, database && queue ? 200 : 503, {
      status: database && queue ? 'ok' : 'unavailable',
      database: database ? 'ok' : 'unavailable',
      queue: queue ? 'ok' : 'unavailable',
    })
  })

  routes.get('/metrics', async c => {
    authenticate(c.req.raw)
    return answerText(c.env, 200, await ctx.metrics.registry.metrics(), ctx.metrics.registry.contentType)
  })

  return routes
}

async function databaseAnswers(ctx: Context): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError('unavailable', `no answer within ${READY_WITHIN_MS} ms`)), READY_WITHIN_MS)
  })
  try {
    await Promise.race([ctx.db.pool.query('select 1'), tooLate])
    return true
  } catch (error) {
    ctx.log.warn({ error: describeError(error) }, 'not ready: the database does not answer')
    return false
  } finally {
    clearTimeout(timer)
  }
}
