import type { SendOutcome } from '../provider.ts'
import { type ErrorClass, type ProviderError, refusal } from '../provider-answer.ts'

const OPERATOR = 'ask the operator of the SMSC'
const CREDENTIALS = 'The SMSC refuses the System ID or the Password: copy both again from what its operator gave you.'
const SENDER = `The SMSC does not let this account send from this sender: ${OPERATOR} which one it may use, and put it into From.`
const SENDER_TYPE = `The SMSC refuses the sender’s type or plan of number: ${OPERATOR} for the TON and NPI and set the sender’s options.`
const NUMBER = 'The SMSC takes the number for none that it can reach: the guest has to correct it.'
const NUMBER_TYPE = `The SMSC refuses the recipient’s type or plan of number: ${OPERATOR} for the TON and NPI and set the recipient’s options.`
const RATE = `More is sent than the SMSC takes from this account: lower the gateway’s sends per second, or ${OPERATOR} for more.`
const LONG_TEXTS = 'The SMSC does not take texts in this form: choose another setting for long texts.'
const REQUEST = `The SMSC does not take the request as Gatehouse makes it: ${OPERATOR} which settings it wants.`
const PASSING = 'The SMSC has a fault of its own at the moment and did not take the text.'

const TOO_LONG = 'The SMSC finds the text too long: shorten the template, or choose another setting for long texts.'
const NO_BIND = `The SMSC does not know the command: ${OPERATOR} whether it takes bind_transceiver of SMPP 3.4.`
const UNBOUND = 'The SMSC takes the connection for not bound: Gatehouse connects again.'
const IN_USE = `This System ID is in use on another connection already: end that one, or ${OPERATOR} for more connections.`
const NO_RECEIPTS = 'The SMSC gives no receipts to this account: switch off “Ask for receipts”.'
const BIND = `The SMSC refuses the connection: check System ID, Password and System type, and ${OPERATOR} whether it knows this server’s address.`
const SYSTEM_TYPE = `The SMSC refuses the System type: ${OPERATOR} which one this account has.`
const UNEXPLAINED = `The SMSC cannot send this text and does not say why: ${OPERATOR} whether it serves this country.`
const VALIDITY = 'The SMSC refuses the validity period: choose another form of it, or none.'
const NETWORK = `The network refuses the text: ${OPERATOR} why.`
const CODING = 'The SMSC does not take this data coding: choose another setting for plain texts.'

/**
 * command_status of SMPP 3.4, 5.1.3, and the few of 5.0 that 3.4 servers use too. Codes for requests that Gatehouse
 * never makes (cancel, replace, query, lists) are left out.
 */
const STATUSES: ReadonlyMap<number, ProviderError & { name: string }> = new Map([
  [0x01, row('ESME_RINVMSGLEN', 'content', TOO_LONG)],
  [0x02, row('ESME_RINVCMDLEN', 'configuration', REQUEST)],
  [0x03, row('ESME_RINVCMDID', 'configuration', NO_BIND)],
  [0x04, row('ESME_RINVBNDSTS', 'unavailable', UNBOUND)],
  [0x05, row('ESME_RALYBND', 'configuration', IN_USE)],
  [0x06, row('ESME_RINVPRTFLG', 'configuration', REQUEST)],
  [0x07, row('ESME_RINVREGDLVFLG', 'configuration', NO_RECEIPTS)],
  [0x08, row('ESME_RSYSERR', 'unavailable', PASSING)],
  [0x0a, row('ESME_RINVSRCADR', 'configuration', SENDER)],
  [0x0b, row('ESME_RINVDSTADR', 'recipient', NUMBER)],
  [0x0d, row('ESME_RBINDFAIL', 'configuration', BIND)],
  [0x0e, row('ESME_RINVPASWD', 'configuration', CREDENTIALS)],
  [0x0f, row('ESME_RINVSYSID', 'configuration', CREDENTIALS)],
  [0x14, row('ESME_RMSGQFUL', 'throttled', RATE)],
  [0x15, row('ESME_RINVSERTYP', 'configuration', REQUEST)],
  [0x43, row('ESME_RINVESMCLASS', 'configuration', LONG_TEXTS)],
  [0x45, row('ESME_RSUBMITFAIL', 'route', UNEXPLAINED)],
  [0x48, row('ESME_RINVSRCTON', 'configuration', SENDER_TYPE)],
  [0x49, row('ESME_RINVSRCNPI', 'configuration', SENDER_TYPE)],
  [0x50, row('ESME_RINVDSTTON', 'configuration', NUMBER_TYPE)],
  [0x51, row('ESME_RINVDSTNPI', 'configuration', NUMBER_TYPE)],
  [0x53, row('ESME_RINVSYSTYP', 'configuration', SYSTEM_TYPE)],
  [0x58, row('ESME_RTHROTTLED', 'throttled', RATE)],
  [0x61, row('ESME_RINVSCHED', 'configuration', REQUEST)],
  [0x62, row('ESME_RINVEXPIRY', 'configuration', VALIDITY)],
  [0x64, row('ESME_RX_T_APPN', 'unavailable', PASSING)],
  [0x65, row('ESME_RX_P_APPN', 'route', NETWORK)],
  [0x66, row('ESME_RX_R_APPN', 'route', NETWORK)],
  [0xc0, row('ESME_RINVOPTPARSTREAM', 'configuration', LONG_TEXTS)],
  [0xc1, row('ESME_ROPTPARNOTALLWD', 'configuration', LONG_TEXTS)],
  [0xc2, row('ESME_RINVPARLEN', 'configuration', LONG_TEXTS)],
  [0xc3, row('ESME_RMISSINGOPTPARAM', 'configuration', LONG_TEXTS)],
  [0xc4, row('ESME_RINVOPTPARAMVAL', 'configuration', LONG_TEXTS)],
  [0xfe, row('ESME_RDELIVERYFAILURE', 'route', NETWORK)],
  [0xff, row('ESME_RUNKNOWNERR', 'route', UNEXPLAINED)],
  [0x104, row('ESME_RINVDCS', 'configuration', CODING)],
])

function row(name: string, by: ErrorClass, hint: string): ProviderError & { name: string } {
  return { name, class: by, hint }
}

/** The name of a command_status, or its number as operators write it. */
function statusName(status: number): string {
  return STATUSES.get(status)?.name ?? `0x${status.toString(16).padStart(8, '0')}`
}

function unknownHint(status: number): string {
  return `The SMSC refuses with its own code ${statusName(status)}: ${OPERATOR} what it means.`
}

/** The outcome of a submit_sm that was answered with a status other than 0. */
export function submitRefusal(status: number): SendOutcome {
  return refusal(STATUSES.get(status), { code: statusName(status), fallback: 'route', unknownHint: unknownHint(status) })
}

/** The outcome for texts while the SMSC refuses the connection itself: nothing was sent. */
export function bindRefusal(status: number): Exclude<SendOutcome, { outcome: 'accepted' }> {
  const known = STATUSES.get(status)
  const passes = known?.class === 'throttled' || known?.class === 'unavailable'
  return {
    ...(passes ? { outcome: 'unavailable' } : { outcome: 'rejected', by: 'configuration' }),
    code: statusName(status),
    message: known?.hint ?? unknownHint(status),
  }
}
