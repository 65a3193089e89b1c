import assert from 'node:assert/strict'
import { test } from 'node:test'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { chromiumPath, closeAtEnd, isCi } from '../harness.ts'
import { openLobby, PASSWORD } from '../lobby.ts'

const options = { skip: !chromiumPath && !isCi }
const PHONE: BrowserContextOptions = { viewport: { width: 320, height: 640 }, locale: 'en-US' }
const NEW_PASSWORD = 'a bicycle in the rain'
/** Of what a finger has to hit (WCAG 2.2 asks for 24, platforms for 44 to 48). */
const TARGET_PX_MIN = 44

const lobby = await openLobby()
const origin = await lobby.listen()

let browser: Promise<Browser> | undefined

/** A fresh profile in the one browser of this file. */
async function newPage(profile: BrowserContextOptions): Promise<Page> {
  browser ??= chromium.launch({
    executablePath: chromiumPath ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const launched = await browser
  closeAtEnd(() => launched.close())
  return (await launched.newContext(profile)).newPage()
}

test(
  'a guest without JavaScript signs up with both contacts, signs out, resets the password and signs in again',
  options,
  async () => {
    const page = await newPage({ ...PHONE, javaScriptEnabled: false })
    const [phone, email] = ['+15555550123', 'mara@example.com']

    await page.goto(origin + lobby.path(''))
    await page.getByRole('link', { name: 'Resident' }).click()
    await page.getByLabel('Mobile number').fill('(555) 555-0123')
    await page.getByLabel('Email address').fill(email)
    await page.getByLabel('Login name').fill('mara')
    await page.getByLabel('New password').fill('short')
    await page.getByLabel('Password again').fill('short')
    await page.getByRole('button', { name: 'Continue' }).click()

    await page.getByRole('alert').getByRole('link', { name: 'at least 8 characters' }).click()
    assert.equal(await page.getByLabel('New password').getAttribute('aria-invalid'), 'true')
    assert.equal(await page.getByLabel('Mobile number').inputValue(), '(555) 555-0123')
    await page.getByLabel('New password').fill(PASSWORD)
    await page.getByLabel('Password again').fill(PASSWORD)
    await page.getByRole('button', { name: 'Continue' }).click()

    await page.getByRole('heading', { name: 'Enter your code' }).waitFor()
    await page.getByLabel('Code').fill('12')
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByRole('alert').getByText('not right').waitFor()
    await page.getByLabel('Code').fill(await lobby.nextCode(email))
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('Now the other one').waitFor()
    await page.getByLabel('Code').fill(await lobby.nextCode(phone))
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByRole('heading', { name: 'You are signed in' }).waitFor()
    await page.getByText('Resident').waitFor()

    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await page.getByLabel('Login name').fill(email)
    await page.getByRole('button', { name: 'Send a code' }).click()
    await page.getByLabel('Code').fill(await lobby.nextCode(email))
    await page.getByLabel('New password').fill(NEW_PASSWORD)
    await page.getByLabel('Password again').fill(NEW_PASSWORD)
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByText('Your password is changed').waitFor()
    await page.getByLabel('Login name').fill('MARA')
    await page.getByLabel('Password').fill(NEW_PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'You are signed in' }).waitFor()
  },
)

test('the captive window closes while the guest reads the message: the code is good in the next one', options, async () => {
  const page = await newPage(PHONE)
  await page.goto(`${origin}${lobby.path('sign_up')}?usage_plan_id=${lobby.plan('Guest Wi-Fi')}`)
  await page.getByLabel('Mobile number').fill('+15555550124')
  await page.getByLabel('Login name').fill('lost-window')
  await page.getByLabel('New password').fill(PASSWORD)
  await page.getByLabel('Password again').fill(PASSWORD)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Code').waitFor()
  await page.context().close()

  const again = await newPage(PHONE)
  await again.goto(origin + lobby.path('login'))
  await again.getByLabel('Login name').fill('lost-window')
  await again.getByLabel('Password').fill(PASSWORD)
  await again.getByRole('button', { name: 'Sign in' }).click()
  await again.getByLabel('Code').fill(await lobby.nextCode('+15555550124'))
  await again.getByRole('button', { name: 'Confirm' }).click()
  await again.getByRole('heading', { name: 'You are signed in' }).waitFor()
})

test('the portal works by keyboard alone', options, async () => {
  const page = await newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' })
  await page.goto(`${origin}${lobby.path('sign_up')}?usage_plan_id=${lobby.plan('Free hour')}`)
  await tabTo(page, 'login')
  await page.keyboard.type('keys-only')
  await tabTo(page, 'password')
  await page.keyboard.type(PASSWORD)
  await tabTo(page, 'password_confirmation')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'You are signed in' }).waitFor()
})

/** What axe finds: rules of WCAG 2.2 A and AA, and its own best practices. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(`axe.run().then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 120))))`)
}

async function tabTo(page: Page, id: string): Promise<void> {
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate('document.activeElement.id')) === id) return
  }
  assert.fail(`the tabulator key does not lead to ${id}`)
}

test(
  'on a phone of 320 px nothing overflows, everything to press is big enough, and the browser has no complaint',
  options,
  async () => {
    const page = await newPage(PHONE)
    const complaints: string[] = []
    // A 422 is an answer here, not a failure.
    page.on('console', message => message.text().includes('status of 4') || complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))

    const measure = async (name: string, locale: string) => {
      const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      assert.equal(overflow, 0, `${name} is wider than the window`)
      const small =
        await page.evaluate(`[...document.querySelectorAll('button, input:not([type=hidden], [type=checkbox], [type=radio]), select, summary, label.tick, nav a, .links a, a.card, a.button')]
      .filter(element => element.checkVisibility())
      .map(element => [element.outerHTML.slice(0, 80), Math.round(element.getBoundingClientRect().height)])
      .filter(([, height]) => height < ${TARGET_PX_MIN})`)
      assert.deepEqual(small, [], name)
      // The rules do not depend on the language.
      if (locale !== 'en') return
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        assert.deepEqual(await findViolations(page), [], `${name}, ${colorScheme}`)
      }
    }
    const open = async (locale: string, path: string, query = '') => {
      await page.goto(`${origin}${lobby.path(path)}?locale=${locale}${query}`)
      await measure(`${path} in ${locale}`, locale)
    }
    let n = 0
    for (const locale of ['en', 'es', 'fr', 'de']) {
      for (const path of ['', 'login', 'forgot_password', 'sms', 'tos', 'nothing']) await open(locale, path)
      await open(locale, 'sign_up', `&usage_plan_id=${lobby.plan('Resident')}`)
      await page.click('button')
      await measure(`sign_up with errors in ${locale}`, locale)
      await page.fill('#phone', `+1555555013${++n}`)
      await page.fill('#email', `a-rather-long-address-of-guest-number-${n}@a-rather-long-host-name.example.com`)
      await page.fill('#password', PASSWORD)
      await page.fill('#password_confirmation', PASSWORD)
      await page.click('button')
      for (const summary of await page.locator('summary').all()) await summary.click()
      await measure(`validate_account in ${locale}`, locale)
      await page.goto(`${origin}${lobby.path('forgot_password')}?locale=${locale}`)
      await page.fill('#login', 'anybody')
      await page.click('button')
      await measure(`reset_password in ${locale}`, locale)
    }
    assert.deepEqual(complaints, [])
  },
)
