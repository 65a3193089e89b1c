import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { eventually } from '../harness.ts'
import { browserTest } from './browser.ts'
import { openConsoleStage, signIn } from './console.ts'
import { findViolations } from './judge.ts'

/** Compressed, everything that the first page and the dashboard load. */
const FIRST_LOAD_BYTES_MAX = 400_000
/** Every place that there is without a record of its own. */
const PLACES = [
  '/',
  '/setup',
  '/profile',
  '/settings',
  '/limits',
  '/messages',
  '/validations',
  '/accounts',
  '/accounts/create',
  '/account_groups',
  '/account_groups/create',
  '/usage_plans',
  '/usage_plans/create',
  '/splash_portals',
  '/splash_portals/create',
  '/sms_gateways',
  '/sms_gateways/create',
  '/carriers',
  '/carriers/create',
  '/mail_servers',
  '/mail_servers/create',
  '/blocks',
  '/suppressions',
  '/suppressions/create',
  '/administrators',
  '/administrators/create',
  '/api_keys',
  '/api_keys/create',
  '/audit_events',
]
const RESOURCES = [
  'account_groups',
  'usage_plans',
  'splash_portals',
  'sms_gateways',
  'mail_servers',
  'carriers',
  'accounts',
  'messages',
  'validations',
]

for (const colorScheme of ['light', 'dark'] as const)
  browserTest(`every screen can be used by everybody (WCAG 2.2 AA), ${colorScheme}, on a desk and on a phone`, async () => {
    const { signedIn, place, api } = await openConsoleStage()
    await api('POST', '/accounts', { login: `guest-${colorScheme}`, phone: `+155555501${colorScheme === 'light' ? 10 : 20}` })
    await api('POST', '/validations', { channel: 'sms', to: '+15555550177' })
    const { page, complaints } = await signedIn('owner', { colorScheme })
    const ofRecords: string[] = []
    for (const resource of RESOURCES) {
      const { data } = (await api('GET', `/${resource}?per_page=1`)).body
      ofRecords.push(`/${resource}/${data[0].id}/show`)
      if (!['messages', 'validations'].includes(resource)) ofRecords.push(`/${resource}/${data[0].id}`)
    }
    for (const path of [...PLACES, ...ofRecords]) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await openPlace(page, place(path))
      assert.deepEqual(await findViolations(page), [], `${path}, ${colorScheme}`)
      await page.setViewportSize({ width: 390, height: 844 })
      const tooWide = () => page.evaluate('document.documentElement.scrollWidth - innerWidth').then(Number)
      // The frame folds its menu away a moment after the screen got narrow.
      await eventually(async () => (await tooWide()) <= 0).catch(async () =>
        assert.fail(`${path} is ${await tooWide()} px too wide for a phone`),
      )
    }
    assert.deepEqual(complaints, [])
  })

browserTest('columns are chosen and put in order by the keyboard, from a menu that everybody can use', async () => {
  const { signedIn, place } = await openConsoleStage()
  const { page } = await signedIn('owner')
  await openPlace(page, place('/sms_gateways'))
  const heads = () => page.locator('thead th').filter({ hasText: /\w/ }).allTextContents()
  const showsHeads = (wanted: string[]) =>
    eventually(async () => {
      assert.deepEqual(await heads(), wanted)
      return true
    })
  const before = await heads()
  await page.getByRole('button', { name: 'Columns' }).focus()
  await page.keyboard.press('Enter')
  const menu = page.getByRole('dialog', { name: 'Columns' })
  await menu.waitFor()
  assert.deepEqual(await findViolations(page), [])
  await menu.getByRole('checkbox', { name: 'From' }).focus()
  await page.keyboard.press('Space')
  await menu.getByRole('checkbox', { name: 'Weight' }).focus()
  await page.keyboard.press('Space')
  await menu.getByRole('button', { name: 'Move Provider up' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await menu.waitFor({ state: 'detached' })
  const [name = '', provider = '', from = '', ...more] = before
  assert.ok(name.startsWith('Name') && provider.startsWith('Provider') && from.startsWith('From'), before.join())
  await showsHeads([provider, name, ...more, 'Weight'])

  await page.getByRole('button', { name: 'Columns' }).click()
  await menu.getByRole('button', { name: 'Reset' }).click()
  await showsHeads(before)
})

browserTest(
  'a record of a list is opened by the keyboard alone, past nothing that nobody sees, and where one is shows',
  async () => {
    const { signedIn, place } = await openConsoleStage()
    const { page } = await signedIn('owner')
    await openPlace(page, place('/account_groups'))
    await page.getByRole('cell', { name: 'Members', exact: true }).waitFor()
    await page.locator('[name=q]').focus()
    const met: string[] = []
    while (met.length < 30 && met.at(-1) !== 'Members') {
      await page.keyboard.press('Tab')
      met.push(
        await page.evaluate(`{
        const at = document.activeElement
        const shown = at.closest('.Mui-focusVisible') ?? at
        const isSeen = shown.checkVisibility({ visibilityProperty: true }) && getComputedStyle(shown).outlineStyle !== 'none'
        isSeen ? at.textContent || at.getAttribute('aria-label') : 'unseen: ' + at.outerHTML.slice(0, 100)
      }`),
      )
    }
    assert.equal(met.at(-1), 'Members', met.join())
    assert.deepEqual(
      met.filter(name => name === null || /unseen|Delete/.test(name)),
      [],
    )
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Account Group Members' }).waitFor()
  },
)

browserTest('every chart of the dashboard can be read as a table', async () => {
  const { signedIn, place, api } = await openConsoleStage()
  await api('POST', '/validations', { channel: 'sms', to: '+15555550178' })
  await eventually(async () => (await api('GET', '/statistics')).body.total.sent > 0)
  const { page, complaints } = await signedIn('owner')
  await openPlace(page, place('/'))
  const chart = page.locator('section', { has: page.getByRole('heading', { name: 'Messages', exact: true }) })
  await page.getByRole('heading', { name: 'By country' }).scrollIntoViewIfNeeded()
  await page.mouse.wheel(0, 2_000)
  await chart.getByRole('button', { name: 'As a table: Messages' }).click()
  assert.deepEqual(await chart.getByRole('columnheader').allTextContents(), ['Hour', 'Sent', 'Delivered', 'Entered', 'Failed'])
  const sent = await chart.locator('tbody tr td:nth-child(2)').allTextContents()
  const { total } = (await api('GET', '/statistics')).body
  assert.equal(
    sent.reduce((sum, text) => sum + Number(text), 0),
    total.sent,
  )
  // Up again: the title of the page is folded away while somebody scrolls down.
  await page.mouse.wheel(0, -4_000)
  await page.getByRole('heading', { level: 1 }).waitFor()
  assert.deepEqual(await findViolations(page), [])
  await page.reload()
  await chart.getByRole('table').waitFor()
  await chart.getByRole('button', { name: 'As a table: Messages' }).click()
  await chart.getByRole('table').waitFor({ state: 'detached' })
  assert.deepEqual(complaints, [])

  // Figures that do not come say so, and take neither the alerts nor the other times away.
  await page.route('**/statistics/limits*', route => route.abort())
  await page.reload()
  await page.getByText('Gatehouse does not answer').waitFor()
  await page.getByRole('heading', { name: 'Alerts', exact: true }).waitFor()
  await page.unroute('**/statistics/limits*')
  await page.getByRole('alert').getByRole('button', { name: 'Refresh' }).click()
  await chart.waitFor()
})

/** Loads the console at a place, as a link to it does, and waits until the place is there and not only the frame. */
async function openPlace(page: Page, address: string): Promise<void> {
  // From the same document only what comes after the # would change.
  await page.goto('about:blank')
  await page.goto(address)
  await page.locator('#react-admin-title:not(:empty)').waitFor()
  await page.locator('[role=progressbar]').first().waitFor({ state: 'detached' })
}

browserTest('the first load stays small, tells no secret, and the page takes no script that is not its own', async () => {
  const { origin, device, makeAdministrator } = await openConsoleStage()
  const login = await makeAdministrator('owner')
  const { page, complaints } = await device({ viewport: { width: 1920, height: 1080 } })
  let bytes = 0
  page.on('response', async response => {
    const { responseBodySize, responseHeadersSize } = await response.request().sizes()
    bytes += responseBodySize + responseHeadersSize
  })
  const first = await page.goto(`${origin}/admin/`)
  const policy = first?.headers()['content-security-policy'] ?? ''
  assert.match(policy, /script-src 'self';/)
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval/)
  await signIn(page, login)
  await page.getByRole('heading', { name: 'Sign-ups', exact: true }).waitFor()
  await page.waitForLoadState('networkidle')
  assert.ok(bytes > 100_000 && bytes < FIRST_LOAD_BYTES_MAX, `${bytes} bytes`)
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name.includes('admin'))
  assert.ok(cookie?.httpOnly && cookie.sameSite === 'Strict')
  assert.equal(
    await page.evaluate(`document.cookie + JSON.stringify(localStorage)`).then(kept => String(kept).includes(cookie.value)),
    false,
  )
  await page.evaluate(
    `{ const s = document.createElement('script'); s.textContent = 'window.hacked = 1'; document.body.append(s) }`,
  )
  assert.equal(await page.evaluate('window.hacked'), undefined)
  assert.ok(
    complaints.every(complaint => /Content Security Policy/.test(complaint)),
    complaints.join('\n'),
  )
})

browserTest('the sheet for the venue carries the portal’s name where there is no brand, and its address', async () => {
  const { signedIn, place, api } = await openConsoleStage()
  const made = await api('POST', '/splash_portals', { name: 'Harbour' })
  assert.equal(made.status, 201)
  const { page } = await signedIn('operator')
  await page.goto(place(`/splash_portals/${made.body.id}/sheet`))
  await page.getByRole('heading', { name: 'Harbour: Wi-Fi' }).waitFor()
  await page.getByText('/portal/harbour').waitFor()
})
