import { createServer, type RequestListener, type Server, STATUS_CODES } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'

/** How slow a client may be, in milliseconds. */
export interface Patience {
  /** Until the head of a request is complete. */
  headers: number
  /** Until the whole request is. */
  request: number
  /** Between requests: longer than the 60 s of common load balancers, so that it is never us who close under a request. */
  keepAlive: number
  /** Without any progress while a request is answered: a client that does not read holds its answer in our memory. */
  stalled: number
  /** How often the first two are looked at. */
  check: number
}

export const PATIENCE: Patience = { headers: 10_000, request: 30_000, keepAlive: 65_000, stalled: 120_000, check: 5_000 }

/**
 * Connections that wait to be taken; the system may allow fewer (net.core.somaxconn). Where a crowd fills Node's own 511 while the
 * server is busy, the rest are dropped and try again after 1, 3, 7 and 15 s.
 */
const BACKLOG = 4096
/** How long running requests may finish after `close()`. */
const CLOSE_GRACE_MS = 5_000
/** What Node calls the requests that never reach a listener, and what they are answered. Everything else is a 400. */
const STATUS_OF: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
}

export interface Listening {
  port: number
  /** Stops listening, lets running requests finish, and drops what is left after 5 s. */
  close(): Promise<void>
}

/** Listens for HTTP. What is no request is refused here, with `headers`, and its connection closed. */
export async function listen(
  listener: RequestListener,
  where: { host: string; port: number; patience: Patience; headers: Record<string, string> },
): Promise<Listening> {
  const { patience, headers } = where
  const server = createServer(
    {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      keepAliveTimeout: patience.keepAlive,
      connectionsCheckingInterval: patience.check,
      // http/server.ts refuses a request without a Host itself, with its headers.
      requireHostHeader: false,
    },
    listener,
  )
  server.timeout = patience.stalled
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(socket, STATUS_OF[error.code ?? ''] ?? 400, headers))
  server.on('checkExpectation', (_request, response) => response.writeHead(417, { ...headers, connection: 'close' }).end())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: where.host, port: where.port, backlog: BACKLOG }, resolve)
  })
  return { port: (server.address() as AddressInfo).port, close: () => close(server) }
}

function refuse(socket: Duplex, status: number, headers: Record<string, string>): void {
  // An answer that has begun cannot be followed by another: Node looks at the same field.
  const { _httpMessage: answer } = socket as Socket & { _httpMessage?: { headersSent: boolean } }
  if (!socket.writable || answer?.headersSent) {
    socket.destroy()
    return
  }
  const lines = Object.entries({ ...headers, 'content-length': '0', connection: 'close' })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n`, () => socket.destroy())
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return
  const timer = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS)
  await new Promise<void>(resolve => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  clearTimeout(timer)
}
