import { randomInt } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Agent, request } from 'undici'
import { ACCOUNT_SID, AUTH_TOKEN, FROM } from './fake-twilio.ts'

// A system that does next to nothing: it sends the code and keeps it in a Map. What a flow costs against it is the cost of
// the generator, the fake provider and HTTP; nothing measured here can be faster. A child process of the bench.

const origin = process.argv[2] ?? ''
const agent = new Agent({ connections: 64, pipelining: 1, keepAliveTimeout: 60_000 })
const codes = new Map<string, string>()
const headers = {
  authorization: `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64')}`,
  'content-type': 'application/x-www-form-urlencoded',
}

async function send(to: string, code: string): Promise<void> {
  const body = new URLSearchParams({ To: to, From: FROM, Body: `${code} is your code` }).toString()
  const path = `/2010-04-01/Accounts/${ACCOUNT_SID}/Messages.json`
  const answer = await request(origin + path, { method: 'POST', headers, body, dispatcher: agent })
  await answer.body.dump()
}

const server = createServer((incoming, response) => {
  let text = ''
  incoming.setEncoding('utf8')
  incoming.on('data', (chunk: string) => {
    text += chunk
  })
  incoming.on('end', () => {
    const input = JSON.parse(text) as { to?: string; code?: string }
    if (input.to !== undefined) {
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      codes.set(input.to, code)
      response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id: input.to, status: 'pending' }))
      void send(input.to, code)
    } else {
      const id = incoming.url?.split('/')[4] ?? ''
      const status = codes.get(id) === input.code && codes.delete(id) ? 'approved' : 'pending'
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ status }))
    }
  })
})
server.listen(0, '127.0.0.1', () => console.log(`listening ${(server.address() as AddressInfo).port}`))
