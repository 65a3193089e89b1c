import assert from 'node:assert/strict'
import { browserTest, expectText } from './browser.ts'
import { openConsoleStage } from './console.ts'

/** How long a file of 1,000 lines may take on a busy machine. */
const IMPORT_TIMEOUT_MS = 120_000

browserTest(
  '1,000 accounts with three bad lines: each bad line is named before anything is written, the rest is imported',
  async () => {
    const { signedIn, place, api } = await openConsoleStage()
    const { page, complaints } = await signedIn('operator')
    const lines = Array.from(
      { length: 1_000 },
      (_, i) => `guest-${i},Guest,Number ${i},+1555556${String(i).padStart(4, '0')},Guests`,
    )
    lines[99] = 'guest-99,Guest,Bad phone,12,Guests'
    lines[499] = 'guest-1,Guest,Twice,+15555571234,Guests'
    lines[899] = 'guest-899,Guest,No such group,+15555571235,Nobodies'
    const csv = ['login,first_name,last_name,phone,account_group', ...lines].join('\n')

    await page.goto(place('/accounts'))
    await page.getByRole('button', { name: 'Import' }).first().click()
    await page.locator('input[type=file]').setInputFiles({ name: 'guests.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await page.getByRole('button', { name: 'Check the file' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('3 lines with mistakes').waitFor({ timeout: IMPORT_TIMEOUT_MS })
    await expectText(dialog, /997 new/)
    const rows = await dialog.locator('tbody tr').allTextContents()
    assert.deepEqual(
      rows.map(row => /^\d+/.exec(row)?.[0]),
      ['101', '501', '901'],
    )
    assert.equal((await api('GET', '/accounts?q=guest-')).body.total, 0, 'nothing has been written')

    await dialog.getByRole('button', { name: 'Import 997 lines' }).click()
    await page.getByText('Imported: 997 new, 0 changed, 3 left out').waitFor({ timeout: IMPORT_TIMEOUT_MS })
    assert.equal((await api('GET', '/accounts?per_page=1')).body.total, 997)
    assert.deepEqual(complaints, [])
  },
)

browserTest('a record in use is not deleted, and the way to what uses it is shown', async () => {
  const { signedIn, place, lobby } = await openConsoleStage()
  const { page } = await signedIn('operator')
  const [group] = (await lobby.rows('account_groups')).filter(({ name }) => name === 'Guests')
  await page.goto(place(`/account_groups/${group?.id}`))
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expectText(page.getByRole('dialog'), /still in use.*Guest Wi-Fi/)
  await page.getByRole('dialog').getByRole('link', { name: 'Guest Wi-Fi' }).click()
  await expectText(page.locator('main'), /A mobile number, by SMS/)
})

browserTest('a form that the API refuses leads to the first field at fault', async () => {
  const { signedIn, place } = await openConsoleStage()
  const { page } = await signedIn('operator')
  await page.goto(place('/usage_plans/create'))
  await page.locator('[name=name]').fill('Day pass')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Another usage plan has this name.').waitFor()
  await page.locator('[name=name]:focus').waitFor()
})

browserTest('a group leads to its accounts, and gateways are found by a country that they may serve', async () => {
  const { signedIn, place, api } = await openConsoleStage()
  const groupId = (await api('GET', '/account_groups?name=Members')).body.data[0].id
  await api('POST', '/accounts', { login: 'member-of-it', account_group_id: groupId })
  await api('POST', '/accounts', { login: 'member-of-none' })
  for (const [name, countries] of [
    ['Nordic', ['SE']],
    ['Alpine', ['CH']],
  ])
    await api('POST', '/sms_gateways', { name, provider: 'simulator', from: '+15555550100', countries })
  const { page } = await signedIn('operator')
  const names = async () => (await page.locator('tbody td.column-login, tbody td.column-name').allTextContents()).sort()
  await page.goto(place(`/account_groups/${groupId}/show`))
  await page.getByRole('link', { name: 'See the accounts' }).click()
  await page.getByRole('cell', { name: 'member-of-it' }).waitFor()
  assert.deepEqual(await names(), ['member-of-it'])

  await page.goto(place('/sms_gateways'))
  await page.getByRole('cell', { name: 'Alpine' }).waitFor()
  await page.getByRole('button', { name: 'Add filter' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Countries' }).click()
  await page.getByRole('combobox', { name: 'Countries' }).fill('Swe')
  await page.getByRole('option', { name: 'Sweden' }).click()
  await page.getByRole('cell', { name: 'Alpine' }).waitFor({ state: 'detached' })
  assert.deepEqual(await names(), ['Nordic', 'Phone simulator'])
})

browserTest('fields, clones and bulk changes: a group is made, copied, and guests are moved into it', async () => {
  const { signedIn, place, api } = await openConsoleStage()
  const { page, complaints } = await signedIn('operator')
  const logins = ['move-1', 'move-2']
  for (const login of logins) assert.equal((await api('POST', '/accounts', { login })).status, 201)

  await page.goto(place('/account_groups/create'))
  await page.locator('[name=name]').fill('Conference')
  await page.locator('[name=priority]').fill('7')
  await page.getByRole('button', { name: 'Save' }).click()
  await expectText(page.locator('main'), /Conference/)
  await page.getByRole('link', { name: 'Clone' }).click()
  await page.locator('[name=name]').fill('Conference')
  await page.getByRole('button', { name: 'Save' }).click()
  await expectText(page.locator('main'), /Another .* has this name/)
  await page.locator('[name=name]').fill('Conference staff')
  await page.getByRole('button', { name: 'Save' }).click()
  await expectText(page.locator('main'), /Conference staff/)

  await page.goto(place('/accounts'))
  await page.getByPlaceholder('Name, login, number or address').fill('move-')
  await expectText(page.locator('tbody'), /^(?!.*guest-).*move-2/)
  await page.locator('thead').getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Move to a group' }).click()
  await page.getByRole('combobox', { name: 'Account Group' }).click()
  await page.getByRole('option', { name: 'Conference staff' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click()
  await expectText(page.locator('body'), /2 moved/)
  const [group] = (await api('GET', '/account_groups?name=Conference%20staff')).body.data
  assert.equal((await api('GET', `/accounts?account_group_id=${group.id}`)).body.total, 2)

  // A group that is not among the first hundred is found by its name.
  for (let i = 0; i < 100; i++) await api('POST', '/account_groups', { name: `Also ${i}` })
  await page.goto(place('/accounts/create'))
  await page.getByRole('combobox', { name: 'Group', exact: true }).fill('ence sta')
  await page.getByRole('option', { name: 'Conference staff' }).click()
  assert.deepEqual(complaints, [])
})

browserTest('what is typed arrives, a clone is taken, and nobody else’s change wipes what is not saved yet', async () => {
  const { signedIn, place, api } = await openConsoleStage()
  const { page, complaints } = await signedIn('owner')
  await page.goto(place('/limits'))
  const caps = page.getByRole('group', { name: /spend/i }).or(page.locator('.RaArrayInput-root')).first()
  await caps.getByRole('button', { name: 'Add' }).click()
  await page.locator('[name="spend_max.0.currency"]').fill('USD')
  await page.locator('[name="spend_max.0.daily"]').fill('25')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  assert.equal(Number((await api('GET', '/limits')).body.spend_max.USD.daily), 25)

  const [plan] = (await api('GET', '/usage_plans?name=Guest%20Wi-Fi')).body.data
  await page.goto('about:blank')
  await page.goto(place(`/usage_plans/${plan.id}/show`))
  await page.getByRole('link', { name: 'Clone' }).click()
  await page.locator('[name=name]').fill('Guest Wi-Fi in winter')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Guest Wi-Fi in winter' }).waitFor()

  const [group] = (await api('GET', '/account_groups?name=Members')).body.data
  await page.goto('about:blank')
  await page.goto(place(`/account_groups/${group.id}`))
  await page.locator('[name=note]').fill('Half a thought')
  await api('PATCH', `/account_groups/${group.id}`, { priority: 33 })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.locator('[name=priority][value="33"]').waitFor()
  assert.equal(await page.locator('[name=note]').inputValue(), 'Half a thought')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  // Nothing is left to lose: nobody is asked on the way out.
  await page.getByRole('menuitem', { name: 'Messages' }).click()
  await page.getByRole('heading', { level: 1, name: 'Messages' }).waitFor()
  assert.deepEqual(complaints, [])
})

browserTest('a server that does not answer for a while signs nobody out', async () => {
  const { signedIn, place } = await openConsoleStage()
  const { page } = await signedIn('operator')
  await page.goto(place('/account_groups/create'))
  await page.locator('[name=name]').fill('Typed before')
  const signedOut: string[] = []
  page.on('request', request => request.url().endsWith('/sign_out') && signedOut.push(request.url()))
  await page.route('**/api/v1/**', route => route.fulfill({ status: 503, body: '' }))
  await page.clock.install()
  await page.clock.fastForward(120_000)
  await page.evaluate(`window.dispatchEvent(new Event('visibilitychange'))`)
  await page.waitForResponse(response => response.url().endsWith('/me') && response.status() === 503)
  await page.unroute('**/api/v1/**')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Typed before' }).waitFor()
  assert.deepEqual(signedOut, [])
})
