import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventually } from '../harness.ts'
import { openLobby, PASSWORD } from '../lobby.ts'

test('a text message that no gateway takes goes no other way by itself: the other way is the guest’s to choose', async () => {
  const lobby = await openLobby()
  const gateway = {
    name: 'Down',
    provider: 'twilio',
    from: '+15550001111',
    account_sid: `AC${'0'.repeat(32)}`,
    auth_token: 'f'.repeat(32),
    base_url: 'http://127.0.0.1:1',
  }
  const { body: down } = await lobby.api('POST', '/sms_gateways', gateway)
  const plan = { name: 'Either', validation_method: 'sms_or_email', sms_gateway_ids: [down.id] }
  const splash_portal_ids = [...lobby.ctx.catalogue.now.splashPortals.keys()]
  const { body: either } = await lobby.api('POST', '/usage_plans', { ...plan, splash_portal_ids })

  const guest = lobby.guest()
  const [phone, email] = ['+15555550177', 'way-out@example.com']
  const form = { phone, email, channel: 'sms', password: PASSWORD, password_confirmation: PASSWORD }
  await guest.submit(lobby.path('sign_up'), { usage_plan_id: either.id, ...form })
  const rows = () => lobby.database.query('select channel, "to", status, attempts from messages')
  // As often as it is tried, until its code is over.
  await eventually(async () => {
    lobby.clock.advance(30)
    return (await rows()).some(({ status }) => !['queued', 'sending'].includes(status))
  })
  const sent = await rows()
  assert.deepEqual(
    sent.map(({ channel, to }) => [channel, to]),
    [['sms', phone]],
    'one message, to the number, though the address is known and mail would go',
  )
  assert.ok(sent[0]?.attempts >= 1)

  await guest.post(lobby.path('resend_validation_code'), { channel: 'email' })
  assert.ok(await lobby.nextCode(email))
  await lobby.close()
})

test('no message is a voice call, whoever asks for one', async () => {
  const lobby = await openLobby()
  for (const channel of ['voice', 'call', 'tts'])
    assert.equal((await lobby.api('POST', '/validations', { channel, to: '+15555550123' })).status, 422, channel)
  await lobby.join('Guest Wi-Fi', { phone: '+15555550124' })
  await assert.rejects(lobby.database.query(`update messages set channel = 'voice'`), /messages_channel_check/)
  await assert.rejects(lobby.database.query(`update validations set channel = 'voice'`), /validations_channel_check/)
  await lobby.close()
})
