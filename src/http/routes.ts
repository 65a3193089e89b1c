import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Hono, Context as HonoContext } from 'hono'
import type { AppError } from '../errors.ts'

/** What server.ts gives to every request, as `c.env`. */
export interface Bindings {
  /** Node's own objects; absent in a test that calls `fetch` without a network. */
  incoming?: IncomingMessage
  outgoing?: ServerResponse
  requestId: string
  /** The client's address: forwarded headers count only from trusted proxies. */
  clientAddress: () => string
  /** The headers that go with every answer to a program. */
  jsonHeaders: Readonly<Record<string, string>>
  /** Set by an answer that has all its headers already, so that server.ts need not touch it again. */
  complete?: boolean
}

export interface HttpEnv {
  Bindings: Bindings
}

export type Routes = Hono<HttpEnv>
export type RequestContext = HonoContext<HttpEnv>

/** Shows a refusal to whoever asked: a problem document to a program, a page to a guest. */
export type ErrorRenderer = (error: AppError, request: Request, env: Bindings) => Response | Promise<Response>

/** A part of the product and where it is mounted. */
export interface Part {
  path: string
  routes: Routes
  renderError: ErrorRenderer
  /** Nothing here acts on a cookie: callers prove themselves with what another site's page cannot send. */
  isForPrograms?: boolean
  /** Where a body may be larger than anywhere else: in the whole part, or at some of its addresses. */
  bodyBytesMax?: number | ((path: string) => number | undefined)
}
