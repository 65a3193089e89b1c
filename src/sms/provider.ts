import type { SmsGateway } from '../catalogue.ts'
import type { FieldError } from '../errors.ts'

/** A gateway with its secret in clear, as only the sender sees it. */
export type OpenGateway = Omit<SmsGateway, 'auth_token_encrypted'> & { auth_token: string }

export interface OutgoingSms {
  /** Our message id: goes into the callback URL, so that a receipt finds the message even if the answer was lost. */
  id: string
  /** E.164. */
  to: string
  text: string
  /** How long the text is of use, in whole seconds; passed on so that a late code dies in the network. */
  validityS: number
  /** Where the provider reports to: /hooks/sms/GATEWAY_ID/MESSAGE_ID under the public URL. */
  callbackUrl: string
}

export interface HttpRequest {
  method: 'GET' | 'POST'
  url: string
  headers: Record<string, string>
  body?: string
}

export interface HttpAnswer {
  status: number
  /** Lower-case names. */
  headers: Record<string, string>
  /** At most 64 KiB of it. */
  body: string
}

/**
 * What became of one attempt. `rejected`: certainly not sent, and says whose fault; `throttled` and `unavailable`:
 * certainly not sent, try later; `unknown`: it may have been sent, so ask before anything is repeated.
 */
export type SendOutcome =
  | { outcome: 'accepted'; providerMessageId: string }
  | { outcome: 'rejected'; by: 'recipient' | 'route' | 'configuration' | 'content'; code: string; message: string }
  | { outcome: 'throttled'; retryAfterS?: number | undefined; code: string; message: string }
  | { outcome: 'unavailable'; code: string; message: string }
  | { outcome: 'unknown'; code: string; message: string }

/** What the provider says when asked whether it has a message. `cannot_tell`: the question itself failed. */
export type LookupOutcome =
  | { outcome: 'found'; providerMessageId: string }
  | { outcome: 'not_found' }
  | { outcome: 'cannot_tell' }

/** What a receipt says of a message, in the order a message can go through; the last two are terminal. */
export type ReceiptStatus = 'accepted' | 'delivered' | 'failed'

export interface Receipt {
  providerMessageId: string
  status: ReceiptStatus
  /** The provider's own word for the state, for the operator. */
  providerStatus: string
  errorCode: string
  errorMessage: string
  /** Whose fault, where the provider's code says so. */
  errorClass: string
}

export interface Callback {
  method: string
  /** The URL as the provider called it, made from the public URL and the request's path and query. */
  url: string
  headers: Record<string, string>
  body: string
}

/** How a gateway's form calls a field for this provider, and whether it must be filled. */
interface GatewayField {
  label: string
  help: string
  required: boolean
  secret?: boolean
}

interface ProviderBasics {
  id: string
  label: string
  fields: { from: GatewayField; account_sid: GatewayField; auth_token: GatewayField; base_url: GatewayField }
  /** Mistakes in a gateway's fields, each a sentence that says what to do. Empty: it can be saved. */
  problems(gateway: OpenGateway): FieldError[]
  /** What is not wrong but worth knowing: shown with the record. */
  warnings(gateway: OpenGateway): string[]
}

/** A provider that is spoken to over HTTP: pure functions, the shared engine (sms/http.ts) does the talking. */
export interface HttpProvider extends ProviderBasics {
  kind: 'http'
  buildSend(sms: OutgoingSms, gateway: OpenGateway): HttpRequest
  readSend(answer: HttpAnswer): SendOutcome
  /** Asks whether the provider has the message that was sent between `since` and now. */
  buildLookup?(sms: OutgoingSms, gateway: OpenGateway, since: Date): HttpRequest
  readLookup?(answer: HttpAnswer, sms: OutgoingSms, since: Date): LookupOutcome
  /** Undefined: this provider does not sign. */
  verifyCallback?(callback: Callback, gateway: OpenGateway): boolean
  readCallback?(callback: Callback): Receipt[]
}

/** A provider inside Gatehouse. */
export interface LocalProvider extends ProviderBasics {
  kind: 'local'
}

export type SmsProvider = HttpProvider | LocalProvider
