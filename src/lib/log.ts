import { type DestinationStream, type Logger, pino } from 'pino'

export type { Logger }

// Whatever is logged under one of these names is a secret, at the top or one or two levels down.
const SECRET_NAMES = ['authorization', 'cookie', 'password', 'auth_token', 'token', 'code', 'secret', 'key', 'body', 'text']
const SECRET_PATHS = SECRET_NAMES.flatMap(name => [name, `*.${name}`, `*.*.${name}`])

// An error of pg carries its whole connection and the values of a row; only what it says is logged.
function serializeError(error: Error): Record<string, unknown> {
  return { type: error.name, message: error.message, stack: error.stack }
}

/** Makes the logger: one JSON object a line, secrets redacted. `out` is standard error unless it is given. */
export function createLog(level: string, out: DestinationStream = pino.destination({ fd: 2, sync: true })): Logger {
  return pino(
    { level, base: null, serializers: { err: serializeError }, redact: { paths: SECRET_PATHS, censor: '[redacted]' } },
    out,
  )
}
