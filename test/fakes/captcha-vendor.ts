import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A token as the vendor's widget gives it to a browser. */
interface Token {
  hostname?: string
  action?: string
}

export interface FakeCaptchaVendor {
  origin: string
  secret: string
  verifyUrl: string
  scriptUrl: string
  /** What siteverify was asked, oldest first. */
  asked: Record<string, string>[]
  /** Solves a CAPTCHA, as a guest does. Good once. */
  solve(token?: Token): string
  /** How siteverify goes on: as it should, or not. */
  mood: 'well' | 'silent' | 'torn' | 'failing' | 'html' | 'internal' | 'all_yes'
  close(): Promise<void>
}

/** The widget: a button instead of pictures. It loads as reCAPTCHA's does, and calls what the page has named. */
const WIDGET = `
for (const box of document.querySelectorAll('.g-recaptcha')) {
  const button = document.createElement('button')
  button.textContent = 'I am human'
  button.onclick = async () => window[box.dataset.callback](await (await fetch(new URL('/token', script))).text())
  box.append(button)
}`

/** A CAPTCHA's vendor on loopback: `POST /siteverify` and `GET /api.js`, as all of them have it. */
export async function startFakeCaptchaVendor(): Promise<FakeCaptchaVendor> {
  const tokens = new Map<string, Token>()
  const spent = new Set<string>()

  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0]
    if (path === '/siteverify') void verify(request, response)
    else if (path === '/api.js') answer(response, 'text/javascript', `{const script = ${JSON.stringify(fake.origin)}\n${WIDGET}}`)
    else if (path === '/token') answer(response, 'text/plain', fake.solve({ hostname: '127.0.0.1' }))
    else response.writeHead(404).end()
  })

  async function verify(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const asked = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
    fake.asked.push(asked)
    switch (fake.mood) {
      case 'silent':
        return
      case 'torn':
        return void request.socket.destroy()
      case 'failing':
        return void response.writeHead(503).end('{"success":true}')
      case 'html':
        return answer(response, 'text/html', '<h1>Just a moment</h1>')
      case 'internal':
        return json(response, { success: false, 'error-codes': ['internal-error'] })
      case 'all_yes':
        return json(response, { success: true, hostname: '127.0.0.1' })
      case 'well':
        json(response, judge(asked))
    }
  }

  function judge({ secret, response: token = '' }: Record<string, string>): Record<string, unknown> {
    const refuse = (code: string) => ({ success: false, 'error-codes': [code] })
    if (secret !== fake.secret) return refuse('invalid-input-secret')
    const known = tokens.get(token)
    if (!known) return refuse('invalid-input-response')
    if (spent.has(token)) return refuse('timeout-or-duplicate')
    spent.add(token)
    return { success: true, 'error-codes': [], challenge_ts: '2026-11-22T10:00:00Z', ...known }
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const fake: FakeCaptchaVendor = {
    origin,
    secret: 'the-secret-from-the-vendor',
    verifyUrl: `${origin}/siteverify`,
    scriptUrl: `${origin}/api.js`,
    asked: [],
    solve(token = { hostname: '127.0.0.1' }) {
      const text = `token-${tokens.size + 1}-${'x'.repeat(600)}`
      tokens.set(text, token)
      return text
    },
    mood: 'well',
    async close() {
      if (!server.listening) return
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
  return fake
}

function answer(response: ServerResponse, type: string, body: string): void {
  response.writeHead(200, { 'content-type': type, 'access-control-allow-origin': '*' }).end(body)
}

function json(response: ServerResponse, body: unknown): void {
  answer(response, 'application/json', JSON.stringify(body))
}
