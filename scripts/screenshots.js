// Remakes docs/images/*.png from a fresh demo: node scripts/screenshots.js
// Needs the packages installed (npm start does that) and a Chromium.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findChromium } from './chromium.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** Sharp at the size that a README shows, and not heavier than that. */
const SCALE = 1.25
// Whole pixels at this scale.
const PHONE = { width: 392, height: 760 }
const GUEST = { phone: '(555) 555-0123', email: 'ada@example.com', password: 'lantern over the quay' }
// The pages take the system's font; this one is near to what phones have, and Debian's Chromium brings it along.
const FONT = '* { font-family: "Liberation Sans", Helvetica, Arial, sans-serif !important }'

const executablePath = findChromium()
if (!executablePath) {
  console.error('there is no Chromium: install one, or name it in CHROME_PATH')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-screenshots-'))
const { origin, stop } = await startDemo()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--font-render-hinting=none'] })
try {
  await takePictures()
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

async function open(viewport) {
  const context = await browser.newContext({ viewport, deviceScaleFactor: SCALE, bypassCSP: true, locale: 'en-US' })
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
  const settings = { GATEHOUSE_DATA_DIR: join(folder, 'data'), GATEHOUSE_PORT: '0', GATEHOUSE_LOG_LEVEL: 'error' }
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
