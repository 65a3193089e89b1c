import { join } from 'node:path'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { AppError } from '../errors.ts'
import { renderPage } from '../http/page.ts'
import type { HttpEnv, RequestContext, Routes } from '../http/routes.ts'
import { randomToken } from '../lib/random.ts'
import { type ConsoleFile, openBuiltConsole } from './files.ts'

const FOLDER = join(import.meta.dirname, '../../console/dist')
const NONCE_PLACE = '%NONCE%'
const NONCE_LENGTH = 18
/** Their names change with their contents. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** The operator's console, everything under /admin: one page and its files, as they were built. Everything it shows comes from the REST API. */
export function consoleRoutes(): Routes {
  const built = openBuiltConsole(FOLDER)
  const routes: Routes = new Hono<HttpEnv>()

  const showPage = () => {
    if (!built) return renderNotBuilt()
    const nonce = randomToken(NONCE_LENGTH)
    return new Response(built.page.replaceAll(NONCE_PLACE, nonce), {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policyOf(nonce),
        'referrer-policy': 'same-origin',
      },
    })
  }

  for (const path of ['/admin', '/admin/']) routes.get(path, showPage)
  for (const [name, read] of built?.files ?? [])
    routes.get(`/admin/${name}`, c => {
      const file = read()
      if (!file) throw new AppError('not_found', 'The console was built anew: load its page again.')
      return sendFile(c, file, name.startsWith('assets/'))
    })
  return routes
}

// Styles need the nonce of the page, scripts must be files of ours: nothing that somebody managed to write into a page runs.
// Logos of portals may be on other servers. The preview of a portal is a page of our own in a frame.
function policyOf(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: https:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function sendFile(c: RequestContext, { type, plain, compressed }: ConsoleFile, isForEver: boolean): Response {
  const accepted = c.req.header('accept-encoding') ?? ''
  const [coding, content] = compressed.find(([name]) => new RegExp(`\\b${name}\\b(?!;q=0)`).test(accepted)) ?? []
  return new Response(content ?? plain, {
    headers: {
      'content-type': type,
      'cache-control': isForEver ? FOR_EVER : 'no-cache',
      vary: 'accept-encoding',
      ...(coding && { 'content-encoding': coding }),
    },
  })
}

function renderNotBuilt(): Promise<Response> {
  const body = html`<main class="narrow"><div class="card">
<p class="brand">Gatehouse</p>
<h1>The console is not built</h1>
<p>Where Gatehouse is installed, run <code>npm run build</code> and start it again. Everything that the console does can also be done
with the <a href="/api/docs">REST API</a>.</p>
</div></main>`
  return renderPage({ title: 'The console is not built', body, status: 503 })
}
