import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { type ApiAnswer, createTestApp, createTestDatabase, createTestFolder } from '../../test/harness.ts'
import { openArchive, writeArchive } from '../db/archive.ts'

const app = await createTestApp({ seed: 'demo', schedule: false })
const api = await documentedApi(app)
const [{ id, slug } = { id: '', slug: '' }] = [...app.ctx.catalogue.now.splashPortals.values()]

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const FILES: [string, Buffer][] = [
  ['image/png', PNG],
  ['image/jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['image/gif', Buffer.from('GIF89a\x01\x00\x01\x00')],
  ['image/webp', Buffer.from('RIFF\x24\x00\x00\x00WEBPVP8 ')],
  [
    'image/svg+xml',
    Buffer.from(
      '<?xml version="1.0"?>\n<!-- a logo -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">\n<!-- --><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ),
  ],
]

async function upload(type: string | undefined, body: Buffer, to = id): Promise<ApiAnswer> {
  const response = await app.request(`/api/v1/splash_portals/${to}/logo`, {
    method: 'POST',
    headers: { authorization: `Bearer ${app.config.apiKey}`, ...(type && { 'content-type': type }) },
    body: new Uint8Array(body),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}
const read = async () => (await api('GET', `/splash_portals/${id}`)).body
const page = async () => (await app.request(`/portal/${slug}`)).text()

test('a logo of each kind is stored, shown on the pages, and served as what it is for a year', async () => {
  for (const [type, content] of FILES) {
    const answer = await upload(type, content)
    assert.equal(answer.status, 200, JSON.stringify(answer.body))
    const url: string = answer.body.logo_url
    assert.match(url, new RegExp(`^/portal/${slug}/logo\\?v=[\\w-]{16}$`))
    assert.ok((await page()).includes(`<img src="${url}"`))
    const logo = await app.request(url)
    assert.equal(logo.headers.get('content-type'), type)
    assert.equal(logo.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.equal(logo.headers.get('x-content-type-options'), 'nosniff')
    assert.deepEqual(Buffer.from(await logo.arrayBuffer()), content)
  }
  const { data } = (await api('GET', `/audit_events?resource=splash_portals&record_id=${id}`)).body
  assert.deepEqual(data[0].changes, {
    logo: {
      from: { content_type: 'image/webp', bytes: FILES[3]?.[1].length },
      to: { content_type: 'image/svg+xml', bytes: FILES[4]?.[1].length },
    },
  })
})

test('a drawing that is opened by itself can run nothing, load nothing and be framed by nobody', async () => {
  await upload(...(FILES[4] as [string, Buffer]))
  const policy = (await app.request((await read()).logo_url)).headers.get('content-security-policy') ?? ''
  for (const directive of ["default-src 'none'", "form-action 'none'", "frame-ancestors 'none'", 'sandbox'])
    assert.ok(policy.split('; ').includes(directive), policy)
})

test('another version of a logo has another address; at an old one browsers ask again', async () => {
  const before = (await upload('image/png', PNG)).body.logo_url
  const after = (await upload('image/gif', FILES[2]?.[1] as Buffer)).body.logo_url
  assert.notEqual(before, after)
  const old = await app.request(before)
  assert.equal(old.headers.get('cache-control'), 'no-cache')
  assert.equal(old.headers.get('content-type'), 'image/gif')
})

test('what is no such image, or another than it is called, is refused, and the old logo stays', async () => {
  const { logo_url: url } = (await upload('image/png', PNG)).body
  const page = Buffer.from('<html><script>alert(1)</script></html>')
  for (const [type, content] of [
    ['image/png', page],
    ['image/png', FILES[1]?.[1] as Buffer],
    ['image/svg+xml', page],
    ['image/svg+xml', Buffer.from('<!DOCTYPE svg [<!ENTITY a "aa">]><svg>&a;</svg>')],
    ['image/svg+xml', Buffer.from('3c737667ff3e', 'hex')],
    ['image/gif', Buffer.from('GIF')],
    ['image/svg+xml', Buffer.from('<!-- -->'.repeat(8000))],
    ['image/svg+xml', Buffer.from('<!-- <svg>')],
    ['image/svg+xml', Buffer.from(`${' '.repeat(60_000)}x`)],
  ] as const)
    assertProblem(await upload(type, content), 422, 'invalid', ['body'])
  for (const type of ['text/html', 'application/json', 'image/bmp', 'multipart/form-data; boundary=x', undefined])
    assertProblem(await upload(type, PNG), 415, 'unsupported_media_type')
  assertProblem(await upload('image/png', Buffer.alloc(0)), 400, 'bad_request')
  assertProblem(await upload('image/png', Buffer.concat([PNG, Buffer.alloc(65_536)])), 413, 'too_large')
  assertProblem(await upload('image/png', PNG, '0199a7a0-5c00-7000-8000-0000000000ff'), 404, 'not_found')
  assert.equal((await read()).logo_url, url)
})

test('a record that is saved as it was read keeps its logo; another logo_url takes its place', async () => {
  const { logo_url } = (await upload('image/png', PNG)).body
  const stored = async () =>
    (await app.database.query('select from splash_portal_logos where splash_portal_id = $1', [id])).length
  const change = async (body: object) => (await api('PATCH', `/splash_portals/${id}`, body)).body
  assert.equal((await change({ logo_url, note: 'x' })).logo_url, logo_url)
  const moved = await change({ logo_url, slug: 'hall' })
  assert.equal(moved.logo_url, logo_url.replace(`/${slug}/`, '/hall/'))
  assert.equal((await app.request(moved.logo_url)).status, 200)
  assert.equal((await change({ slug })).logo_url, logo_url)
  // A form that was opened before somebody uploaded another one.
  assert.equal((await change({ logo_url: `/portal/${slug}/logo?v=k3Jx0cZb1mYw9uVt` })).logo_url, logo_url)
  assert.equal(await stored(), 1)
  assert.equal((await change({ logo_url: 'https://example.com/logo.png' })).logo_url, 'https://example.com/logo.png')
  assert.equal(await stored(), 0)
  assert.equal((await app.request(logo_url)).status, 404)
})

test('a deleted logo is gone, and so is that of a deleted portal', async () => {
  const { logo_url } = (await upload('image/png', PNG)).body
  for (const _ of [1, 2]) assert.equal((await api('DELETE', `/splash_portals/${id}/logo`)).status, 204)
  assert.equal((await read()).logo_url, '')
  assert.equal((await app.request(logo_url)).status, 404)
  assert.doesNotMatch(await page(), /<img/)
  const { body: other } = await api('POST', '/splash_portals', { name: 'Other' })
  await upload('image/png', PNG, other.id)
  assert.equal((await api('DELETE', `/splash_portals/${other.id}`)).status, 204)
  assert.equal((await app.database.query('select from splash_portal_logos')).length, 0)
})

test('a backup holds the logo as it was', async () => {
  const { logo_url } = (await upload('image/png', PNG)).body
  const file = join(await createTestFolder(), 'backup.gz')
  await withClient(app.database.connection, client => writeArchive(client, { file, createdAt: app.clock.now(), keyCheck: '' }))
  const restored = await createTestDatabase()
  const archive = await openArchive(file)
  await withClient(restored.connection, async client => {
    await client.query('truncate limits, settings')
    await archive.load(client)
  })
  const rows = await restored.query(
    'select content_type, content, logo_hash from splash_portal_logos join splash_portals on id = splash_portal_id',
  )
  assert.deepEqual(rows, [{ content_type: 'image/png', content: PNG, logo_hash: logo_url.split('=')[1] }])
})

async function withClient<T>(connection: pg.ConnectionConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
