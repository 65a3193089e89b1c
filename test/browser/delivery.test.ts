import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { SUPPORTED_LOCALES } from '../../src/messages/compose.ts'
import { PASSWORD } from '../lobby.ts'
import { browserTest, expectHeading, expectText, openStage, send, signUp } from './browser.ts'
import { findViolations, judge } from './judge.ts'

/** What the frame of the page says now. */
const line = (page: Page) => page.frameLocator('.live iframe').locator('body')

/** What becomes of the messages to a contact, once they are out. */
async function settle(to: string, message: string): Promise<void> {
  const { lobby } = await openStage()
  await lobby.countMessages()
  await change(to, message)
}

async function change(to: string, message: string): Promise<void> {
  const { lobby } = await openStage()
  await lobby.database.query(`update messages set ${message} where "to" = $1`, [to])
}

for (const javaScriptEnabled of [true, false])
  browserTest(
    `the line of the message goes on by itself ${javaScriptEnabled ? 'with' : 'without'} JavaScript, and what is typed stays`,
    async () => {
      const { url, device, readCode } = await openStage()
      const { page, complaints } = await device({ javaScriptEnabled })
      const phone = `+1555555500${Number(javaScriptEnabled)}`
      await signUp(page, url(''), 'Guest Wi-Fi', { phone, password: PASSWORD })
      await expectHeading(page, 'Enter your code')
      await page.locator('[name=code]').fill('123')
      await settle(phone, `status = 'queued', due_at = null, accepted_at = null`)
      await expectText(line(page), /On its way\./)
      await change(phone, `status = 'accepted'`)
      await expectText(line(page), /Sent\. The network has accepted it\./)
      await change(phone, `status = 'delivered'`)
      await expectText(line(page), /Delivered\./)
      assert.equal(await page.locator('[name=code]').inputValue(), '123')
      await send(page, { code: await readCode(phone) }, 'Confirm')
      await expectHeading(page, 'You are signed in')
      assert.deepEqual(complaints, [])
    },
  )

browserTest('a message that fails is told in the frame, whose link leads to what to do', async () => {
  const { url, device, readCode } = await openStage()
  const { page, complaints } = await device({ viewport: { width: 320, height: 640 } })
  const [wrong, right] = ['+15555555003', '+15555555004']
  await signUp(page, url(''), 'Guest Wi-Fi', { phone: wrong, password: PASSWORD })
  await settle(wrong, `status = 'accepted', accepted_at = created_at`)
  await expectText(line(page), /Sent\./)
  await settle(wrong, `status = 'failed', error_class = 'recipient'`)
  await expectText(line(page), /check the number/)
  await line(page).getByRole('link', { name: 'What to do' }).click()
  await page.getByText('Give the right number here').waitFor()
  await judge(page, 'a wrong number', 'en')
  assert.deepEqual(await findViolations(page), [])
  await page.locator('form[action*=update_contact] [name=phone]').fill(right)
  await page.locator('form[action*=update_contact] button').click()
  await page.getByText('A code is on its way.').waitFor()
  await send(page, { code: await readCode(right) }, 'Confirm')
  await expectHeading(page, 'You are signed in')
  assert.deepEqual(complaints, [])
})

const TROUBLES: [name: string, message: string, says: RegExp][] = [
  [
    'opted_out',
    `status = 'failed', error_class = 'recipient', error_code = 'opted_out'`,
    /Antworten Sie auf die letzte mit START/,
  ],
  [
    'undelivered',
    `status = 'failed', error_class = 'route', accepted_at = created_at`,
    /Prüfen Sie die Nummer, und ob das Telefon/,
  ],
  ['not_possible', `status = 'failed', error_class = 'unavailable', accepted_at = null`, /Wir können zurzeit keine SMS senden/],
  ['unknown', `status = 'unknown', error_class = 'unknown', due_at = null`, /Warten Sie einen Moment/],
]

for (const colorScheme of ['light', 'dark'] as const)
  browserTest(`every trouble is told on a page that fits 320 px and can be read, ${colorScheme}`, async () => {
    const { url, device } = await openStage()
    const { page, complaints } = await device({ viewport: { width: 320, height: 640 }, colorScheme, locale: 'de-DE' })
    const phone = `+1555555501${Number(colorScheme === 'dark')}`
    await page.goto(url(''))
    await page.getByRole('link', { name: 'Guest Wi-Fi' }).click()
    await send(page, { phone, password: PASSWORD, password_confirmation: PASSWORD }, 'Weiter')
    await expectHeading(page, 'Geben Sie Ihren Code ein')
    for (const [name, message, says] of TROUBLES) {
      await settle(phone, message)
      await page.goto(url('validate_account'))
      await expectText(page.locator('main'), says)
      await judge(page, name, 'de')
    }
    // The frame covers the line of the page with its own, in the same colours.
    const ground = await page.evaluate(`getComputedStyle(document.querySelector('main')).backgroundColor`)
    assert.equal(await line(page).evaluate('getComputedStyle(document.body).backgroundColor'), ground)
    assert.deepEqual(complaints, [])
  })

browserTest('whatever the line says, in whatever language, is seen in the frame of a narrow page without scrolling', async () => {
  const { lobby, url, device } = await openStage()
  const { page } = await device({ viewport: { width: 320, height: 640 } })
  const gateways = [...lobby.ctx.catalogue.now.smsGateways.keys()]
  const portals = [...lobby.ctx.catalogue.now.splashPortals.keys()]
  const plan = { name: 'Either', validation_method: 'sms_or_email', sms_gateway_ids: gateways, splash_portal_ids: portals }
  await lobby.api('POST', '/usage_plans', plan)
  const phone = '+15555555020'
  await signUp(page, url(''), 'Either', { phone, password: PASSWORD })
  await expectHeading(page, 'Enter your code')
  await settle(phone, `status = 'accepted'`)
  await page.goto(url('validate_account'))
  const { width = 0, height = 0 } = (await page.locator('iframe').boundingBox()) ?? {}
  assert.ok(width > 200 && height > 40, `${width} x ${height}`)
  await page.setViewportSize({ width: Math.floor(width), height: Math.floor(height) })
  const states = [`status = 'accepted'`, `status = 'delivered'`, ...TROUBLES.map(([, message]) => message)]
  for (const message of [...states, `status = 'failed', error_class = 'recipient', error_code = ''`])
    for (const locale of SUPPORTED_LOCALES) {
      await change(phone, message)
      await page.goto(`${url('delivery')}?channel=sms&locale=${locale}`)
      const overflow = await page.evaluate('document.documentElement.scrollHeight - innerHeight')
      assert.ok(
        Number(overflow) <= 0,
        `${locale}, ${message}: ${overflow} px too high for ${await page.locator('body').textContent()}`,
      )
    }
})
