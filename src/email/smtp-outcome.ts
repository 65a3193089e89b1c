import { maskContact } from '../lib/mask.ts'
import type { CheckOutcome, RejectedBy, SendOutcome } from '../sms/provider.ts'
import { findStatus, meaningOf } from './status-code.ts'

/** What nodemailer says of a mail that was not taken. */
export interface SmtpError extends Error {
  code?: string | undefined
  /** The SMTP command that was answered; `CONN` for what happened outside of any. */
  command?: string | undefined
  response?: string | undefined
  responseCode?: number | undefined
}

const REPLY_LENGTH_MAX = 300
/** Mailbox busy, local error, no room (RFC 5321, 4.2.3); servers that greylist use the first two. */
const COME_BACK_LATER = [450, 451, 452]
/** Says that the session is in a wrong state, not that the mail is bad: another session can take it. */
const BAD_SEQUENCE = 503
const AUTHENTICATION_REQUIRED = 530
const MESSAGE_TOO_BIG = 552

/**
 * Says what became of a mail whose sending ended with an error. `bodyHasLeft`: the server said 354 and part of the text
 * went out. A server's own answer is certain; a connection lost or silent after that is not, since the mail may have
 * been taken and only the answer lost.
 */
export function judgeSmtpError(error: SmtpError, about: { bodyHasLeft: boolean; to: string; text: string }): SendOutcome {
  const message = readableReply(error, about)
  const reply = error.responseCode
  const isAnswer = reply !== undefined && ['EAUTH', 'EENVELOPE', 'EMESSAGE'].includes(error.code ?? '')
  if (about.bodyHasLeft && !isAnswer) return { outcome: 'unknown', code: error.code ?? 'ESMTP', message }
  const code = String(reply ?? error.code ?? 'ESMTP')
  if (error.code === 'EAUTH' && (reply === undefined || reply >= 500))
    return { outcome: 'rejected', by: 'configuration', code, message: `The login was refused: ${message}` }
  // Refused before the server was asked: larger than it said it takes.
  if (reply === undefined && error.code === 'EMESSAGE') return { outcome: 'rejected', by: 'content', code, message }
  if (!isAnswer) return { outcome: 'unavailable', code: error.code ?? 'ESMTP', message }
  if (COME_BACK_LATER.includes(reply)) return { outcome: 'throttled', code, message }
  if (reply < 500 || reply === BAD_SEQUENCE) return { outcome: 'unavailable', code, message }
  return { outcome: 'rejected', by: whoseFault(error, reply), code, message }
}

/** Says what became of a check. A server that refuses the login or the encryption has answered; one out of reach has not. */
export function judgeSmtpCheck(error: SmtpError): CheckOutcome {
  const judged = judgeSmtpError(error, { bodyHasLeft: false, to: '', text: '' })
  if (judged.outcome === 'accepted') throw new Error('an error was judged as a success')
  const { code, message } = judged
  const isRefused = judged.outcome === 'rejected' || error.code === 'ETLS' || isTlsFault(message)
  return { outcome: isRefused ? 'refused' : 'cannot_tell', code, message }
}

/** True for words of the TLS library: the certificate, or an answer that is no TLS at all. */
export function isTlsFault(message: string): boolean {
  return /certificate|SSL routines|altnames|unable to verify/i.test(message)
}

function whoseFault(error: SmtpError, reply: number): RejectedBy {
  const said = error.response ?? ''
  const status = findStatus(said) ?? ''
  // Some servers know only after the text that there is no such mailbox, or that it is full.
  const isMailbox = /^5\.[12]\./.test(status)
  const by = isMailbox ? meaningOf(status, said).class : undefined
  if (error.code === 'EMESSAGE' || reply === MESSAGE_TOO_BIG) return by === 'recipient' ? by : 'content'
  if (error.command !== 'RCPT TO') return 'configuration'
  // Not the recipient's fault: the server wants a login first, or does not carry mail for strangers.
  if (reply === AUTHENTICATION_REQUIRED || /\brelay/i.test(said)) return 'configuration'
  if (by === 'configuration' || by === 'content') return by
  // A refusal as a matter of policy says nothing about the address: another mail server may be let in.
  return status.startsWith('5.7.') ? policyFault(status, said) : 'recipient'
}

function policyFault(status: string, said: string): RejectedBy {
  const by = meaningOf(status, said).class
  return by === 'recipient' || by === 'configuration' ? by : 'route'
}

/** The server's words for the operator's eyes: one line, without the recipient's address and without any number of the text. */
function readableReply(error: SmtpError, about: { to: string; text: string }): string {
  let reply = error.response ?? error.message
  if (about.to) reply = reply.replaceAll(about.to, maskContact(about.to))
  for (const number of about.text.match(/\d{4,}/g) ?? []) reply = reply.replaceAll(number, '…')
  return reply
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, REPLY_LENGTH_MAX)
}
