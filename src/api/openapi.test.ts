import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type OpenApi, readOpenApi } from '../../test/api.ts'
import { createTestApp } from '../../test/harness.ts'
import { ERRORS } from '../errors.ts'
import { apiOperations, apiRoutes } from './routes.ts'

const app = await createTestApp({ schedule: false, config: { testClock: true } })
const document = (await readOpenApi(app)) as OpenApi & Record<string, unknown>

test('every route is in the document, and every operation of the document is a route', () => {
  const routed = apiRoutes(app.ctx)
    .routes.filter(route => route.path.startsWith('/v1/'))
    .map(route => `${route.method} ${route.path.slice(3).replace(':id', '{id}')}`)
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter(method => method !== 'parameters')
      .map(method => `${method.toUpperCase()} ${path}`),
  )
  assert.ok(routed.length > 50)
  assert.deepEqual(documented.sort(), routed.sort())
})

test('every operation has a name of its own, a summary, a tag that is explained, and answers for what can go wrong', () => {
  const operations = apiOperations(app.ctx)
  assert.equal(new Set(operations.map(operation => operation.id)).size, operations.length)
  const tags = new Set((document.tags as { name: string }[]).map(tag => tag.name))
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      if (method === 'parameters') continue
      const {
        summary,
        tags: own,
        responses,
        operationId,
        security,
      } = operation as unknown as Record<string, never> & OpenApi['paths'][string][string]
      assert.ok(summary && operationId, `${method} ${path}`)
      assert.ok(tags.has(own?.[0] ?? ''), `${method} ${path}`)
      const isOpen = JSON.stringify(security) === '[]'
      const expected = isOpen ? [500] : [401, 403, 500, 503, ...(operation.requestBody ? [400, 413, 415, 422] : [])]
      for (const status of expected) assert.ok(responses[status], `${method} ${path} ${status}`)
    }
})

test('every example is valid by its own schema', () => {
  for (const { id, body, answer } of apiOperations(app.ctx)) {
    if (body) assert.doesNotThrow(() => body.schema.zod.parse(body.example), `body of ${id}`)
    if (answer.schema) assert.doesNotThrow(() => answer.schema?.zod.parse(answer.example), `answer of ${id}`)
  }
})

test('every reference of the document leads somewhere', () => {
  const names = Object.keys(document.components.schemas)
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(match => match[1] ?? '')
  assert.ok(references.length > 100)
  for (const reference of references) assert.ok(names.includes(reference.replace('#/components/schemas/', '')), reference)
})

test('the document and its page are open, the page needs nothing but itself', async () => {
  assert.equal((await app.request('/api')).headers.get('location'), '/api/docs')
  const page = await app.request('/api/docs')
  assert.equal(page.status, 200)
  assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'sha256-[^']+'; /)
  const text = await page.text()
  assert.doesNotMatch(text, /<script|<link|@import|url\(|style="|onclick/)
  for (const { id, path } of apiOperations(app.ctx)) {
    assert.ok(text.includes(`id="${id}"`), id)
    assert.ok(text.includes(`<code>${path}</code>`), path)
  }
  // What a problem's `type` points to is there.
  for (const code of Object.keys(ERRORS)) assert.ok(text.includes(`id="error-${code}"`), code)
  assert.ok(text.includes(`${app.config.publicUrl}/api/v1`))
})
