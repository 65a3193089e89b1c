import { type RawBuilder, sql } from 'kysely'
import type { Carrier } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { addSeconds } from '../lib/clock.ts'
import { type AskMail, createAskMail } from './carrier-dns.ts'
import { aliveCarriers, carrierDomain, carrierStatusOn, couldBeOffered } from './carriers.ts'

const HOUR_S = 3_600
const DAY_S = 24 * HOUR_S
const CHECK_AFTER_S = DAY_S
/** After a resolver's error; what was missing is looked for again with every run. */
const CHECK_AGAIN_AFTER_S = HOUR_S

/** The rate of codes that are entered: the only end-to-end proof there is. */
export const REDEMPTION_WINDOW_DAYS = 7
const REDEMPTION_SENT_MIN = 10
const REDEMPTION_RATE_MIN = 0.2

/** Numbers, not messages: a guest with a wrong number who tries again and again says nothing of the carrier. */
const REFUSED_NUMBERS_MAX = 3
const REFUSALS_WINDOW_S = DAY_S
const SUSPENDED_FOR_S = DAY_S

/** What is known of a carrier when its health is judged. */
export interface CarrierFindings {
  domain: string
  mx_status: Carrier['mx_status']
  health: Carrier['health']
  health_reason: string
  health_at: Date | null
  /** Numbers whose messages were refused for good within the window and after the last code that was entered. */
  refused: number
  sent: number
  proven: number
}

/**
 * Says how a carrier does and why. A domain without mail suspends it until the domain has it again; refused messages
 * suspend it for a day, after which it gets a trial; a low rate of codes entered only degrades it. Pure.
 */
export function judgeCarrier(found: CarrierFindings, now: Date): Pick<Carrier, 'health' | 'health_reason'> {
  const { sent, proven } = found
  if (found.mx_status === 'missing')
    return { health: 'suspended', health_reason: `There is no mail server for ${found.domain} in the DNS.` }
  const trialAt = found.health === 'suspended' && found.health_at ? addSeconds(found.health_at, SUSPENDED_FOR_S) : undefined
  if (trialAt && trialAt > now) return { health: 'suspended', health_reason: found.health_reason }
  // What was still on its way when it was suspended does not spoil the trial.
  if (!trialAt && found.refused >= REFUSED_NUMBERS_MAX)
    return {
      health: 'suspended',
      health_reason: `Messages to ${found.refused} numbers were refused within 24 hours, and no code was entered in between. After a day it is tried again.`,
    }
  if (sent >= REDEMPTION_SENT_MIN && proven / sent < REDEMPTION_RATE_MIN)
    return {
      health: 'degraded',
      health_reason: `${proven} of ${sent} codes were entered in the last ${REDEMPTION_WINDOW_DAYS} days.`,
    }
  return { health: null, health_reason: '' }
}

/**
 * SQL over a row `c` of carriers: how many codes it was handed in the window whose life is over or that were entered, and
 * how many were entered. A code that never left because our own mail server was down is not the carrier's fault.
 */
export function redemptionSql(now: Date): RawBuilder<{ sent: number; proven: number }> {
  return sql`(select json_build_object('sent', count(*), 'proven', count(v.approved_at)) from validations v
    where v.carrier_id = c.id and v.channel = 'email_to_sms' and not v.decoy
      and v.created_at > ${addSeconds(now, -REDEMPTION_WINDOW_DAYS * DAY_S)}
      and (v.approved_at is not null or (v.expires_at <= ${now}
        and exists (select from messages m where m.validation_id = v.id and m.accepted_at is not null))))`
}

// Refusals count from the last code that was entered, and from when a suspension was lifted. A fault of our own mail server
// (`configuration`: its login, its relaying) says nothing about the carrier, nor does a code that is not a server's answer.
function findingsSql(now: Date): RawBuilder<CarrierFindings & { id: string; redemption: { sent: number; proven: number } }> {
  const since = addSeconds(now, -REFUSALS_WINDOW_S)
  return sql`
    select c.id, lower(split_part(c.address_template, '@', 2)) as domain, c.mx_status, c.health, c.health_reason, c.health_at,
      ${redemptionSql(now)} as redemption,
      (select count(distinct m."to") from messages m
        where m.carrier_id = c.id
          and m.created_at > greatest(${since}::timestamptz, case when c.health is distinct from 'suspended' then c.health_at end,
            (select max(v.approved_at) from validations v where v.carrier_id = c.id and v.created_at > ${addSeconds(since, -HOUR_S)}))
          and ((m.status = 'failed' and m.error_class in ('recipient', 'route') and m.error_code like '5%')
            or exists (select from message_events e where e.message_id = m.id and e.source = 'bounce'
              and e.status = 'failed' and e.error_code not like '4%'))) as refused
    from carriers c`
}

/** Judges every carrier by what is in the database, and writes down what has changed. */
export async function judgeCarriers(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  const { rows } = await findingsSql(now).execute(ctx.db.kysely)
  let changed = false
  for (const { redemption, ...row } of rows) {
    const judged = judgeCarrier({ ...row, ...redemption }, now)
    if (judged.health === row.health && judged.health_reason === row.health_reason) continue
    const isNew = judged.health !== row.health
    await ctx.db.kysely
      .updateTable('carriers')
      .set({ ...judged, ...(isNew && { health_at: now }) })
      .where('id', '=', row.id)
      // Somebody else has judged it meanwhile, or found its domain.
      .where('health', 'is not distinct from', row.health)
      .where('mx_status', 'is not distinct from', row.mx_status)
      .execute()
    changed = true
  }
  if (changed) await ctx.catalogue.reload()
}

/** Asks the DNS about the domains of these carriers, each domain once, and writes down what it says. */
export async function checkCarrierDomains(ctx: Context, carriers: Carrier[]): Promise<void> {
  const askMail: AskMail = createAskMail(ctx.config.dnsServers)
  const byDomain = Map.groupBy(carriers, carrierDomain)
  await Promise.all(
    [...byDomain].map(async ([domain, of]) => {
      const mxStatus = await askMail(domain)
      // An error does not bring back what was missing. What is found again is lifted at once.
      await ctx.db.pool.query(
        `update carriers set mx_status = $2, mx_checked_at = $3,
          health = case when mx_status = 'missing' and $2 = 'ok' then null else health end,
          health_reason = case when mx_status = 'missing' and $2 = 'ok' then '' else health_reason end,
          health_at = case when mx_status = 'missing' and $2 = 'ok' then $3 else health_at end
        where id = any($4::uuid[]) and lower(split_part(address_template, '@', 2)) = $1
          and not (mx_status is not distinct from 'missing' and $2 = 'error')`,
        [domain, mxStatus, ctx.clock.now(), of.map(({ id }) => id)],
      )
    }),
  )
  if (carriers.length > 0) await ctx.catalogue.reload()
}

/** Checks the domains that are due and judges all carriers. Only those that could be offered are checked. */
export async function refreshCarriers(ctx: Context): Promise<void> {
  const now = ctx.clock.now()
  await checkCarrierDomains(
    ctx,
    [...ctx.catalogue.now.carriers.values()].filter(carrier => couldBeOffered(carrier, now) && isDue(carrier, now)),
  )
  await judgeCarriers(ctx)
}

function isDue({ mx_status, mx_checked_at }: Carrier, now: Date): boolean {
  if (!mx_checked_at || mx_status === 'missing') return true
  return addSeconds(mx_checked_at, mx_status === 'error' ? CHECK_AGAIN_AFTER_S : CHECK_AFTER_S) <= now
}

/** Tells the operator which carriers do not deliver, and when free SMS has lost its last one. For once a day. */
export function tellCarriers(ctx: Context): void {
  const now = ctx.clock.now()
  const snapshot = ctx.catalogue.now
  const carriers = [...snapshot.carriers.values()]
    .filter(carrier => carrier.health !== null && couldBeOffered(carrier, now))
    .map(carrier => ({
      carrier: `${carrier.name} (${carrier.country})`,
      status: carrierStatusOn(carrier, now),
      health: carrier.health,
      reason: carrier.health_reason,
    }))
  const isOffered = [...snapshot.accountGroups.values()].some(group => group.name === 'SMS')
  if (!isOffered) return
  if (carriers.length > 0)
    ctx.log.warn({ carriers }, 'some carriers of free SMS do not deliver; their records say since when, and what you can do')
  if (aliveCarriers(snapshot, now).length === 0)
    ctx.log.warn(
      'free SMS is switched on by the account group SMS, but no carrier is alive: the portals do not offer it; see the carriers and what they offer instead',
    )
}
