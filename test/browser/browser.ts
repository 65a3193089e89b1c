import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { chromiumPath, closeAtEnd, eventually, isCi } from '../harness.ts'
import { type Lobby, openLobby } from '../lobby.ts'

/** How long a page may take on a busy machine. */
const PAGE_TIMEOUT_MS = 10_000

/** Starts a browser that is closed at the end of the test file. */
export async function launchBrowser(): Promise<Browser> {
  assert.ok(chromiumPath, 'there is no Chromium: install one, or name it in CHROME_PATH')
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  closeAtEnd(() => browser.close())
  return browser
}

/** A test in a browser. Without one it is skipped with a line that says so, or fails where CI=true lets nothing be skipped. */
export function browserTest(name: string, run: () => Promise<void>): void {
  const skip = chromiumPath || isCi ? false : 'there is no Chromium: install one, or name it in CHROME_PATH'
  test(name, { skip }, run)
}

/** A guest's device: one page, with cookies of its own. */
export interface Device {
  page: Page
  context: BrowserContext
  /** What the console of the browser said, and what it asked another site for: nothing is right. */
  complaints: string[]
}

/** The demo portal on a port, a browser to open it in, and the simulator page to read codes from. */
export interface Stage {
  lobby: Lobby
  origin: string
  /** The address of a page of the portal. */
  url(page: string): string
  device(options?: BrowserContextOptions): Promise<Device>
  /** The code of the next message to a contact that no earlier call has returned, as the simulator page shows it. */
  readCode(contact: string): Promise<string>
  /** Ends the test with what the devices complained about, if anything. */
  assertNoComplaints(): void
}

let stage: Promise<Stage> | undefined

/** The stage of this test file, made when the first test asks for it. */
export function openStage(): Promise<Stage> {
  stage ??= createStage()
  return stage
}

async function createStage(): Promise<Stage> {
  const lobby = await openLobby()
  const origin = await lobby.listen()
  const browser = await launchBrowser()
  const devices: Device[] = []
  const readBefore = new Map<string, number>()

  async function device(options: BrowserContextOptions = {}): Promise<Device> {
    const context = await browser.newContext({ locale: 'en-US', viewport: { width: 390, height: 844 }, ...options })
    context.setDefaultTimeout(PAGE_TIMEOUT_MS)
    const page = await context.newPage()
    const complaints: string[] = []
    // A page that comes back with status 422 is how a form tells its errors; the console mentions every 4xx.
    page.on('console', message => {
      if (!/Failed to load resource: .* status of (404|422|429)/.test(message.text())) complaints.push(message.text())
    })
    page.on('pageerror', error => complaints.push(error.message))
    page.on('request', request => {
      if (new URL(request.url()).origin !== origin) complaints.push(`a request to ${request.url()}`)
    })
    const opened = { page, context, complaints }
    devices.push(opened)
    return opened
  }

  const simulator = (await device({ viewport: { width: 1280, height: 800 } })).page

  return {
    lobby,
    origin,
    url: page => origin + lobby.path(page),
    device,
    async readCode(contact) {
      const before = readBefore.get(contact) ?? 0
      const id = contact.replace(/\W/g, '')
      const selector = contact.includes('@') ? `details[id^="mail-"][id$="-${id}"]` : `#to-${id} .bubbles li`
      const code = await eventually(async () => {
        await simulator.goto(`${origin}/simulator`)
        const messages = await simulator.locator(selector).all()
        // Mails are shown with the newest first, text messages with the newest last.
        const next = contact.includes('@') ? messages.at(-1 - before) : messages[before]
        return next?.locator('.code').first().textContent()
      })
      readBefore.set(contact, before + 1)
      return code
    },
    assertNoComplaints() {
      assert.deepEqual(
        devices.flatMap(({ complaints }) => complaints),
        [],
      )
    },
  }
}

/** The text of a page's main part, blanks made one. */
export async function mainText(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replace(/\s+/g, ' ')
}
