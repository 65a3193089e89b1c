import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { eventually } from '../harness.ts'
import { browserTest, expectText } from './browser.ts'
import { openConsoleStage } from './console.ts'

const SID = `AC${'0123456789abcdef'.repeat(2)}`
const TOKEN = 'fedcba9876543210fedcba9876543210'
/** Nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9'

function chooseProvider(page: Page, word: string): Promise<void> {
  return choose(page, 'Provider', word)
}

async function choose(page: Page, field: string, word: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(word)
  await page.getByRole('option', { name: word }).first().click()
}

browserTest('the form follows the provider, says what is wrong beside the field, and never gives a secret back', async () => {
  const { signedIn, place, api } = await openConsoleStage()
  const { page } = await signedIn('operator')
  await page.goto(place('/sms_gateways/create'))
  await page.locator('input[name=provider][value=Twilio]').waitFor()
  await chooseProvider(page, 'Phone simulator')
  await page.getByLabel(/^Account SID/).waitFor({ state: 'detached' })
  await chooseProvider(page, 'Twilio')
  await page.locator('[name=name]').fill('Hotel Twilio')
  await page.locator('[name=from]').fill('+15551234567')
  await page.locator('[name=account_sid]').fill('nonsense')
  await page.locator('[name=auth_token]').fill(TOKEN)
  await page.getByRole('button', { name: 'Save' }).click()
  await expectText(page.locator('main'), /An Account SID is AC and 32 characters/)
  await page.locator('[name=account_sid]').fill(SID)
  await page.getByRole('button', { name: /^More/ }).click()
  await page.locator('[name=base_url]').fill(NOWHERE)
  await page.getByRole('button', { name: 'Save' }).click()
  await expectText(page.locator('main'), /No message has gone through this gateway yet/)
  assert.ok(!(await page.content()).includes(TOKEN))

  const { body } = await api('GET', '/sms_gateways?name=Hotel%20Twilio')
  assert.equal(body.data[0].auth_token_set, true)
  await page.goto(place(`/sms_gateways/${body.data[0].id}`))
  await expectText(page.locator('main'), /Set\. It is never shown again/)
  assert.ok(!(await page.content()).includes(TOKEN))
})

browserTest('what is secret does not go along to another provider', async () => {
  const { signedIn, place, api } = await openConsoleStage()
  const { page } = await signedIn('operator')
  const made = await api('POST', '/sms_gateways', {
    name: 'Changing',
    provider: 'twilio',
    from: '+15551234567',
    account_sid: SID,
    auth_token: TOKEN,
    callback_secret: TOKEN,
    base_url: NOWHERE,
  })
  await page.goto(place(`/sms_gateways/${made.body.id}`))
  await chooseProvider(page, 'Vonage')
  await page.locator('[name=account_sid]').fill('abcd1234')
  await page.getByRole('button', { name: 'Save' }).click()
  await expectText(page.locator('main'), /Required/)
  assert.equal((await api('GET', `/sms_gateways/${made.body.id}`)).body.provider, 'twilio')

  await page.locator('[name=auth_token]').fill('another-secret-1')
  await page.getByRole('button', { name: 'Save' }).click()
  await expectText(page.locator('body'), /Saved/)
  const { body } = await api('GET', `/sms_gateways/${made.body.id}`)
  const { provider, auth_token_set, callback_secret_set, base_url } = body
  assert.deepEqual([provider, auth_token_set, callback_secret_set, base_url], ['vonage', true, false, ''])
})

browserTest('another address for a gateway or a mail server asks for its secret again', async () => {
  const { signedIn, place, api } = await openConsoleStage()
  const { page } = await signedIn('operator')
  const gateway = { name: 'Moving', provider: 'twilio', from: '+15551234567', account_sid: SID, auth_token: TOKEN }
  const server = { name: 'Moving', host: 'smtp.example.com', from: 'wifi@example.com', username: 'wifi', password: TOKEN }
  const [{ body: phone }, { body: mail }] = [
    await api('POST', '/sms_gateways', gateway),
    await api('POST', '/mail_servers', server),
  ]
  await page.goto(place(`/sms_gateways/${phone.id}`))
  await page.getByRole('button', { name: /^More/ }).click()
  await page.locator('[name=base_url]').fill(NOWHERE)
  await page.locator('[name=auth_token]').fill(TOKEN)
  await page.getByRole('button', { name: 'Save' }).click()
  await expectText(page.locator('body'), /Saved/)
  assert.equal((await api('GET', `/sms_gateways/${phone.id}`)).body.base_url, NOWHERE)

  await page.goto(place(`/mail_servers/${mail.id}`))
  await page.locator('[name=host]').fill('mail.example.com')
  await page.getByRole('button', { name: 'Save' }).click()
  await expectText(page.locator('main'), /Put it in again/)
  await page.locator('[name=password]').fill(TOKEN)
  await page.getByRole('button', { name: 'Save' }).click()
  await expectText(page.locator('body'), /Saved/)
  assert.equal((await api('GET', `/mail_servers/${mail.id}`)).body.host, 'mail.example.com')
  // The stage is for all stories, and mail goes by the order of what is there.
  for (const made of [`/sms_gateways/${phone.id}`, `/mail_servers/${mail.id}`])
    assert.equal((await api('DELETE', made)).status, 204)
})

browserTest('a test message says what became of it and leads to its timeline', async () => {
  const { signedIn, place, api } = await openConsoleStage()
  const { page } = await signedIn('operator')
  const { body } = await api('GET', '/sms_gateways?provider=simulator')
  await page.goto(place(`/sms_gateways/${body.data[0].id}/show`))
  await page.getByRole('button', { name: 'Send a test message' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Your own mobile number').fill('0171 555')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expectText(dialog, /Must be a number in international form/)
  await dialog.getByLabel('Your own mobile number').fill('+1 (415) 555-0123')
  await dialog.getByRole('button', { name: 'Send', exact: true }).click()
  await expectText(dialog, /The provider has taken it/)
  await dialog.getByRole('link', { name: 'See what becomes of it' }).click()
  await page.waitForURL(/#\/messages\/[0-9a-f-]+\/show/)
})

browserTest('a price list with a mistake changes nothing; the corrected one is taken whole', async () => {
  const { signedIn, place, api } = await openConsoleStage()
  const { page } = await signedIn('operator')
  const made = await api('POST', '/sms_gateways', { name: 'Priced', provider: 'simulator' })
  const prices = async () => (await api('GET', `/sms_prices?sms_gateway_id=${made.body.id}`)).body.total
  const file = (text: string) => ({ name: 'prices.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.goto(place(`/sms_gateways/${made.body.id}/show`))
  await page.getByRole('button', { name: 'Import' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles(file('country,price\nUS,0.008\nXX,1\n'))
  await dialog.getByRole('button', { name: 'Check the file' }).click()
  await expectText(dialog, /taken whole or not at all.*3.*country/)
  await dialog.locator('input[type=file]').setInputFiles(file('country,price\nUS,0.008\n*,0.1\n'))
  await dialog.getByRole('button', { name: 'Check the file' }).click()
  await expectText(dialog, /2 new/)
  assert.equal(await prices(), 0, 'checking has written nothing')
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expectText(page.locator('main'), /Every other country.*United States/)
  assert.equal(await prices(), 2)
})

browserTest('the order of gateways and of mail servers is chosen with the keyboard alone', async () => {
  const { signedIn, place, api } = await openConsoleStage()
  const { page } = await signedIn('operator')
  for (const name of ['First relay', 'Second relay'])
    await api('POST', '/mail_servers', { name, host: '127.0.0.1', from: 'wifi@example.com', position: 900 })
  await page.goto(place('/mail_servers'))
  await page.getByRole('button', { name: 'Change the order' }).click()
  const handle = page.getByRole('button', { name: 'Move Second relay', exact: true })
  await handle.focus()
  await page.keyboard.press('Space')
  await expectText(page.locator('body'), /Second relay is at place 3 of 3/)
  await page.keyboard.press('ArrowUp')
  await expectText(page.locator('body'), /Second relay is at place 2 of 3/)
  await page.keyboard.press('Space')
  await expectText(page.locator('body'), /Second relay put down at place 2 of 3/)
  await page.getByRole('button', { name: 'Save' }).click()
  await expectText(page.locator('body'), /Saved/)
  const { body } = await api('GET', '/mail_servers?sort=position')
  const names = body.data.map(({ name }: { name: string }) => name).filter((name: string) => name.endsWith('relay'))
  assert.deepEqual(names, ['Second relay', 'First relay'])

  const gateway = await api('POST', '/sms_gateways', { name: 'Stand-in', provider: 'simulator' })
  const plan = (await api('GET', '/usage_plans?validation_method=sms')).body.data[0]
  await page.goto(place(`/usage_plans/${plan.id}`))
  await choose(page, 'Add', 'Stand-in')
  await page.getByRole('button', { name: 'Move Stand-in up' }).press('Enter')
  await page.getByRole('button', { name: 'Save' }).click()
  await eventually(async () => {
    const { body } = await api('GET', `/usage_plans/${plan.id}`)
    return body.sms_gateway_ids.at(-2) === gateway.body.id
  })
})
