import { z } from 'zod'
import type { FieldError } from '../errors.ts'
import { invalidFields } from '../http/parse.ts'
import { addSeconds } from '../lib/clock.ts'
import type { Dimension } from '../statistics/count-messages.ts'
import type { Group, Question } from '../statistics/query.ts'
import { country } from './fields.ts'
import type { Parameter } from './operation.ts'
import { isId } from './resource.ts'
import { timeZone } from './time-zone.ts'

const HOUR_S = 3_600
const DAYS_MAX = 366
const VALUES_MAX = 200
const VALUE_LENGTH_MAX = 100
const TIME = { type: 'string', format: 'date-time' }

/** By what `group_by` calls it. */
const GROUPS: Record<string, Group> = {
  day: 'day',
  hour: 'hour',
  channel: 'channel',
  gateway: 'sms_gateway_id',
  mail_server: 'mail_server_id',
  carrier: 'carrier_id',
  country: 'country',
  network: 'network',
  plan: 'usage_plan_id',
  portal: 'splash_portal_id',
}

/** Filters, and what their values look like. */
const FILTERS: Record<Dimension, 'id' | 'country' | 'text' | readonly string[]> = {
  channel: ['sms', 'email', 'email_to_sms'],
  sms_gateway_id: 'id',
  mail_server_id: 'id',
  carrier_id: 'id',
  country: 'country',
  network: 'text',
  usage_plan_id: 'id',
  splash_portal_id: 'id',
}

const datetime = z.iso.datetime({ offset: true })

/** What time is asked about, and in whose days. */
export interface Span {
  /** Whole hours. */
  from: Date
  to: Date
  /** IANA. */
  timeZone: string
}

/** Notes a parameter at fault. */
type Problem = (field: string, message: string) => void

const SPAN = ['from', 'to', 'time_zone']

/** The parameters of a span, for the OpenAPI document. */
export const spanParameters: Parameter[] = [
  { name: 'from', description: 'What was begun at or after this time; default 24 hours before `to`.', schema: TIME },
  {
    name: 'to',
    description: `What was begun before this time, at most ${DAYS_MAX} days after \`from\`; default now.`,
    schema: TIME,
  },
  {
    name: 'time_zone',
    description:
      'Whose days are counted: the IANA name of a time zone such as Europe/Berlin; default that of the settings. An hour belongs to the day in which it begins, so that days are exact where the zone is whole hours from UTC.',
    schema: { type: 'string' },
  },
]

/** The parameters, for the OpenAPI document. */
export const statisticsParameters: Parameter[] = [
  ...spanParameters,
  {
    name: 'group_by',
    description: `One or more of ${Object.keys(GROUPS).join(', ')}, with commas between. Left out: one row.`,
    schema: { type: 'string' },
  },
  ...Object.entries(FILTERS).map(([name, kind]) => ({
    name,
    description: 'Only messages with this value. Given several times: any of the values; empty: messages without.',
    schema:
      typeof kind !== 'string' ? { type: 'string', enum: kind } : { type: 'string', ...(kind === 'id' && { format: 'uuid' }) },
  })),
]

/** Reads the query string of statistics. Throws `invalid` that names every parameter at fault. */
export function readQuestion(parameters: URLSearchParams, otherwise: { now: Date; timeZone: string }): Question {
  const errors: FieldError[] = []
  const problem: Problem = (field, message) => void errors.push({ field: field.slice(0, 60), message })
  const filters: Question['filters'] = {}
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name)
    if (SPAN.includes(name) || name === 'group_by') {
      if (values.length > 1) problem(name, 'May be given once.')
    } else if (!Object.hasOwn(FILTERS, name))
      problem(name, `There is no such parameter; there are from, to, time_zone, group_by, ${Object.keys(FILTERS).join(', ')}.`)
    else {
      const wrong = filterProblem(name as Dimension, values)
      if (wrong !== undefined) problem(name, wrong)
      filters[name as Dimension] = values.map(value => readFilter(name as Dimension, value))
    }
  }
  const groups = readGroups(parameters, Object.keys(GROUPS), problem)
  const span = readSpan(parameters, otherwise, problem)
  if (errors.length > 0) throw invalidFields(errors)
  return { ...span, groups: groups.map(name => GROUPS[name] as Group), filters }
}

/** Reads the query string of figures that have groups and no filters. Throws `invalid` that names every parameter at fault. */
export function readSimpleQuestion<Name extends string>(
  parameters: URLSearchParams,
  names: readonly Name[],
  otherwise: { now: Date; timeZone: string },
): Span & { groups: Name[] } {
  const errors: FieldError[] = []
  const problem: Problem = (field, message) => void errors.push({ field: field.slice(0, 60), message })
  for (const name of new Set(parameters.keys())) {
    if (![...SPAN, 'group_by'].includes(name))
      problem(name, 'There is no such parameter; there are from, to, time_zone, group_by.')
    else if (parameters.getAll(name).length > 1) problem(name, 'May be given once.')
  }
  const groups = readGroups(parameters, names, problem) as Name[]
  const span = readSpan(parameters, otherwise, problem)
  if (errors.length > 0) throw invalidFields(errors)
  return { ...span, groups }
}

function readGroups(parameters: URLSearchParams, names: readonly string[], problem: Problem): string[] {
  const groups = (parameters.get('group_by') ?? '').split(',').filter(name => name !== '')
  if (groups.some(name => !names.includes(name)) || new Set(groups).size !== groups.length)
    problem('group_by', `Must be names of ${names.join(', ')}, each once, with commas between.`)
  return groups
}

function readSpan(parameters: URLSearchParams, otherwise: { now: Date; timeZone: string }, problem: Problem): Span {
  let isReadable = true
  const readTime = (name: string, fallback: Date) => {
    const text = parameters.get(name)
    if (text === null) return fallback
    if (datetime.safeParse(text).success) return new Date(text)
    problem(name, 'Must be a time such as 2026-01-31T12:00:00Z.')
    isReadable = false
    return fallback
  }
  const to = roundHour(readTime('to', otherwise.now), Math.ceil)
  const from = roundHour(readTime('from', addSeconds(to, -24 * HOUR_S)), Math.floor)
  if (isReadable && from >= to) problem('from', 'Must be before to.')
  if (to.getTime() - from.getTime() > DAYS_MAX * 24 * HOUR_S * 1000)
    problem('from', `Must be at most ${DAYS_MAX} days before to.`)
  const zone = timeZone.safeParse(parameters.get('time_zone') ?? otherwise.timeZone)
  if (!zone.success) problem('time_zone', zone.error.issues[0]?.message ?? 'Must be the name of a time zone.')
  return { from, to, timeZone: zone.data ?? 'UTC' }
}

function roundHour(at: Date, round: (hours: number) => number): Date {
  return new Date(round(at.getTime() / (HOUR_S * 1000)) * HOUR_S * 1000)
}

function filterProblem(name: Dimension, values: string[]): string | undefined {
  const kind = FILTERS[name]
  if (values.length > VALUES_MAX) return `May be given at most ${VALUES_MAX} times.`
  const given = values.filter(value => value !== '')
  if (given.some(value => value.length > VALUE_LENGTH_MAX || /\p{Cc}/u.test(value) || !value.isWellFormed()))
    return `Must be one line of at most ${VALUE_LENGTH_MAX} characters.`
  if (typeof kind !== 'string')
    return given.every(value => kind.includes(value)) ? undefined : `Must be one of ${kind.join(', ')}.`
  if (kind === 'id' && !given.every(isId)) return 'Must be the id of a record.'
  if (kind === 'country' && !given.every(value => country.safeParse(value).success))
    return 'Must be a country code of two letters such as US (ISO 3166-1).'
  return undefined
}

function readFilter(name: Dimension, value: string): string | null {
  if (value === '') return null
  if (name === 'country') return value.toUpperCase()
  return FILTERS[name] === 'id' ? value.toLowerCase() : value
}
