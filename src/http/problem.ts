import pg from 'pg'
import { AppError, ERRORS } from '../errors.ts'

/** An error as RFC 9457 has it. `type` is a relative reference to the errors on the reference page. */
export interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: string
  errors?: { field: string; message: string }[]
  [more: string]: unknown
}

export function toProblem(error: AppError): Problem {
  return {
    ...error.extra,
    type: `/api/docs#error-${error.code}`,
    title: ERRORS[error.code].title,
    status: error.status,
    code: error.code,
    detail: error.message,
    ...((error.status === 422 || error.fields.length > 0) && { errors: error.fields }),
  }
}

const UNAVAILABLE_RETRY_AFTER_S = 2
const NODE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])
/** PostgreSQL: connection exceptions, no sign-in, no such database, too many connections, shutting down or starting up, read-only after a fail-over. */
const SQL_STATES = /^(08|28|3D000|53300|57P0[1-4]|25006)/
/** What pg and pg-pool say without any code. */
const PG_MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|Client was closed/

/** True for what the driver throws when there is no database to talk to. */
function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (error instanceof pg.DatabaseError) return SQL_STATES.test(code)
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnavailable)
  return NODE_CODES.has(code) || PG_MESSAGES.test(error.message)
}

/** Turns whatever was thrown into a refusal. What is no refusal becomes `internal`, and its caller logs it. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (isDatabaseUnavailable(error))
    return new AppError('unavailable', 'The database cannot be reached at the moment. Try again shortly.', {
      retryAfterS: UNAVAILABLE_RETRY_AFTER_S,
    })
  return new AppError('internal', 'This is a fault of the server. The request id finds it in its log.')
}

/** An unexpected error for the log. Not the whole object: PostgreSQL puts values of the row into `detail` and `where`. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, constraint, table, column, routine } = error as Partial<pg.DatabaseError>
  return { type: error.name, message: error.message, code, constraint, table, column, routine, stack: error.stack }
}
