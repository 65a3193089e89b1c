import { z } from 'zod'
import type { Context } from '../context.ts'
import { answerJson } from '../http/answer.ts'
import { listSimulatorMessages } from '../simulator/store.ts'
import { time } from './fields.ts'
import type { Operation } from './operation.ts'

const message = z.object({
  channel: z.enum(['sms', 'email', 'email_to_sms']),
  from: z.string(),
  to: z.string(),
  subject: z.string().describe('Empty for a text message.'),
  text: z.string(),
  at: time,
})

/** What the simulators were given, codes and all: it is what a phone would have shown. */
export function simulatorOperations(ctx: Context): Operation[] {
  return [
    {
      method: 'GET',
      path: '/simulator/messages',
      id: 'list_simulator_messages',
      role: 'operator',
      tag: 'Simulator',
      summary: 'List what the simulators were given',
      description: 'The newest 1,000 messages of simulator gateways and simulator mail servers, oldest first.',
      answer: {
        status: 200,
        description: 'All of them.',
        schema: { name: 'SimulatorMessageList', zod: z.object({ data: z.array(message), total: z.int().min(0) }) },
        example: {
          data: [
            {
              channel: 'sms',
              from: 'Phone simulator',
              to: '+15555550123',
              subject: '',
              text: '123456 is your code.',
              at: '2026-11-22T10:00:00.000Z',
            },
          ],
          total: 1,
        },
      },
      async handle(c) {
        const data = await listSimulatorMessages(ctx)
        return answerJson(c.env, 200, { data, total: data.length })
      },
    },
  ]
}
