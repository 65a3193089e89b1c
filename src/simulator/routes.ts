import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { createAuthenticateAnyone, requireRole } from '../http/caller.ts'
import { isLoopback } from '../http/host.ts'
import type { HttpEnv, RequestContext, Routes } from '../http/routes.ts'
import { randomToken } from '../lib/random.ts'
import { PAGE_CSP, type PageContent, renderMessages, renderPage } from './page.ts'
import { listSimulatorMessages, SIMULATOR_CHANNEL } from './store.ts'

/**
 * The simulator page. It shows codes, so it is open to everybody only while the public URL is this very machine;
 * on any other it asks for an API key, as the password of HTTP Basic or as a bearer token, or shows itself to an operator
 * who is signed in to the console.
 */
export function simulatorRoutes(ctx: Context): Routes {
  const routes: Routes = new Hono<HttpEnv>()
  const authenticate = createAuthenticateAnyone(ctx)
  const isOpen = isLoopback(new URL(ctx.config.publicUrl).hostname)

  // Names the state of the messages: a page that shows it need not ask the database again.
  let state = randomToken(9)
  ctx.listener.on(SIMULATOR_CHANNEL, () => {
    state = randomToken(9)
  })

  async function readContent(): Promise<PageContent> {
    return { messages: await listSimulatorMessages(ctx), portals: [...ctx.catalogue.now.splashPortals.values()] }
  }

  routes.get('/', async c => {
    if (!isOpen && !(await maySee(c.req.raw))) return askForApiKey(c)
    const tag = `"${state}"`
    const page = await renderPage(await readContent(), tag)
    return c.html(page, 200, { 'content-security-policy': PAGE_CSP })
  })

  // For the page's script: what is inside `main`, or 304 while it is as the page shows it.
  routes.get('/messages', async c => {
    if (!isOpen && !(await maySee(c.req.raw))) return askForApiKey(c)
    const tag = `"${state}"`
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, { etag: tag })
    return c.html(await renderMessages(await readContent()), 200, { etag: tag })
  })

  async function maySee(request: Request): Promise<boolean> {
    const given = request.headers.get('authorization')
    const cookie = request.headers.get('cookie') ?? ''
    const headers: Record<string, string> = given === null ? { cookie } : { authorization: toBearer(given) }
    try {
      requireRole(await authenticate(new Request(request.url, { headers })), { role: 'operator' })
      return true
    } catch (error) {
      if (error instanceof AppError) return false
      throw error
    }
  }

  return routes
}

function askForApiKey(c: RequestContext): Response | Promise<Response> {
  c.header('www-authenticate', 'Basic realm="Gatehouse simulator: the password is an API key", charset="UTF-8"')
  return c.html(
    html`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Simulator</title><h1>An API key is needed</h1><p>This page shows codes. Sign in to the console as an operator, or reload it, leave the user name empty and give an API key as the password: GATEHOUSE_API_KEY, or one made in the console.</p></html>`,
    401,
  )
}

/** The password of HTTP Basic (RFC 7617) as a bearer token; whatever else stays as it is. */
function toBearer(authorization: string): string {
  const [, encoded] = /^basic +(\S+) *$/i.exec(authorization) ?? []
  if (encoded === undefined) return authorization
  const userAndPassword = Buffer.from(encoded, 'base64').toString('utf8')
  const password = userAndPassword.slice(userAndPassword.indexOf(':') + 1)
  return /^[\x21-\x7e]+$/.test(password) ? `Bearer ${password}` : ''
}
