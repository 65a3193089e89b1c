import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { openLobby, PASSWORD, SENDING } from '../../test/lobby.ts'

const lobby = await openLobby()
const api = await documentedApi(lobby)

let made = 0
/** A guest who waits for the codes of a plan. */
async function startSignUp(plan: string) {
  const n = ++made
  const contacts = { phone: `+1555555${6000 + n}`, email: `resend-${n}@example.com` }
  const login = `resend-${n}`
  const guest = lobby.guest()
  const form = { usage_plan_id: lobby.plan(plan), login, password: PASSWORD, password_confirmation: PASSWORD, ...contacts }
  await guest.submit(lobby.path('sign_up'), form)
  return { guest, id: (await lobby.account(login)).id as string, ...contacts }
}

const resend = (id: string, body?: object) => api('POST', `/accounts/${id}/resend_code`, body)

test('a code that has not come is sent again, is the same one, and good in the browser that waits for it', async () => {
  const { guest, id, phone } = await startSignUp('Guest Wi-Fi')
  const code = await lobby.nextCode(phone)
  lobby.clock.advance(31)
  const tables = [...SENDING.filter(name => name !== 'contact_budgets'), 'audit_events', 'audit_head']
  const { body } = await lobby.changing(tables, () => resend(id))
  assert.deepEqual(
    body.data.map(({ validation_id, ...rest }: Record<string, unknown>) => validation_id !== undefined && rest),
    [{ channel: 'sms', contact: `+1******${phone.slice(-4)}`, outcome: 'sent', retry_after_seconds: null }],
  )
  assert.equal(await lobby.nextCode(phone), code)
  const { data } = (await api('GET', `/audit_events?action=resend_code&record_id=${id}`)).body
  assert.deepEqual(data[0].changes, { channel: 'sms', sends: { from: 1, to: 2 } })
  assert.match((await guest.submit(lobby.path('validate_account'), { code })).text, /signed in|welcome/i)
})

test('of two codes one channel can be chosen, and the other is left alone', async () => {
  const { id, phone, email } = await startSignUp('Resident')
  await Promise.all([lobby.nextCode(phone), lobby.nextCode(email)])
  lobby.clock.advance(31)
  const one = (await resend(id, { channel: 'email' })).body.data
  assert.deepEqual(
    one.map(({ channel, outcome }: Record<string, unknown>) => [channel, outcome]),
    [['email', 'sent']],
  )
  const both = (await resend(id)).body.data
  assert.deepEqual(
    both.map(({ channel, outcome }: Record<string, unknown>) => [channel, outcome]),
    [
      ['sms', 'sent'],
      ['email', 'too_soon'],
    ],
  )
  assert.ok(both[1].retry_after_seconds > 0 && both[1].retry_after_seconds <= 60)
  assertProblem(await resend(id, { channel: 'pigeon' }), 422, 'invalid', ['channel'])
})

test('the rules are those of the portal: not too soon, not too often', async () => {
  const { id, guest } = await startSignUp('Guest Wi-Fi')
  const early = await resend(id)
  assertProblem(early, 429, 'too_many')
  assert.ok(Number(early.headers.get('retry-after')) > 0)
  for (const wait of [31, 61, 121]) {
    lobby.clock.advance(wait)
    assert.equal((await resend(id)).status, 200)
  }
  lobby.clock.advance(121)
  assertProblem(await resend(id), 409, 'conflict')
  assert.equal((await guest.post(lobby.path('resend_validation_code'), {})).status, 429, 'and no more there')
})

test('a limit that holds for guests holds here, and is named', async () => {
  const { id } = await startSignUp('Guest Wi-Fi')
  await api('PATCH', '/limits', { portal_sends_per_hour: 1 })
  lobby.clock.advance(31)
  const refused = await resend(id)
  await api('PATCH', '/limits', { portal_sends_per_hour: 1000 })
  assertProblem(refused, 429, 'too_many')
  assert.equal(refused.body.limit, 'portal')
})

test('where no code is pending there is nothing to send again', async () => {
  const { guest, id, phone } = await startSignUp('Guest Wi-Fi')
  await guest.submit(lobby.path('validate_account'), { code: await lobby.nextCode(phone) })
  const idle = (await api('POST', '/accounts', { login: 'idle' })).body.id
  for (const account of [id, idle])
    await lobby.changing([], async () => {
      assert.match(assertProblem(await resend(account), 409, 'conflict'), /ask for one on the portal/)
    })
  const late = await startSignUp('Guest Wi-Fi')
  lobby.clock.advance(601)
  assertProblem(await resend(late.id), 409, 'conflict')
  assertProblem(await resend('0199a7a0-5c00-7000-8000-0000000000ff'), 404, 'not_found')
})

test('a code of a password reset is not sent again from here: it would tell nobody but the guest anything', async () => {
  const guest = await lobby.join('Guest Wi-Fi', { login: 'forgetful', phone: '+15555556999' })
  await guest.submit(lobby.path('forgot_password'), { login: 'forgetful' })
  lobby.clock.advance(31)
  assertProblem(await resend((await lobby.account('forgetful')).id), 409, 'conflict')
})
