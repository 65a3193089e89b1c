import { createServer as createHttpServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { randomToken } from '../lib/random.ts'
import { renderErrorPage, renderProblem } from './answer.ts'
import { BODY_BYTES_MAX, limitBody } from './body.ts'
import { createAddressOf } from './client-address.ts'
import { describeError, toAppError } from './problem.ts'
import type { Bindings, HttpEnv, Part } from './routes.ts'

// A client that trickles its request in holds a socket for no longer than this. Idle connections are kept longer than
// the 60 s after which common load balancers drop theirs, so that it is never Gatehouse who closes under a request.
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 30_000
const KEEP_ALIVE_TIMEOUT_MS = 65_000
const CHECK_INTERVAL_MS = 5_000
/** How long running requests may finish after `close()`. */
const CLOSE_GRACE_MS = 5_000

const HSTS = 'max-age=31536000'
const PAGE_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

export interface Server {
  /** Answers a request in process; with `env` as @hono/node-server gives it, one from the network. */
  fetch(request: Request, env?: Partial<Bindings>): Promise<Response>
  listen(): Promise<{ port: number }>
  /** Stops listening, lets running requests finish, and drops what is left after 5 s. */
  close(): Promise<void>
}

/**
 * Makes the web server of all parts. What every request needs is done in one function around the router, without
 * middleware: a request to the API passes no more than the router and its handler.
 */
export function createServer(ctx: Context, parts: Part[]): Server {
  const { config, log, metrics } = ctx
  const addressOf = createAddressOf(config.trustedProxies)
  const common: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    ...(config.publicUrl.startsWith('https:') && { 'strict-transport-security': HSTS }),
  }
  const jsonHeaders = {
    ...common,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
  }
  // A page may set any of these itself.
  const pageHeaders = Object.entries({
    ...common,
    'cache-control': 'no-store',
    'content-security-policy': PAGE_CSP,
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  })

  const router = new Hono<HttpEnv>()
  for (const part of parts) router.route(part.path, part.routes)
  router.onError(error => {
    throw error
  })
  router.notFound(c => {
    const allow = methodsAt(c.req.path)
    if (allow.length === 0) throw new AppError('not_found', 'There is nothing at this address.')
    throw new AppError('method_not_allowed', `This address takes ${allow.join(', ')}.`, { extra: { allow } })
  })

  // Middleware is registered for every method and says nothing about what an address takes.
  function methodsAt(path: string): string[] {
    return METHODS.filter(method => router.router.match(method, path)[0].some(([[, route]]) => route.method === method))
  }

  function partAt(path: string): Part | undefined {
    return parts.find(({ path: at }) => path === at || path.startsWith(at.endsWith('/') ? at : `${at}/`))
  }

  const requestIdPrefix = `${randomToken(6)}-`
  let requests = 0

  async function answer(request: Request, env: Bindings): Promise<Response> {
    try {
      if (request.method === 'GET' || request.method === 'HEAD') return await router.fetch(request, env)
      const headers = env.incoming?.headers
      const limited = await limitBody(
        request,
        {
          length: headers?.['content-length'],
          chunked: headers === undefined || headers['transfer-encoding'] !== undefined,
        },
        () => partAt(pathOf(request))?.bodyBytesMax ?? BODY_BYTES_MAX,
      )
      return await router.fetch(limited, env)
    } catch (error) {
      const refusal = toAppError(error)
      const path = pathOf(request)
      const { requestId } = env
      if (refusal.code === 'internal') log.error({ requestId, method: request.method, path, error: describeError(error) }, 'bug')
      if (refusal.code === 'unavailable') log.warn({ requestId, path, error: describeError(error) }, 'database unavailable')
      delete env.complete
      try {
        return await (partAt(path)?.renderError ?? renderErrorPage)(refusal, request, env)
      } catch (failure) {
        log.error({ requestId, path, error: describeError(failure) }, 'the error page failed')
        return renderProblem(refusal, request, env)
      }
    }
  }

  async function fetch(request: Request, given: Partial<Bindings> = {}): Promise<Response> {
    const env = given as Bindings
    env.requestId = requestIdPrefix + (requests++).toString(36)
    env.jsonHeaders = jsonHeaders
    env.clientAddress = () =>
      addressOf(env.incoming?.socket.remoteAddress ?? '', request.headers.get('x-forwarded-for') ?? undefined)
    const isDebug = log.isLevelEnabled('debug')
    const startedAt = isDebug ? performance.now() : 0
    const response = await answer(request, env)
    if (!env.complete) {
      const { headers } = response
      for (const [name, value] of pageHeaders) if (!headers.has(name)) headers.set(name, value)
      headers.set('x-request-id', env.requestId)
    }
    metrics.requests.inc({ method: request.method, status: response.status })
    if (isDebug)
      log.debug(
        {
          requestId: env.requestId,
          method: request.method,
          path: pathOf(request),
          status: response.status,
          ms: Math.round(performance.now() - startedAt),
        },
        'request',
      )
    return response
  }

  let http: HttpServer | undefined
  return {
    fetch,
    async listen() {
      // A request whose address or Host header makes no sense never gets as far as `fetch`.
      const errorHandler = () =>
        renderProblem(
          new AppError('bad_request', 'The address or the Host header of the request is not valid.'),
          new Request('http://localhost'),
          { requestId: requestIdPrefix + (requests++).toString(36), jsonHeaders, clientAddress: () => '' },
        )
      const listener = getRequestListener((request, env) => fetch(request, env as Partial<Bindings>), {
        hostname: 'localhost',
        errorHandler,
      })
      const server = createHttpServer(
        {
          headersTimeout: HEADERS_TIMEOUT_MS,
          requestTimeout: REQUEST_TIMEOUT_MS,
          keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
          connectionsCheckingInterval: CHECK_INTERVAL_MS,
        },
        listener,
      )
      http = server
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(config.port, config.host, resolve)
      })
      return { port: (server.address() as AddressInfo).port }
    },
    async close() {
      const server = http
      if (!server?.listening) return
      const timer = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS)
      await new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
      clearTimeout(timer)
    },
  }
}

function pathOf(request: Request): string {
  return new URL(request.url).pathname
}
