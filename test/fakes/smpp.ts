import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import {
  ANSWER,
  COMMAND,
  decodeShortMessage,
  encodePdu,
  encodeShortMessage,
  type Pdu,
  PduReader,
  type ShortMessage,
} from '../../src/sms/smpp/pdu.ts'

const NOTHING: ShortMessage = {
  source: { ton: 1, npi: 1, address: '15555550199' },
  destination: { ton: 1, npi: 1, address: '15555550100' },
  esmClass: 0,
  validityPeriod: '',
  registeredDelivery: 0,
  dataCoding: 0,
  octets: Buffer.alloc(0),
  tlvs: new Map(),
}

/** What the SMSC does with a request; `silence`: nothing at all. */
export type Answer = { status?: number; id?: string } | 'silence' | 'disconnect'

export interface Submit extends ShortMessage {
  /** From 1, over all connections. */
  number: number
  sequence: number
  peer: Peer
}

export interface SmscScript {
  onBind: (number: number) => Answer | Promise<Answer>
  onSubmit: (submit: Submit) => Answer | Promise<Answer>
  answersEnquireLink: boolean
  answersUnbind: boolean
}

export type Smsc = Awaited<ReturnType<typeof startSmsc>>

/** An SMSC on loopback that does whatever a test wants; its script may change while it runs. */
export async function startSmsc(options: Partial<SmscScript> & { tls?: { key: string; cert: string }; port?: number } = {}) {
  const script: SmscScript = {
    onBind: () => ({}),
    onSubmit: () => ({}),
    answersEnquireLink: true,
    answersUnbind: true,
    ...options,
  }
  const peers = new Set<Peer>()
  const seen = {
    binds: [] as Buffer[],
    submits: [] as Submit[],
    enquireLinks: 0,
    unbinds: 0,
    nacks: [] as number[],
    connections: 0,
    /** The most submits that waited for an answer at once. */
    unansweredMost: 0,
  }
  let unanswered = 0

  function accept(socket: Socket): void {
    seen.connections++
    const peer = new Peer(socket)
    peers.add(peer)
    socket.on('error', () => undefined)
    socket.on('close', () => peers.delete(peer))
    const reader = new PduReader()
    socket.on('data', chunk => {
      for (const pdu of reader.push(chunk) ?? []) void take(peer, pdu)
    })
  }

  async function take(peer: Peer, pdu: Pdu): Promise<void> {
    const { command, sequence } = pdu
    if (command === COMMAND.bind_transceiver) {
      seen.binds.push(Buffer.from(pdu.body))
      peer.answer(command, sequence, await script.onBind(seen.binds.length), 'SMSC')
    } else if (command === COMMAND.submit_sm) await takeSubmit(peer, pdu)
    else if (command === COMMAND.enquire_link) {
      seen.enquireLinks++
      if (script.answersEnquireLink) peer.answer(command, sequence, {})
    } else if (command === COMMAND.unbind) {
      seen.unbinds++
      if (script.answersUnbind) peer.answer(command, sequence, {})
    } else if (command === COMMAND.generic_nack) seen.nacks.push(pdu.status)
    else if (command === COMMAND.deliver_sm + ANSWER) peer.takeDeliverAnswer(sequence, pdu.status)
  }

  async function takeSubmit(peer: Peer, { command, sequence, body }: Pdu): Promise<void> {
    const sms = decodeShortMessage(Buffer.from(body))
    if (!sms) throw new Error('a submit_sm that cannot be read')
    const submit = { ...sms, number: seen.submits.length + 1, sequence, peer }
    seen.submits.push(submit)
    seen.unansweredMost = Math.max(seen.unansweredMost, ++unanswered)
    const answer = await script.onSubmit(submit)
    unanswered--
    peer.answer(command, sequence, answer, `id-${submit.number}`)
  }

  const server: Server = options.tls ? createTlsServer(options.tls, accept) : createServer(accept)
  await new Promise<void>(resolve => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    script,
    seen,
    peers,
    port,
    url: options.tls ? `smpps://localhost:${port}` : `smpp://127.0.0.1:${port}`,
    /** The only connection there is. */
    get peer(): Peer {
      const [peer, ...others] = peers
      if (!peer || others.length > 0) throw new Error(`${peers.size} connections`)
      return peer
    },
    async close(): Promise<void> {
      for (const peer of peers) peer.socket.destroy()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** One connection, as the SMSC sees it. */
export class Peer {
  readonly socket: Socket
  readonly #waiting = new Map<number, (status: number) => void>()
  #sequence = 0

  constructor(socket: Socket) {
    this.socket = socket
  }

  answer(command: number, sequence: number, answer: Answer, id?: string): void {
    if (answer === 'silence') return
    if (answer === 'disconnect') {
      this.socket.destroy()
      return
    }
    const status = answer.status ?? 0
    // As the specification has it, a refusal has no body.
    const body = id === undefined || status !== 0 ? undefined : Buffer.from(`${answer.id ?? id}\0`, 'latin1')
    this.write(encodePdu({ command: command + ANSWER, status, sequence, body }))
  }

  write(bytes: Buffer): void {
    if (this.socket.writable) this.socket.write(bytes)
  }

  /** Sends any request and returns its sequence number. */
  request(command: number, body?: Buffer): number {
    this.#sequence++
    this.write(encodePdu({ command, sequence: this.#sequence, body }))
    return this.#sequence
  }

  /** Sends a deliver_sm and resolves with the command_status of its answer. */
  deliver(sms: Partial<ShortMessage>): Promise<number> {
    return new Promise(resolve => {
      const sequence = this.request(COMMAND.deliver_sm, encodeShortMessage({ ...NOTHING, ...sms }))
      this.#waiting.set(sequence, resolve)
    })
  }

  /** A receipt in the words of the specification's appendix B. */
  receipt(id: string, stat: string, more: Partial<ShortMessage> = {}): Promise<number> {
    const text = `id:${id} sub:001 dlvrd:001 submit date:2611221200 done date:2611221201 stat:${stat} err:000 text:stat:GUEST err:9`
    return this.deliver({ esmClass: 0x04, octets: Buffer.from(text, 'latin1'), ...more })
  }

  takeDeliverAnswer(sequence: number, status: number): void {
    this.#waiting.get(sequence)?.(status)
    this.#waiting.delete(sequence)
  }
}
