// better-auth's phone-number plugin as its documentation sets it up, served through the HTTP stack that Gatehouse uses.
// A program of its own with its own package file: nothing of it is ever a dependency of the product.
//
// argv: JSON {database: pg.PoolConfig, twilio: {origin, accountSid, authToken, from}, lean: boolean}
// Prints "listening PORT" once it answers.

import { serve } from '@hono/node-server'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { phoneNumber } from 'better-auth/plugins'
import { Hono } from 'hono'
import pg from 'pg'
import { Agent, request } from 'undici'

const { database, twilio, lean } = JSON.parse(process.argv[2] ?? '{}')
const agent = new Agent({ connections: 64, pipelining: 1, keepAliveTimeout: 60_000 })
const authorization = `Basic ${Buffer.from(`${twilio.accountSid}:${twilio.authToken}`).toString('base64')}`

/** @param {{ phoneNumber: string, code: string }} message */
async function sendOTP({ phoneNumber: to, code }) {
  const body = new URLSearchParams({ To: to, From: twilio.from, Body: `${code} is your code` }).toString()
  const answer = await request(`${twilio.origin}/2010-04-01/Accounts/${twilio.accountSid}/Messages.json`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
    body,
    dispatcher: agent,
  })
  await answer.body.text()
  if (answer.statusCode !== 201) throw new Error(`Twilio answered ${answer.statusCode}`)
}

const options = {
  database: new pg.Pool({ ...database, max: 20 }),
  baseURL: 'http://127.0.0.1',
  secret: 'a secret of the bench that protects nothing at all',
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { level: 'error' },
  // With a handler for background tasks the plugin answers a start without waiting for the provider.
  ...(lean && { advanced: { backgroundTasks: { handler: () => undefined } } }),
  plugins: [
    phoneNumber({
      sendOTP,
      signUpOnVerification: { getTempEmail: number => `${number.slice(1)}@example.com`, getTempName: number => number },
    }),
  ],
}
const auth = betterAuth(options)
await (await getMigrations(options)).runMigrations()

const app = new Hono()
// The least that better-auth can be asked for: the code is consumed, no user is written. It has no route of its own.
app.post('/lean/verify', async c => {
  const { status } = await auth.api.consumePhoneNumberOTP({ body: await c.req.json() })
  return c.json({ status })
})
app.on(['GET', 'POST'], '/api/auth/*', c => auth.handler(c.req.raw))
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => console.log(`listening ${port}`))

process.once('SIGTERM', () => {
  server.close()
  process.exit(0)
})
