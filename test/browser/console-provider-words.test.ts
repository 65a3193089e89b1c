import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { providers as german } from '../../console/phrases/de/server/providers.ts'
import { de } from '../../console/phrases/de.ts'
import { PROVIDERS } from '../../src/sms/providers/list.ts'
import { startFakeTwilio } from '../fakes/twilio.ts'
import { closeAtEnd } from '../harness.ts'
import { browserTest, expectText } from './browser.ts'
import { openConsoleStage } from './console.ts'

/** What nobody is to read in English. A shorter label may stand in a German sentence, as a name of the provider’s own page. */
const ENGLISH = Object.keys(german).filter(text => text !== german[text] && /\S \S+ \S/.test(text) && !/\{\d\}/.test(text))

async function expectNoEnglish(page: Page, where: string): Promise<void> {
  const shown = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
  assert.deepEqual(
    ENGLISH.filter(text => shown.includes(text)),
    [],
    where,
  )
}

browserTest('a German operator reads German in the form of every provider', async () => {
  const { place, signedIn } = await openConsoleStage()
  const { page } = await signedIn('operator', { locale: 'de-DE' })
  await page.goto(place('/sms_gateways/create'))
  await expectText(page.locator('main'), /Neben der Account SID\. Das echte: Test-Zugangsdaten senden nie\./)
  await page.getByRole('button', { name: /^Mehr/ }).click()
  // The first is chosen already, and its name opens no list when it is typed again.
  const [first, ...others] = PROVIDERS.values()
  assert.ok(first)
  for (const { id, label, fields, options } of [...others, first]) {
    const name = german[label] ?? label
    await page.getByRole('combobox', { name: de.resources.sms_gateways.fields.provider }).fill(name)
    await page.getByRole('option', { name }).first().click()
    const help = [...Object.values(fields), ...options].map(field => field.help).find(text => text !== '') ?? ''
    await page
      .getByText(german[help] ?? help)
      .first()
      .waitFor()
    await expectNoEnglish(page, id)
  }
})

browserTest('a German operator reads in German what a provider refused and what is worth knowing of its gateway', async () => {
  const { place, api, signedIn } = await openConsoleStage()
  const twilio = await startFakeTwilio()
  closeAtEnd(twilio.close)
  const gateway = await api('POST', '/sms_gateways', {
    name: 'Hafen',
    provider: 'twilio',
    from: '+15005550006',
    account_sid: twilio.accountSid,
    auth_token: 'ffffffffffffffffffffffffffffffff',
    base_url: twilio.origin,
  })
  assert.equal(gateway.status, 201, JSON.stringify(gateway.body))
  const tested = await api('POST', `/sms_gateways/${gateway.body.id}/test`, { to: '+15555554321' })
  assert.equal(tested.body.outcome, 'rejected', JSON.stringify(tested.body))

  const { page } = await signedIn('operator', { locale: 'de-DE' })
  await page.goto(place(`/messages/${tested.body.message_id}/show`))
  const refusal = /Twilio lehnt Account SID oder Auth Token ab: Kopieren Sie beide erneut/
  await expectText(page.getByRole('alert'), /Es liegt an den Einstellungen oder am Konto \(Hafen\)/)
  await expectText(page.getByRole('alert'), refusal)
  await expectText(page.locator('main ol'), refusal)
  await expectNoEnglish(page, 'the failed message')

  await page.goto(place(`/sms_gateways/${gateway.body.id}/show`))
  await expectText(page.getByRole('alert').first(), /„Absender“ ist eine von Twilios Nummern für Test-Zugangsdaten/)
  await expectNoEnglish(page, 'the gateway')
  await page.getByRole('button', { name: de.resources.sms_gateways.check.button }).click()
  await expectText(page.getByRole('dialog'), refusal)
})
