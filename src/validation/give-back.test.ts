import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startFakeTwilio } from '../../test/fakes/twilio.ts'
import { closeAtEnd, createTestApp, eventually } from '../../test/harness.ts'
import { type Issued, issueCode, type NewValidation } from './issue.ts'

const app = await createTestApp({ schedule: false })
const { ctx, database } = app
await app.listen()
const carrier = await startFakeTwilio({ now: () => ctx.clock.now(), numbers: ['+15005550006'] })
closeAtEnd(carrier.close)
const gateway = (await app.api('POST', '/sms_gateways', { name: 'The one', ...carrier.gateway() })).body

let numbers = 0
/** Starts a code and waits until it is out or given up. */
const start = async (over: Partial<NewValidation>): Promise<Issued> => {
  // A changed gateway is tried again at once, however often it has failed.
  await app.api('PATCH', `/sms_gateways/${gateway.id}`, { base_url: carrier.origin, enabled: true })
  const issued = await issueCode(ctx, { purpose: 'api', channel: 'sms', contact: '', locale: 'en', ...over })
  const isOut = async () =>
    (await ctx.db.kysely.selectFrom('messages').select('id').where('status', 'in', ['queued', 'sending']).execute()).length === 0
  await eventually(isOut)
  return issued
}
const freshNumber = () => `+1555555${String(++numbers).padStart(4, '0')}`
const startsOf = async (contact: string) =>
  (
    await database.query<{ n: number }>('select cardinality(starts) as n from contact_budgets where key = $1', [`sms:${contact}`])
  )[0]?.n

for (const [fault, step] of [
  ['the credentials are refused', { answer: 'error', status: 401, code: 20003 }],
  ['the number has no route', { answer: 'error', status: 400, code: 21612 }],
] as const)
  test(`a guest whose code could not leave because ${fault} may ask as often as before, and other limits keep what they counted`, async () => {
    carrier.always(step)
    const contact = freshNumber()
    const address = step.status === 401 ? '203.0.113.7' : '203.0.113.8'
    for (let i = 0; i < 7; i++) assert.equal((await start({ contact, address })).outcome, 'issued')
    // The last one comes back just after its message is given up.
    await eventually(async () => (await startsOf(contact)) === 0)
    const [counter] = await database.query<{ n: number }>(
      `select sum(s)::int as n from limit_counters, unnest(sends) s where key like 'address:%'`,
    )
    assert.ok((counter?.n ?? 0) >= 7)
    carrier.always(undefined)
    for (let i = 0; i < 6; i++) assert.equal((await start({ contact, address })).outcome, i < 5 ? 'issued' : 'too_many')
  })

test('a number that does not exist, and a reset, get nothing back', async () => {
  carrier.always({ answer: 'error', status: 400, code: 21211 })
  const contact = freshNumber()
  await start({ contact })
  assert.equal(await startsOf(contact), 1)
  carrier.always({ answer: 'error', status: 401, code: 20003 })
  const known = freshNumber()
  await start({ contact: known, purpose: 'password_reset' })
  assert.equal(await startsOf(known), 1, 'else a stranger would learn which resets send something')
})
