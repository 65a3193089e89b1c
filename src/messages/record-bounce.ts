import type { Context } from '../context.ts'
import type { Statement } from '../db/db.ts'
import type { Channel } from '../db/tables.ts'
import { findBouncedMessage } from '../email/bounce-address.ts'
import { carrierAddress } from '../email/carriers.ts'
import { type DeliveryReport, type ReturnedMail, readReturnedMail } from '../email/read-bounce.ts'
import { meaningOf } from '../email/status-code.ts'
import { maskContact } from '../lib/mask.ts'
import { uuidv7 } from '../lib/random.ts'

/** What follows from a mail that came back. */
interface BounceDecision {
  /** The event's word for it. */
  event: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | 'complaint'
  code: string
  /** For the operator; holds no contact and no code. */
  message: string
  /** What the message becomes; undefined: it stays what it is. */
  status?: 'failed' | 'delivered'
  /** Whose fault a failure is. */
  errorClass: string
  /** Why nothing more is sent to the address; undefined: it may be. */
  suppress?: 'hard_bounce' | 'complaint'
}

const MESSAGE_LENGTH_MAX = 500
/** Two addresses in one list of reports: what went wrong counts first. */
const GRAVITY = ['failed', 'delayed', 'relayed', 'expanded', 'delivered']

/** Decides what a returned mail means for the message that was sent to `address`; undefined: nothing. Pure. */
function decideBounce(mail: ReturnedMail, address: string): BounceDecision | undefined {
  switch (mail.kind) {
    case 'reports':
      return decideReport(mail.reports, address.toLowerCase())
    case 'plain_bounce':
      return decidePlain(mail.report, address)
    case 'complaint':
      return {
        event: 'complaint',
        code: mail.feedback,
        message: 'The guest, or the provider for the guest, reported the mail as unwanted: nothing more is sent to this address.',
        errorClass: '',
        suppress: 'complaint',
      }
    default:
      return undefined
  }
}

function decideReport(reports: DeliveryReport[], address: string): BounceDecision | undefined {
  const isAbout = ({ recipient, originalRecipient }: DeliveryReport) => [recipient, originalRecipient].includes(address)
  const ordered = reports.toSorted((a, b) => GRAVITY.indexOf(a.action) - GRAVITY.indexOf(b.action))
  const report = ordered.find(isAbout) ?? ordered[0]
  if (!report) return undefined
  const { action, status: code } = report
  if (action !== 'failed')
    return {
      event: action,
      code,
      message: withWords(NOTES[action], report, address),
      ...(action === 'delivered' && { status: 'delivered' as const }),
      errorClass: '',
    }
  const meaning = meaningOf(code, report.said)
  // Given up for a reason that passes (4.x.x) is as final for this message, and says nothing about the address.
  const isPermanent = !code.startsWith('4')
  return {
    event: 'failed',
    code,
    message: withWords(isPermanent ? meaning.hint : GIVEN_UP, report, address),
    status: 'failed',
    errorClass: isPermanent ? meaning.class : 'unavailable',
    // Where the mailbox forwards, it is the other one that is dead. The refusal is one of the address only when it names it.
    ...(isPermanent && meaning.isDead && isAbout(report) && { suppress: 'hard_bounce' as const }),
  }
}

const GIVEN_UP = 'Your mail server could not deliver the mail in time and has given up.'
const NOTES = {
  delayed: 'Not delivered yet: your mail server keeps trying.',
  delivered: 'Delivered, says the recipient’s mail server.',
  relayed: 'Handed on to a mail server that sends no reports.',
  expanded: 'Handed on to several recipients.',
}

/** A failure without a status code is not certain enough to tell the guest so. */
function decidePlain(report: DeliveryReport, address: string): BounceDecision {
  const { action, status: code } = report
  if (action !== 'failed' || !code.startsWith('5'))
    return {
      event: 'delayed',
      code,
      message: withWords('A mail server wrote that the mail is late or did not arrive.', report, address),
      errorClass: '',
    }
  const meaning = meaningOf(code, report.said)
  return { event: 'failed', code, message: withWords(meaning.hint, report, address), status: 'failed', errorClass: meaning.class }
}

/** The hint and the server's own words, without addresses and without long numbers: they may quote the mail. */
function withWords(hint: string, { said }: DeliveryReport, address: string): string {
  const words = said
    .replaceAll(/[^\s<>"'(),:;@]+@[\w.-]+/g, found => maskContact(found))
    .replaceAll(address, maskContact(address))
    .replaceAll(/\+?\d{4,}/g, '…')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return (words ? `${hint} It said: ${words}` : hint).slice(0, MESSAGE_LENGTH_MAX)
}

// Appends the event; the rest follows only from a new one, so that a bounce that comes again, after an operator has
// lifted a suppression, lifts nothing back. States move forward only. A message whose code was entered has arrived,
// whatever a bounce says; one that is still to be tried elsewhere stays so unless it is the address that is wrong.
const RECORD: Statement = {
  name: 'message_bounce',
  text: `
with found as (
  select m.id, m.channel, m."to",
    exists (select from validations v where v.id = m.validation_id and v.approved_at is not null) as is_proven
  from messages m where m.id = $2 and m."to" <> '' for update of m
), event as (
  insert into message_events (message_id, at, status, source, error_code, error_message)
  select id, $1, $3, 'bounce', $4, $5 from found
  on conflict do nothing returning message_id
), moved as (
  update messages m set
    status = $6,
    due_at = null,
    worker = null,
    error_class = case when $6 = 'failed' then nullif($7, '') end,
    error_code = case when $6 = 'failed' then nullif($4, '') end,
    error_message = case when $6 = 'failed' then $5 end,
    accepted_at = coalesce(m.accepted_at, $1),
    final_at = $1
  from found f join event e on e.message_id = f.id
  where m.id = f.id and $6 <> '' and not (f.is_proven and $6 = 'failed')
    and (m.status in ('accepted', 'unknown') or (m.status in ('queued', 'sending') and ($6 = 'delivered' or $7 = 'recipient')))
), suppressed as (
  insert into suppressions (id, channel, contact, reason, detail, message_id, created_at, updated_at)
  select $9::uuid, 'email', lower(f."to"), $8, $5, f.id, $1, $1 from found f join event e on e.message_id = f.id
  where $8 <> '' and f.channel = 'email' and not (f.is_proven and $8 = 'hard_bounce')
  on conflict do nothing returning 1
)
select (select count(*) from found) as found, (select count(*) from event) as events, (select count(*) from suppressed) as suppressed`,
}

export type BounceOutcome = 'recorded' | 'repeated' | 'unknown_message' | 'no_token' | 'not_a_bounce'

/**
 * Records what a returned mail says of the message it is about. `recipients` are the addresses of its envelope, where
 * they are known; else its return address is looked for in the mail itself. Throws only when the database is away.
 */
export async function recordBounce(ctx: Context, mail: { raw: Buffer; recipients: string[] }): Promise<BounceOutcome> {
  const outcome = await record(ctx, mail)
  ctx.metrics.receipts.inc({ provider: 'email', outcome })
  return outcome
}

async function record(ctx: Context, { raw, recipients }: { raw: Buffer; recipients: string[] }): Promise<BounceOutcome> {
  const messageId = findBouncedMessage(ctx.keys, recipients.join(' ')) ?? findBouncedMessage(ctx.keys, raw.toString('latin1'))
  if (!messageId) return 'no_token'
  const address = await addressOf(ctx, messageId)
  if (address === undefined) return 'unknown_message'
  const decision = decideBounce(await readReturnedMail(raw), address)
  if (!decision) return 'not_a_bounce'
  const now = ctx.clock.now()
  const [row] = await ctx.db.run<{ found: number; events: number; suppressed: number }>(RECORD, [
    now,
    messageId,
    decision.event,
    decision.code,
    decision.message,
    decision.status ?? '',
    decision.errorClass,
    decision.suppress ?? '',
    uuidv7(now),
  ])
  if (!row?.found) return 'unknown_message'
  if (row.events === 0) return 'repeated'
  ctx.log.info({ message: messageId, event: decision.event, code: decision.code, suppressed: row.suppressed > 0 }, 'bounce')
  return 'recorded'
}

/** Where a message went; undefined: there is no such message any more. */
async function addressOf(ctx: Context, messageId: string): Promise<string | undefined> {
  const message = await ctx.db.kysely
    .selectFrom('messages')
    .select(['channel', 'to', 'carrier_id'])
    .where('id', '=', messageId)
    .executeTakeFirst()
  return message && message.to !== '' ? mailedTo(ctx, message) : undefined
}

function mailedTo(ctx: Context, message: { channel: Channel; to: string; carrier_id: string | null }): string {
  const carrier = message.carrier_id ? ctx.catalogue.now.carriers.get(message.carrier_id) : undefined
  return message.channel === 'email_to_sms' && carrier ? carrierAddress(carrier, message.to) : message.to
}
