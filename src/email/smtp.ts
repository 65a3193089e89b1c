import type { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import type { MailServer } from '../catalogue.ts'
import type { CheckOutcome, SendOutcome } from '../sms/provider.ts'
import { isEmailAddress, type Mailbox, parseMailbox } from './address.ts'
import { judgeSmtpCheck, judgeSmtpError, type SmtpError } from './smtp-outcome.ts'

/** A mail server with its password in clear, as only the sender sees it. */
export type OpenMailServer = Pick<MailServer, 'id' | 'host' | 'port' | 'security' | 'username' | 'from' | 'updated_at'> & {
  password: string
}

export interface OutgoingMail {
  /** Our message id: the Message-ID is made from it, so that the same message sent twice can be told by its receiver. */
  id: string
  to: string
  /** Empty: the mail goes without a subject, as email-to-SMS gateways want it. */
  subject: string
  text: string
  html?: string
  /** Where a bounce goes (email/bounce-address.ts); unless given, to the sender. Never empty: mail without a return address looks like a bounce itself. */
  envelopeFrom?: string | undefined
}

export interface Mailer {
  /** Hands one mail to the server and says what became of it. Throws nothing that a server can cause. */
  send(server: OpenMailServer, mail: OutgoingMail): Promise<SendOutcome>
  /** Connects, encrypts and logs in as for a mail, and sends none. Throws nothing that a server can cause. */
  check(server: OpenMailServer): Promise<CheckOutcome>
  /** Ends all connections; a mail under way is given up. */
  close(): void
}

export interface MailerOptions {
  /** PEM of certificate authorities that count instead of the system's. */
  ca?: string
  timeouts?: Timeouts
}

interface Timeouts {
  connectMs: number
  /** The longest silence of a server. */
  silenceMs: number
  /** The longest a mail may take, whatever the server keeps saying. */
  sendMs: number
}

const TIMEOUTS: Timeouts = { connectMs: 10_000, silenceMs: 30_000, sendMs: 60_000 }
const CONNECTIONS_MAX = 5
const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

type Pool = ReturnType<typeof openPool>

/** Opens connections to mail servers as they are needed and keeps them: one pool for each state of each server's record. */
export function createMailer(options: MailerOptions = {}): Mailer {
  const pools = new Map<string, { pool: Pool; updatedAt: number }>()

  function poolFor(server: OpenMailServer): Pool {
    const updatedAt = server.updated_at.getTime()
    const known = pools.get(server.id)
    if (known?.updatedAt === updatedAt) return known.pool
    known?.pool.transport.close()
    const pool = openPool(server, options)
    pools.set(server.id, { pool, updatedAt })
    return pool
  }

  return {
    async send(server, mail) {
      const sender = parseMailbox(server.from)
      if (!sender)
        return {
          outcome: 'rejected',
          by: 'configuration',
          code: 'bad_sender',
          message: 'The mail server’s from is not an email address.',
        }
      if (!isEmailAddress(mail.to))
        return { outcome: 'rejected', by: 'recipient', code: 'bad_address', message: 'This is not one email address.' }
      return poolFor(server).send(sender, mail)
    },
    check: server => poolFor(server).check(),
    close() {
      for (const { pool } of pools.values()) pool.transport.close({ force: true })
      pools.clear()
    },
  }
}

function openPool(server: OpenMailServer, { ca, timeouts = TIMEOUTS }: MailerOptions) {
  // What is being sent, by Message-ID: a body that was read from has, at least in part, left.
  const bodies = new Map<string, Readable>()
  const transport = createTransport({
    pool: true,
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    // Never in clear when encryption is asked for, and never a surprise handshake when it is not.
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    // With a login configured, a server that offers none is a mistake to be told, not a mail to be sent without it.
    ...(server.username && { auth: { user: server.username, pass: server.password }, forceAuth: true }),
    maxConnections: CONNECTIONS_MAX,
    // A connection that the server dropped while it was idle costs one more try; nothing of a mail has left then.
    maxRequeues: 2,
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.connectMs,
    dnsTimeout: timeouts.connectMs,
    socketTimeout: timeouts.silenceMs,
    ...(ca && { tls: { ca } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  })
  transport.use('stream', (mail, done) => {
    mail.message.processFunc(body => {
      bodies.set(String(mail.data.messageId), body)
      return body
    })
    // A carrier's gateway may know no quoted-printable, which nodemailer takes for any line of more than 76 characters.
    if (!mail.data.html && /^[\n\x20-\x7e]*$/.test(String(mail.data.text))) mail.message.getTransferEncoding = () => '7bit'
    done()
  })

  return {
    transport,
    async send(sender: Mailbox, mail: OutgoingMail): Promise<SendOutcome> {
      const messageId = `<${mail.id}@${sender.address.slice(sender.address.lastIndexOf('@') + 1)}>`
      try {
        await transport.sendMail({
          messageId,
          // Both given in parts, so that no parser looks for a second address in them.
          envelope: { from: mail.envelopeFrom || sender.address, to: [mail.to] },
          // Only told to servers that know it (RFC 3461): a bounce is to name the address as it was given, and to leave out
          // the text, which has a code in it.
          ...(mail.envelopeFrom && {
            dsn: { return: 'headers', notify: ['failure', 'delay'], recipient: `rfc822;${mail.to}` } as const,
          }),
          from: sender,
          to: { name: '', address: mail.to },
          ...(mail.subject && { subject: mail.subject }),
          text: mail.text,
          ...(mail.html && { html: mail.html }),
          headers: HEADERS,
          xMailer: false,
          signal: AbortSignal.timeout(timeouts.sendMs),
        })
        return { outcome: 'accepted', providerMessageId: messageId.slice(1, -1) }
      } catch (error) {
        const bodyHasLeft = bodies.get(messageId)?.readableDidRead === true
        return judgeSmtpError(error as SmtpError, { bodyHasLeft, to: mail.to, text: `${mail.subject}\n${mail.text}` })
      } finally {
        bodies.delete(messageId)
      }
    },
    async check(): Promise<CheckOutcome> {
      try {
        await within(timeouts.sendMs, transport.verify())
        return { outcome: 'ok', message: checkedMessage(server) }
      } catch (error) {
        return judgeSmtpCheck(error as SmtpError)
      }
    },
  }
}

function checkedMessage({ security, username }: OpenMailServer): string {
  if (security === 'none')
    return username
      ? 'The server answers (without encryption); the login was taken. Nothing was sent.'
      : 'The server answers (without encryption); no login was tried. Nothing was sent.'
  return username
    ? 'The server answers (encrypted, with a valid certificate); the login was taken. Nothing was sent.'
    : 'The server answers (encrypted, with a valid certificate); no login was tried. Nothing was sent.'
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(Object.assign(new Error('Timeout'), { code: 'ETIMEDOUT' })), ms)
  try {
    await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
