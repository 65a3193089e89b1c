import { timingSafeEqual } from 'node:crypto'
import { isLocalHost } from './local-host.ts'
import type {
  Callback,
  CheckOutcome,
  HttpAnswer,
  OpenGateway,
  OutgoingSms,
  Price,
  Receipt,
  RejectedBy,
  SendOutcome,
} from './provider.ts'

// What the files in providers/ have in common: reading what a provider answers, without ever throwing at it.

/** Whose fault an error is; `throttled` and `unavailable` pass by themselves. */
export type ErrorClass = RejectedBy | 'throttled' | 'unavailable'

/** One row of a provider's table of errors. */
export interface ProviderError {
  class: ErrorClass
  /** For the operator: what it means and what to do. */
  hint: string
  /** Only where the provider says how long the obstacle lasts. */
  retryAfterS?: number
  /** Only messages to this country or number are concerned; the gateway as such is well. */
  isLocal?: boolean
  /** The guest told this sender to stop. */
  isOptOut?: boolean
}

const RETRY_AFTER_MAX_S = 3_600
const DETAIL_MAX = 200
const SIGNATURE_AGE_MAX_MS = 300_000

/** The outcome for an error: from the provider's table, else of the class `fallback`, with `unknownHint` for its message. */
export function refusal(
  known: ProviderError | undefined,
  error: { code: string; fallback: ErrorClass; unknownHint: string; retryAfterS?: number | undefined },
): SendOutcome {
  const by = known?.class ?? error.fallback
  const { code } = error
  const message = known?.hint ?? error.unknownHint
  switch (by) {
    case 'throttled': {
      const retryAfterS = error.retryAfterS ?? known?.retryAfterS
      return { outcome: 'throttled', ...(retryAfterS !== undefined && { retryAfterS }), code, message }
    }
    case 'unavailable':
      return { outcome: 'unavailable', code, message }
    default:
      return {
        outcome: 'rejected',
        by,
        code,
        message,
        ...(known?.isLocal && { isLocal: true }),
        ...(known?.isOptOut && { isOptOut: true }),
      }
  }
}

/**
 * The class of an HTTP status when the error's code is not known. What a 400 means is open, so it blames neither the
 * guest (who would be told that the number is wrong) nor the whole gateway: this message does not go this way, another
 * gateway may take it.
 */
export function classOfStatus(status: number): ErrorClass {
  switch (status) {
    case 400:
    case 422:
      return 'route'
    case 413:
      return 'content'
    case 429:
      return 'throttled'
    default:
      return 'configuration'
  }
}

/** True for an answer after which the message may have been taken all the same. */
export function mayHaveBeenTaken(answer: HttpAnswer): boolean {
  return answer.status >= 500 || answer.status === 408
}

export function unknownStatus(label: string, answer: HttpAnswer): SendOutcome {
  return {
    outcome: 'unknown',
    code: `http_${answer.status}`,
    message: `${label} answered ${answer.status}: it may have taken the message all the same.`,
  }
}

/** A success without what a success has in it. */
export function unknownSuccess(label: string, code = 'no_id'): SendOutcome {
  return {
    outcome: 'unknown',
    code,
    message: `${label} answered without saying that it has the message: see its own log of messages.`,
  }
}

/** Seconds from a Retry-After header, 1 to 3,600. A date is measured against the server's own clock (RFC 9110, 10.2.3). */
export function readRetryAfter(answer: HttpAnswer): number | undefined {
  const value = answer.headers['retry-after'] ?? ''
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - Date.parse(answer.headers.date ?? '')) / 1000
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(Math.ceil(seconds), 1), RETRY_AFTER_MAX_S)
}

/** A provider's sentence for the operator. It may quote the request: no number and no code of the guest's goes further. */
export function withoutDigits(text: unknown): string {
  return typeof text === 'string' ? text.slice(0, DETAIL_MAX).replace(/\+?\d{4,}/g, '…') : ''
}

/** A code that is made of letters, digits and a few signs; anything else is an empty string. */
export function readCode(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && /^[\w.-]{1,60}$/.test(text) ? text : ''
}

/** A provider's message id; empty when it is none. */
export function readMessageId(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && /^[\w.:~@=+/-]{1,128}$/.test(text) ? text : ''
}

export type JsonObject = Record<string, unknown>

export function readObject(text: string): JsonObject | undefined {
  const value = readJson(text)
  return isObject(value) ? value : undefined
}

export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of a list; empty when it is none. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** A price as providers write it: a decimal number or its text, and a currency. Undefined when it is none or negative. */
export function readPrice(amount: unknown, currency: unknown): Price | undefined {
  const text = typeof amount === 'number' ? String(amount) : typeof amount === 'string' ? amount.trim() : ''
  if (text === '' || typeof currency !== 'string' || !/^[A-Za-z]{3}$/.test(currency)) return undefined
  const micros = Math.round(Number(text) * 1e6)
  return Number.isSafeInteger(micros) && micros >= 0 ? { micros, currency: currency.toUpperCase() } : undefined
}

/** Compares two texts in a time that tells nothing but their lengths. */
export function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** True within five minutes of a time in Unix seconds: a callback that was caught cannot be sent again later. */
export function isRecent(unixSeconds: unknown, now: Date): boolean {
  const text = String(unixSeconds)
  return /^\d{9,11}$/.test(text) && Math.abs(Number(text) * 1000 - now.getTime()) <= SIGNATURE_AGE_MAX_MS
}

/** A phone's number as a provider writes it, with or without its plus, as E.164; empty when it is none. */
export function readNumber(value: unknown): string {
  const digits = typeof value === 'string' || typeof value === 'number' ? String(value).trim().replace(/^\+/, '') : ''
  return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : ''
}

export function basicAuth(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`
}

/** A base URL without its last slash, or the provider's own origin. */
export function originOf(baseUrl: string, own: string): string {
  return baseUrl === '' ? own : baseUrl.replace(/\/+$/, '')
}

/** What is wrong with a base URL that may hold a path and nothing behind it; undefined: nothing. */
export function baseUrlProblem(baseUrl: string, example: string): string | undefined {
  if (baseUrl === '') return undefined
  const url = URL.parse(baseUrl)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    return `The base URL is an http or https address, as in ${example}; leave it empty for the provider’s own.`
  if (url.username || url.password || url.search || url.hash)
    return 'Only the address goes here: no name or password, no ? and no #.'
  return undefined
}

/** The warning for a sender that is a name. https://www.twilio.com/docs/glossary/what-alphanumeric-sender-id */
export const SENDER_NAME_WARNING =
  'A sender name cannot reach +1 numbers (USA, Canada, Caribbean); guests cannot reply STOP to it; many countries want it registered first.'

/** A warning for credentials that would cross the internet in clear. */
export function plainHttpWarning(baseUrl: string): string[] {
  const url = URL.parse(baseUrl)
  return url?.protocol === 'http:' && !isLocalHost(url.hostname)
    ? ['The base URL is not encrypted: the credentials and the codes can be read on the way. Use https.']
    : []
}

/** Says whether a provider on the internet can call this URL. */
export function isPublicUrl(callbackUrl: string): boolean {
  const url = URL.parse(callbackUrl)
  return url !== null && !isLocalHost(url.hostname)
}

/** Says whether the vendor is told where to report: it can call the URL, or the base URL leads to another than `vendor`, a domain. */
export function takesCallbackUrl(sms: OutgoingSms, gateway: OpenGateway, vendor: string): boolean {
  return !isVendorHost(gateway.base_url, vendor) || isPublicUrl(sms.callbackUrl)
}

/** Says whether the base URL, or the vendor's own where it is empty, is in the domain `vendor`. */
export function isVendorHost(baseUrl: string, vendor: string): boolean {
  const host = URL.parse(baseUrl)?.hostname ?? vendor
  return host === vendor || host.endsWith(`.${vendor}`)
}

/** The parameters of a callback, from its query and its form or JSON body; an object inside another as in `price[amount]`. */
export function readCallbackFields(callback: Callback): Map<string, string> {
  const fields = new Map(URL.parse(callback.url)?.searchParams)
  const json = readObject(callback.body)
  if (!json) for (const [name, value] of new URLSearchParams(callback.body)) fields.set(name, value)
  else addFields(fields, json, name => name)
  return fields
}

function addFields(fields: Map<string, string>, json: JsonObject, nameOf: (name: string) => string): void {
  for (const [name, value] of Object.entries(json))
    if (typeof value === 'string' || typeof value === 'number') fields.set(nameOf(name), String(value))
    else if (isObject(value) && nameOf(name) === name) addFields(fields, value, inner => `${name}[${inner}]`)
}

/** What is wrong with a sender that is a number, a short code or a name of up to 11 characters; undefined: nothing. */
export function senderProblem(from: string): string | undefined {
  if (from === '' || /^\+[1-9]\d{6,14}$/.test(from) || /^\d{3,8}$/.test(from)) return undefined
  if (/^\+?[\d\s().-]+$/.test(from))
    return 'Write the number with a plus, the country code and digits only, as in +15551234567; a short code has 3 to 8 digits.'
  if (/^(?=.*[A-Za-z])[\w &+.-]{1,11}$/.test(from)) return undefined
  return 'A sender name has at most 11 characters: letters, digits, spaces and & + - . _, and at least one letter.'
}

/** The part of a receipt that says why a message failed. */
export function receiptError(
  known: ProviderError | undefined,
  errorCode: string,
  unknownHint: string,
): Pick<Receipt, 'errorCode' | 'errorMessage' | 'errorClass' | 'isOptOut'> {
  return {
    errorCode,
    errorMessage: known?.hint ?? unknownHint,
    errorClass: known?.class ?? '',
    ...(known?.isOptOut && { isOptOut: true }),
  }
}

/** What is said of the credentials by an answer that is no success: only a refusal of the request speaks against them. */
export function checkRefusal(label: string, answer: HttpAnswer, code: string, hint: string): CheckOutcome {
  if (mayHaveBeenTaken(answer) || answer.status === 429 || answer.status < 400)
    return { outcome: 'cannot_tell', code, message: `${label} answered ${answer.status}: try again in a moment.` }
  return { outcome: 'refused', code, message: hint }
}
