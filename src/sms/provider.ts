import type { SmsGateway } from '../catalogue.ts'
import type { FieldError } from '../errors.ts'

/** A gateway with its secrets in clear, as only the sender sees it. `from` is the sender for the message at hand. */
export type OpenGateway = Omit<SmsGateway, 'auth_token_encrypted' | 'callback_secret_encrypted'> & {
  auth_token: string
  callback_secret: string
}

export interface OutgoingSms {
  /** Our message id: goes along as the client reference, or in the callback URL, so that a receipt finds the message even if the answer was lost. */
  id: string
  /** E.164. */
  to: string
  text: string
  encoding: 'GSM-7' | 'UCS-2'
  /** How long the text is of use, in whole seconds; passed on so that a late code dies in the network. */
  validityS: number
  /**
   * Where the provider reports to: /hooks/sms/GATEWAY_ID/MESSAGE_ID under the public URL. Unless the
   * provider always signs, it has a secret parameter `t`.
   */
  callbackUrl: string
  /** When this attempt began; for requests that are signed with a time. */
  now: Date
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

/** Money in millionths of a currency's unit (ISO 4217), as a provider reports it for one message with all its segments. */
export interface Price {
  micros: number
  currency: string
}

/** Whose fault a rejection is: the guest's number, this sender to this number, the gateway's settings or account, or the text. */
export type RejectedBy = 'recipient' | 'route' | 'configuration' | 'content'

interface Rejection {
  outcome: 'rejected'
  by: RejectedBy
  code: string
  message: string
  /** True: only messages to this country or number are concerned, the gateway as such is well. */
  isLocal?: boolean | undefined
  /** True: the guest has told this sender to stop, and only a START from that phone lifts it. */
  isOptOut?: boolean | undefined
}

/**
 * What became of one attempt. `rejected`: certainly not sent, and says whose fault; `throttled` and `unavailable`:
 * certainly not sent, try later; `unknown`: it may have been sent, so ask before anything is repeated.
 */
export type SendOutcome =
  /** An empty id: the provider gives none, and ours stands for it. */
  | { outcome: 'accepted'; providerMessageId: string; segments?: number | undefined; price?: Price | undefined }
  | Rejection
  | { outcome: 'throttled'; retryAfterS?: number | undefined; code: string; message: string }
  | { outcome: 'unavailable'; code: string; message: string }
  | { outcome: 'unknown'; code: string; message: string }

/** What the provider says when asked whether it has a message. `cannot_tell`: the question itself failed. */
export type LookupOutcome =
  | { outcome: 'found'; providerMessageId: string }
  | { outcome: 'not_found' }
  | { outcome: 'cannot_tell' }

/** What the provider says of the credentials, without sending anything. `message`: one or two sentences for the operator. */
export type CheckOutcome =
  | { outcome: 'ok'; message: string }
  | { outcome: 'refused'; code: string; message: string }
  | { outcome: 'cannot_tell'; code: string; message: string }

/** What a receipt says of a message, in the order a message can go through; the last two are terminal. */
export type ReceiptStatus = 'accepted' | 'delivered' | 'failed'

export interface Receipt {
  providerMessageId: string
  /** Our own message id, where the provider gives back a client reference. */
  messageId?: string | undefined
  status: ReceiptStatus
  /** The provider's own word for the state, for the operator. */
  providerStatus: string
  errorCode: string
  /** What the code means and what to do, in plain words. */
  errorMessage: string
  /** Whose fault, where the provider's code says so: a RejectedBy, `throttled`, `unavailable`, or empty. */
  errorClass: string
  /** As with a Rejection. */
  isOptOut?: boolean | undefined
  price?: Price | undefined
  segments?: number | undefined
  /** The mobile network, as MCC and MNC digits, or its name. */
  network?: string | undefined
}

/** A text that a phone sent to the gateway's number. */
export interface InboundSms {
  /** E.164, of the phone. */
  from: string
  /** The gateway's sender that it was sent to. */
  to: string
  text: string
}

export interface Callback {
  method: string
  /** The URL as the provider called it, made from the public URL and the request's path and query. */
  url: string
  headers: Record<string, string>
  body: string
}

/** How a gateway's form calls a field for this provider. A field that is not there is not used. */
interface GatewayField {
  label: string
  help: string
  required: boolean
}

/** A setting of a provider beyond the common fields; kept in the gateway's `options` under its name. Never a secret. */
export interface OptionField extends GatewayField {
  name: string
  type: 'text' | 'long_text' | 'number' | 'boolean' | 'choice'
  /** For a choice: the values, each with its label. */
  choices?: { value: string; label: string }[]
  /** What counts where the option is not set. */
  default?: string | number | boolean
}

interface ProviderBasics {
  id: string
  label: string
  /** The vendor's page on its API. */
  docs: string
  fields: {
    from?: GatewayField
    account_sid?: GatewayField
    /** Secret. */
    auth_token?: GatewayField
    base_url?: GatewayField
    /** Secret: what callbacks are signed with, where that is not the auth token. */
    callback_secret?: GatewayField
  }
  options: OptionField[]
  /**
   * Mistakes in a gateway's fields, each a sentence that says what to do. Empty: it can be saved. Fields that are required
   * and empty, and options of a wrong type or name, are found without it (sms/gateway-problems.ts).
   */
  problems(gateway: OpenGateway): FieldError[]
  /** What is not wrong but worth knowing: shown with the record. An unencrypted base URL is found without it. */
  warnings(gateway: OpenGateway): string[]
}

/** A provider that is spoken to over HTTP: pure functions, the shared engine (sms/http.ts) does the talking. */
export interface HttpProvider extends ProviderBasics {
  kind: 'http'
  buildSend(sms: OutgoingSms, gateway: OpenGateway): HttpRequest | Promise<HttpRequest>
  readSend(answer: HttpAnswer, gateway: OpenGateway): SendOutcome
  /** Asks whether the provider has the message that was sent between `since` and now. */
  buildLookup?(sms: OutgoingSms, gateway: OpenGateway, since: Date): HttpRequest | Promise<HttpRequest>
  /** `known`: the provider's ids of other messages with the same text; none of them is the one that is looked for. */
  readLookup?(answer: HttpAnswer, sms: OutgoingSms, since: Date, known?: ReadonlySet<string>): LookupOutcome
  /** Asks what a message has cost, where the provider knows it only later and the gateway's option `ask_prices` is set. */
  buildPriceQuestion?(providerMessageId: string, gateway: OpenGateway): HttpRequest
  readPriceAnswer?(answer: HttpAnswer): Price | undefined
  /** Asks something that needs the credentials and sends nothing. */
  buildCheck?(gateway: OpenGateway, now: Date): HttpRequest | Promise<HttpRequest>
  readCheck?(answer: HttpAnswer, gateway: OpenGateway): CheckOutcome
  /**
   * Whether callbacks are signed. `always`: a good signature is all that counts. `optional`: signed once the operator has
   * set a `callback_secret` up, checked beside the secret parameter `t` of the URL. `never`: `t` stands alone.
   */
  signing: 'always' | 'optional' | 'never'
  /** Not there where nothing is ever signed. False without a secret. */
  verifyCallback?(callback: Callback, gateway: OpenGateway, now: Date): boolean
  /** Throws nothing: what cannot be read says nothing. */
  readCallback?(callback: Callback, gateway: OpenGateway): Receipt[]
  /** Texts from phones, which come to /hooks/sms/GATEWAY_ID/inbound: STOP and START are heard. */
  readInbound?(callback: Callback, gateway: OpenGateway): InboundSms[]
  /** What has to be called to switch callbacks on (AWS SNS), where this callback asks for it. */
  confirmCallback?(callback: Callback, gateway: OpenGateway): HttpRequest | undefined
}

/** A provider inside Gatehouse. */
export interface LocalProvider extends ProviderBasics {
  kind: 'local'
}

/** A provider whose connection is kept open and speaks both ways (SMPP). */
export interface SessionProvider extends ProviderBasics {
  kind: 'session'
  open(gateway: OpenGateway, events: SessionEvents): SmsSession
}

export interface SessionEvents {
  /** True: it was recorded, or never will be. False: the message is not known yet, so it may come again. */
  onReceipt(receipt: Receipt): Promise<boolean>
  onInbound(sms: InboundSms): Promise<void>
  /** For the log: what happened to the connection. Holds no secret, number or text. */
  onNote(level: 'info' | 'warn', note: string): void
}

/** One gateway's connection. It connects when it is first needed, and again after it was lost. */
export interface SmsSession {
  /** Sends once, from this sender, which may be another one for each country. Throws nothing. */
  send(sms: OutgoingSms, from: string): Promise<SendOutcome>
  check(): Promise<CheckOutcome>
  /** Waits for what is under way, says goodbye, and ends the connection. */
  close(): Promise<void>
}

export type SmsProvider = HttpProvider | LocalProvider | SessionProvider
