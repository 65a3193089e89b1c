import assert from 'node:assert/strict'
import { PASSWORD } from '../lobby.ts'
import { browserTest, expectHeading, expectText, messagesTo, openStage, send, signUp, textOf } from './browser.ts'

const NEW_PASSWORD = 'a quieter lantern instead'

/** A guest with both contacts proven, signed in on a device. */
async function resident(login: string, phone: string) {
  const { url, device, readCode } = await openStage()
  const { page } = await device()
  const email = `${login}@example.com`
  await signUp(page, url(''), 'Resident', { phone, email, login, password: PASSWORD })
  await send(page, { code: await readCode(phone) }, 'Confirm')
  await page.getByText('Confirmed. Now the other one.').waitFor()
  await send(page, { code: await readCode(email) }, 'Confirm')
  await expectHeading(page, 'You are signed in')
  return { page, email }
}

for (const [channel, number] of [
  ['text message', '+15555553001'],
  ['email', '+15555553002'],
] as const)
  browserTest(
    `a password forgotten is reset by ${channel}: a weak one costs nothing, and every device is signed out`,
    async () => {
      const { url, device, readCode, origin } = await openStage()
      const login = `forgetful-${channel.slice(0, 4)}`
      const phone = await resident(login, number)
      const { page: laptop, complaints } = await device({ javaScriptEnabled: false })
      await laptop.goto(url(''))
      await laptop.getByRole('link', { name: 'Forgot your password?' }).click()
      await send(laptop, { login: channel === 'email' ? phone.email : login }, 'Send a code')
      await expectHeading(laptop, 'Choose a new password')
      const code = await readCode(channel === 'email' ? phone.email : number)
      await send(laptop, { code, password: 'short', password_confirmation: 'short' }, 'Set the password')
      await expectText(laptop.getByRole('alert'), /at least 8 characters/)
      assert.equal(await laptop.locator('[name=code]').count(), 0, 'the code is asked for once')
      await send(laptop, { password: NEW_PASSWORD, password_confirmation: NEW_PASSWORD }, 'Set the password')
      await laptop.getByText('Your password is changed.').waitFor()

      await phone.page.goto(url('status'))
      await expectHeading(phone.page, 'Sign in')
      await send(phone.page, { login, password: PASSWORD }, 'Sign in')
      await expectText(phone.page.getByRole('alert'), /do not match/)
      await send(laptop, { login, password: NEW_PASSWORD }, 'Sign in')
      await expectHeading(laptop, 'You are signed in')
      await laptop.goto(`${origin}/simulator`)
      for (const contact of [number, phone.email])
        await laptop.locator(messagesTo(contact)).filter({ hasText: 'password was changed' }).waitFor({ state: 'attached' })
      assert.deepEqual(complaints, [])
    },
  )

browserTest('a reset for nobody looks like one for somebody', async () => {
  const { url, device, lobby } = await openStage()
  await resident('known', '+15555553003')
  const answers = []
  for (const login of ['known', 'unknown']) {
    const { page } = await device()
    await page.goto(url('forgot_password'))
    await send(page, { login }, 'Send a code')
    await expectHeading(page, 'Choose a new password')
    const fresh = await page.content()
    await send(page, { code: '12345', password: NEW_PASSWORD, password_confirmation: NEW_PASSWORD }, 'Set the password')
    await page.getByRole('alert').waitFor()
    const refused = await page.content()
    await send(page, {}, 'Send the code again')
    await expectText(page.getByRole('alert'), /You can ask again in \d+ seconds/)
    answers.push({ fresh, refused, again: (await textOf(page.locator('main'))).replace(/\d+ seconds/, '') })
  }
  assert.deepEqual(answers[0], answers[1])
  assert.equal((await lobby.rows('validations')).filter(({ decoy }) => decoy).length, 1)
})
