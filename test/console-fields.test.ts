import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isToldOnly } from '../console/told-only.ts'
import { readOpenApi } from './api.ts'
import { createTestApp } from './harness.ts'

// Whose forms send what they hold: they begin with all that the API tells of a record.
const FORMS = [
  ...['accounts', 'account_groups', 'usage_plans', 'splash_portals', 'suppressions', 'administrators', 'api_keys'],
  ...['sms_gateways', 'mail_servers', 'carriers'],
]
const SINGLE = ['limits', 'settings']

interface Schema {
  $ref?: string
  properties?: Record<string, Schema>
}

const { paths, components } = (await readOpenApi(await createTestApp({ schedule: false }))) as unknown as {
  paths: Record<string, Record<string, never>>
  components: { schemas: Record<string, Schema> }
}

function fieldsOf(content: { content: Record<string, { schema: Schema }> }): string[] {
  const schema = content.content['application/json']?.schema ?? {}
  const name = schema.$ref?.split('/').pop() ?? ''
  return Object.keys((components.schemas[name] ?? schema).properties ?? {})
}

for (const name of [...FORMS, ...SINGLE])
  test(`the form for ${name} sends every field that the API takes, and none that it only tells`, () => {
    const isSingle = SINGLE.includes(name)
    const { get, patch } = (isSingle ? paths[`/${name}`] : paths[`/${name}/{id}`]) as never as Record<'get' | 'patch', never>
    const told = fieldsOf((get as { responses: Record<string, never> }).responses['200'] as never)
    const takenBy = (operation: { requestBody: never }) => fieldsOf(operation.requestBody)
    const changed = takenBy(patch)
    const created = isSingle ? changed : takenBy((paths[`/${name}`] as Record<string, never>).post as never)
    assert.ok(told.length > 3 && changed.length > 0 && created.length > 1, `${told} ${changed} ${created}`)
    assert.deepEqual([...changed, ...created].filter(isToldOnly), [], 'taken, and never sent')
    assert.deepEqual(
      told.filter(field => !created.includes(field) && !isToldOnly(field)),
      [],
      'told only, and sent',
    )
  })
