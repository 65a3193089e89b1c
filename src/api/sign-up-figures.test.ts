import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { eventually } from '../../test/harness.ts'
import { openLobby, PASSWORD } from '../../test/lobby.ts'

const lobby = await openLobby()
const api = await documentedApi(lobby)
const { ctx, clock, database } = lobby
const secrets = { password: PASSWORD, password_confirmation: PASSWORD }

const signUps = async (query = '') => {
  await ctx.counts.flush()
  return (await api('GET', `/statistics/sign_ups${query}`)).body
}
const refusals = async (query = '') => {
  await ctx.counts.flush()
  return (await api('GET', `/statistics/limits${query}`)).body
}

test('sign-ups are counted as they are opened and proven, by plan, with the time they took', async () => {
  await lobby.join('Free hour', { login: 'free' })
  const guest = lobby.guest()
  await guest.submit(lobby.path('sign_up'), { usage_plan_id: lobby.plan('Guest Wi-Fi'), phone: '+15555550131', ...secrets })
  assert.deepEqual((await signUps()).total, {
    created: 2,
    activated: 1,
    proven_rate: 0.5,
    resets_started: 0,
    resets_finished: 0,
    seconds_to_activation: null,
  })
  clock.advance(40)
  await guest.submit(lobby.path('validate_account'), { code: await lobby.nextCode('+15555550131') })
  const lost = lobby.guest()
  await lost.submit(lobby.path('sign_up'), { usage_plan_id: lobby.plan('Guest Wi-Fi'), phone: '+15555550132', ...secrets })

  const { data, total } = await signUps('?group_by=usage_plan')
  assert.deepEqual(
    Object.fromEntries(data.map((row: Record<string, unknown>) => [row.usage_plan, [row.created, row.activated]])),
    { 'Free hour': [1, 1], 'Guest Wi-Fi': [2, 1] },
  )
  assert.ok(Math.abs(total.seconds_to_activation / 40 - 1) < 0.15, String(total.seconds_to_activation))
  const [portal] = (await signUps('?group_by=splash_portal,day')).data
  assert.deepEqual([portal.splash_portal, portal.created], ['Lobby', 3])
})

test('a sign-up that is taken up again is one, and a proof that comes late counts where the sign-up does', async () => {
  const { total: before } = await signUps()
  const form = { usage_plan_id: lobby.plan('Guest Wi-Fi'), login: 'late', phone: '+15555550133', ...secrets }
  const guest = lobby.guest()
  await guest.submit(lobby.path('sign_up'), form)
  await guest.submit(lobby.path('sign_up'), form)
  await lobby.nextCode('+15555550133')
  const code = await lobby.nextCode('+15555550133')
  const { data } = await signUps('?group_by=hour')
  const hour = data.at(-1).hour
  // Into the next hour, within the life of the code.
  const left = 3_600 - ((clock.now().getTime() / 1000) % 3_600)
  if (left < 590) clock.advance(left + 1)
  await guest.submit(lobby.path('validate_account'), { code })
  const { data: after, total } = await signUps('?group_by=hour')
  assert.deepEqual([total.created - before.created, total.activated - before.activated], [1, 1])
  assert.equal(after.at(-1).hour, hour)
  assert.ok(total.activated <= total.created)
})

test('resets count that had somebody to reach, and again when a password was set', async () => {
  await lobby.join('Guest Wi-Fi', { login: 'ana', phone: '+15555550134' })
  const stranger = lobby.guest()
  await stranger.submit(lobby.path('forgot_password'), { login: 'nobody' })
  const guest = lobby.guest()
  await guest.submit(lobby.path('forgot_password'), { login: 'ana' })
  assert.deepEqual((await signUps()).total.resets_started, 1)
  await guest.submit(lobby.path('reset_password'), {
    code: await lobby.nextCode('+15555550134'),
    password: 'harbour in the morning',
    password_confirmation: 'harbour in the morning',
  })
  const { total } = await signUps()
  assert.deepEqual([total.resets_started, total.resets_finished], [1, 1])
})

test('each refusal is counted by what refused, and an attack of thousands writes a row an hour and kind', async () => {
  assert.deepEqual((await refusals()).total, { refusals: {}, count: 0 })
  const statuses = []
  for (let i = 0; i < 7; i++)
    statuses.push((await lobby.api('POST', '/validations', { channel: 'email', to: 'ana@example.com' })).status)
  assert.deepEqual(statuses, [201, 201, 201, 201, 201, 429, 429])
  for (let i = 0; i < 12; i++) await lobby.guest().post(lobby.path('login'), { login: 'late', password: 'wrong' })
  const { total } = await refusals()
  assert.equal(total.refusals.contact, 2)
  assert.ok(total.refusals.login >= 2, JSON.stringify(total))
  assert.equal(
    total.count,
    Object.values(total.refusals as Record<string, number>).reduce((sum, n) => sum + n, 0),
  )

  for (let i = 0; i < 5_000; i++) ctx.counts.refusal('address')
  assert.equal((await refusals()).total.refusals.address, 5_000)
  const rows = await database.query<{ n: number }>("select count(*)::int as n from limit_refusals where kind = 'address'")
  assert.ok((rows[0]?.n ?? 0) <= 2, JSON.stringify(rows))
})

test('a code that may not be tried any more is counted as such', async () => {
  const { body } = await lobby.api('POST', '/validations', { channel: 'email', to: 'bob@example.com' })
  const code = await lobby.nextCode('bob@example.com')
  const before = (await refusals()).total.refusals.checks ?? 0
  for (let i = 0; i < 7; i++) await lobby.api('POST', `/validations/${body.id}/check`, { code: lobby.wrong(code) })
  assert.equal((await refusals()).total.refusals.checks - before, 2, 'five tries, and two that were none')
})

test('nodes that count at once lose nothing, and what is counted is written by itself', async () => {
  const before = (await refusals()).total.refusals.system ?? 0
  await Promise.all(
    Array.from({ length: 40 }, async () => {
      ctx.counts.refusal('system')
      await ctx.counts.flush()
    }),
  )
  assert.equal((await refusals()).total.refusals.system - before, 40)
  ctx.counts.refusal('system')
  await eventually(async () => (await api('GET', '/statistics/limits')).body.total.refusals.system - before === 41)
})

test('days are those of the time zone that is asked for, or of the settings', async () => {
  await database.query('delete from limit_refusals')
  for (const [hour, count] of [
    ['2026-03-10T22:00:00Z', 1],
    ['2026-03-10T23:00:00Z', 2],
    ['2026-03-11T04:00:00Z', 4],
    ['2026-03-11T18:00:00Z', 8],
  ])
    await database.query(`insert into limit_refusals values ($1, 'address', $2)`, [hour, count])
  const span = '?from=2026-03-10T00:00:00Z&to=2026-03-12T00:00:00Z&group_by=day'
  const days = async (query: string) => {
    const { data, time_zone } = await refusals(span + query)
    return [time_zone, Object.fromEntries(data.map((row: { day: string; count: number }) => [row.day, row.count]))]
  }
  assert.deepEqual(await days(''), ['UTC', { '2026-03-10': 3, '2026-03-11': 12 }])
  assert.deepEqual(await days('&time_zone=Europe/Berlin'), ['Europe/Berlin', { '2026-03-10': 1, '2026-03-11': 14 }])
  assert.deepEqual(await days('&time_zone=America/New_York'), ['America/New_York', { '2026-03-10': 3, '2026-03-11': 12 }])
  // 18:00 UTC begins at 23:30 in India: the hour belongs to the day in which it begins.
  assert.deepEqual(await days('&time_zone=Asia/Kolkata'), ['Asia/Kolkata', { '2026-03-11': 15 }])
  await api('PATCH', '/settings', { time_zone: 'Europe/Berlin' })
  assert.deepEqual(await days(''), ['Europe/Berlin', { '2026-03-10': 1, '2026-03-11': 14 }])
  const { body } = await api('GET', '/statistics?group_by=day')
  assert.equal(body.time_zone, 'Europe/Berlin')
  const [today] = body.data
  const berlin = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin' }).format(clock.now())
  assert.equal(body.data.at(-1).day, berlin, JSON.stringify(today))
  await api('PATCH', '/settings', { time_zone: 'UTC' })
})

test('what cannot be asked is refused, with every parameter at fault', async () => {
  for (const path of ['/statistics/limits', '/statistics/sign_ups'])
    assertProblem(await api('GET', `${path}?from=x&time_zone=Nowhere&group_by=network&country=US`), 422, 'invalid', [
      'country',
      'from',
      'group_by',
      'time_zone',
    ])
  assertProblem(await api('GET', '/statistics?time_zone=%2B02:00'), 422, 'invalid', ['time_zone'])
  assertProblem(await api('GET', '/statistics?time_zone=UTC&time_zone=UTC'), 422, 'invalid', ['time_zone'])
})
