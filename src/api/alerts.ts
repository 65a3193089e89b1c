import { hostname } from 'node:os'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { answerJson } from '../http/answer.ts'
import { findAlertFacts } from './alert-facts.ts'
import { ALERT_KEYS, judgeAlerts } from './alert-rules.ts'
import { recordOf } from './checklist.ts'
import { time } from './fields.ts'
import type { Operation } from './operation.ts'

export const ALERTS_TAG = 'Alerts'

const alert = z.object({
  key: z.enum(ALERT_KEYS),
  severity: z.enum(['error', 'warning', 'info']),
  since: time.nullable().describe('About when it began; null: nobody noted it.'),
  records: z.array(recordOf).describe('What it is about.'),
  figures: z
    .record(z.string(), z.union([z.string(), z.number(), z.null()]))
    .describe('What is known in numbers. `explanation` holds the plain words of what the provider or mail server said.'),
  node: z
    .string()
    .nullable()
    .describe(
      'Set where only the node that answers knows: each node has circuit breakers and pauses of its own. Null: it holds for all nodes.',
    ),
})

/** What is wrong now. */
export function alertOperations(ctx: Context): Operation[] {
  return [
    {
      method: 'GET',
      path: '/alerts',
      id: 'list_alerts',
      tag: ALERTS_TAG,
      summary: 'List what is wrong now',
      description:
        'Looked for when it is asked for, and gone when it is over. Gateways and mail servers are judged by their attempts of the last hour (of its newest 5,000 messages).',
      answer: {
        status: 200,
        description: 'The worst first. An empty list: all is well.',
        schema: { name: 'AlertList', zod: z.object({ data: z.array(alert) }) },
        example: {
          data: [
            {
              key: 'gateway_failing',
              severity: 'error',
              since: '2026-11-22T09:40:00.000Z',
              records: [{ resource: 'sms_gateways', id: '0199a7a0-5c00-7000-8000-000000000004', name: 'Twilio' }],
              figures: {
                attempts: 40,
                failed: 31,
                failure_rate: 0.775,
                code: '21606',
                explanation: 'Twilio does not know this sender: check From, and in which account it is.',
              },
              node: null,
            },
          ],
        },
      },
      async handle(c) {
        const facts = await findAlertFacts(ctx)
        const data = judgeAlerts(ctx.catalogue.now, facts, {
          node: `${hostname()}, process ${process.pid}`,
          healthOf: way => ctx.health.report(way),
          now: ctx.clock.now(),
        })
        return answerJson(c.env, 200, { data })
      },
    },
  ]
}
