import assert from 'node:assert/strict'
import { startFakeTwilio } from '../fakes/twilio.ts'
import { closeAtEnd, eventually } from '../harness.ts'
import { browserTest, expectText, signUp } from './browser.ts'
import { openConsoleStage } from './console.ts'

browserTest(
  'why a code did not arrive: the operator finds the message by the last digits, reads the reason, mends the gateway',
  async () => {
    const { signedIn, place, api, lobby, device, url } = await openConsoleStage()
    const twilio = await startFakeTwilio()
    closeAtEnd(twilio.close)
    const gateway = await api('POST', '/sms_gateways', {
      name: 'Twilio',
      provider: 'twilio',
      from: '+15005550006',
      account_sid: twilio.accountSid,
      auth_token: 'ffffffffffffffffffffffffffffffff',
      base_url: twilio.origin,
    })
    assert.equal(gateway.status, 201, JSON.stringify(gateway.body))
    assert.equal(
      (await api('PATCH', `/usage_plans/${lobby.plan('Guest Wi-Fi')}`, { sms_gateway_ids: [gateway.body.id] })).status,
      200,
    )

    const guest = await device()
    await signUp(guest.page, url(''), 'Guest Wi-Fi', {
      login: 'nocode',
      password: 'lantern over the quay',
      first_name: 'No',
      last_name: 'Code',
      phone: '+15555554321',
    })

    const { page, complaints } = await signedIn('operator')
    await page.goto(place('/messages'))
    await page.getByPlaceholder('Number, address or provider’s id').fill('4321')
    await page.waitForURL(/4321/)
    await expectText(page.locator('tbody'), /Failed|Waiting/)
    await page.locator('tbody tr').first().click()
    await expectText(page.locator('main'), /Attempt 1(–\d+)? through.*Twilio/)
    await expectText(page.locator('main'), /credentials|Auth Token|authenticate/i)

    // The gateway's own page says the same, and takes the right token.
    await page.goto(place(`/sms_gateways/${gateway.body.id}`))
    await page.getByRole('button', { name: /Check the credentials/ }).click()
    await page.getByRole('dialog').waitFor()
    await expectText(page.getByRole('dialog'), /credentials|Auth Token|authenticate/i)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page
      .getByRole('button', { name: /Replace/ })
      .first()
      .click()
    await page.locator('[name=auth_token]').fill(twilio.authToken)
    await page.getByRole('button', { name: 'Save' }).click()
    await expectText(page.locator('body'), /Saved/)
    await page.getByRole('button', { name: /Check the credentials/ }).click()
    await expectText(page.locator('body'), /right|active|accepted/i)
    assert.deepEqual(complaints, [])
  },
)

browserTest('the log follows what happens without being reloaded', async () => {
  const { signedIn, place, api } = await openConsoleStage()
  const { page } = await signedIn('read_only')
  // The first try to listen is refused, as by a proxy whose server starts: it is tried again.
  let refusals = 0
  await page.route('**/messages/stream', route =>
    refusals++ === 0 ? route.fulfill({ status: 503, body: '' }) : route.continue(),
  )
  await page.goto(place('/messages'))
  await page.getByRole('button', { name: /^Live/, pressed: true }).waitFor()
  await eventually(() => refusals > 1, { deadlineMs: 30_000 })
  for (const to of ['+15555558764', '+15555558765']) {
    assert.equal((await api('POST', '/validations', { channel: 'sms', to })).status, 201)
    await expectText(page.locator('tbody'), new RegExp(to.slice(-4)))
  }
  const said = (await page.locator('main').textContent()) ?? ''
  assert.ok(!said.includes('+15555558765'), 'numbers are masked')
})
