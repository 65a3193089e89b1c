/** Every refusal there is: its code, the HTTP status, and the title that RFC 9457 wants the same for every occurrence. */
export const ERRORS = {
  bad_request: { status: 400, title: 'The request could not be read' },
  unauthorized: { status: 401, title: 'Sign in, or send a valid API key' },
  forbidden: { status: 403, title: 'Not allowed' },
  confirm_identity: { status: 403, title: 'Confirm that it is you' },
  second_factor_due: { status: 403, title: 'Set up a second factor first' },
  cross_site: { status: 403, title: 'The form was sent from another site' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'This address does not take that method' },
  conflict: { status: 409, title: 'The record has changed or clashes with another' },
  in_use: { status: 409, title: 'The record is in use' },
  too_large: { status: 413, title: 'The request is too large' },
  unsupported_media_type: { status: 415, title: 'The content type is not supported' },
  misdirected: { status: 421, title: 'This server does not go by that name' },
  invalid: { status: 422, title: 'Some fields need attention' },
  no_route: { status: 422, title: 'Nothing can send this message' },
  too_many: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on this server' },
  busy: { status: 503, title: 'The server is busy' },
  unavailable: { status: 503, title: 'The database cannot be reached' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof ERRORS

export interface FieldError {
  field: string
  message: string
}

/**
 * A refusal that its receiver can act on. `detail` is a sentence for the person who called; `fields` the fields at fault;
 * `retryAfterS` when to come back. `extra` goes into the problem document as it is.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: FieldError[]
  readonly retryAfterS: number | undefined
  readonly extra: Record<string, unknown>

  constructor(
    code: ErrorCode,
    detail: string,
    more: { fields?: FieldError[]; retryAfterS?: number; extra?: Record<string, unknown> } = {},
  ) {
    super(detail)
    this.code = code
    this.fields = more.fields ?? []
    this.retryAfterS = more.retryAfterS
    this.extra = more.extra ?? {}
  }

  get status(): number {
    return ERRORS[this.code].status
  }
}

/** The refusal for one bad field. */
export function invalidField(field: string, message: string): AppError {
  return new AppError('invalid', message, { fields: [{ field, message }] })
}
