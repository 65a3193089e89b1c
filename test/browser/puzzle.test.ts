import assert from 'node:assert/strict'
import type { Page, Route } from 'playwright-core'
import { flushProofs } from '../../src/limits/note-proofs.ts'
import { startFakeCaptchaVendor } from '../fakes/captcha-vendor.ts'
import { closeAtEnd, eventually } from '../harness.ts'
import { PASSWORD } from '../lobby.ts'
import { browserTest, expectHeading, expectText, openStage, type Stage, send, signUp } from './browser.ts'
import { findViolations } from './judge.ts'

const PHONE_SIZE = { viewport: { width: 320, height: 640 } }

/** A portal that is past its limit, until the end of the test. */
async function pastLimit(limits: Record<string, unknown>, run: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await openStage()
  const { lobby } = stage
  // The proofs of earlier tests make room.
  await flushProofs(lobby.ctx)
  await lobby.database.query('delete from limit_counters')
  const first = {
    usage_plan_id: lobby.plan('Day pass'),
    email: 'first@example.com',
    password: PASSWORD,
    password_confirmation: PASSWORD,
  }
  assert.equal((await lobby.guest().post(lobby.path('sign_up'), first)).status, 303)
  assert.equal((await lobby.api('PATCH', '/limits', { portal_sends_per_hour: 1, ...limits })).status, 200)
  await run(stage)
  const open = { portal_sends_per_hour: 1000, puzzle_bits: 18, captcha_when: 'off', captcha_provider: 'none' }
  assert.equal((await lobby.api('PATCH', '/limits', open)).status, 200)
}

/** Of the hardest puzzles that the server makes, one in five is solved by luck within some seconds; of these, none. */
async function makeEndless(route: Route): Promise<void> {
  const response = await route.fetch({ maxRedirects: 0 })
  const html = await response.text()
  await route.fulfill({ response, body: html.replace(/data-bits="\d+"/, 'data-bits="32"') })
}

/** Wide pages are a fault on a phone; so is what axe finds. */
async function judgePage(page: Page): Promise<void> {
  assert.equal(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), 0)
  assert.deepEqual(await findViolations(page), [])
}

browserTest('past a limit the guest’s browser solves the puzzle by itself, and the guest goes on to the code', () =>
  pastLimit({ puzzle_bits: 18 }, async ({ url, device, readCode }) => {
    const { page, complaints } = await device(PHONE_SIZE)
    const email = 'puzzled@example.com'
    await signUp(page, url(''), 'Day pass', { email, password: PASSWORD })
    await expectHeading(page, 'Enter your code')
    await send(page, { code: await readCode(email) }, 'Confirm')
    await expectHeading(page, 'You are signed in')
    assert.deepEqual(complaints, [])
  }),
)

browserTest('while it works the guest sees how far it is, and the page stays alive', () =>
  pastLimit({}, async ({ url, device }) => {
    const { page, complaints } = await device(PHONE_SIZE)
    await page.route('**/sign_up*', makeEndless)
    await signUp(page, url(''), 'Day pass', { email: 'patient@example.com', password: PASSWORD })
    await expectText(page.locator('main'), /Your browser is solving a small puzzle/)
    assert.ok(await page.getByRole('progressbar', { name: 'Progress' }).isVisible())
    const read = () => page.evaluate<number>("document.querySelector('progress').value")
    const before = await read()
    await eventually(async () => (await read()) > before)
    assert.ok((await read()) < 100)
    await judgePage(page)
    // What else is on the page answers meanwhile.
    await page.getByRole('link', { name: 'Deutsch' }).click()
    await page.getByRole('heading', { name: 'Registrieren' }).waitFor({ timeout: 30_000 })
    assert.deepEqual(complaints, [])
  }),
)

browserTest('without JavaScript the page says what is the matter, when to come again, and what would help', () =>
  pastLimit({ puzzle_bits: 18 }, async ({ url, device }) => {
    const { page, complaints } = await device({ ...PHONE_SIZE, javaScriptEnabled: false })
    await signUp(page, url(''), 'Day pass', { email: 'scriptless@example.com', password: PASSWORD })
    await expectText(page.getByRole('alert'), /Many codes are being asked for at the moment.*Try again in 1 hour/)
    await expectText(page.locator('noscript'), /With JavaScript your browser could go on at once/)
    assert.ok(await page.locator('noscript p').isVisible())
    assert.equal(await page.getByText('Your browser is solving').isVisible(), false)
    assert.equal(await page.getByRole('progressbar').count(), 0)
    assert.equal(await page.locator('[name=email]').inputValue(), 'scriptless@example.com', 'what was typed is still there')
    assert.deepEqual(complaints, [])
  }),
)

browserTest('after the puzzle the guest passes the operator’s CAPTCHA, which the policy of that page lets in', async () => {
  const vendor = await startFakeCaptchaVendor()
  closeAtEnd(vendor.close)
  const limits = {
    puzzle_bits: 12,
    captcha_provider: 'generic',
    captcha_when: 'after_puzzle',
    captcha_site_key: 'k',
    captcha_secret: vendor.secret,
    captcha_script_url: vendor.scriptUrl,
    captcha_verify_url: vendor.verifyUrl,
  }
  await pastLimit(limits, async ({ url, device, readCode }) => {
    const { page, complaints } = await device(PHONE_SIZE)
    const email = 'human@example.com'
    await signUp(page, url(''), 'Day pass', { email, password: PASSWORD })
    await page.getByText('Show that you are not a robot').waitFor()
    await page.getByRole('button', { name: 'I am human' }).waitFor()
    await judgePage(page)
    await page.getByRole('button', { name: 'I am human' }).click()
    await expectHeading(page, 'Enter your code')
    await send(page, { code: await readCode(email) }, 'Confirm')
    await expectHeading(page, 'You are signed in')
    const elsewhere = complaints.filter(complaint => !complaint.startsWith(`a request to ${vendor.origin}/`))
    assert.deepEqual(elsewhere, [])
  })
})

browserTest('where the walled garden keeps the CAPTCHA out, the browser falls back to the puzzle by itself', async () => {
  const vendor = await startFakeCaptchaVendor()
  closeAtEnd(vendor.close)
  const limits = {
    puzzle_bits: 12,
    captcha_provider: 'generic',
    captcha_when: 'always_past_limit',
    captcha_site_key: 'k',
    captcha_secret: vendor.secret,
    captcha_script_url: `${vendor.origin}/not-let-through.js`,
    captcha_verify_url: vendor.verifyUrl,
  }
  await pastLimit(limits, async ({ url, device }) => {
    const { page } = await device(PHONE_SIZE)
    await signUp(page, url(''), 'Day pass', { email: 'walled@example.com', password: PASSWORD })
    await expectHeading(page, 'Enter your code')
  })
})
