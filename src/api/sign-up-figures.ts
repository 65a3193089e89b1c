import { z } from 'zod'
import type { Context } from '../context.ts'
import { answerJson } from '../http/answer.ts'
import { PERCENTILE_ERROR, percentile } from '../statistics/histogram.ts'
import { REFUSAL_KINDS } from '../statistics/hourly-counts.ts'
import {
  type RefusalCounts,
  readRefusalCounts,
  readSignUps,
  type SignUpFigures,
  type SignUpGroup,
} from '../statistics/read-counts.ts'
import { id, time } from './fields.ts'
import type { Operation, Parameter } from './operation.ts'
import { readSimpleQuestion, spanParameters } from './statistics-question.ts'
import { questionDefaults, requireTimeZone } from './time-zone.ts'

const TAG = 'Statistics'
const count = z.int().min(0)
const span = {
  from: time.describe('As asked for, rounded down to the hour.'),
  to: time.describe('Rounded up to the hour.'),
  time_zone: z.string().describe('Whose days were counted.'),
}
const when = { day: z.iso.date().optional(), hour: time.optional() }

const SIGN_UP_GROUPS = { day: 'day', hour: 'hour', usage_plan: 'usage_plan_id', splash_portal: 'splash_portal_id' } as const
type SignUpGroupName = keyof typeof SIGN_UP_GROUPS
const signUpFigures = {
  created: count.describe('Accounts that guests opened on a portal.'),
  activated: count.describe('Those of them that began: what their plan asks for was proven, or it asks for nothing.'),
  proven_rate: z.number().min(0).nullable().describe('`activated` by `created`; null without any.'),
  resets_started: count.describe('Password resets that a code was sent for. A wish for an account that does not exist is none.'),
  resets_finished: count.describe('Those of them that ended with a new password.'),
  seconds_to_activation: z
    .number()
    .nullable()
    .describe(
      `Within how many seconds half of the activations that needed a proof came; within ${Math.ceil(PERCENTILE_ERROR * 100)} % of the exact figure between 1 and 600 s, beyond that bound.`,
    ),
}
const signUps = z.object({
  ...span,
  data: z.array(
    z.object({
      ...when,
      usage_plan_id: id.nullable().optional(),
      usage_plan: z.string().nullable().optional().describe('Its name; null once the record is deleted. So with the portal.'),
      splash_portal_id: id.nullable().optional(),
      splash_portal: z.string().nullable().optional(),
      ...signUpFigures,
    }),
  ),
  total: z.object(signUpFigures),
})

const refusals = z.partialRecord(z.enum(REFUSAL_KINDS), count)
const limitFigures = {
  refusals: refusals.describe(
    'By what refused: `contact` and the limits of a device, address, prefix, country, portal, gateway and the system; `breaker`, the pumping breaker; `spend`, a message past a spend limit; `login`, a sign-in after too many wrong passwords; `checks`, a code that may not be tried any more. A kind without refusals is left out.',
  ),
  count: count.describe('All of them.'),
}
const limits = z.object({
  ...span,
  data: z.array(z.object({ ...when, ...limitFigures })),
  total: z.object(limitFigures),
})

const groupBy = (names: string[]): Parameter => ({
  name: 'group_by',
  description: `One or more of ${names.join(', ')}, with commas between. Left out: one row.`,
  schema: { type: 'string' },
})

const SIGN_UPS_EXAMPLE = {
  created: 120,
  activated: 101,
  proven_rate: 0.8417,
  resets_started: 7,
  resets_finished: 6,
  seconds_to_activation: 38.9,
}
const LIMITS_EXAMPLE = { refusals: { address: 41, login: 2 }, count: 43 }
const SPAN_EXAMPLE = { from: '2026-11-20T23:00:00.000Z', to: '2026-11-21T23:00:00.000Z', time_zone: 'Europe/Berlin' }

/** Sign-ups and resets, and what the limits refused, by the hour or the day. */
export function countOperations(ctx: Context): Operation[] {
  return [
    {
      method: 'GET',
      path: '/statistics/sign_ups',
      id: 'read_sign_up_statistics',
      tag: TAG,
      summary: 'Read how many guests signed up',
      description:
        'An activation counts in the hour in which its sign-up began, and a finished reset in the hour of its start, so that a rate compares the same guests. Figures are some seconds old.',
      query: [...spanParameters, groupBy(Object.keys(SIGN_UP_GROUPS))],
      answer: {
        status: 200,
        description: 'The figures of each group, and of all together.',
        schema: { name: 'SignUpStatistics', zod: signUps },
        example: { ...SPAN_EXAMPLE, data: [{ day: '2026-11-21', ...SIGN_UPS_EXAMPLE }], total: SIGN_UPS_EXAMPLE },
      },
      refusals: ['invalid'],
      async handle(c) {
        const names = Object.keys(SIGN_UP_GROUPS) as SignUpGroupName[]
        const question = readSimpleQuestion(new URL(c.req.url).searchParams, names, questionDefaults(ctx))
        await requireTimeZone(ctx, question.timeZone)
        const groups: SignUpGroup[] = question.groups.map(name => SIGN_UP_GROUPS[name])
        const { rows, total } = await readSignUps(ctx, { ...question, groups })
        return answerJson(c.env, 200, {
          from: question.from,
          to: question.to,
          time_zone: question.timeZone,
          data: rows.map(({ values, figures }) => ({ ...nameRecords(ctx, values), ...presentSignUps(figures) })),
          total: presentSignUps(total),
        })
      },
    },
    {
      method: 'GET',
      path: '/statistics/limits',
      id: 'read_limit_statistics',
      tag: TAG,
      summary: 'Read what was refused',
      description:
        'Counts refusals, not guests: whoever asks again is counted again, and one who solves a puzzle then was refused once. Figures are some seconds old.',
      query: [...spanParameters, groupBy(['day', 'hour'])],
      answer: {
        status: 200,
        description: 'The refusals of each group, and of all together.',
        schema: { name: 'LimitStatistics', zod: limits },
        example: { ...SPAN_EXAMPLE, data: [{ hour: '2026-11-21T20:00:00.000Z', ...LIMITS_EXAMPLE }], total: LIMITS_EXAMPLE },
      },
      refusals: ['invalid'],
      async handle(c) {
        const question = readSimpleQuestion(new URL(c.req.url).searchParams, ['day', 'hour'], questionDefaults(ctx))
        await requireTimeZone(ctx, question.timeZone)
        const { rows, total } = await readRefusalCounts(ctx, question)
        return answerJson(c.env, 200, {
          from: question.from,
          to: question.to,
          time_zone: question.timeZone,
          data: rows.map(row => ({ ...row.values, ...presentRefusals(row.refusals) })),
          total: presentRefusals(total),
        })
      },
    },
  ]
}

function presentSignUps({ histogram, created, activated, resets_started, resets_finished }: SignUpFigures) {
  return {
    created,
    activated,
    proven_rate: created > 0 ? Math.round((activated / created) * 10_000) / 10_000 : null,
    resets_started,
    resets_finished,
    seconds_to_activation: percentile(histogram, 0.5),
  }
}

function presentRefusals(counts: RefusalCounts) {
  return { refusals: counts, count: Object.values(counts).reduce((sum, n) => sum + n, 0) }
}

function nameRecords({ catalogue }: Context, values: Record<string, string | Date | null>): Record<string, unknown> {
  const { usagePlans, splashPortals } = catalogue.now
  return {
    ...values,
    ...('usage_plan_id' in values && { usage_plan: usagePlans.get(String(values.usage_plan_id))?.name ?? null }),
    ...('splash_portal_id' in values && { splash_portal: splashPortals.get(String(values.splash_portal_id))?.name ?? null }),
  }
}
