import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import type { Context } from '../context.ts'
import { OperatorError } from '../lib/operator-error.ts'
import { findBouncedMessage } from './bounce-address.ts'

/** A mail with more is no bounce of a mail of ours, which have a few kilobytes. */
export const BOUNCE_BYTES_MAX = 1024 * 1024
const CLIENTS_MAX = 20
/** A bounce is about one message. */
const RECIPIENTS_MAX = 1
const SILENCE_MS = 30_000
const CLOSE_GRACE_MS = 2_000

export interface BounceListener {
  port: number
  /** Stops listening, lets the mails under way end, and drops what is left after 2 s. */
  close(): Promise<void>
}

/**
 * Listens for returned mail where the configuration says so; undefined: it does not. Takes mail only for return addresses
 * that Gatehouse has made itself, so nobody can send through it or to anybody. `record` may throw: the mail is then asked
 * for again.
 */
export async function startBounceListener(
  ctx: Pick<Context, 'config' | 'keys' | 'log'>,
  record: (mail: { raw: Buffer; recipients: string[] }) => Promise<unknown>,
): Promise<BounceListener | undefined> {
  const { bounceListen } = ctx.config
  if (!bounceListen) return undefined
  const { protocol, host, port } = bounceListen
  const server = new SMTPServer({
    lmtp: protocol === 'lmtp',
    name: new URL(ctx.config.publicUrl).hostname,
    banner: 'Gatehouse takes bounces only',
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    size: BOUNCE_BYTES_MAX,
    rejectOversized: true,
    maxClients: CLIENTS_MAX,
    maxRecipients: RECIPIENTS_MAX,
    socketTimeout: SILENCE_MS,
    closeTimeout: CLOSE_GRACE_MS,
    logger: false,
    onRcptTo(address, _session, done) {
      if (findBouncedMessage(ctx.keys, address.address)) done()
      else done(refusal(550, 'No such return address'))
    },
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address)
      readWhole(stream)
        .then(raw => (stream.sizeExceeded ? undefined : record({ raw, recipients })))
        .then(
          () => done(null, 'Taken'),
          error => {
            ctx.log.warn({ err: error }, 'a bounce could not be recorded; its sender is asked to come again')
            done(refusal(451, 'Not recorded, come again later'))
          },
        )
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', error =>
      reject(new OperatorError(`GATEHOUSE_BOUNCE_LISTEN: cannot listen on ${host}, port ${port}: ${error.message}`)),
    )
    server.listen(port, host, resolve)
  })
  server.removeAllListeners('error')
  // A client that goes away in the middle has lost nothing but its own time.
  server.on('error', error => ctx.log.debug({ err: error }, 'a connection to the bounce listener failed'))
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise(resolve => server.close(resolve)),
  }
}

/** Reads a mail to its end, and keeps no more of it than may be taken. */
async function readWhole(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    bytes += part.byteLength
    if (bytes <= BOUNCE_BYTES_MAX) parts.push(part)
  }
  return Buffer.concat(parts)
}

function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode })
}
