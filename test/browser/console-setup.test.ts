import assert from 'node:assert/strict'
import { startFakeSmtp } from '../fakes/smtp.ts'
import { closeAtEnd, eventually } from '../harness.ts'
import { browserTest, expectText, send, signUp } from './browser.ts'
import { ADMIN_PASSWORD, openConsoleStage } from './console.ts'

browserTest('the one-time link leads through the set-up walk to a portal on which a first guest is validated', async () => {
  const { api, lobby, origin, device, readCode } = await openConsoleStage()
  const { page, complaints } = await device({ viewport: { width: 1280, height: 800 } })
  await page.goto(origin + lobby.app.setupPath)
  await send(page, { login: 'olga', password: ADMIN_PASSWORD, password_confirmation: ADMIN_PASSWORD }, 'Create administrator')

  // 1: who runs this.
  await page.getByLabel('Your name or your house’s').fill('Hotel Aurora')
  await page.getByLabel('Country', { exact: true }).fill('United States')
  await page.getByRole('option', { name: 'United States', exact: true }).click()
  await page.getByRole('button', { name: 'Save and go on' }).click()

  // 2: text messages stay with the simulator, which says so.
  await expectText(page.locator('main'), /Only the simulator so far/)
  await page.getByRole('button', { name: 'Go on' }).click()

  // 3: a mail server of one's own, tried out.
  const smtp = await startFakeSmtp()
  closeAtEnd(smtp.close)
  await page.getByRole('button', { name: 'Add a mail server' }).click()
  await page.locator('[name=name]').fill('Office mail')
  await page.locator('[name=host]').fill('127.0.0.1')
  await page.getByRole('combobox', { name: 'Encryption' }).click()
  await page.getByRole('option', { name: /^None/ }).click()
  await page.locator('[name=port]').fill(String(smtp.port))
  await page.locator('[name=from]').fill('wifi@example.com')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expectText(page.locator('main'), /Office mail/)
  await page.getByRole('button', { name: 'Go on' }).click()

  // 4: a portal and its plans from a template. A name that is refused leaves no plans behind.
  const countPlans = async () => (await api('GET', '/usage_plans')).body.total
  const plansBefore = await countPlans()
  await page.getByLabel('Name of the portal').fill('!')
  await page.getByRole('button', { name: 'Make the portal' }).click()
  await expectText(page.locator('main'), /no letters or digits/)
  assert.equal(await countPlans(), plansBefore)
  await page.getByLabel('Name of the portal').fill('Aurora')
  await page.getByRole('radio', { name: /Café/ }).check()
  await page.getByRole('button', { name: 'Make the portal' }).click()
  await expectText(page.locator('main'), /Guests can sign up/)
  assert.equal(await page.getByRole('link', { name: 'Open the portal' }).getAttribute('href'), '/portal/aurora')
  assert.deepEqual(complaints, [])

  // The first guest, on a phone.
  const phone = await device()
  const number = '+12015550123'
  await signUp(phone.page, `${origin}/portal/aurora`, 'Wi-Fi', {
    login: 'first-guest',
    password: 'lantern over the quay',
    first_name: 'Ana',
    last_name: 'Silva',
    phone: number,
  })
  await send(phone.page, { code: await readCode(number) }, 'Confirm')
  await eventually(async () => (await lobby.account('first-guest')).phone_validated_at)
  assert.equal((await lobby.account('first-guest')).status, 'active')
})
