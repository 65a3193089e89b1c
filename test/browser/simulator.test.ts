import assert from 'node:assert/strict'
import { uuidv7 } from '../../src/lib/random.ts'
import { storeSimulatorMessage } from '../../src/simulator/store.ts'
import { createTestApp, type TestApp } from '../harness.ts'
import { browserTest, openBrowser } from './browser.ts'

const SHOWN_WITHIN_MS = 10_000

function deliver(app: TestApp, text: string): Promise<void> {
  const id = uuidv7(app.clock.now())
  return storeSimulatorMessage(app.ctx, { id, channel: 'sms', from: '+15555550100', to: '+15555550123', subject: '', text })
}

browserTest('the simulator page shows what arrives while it is open, and a click copies the code', async () => {
  const app = await createTestApp({ seed: 'demo', schedule: false })
  const origin = await app.listen()
  const context = await (await openBrowser()).newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))

  await page.goto(`${origin}/simulator`)
  await page.getByText('No text messages yet').waitFor()
  await deliver(app, '314159 is your Lobby code.\n@127.0.0.1 #314159')
  await page.getByRole('button', { name: 'Copy 314159' }).click({ timeout: SHOWN_WITHIN_MS })
  await page.getByText('314159 copied').waitFor({ state: 'attached' })
  // A string, since the types of the browser's own objects are not those of this project.
  assert.equal(await page.evaluate('navigator.clipboard.readText()'), '314159')

  // What the reader closed stays closed until something new arrives in it.
  await page.locator('.phone summary').click()
  await deliver(app, '271828 is your Lobby code.\n@127.0.0.1 #271828')
  await page.getByRole('button', { name: 'Copy 271828' }).waitFor({ timeout: SHOWN_WITHIN_MS })
  assert.deepEqual(complaints, [])
})

browserTest('without a script the simulator page loads itself anew', async () => {
  const app = await createTestApp({ seed: 'demo', schedule: false })
  const origin = await app.listen()
  const context = await (await openBrowser()).newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${origin}/simulator`)
  await page.getByText('No text messages yet').waitFor()
  await deliver(app, '161803 is your Lobby code.\n@127.0.0.1 #161803')
  await page.locator('.bubble .code', { hasText: '161803' }).waitFor({ timeout: SHOWN_WITHIN_MS })
})
