import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import axe from 'axe-core'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { contrastRatio } from '../../src/portal/colors.ts'
import { PASSWORD } from '../lobby.ts'
import { browserTest, openStage } from './browser.ts'

/** What a server may send before it hears from the client again: ten segments (RFC 6928), rounded down. */
const PAGE_BYTES_MAX = 14_000
/** WCAG 2.2, 1.4.11: the edge of a control. */
const EDGE_CONTRAST_MIN = 3
const LOOK_AT_PAGE = readFileSync(new URL('look-at-page.js', import.meta.url), 'utf8')

interface Look {
  lang: string
  headings: number
  scripts: number
  overflow: number
  tooSmall: string[]
  unlabelled: string[]
  errors: { isFocused: boolean; linked: FieldError[]; described: FieldError[] }
  edges: [string, string][]
}
interface FieldError {
  says: string
  field: string
}

/** What axe finds of WCAG 2.2 A and AA and of its own best practices. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(`axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 120))))`)
}

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

async function judge(page: Page, name: string, lang: string): Promise<void> {
  const look: Look = await page.evaluate(LOOK_AT_PAGE)
  const { isFocused, linked, described } = look.errors
  assert.deepEqual(
    { ...look, edges: [], errors: [] },
    { lang, headings: 1, scripts: 0, overflow: 0, tooSmall: [], unlabelled: [], edges: [], errors: [] },
    name,
  )
  // The summary has the focus, so that it is read out; each of its lines leads to a field that says the same of itself.
  assert.equal(isFocused, (await page.getByRole('alert').count()) > 0, name)
  assert.deepEqual(linked, described, name)
  for (const colors of look.edges) {
    const [edge = '', ground = ''] = colors.map(hexOf)
    assert.ok(contrastRatio(edge, ground) >= EDGE_CONTRAST_MIN, `${name}: ${edge} on ${ground}`)
  }
  assert.deepEqual(await findViolations(page), [], name)
}

function hexOf(color: string): string {
  const parts = [...color.matchAll(/\d+/g)].slice(0, 3)
  return `#${parts.map(([part]) => Number(part).toString(16).padStart(2, '0')).join('')}`
}

/** Walks through every page of the portal, with and without errors, and judges each. */
async function judgeAllPages(phone: string, options: BrowserContextOptions & { locale: string }): Promise<string[]> {
  const { lobby, url, device, readCode } = await openStage()
  const { page, complaints } = await device({ viewport: { width: 320, height: 640 }, ...options })
  const email = `${'a-very-long-name-'.repeat(3)}${phone.slice(-4)}@a-rather-long-host-name.example.com`
  const lang = options.locale.slice(0, 2)
  const seen: string[] = []
  const weight = weigh(page)

  async function arrive(name: string): Promise<void> {
    const bytes = await weight.next()
    // A redirect counts with the page that it leads to.
    assert.ok(bytes > 1_000 && bytes < PAGE_BYTES_MAX, `${name} weighs ${bytes} bytes`)
    await judge(page, name, lang)
    seen.push(name)
  }
  async function open(name: string, query = ''): Promise<void> {
    await page.goto(url(name) + query)
    await arrive(name)
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
  await open('login')
  await submit('login refused', { login: 'nobody', password: PASSWORD })
  await submit('login with errors', { login: '', password: '' })
  await open('forgot_password')
  await submit('forgot_password with errors', {})

  await open('sign_up', `?usage_plan_id=${lobby.plan('Resident')}`)
  await submit('sign_up with errors', { phone: '12', email: 'nobody', login: '?', ...weak })
  await submit('validate_account', { phone, email, login: '', ...passwords })
  for (const summary of await page.locator('summary').all()) await summary.click()
  await judge(page, 'validate_account opened', lang)
  await submit('validate_account with errors', { code: '12' })
  await page.locator('summary').first().click()
  await submit('update_contact with errors', { phone: '12' }, 'form[action*=update_contact]')
  await submit('validate_account, resend too soon', {}, 'form[action*=resend]:has([value=email])')
  await submit('validate_account, one proven', { code: await readCode(phone) })
  await submit('status', { code: await readCode(email) })
  await open('')
  await open('plans')
  await page.goto(url('status'))
  await weight.next()
  await submit('logged out', {}, 'form[action*=logout]')

  await open('forgot_password')
  await submit('reset_password', { login: phone })
  await submit('reset_password with errors', { code: '12', ...passwords })
  await submit('reset_password, code accepted', { code: await readCode(phone), ...weak })
  await submit('password changed', passwords)

  await open('sms')
  await submit('sms with errors', { phone: '' })
  await page.locator('#carrier_id').selectOption({ index: 1 })
  await submit('sms_token', { phone: phone.replace('+1555555', '+1555556') })
  await submit('sms_token with errors', { token: '12' })
  assert.deepEqual(complaints, [])
  return seen
}

const LOOKS = [
  ['+15555554001', { locale: 'en-US', colorScheme: 'light' }],
  ['+15555554002', { locale: 'de-DE', colorScheme: 'dark' }],
] as const

for (const [phone, options] of LOOKS)
  browserTest(
    `every page, ${options.locale} and ${options.colorScheme}, is under 14 kB, fits 320 px, loads nothing else and keeps WCAG 2.2 AA`,
    async () => {
      assert.ok((await judgeAllPages(phone, options)).length > 25)
    },
  )

browserTest('a terms box, a choice of channel and a bright brand colour keep the same rules', async () => {
  const { lobby, url, device } = await openStage()
  const [portalId] = lobby.ctx.catalogue.now.splashPortals.keys()
  const plan = { validation_method: 'sms_or_email' }
  await lobby.api('PATCH', `/usage_plans/${lobby.plan('Guest Wi-Fi')}`, plan)
  await lobby.api('PATCH', `/splash_portals/${portalId}`, { terms: 'Be kind.\nShare the air.', brand_color: '#f2c230' })
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, complaints } = await device({ viewport: { width: 320, height: 640 }, colorScheme })
    await page.goto(`${url('sign_up')}?usage_plan_id=${lobby.plan('Guest Wi-Fi')}`)
    await judge(page, 'sign_up', 'en')
    await page.getByRole('button').click()
    await page.getByText('Terms of use', { exact: true }).click()
    await page.locator('#tos').focus()
    await page.locator('main form button').click()
    await page.getByRole('alert').waitFor()
    await judge(page, 'sign_up with errors', 'en')
    await page.goto(url('tos'))
    await judge(page, 'tos', 'en')
    assert.deepEqual(complaints, [])
  }
})
