import type { SignInBrowser } from '../administrators/sign-in.ts'
import type { Context } from '../context.ts'
import { deviceCookie, deviceTokenOf, sessionCookie, sessionTokenOf } from '../http/administrator-cookies.ts'
import { describeBrowser } from '../http/describe-browser.ts'
import type { RequestContext } from '../http/routes.ts'
import { randomToken } from '../lib/random.ts'
import { deviceKey } from '../limits/counters-for.ts'
import { networkOf } from '../limits/network.ts'

/** The browser of a request, and the cookies that an answer to it needs. */
export interface Visitor extends SignInBrowser {
  /** By which it is known again; a new one where it had none. */
  deviceToken: string
}

/** Reads what browser a request to sign in comes from. */
export function visitorOf(ctx: Context, c: RequestContext): Visitor {
  const address = c.env.clientAddress()
  const network = networkOf(address)
  const deviceToken = deviceTokenOf(ctx.config, c.req.raw) ?? randomToken()
  return {
    address,
    network: network && ctx.keys.linkMac(`address ${network}`),
    userAgent: describeBrowser(c.req.header('user-agent') ?? ''),
    deviceToken,
    device: deviceKey(ctx.keys, `administrator ${deviceToken}`),
    sessionToken: sessionTokenOf(ctx.config, c.req.raw),
  }
}

/** Sends a browser that has just signed in on to a page (303). */
export function redirectSignedIn(ctx: Context, location: string, visitor: Visitor, token: string): Response {
  return setCookies(ctx, new Response(null, { status: 303, headers: { location } }), visitor, token)
}

/** Gives the browser what it is known again by, and with a token the console's session; an empty one takes it away. */
export function setCookies(ctx: Context, response: Response, visitor: Visitor, token?: string): Response {
  response.headers.append('set-cookie', deviceCookie(ctx.config, visitor.deviceToken))
  if (token !== undefined) response.headers.append('set-cookie', sessionCookie(ctx.config, token))
  return response
}
