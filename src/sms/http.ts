import { Agent, type Dispatcher } from 'undici'
import { isMetadataAddress, lookupElsewhere, METADATA_ADDRESS } from './metadata-address.ts'
import type {
  CheckOutcome,
  HttpAnswer,
  HttpProvider,
  HttpRequest,
  LookupOutcome,
  OpenGateway,
  OutgoingSms,
  SendOutcome,
} from './provider.ts'

/** To one origin. What a gateway may use of it is its own concurrency_max. */
const CONNECTIONS_MAX = 2048
/** Short, so that the next gateway has the message within 2 s; nothing is lost by trying again. */
const CONNECT_TIMEOUT_MS = 1_500
const EXCHANGE_TIMEOUT_MS = 15_000
const BODY_BYTES_MAX = 64 * 1024

/** `before_sent`: no byte of the request has left; `after_sent`: it may have arrived. The message holds no secret and no text. */
interface ExchangeFailure {
  failed: 'before_sent' | 'after_sent'
  code: string
  message: string
}

/** The connections to all HTTP providers. */
export interface HttpEngine {
  /** Sends a request once, never again, follows no redirect, and never throws. */
  exchange(request: HttpRequest): Promise<HttpAnswer | ExchangeFailure>
  /** Waits for what is under way, which the time limits bound. */
  close(): Promise<void>
}

export interface HttpEngineOptions {
  /** Connections to one origin; more requests than that wait for one to be free. */
  connectionsMax?: number
  /** The longest a request waits for a connection. */
  connectTimeoutMs?: number
  /** The longest from then until its whole answer is here. */
  timeoutMs?: number
}

export function openHttpEngine(options: HttpEngineOptions = {}): HttpEngine {
  const timeoutMs = options.timeoutMs ?? EXCHANGE_TIMEOUT_MS
  const connectTimeoutMs = options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS
  const agent = new Agent({
    connections: options.connectionsMax ?? CONNECTIONS_MAX,
    connect: { timeout: connectTimeoutMs, lookup: lookupElsewhere },
    // HTTP/2 would let one broken connection take many requests with it.
    allowH2: false,
    pipelining: 1,
    // A timer of our own bounds an exchange exactly, however slowly the bytes trickle; undici's are a second off.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  let closing: Promise<void> | undefined
  return {
    exchange: request =>
      new Promise(resolve => {
        const url = URL.parse(request.url)
        if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
          return resolve({
            failed: 'before_sent',
            code: 'invalid_url',
            message: 'The base URL is no http or https address.',
          })
        if (isMetadataAddress(url.hostname))
          return resolve({
            failed: 'before_sent',
            code: METADATA_ADDRESS,
            message: connectFailure(url.host, METADATA_ADDRESS),
          })
        agent.dispatch(
          {
            origin: url.origin,
            path: url.pathname + url.search,
            method: request.method,
            headers: { 'user-agent': 'Gatehouse', ...request.headers },
            body: request.body ?? null,
          },
          new Exchange(url.host, { connectTimeoutMs, timeoutMs }, resolve),
        )
      }),
    close() {
      closing ??= agent.close()
      return closing
    },
  }
}

/**
 * One request and its answer. undici calls onRequestStart right before it writes to a connected socket: a failure
 * without that call is one where nothing was sent, and after it every failure counts as sent.
 */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #host: string
  readonly #timeoutMs: number
  readonly #connectTimeoutMs: number
  #timer: NodeJS.Timeout
  readonly #resolve: (result: HttpAnswer | ExchangeFailure) => void
  #controller: Dispatcher.DispatchController | undefined
  #done = false
  #status = 0
  #headers: Record<string, string> = {}
  #chunks: Buffer[] = []
  #bytes = 0

  constructor(
    host: string,
    { connectTimeoutMs, timeoutMs }: { connectTimeoutMs: number; timeoutMs: number },
    resolve: (result: HttpAnswer | ExchangeFailure) => void,
  ) {
    this.#host = host
    this.#timeoutMs = timeoutMs
    this.#resolve = resolve
    this.#connectTimeoutMs = connectTimeoutMs
    this.#timer = setTimeout(() => this.#timeOut(), connectTimeoutMs)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Given up while it waited for a connection, or about to be written a second time: nothing may leave.
    if (this.#done || this.#controller) {
      controller.abort(new Error('given up'))
      return
    }
    this.#controller = controller
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#timeOut(), this.#timeoutMs)
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.#status = status
    this.#headers = {}
    for (const name in headers) {
      const value = headers[name]
      if (value !== undefined) this.#headers[name.toLowerCase()] = typeof value === 'string' ? value : value.join(', ')
    }
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#done) return
    this.#chunks.push(chunk)
    this.#bytes += chunk.length
    if (this.#bytes < BODY_BYTES_MAX) return
    this.#answer()
    controller.abort(new Error('answer too large'))
  }

  onResponseEnd(): void {
    if (!this.#done) this.#answer()
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
    this.#fail(
      code,
      this.#controller ? `${this.#host} closed the connection before its answer was complete.` : connectFailure(this.#host, code),
    )
  }

  #timeOut(): void {
    this.#fail(
      'timeout',
      this.#controller
        ? `${this.#host} did not answer within ${this.#timeoutMs / 1000} s.`
        : `${this.#host} gave no connection within ${this.#connectTimeoutMs / 1000} s.`,
    )
    this.#controller?.abort(new Error('timed out'))
  }

  #answer(): void {
    const body = Buffer.concat(this.#chunks).subarray(0, BODY_BYTES_MAX).toString('utf8')
    this.#finish({ status: this.#status, headers: this.#headers, body })
  }

  #fail(code: string, message: string): void {
    this.#finish({ failed: this.#controller ? 'after_sent' : 'before_sent', code, message })
  }

  #finish(result: HttpAnswer | ExchangeFailure): void {
    if (this.#done) return
    this.#done = true
    clearTimeout(this.#timer)
    this.#resolve(result)
  }
}

function connectFailure(host: string, code: string): string {
  switch (code) {
    case 'ECONNREFUSED':
      return `${host} refuses the connection.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is not a name that can be resolved.`
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return `${host} cannot be reached.`
    case METADATA_ADDRESS:
      return `${host} is where a cloud keeps credentials, and no provider: nothing is sent there.`
    default:
      return /CERT|TLS|SSL|SELF_SIGNED|EPROTO/.test(code)
        ? `${host} has no valid TLS certificate (${code}).`
        : `${host} gives no connection (${code}).`
  }
}

/** Sends one message through a provider that is spoken to over HTTP, and says what became of it. */
export async function sendByHttp(
  engine: HttpEngine,
  provider: HttpProvider,
  sms: OutgoingSms,
  gateway: OpenGateway,
): Promise<SendOutcome> {
  const answer = await engine.exchange(await provider.buildSend(sms, gateway))
  if ('failed' in answer) {
    const outcome = answer.failed === 'before_sent' ? 'unavailable' : 'unknown'
    return { outcome, code: answer.code, message: answer.message }
  }
  if (isRedirect(answer)) return { outcome: 'rejected', by: 'configuration', code: `http_${answer.status}`, message: REDIRECT }
  const outcome = provider.readSend(answer, gateway)
  // A provider that gives no id of its own knows the message by ours, if by any.
  return outcome.outcome === 'accepted' && outcome.providerMessageId === '' ? { ...outcome, providerMessageId: sms.id } : outcome
}

const REDIRECT =
  'The address answers with a redirect, which is not followed with a secret: put the final address into the base URL.'

function isRedirect(answer: HttpAnswer): boolean {
  return answer.status >= 300 && answer.status < 400
}

/** Asks the provider whether it has a message that was sent at or after `since` and whose answer was lost. `known`: ids of other messages. */
export async function lookupByHttp(
  engine: HttpEngine,
  provider: HttpProvider,
  sms: OutgoingSms,
  gateway: OpenGateway,
  { since, known }: { since: Date; known: ReadonlySet<string> },
): Promise<LookupOutcome> {
  if (!provider.buildLookup || !provider.readLookup) return { outcome: 'cannot_tell' }
  const answer = await engine.exchange(await provider.buildLookup(sms, gateway, since))
  return 'failed' in answer ? { outcome: 'cannot_tell' } : provider.readLookup(answer, sms, since, known)
}

/** Asks the provider whether the credentials are good. Sends no message. */
export async function checkByHttp(
  engine: HttpEngine,
  provider: HttpProvider,
  gateway: OpenGateway,
  now: Date,
): Promise<CheckOutcome> {
  if (!provider.buildCheck || !provider.readCheck)
    return {
      outcome: 'cannot_tell',
      code: 'no_check',
      message: `${provider.label} has nothing that could be asked without sending: send a test message.`,
    }
  const answer = await engine.exchange(await provider.buildCheck(gateway, now))
  if ('failed' in answer) return { outcome: 'cannot_tell', code: answer.code, message: answer.message }
  if (isRedirect(answer)) return { outcome: 'refused', code: `http_${answer.status}`, message: REDIRECT }
  return provider.readCheck(answer, gateway)
}
