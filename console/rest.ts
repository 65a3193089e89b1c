import { HttpError } from 'ra-core'
import type { ServerText } from './server-catalogue.ts'
import { inEnglish, loadServerText } from './server-text.ts'

const API = '/api/v1'

interface Problem {
  code: string
  title: string
  detail: string
  errors?: { field: string; message: string }[]
  /** Of a second step: the first one has to be done again. */
  sign_in_again?: boolean
  used_by?: { resource: string; id: string; name: string }[]
}

export interface CallOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  query?: Record<string, unknown>
  body?: unknown
  /** Sends this text instead of JSON. */
  csv?: string
  /** Sends this file as it is. */
  file?: Blob
  signal?: AbortSignal | undefined
}

/**
 * A refusal in the operator's language: `status`, the API's `code`, and in `body.errors` the message for each field, nested
 * as the record is.
 */
export class Refusal extends HttpError {
  readonly code: string
  readonly usedBy: NonNullable<Problem['used_by']>
  readonly retryAfterS: number | undefined
  readonly signInAgain: boolean

  constructor(
    problem: Problem,
    status: number,
    { retryAfter, serverText }: { retryAfter: string | null; serverText: ServerText },
  ) {
    const errors = (problem.errors ?? []).map(({ field, message }) => ({ field, message: serverText(message) }))
    super(sayDetail(problem, serverText), status, { errors: nestErrors(errors) })
    // HttpError makes itself the prototype of whatever extends it, and then this would be no Refusal.
    Object.setPrototypeOf(this, Refusal.prototype)
    this.code = problem.code
    this.usedBy = problem.used_by ?? []
    this.signInAgain = problem.sign_in_again ?? false
    this.retryAfterS = retryAfter === null ? undefined : Number(retryAfter)
  }
}

/** Asks the person at the screen to confirm who they are. Answers whether they did. Set by layout/confirm-identity.tsx. */
type AskToConfirm = () => Promise<boolean>
let askToConfirm: AskToConfirm = async () => false

export function onConfirmNeeded(ask: AskToConfirm): void {
  askToConfirm = ask
}

let sayUnreachable = () => 'Gatehouse does not answer.'

/** How to say, in the language that is shown, that there was no answer. Set by main.tsx. */
export function onUnreachable(say: () => string): void {
  sayUnreachable = say
}

/** Calls the REST API with the session's cookie. Answers the JSON, or undefined where there is none. Throws a Refusal. */
export async function call<T = unknown>(path: string, options: CallOptions = {}): Promise<T> {
  const response = await send(path, options)
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

async function send(path: string, options: CallOptions): Promise<Response> {
  const response = await request(path, options)
  if (response.ok) return response
  const refusal = await readRefusal(response, options)
  // What is sensitive asks once more who is there, and then goes on where it stopped.
  if (refusal.code === 'confirm_identity' && (await askToConfirm())) {
    const again = await request(path, options)
    if (again.ok) return again
    throw await readRefusal(again, options)
  }
  throw refusal
}

async function request(path: string, { method = 'GET', query = {}, body, csv, file, signal }: CallOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (csv !== undefined) headers['content-type'] = 'text/csv'
  if (file) headers['content-type'] = file.type
  try {
    return await fetch(API + path + toSearch(query), {
      method,
      headers,
      credentials: 'same-origin',
      signal: signal ?? null,
      body: file ?? csv ?? (body === undefined ? null : JSON.stringify(body)),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new HttpError(sayUnreachable(), 0)
  }
}

async function readRefusal(response: Response, { method = 'GET' }: CallOptions): Promise<Refusal> {
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined
  const unknown = { code: 'internal', title: response.statusText, detail: `${response.status} ${response.statusText}` }
  // Whoever is signed out is led to the sign-in page instead of reading this: that page waits for no words.
  const isLedToSignIn = response.status === 401 && method === 'GET'
  return new Refusal(problem ?? unknown, response.status, {
    retryAfter: response.headers.get('retry-after'),
    serverText: isLedToSignIn ? inEnglish : await loadServerText(),
  })
}

/** Of several fields the detail holds what is said of each, after its name. */
function sayDetail({ title, detail, errors = [] }: Problem, serverText: ServerText): string {
  const parts = (say: ServerText) => errors.map(({ field, message }) => `${field}: ${say(message)}`).join(' ')
  return errors.length > 0 && detail === parts(text => text) ? parts(serverText) : serverText(detail || title)
}

/** Turns filters into a query string: a list becomes the same name several times, what is undefined is left out. */
export function toSearch(query: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) search.append(name, one instanceof Date ? one.toISOString() : String(one))
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

/** `options.status_url` is a field inside another; forms look for its error there. */
function nestErrors(errors: { field: string; message: string }[]): Record<string, unknown> {
  const nested: Record<string, unknown> = {}
  for (const { field, message } of errors) {
    const path = field.split('.')
    const last = path.pop() ?? field
    let at = nested
    for (const step of path) {
      const next = at[step]
      at[step] = typeof next === 'object' && next !== null ? next : {}
      at = at[step] as Record<string, unknown>
    }
    at[last] = message
  }
  return nested
}
