import { type RawBuilder, sql } from 'kysely'
import type { Carrier, Snapshot } from '../catalogue.ts'
import type { CarrierStatus } from '../db/tables.ts'

/** Statuses that guests are offered. */
export const ALIVE: readonly CarrierStatus[] = ['active', 'degraded']
export const CARRIER_STATUSES = ['active', 'degraded', 'sunset', 'retired', 'unknown'] as const

type Judged = Pick<Carrier, 'status' | 'sunset_on' | 'health' | 'overridden'>

/** What the status that counts follows from. */
interface StatusQuestion {
  status: CarrierStatus
  /** `sunset_on` has passed. */
  isPast: boolean
  health: Carrier['health']
  /** The operator has set the status himself. */
  isOverridden: boolean
}

// What Gatehouse has found out counts only against a carrier that would be offered, and not against the operator's word.
function decideStatus({ status, isPast, health, isOverridden }: StatusQuestion): CarrierStatus {
  if (isPast) return 'retired'
  if (!ALIVE.includes(status) || isOverridden || health === null) return status
  return health === 'suspended' ? 'retired' : 'degraded'
}

/** The status that counts today (UTC): a day after `sunset_on`, and while Gatehouse has suspended it, a gateway is retired. */
export function carrierStatusOn(carrier: Judged, today: Date): CarrierStatus {
  return decideStatus({
    status: carrier.status,
    isPast: carrier.sunset_on !== null && carrier.sunset_on < dayOf(today),
    health: carrier.health,
    isOverridden: carrier.overridden.includes('status'),
  })
}

/** The same as SQL over a row of carriers: a table of every answer of the one function. */
export function carrierStatusSql(today: Date): RawBuilder<CarrierStatus> {
  const answers: Record<string, CarrierStatus> = {}
  for (const status of CARRIER_STATUSES)
    for (const isPast of [true, false])
      for (const health of ['degraded', 'suspended', null] as const)
        for (const isOverridden of [true, false]) {
          const key = [status, letter(isPast), health ?? '', letter(isOverridden)].join(' ')
          answers[key] = decideStatus({ status, isPast, health, isOverridden })
        }
  return sql`(${JSON.stringify(answers)}::jsonb ->>
    concat(status, ' ', coalesce(sunset_on < ${dayOf(today)}::date, false), ' ', health, ' ', 'status' = any(overridden)))`
}

/** A boolean as PostgreSQL writes it into a text. */
function letter(is: boolean): 't' | 'f' {
  return is ? 't' : 'f'
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}

/** Whether it would be offered if nothing had been found out about it: what else there is need not be watched. */
export function couldBeOffered(carrier: Judged, now: Date): boolean {
  return ALIVE.includes(carrierStatusOn({ ...carrier, health: null }, now))
}

/** The carriers that a guest can be offered, by country and name. */
export function aliveCarriers(snapshot: Snapshot, now: Date): Carrier[] {
  return [...snapshot.carriers.values()].filter(carrier => ALIVE.includes(carrierStatusOn(carrier, now)))
}

/** The names of a country's carriers that take no messages any more, each once and without what stands in brackets. */
export function deadCarrierNames(snapshot: Snapshot, country: string, now: Date): string[] {
  const brand = (carrier: Carrier) => carrier.name.replace(/ \(.*\)$/, '')
  const carriers = [...snapshot.carriers.values()].filter(carrier => carrier.country === country)
  const dead = carriers.filter(carrier => carrierStatusOn(carrier, now) === 'retired')
  const alive = new Set(carriers.filter(carrier => ALIVE.includes(carrierStatusOn(carrier, now))).map(brand))
  return [...new Set(dead.map(brand))].filter(name => !alive.has(name))
}

const TEMPLATE = /^(?:[a-z0-9._+-]*)\{number\}(?:[a-z0-9._+-]*)@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i

/** What is wrong with an address template, as a sentence; undefined: nothing. */
export function addressTemplateProblem(template: string): string | undefined {
  return TEMPLATE.test(template)
    ? undefined
    : 'must be one address with {number} before the @, for example {number}@sms.example.com'
}

/** The domain that a carrier's messages go to, in lower case. */
export function carrierDomain(carrier: Pick<Carrier, 'address_template'>): string {
  return carrier.address_template.slice(carrier.address_template.lastIndexOf('@') + 1).toLowerCase()
}

/**
 * The address of a number at its carrier. `{number}` becomes the ten national digits of a +1 number, else the digits
 * with the country code. Throws on a number that is not E.164 and on a template that is not one address.
 */
export function carrierAddress(carrier: Pick<Carrier, 'address_template'>, e164: string): string {
  if (!/^\+[1-9]\d{6,14}$/.test(e164)) throw new Error('a carrier address needs an E.164 number')
  const problem = addressTemplateProblem(carrier.address_template)
  if (problem) throw new Error(`the carrier's address_template ${problem}`)
  const digits = e164.startsWith('+1') ? e164.slice(2) : e164.slice(1)
  return carrier.address_template.replace('{number}', digits)
}
