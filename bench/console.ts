import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { AUTHORIZATION } from './gatehouse.ts'
import { median } from './load.ts'
import type { Bench, Running } from './parts.ts'
import { ms, printTable, whole } from './report.ts'

const LOGIN = 'bench-owner'
const PASSWORD = 'a bench beneath the elm'
const INTERACTIVE_MS_MAX = 1_000
const FIRST_LOAD_KB_MAX = 400
const VISITS = 5
const SCREEN = { width: 1920, height: 1080 }

/** Builds the console if need be. A server finds its files when it starts. */
export function buildConsole(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '../scripts/build-console.js')], { stdio: 'inherit' })
}

/** How long the console takes in Chromium until one can type and press: at the first visit, after signing in, and again. */
export async function consoleLoad({ results, goals }: Bench, { gatehouse: { origin } }: Running): Promise<void> {
  const body = JSON.stringify({ login: LOGIN, role: 'owner', password: PASSWORD })
  const headers = { ...AUTHORIZATION, 'content-type': 'application/json' }
  await fetch(`${origin}/api/v1/administrators`, { method: 'POST', headers, body })

  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const visits: Visit[] = []
  for (let visit = 0; visit < VISITS; visit++) visits.push(await visitOnce(browser, origin))
  await browser.close()

  const of = (name: keyof Visit) => median(visits.map(found => found[name]))
  const found = { sign_in_ms: of('signInMs'), dashboard_ms: of('dashboardMs'), again_ms: of('againMs'), first_load_kb: of('kb') }
  results.console = found
  goals.push(
    {
      goal: 'console interactive under 1 s at the first visit',
      measured: found.sign_in_ms,
      unit: 'ms',
      met: found.sign_in_ms < INTERACTIVE_MS_MAX,
    },
    { goal: 'dashboard interactive under 1 s', measured: found.again_ms, unit: 'ms', met: found.again_ms < INTERACTIVE_MS_MAX },
    { goal: 'first load under 400 kB', measured: found.first_load_kb, unit: 'kB', met: found.first_load_kb < FIRST_LOAD_KB_MAX },
  )
  printTable(
    `The console in Chromium, median of ${VISITS} fresh profiles`,
    ['until', ''],
    [
      ['the sign-in page takes a login', `${ms(found.sign_in_ms)} ms`],
      ['the dashboard shows what is to do, after signing in', `${ms(found.dashboard_ms)} ms`],
      ['the same at the next visit, files in the cache', `${ms(found.again_ms)} ms`],
      ['all that was loaded up to the dashboard', `${whole(found.first_load_kb)} kB`],
    ],
  )
}

/** Times in ms, and the size of what came over the wire. */
interface Visit {
  signInMs: number
  dashboardMs: number
  againMs: number
  kb: number
}

async function visitOnce(browser: Browser, origin: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: SCREEN })
  const page = await context.newPage()
  const sizes: Promise<number>[] = []
  page.on('requestfinished', request => {
    const size = request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize)
    // What is still under way when the browser closes is not of the first load.
    sizes.push(size.catch(() => 0))
  })
  const started = performance.now()
  await page.goto(`${origin}/admin/`, { waitUntil: 'commit' })
  await page.locator('[name=login]').waitFor()
  const signInMs = performance.now() - started
  await page.locator('[name=login]').fill(LOGIN)
  await page.locator('[name=password]').fill(PASSWORD)
  const entered = performance.now()
  await page.locator('button[type=submit]').click()
  await isUsable(page)
  const dashboardMs = performance.now() - entered
  await page.getByRole('heading', { name: 'Sign-ups', exact: true }).waitFor()
  await page.waitForLoadState('networkidle')
  const kb = (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0) / 1_000
  const again = performance.now()
  await page.reload({ waitUntil: 'commit' })
  await isUsable(page)
  const againMs = performance.now() - again
  await context.close()
  return { signInMs, dashboardMs, againMs, kb }
}

/** The dashboard has its contents, and the menu its entries. */
async function isUsable(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'To do' }).waitFor()
  await page.getByRole('menuitem', { name: 'Messages' }).waitFor()
}
