import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { test } from 'node:test'
import { eventually } from '../harness.ts'
import { openLobby } from '../lobby.ts'

const lobby = await openLobby({ config: { publicUrl: 'https://wifi.example.com', allowedHosts: ['guest.lan'] } })
await lobby.app.listen()
const { port } = lobby.config

interface Answer {
  status: number
  headers: Headers
  body: string
}

/** Sends a request as it is written, over a real connection. */
async function send(lines: string[], body = ''): Promise<Answer> {
  let said = ''
  let isClosed = false
  const socket = connect(port, '127.0.0.1')
  socket.setEncoding('utf8').on('data', chunk => {
    said += chunk
  })
  socket.on('close', () => {
    isClosed = true
  })
  socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  await eventually(() => isClosed)
  const [head = '', ...rest] = said.split('\r\n\r\n')
  const [first = '', ...headers] = head.split('\r\n')
  const pairs = headers.map(line => line.split(/: (.*)/).slice(0, 2) as [string, string])
  return { status: Number(first.split(' ')[1]), headers: new Headers(pairs), body: rest.join('\r\n\r\n') }
}

const get = (path: string, ...headers: string[]) => send([`GET ${path} HTTP/1.1`, ...headers])
const key = `Authorization: Bearer ${lobby.config.apiKey}`

test('a name that is none of ours gets 421 everywhere, in the form of whoever asks', async () => {
  for (const path of ['/', '/portal/lobby', '/portal/lobby/forgot_password', '/admin', '/simulator', '/api/docs', '/nowhere'])
    for (const host of ['evil.example', 'wifi.example.com.evil.example', 'evil.example:443', 'gatehouse']) {
      const { status, headers, body } = await get(path, `Host: ${host}`, 'Accept: text/html')
      assert.equal(status, 421, `${path} ${host}`)
      assert.equal(headers.get('location'), null)
      assert.doesNotMatch(body, /evil/)
      assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/)
    }
  const problem = await get('/api/v1/accounts', 'Host: evil.example', key)
  assert.equal(problem.status, 421)
  assert.equal(JSON.parse(problem.body).code, 'misdirected')
  assert.match(JSON.parse(problem.body).detail, /https:\/\/wifi\.example\.com.*GATEHOUSE_ALLOWED_HOSTS/)
})

test('our own names are answered: the public URL’s, the operator’s others, and this machine’s', async () => {
  for (const host of ['wifi.example.com', 'WIFI.EXAMPLE.COM:443', 'guest.lan:8080', 'localhost', '127.0.0.1:1', '[::1]:8080'])
    assert.equal((await get('/portal/lobby', `Host: ${host}`)).status, 200, host)
})

test('probes ask under whatever name or address they know a node by', async () => {
  for (const host of ['10.1.2.3:8080', 'pod-7', 'evil.example'])
    for (const path of ['/healthz', '/readyz', '/metrics'])
      assert.equal((await get(path, `Host: ${host}`, key)).status, 200, `${path} ${host}`)
  assert.equal((await send(['GET /healthz HTTP/1.0'])).status, 200)
})

test('a guest whom network gear sends to our address is sent on to the public URL, with all that the gear says', async () => {
  const gear = '/portal/lobby?client_mac=02-00-5E-00-53-01&url=http%3A%2F%2Fexample.org%2F'
  const sent = await get(gear, 'Host: 192.0.2.8:8080')
  assert.equal(sent.status, 302)
  assert.equal(sent.headers.get('location'), `https://wifi.example.com${gear}`)
  assert.equal((await get('/', 'Host: [2001:db8::9]')).headers.get('location'), 'https://wifi.example.com/')
  // Only to where guests go, and only to read.
  assert.equal((await get('/simulator', 'Host: 192.0.2.8')).status, 421)
  assert.equal((await get('/portalx', 'Host: 192.0.2.8')).status, 421)
  assert.equal((await send(['POST /portal/lobby/logout HTTP/1.1', 'Host: 192.0.2.8'])).status, 421)
})

test('the redirect leads nowhere but to the public URL, whatever the path', async () => {
  for (const path of [
    '//evil.example/portal',
    '/portal//evil.example',
    '/portal/\\evil.example',
    '/portal/@evil.example',
    '/portal/..//evil',
  ])
    assert.match(
      (await get(path, 'Host: 192.0.2.8')).headers.get('location') ?? 'https://wifi.example.com/',
      /^https:\/\/wifi\.example\.com\//,
    )
})

test('no header that a client can set changes a link, a redirect, or a line of a text message', async () => {
  const hostile: string[][] = [
    ['Host: wifi.example.com', 'X-Forwarded-Host: evil.example', 'X-Forwarded-Proto: http', 'X-Forwarded-Port: 1'],
    ['Host: wifi.example.com', 'Forwarded: host=evil.example;proto=http'],
    ['Host: wifi.example.com', 'X-Original-Host: evil.example', 'X-Host: evil.example', 'X-Original-URL: /evil.example'],
    ['Host: guest.lan', 'Referer: http://evil.example/'],
    ['Host: localhost:1'],
  ]
  let n = 10
  for (const headers of hostile) {
    const phone = `+155555501${n++}`
    const form = new URLSearchParams({
      usage_plan_id: lobby.plan('Guest Wi-Fi'),
      phone,
      password: 'lantern over the quay',
      password_confirmation: 'lantern over the quay',
      tos: '1',
    }).toString()
    const type = 'Content-Type: application/x-www-form-urlencoded'
    const { status, headers: said } = await send(['POST /portal/lobby/sign_up HTTP/1.1', ...headers, type], form)
    assert.equal(status, 303, headers.join())
    assert.match(said.get('location') ?? '', /^\/portal\/lobby\//)
    const cookies = said.getSetCookie()
    assert.ok(cookies.length > 0)
    for (const cookie of cookies)
      assert.match(cookie, /^__Host-gatehouse\w*=[\w.-]{43,}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/)
    const { text } = await lobby.nextMessage(phone)
    assert.match(text, /@wifi\.example\.com #\d{6}$/)
    assert.doesNotMatch(text, /evil|guest\.lan|localhost/)
    assert.doesNotMatch((await get('/portal/lobby/sign_up', ...headers)).body, /evil/)
  }
})

test('a request line with a whole URL counts as the Host it names, and two names must both be ours', async () => {
  assert.equal((await send(['GET http://evil.example/portal/lobby HTTP/1.1', 'Host: wifi.example.com'])).status, 421)
  assert.equal((await send(['GET http://wifi.example.com/portal/lobby HTTP/1.1', 'Host: evil.example'])).status, 421)
  assert.equal((await send(['GET http://wifi.example.com/portal/lobby HTTP/1.1', 'Host: wifi.example.com'])).status, 200)
  assert.equal((await get('/portal/lobby', 'Host: wifi.example.com', 'Host: evil.example')).status, 400)
})
