import assert from 'node:assert/strict'
import type { ApiAnswer, TestApp } from './harness.ts'

export const ADMIN_PASSWORD = 'a lantern over the quay'

/** A browser with the console in it: keeps the cookies, and sends what the console’s page would. */
export interface AdministratorBrowser {
  cookies: Map<string, string>
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>
  /** Signs in with a password alone. Fails the test when that does not work. */
  signIn(login: string, password?: string): Promise<ApiAnswer>
}

/** Opens one; `ask` sends its requests another way than in process. */
export function openAdministratorBrowser(app: TestApp, ask: TestApp['request'] = app.request): AdministratorBrowser {
  const cookies = new Map<string, string>()
  const origin = app.config.publicUrl

  const browser: AdministratorBrowser = {
    cookies,
    async api(method, path, body, headers = {}) {
      const response = await ask(`/api/v1${path}`, {
        method,
        headers: {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'user-agent':
            'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
          ...(method !== 'GET' && { origin, 'sec-fetch-site': 'same-origin' }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
        if (value === '') cookies.delete(name)
        else cookies.set(name, value)
      }
      const text = await response.text()
      const isJson = /json/.test(response.headers.get('content-type') ?? '')
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
    },
    async signIn(login, password = ADMIN_PASSWORD) {
      const answer = await browser.api('POST', '/sign_in', { login, password })
      assert.equal(answer.status, 200, JSON.stringify(answer.body))
      assert.equal(answer.body.status, 'signed_in', JSON.stringify(answer.body))
      return answer
    },
  }
  return browser
}

/** Makes an administrator through the API, as an owner does. Returns their id. */
export async function makeAdministrator(app: TestApp, fields: Record<string, unknown>): Promise<string> {
  const made = await app.api('POST', '/administrators', { password: ADMIN_PASSWORD, ...fields })
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return made.body.id
}
