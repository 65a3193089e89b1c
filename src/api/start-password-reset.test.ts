import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { openLobby, PASSWORD, SENDING } from '../../test/lobby.ts'

const lobby = await openLobby()
const api = await documentedApi(lobby)
const [portal] = [...lobby.ctx.catalogue.now.splashPortals.values()]
assert.ok(portal)
const changePortal = (body: object) => api('PATCH', `/splash_portals/${portal.id}`, body)
const start = (id: string, body?: object) => api('POST', `/accounts/${id}/start_password_reset`, body)

let made = 0
async function join(plan = 'Guest Wi-Fi') {
  const n = ++made
  const contacts = { phone: `+1555555${5000 + n}`, email: `reset-${n}@example.com` }
  const login = `reset-${n}`
  const guest = await lobby.join(plan, { login, ...contacts })
  return { guest, login, id: (await lobby.account(login)).id as string, ...contacts }
}

test('the guest gets a link and no code, walks the ordinary way from there, and nobody else ever sees a password', async () => {
  const { guest, id, phone, login } = await join()
  const { status, body } = await lobby.changing([...SENDING_NOTICE, 'audit_events', 'audit_head'], () => start(id))
  assert.equal(status, 200)
  assert.deepEqual(body, {
    splash_portal_id: portal.id,
    channel: 'sms',
    contact: `+1******${phone.slice(-4)}`,
    sessions_ended: 0,
    password_cleared: false,
  })
  const message = await lobby.nextMessage(phone)
  const link = /http\S+/.exec(message.text)?.[0] ?? ''
  assert.equal(link, `${lobby.config.publicUrl}/portal/lobby/forgot_password`)
  assert.doesNotMatch(message.text.replace(link, ''), /\d{3}|#/)
  assert.equal((await guest.get(lobby.path('status'))).status, 200, 'nothing has changed for the guest')

  const browser = lobby.guest()
  await browser.submit(new URL(link).pathname, { login })
  const password = 'a heron by the weir'
  const code = await lobby.nextCode(phone)
  await browser.submit(lobby.path('reset_password'), { code, password, password_confirmation: password })
  assert.equal((await lobby.guest().post(lobby.path('login'), { login, password })).location.includes('/status'), true)

  const { data } = (await api('GET', `/audit_events?action=start_password_reset&record_id=${id}`)).body
  assert.equal(data[0].changes.contact, `+1******${phone.slice(-4)}`)
})

/** A message without a code leaves these behind. */
const SENDING_NOTICE = SENDING.filter(table => !['limit_counters', 'validations'].includes(table))

test('with sign_out the old password is worth nothing, every session ends, and codes under way are dead', async () => {
  const { guest, id, login, phone } = await join()
  const resetting = lobby.guest()
  await resetting.submit(lobby.path('forgot_password'), { login })
  const code = await lobby.nextCode(phone)
  const { body } = await start(id, { sign_out: true })
  assert.deepEqual([body.sessions_ended, body.password_cleared], [1, true])
  assert.equal((await guest.get(lobby.path('status'))).status, 303)
  assert.equal((await lobby.guest().post(lobby.path('login'), { login, password: PASSWORD })).status, 422)
  const account = (await api('GET', `/accounts/${id}`)).body
  assert.deepEqual([account.password, account.password_set, account.status], [null, false, 'active'])
  const late = { code, password: 'a heron by the weir', password_confirmation: 'a heron by the weir' }
  assert.notEqual(
    (await resetting.post(lobby.path('reset_password'), late)).location,
    `${lobby.path('login')}?notice=password_changed`,
  )
  assert.deepEqual((await start(id, { sign_out: true })).body.password_cleared, false)
})

test('the channel can be chosen among the proven contacts, and a number comes first', async () => {
  const { id, email } = await join('Resident')
  assert.equal((await start(id)).body.channel, 'sms')
  const byEmail = (await start(id, { channel: 'email' })).body
  assert.deepEqual([byEmail.channel, byEmail.contact], ['email', 'r***@example.com'])
  const message = await lobby.nextMessage(email)
  assert.equal(message.subject, 'Choose a new password for Lobby')
  assert.match(message.text, /\/portal\/lobby\/forgot_password/)
})

test('an operator’s own text is sent, in the language of the guest', async () => {
  const { id, phone } = await join()
  await api('PATCH', `/accounts/${id}`, { locale: 'fr' })
  const text = 'Bonjour de {brand}, suivez {link}'
  assert.equal((await changePortal({ message_templates: { fr: { reset_invitation_sms: text } } })).status, 200)
  await start(id)
  assert.match((await lobby.nextMessage(phone)).text, /^Bonjour de .*, suivez http/)
  await changePortal({ message_templates: {} })
})

test('nobody is written to at a contact that is not proven', async () => {
  const { body: typed } = await api('POST', '/accounts', { login: 'typed', phone: '+15555554001', email: 'typed@example.com' })
  await lobby.changing([], async () => {
    assert.match(assertProblem(await start(typed.id), 409, 'conflict'), /no proven number or email address/)
  })
  const { id } = await join()
  assert.match(assertProblem(await start(id, { channel: 'email', sign_out: true }), 409, 'conflict'), /no proven email address/)
  assert.equal((await api('GET', `/accounts/${id}`)).body.password_set, true, 'what is refused has changed nothing')
})

test('where the portal asks for both contacts, both have to be proven', async () => {
  const one = await join()
  const both = await join('Resident')
  await changePortal({ password_reset_method: 'sms_and_email' })
  assert.match(assertProblem(await start(one.id), 409, 'conflict'), /no proven email address/)
  assert.equal((await start(both.id)).status, 200)
  await changePortal({ password_reset_method: 'sms_or_email' })
})

test('a portal that resets no passwords, does so by another channel, or is not there is named', async () => {
  const { id } = await join()
  const off = (await api('POST', '/splash_portals', { name: 'Annex' })).body.id
  assert.match(assertProblem(await start(id, { splash_portal_id: off }), 409, 'conflict'), /"Annex" resets no passwords/)
  const nowhere = '0199a7a0-5c00-7000-8000-0000000000ff'
  assertProblem(await start(id, { splash_portal_id: nowhere }), 422, 'invalid', ['splash_portal_id'])
  await changePortal({ password_reset_method: 'email' })
  assert.match(assertProblem(await start(id, { channel: 'sms' }), 409, 'conflict'), /does not reset passwords by text message/)
  await changePortal({ password_reset_method: 'none' })
  assert.match(assertProblem(await start(id), 409, 'conflict'), /No splash portal resets passwords/)
  await changePortal({ password_reset_method: 'sms' })
  const { sms_gateway_ids } = (await api('GET', `/splash_portals/${portal.id}`)).body
  await changePortal({ sms_gateway_ids: [] })
  assertProblem(await start(id), 422, 'no_route')
  await changePortal({ password_reset_method: 'sms_or_email', sms_gateway_ids })
})

test('without a portal the guest is led to where they last signed in', async () => {
  const { body: annex } = await api('POST', '/splash_portals', {
    name: 'Pool',
    password_reset_method: 'sms',
    sms_gateway_ids: portal.sms_gateway_ids,
  })
  const { id, login, phone } = await join()
  assert.equal((await start(id)).body.splash_portal_id, portal.id)
  lobby.clock.advance(60)
  await lobby.guest().submit('/portal/pool/login', { login, password: PASSWORD })
  assert.equal((await start(id)).body.splash_portal_id, annex.id)
  await lobby.nextMessage(phone)
  assert.match((await lobby.nextMessage(phone)).text, /\/portal\/pool\/forgot_password/)
})

test('a blocked account and one that is not there are refused', async () => {
  const { id } = await join()
  await api('PATCH', `/accounts/${id}`, { status: 'blocked' })
  assert.match(assertProblem(await start(id), 409, 'conflict'), /blocked/)
  assertProblem(await start('0199a7a0-5c00-7000-8000-0000000000ff'), 404, 'not_found')
  assertProblem(await start(id, { sign_out: 'yes' }), 422, 'invalid', ['sign_out'])
})

test('a contact gets five an hour and no more, even asked for at once, and its own codes are not used up', async () => {
  const { id, phone, login } = await join()
  const answers = await Promise.all(Array.from({ length: 12 }, () => start(id)))
  assert.equal(answers.filter(({ status }) => status === 200).length, 5)
  const refused = answers.find(({ status }) => status === 429)
  assert.ok(refused)
  assertProblem(refused, 429, 'too_many')
  assert.ok(Number(refused.headers.get('retry-after')) > 3500)
  const [sent] = await lobby.database.query<{ n: number }>(
    `select count(*)::int as n from messages where template = 'reset_invitation' and "to" = $1`,
    [phone],
  )
  assert.equal(sent?.n, 5)
  assert.equal((await lobby.guest().post(lobby.path('forgot_password'), { login })).status, 303)
  lobby.clock.advance(3601)
  assert.equal((await start(id)).status, 200)
})
