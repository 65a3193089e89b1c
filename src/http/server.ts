import type { IncomingMessage } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { randomToken } from '../lib/random.ts'
import { renderErrorPage, renderProblem } from './answer.ts'
import { BODY_BYTES_MAX, limitBody } from './body.ts'
import { createAddressOf } from './client-address.ts'
import { refuseCrossSite } from './cross-site.ts'
import { securityHeaders } from './headers.ts'
import { HEALTH_PATHS } from './health.ts'
import { createHostPolicy } from './host.ts'
import { type Listening, listen, PATIENCE, type Patience } from './listen.ts'
import { describeError, toAppError } from './problem.ts'
import type { Bindings, HttpEnv, Part } from './routes.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
/** Where network gear sends a guest, perhaps by our address: the portal, and the page that leads to it. */
const GUEST_PATH = /^\/(?:$|portal(?:\/|$))/

export interface Server {
  /** Answers a request in process; with `env` as @hono/node-server gives it, one from the network. */
  fetch(request: Request, env?: Partial<Bindings>): Promise<Response>
  /** Every address that is answered, as the router has it. */
  routes: { method: string; path: string }[]
  listen(): Promise<{ port: number }>
  /** Stops listening, lets running requests finish, and drops what is left after 5 s. */
  close(): Promise<void>
}

/**
 * Makes the web server of all parts. What every request needs is done in one function around the router, without
 * middleware: a request to the API passes no more than the router and its handler.
 */
export function createServer(ctx: Context, parts: Part[], patience: Partial<Patience> = {}): Server {
  const { config, log, metrics } = ctx
  const addressOf = createAddressOf(config.trustedProxies)
  const judgeHost = createHostPolicy(config.publicUrl, config.allowedHosts)
  const { json: jsonHeaders, page: pageHeaders } = securityHeaders(config)

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

  function bodyBytesMaxAt(path: string): number {
    const max = partAt(path)?.bodyBytesMax
    return (typeof max === 'function' ? max(path) : max) ?? BODY_BYTES_MAX
  }

  const requestIdPrefix = `${randomToken(6)}-`
  let requests = 0

  async function answer(request: Request, env: Bindings): Promise<Response> {
    try {
      const elsewhere = judgeName(request, env.incoming)
      if (elsewhere) return elsewhere
      if (request.method === 'GET' || request.method === 'HEAD') return await router.fetch(request, env)
      // Programs send neither of these, so they are not kept up by the question what they have called.
      const isFromPage = request.headers.has('sec-fetch-site') || request.headers.has('origin')
      if (isFromPage && !partAt(pathOf(request))?.isForPrograms) refuseCrossSite(config.publicUrl, request)
      const headers = env.incoming?.headers
      const limited = limitBody(
        request,
        {
          length: headers?.['content-length'],
          chunked: headers === undefined || headers['transfer-encoding'] !== undefined,
        },
        () => bodyBytesMaxAt(pathOf(request)),
      )
      return await router.fetch(limited, env)
    } catch (error) {
      const refusal = env.incoming?.readableAborted ? cutOff() : toAppError(error)
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

  /** Undefined: the request is for us. Answers a guest whom network gear has sent to our address; throws for other names. */
  function judgeName(request: Request, incoming: IncomingMessage | undefined): Response | undefined {
    const verdicts = hostsOf(request, incoming).map(judgeHost)
    if (verdicts.every(verdict => verdict === 'answer')) return undefined
    const { pathname, search } = new URL(request.url)
    if (HEALTH_PATHS.has(pathname)) return undefined
    const isGuest = (request.method === 'GET' || request.method === 'HEAD') && GUEST_PATH.test(pathname)
    if (isGuest && !verdicts.includes('unknown'))
      return new Response(null, { status: 302, headers: { location: config.publicUrl + pathname + search } })
    throw new AppError(
      'misdirected',
      `Use ${config.publicUrl}, or add the name that was used to GATEHOUSE_ALLOWED_HOSTS if it is one of this server.`,
    )
  }

  async function fetch(request: Request, given: Partial<Bindings> = {}): Promise<Response> {
    const env = given as Bindings
    env.requestId = requestIdPrefix + (requests++).toString(36)
    env.jsonHeaders = jsonHeaders
    env.clientAddress = () => {
      // Without a network the caller is this process.
      const peer = env.incoming ? (env.incoming.socket.remoteAddress ?? '') : '127.0.0.1'
      return addressOf(peer, request.headers.get('x-forwarded-for') ?? undefined)
    }
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

  let listening: Listening | undefined
  return {
    fetch,
    routes: router.routes.map(({ method, path }) => ({ method, path })),
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
      const { host, port } = config
      listening = await listen(listener, { host, port, patience: { ...PATIENCE, ...patience }, headers: jsonHeaders })
      return { port: listening.port }
    },
    async close() {
      await listening?.close()
    },
  }
}

/** The hosts that a request names: in its Host header and, where that is a whole URL, in its request line (RFC 9112 §3.2). */
function hostsOf(request: Request, incoming: IncomingMessage | undefined): (string | undefined)[] {
  if (!incoming) return [request.headers.get('host') ?? new URL(request.url).host]
  const { rawHeaders } = incoming
  let count = 0
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (rawHeaders[i]?.length === 4 && rawHeaders[i]?.toLowerCase() === 'host') count++
  // Node keeps the first of several; a proxy in front may have gone by another.
  const least = incoming.httpVersion === '1.0' ? 0 : 1
  if (count < least || count > 1) throw new AppError('bad_request', 'A request has one Host header.')
  const { host } = incoming.headers
  return incoming.url?.startsWith('/') ? [host] : [host, new URL(request.url).host]
}

function cutOff(): AppError {
  return new AppError('bad_request', 'The request ended before it was complete.')
}

function pathOf(request: Request): string {
  return new URL(request.url).pathname
}
