import { type Attachment, type ParsedMail, simpleParser } from 'mailparser'
import { findStatus } from './status-code.ts'

// What comes back about mail: delivery status notifications (RFC 3464), complaints (RFC 5965), bounces of servers that
// write neither, and everything else that ends up at a return address. Nothing in it is believed beyond what it says of
// the one message whose address it came to.

/** What a server reports of one recipient. */
export interface DeliveryReport {
  /** RFC 3464, 2.3.3. `failed`: it will not be tried again. */
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  /** Such as 5.1.1; empty when it gave none. */
  status: string
  /** The address that failed and the one it was sent to at first; empty when not given. They differ where mail is forwarded. */
  recipient: string
  originalRecipient: string
  /** The words of the server that refused. */
  said: string
}

export type ReturnedMail =
  | { kind: 'reports'; reports: DeliveryReport[] }
  /** Made for people: a status code found in its words is a hint, not a statement. */
  | { kind: 'plain_bounce'; report: DeliveryReport }
  | { kind: 'complaint'; feedback: string }
  | { kind: 'auto_reply' }
  | { kind: 'other' }

const PARTS_MAX = 50
const HEAD_BYTES_MAX = 64 * 1024
const PART_LENGTH_MAX = 64 * 1024
const SAID_LENGTH_MAX = 1000
const REPORTS_MAX = 20
const ACTIONS = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const
/** Feedback types of RFC 5965 and its registry that mean: do not write to me. */
const COMPLAINTS = ['abuse', 'fraud', 'opt-out', 'opt-out-list']

/** Reads a mail that came to a return address. What cannot be parsed is `other`; throws nothing. */
export async function readReturnedMail(raw: Buffer): Promise<ReturnedMail> {
  let mail: ParsedMail
  try {
    mail = await simpleParser(raw, {
      // A report about another mail, quoted within this one, is not about this one.
      ignoreEmbedded: true,
      keepDeliveryStatus: true,
      skipHtmlToText: true,
      skipTextToHtml: true,
      keepCidLinks: true,
      checksumAlgo: false,
      maxChildNodes: PARTS_MAX,
      maxHeadSize: HEAD_BYTES_MAX,
    })
  } catch {
    return { kind: 'other' }
  }
  return (
    readReports(mail) ??
    readComplaint(mail) ??
    readPlainBounce(mail) ??
    (isAutoReply(mail) ? { kind: 'auto_reply' } : { kind: 'other' })
  )
}

function readReports(mail: ParsedMail): ReturnedMail | undefined {
  const part = partOf(mail, /^message\/(?:global-)?delivery-status$/)
  if (!part) return undefined
  const reports = fieldGroups(part)
    .map(readReport)
    .filter(report => report !== undefined)
  return reports.length > 0 ? { kind: 'reports', reports: reports.slice(0, REPORTS_MAX) } : undefined
}

function readReport(fields: Map<string, string>): DeliveryReport | undefined {
  const word = (fields.get('action') ?? '').toLowerCase()
  const action = ACTIONS.find(known => word.startsWith(known))
  if (!action) return undefined
  return {
    action,
    status: findStatus(fields.get('status') ?? '') ?? '',
    recipient: readAddress(fields.get('final-recipient')),
    originalRecipient: readAddress(fields.get('original-recipient')),
    said: (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '').slice(0, SAID_LENGTH_MAX),
  }
}

function readComplaint(mail: ParsedMail): ReturnedMail | undefined {
  const part = partOf(mail, /^message\/feedback-report$/)
  const feedback = part && fieldGroups(part)[0]?.get('feedback-type')?.toLowerCase()
  if (!feedback) return undefined
  return COMPLAINTS.includes(feedback) ? { kind: 'complaint', feedback } : { kind: 'other' }
}

const MACHINE = /^(?:mailer-daemon|postmaster|mail-?delivery|mdaemon)\b/i
const BOUNCE_SUBJECT =
  /undeliver|not delivered|could ?n[o'’]t be delivered|delivery (?:status|failure|has failed|report)|mail delivery (?:failed|system)|returned mail|failure notice|delivery.{0,20}(?:fail|delay)|unzustellbar|non remis|no se (?:ha )?(?:podido|pudo) entregar/i
const DELAY = /\b(?:delayed|still trying|will (?:be retried|keep trying|continue)|warning.{0,40}not.{0,20}delivered)\b/i
/** From here on a bounce quotes the mail that came back, in which anything can stand. */
const QUOTED =
  /^(?:-{2,}.{0,80}\b(?:copy|original|returned|unsent|below)\b.*|original message(?: headers)?:?|return-path:.*|received:.*)$/im

/** A bounce by its sender and subject, or by what Exim adds. Only then are its words read. */
function readPlainBounce(mail: ParsedMail): ReturnedMail | undefined {
  const failed = textHeader(mail, 'x-failed-recipients')
  const from = mail.from?.value[0]?.address ?? ''
  if (!failed && !(MACHINE.test(from) && BOUNCE_SUBJECT.test(mail.subject ?? ''))) return undefined
  const text = (mail.text ?? '').slice(0, PART_LENGTH_MAX)
  const words = text.slice(0, QUOTED.exec(text)?.index ?? text.length)
  const status = findStatus(words) ?? statusOfReply(words)
  return {
    kind: 'plain_bounce',
    report: {
      action: status.startsWith('4') || DELAY.test(`${mail.subject ?? ''}\n${words}`) ? 'delayed' : 'failed',
      status,
      recipient: failed.split(',')[0]?.trim().toLowerCase() ?? '',
      originalRecipient: '',
      said: words.replace(/\s+/g, ' ').trim().slice(0, SAID_LENGTH_MAX),
    },
  }
}

/** The class of an SMTP reply in the words (`550 No such user`), as a status without detail. */
function statusOfReply(words: string): string {
  const reply = /(?:^|[\s:<])([45])[0-5]\d[\s-]/m.exec(words)?.[1]
  return reply ? `${reply}.0.0` : ''
}

function isAutoReply(mail: ParsedMail): boolean {
  return (
    /^auto-(?:replied|generated|notified)/i.test(textHeader(mail, 'auto-submitted')) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some(name => mail.headers.has(name)) ||
    /^auto[_-]reply$/i.test(textHeader(mail, 'precedence'))
  )
}

function textHeader(mail: ParsedMail, name: string): string {
  const value = mail.headers.get(name)
  return typeof value === 'string' ? value : ''
}

function partOf(mail: ParsedMail, type: RegExp): Attachment | undefined {
  return mail.attachments.find(({ contentType }) => type.test(contentType))
}

/** The fields of a report, a map for each group between blank lines. Names in lower case, folded lines joined, comments left out. */
function fieldGroups(part: Attachment): Map<string, string>[] {
  const text = part.content
    .subarray(0, PART_LENGTH_MAX)
    .toString('utf8')
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
  return text.split(/\n\s*\n/).map(group => {
    const fields = new Map<string, string>()
    for (const line of group.split('\n')) {
      const [, name, value] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? []
      if (name && value !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim())
    }
    return fields
  })
}

/** `rfc822; <guest@example.com>` without its type and brackets, in lower case. */
function readAddress(value = ''): string {
  return value
    .replace(/^[\w-]+\s*;/, '')
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase()
}
