import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { ApiAnswer } from '../harness.ts'
import { type Device, openStage, type Stage } from './browser.ts'

/** Of the administrators that console tests make. */
export const ADMIN_PASSWORD = 'a lantern over the harbour wall'

export type Role = 'read_only' | 'front_desk' | 'operator' | 'owner'

/** The demo installation with its console. */
export interface ConsoleStage extends Stage {
  /** Calls the API with the root key. */
  api(method: string, path: string, body?: unknown): Promise<ApiAnswer>
  /** Makes an administrator of this role. Answers the login. */
  makeAdministrator(role: Role): Promise<string>
  /** A device on which an administrator of this role, the owner unless said, has signed in. */
  signedIn(role?: Role, options?: BrowserContextOptions): Promise<Device>
  /** The address of a place in the console. */
  place(path: string): string
}

let stage: Promise<ConsoleStage> | undefined

/** The stage of this test file, made when the first test asks for it; `host` is the name that browsers know it by. */
export function openConsoleStage(host?: string): Promise<ConsoleStage> {
  stage ??= createConsoleStage(host)
  return stage
}

async function createConsoleStage(host?: string): Promise<ConsoleStage> {
  // Built before the test run; a test file that is run by itself sees to it here.
  execFileSync(process.execPath, [fileURLToPath(new URL('../../scripts/build-console.js', import.meta.url))], {
    stdio: 'inherit',
  })
  const base = await openStage(host)
  const { lobby, origin, device } = base
  let administrators = 0
  const place = (path: string) => `${origin}/admin/#${path}`

  async function makeAdministrator(role: Role): Promise<string> {
    const login = `${role}-${++administrators}`
    const answer = await lobby.api('POST', '/administrators', { login, role, password: ADMIN_PASSWORD })
    assert.equal(answer.status, 201, JSON.stringify(answer.body))
    return login
  }

  return {
    ...base,
    api: lobby.api,
    makeAdministrator,
    async signedIn(role = 'owner', options = {}) {
      const login = await makeAdministrator(role)
      const made = await device({ viewport: { width: 1280, height: 800 }, ...options })
      await made.page.goto(`${origin}/admin/`)
      await signIn(made.page, login)
      return made
    },
    place,
  }
}

/** Signs in on the console's page, in any language, and waits for the menu. */
export async function signIn(page: Page, login: string, password = ADMIN_PASSWORD): Promise<void> {
  await page.locator('[name=login]').fill(login)
  await page.locator('[name=password]').fill(password)
  await page.locator('button[type=submit]').click()
  await page.getByRole('menuitem').first().waitFor()
}
