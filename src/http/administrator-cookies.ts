import { parse } from 'hono/utils/cookie'
import { SESSION_LIFETIME_S } from '../administrators/session.ts'
import type { Config } from '../config.ts'

const TOKEN = /^[A-Za-z0-9_-]{43}$/
/** What a browser is known again by, for as long as browsers keep a cookie. */
const DEVICE_LIFETIME_S = 180 * 86_400

type Site = Pick<Config, 'publicUrl'>

/** The token of the console's session that a request carries, or undefined. */
export function sessionTokenOf(site: Site, request: Request): string | undefined {
  return tokenIn(request, nameOf(site, 'gatehouse_admin'))
}

/** What the browser of a request is known again by, or undefined. */
export function deviceTokenOf(site: Site, request: Request): string | undefined {
  return tokenIn(request, nameOf(site, 'gatehouse_admin_device'))
}

/** The Set-Cookie header of a session; an empty token takes the cookie away. How long it lives is the server's to say. */
export function sessionCookie(site: Site, token: string): string {
  return cookie(site, 'gatehouse_admin', token, token === '' ? 0 : SESSION_LIFETIME_S)
}

/** The Set-Cookie header by which a browser is known again. */
export function deviceCookie(site: Site, token: string): string {
  return cookie(site, 'gatehouse_admin_device', token, DEVICE_LIFETIME_S)
}

function tokenIn(request: Request, name: string): string | undefined {
  const token = parse(request.headers.get('cookie') ?? '', name)[name]
  return token !== undefined && TOKEN.test(token) ? token : undefined
}

// No other site's request carries it, not even the one that opens a link. A cookie with this prefix is refused by browsers
// unless it is Secure, for the whole host and for no other.
function cookie(site: Site, name: string, value: string, ageS: number): string {
  return `${nameOf(site, name)}=${value}; Path=/; Max-Age=${ageS}; HttpOnly; SameSite=Strict${isHttps(site) ? '; Secure' : ''}`
}

function nameOf(site: Site, name: string): string {
  return isHttps(site) ? `__Host-${name}` : name
}

function isHttps({ publicUrl }: Site): boolean {
  return publicUrl.startsWith('https:')
}
