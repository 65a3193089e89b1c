import { readFileSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** A server's refusal: `550`, `5.1.1 No such user`. */
export interface Refusal {
  code: number
  text: string
}

/** What the server does with the next mails; changed between them through `fake.script`. */
export interface Script {
  onConnect?: Refusal
  mailFrom?: Refusal
  rcptTo?: Refusal
  /** The answer to the text of the mail. */
  data?: Refusal
  /** Once the whole text is there: end the connection without an answer, or keep silent. */
  afterData?: 'drop' | 'hang'
  /** Ends the connection instead of answering RCPT TO. */
  dropAtRcpt?: boolean
}

export interface ReceivedMail {
  from: string
  recipients: string[]
  /** As it came over the wire, without the envelope. */
  raw: string
  parsed: ParsedMail
  secure: boolean
  user: string | undefined
  /** What was asked of delivery reports (RFC 3461); empty where nothing was. */
  dsn: { ret?: string; notify?: string[]; orcpt?: string }
}

export interface FakeSmtp {
  port: number
  script: Script
  mails: ReceivedMail[]
  /** Connections accepted so far. */
  connections: number
  /** Who has logged in, with or without sending a mail. */
  logins: string[]
  /** Ends every open connection, as a server does with idle ones. */
  dropConnections(): void
  close(): Promise<void>
}

export interface FakeSmtpOptions {
  /** TLS from the first byte. */
  secure?: boolean
  /** Offer STARTTLS (with the certificate of `selfSigned()`). */
  starttls?: boolean
  /** The only login that is let in; without it the server wants none. */
  login?: { user: string; password: string }
  /** Offer delivery reports. */
  dsn?: boolean
}

/** A real SMTP server on loopback that does as its script says and keeps what it was given. */
export async function startFakeSmtp(options: FakeSmtpOptions = {}): Promise<FakeSmtp> {
  const { secure = false, starttls = false, login, dsn = false } = options
  const sockets = new Set<Socket>()
  const fake: FakeSmtp = {
    port: 0,
    script: {},
    mails: [],
    connections: 0,
    logins: [],
    dropConnections() {
      for (const socket of sockets) socket.destroy()
    },
    async close() {
      fake.dropConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
  const server = new SMTPServer({
    secure,
    ...((secure || starttls) && selfSigned()),
    authOptional: !login,
    allowInsecureAuth: true,
    disabledCommands: [...(starttls ? [] : ['STARTTLS']), ...(login ? [] : ['AUTH'])],
    hideDSN: !dsn,
    logger: false,
    closeTimeout: 100,
    onConnect: (_session, done) => done(refusal(fake.script.onConnect)),
    onAuth(auth, _session, done) {
      if (login && auth.username === login.user && auth.password === login.password) {
        fake.logins.push(login.user)
        done(null, { user: login.user })
      } else done(refusal({ code: 535, text: '5.7.8 Authentication credentials invalid' }))
    },
    onMailFrom: (_address, _session, done) => done(refusal(fake.script.mailFrom)),
    onRcptTo(_address, _session, done) {
      if (fake.script.dropAtRcpt) fake.dropConnections()
      else done(refusal(fake.script.rcptTo))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks)
        const { mailFrom, rcptTo } = session.envelope
        fake.mails.push({
          from: mailFrom ? mailFrom.address : '',
          recipients: rcptTo.map(({ address }) => address),
          raw: raw.toString('utf8'),
          parsed: await simpleParser(raw),
          secure: session.secure,
          user: session.user,
          dsn: {
            ...(session.envelope.dsn?.ret && { ret: session.envelope.dsn.ret }),
            ...(rcptTo[0]?.dsn?.notify && { notify: rcptTo[0].dsn.notify }),
            ...(rcptTo[0]?.dsn?.orcpt && { orcpt: rcptTo[0].dsn.orcpt }),
          },
        })
        if (fake.script.afterData === 'drop') fake.dropConnections()
        else if (fake.script.afterData !== 'hang') done(refusal(fake.script.data))
      })
    },
  })
  server.on('error', () => {
    // A client that goes away in the middle is what the tests are about.
  })
  server.server.on('connection', (socket: Socket) => {
    fake.connections++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  fake.port = (server.server.address() as AddressInfo).port
  return fake
}

/** The addresses of a header as plain text. */
export function addressesOf(header: AddressObject | AddressObject[] | undefined): string[] {
  return [header ?? []].flat().flatMap(part => part.value.map(({ address }) => address ?? ''))
}

const pem = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

/** A certificate for 127.0.0.1 and localhost that nobody vouches for: it is trusted only by whoever is given it. */
export function selfSigned(): { key: string; cert: string } {
  return { key: pem('localhost-key.pem'), cert: pem('localhost-cert.pem') }
}

function refusal(refused: Refusal | undefined): (Error & { responseCode: number }) | undefined {
  return refused && Object.assign(new Error(refused.text), { responseCode: refused.code })
}
