import { getCookie } from 'hono/cookie'
import {
  adoptPendingValidations,
  type Browser,
  endSession,
  findSession,
  insertSession,
  type NewSession,
  noteSeenAgain,
  type Session,
  SIGNED_IN_LIFETIME_S,
} from '../accounts/session.ts'
import type { SplashPortal } from '../catalogue.ts'
import type { Context } from '../context.ts'
import type { HotTrx } from '../db/hot-transactions.ts'
import { AppError } from '../errors.ts'
import { describeBrowser } from '../http/describe-browser.ts'
import type { RequestContext } from '../http/routes.ts'
import { randomToken } from '../lib/random.ts'
import { deviceKey } from '../limits/counters-for.ts'
import { type Locale, pickLocale, SUPPORTED_LOCALES } from '../messages/compose.ts'
import { cancelValidationsOf } from '../validation/cancel.ts'
import type { Fields } from './forms.ts'
import { type Phrases, phrasesOf } from './phrases/phrases.ts'
import type { GateState } from './puzzle.ts'

const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** A request to a portal: who asks, where and in which language. */
export interface Visit {
  ctx: Context
  portal: SplashPortal
  now: Date
  locale: Locale
  /** Set once the guest has used the language switch: links carry it on, since nothing else remembers it. */
  chosenLocale: Locale | undefined
  phrases: Phrases
  query: URLSearchParams
  /** The browser's, as long as it is valid and of this portal. */
  session: Session | undefined
  client: Client
  /** Set where the console shows the page within its own: nothing in it does anything. */
  preview?: Preview
  /** What this request asks for by POST. */
  posted?: { page: PageName; fields: Fields }
}

export interface Preview {
  /** Undefined: whichever the browser prefers. */
  colorScheme: 'light' | 'dark' | undefined
}

/** Whom the limits know a request by. */
interface Client {
  address: string
  /** In words, such as `Safari on iPhone`. */
  userAgent: string
  /** A keyed hash of what the browser is known again by. */
  device: string
  /** What it is known again by, in its cookie; a new one where it has none so far. */
  deviceToken: string
  isNewDevice: boolean
  /** The session's token in its cookie, and the one that the answer gives it instead; an empty one takes it away. */
  sessionToken: string
  nextSessionToken: string | undefined
  /** From now on the browser is to be known again. */
  isCounted: boolean
  hasSolvedPuzzle: boolean
  /** How far it has come with what stands in the way past a limit, where that is not all. */
  gate: GateState
  /** The contact is made to be thrown away, and has no code before the browser is past that. */
  isHeldUp: boolean
  /** Set when a limit has refused a code that a puzzle would make room for: by how many times it is exceeded. */
  excess: number | undefined
  /** Set when a limit that others use as well has refused a code. */
  isCrowded: boolean
}

const DEVICE_LIFETIME_S = 180 * 86_400

function clientOf(ctx: Context, c: RequestContext): Client {
  const address = c.env.clientAddress()
  const userAgent = describeBrowser(c.req.header('user-agent') ?? '')
  return createClient(ctx, { cookie: getCookie(c, cookieName(ctx)), address, userAgent })
}

/** Makes the client of a request that came with this cookie. */
export function createClient(
  ctx: Context,
  { cookie = '', address, userAgent }: { cookie?: string | undefined; address: string; userAgent: string },
): Client {
  const [session = '', known = ''] = cookie.split('.')
  const isNewDevice = !TOKEN.test(known)
  const deviceToken = isNewDevice ? randomToken() : known
  return {
    address,
    userAgent,
    device: deviceKey(ctx.keys, deviceToken),
    deviceToken,
    isNewDevice,
    sessionToken: TOKEN.test(session) ? session : '',
    nextSessionToken: undefined,
    isCounted: false,
    hasSolvedPuzzle: false,
    gate: {},
    isHeldUp: false,
    excess: undefined,
    isCrowded: false,
  }
}

/**
 * The Set-Cookie header that an answer needs; undefined: none. The one cookie holds the session's token and, once the
 * browser has been counted, what it is known again by: `SESSION.DEVICE`. How long a session lives is the server's to say.
 */
export function cookieOf({ ctx, client }: Visit): string | undefined {
  const becomesKnown = client.isNewDevice && client.isCounted
  if (client.nextSessionToken === undefined && !becomesKnown) return undefined
  const session = client.nextSessionToken ?? client.sessionToken
  const isKnown = becomesKnown || !client.isNewDevice
  const value = isKnown ? `${session}.${client.deviceToken}` : session
  const age = isKnown ? DEVICE_LIFETIME_S : value ? SIGNED_IN_LIFETIME_S : 0
  return `${cookieName(ctx)}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${isHttps(ctx) ? '; Secure' : ''}`
}

/** Reads the language of a request: the switch on the page, else what the browser asks for. */
export function localeOf(query: URLSearchParams, request: Request): { locale: Locale; chosenLocale: Locale | undefined } {
  const chosenLocale = SUPPORTED_LOCALES.find(locale => locale === query.get('locale'))
  return { chosenLocale, locale: chosenLocale ?? pickLocale(request.headers.get('accept-language')) }
}

/** Opens the visit of a request. Throws `not_found` where there is no such portal. */
export async function openVisit(ctx: Context, c: RequestContext): Promise<Visit> {
  const portal = ctx.catalogue.now.portalsBySlug.get(c.req.param('slug') ?? '')
  if (!portal) throw new AppError('not_found', 'There is no splash portal of this name.')
  const now = ctx.clock.now()
  const query = new URL(c.req.url).searchParams
  const { locale, chosenLocale } = localeOf(query, c.req.raw)
  const client = clientOf(ctx, c)
  const token = client.sessionToken
  const session = token ? await findSession(ctx.db, { token, splashPortalId: portal.id, now }) : undefined
  const visit = { ctx, portal, now, locale, chosenLocale, phrases: phrasesOf(locale), query, session, client }
  const account = signedInAccount(visit)
  if (account) await noteSeenAgain(ctx.db, account, now)
  return visit
}

/** The account that this browser is signed in to. */
export function signedInAccount(visit: Pick<Visit, 'session'>) {
  const account = visit.session?.signed_in_at ? visit.session.account : undefined
  return account?.status === 'active' ? account : undefined
}

// A cookie with this prefix is refused by browsers unless it is Secure, for the whole host and for no other.
function cookieName(ctx: Context): string {
  return isHttps(ctx) ? '__Host-gatehouse' : 'gatehouse'
}

function isHttps(ctx: Context): boolean {
  return ctx.config.publicUrl.startsWith('https:')
}

/**
 * Starts a session for this browser in place of the one it had, whose codes are cancelled with it. With `adoptCodes` the
 * codes that the account waits for come along.
 */
export async function beginSession(
  visit: Visit,
  trx: HotTrx,
  session: Omit<NewSession, 'splashPortalId'> & { adoptCodes?: boolean },
): Promise<{ id: string; token: string; adopted: number }> {
  const { portal, now } = visit
  const { id, token } = insertSession(trx, { ...session, splashPortalId: portal.id, browser: browserOf(visit) }, now)
  const adopted =
    session.adoptCodes && session.accountId
      ? await adoptPendingValidations(trx, { accountId: session.accountId, sessionId: id }, now)
      : 0
  if (visit.session) {
    trx.pipeline(cancelValidationsOf(trx, { sessionId: visit.session.id }))
    trx.pipeline(endSession(trx, visit.session.id, now))
  }
  return { id, token, adopted }
}

/** What is kept of the browser once it signs in. */
export function browserOf({ client: { device, userAgent, address } }: Visit): Browser {
  return { device, userAgent, address }
}

/** What a page can say after a redirect. */
export type NoticeName = keyof Phrases['notices']

export type PageName =
  | ''
  | 'sign_up'
  | 'validate_account'
  | 'delivery'
  | 'resend_validation_code'
  | 'update_contact'
  | 'login'
  | 'logout'
  | 'status'
  | 'plans'
  | 'forgot_password'
  | 'reset_password'
  | 'sms'
  | 'sms_token'
  | 'tos'

/** The address of a page of this portal, in the language the guest has chosen. */
export function linkTo(
  visit: Pick<Visit, 'portal' | 'chosenLocale'>,
  page: PageName,
  query: Record<string, string> = {},
): string {
  const parameters = new URLSearchParams({ ...query, ...(visit.chosenLocale && { locale: visit.chosenLocale }) }).toString()
  return `/portal/${visit.portal.slug}${page && `/${page}`}${parameters && `?${parameters}`}`
}

interface Redirect {
  notice?: NoticeName
  /** What the login field of the next page is filled with. */
  login?: string
  /** The browser's new session's; an empty one takes the cookie away. */
  token?: string
}

/** Sends the browser on to a page (303). */
export function redirect(visit: Visit, page: PageName, more: Redirect = {}): Response {
  const query = { ...(more.notice && { notice: more.notice }), ...(more.login && { login: more.login }) }
  if (more.token !== undefined) visit.client.nextSessionToken = more.token
  return new Response(null, { status: 303, headers: { location: linkTo(visit, page, query) } })
}
