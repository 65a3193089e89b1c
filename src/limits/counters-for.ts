import type { Limits } from '../catalogue.ts'
import type { Channel, Purpose } from '../db/tables.ts'
import type { Keys } from '../lib/keys.ts'
import { networkOf } from './network.ts'

export type CounterKind = 'device' | 'address' | 'prefix' | 'country' | 'portal' | 'gateway' | 'system'

/** A counter that a sending is counted on, and the limits that hold for it there. Null: none of that sort. */
export interface Counter {
  kind: CounterKind
  key: string
  /** More than so many unproven in an hour need a solved puzzle. */
  soft: number | null
  /** More than so many unproven in an hour are refused. */
  hard: number | null
  /** From so many on, a fifth has to be proven. */
  breaker: number | null
}

export interface Sending {
  purpose: Purpose
  channel: Channel
  contact: string
  country: string | null
  smsGatewayId: string | null
  splashPortalId?: string | null | undefined
  /** The client's IP address; undefined: a program asks, and does not say for whom. */
  address?: string | undefined
  /** As `deviceKey` makes it. */
  device?: string | null | undefined
  isResend: boolean
}

const LAST_DIGITS = 4

/** The digits that an E.164 number shares with its neighbours: pumping goes through the last four. */
export function prefixOf(number: string): string {
  return number.slice(0, -LAST_DIGITS)
}

/** The kept name of a browser or of what a program calls one: a keyed hash, so that the database knows no device. */
export function deviceKey(keys: Keys, device: string): string {
  return keys.linkMac(`device ${device}`)
}

/** The kept name of the network of a client address; undefined: it says nothing about the client. */
export function addressKey(keys: Keys, address: string): string | undefined {
  const network = networkOf(address)
  return network === undefined ? undefined : keys.linkMac(`address ${network}`)
}

/** The counters of a sending, in no order. Pure. */
export function countersFor(sending: Sending, limits: Limits, keys: Keys): Counter[] {
  const isApi = sending.purpose === 'api'
  const counters: Counter[] = []
  const count = (kind: CounterKind, value: string, bounds: Partial<Counter>) =>
    counters.push({ kind, key: `${kind}:${value}`, soft: null, hard: null, breaker: null, ...bounds })

  // A code is sent again at most three times: what counts for a browser is how many codes it asks for.
  if (sending.device && !sending.isResend) count('device', sending.device, { hard: limits.device_codes_per_hour })
  const address = sending.address === undefined ? undefined : addressKey(keys, sending.address)
  if (address !== undefined) count('address', address, { soft: limits.address_sends_per_hour })

  for (const counter of numberCounters(sending, limits)) count(counter.kind, counter.value, counter)
  if (sending.splashPortalId)
    count('portal', sending.splashPortalId, { soft: isApi ? limits.api_portal_sends_per_hour : limits.portal_sends_per_hour })
  count('system', isApi ? 'api' : 'guests', { soft: isApi ? limits.api_system_sends_per_hour : limits.system_sends_per_hour })
  // Where a limit on wrong codes is left, proofs must still be counted.
  const { device_failures_per_hour, address_failures_per_hour } = limits
  const hasFailures = { device: device_failures_per_hour !== null, address: address_failures_per_hour !== null }
  return counters.filter(
    ({ kind, soft, hard, breaker }) =>
      soft !== null || hard !== null || breaker !== null || ((kind === 'device' || kind === 'address') && hasFailures[kind]),
  )
}

/** What guards money. A password reset goes to numbers that were proven only, and must not tell which ones those are. */
function numberCounters(sending: Sending, limits: Limits): (Partial<Counter> & { kind: CounterKind; value: string })[] {
  const { contact, country, purpose, channel } = sending
  if (channel === 'email' || purpose === 'password_reset' || isSafe(contact, country, limits)) return []
  const isApi = purpose === 'api'
  const isOn = limits.breaker !== 'off'
  const prefix = {
    kind: 'prefix' as const,
    value: prefixOf(contact),
    soft: isApi ? limits.api_prefix_sends_per_hour : limits.prefix_sends_per_hour,
    // A program that does not say for whom it asks is trusted with a crowd.
    breaker: !isOn
      ? null
      : isApi && sending.address === undefined
        ? limits.breaker_api_prefix_sends
        : limits.breaker_prefix_sends,
  }
  const counters: (Partial<Counter> & { kind: CounterKind; value: string })[] = [prefix]
  if (country)
    counters.push({
      kind: 'country',
      value: country,
      soft: isApi ? limits.api_country_sends_per_hour : limits.country_sends_per_hour,
      breaker: isOn ? limits.breaker_country_sends : null,
    })
  if (sending.smsGatewayId && channel === 'sms')
    counters.push({
      kind: 'gateway',
      value: sending.smsGatewayId,
      hard: isApi ? limits.api_gateway_sends_per_hour : limits.gateway_sends_per_hour,
      breaker: isOn ? limits.breaker_gateway_sends : null,
    })
  return counters
}

function isSafe(contact: string, country: string | null, limits: Limits): boolean {
  return limits.safe_prefixes.some(prefix => contact.startsWith(prefix)) || limits.safe_countries.includes(country ?? '')
}
