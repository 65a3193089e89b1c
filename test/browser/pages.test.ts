import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { PASSWORD } from '../lobby.ts'
import { browserTest, expectText, openStage, send } from './browser.ts'
import { findViolations, judge } from './judge.ts'

/** What a server may send before it hears from the client again: ten segments (RFC 6928), rounded down. */
const PAGE_BYTES_MAX = 14_000

/** Adds up the bytes of everything that a page loads, headers included. */
function weigh(page: Page): { next(): Promise<number> } {
  let sizes: Promise<number>[] = []
  page.on('requestfinished', request => {
    sizes.push(request.sizes().then(({ responseHeadersSize, responseBodySize }) => responseHeadersSize + responseBodySize))
  })
  return {
    async next() {
      const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
      sizes = []
      return total
    },
  }
}

interface Look {
  locale: string
  colorScheme: 'light' | 'dark'
  /** Whether axe judges as well: what its rules see depends neither on the language nor, contrast aside, on the colours. */
  axe: boolean
}

/** Walks through every page of the portal, with and without errors, and judges each. */
async function judgeAllPages(phone: string, options: Look): Promise<void> {
  const { lobby, url, device, readCode } = await openStage()
  const { locale, colorScheme } = options
  const { page, complaints } = await device({ viewport: { width: 320, height: 640 }, locale, colorScheme })
  const email = `${'a-very-long-name-'.repeat(3)}${phone.slice(-4)}@a-rather-long-host-name.example.com`
  const lang = locale.slice(0, 2)
  const weight = weigh(page)

  async function arrive(name: string): Promise<void> {
    const bytes = await weight.next()
    // A redirect counts with the page that it leads to.
    assert.ok(bytes > 1_000 && bytes < PAGE_BYTES_MAX, `${name} weighs ${bytes} bytes`)
    await judge(page, name, lang)
    if (options.axe) assert.deepEqual(await findViolations(page), [], name)
  }
  async function open(name: string, query = ''): Promise<void> {
    await page.goto(url(name) + query)
    await arrive(name || 'the start page')
  }
  /** Goes to a page that was judged before. */
  async function goBack(name: string): Promise<void> {
    await page.goto(url(name))
    await weight.next()
  }
  /** Fills in the first form of the page, or the one that holds `within`, and sends it. */
  async function submit(name: string, fields: Record<string, string>, within = 'main form'): Promise<void> {
    for (const [field, value] of Object.entries(fields)) await page.locator(`[name=${field}]`).fill(value)
    await Promise.all([page.waitForEvent('load'), page.locator(within).first().locator('button').click()])
    await arrive(name)
  }
  const passwords = { password: PASSWORD, password_confirmation: PASSWORD }
  const weak = { password: '1', password_confirmation: '' }

  for (const name of ['', 'login', 'forgot_password', 'sms', 'tos', 'nothing', 'sign_up']) await open(name)
  await goBack('login')
  await submit('login refused', { login: 'nobody', password: PASSWORD })
  await submit('login with errors', { login: '', password: '' })
  await goBack('forgot_password')
  await submit('forgot_password with errors', {})

  await open('sign_up', `?usage_plan_id=${lobby.plan('Resident')}`)
  await submit('sign_up with errors', { phone: '12', email: 'nobody', login: '?', ...weak })
  await submit('validate_account', { phone, email, login: '', ...passwords })
  for (const summary of await page.locator('summary').all()) await summary.click()
  await judge(page, 'validate_account opened', lang)
  await submit('validate_account with errors', { code: '12' })
  await page.locator('summary').first().click()
  await submit('update_contact with errors', { phone: '12' }, 'form[action*=update_contact]')
  await submit('validate_account, resend too soon', {}, 'form[action*=resend]:has([value=sms])')
  await submit('validate_account, one proven', { code: await readCode(phone) })
  await submit('status', { code: await readCode(email) })
  await open('')
  await open('plans')
  await goBack('status')
  await submit('logged out', {}, 'form[action*=logout]')

  await goBack('forgot_password')
  await submit('reset_password', { login: phone })
  await submit('reset_password with errors', { code: '12', ...passwords })
  await submit('reset_password, code accepted', { code: await readCode(phone), ...weak })
  await submit('password changed', passwords)

  await goBack('sms')
  await submit('sms with errors', { phone: '' })
  await page.locator('#carrier_id').selectOption({ index: 1 })
  await submit('sms_token', { phone: phone.replace('+1555555', '+1555556') })
  await submit('sms_token with errors', { token: '12' })
  assert.deepEqual(complaints, [])
}

const LOOKS: [phone: string, look: Look][] = [
  ['+15555554001', { locale: 'en-US', colorScheme: 'light', axe: true }],
  ['+15555554002', { locale: 'de-DE', colorScheme: 'dark', axe: false }],
  ['+15555554013', { locale: 'es-ES', colorScheme: 'light', axe: false }],
  ['+15555554014', { locale: 'fr-FR', colorScheme: 'dark', axe: false }],
]

for (const [phone, look] of LOOKS) {
  const { locale, colorScheme } = look
  browserTest(
    `every page, ${locale} and ${colorScheme}, is under 14 kB, fits 320 px, and can be seen, pressed and read out`,
    () => judgeAllPages(phone, look),
  )
}

browserTest('a box for the terms, a choice of channel and a bright brand colour keep the same rules', async () => {
  const { lobby, origin, device } = await openStage()
  const [gatewayId] = lobby.ctx.catalogue.now.smsGateways.keys()
  const plan = { name: 'Either', validation_method: 'sms_or_email', sms_gateway_ids: [gatewayId] }
  const { body } = await lobby.api('POST', '/usage_plans', plan)
  const portal = { name: 'Club', slug: 'club', brand_color: '#f2c230', terms: 'Be kind.\nShare the air.', default_country: 'DE' }
  await lobby.api('POST', '/splash_portals', { ...portal, usage_plan_ids: [body.id] })
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, complaints } = await device({ viewport: { width: 320, height: 640 }, colorScheme })
    // The portal's only plan needs no choice.
    await page.goto(`${origin}/portal/club/sign_up`)
    await judge(page, 'sign_up', 'en')
    await send(page, {}, 'Continue')
    await expectText(page.getByRole('alert'), /Accept the terms/)
    await judge(page, 'sign_up with errors', 'en')
    assert.deepEqual(await findViolations(page), [], colorScheme)
    await page.locator('summary').click()
    await page.getByText('Share the air.').waitFor()
    await page.goto(`${origin}/portal/club/tos`)
    await judge(page, 'tos', 'en')
    assert.deepEqual(complaints, [])
  }
})

/** What has the focus: its name or else its text, and whether one can see that it has it. */
const FOCUSED = `(({ name, textContent }, { outlineStyle, outlineWidth }) => ({
  name: name || textContent.trim(),
  isVisible: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
}))(document.activeElement, getComputedStyle(document.activeElement))`

/** Presses Tab until this has the focus, which must show all the way. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = []
  while (passed.length < 30) {
    await page.keyboard.press('Tab')
    const focused: { name: string; isVisible: boolean } = await page.evaluate(FOCUSED)
    assert.ok(focused.isVisible, `one cannot see that ${focused.name} has the focus`)
    if (focused.name.startsWith(name)) return
    passed.push(focused.name)
  }
  assert.fail(`Tab does not lead to ${name}, only to ${passed.join(', ')}`)
}

browserTest('a guest who has but a keyboard signs up, mends an error, proves the number, and signs out', async () => {
  const { url, device, readCode } = await openStage()
  const { page, complaints } = await device({ viewport: { width: 1280, height: 800 } })
  const { keyboard } = page
  await page.goto(url(''))
  await tabTo(page, 'Guest Wi-Fi')
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Sign up' }).waitFor()

  await tabTo(page, 'country')
  assert.equal(await page.locator('#country').inputValue(), 'US')
  for (const [name, text] of [
    ['phone', '555 555 4003'],
    ['password', PASSWORD],
    ['password_confirmation', 'something else'],
  ] as const) {
    await tabTo(page, name)
    await keyboard.type(text)
  }
  await keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  // The summary has the focus; its line leads to the field.
  await tabTo(page, 'The two passwords differ')
  await keyboard.press('Enter')
  assert.equal(await page.evaluate('document.activeElement.name'), 'password_confirmation')
  await keyboard.press('Shift+Tab')
  await keyboard.type(PASSWORD)
  await tabTo(page, 'password_confirmation')
  await keyboard.type(PASSWORD)
  await tabTo(page, 'Continue')
  await keyboard.press('Space')

  await page.getByRole('heading', { name: 'Enter your code' }).waitFor()
  await tabTo(page, 'code')
  await keyboard.type(await readCode('+15555554003'))
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'You are signed in' }).waitFor()
  await tabTo(page, 'Sign out')
  await keyboard.press('Enter')
  await page.getByText('You are signed out.').waitFor()
  assert.deepEqual(complaints, [])
})
