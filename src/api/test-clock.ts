import { z } from 'zod'
import type { Context } from '../context.ts'
import { answerJson } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import { parseInput } from '../http/parse.ts'
import { time } from './fields.ts'
import type { Operation } from './operation.ts'

const ADVANCE_S_MAX = 10 * 366 * 86_400
const advance = z.strictObject({ advance_seconds: z.number().min(0).max(ADVANCE_S_MAX) })

/** Moves time, where the configuration allows it (GATEHOUSE_TEST_CLOCK); elsewhere there is no such address. */
export function testClockOperations(ctx: Context): Operation[] {
  if (!ctx.config.testClock) return []
  return [
    {
      method: 'POST',
      path: '/test_clock',
      id: 'advance_test_clock',
      role: 'owner',
      tag: 'Test clock',
      summary: 'Move time forward',
      body: { schema: { name: 'TestClockAdvance', zod: advance }, example: { advance_seconds: 600 } },
      answer: {
        status: 200,
        description: 'The time it is now.',
        schema: { name: 'TestClock', zod: z.object({ now: time }) },
        example: { now: '2026-11-22T10:10:00.000Z' },
      },
      refusals: ['invalid'],
      async handle(c) {
        ctx.clock.advance(parseInput(advance, await readJson(c.req.raw)).advance_seconds)
        return answerJson(c.env, 200, { now: ctx.clock.now() })
      },
    },
  ]
}
