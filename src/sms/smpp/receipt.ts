import type { Receipt, ReceiptStatus } from '../provider.ts'
import { decodeText } from './alphabet.ts'
import { type ShortMessage, TLV } from './pdu.ts'
import type { IdForm } from './settings.ts'

// esm_class of deliver_sm, 5.2.12: a receipt for a text that was sent, and a notification on its way there.
const KIND_MASK = 0x3c
const KINDS_OF_RECEIPT = [0x04, 0x20]
/** message_state, 5.2.28, by its number; 0 and 9 are of SMPP 5.0. */
const STATES = ['SCHEDULED', 'ENROUTE', 'DELIVRD', 'EXPIRED', 'DELETED', 'UNDELIV', 'ACCEPTD', 'UNKNOWN', 'REJECTD', 'SKIPPED']

interface State {
  status: ReceiptStatus
  message?: string
  class?: string
}

const EXPIRED = 'The phone was off or out of reach until the code was dead: the guest can ask for another.'
const UNDELIVERED = 'The network could not deliver the text: the number may not exist or take no texts.'
const REFUSED = 'The network refused the text: ask the operator of the SMSC what its error code means.'
const DELETED = 'The SMSC dropped the text before it was delivered: ask its operator why.'

/** Appendix B of the specification, and the longer words that some SMSCs write. A state not listed says nothing new. */
const STATE_OF = new Map<string, State>([
  ['DELIVRD', { status: 'delivered' }],
  ['DELIVERED', { status: 'delivered' }],
  ['EXPIRED', { status: 'failed', message: EXPIRED }],
  ['DELETED', { status: 'failed', message: DELETED, class: 'route' }],
  ['SKIPPED', { status: 'failed', message: DELETED, class: 'route' }],
  ['UNDELIV', { status: 'failed', message: UNDELIVERED }],
  ['UNDELIVERABLE', { status: 'failed', message: UNDELIVERED }],
  ['UNDELIVERED', { status: 'failed', message: UNDELIVERED }],
  ['FAILED', { status: 'failed', message: UNDELIVERED }],
  ['REJECTD', { status: 'failed', message: REFUSED, class: 'route' }],
  ['REJECTED', { status: 'failed', message: REFUSED, class: 'route' }],
])

/** Says whether the SMSC marks this as a receipt. The text alone never makes one: any phone could write it. */
export function isReceipt(sms: ShortMessage): boolean {
  return KINDS_OF_RECEIPT.includes(sms.esmClass & KIND_MASK) || sms.tlvs.has(TLV.receipted_message_id)
}

/** Reads a receipt from its parameters and its text ("id:… stat:… err:…"); undefined: it does not say for which text. */
export function readReceipt(sms: ShortMessage, idForm: IdForm): Receipt | undefined {
  const text = textOf(sms)
  const idInText = /(?:^|\s)id:\s*([!-~]{1,65})/i.exec(text)?.[1] ?? ''
  const idInTlv = cString(sms.tlvs.get(TLV.receipted_message_id))
  // The parameter repeats what the answer said, unless it is written like the text, which is then how receipts are written.
  const providerMessageId = idInTlv !== '' && idInTlv !== idInText ? answerId(idInTlv, idForm) : receiptId(idInText, idForm)
  if (providerMessageId === '') return undefined
  const word = /\sstat:\s*([A-Za-z]{1,20})/i.exec(text)?.[1]?.toUpperCase() ?? ''
  const providerStatus = STATES[sms.tlvs.get(TLV.message_state)?.[0] ?? -1] ?? word
  const state = STATE_OF.get(providerStatus) ?? { status: 'accepted' }
  const isFailed = state.status === 'failed'
  return {
    providerMessageId,
    status: state.status,
    providerStatus: providerStatus || 'no state',
    errorCode: isFailed ? networkError(sms, text) || providerStatus : '',
    errorMessage: state.message ?? '',
    errorClass: state.class ?? '',
  }
}

function networkError(sms: ShortMessage, text: string): string {
  const tlv = sms.tlvs.get(TLV.network_error_code)
  const code = tlv?.length === 3 ? tlv.readUInt16BE(1) : 0
  const inText = /\serr:\s*([0-9A-Za-z]{1,10})/i.exec(text)?.[1] ?? ''
  return /^0*$/.test(inText) ? (code === 0 ? '' : String(code)) : inText
}

/** Up to the guest's own words, which the SMSC quotes at the end. */
function textOf(sms: ShortMessage): string {
  const octets = sms.octets.length > 0 ? sms.octets : (sms.tlvs.get(TLV.message_payload) ?? sms.octets)
  const isUcs2 = sms.dataCoding === 8
  const text = isUcs2 ? (decodeText({ dataCoding: 8, octets }, 'gsm') ?? '') : octets.toString('latin1')
  return text.split(/\stext:/i)[0] ?? ''
}

function cString(value: Buffer | undefined): string {
  return value?.toString('latin1').split('\0')[0]?.trim() ?? ''
}

// Some SMSCs write the same id in hexadecimal in one place and in decimal in the other, with or without zeros before it.
// Where that is so, both become plain hexadecimal.

/** The id of a submit_sm_resp as it is kept and compared. */
export function answerId(id: string, form: IdForm): string {
  return form === 'same' ? id.trim() : asHex(id.trim(), form === 'decimal_receipts' ? 16 : 10)
}

function receiptId(id: string, form: IdForm): string {
  return form === 'same' ? id : asHex(id, form === 'decimal_receipts' ? 10 : 16)
}

function asHex(id: string, base: 10 | 16): string {
  if (base === 16 ? !/^[0-9a-f]+$/i.test(id) : !/^\d+$/.test(id)) return id
  return BigInt(base === 16 ? `0x${id}` : id).toString(16)
}
