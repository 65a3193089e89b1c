import assert from 'node:assert/strict'
import { TOTP } from 'otpauth'
import type { CDPSession, Page } from 'playwright-core'
import { encode } from 'uqr'
import { eventually } from '../harness.ts'
import { browserTest, type Device, expectText, textOf } from './browser.ts'
import { ADMIN_PASSWORD, type ConsoleStage, openConsoleStage, signIn } from './console.ts'
import { findViolations } from './judge.ts'

// Passkeys are bound to a name that browsers trust: this one needs no certificate.
const open = () => openConsoleStage('localhost')

interface Key {
  /** Whether a finger, a face or a PIN is right when it is asked for. */
  setUnlocked(isUnlocked: boolean): Promise<void>
  remove(): Promise<void>
}

/** A device's own place for passkeys, as Chromium’s developer tools make it: everything but the finger is real. */
async function addAuthenticator({ page, context }: Device): Promise<Key> {
  const cdp: CDPSession = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    setUnlocked: async isUserVerified => {
      await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
    },
    remove: async () => {
      await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId })
    },
  }
}

async function signOut(page: Page): Promise<void> {
  // The bar hides where a page is scrolled down.
  await page.evaluate('scrollTo(0, 0)')
  await page.getByRole('button', { name: /^Profile/ }).click()
  await page.getByRole('menuitem', { name: 'Logout' }).click()
  await page.getByRole('heading', { name: 'Sign in to Gatehouse' }).waitFor()
}

async function enterPassword(page: Page, login: string): Promise<void> {
  await page.locator('[name=login]').fill(login)
  await page.locator('[name=password]').fill(ADMIN_PASSWORD)
  await press(page, 'Sign in')
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const part = (page: Page, heading: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: heading, exact: true }) })
const dashboard = (page: Page) => page.getByRole('menuitem', { name: 'Dashboard' }).waitFor()

async function openProfile({ page }: Device, { place }: ConsoleStage): Promise<void> {
  await page.goto(place('/profile'))
  await part(page, 'Passkeys').waitFor()
}

/** Reads the codes that are shown once, and puts them away. */
async function keepRecoveryCodes(page: Page): Promise<string[]> {
  const dialog = page.getByRole('dialog', { name: 'Recovery codes' })
  await dialog.getByRole('listitem').first().waitFor()
  const codes = await dialog.getByRole('listitem').allTextContents()
  await press(page, 'I have kept them')
  await dialog.waitFor({ state: 'detached' })
  return codes
}

/** Sets up an authenticator app with what the page shows. Returns the secret, and its recovery codes. */
async function enrolApp(page: Page, stage: ConsoleStage, login: string): Promise<{ secret: string; codes: string[] }> {
  await press(page, 'Set up an authenticator app')
  const secret = ((await page.locator('form code').textContent()) ?? '').replaceAll(' ', '')
  assert.match(secret, /^[A-Z2-7]{32}$/)
  // A phone reads the same out of the picture.
  const uri = new TOTP({ issuer: 'Gatehouse localhost', label: login, secret }).toString()
  const { data } = encode(uri, { border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  assert.equal(
    await page
      .getByRole('img', { name: /Scan this/ })
      .locator('path')
      .getAttribute('d'),
    dark,
  )
  await page.getByLabel('Code from the app').fill('000000')
  await press(page, 'Switch on')
  await expectText(page.locator('body'), /not the code that the app shows now/)
  await page.getByLabel('Code from the app').fill(codeNow(stage, secret))
  await press(page, 'Switch on')
  return { secret, codes: await keepRecoveryCodes(page) }
}

function codeNow({ lobby }: ConsoleStage, secret: string): string {
  return new TOTP({ secret }).generate({ timestamp: lobby.clock.now().getTime() })
}

/** The code that was shown last is spent. */
function waitForNextCode({ lobby }: ConsoleStage): void {
  lobby.clock.advance(31)
}

async function signedInAs(stage: ConsoleStage, login: string): Promise<Device> {
  const made = await stage.device({ viewport: { width: 1280, height: 800 } })
  await made.page.goto(`${stage.origin}/admin/`)
  await signIn(made.page, login)
  return made
}

browserTest('a passkey is made in the profile, signs in by itself and beside the password, and is removed', async () => {
  const stage = await open()
  const login = await stage.makeAdministrator('operator')
  const device = await signedInAs(stage, login)
  const { page, complaints } = device
  await addAuthenticator(device)
  await openProfile(device, stage)
  await page.getByLabel('Name of the passkey').fill('My laptop')
  await press(page, 'Add a passkey')
  assert.equal((await keepRecoveryCodes(page)).length, 10)
  await expectText(part(page, 'Passkeys'), /My laptop.*Never/)
  await expectText(part(page, 'Recovery codes'), /10 left/)

  await signOut(page)
  await press(page, 'Use a passkey')
  await dashboard(page)
  await openProfile(device, stage)
  await eventually(async () => !/Never/.test(await textOf(part(page, 'Passkeys'))))

  await signOut(page)
  await enterPassword(page, login)
  await page.getByRole('heading', { name: 'Second step' }).waitFor()
  await press(page, 'Use a passkey')
  await dashboard(page)
  const { data } = (await stage.api('GET', `/audit_events?actor=${login}&action=sign_in&sort=id&order=asc`)).body
  assert.deepEqual(
    data.map((event: { changes: { method: { to: string } } }) => event.changes.method.to),
    ['password', 'passkey', 'password and passkey'],
  )

  await openProfile(device, stage)
  await page.getByRole('button', { name: 'Remove: My laptop' }).click()
  await press(page, 'Confirm')
  await expectText(part(page, 'Passkeys'), /You have no passkey/)
  assert.equal(await part(page, 'Recovery codes').count(), 0, 'there is nothing that they could stand in for')
  await signOut(page)
  await press(page, 'Use a passkey')
  await expectText(page.getByRole('alert'), /not accepted. Try again, or sign in with your password/)
  await signIn(page, login)
  assert.deepEqual(complaints, [])
})

browserTest('a passkey that is refused, not there, or there already says what to do', async () => {
  const stage = await open()
  const login = await stage.makeAdministrator('operator')
  const device = await signedInAs(stage, login)
  const { page, complaints } = device
  const key = await addAuthenticator(device)
  await openProfile(device, stage)
  const add = async () => {
    await page.getByLabel('Name of the passkey').fill('My laptop')
    await press(page, 'Add a passkey')
  }
  await add()
  await keepRecoveryCodes(page)
  await add()
  await expectText(part(page, 'Passkeys').getByRole('alert'), /has a passkey for you already/)

  await signOut(page)
  await key.setUnlocked(false)
  await press(page, 'Use a passkey')
  await expectText(page.getByRole('alert'), /was cancelled, or took too long. Try again, or choose another way/)
  // It goes on where it stopped.
  await key.setUnlocked(true)
  await press(page, 'Use a passkey')
  await dashboard(page)

  await signOut(page)
  await key.remove()
  await addAuthenticator(device)
  await enterPassword(page, login)
  await page.getByRole('heading', { name: 'Second step' }).waitFor()
  await press(page, 'Use a passkey')
  await expectText(page.getByRole('alert'), /was cancelled, or took too long/)
  assert.deepEqual(complaints, [])
})

browserTest(
  'an app is set up by its picture or key, its code signs in; a recovery code does once; new ones end the old',
  async () => {
    const stage = await open()
    const login = await stage.makeAdministrator('front_desk')
    const device = await signedInAs(stage, login)
    const { page, complaints } = device
    await openProfile(device, stage)
    const { secret, codes } = await enrolApp(page, stage, login)
    assert.equal(new Set(codes).size, 10)
    await expectText(part(page, 'Second factor'), /Set up. Signing in asks for a code/)

    waitForNextCode(stage)
    await signOut(page)
    await enterPassword(page, login)
    await page.getByLabel('Code from your authenticator app').fill(codeNow(stage, secret))
    await press(page, 'Sign in')
    await dashboard(page)

    const byRecoveryCode = async (code: string | undefined) => {
      await enterPassword(page, login)
      await press(page, 'Use a recovery code instead')
      await page.locator('[name=recovery_code]').fill(code ?? '')
      await press(page, 'Sign in')
    }
    await signOut(page)
    await byRecoveryCode(codes[0])
    await dashboard(page)
    await openProfile(device, stage)
    await expectText(part(page, 'Recovery codes'), /9 left/)
    await signOut(page)
    await byRecoveryCode(codes[0])
    await expectText(page.getByRole('alert'), /This was not right/)
    await page.locator('[name=recovery_code]').fill(codes[1] ?? '')
    await press(page, 'Sign in')
    await dashboard(page)

    await openProfile(device, stage)
    await press(page, 'Make new recovery codes')
    await press(page, 'Confirm')
    const renewed = await keepRecoveryCodes(page)
    await expectText(part(page, 'Recovery codes'), /10 left/)
    await signOut(page)
    await byRecoveryCode(codes[2])
    await expectText(page.getByRole('alert'), /This was not right/)
    await page.locator('[name=recovery_code]').fill(renewed[0] ?? '')
    await press(page, 'Sign in')
    await dashboard(page)
    assert.deepEqual(complaints, [])
  },
)

browserTest('a second step whose tries are used up leads back to the password', async () => {
  const stage = await open()
  const login = await stage.makeAdministrator('front_desk')
  const device = await signedInAs(stage, login)
  const { page } = device
  await openProfile(device, stage)
  await enrolApp(page, stage, login)
  await signOut(page)
  await enterPassword(page, login)
  const code = page.getByLabel('Code from your authenticator app')
  for (let tries = 0; tries < 5; tries++) {
    await code.fill(`00000${tries}`)
    const answered = page.waitForResponse(/second_factor/)
    await press(page, 'Sign in')
    await answered
  }
  await page.getByRole('heading', { name: 'Sign in to Gatehouse' }).waitFor()
  await expectText(page.getByRole('alert'), /has run out. Begin again with your password/)
})

browserTest('one browser ends the session of another: that is out at its next click, and its live log ends', async () => {
  const stage = await open()
  const login = await stage.makeAdministrator('operator')
  assert.equal((await stage.api('POST', '/validations', { channel: 'sms', to: '+15555550166' })).status, 201)
  const mine = await signedInAs(stage, login)
  const other = await signedInAs(stage, login)
  await other.page.goto(stage.place('/usage_plans'))
  await other.page.getByRole('link', { name: 'Create' }).waitFor()
  const live = await other.context.newPage()
  const stream = live.waitForRequest(/messages\/stream/)
  await live.goto(stage.place('/messages'))
  await live.getByRole('button', { name: /^Live/ }).waitFor()
  const ended = stream.then(request =>
    Promise.any(
      (['requestfinished', 'requestfailed'] as const).map(event =>
        live.waitForEvent(event as 'requestfinished', { predicate: it => it === request, timeout: 15_000 }),
      ),
    ),
  )

  await openProfile(mine, stage)
  const sessions = part(mine.page, 'Where you are signed in')
  await expectText(sessions, /This one/)
  assert.equal(await sessions.getByRole('row').count(), 3, 'a heading and two sessions')
  await sessions.getByRole('button', { name: /^Sign out:/ }).click()
  await eventually(async () => (await sessions.getByRole('row').count()) === 2)

  await other.page.getByRole('menuitem', { name: 'Accounts' }).click()
  await other.page.getByRole('heading', { name: 'Sign in to Gatehouse' }).waitFor()
  await ended
  await live.getByRole('heading', { name: 'Sign in to Gatehouse' }).waitFor()

  await mine.page.getByRole('menuitem', { name: 'Accounts' }).click()
  await mine.page.getByRole('link', { name: 'Create' }).waitFor()
  assert.deepEqual(mine.complaints, [])
})

browserTest('where a second factor is required the console leads to it, and nowhere else until it is there', async () => {
  const stage = await open()
  const requireOf = (of: string) => stage.api('PATCH', '/settings', { second_factor_required: of })
  assert.equal((await requireOf('everyone')).status, 200)
  const login = await stage.makeAdministrator('operator')
  const { page, complaints } = await stage.device()
  await page.goto(`${stage.origin}/admin/`)
  await enterPassword(page, login)
  const heading = page.getByRole('heading', { level: 1, name: 'Set up a second factor' })
  await heading.waitFor()
  assert.deepEqual(await findViolations(page), [])
  assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth')) <= 0, 'too wide for a phone')
  for (const path of ['/accounts', '/settings', '/']) {
    await page.goto('about:blank')
    await page.goto(stage.place(path))
    await heading.waitFor()
    assert.equal(await page.getByRole('menuitem').count(), 0)
  }
  assert.ok(await page.getByRole('button', { name: 'Go on to the console' }).isDisabled())
  const { codes } = await enrolApp(page, stage, login)
  assert.equal(codes.length, 10)
  await press(page, 'Go on to the console')
  await heading.waitFor({ state: 'detached' })
  await page.goto(stage.place('/usage_plans'))
  await page.getByRole('link', { name: 'Create' }).waitFor()
  assert.equal((await requireOf('none')).status, 200)
  assert.deepEqual(complaints, [])
})

browserTest('an owner is told to have a second factor first, and then requires it in the settings', async () => {
  const stage = await open()
  const login = await stage.makeAdministrator('owner')
  const device = await signedInAs(stage, login)
  const { page } = device
  await page.goto(stage.place('/settings'))
  await expectText(page.locator('main'), /Set up a second factor of your own first/)
  await openProfile(device, stage)
  await enrolApp(page, stage, login)
  await page.goto(stage.place('/settings'))
  await page.getByLabel('Second factor required').click()
  await page.getByRole('option', { name: 'Of owners' }).click()
  await press(page, 'Save')
  await expectText(page.locator('body'), /Saved/)
  assert.equal((await stage.api('GET', '/settings')).body.second_factor_required, 'owners')
  await stage.api('PATCH', '/settings', { second_factor_required: 'none' })
})

browserTest('an event of the audit trail shows what differs, by the names that the forms have, and no secret', async () => {
  const stage = await open()
  const fields = { name: 'Twilio', provider: 'twilio', from: '+14155550100', account_sid: 'AC0123456789abcdef0123456789abcdef' }
  const made = await stage.api('POST', '/sms_gateways', { ...fields, auth_token: 'kingfisher' })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const id = made.body.id
  await stage.api('PATCH', `/sms_gateways/${id}`, { enabled: false, daily_spend_max: '25', auth_token: 'kingfisher-2' })
  const { data } = (await stage.api('GET', `/audit_events?record_id=${id}&action=update`)).body
  const login = await stage.makeAdministrator('operator')
  const { page, complaints } = await signedInAs(stage, login)
  await page.goto(stage.place(`/audit_events/${data[0].id}/show`))
  const row = (field: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: field, exact: true }) })
  await expectText(row('Enabled'), /Enabled\s*Yes\s*No/)
  await expectText(row('Daily spend cap'), /–\s*25\.00/)
  await expectText(row('Auth token'), /Changed. What it is is never shown/)
  assert.equal(await page.getByRole('row').count(), 4, 'a heading, and nothing that stayed as it was')
  await page.goto(stage.place('/audit_events'))
  await expectText(page.locator('tbody'), /SMS Gateway.*Enabled/)
  assert.deepEqual(complaints, [])
})
