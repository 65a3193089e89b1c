import assert from 'node:assert/strict'
import { browserTest, expectText } from './browser.ts'
import { openConsoleStage, type Role } from './console.ts'

/** What each role finds in the menu beyond what the one before finds. */
const MENU: [role: Role, adds: string[]][] = [
  [
    'read_only',
    [
      'Dashboard',
      'Messages',
      'Validations',
      'Accounts',
      'Groups',
      'Usage Plans',
      'Splash Portals',
      'SMS Gateways',
      'Carriers',
      'Mail Servers',
      'Limits',
      'Blocks',
      'Suppressions',
      'Settings',
    ],
  ],
  ['front_desk', []],
  ['operator', ['Audit']],
  ['owner', ['Administrators', 'API Keys']],
]

browserTest('each role finds in the menu what it may see, and the API refuses the rest', async () => {
  const { signedIn } = await openConsoleStage()
  const expected: string[] = []
  for (const [role, adds] of MENU) {
    expected.push(...adds)
    const { page, complaints } = await signedIn(role)
    await page.getByRole('menuitem', { name: expected.at(-1) ?? '' }).waitFor()
    assert.deepEqual((await page.getByRole('menuitem').allTextContents()).sort(), [...expected].sort(), role)
    const refused = async (path: string, options: object = {}) => (await page.request.fetch(path, options)).status()
    const origin = new URL(page.url()).origin
    const api = (path: string) => `${origin}/api/v1${path}`
    assert.equal(await refused(api('/administrators')), role === 'owner' ? 200 : 403, role)
    assert.equal(await refused(api('/audit_events')), role === 'operator' || role === 'owner' ? 200 : 403, role)
    const write = { method: 'POST', data: { name: `of ${role}` }, headers: { origin } }
    assert.equal(await refused(api('/account_groups'), write), role === 'operator' || role === 'owner' ? 201 : 403, role)
    assert.deepEqual(complaints, [], role)
  }
})

browserTest('the front desk helps a guest and changes no settings; who may only read sees no number', async () => {
  const { signedIn, place, api } = await openConsoleStage()
  const made = await api('POST', '/accounts', { login: 'ana', phone: '+15555550199', email: 'ana@example.com' })
  assert.equal(made.status, 201)

  const desk = (await signedIn('front_desk')).page
  await desk.goto(place(`/accounts/${made.body.id}/show`))
  await expectText(desk.locator('main'), /\+15555550199/)
  await desk.getByRole('link', { name: 'Edit' }).click()
  await desk.getByLabel('First name').fill('Ana')
  await desk.getByRole('button', { name: 'Save' }).click()
  await expectText(desk.locator('body'), /Saved/)
  assert.equal((await api('GET', `/accounts/${made.body.id}`)).body.first_name, 'Ana')
  await desk.goto(place('/sms_gateways'))
  await expectText(desk.locator('main'), /Phone simulator/)
  assert.equal(await desk.getByRole('link', { name: 'Create' }).count(), 0)

  const reader = (await signedIn('read_only')).page
  await reader.goto(place(`/accounts/${made.body.id}/show`))
  await expectText(reader.locator('main'), /0199/)
  const said = (await reader.locator('main').textContent()) ?? ''
  assert.ok(!said.includes('+15555550199') && !said.includes('ana@example.com'), said)
  assert.equal(await reader.getByRole('link', { name: 'Edit' }).count(), 0)
  assert.equal(await reader.getByRole('button', { name: /Block|Erase|reset/ }).count(), 0)
})
