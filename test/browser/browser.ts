import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { chromiumPath, closeAtEnd, eventually, freePort, isCi } from '../harness.ts'
import { type Lobby, openLobby } from '../lobby.ts'

/** How long a page may take on a busy machine. */
const PAGE_TIMEOUT_MS = 10_000
const NO_CHROMIUM = 'there is no Chromium: install one, or name it in CHROME_PATH'

/** A test in a browser. Without one it is skipped with a line that says so, or fails where CI=true lets nothing be skipped. */
export function browserTest(name: string, run: () => Promise<void>): void {
  test(name, { skip: chromiumPath || isCi ? false : NO_CHROMIUM }, run)
}

let browser: Promise<Browser> | undefined

/** The browser of this test file, closed at its end. */
export function openBrowser(): Promise<Browser> {
  browser ??= launch()
  return browser
}

async function launch(): Promise<Browser> {
  assert.ok(chromiumPath, NO_CHROMIUM)
  const launched = await chromium.launch({
    executablePath: chromiumPath,
    // Few processes: a test spends its time on starting them.
    args: ['--no-sandbox', '--disable-gpu', '--in-process-gpu', '--renderer-process-limit=1', '--disable-background-networking'],
  })
  closeAtEnd(() => launched.close())
  return launched
}

/** A guest's device: one page, with cookies of its own. */
export interface Device {
  page: Page
  context: BrowserContext
  /** Errors and warnings of its console, and requests to any other site. Nothing is right. */
  complaints: string[]
}

/** The demo portal on a port, a browser to open it in, and the simulator page to read codes from. */
export interface Stage {
  lobby: Lobby
  origin: string
  /** The address of a page of the portal. */
  url(page: string): string
  device(options?: BrowserContextOptions): Promise<Device>
  /** The code in the next message to a contact that no earlier call has read, as the simulator page shows it. */
  readCode(contact: string): Promise<string>
}

let stage: Promise<Stage> | undefined

/** The stage of this test file, made when the first test asks for it; `host` is the name that browsers know it by. */
export function openStage(host = '127.0.0.1'): Promise<Stage> {
  stage ??= createStage(host)
  return stage
}

async function createStage(host: string): Promise<Stage> {
  const chrome = await openBrowser()
  const port = await freePort()
  const lobby = await openLobby({ config: { port, publicUrl: `http://${host}:${port}` } })
  const origin = await lobby.listen()
  const read = new Map<string, number>()

  async function device(options: BrowserContextOptions = {}): Promise<Device> {
    const context = await chrome.newContext({ locale: 'en-US', viewport: { width: 390, height: 844 }, ...options })
    context.setDefaultTimeout(PAGE_TIMEOUT_MS)
    const page = await context.newPage()
    return { page, context, complaints: collectComplaints(page, origin) }
  }
  const simulator = await device()

  return {
    lobby,
    origin,
    url: page => origin + lobby.path(page),
    device,
    async readCode(contact) {
      const before = read.get(contact) ?? 0
      const code = await eventually(async () => {
        await simulator.page.goto(`${origin}/simulator`)
        const messages = await simulator.page.locator(messagesTo(contact)).all()
        // Mails are shown with the newest first, text messages with the newest last.
        const next = contact.includes('@') ? messages.at(-1 - before) : messages[before]
        return next?.locator('.code').first().textContent()
      })
      read.set(contact, before + 1)
      return code
    },
  }
}

/** What on the simulator page is a message to this contact. */
export function messagesTo(contact: string): string {
  const id = contact.replace(/\W/g, '')
  return contact.includes('@') ? `details[id^="mail-"][id$="-${id}"]` : `#to-${id} .bubbles li`
}

function collectComplaints(page: Page, origin: string): string[] {
  const complaints: string[] = []
  page.on('console', message => {
    // A form with errors comes back with 422, and the browser mentions every 4xx.
    const isMentioned = message.text().includes('the server responded with a status of 4')
    if (['error', 'warning'].includes(message.type()) && !isMentioned) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  page.on('request', request => {
    if (new URL(request.url()).origin !== origin) complaints.push(`a request to ${request.url()}`)
  })
  return complaints
}

/** Fills in fields by their names and presses a button. */
export async function send(page: Page, fields: Record<string, string>, button: string): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value)
  await page.getByRole('button', { name: button, exact: true }).click()
}

/** Takes a plan on the start page and sends its form. */
export async function signUp(page: Page, url: string, plan: string, fields: Record<string, string>): Promise<void> {
  await page.goto(url)
  await page.getByRole('link', { name: plan }).click()
  const { password = '' } = fields
  await send(page, { ...fields, password_confirmation: password }, 'Continue')
}

/** Waits for the page with this heading. */
export async function expectHeading(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

/** Waits until a part of the page says this, blanks aside. */
export async function expectText(part: Locator, pattern: RegExp): Promise<void> {
  await eventually(
    async () => {
      assert.match(await textOf(part), pattern)
      return true
    },
    { deadlineMs: PAGE_TIMEOUT_MS },
  )
}

/** What a part of the page says, in one line. */
export async function textOf(part: Locator): Promise<string> {
  return ((await part.textContent()) ?? '').replace(/\s+/g, ' ')
}
