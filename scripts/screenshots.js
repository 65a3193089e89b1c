// Remakes docs/images/*.png from a fresh demo: node scripts/screenshots.js
// Needs the packages installed (npm start does that) and a Chromium.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { buildConsole } from './build-console.js'
import { findChromium } from './chromium.js'
import { fillDemo } from './demo-traffic.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** Sharp at the size that a README shows, and not heavier than that. */
const SCALE = 1.25
// Whole pixels at this scale.
const PHONE = { width: 392, height: 760 }
const DESK = { width: 1280, height: 800 }
const OWNER = { login: 'marta', password: 'a lantern over the harbour wall' }
const API_KEY = 'a-key-for-screenshots-only-0123456789'
const GUEST = { phone: '(555) 555-0123', email: 'ada@example.com', password: 'lantern over the quay' }
// The pages take the system's font; this one is near to what phones have, and Debian's Chromium brings it along.
const FONT = '* { font-family: "Liberation Sans", Helvetica, Arial, sans-serif !important }'

const executablePath = findChromium()
if (!executablePath) {
  console.error('there is no Chromium: install one, or name it in CHROME_PATH')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-screenshots-'))
buildConsole()
const { origin, stop } = await startDemo()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--font-render-hinting=none'] })
try {
  await takePictures()
  await takeConsolePictures()
} finally {
  await browser.close()
  await stop()
  rmSync(folder, { recursive: true, force: true })
}

async function takePictures() {
  const page = await open(PHONE)
  await page.goto(`${origin}/portal/lobby`)
  const start = await shoot(page)
  await page.getByRole('link', { name: 'Resident' }).click()
  const fields = { ...GUEST, password_confirmation: GUEST.password }
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor()
  const simulator = await open({ width: 1040, height: 620 })
  await simulator.goto(`${origin}/simulator`)
  await simulator.locator('.mail .code').waitFor()
  await simulator.locator('.bubble .code').waitFor()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.reload()
  const code = await shoot(page)

  await savePair([start, code], 'portal.png')
  await simulator.addStyleTag({ content: FONT })
  await simulator.screenshot({ path: join(ROOT, 'docs/images/simulator.png') })
}

/** The console of a house that is open. */
async function takeConsolePictures() {
  const { places, stop: stopProvider } = await fillDemo(origin, API_KEY, join(folder, 'data'))
  const page = await open(DESK, 1)
  await page.goto(`${origin}/admin/`)
  for (const [name, value] of Object.entries(OWNER)) await page.locator(`[name=${name}]`).fill(value)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Dashboard' }).waitFor()
  await page.addStyleTag({ content: FONT })
  const take = async (path, name, height, isReady) => {
    await page.setViewportSize({ ...DESK, height })
    await page.goto(`${origin}/admin/#${path}`)
    await isReady()
    await page.locator('[role=progressbar]').first().waitFor({ state: 'detached' })
    await page.screenshot({ path: join(ROOT, 'docs/images', name) })
  }
  await take('/', 'console-dashboard.png', 1240, () => page.getByText('Opened', { exact: true }).waitFor())
  await take(places.message, 'console-messages.png', 920, () => page.getByText('Attempt 1 through').waitFor())
  await take(places.gateway, 'console-gateway.png', DESK.height, () => page.getByRole('heading', { name: 'Used by' }).waitFor())
  await take(places.portal, 'console-designer.png', DESK.height, () =>
    page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor(),
  )
  await stopProvider()
}

async function open(viewport, scale = SCALE) {
  const context = await browser.newContext({ viewport, deviceScaleFactor: scale, bypassCSP: true, locale: 'en-US' })
  return context.newPage()
}

async function shoot(page) {
  await page.addStyleTag({ content: FONT })
  return page.screenshot()
}

/** Puts two screens of a phone beside each other, on nothing, so that any background suits them. */
async function savePair(screens, name) {
  const images = screens.map(screen => `<img src="data:image/png;base64,${screen.toString('base64')}">`)
  const page = await open({ width: 2 * PHONE.width + 24 + 8, height: PHONE.height + 8 })
  await page.setContent(`<!doctype html><style>
body { margin: 4px; display: flex; gap: 24px }
img { width: ${PHONE.width}px; border-radius: 32px; box-shadow: 0 0 0 4px #858d9b }
</style>${images.join('')}`)
  await page.screenshot({ path: join(ROOT, 'docs/images', name), omitBackground: true })
}

/** Starts Gatehouse with a database of its own on a free port. */
async function startDemo() {
  // None of the reader's own settings: least of all a database.
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GATEHOUSE_'))
  const port = String(await freePort())
  const settings = {
    GATEHOUSE_DATA_DIR: join(folder, 'data'),
    GATEHOUSE_PORT: port,
    // The provider's receipts come back to it.
    GATEHOUSE_PUBLIC_URL: `http://localhost:${port}`,
    GATEHOUSE_LOG_LEVEL: 'error',
    GATEHOUSE_ADMIN_LOGIN: OWNER.login,
    GATEHOUSE_ADMIN_PASSWORD: OWNER.password,
    GATEHOUSE_API_KEY: API_KEY,
  }
  const env = { ...Object.fromEntries(inherited), ...settings }
  const child = spawn(process.execPath, ['src/main.ts', 'serve'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = new Promise(resolve => child.once('exit', resolve))
  const origin = await new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', data => {
      said += data
      const found = /(http:\S+)\/simulator/.exec(said)
      if (found) resolve(found[1])
    })
    child.once('exit', () => reject(new Error('Gatehouse did not start')))
  })
  return {
    origin,
    stop() {
      child.kill('SIGTERM')
      return exit
    },
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}
