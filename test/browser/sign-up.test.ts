import assert from 'node:assert/strict'
import { phrasesOf } from '../../src/portal/phrases/phrases.ts'
import { PASSWORD } from '../lobby.ts'
import { browserTest, expectHeading, expectText, messagesTo, openStage, send, signUp, textOf } from './browser.ts'

browserTest('without JavaScript a guest signs up with a national number, signs out, and in again', async () => {
  const { lobby, url, device, readCode } = await openStage()
  const { page, context, complaints } = await device({ javaScriptEnabled: false })
  await page.goto(url(''))
  await page.getByRole('link', { name: 'Guest Wi-Fi' }).click()
  await page.getByLabel('Country').selectOption('US')
  await page.getByLabel('Mobile number').fill('(555) 555-2001')
  await page.getByLabel('Login name').fill('ada')
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByLabel('Password again').fill(PASSWORD)
  await page.getByRole('button', { name: 'Continue' }).click()

  await expectHeading(page, 'Enter your code')
  const code = await readCode('+15555552001')
  await send(page, { code: lobby.wrong(code) }, 'Confirm')
  await expectText(page.getByRole('alert'), /This code is not right/)
  await send(page, { code: `${code.slice(0, 3)} ${code.slice(3)}` }, 'Confirm')

  await expectHeading(page, 'You are signed in')
  await expectText(page.locator('main'), /Welcome!.*ada.*Guest Wi-Fi.*Guests.*\(7 days left\).*2001 \(confirmed\)/)
  const cookies = await context.cookies()
  assert.equal(cookies.length, 1)
  assert.ok(cookies[0]?.httpOnly && cookies[0].sameSite === 'Lax')
  const account = await lobby.account('ada')
  assert.equal(account.phone, '+15555552001')
  assert.ok(account.phone_validated_at && account.status === 'active')

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('You are signed out.').waitFor()
  await page.goto(url('status'))
  await expectHeading(page, 'Sign in')
  await send(page, { login: '555 555 2001', password: PASSWORD }, 'Sign in')
  await expectHeading(page, 'You are signed in')
  assert.deepEqual(complaints, [])
})

browserTest('a resident proves both contacts on one page, in any order', async () => {
  const { lobby, url, device, readCode } = await openStage()
  const { page, complaints } = await device()
  const [phone, email] = ['+15555552002', 'resident@example.com']
  await signUp(page, url(''), 'Resident', { phone, email, login: 'resident', password: PASSWORD })
  await expectText(
    page.locator('main'),
    /text message with a code goes to \+1\W+2002.* email with a code goes to r\*+@example\.com/,
  )
  assert.equal(await page.locator('input[name=code]').count(), 1)

  await send(page, { code: await readCode(email) }, 'Confirm')
  await page.getByText('Confirmed. Now the other one.').waitFor()
  assert.doesNotMatch(await textOf(page.locator('main')), /example\.com/)
  assert.equal((await lobby.account('resident')).status, 'pending')
  await send(page, { code: await readCode(phone) }, 'Confirm')

  await expectHeading(page, 'You are signed in')
  await expectText(page.locator('main'), /Resident.*Members.*No time limit.*2002 \(confirmed\).*example\.com \(confirmed\)/)
  assert.deepEqual(complaints, [])
})

browserTest('who typed a wrong number corrects it, and the code of the wrong one is worth nothing', async () => {
  const { lobby, url, device, readCode } = await openStage()
  const { page, complaints } = await device()
  const [mistyped, right] = ['+15555552003', '+15555552004']
  await signUp(page, url(''), 'Guest Wi-Fi', { phone: mistyped, login: 'corrected', password: PASSWORD })
  const worthless = await readCode(mistyped)

  await page.getByText('wrong number?').click()
  await send(page, { phone: '12' }, 'Send a code')
  await expectText(page.getByRole('alert'), /not a valid phone number/)
  await send(page, { phone: right }, 'Send a code')
  await page.getByText('A code is on its way.').waitFor()
  await expectText(page.locator('main'), /2004/)
  assert.equal((await lobby.account('corrected')).phone, right)
  await send(page, { code: worthless }, 'Confirm')
  await page.getByRole('alert').waitFor()
  await send(page, { code: await readCode(right) }, 'Confirm')
  await expectHeading(page, 'You are signed in')
  assert.deepEqual(complaints, [])
})

browserTest('who only typed a number is out when its owner proves it', async () => {
  const { lobby, url, device, readCode } = await openStage()
  const [squatter, owner] = [(await device()).page, (await device()).page]
  const phone = '+15555552005'
  await signUp(squatter, url(''), 'Guest Wi-Fi', { phone, login: 'squatter', password: 'squatting is not nice' })
  const squattersCode = await readCode(phone)
  await signUp(owner, url(''), 'Guest Wi-Fi', { phone, login: 'owner', password: PASSWORD })
  await send(owner, { code: await readCode(phone) }, 'Confirm')
  await expectHeading(owner, 'You are signed in')

  await send(squatter, { code: squattersCode }, 'Confirm')
  await expectHeading(squatter, 'Sign in')
  await send(squatter, { login: 'squatter', password: 'squatting is not nice' }, 'Sign in')
  await expectText(squatter.getByRole('alert'), /do not match/)
  assert.equal((await lobby.account('owner')).phone, phone)
})

browserTest('an account without any contact takes a plan that asks for one', async () => {
  const { lobby, url, device, readCode } = await openStage()
  const { page, complaints } = await device()
  const email = 'upgrade@example.com'
  await signUp(page, url(''), 'Free hour', { login: 'upgrade', password: PASSWORD })
  await expectHeading(page, 'You are signed in')
  await page.getByRole('link', { name: 'Choose another plan' }).click()
  await page.getByRole('listitem').filter({ hasText: 'Day pass' }).getByRole('button').click()

  await page.getByRole('heading', { name: 'Confirm your email address' }).waitFor()
  await send(page, { email }, 'Send a code')
  await send(page, { code: await readCode(email) }, 'Confirm')
  await page.getByText('You have a new plan.').waitFor()
  await expectText(page.locator('main'), /Day pass.*u\*+@example\.com \(confirmed\)/)
  assert.ok((await lobby.account('upgrade')).email_validated_at)
  assert.deepEqual(complaints, [])
})

browserTest('a token by the carrier signs in for free, and the number finds its account again', async () => {
  const { lobby, url, device, readCode } = await openStage()
  const phone = '+15555552006'
  const logins = []
  for (let visit = 0; visit < 2; visit++) {
    const { page, complaints } = await device()
    await page.goto(url(''))
    await page.getByRole('link', { name: 'Get a token on your phone' }).click()
    await page.getByLabel('Mobile carrier').selectOption({ label: 'Verizon (US) – may not arrive' })
    await send(page, { phone, first_name: 'Free' }, 'Send the token')
    await expectHeading(page, 'Enter your token')
    const token = await readCode(phone)
    if (visit === 0) {
      await send(page, { token: lobby.wrong(token) }, 'Sign in with the token')
      await expectText(page.getByRole('alert'), /not right/)
    }
    await send(page, { token }, 'Sign in with the token')
    await expectHeading(page, 'You are signed in')
    await expectText(page.locator('main'), /GroupSMS.*No time limit.*2006 \(confirmed\)/)
    logins.push(await textOf(page.locator('dt:text-is("Login name") + dd')))
    assert.deepEqual(complaints, [])
  }
  assert.equal(logins[0], logins[1])
  assert.equal((await lobby.rows('accounts')).filter(account => account.phone === phone).length, 1)
})

browserTest('the captive window closes while the guest reads the message: signing in leads back to the code', async () => {
  const { url, device, readCode } = await openStage()
  const closed = await device()
  await signUp(closed.page, url(''), 'Guest Wi-Fi', { phone: '+15555552007', login: 'lost-window', password: PASSWORD })
  await expectHeading(closed.page, 'Enter your code')
  await closed.context.close()

  const { page } = await device()
  await page.goto(url('login'))
  await send(page, { login: 'lost-window', password: PASSWORD }, 'Sign in')
  await expectHeading(page, 'Enter your code')
  await send(page, { code: await readCode('+15555552007') }, 'Confirm')
  await expectHeading(page, 'You are signed in')
})

const LANGUAGES = [
  { locale: 'es-MX', lang: 'es', name: 'Español', message: 'es su codigo' },
  { locale: 'fr-CA', lang: 'fr', name: 'Français', message: 'est votre code' },
  { locale: 'de-AT', lang: 'de', name: 'Deutsch', message: 'ist Ihr Code' },
] as const

browserTest('the portal speaks the language of the browser, or the one chosen on the page, and so do its messages', async () => {
  const { url, device, origin } = await openStage()
  for (const [i, { locale, lang, name, message }] of LANGUAGES.entries()) {
    const phrases = phrasesOf(lang)
    const { page } = await device({ locale })
    await page.goto(url(''))
    await expectHeading(page, phrases.welcome('Lobby'))
    // Chosen by hand in a browser of another language, it goes along from page to page, also through errors and redirects.
    const { page: chosen, complaints } = await device()
    await chosen.goto(url(''))
    await chosen.getByRole('link', { name }).click()
    await chosen.getByRole('link', { name: 'Guest Wi-Fi' }).click()
    const phone = `+1555555210${i}`
    await send(chosen, { phone: '12' }, phrases.signUp)
    await expectText(chosen.getByRole('alert'), new RegExp(phrases.errors.not_a_number))
    await send(chosen, { phone, password: PASSWORD, password_confirmation: PASSWORD }, phrases.signUp)
    await expectHeading(chosen, phrases.validateTitle)
    for (const shown of [page, chosen]) assert.equal(await shown.locator('html').getAttribute('lang'), lang)
    await page.goto(`${origin}/simulator`)
    await expectText(page.locator(messagesTo(phone)), new RegExp(message))
    assert.deepEqual(complaints, [])
  }
})
