// SMPP 3.4 on the wire (https://smpp.org/SMPP_v3_4_Issue1_2.pdf): frames, and the bodies that a sender of texts needs.

export const COMMAND = {
  generic_nack: 0x8000_0000,
  submit_sm: 0x04,
  deliver_sm: 0x05,
  unbind: 0x06,
  bind_transceiver: 0x09,
  outbind: 0x0b,
  enquire_link: 0x15,
  alert_notification: 0x102,
} as const
/** The bit that makes an answer's id of a request's. */
export const ANSWER = 0x8000_0000

/** What we answer with. Names as in the specification, 5.1.3. */
export const STATUS = {
  ok: 0,
  invalidCommandLength: 0x02,
  invalidCommandId: 0x03,
  notBound: 0x04,
  /** "ESME receiver temporary error": the SMSC keeps it and delivers it again. */
  tryLater: 0x64,
  /** "ESME receiver permanent error": do not deliver it again. */
  cannotBeRead: 0x65,
} as const

export const TLV = {
  receipted_message_id: 0x001e,
  sar_msg_ref_num: 0x020c,
  sar_total_segments: 0x020e,
  sar_segment_seqnum: 0x020f,
  network_error_code: 0x0423,
  message_payload: 0x0424,
  message_state: 0x0427,
} as const

const HEAD_BYTES = 16
/** A message_payload may have 64 KiB; nothing else comes near. */
const PDU_BYTES_MAX = 66 * 1024

export interface Pdu {
  command: number
  status: number
  sequence: number
  body: Buffer
}

export function encodePdu(pdu: { command: number; status?: number; sequence: number; body?: Buffer | undefined }): Buffer {
  const body = pdu.body ?? Buffer.alloc(0)
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeUInt32BE(HEAD_BYTES + body.length, 0)
  head.writeUInt32BE(pdu.command, 4)
  head.writeUInt32BE(pdu.status ?? 0, 8)
  head.writeUInt32BE(pdu.sequence, 12)
  return Buffer.concat([head, body])
}

/** Finds the PDUs in a stream of bytes, however it is cut. */
export class PduReader {
  #rest: Buffer = Buffer.alloc(0)

  /** The whole PDUs that have come. Undefined: a length cannot be, so where the next PDU begins is lost for good. */
  push(chunk: Buffer): Pdu[] | undefined {
    let rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    const found: Pdu[] = []
    while (rest.length >= 4) {
      const length = rest.readUInt32BE(0)
      if (length < HEAD_BYTES || length > PDU_BYTES_MAX) return undefined
      if (rest.length < length) break
      found.push({
        command: rest.readUInt32BE(4),
        status: rest.readUInt32BE(8),
        sequence: rest.readUInt32BE(12),
        body: rest.subarray(HEAD_BYTES, length),
      })
      rest = rest.subarray(length)
    }
    this.#rest = rest
    return found
  }
}

export interface Address {
  /** Type of number: 1 international, 3 of this network (short codes), 5 a name. */
  ton: number
  /** Numbering plan: 1 telephone numbers (E.164), 0 none. */
  npi: number
  address: string
}

/** A short message as submit_sm and deliver_sm carry it, 4.4.1 and 4.6.1. */
export interface ShortMessage {
  source: Address
  destination: Address
  esmClass: number
  validityPeriod: string
  registeredDelivery: number
  dataCoding: number
  octets: Buffer
  tlvs: ReadonlyMap<number, Buffer>
}

export function encodeShortMessage(sms: ShortMessage): Buffer {
  const none = cString('')
  return Buffer.concat([
    none, // service_type
    address(sms.source),
    address(sms.destination),
    Buffer.from([sms.esmClass, 0, 0]), // and protocol_id, priority_flag
    none, // schedule_delivery_time
    cString(sms.validityPeriod),
    Buffer.from([sms.registeredDelivery, 0, sms.dataCoding, 0, sms.octets.length]), // replace_if_present, sm_default_msg_id
    sms.octets,
    ...[...sms.tlvs].map(([tag, value]) => tlv(tag, value)),
  ])
}

/** Reads the body of a deliver_sm (or a submit_sm); undefined when it is cut short. */
export function decodeShortMessage(body: Buffer): ShortMessage | undefined {
  const cursor = new Cursor(body)
  cursor.cString() // service_type
  const source = { ton: cursor.byte(), npi: cursor.byte(), address: cursor.cString() }
  const destination = { ton: cursor.byte(), npi: cursor.byte(), address: cursor.cString() }
  const esmClass = cursor.byte()
  cursor.bytes(2)
  cursor.cString() // schedule_delivery_time
  const validityPeriod = cursor.cString()
  const registeredDelivery = cursor.byte()
  cursor.byte()
  const dataCoding = cursor.byte()
  cursor.byte()
  const octets = cursor.bytes(cursor.byte())
  if (cursor.isBroken) return undefined
  return { source, destination, esmClass, validityPeriod, registeredDelivery, dataCoding, octets, tlvs: cursor.tlvs() }
}

export function encodeBind(bind: { systemId: string; password: string; systemType: string }): Buffer {
  // Version 3.4, then the range of addresses that texts are wanted for: empty, the SMSC knows it.
  return Buffer.concat([cString(bind.systemId), cString(bind.password), cString(bind.systemType), Buffer.from([0x34, 0, 0, 0])])
}

/** The message id of a submit_sm_resp; empty where there is none. */
export function readMessageId(body: Buffer): string {
  return new Cursor(body).cString()
}

/** An answer's message_id that says nothing, as deliver_sm_resp must have it. */
export const NO_MESSAGE_ID = Buffer.alloc(1)

function cString(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'latin1')
}

function address({ ton, npi, address }: Address): Buffer {
  return Buffer.concat([Buffer.from([ton, npi]), cString(address)])
}

function tlv(tag: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(tag, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value])
}

/** Reads fields one after the other. Beyond the end it yields nothing and is broken from there on. */
class Cursor {
  readonly #bytes: Buffer
  #at = 0
  isBroken = false

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  byte(): number {
    return this.bytes(1)[0] ?? 0
  }

  bytes(length: number): Buffer {
    if (this.#at + length > this.#bytes.length) this.isBroken = true
    const found = this.#bytes.subarray(this.#at, this.#at + length)
    this.#at += length
    return found
  }

  /** Up to a NUL. One that is missing at the end is forgiven, as SMSCs leave it out of an empty body. */
  cString(): string {
    const end = this.#bytes.indexOf(0, this.#at)
    const text = this.#bytes.toString('latin1', this.#at, end < 0 ? this.#bytes.length : end)
    this.#at += text.length + 1
    return text
  }

  tlvs(): Map<number, Buffer> {
    const found = new Map<number, Buffer>()
    while (this.#at + 4 <= this.#bytes.length) {
      const head = this.bytes(4)
      const value = this.bytes(head.readUInt16BE(2))
      if (!this.isBroken) found.set(head.readUInt16BE(0), value)
    }
    return found
  }
}
