import { type AddressInfo, createServer, type Socket } from 'node:net'

export interface CannedAnswer {
  status: number
  headers?: Record<string, string>
  body?: string
}

export type RawServer = Awaited<ReturnType<typeof startRawServer>>

/**
 * A server on loopback below HTTP: it reads whole requests and does with the socket what the test wants. `respond` gets
 * the socket and the number of the request, from 1.
 */
export async function startRawServer(respond: (socket: Socket, n: number) => void) {
  const requests: string[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer({ noDelay: true }, socket => {
    connections++
    sockets.add(socket)
    let received = ''
    socket.setEncoding('latin1')
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (chunk: string) => {
      received += chunk
      for (;;) {
        const head = received.indexOf('\r\n\r\n')
        const length = head < 0 ? 0 : Number(/^content-length: *(\d+)/im.exec(received.slice(0, head))?.[1] ?? 0)
        if (head < 0 || received.length < head + 4 + length) return
        requests.push(received.slice(0, head + 4 + length))
        received = received.slice(head + 4 + length)
        respond(socket, requests.length)
      }
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    /** Every whole request, head and body. */
    requests,
    get connections() {
      return connections
    },
    get openSockets() {
      return sockets.size
    },
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** Writes a whole answer and leaves the connection open. */
export function writeAnswer(socket: Socket, answer: CannedAnswer): void {
  const body = answer.body ?? ''
  const headers = { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)), ...answer.headers }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`HTTP/1.1 ${answer.status} Answer\r\n${lines.join('')}\r\n${body}`)
}
