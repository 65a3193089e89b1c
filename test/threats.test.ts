import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { readOpenApi } from './api.ts'
import { createTestApp } from './harness.ts'

// docs/threats.md says how each known attack on such a system is met and which test shows it. This keeps it true: every threat
// has a row, every test it names is there, and no address that takes a code or a contact is left out.

const ROOT = join(import.meta.dirname, '..')
const THREATS = 54
/** Threats that no test shows to be met. Each row says why. */
const NOT_MET: string[] = []
/** Fields by which a contact or a code comes in. */
const TAKES = ['code', 'token', 'to', 'phone', 'email', 'contact', 'login']

const document = readFileSync(join(ROOT, 'docs/threats.md'), 'utf8')
const rows = document
  .split('\n')
  .filter(line => line.startsWith('|') && !/^\|[\s-|]+\|$/.test(line))
  .map(line =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map(cell => cell.trim()),
  )
const threats = rows.filter(([id = '']) => /^T\d+$/.test(id))
const routes = rows.filter(([route = '']) => /^`(GET|POST|PATCH|PUT|DELETE) /.test(route))

/** `file`: name; several are separated by semicolons. */
function testsOf(cell: string): { file: string; name: string }[] {
  return [...cell.matchAll(/`([\w./-]+\.test\.ts)` “([^”]+)”/g)].map(([, file = '', name = '']) => ({ file, name }))
}

/** The names of the tests in a file, as they stand there. */
function namesIn(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8')
  return [...source.matchAll(/\btest\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g)].map(([, , name = '']) => name)
}

test('every threat has one row that says how it is met, in their order', () => {
  const ids = threats.map(([id]) => id)
  assert.deepEqual(
    ids,
    Array.from({ length: THREATS }, (_, i) => `T${i + 1}`),
  )
  for (const [id, threat, met] of threats) assert.ok(threat && met, `${id} says nothing`)
})

test('every threat is met by a test, or stands among those that are not, with the reason', () => {
  const unmet = threats.filter(([, , , tests = '']) => testsOf(tests).length === 0)
  assert.deepEqual(
    unmet.map(([id]) => id),
    NOT_MET,
  )
  for (const [id, , , cell = ''] of unmet) assert.match(cell, /^not met: \S.{10,}/, `${id} must say why`)
})

test('every test that is named is there', () => {
  const named = [...threats.map(([, , , cell = '']) => cell), ...routes.map(([, , cell = '']) => cell)].flatMap(testsOf)
  assert.ok(named.length > THREATS)
  const missing = named.filter(({ file, name }) => !existsSync(join(ROOT, file)) || !namesIn(file).includes(name))
  assert.deepEqual(missing, [])
})

test('every address that takes a code or a contact has a row of its own, and each of those is an address', async () => {
  const app = await createTestApp({ schedule: false })
  const api = await readOpenApi(app)
  const fieldsOf = (schema: Record<string, unknown> | undefined): string[] => {
    const name = String(schema?.$ref ?? '').replace('#/components/schemas/', '')
    const found = (name ? api.components.schemas[name] : schema) as { properties?: object } | undefined
    return Object.keys(found?.properties ?? {})
  }
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => {
        const body = operation.requestBody?.content['application/json']?.schema
        return fieldsOf(body).some(field => TAKES.includes(field)) || (path.startsWith('/validations/') && operation.requestBody)
      })
      .map(([method]) => `${method.toUpperCase()} /api/v1${path}`),
  )
  // All that a guest can post, and all that a provider can call: there is nothing in a page that says what it takes.
  const guests = app.app.routes
    .filter(({ method, path }) => method === 'POST' && /^\/(portal|hooks)\//.test(path))
    .map(({ method, path }) => `${method} ${path}`)
  const taking = [...new Set([...guests, ...operations])].sort()
  assert.ok(guests.length > 10 && operations.length > 4, `${taking}`)
  const documented = routes.map(([route = '']) => route.replaceAll('`', '')).sort()
  assert.deepEqual(documented, taking)
})

test('every row of an address names a test', () => {
  for (const [route, takes, cell = ''] of routes) assert.ok(takes && testsOf(cell).length > 0, `${route} names no test`)
})
