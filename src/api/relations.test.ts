import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertProblem, documentedApi } from '../../test/api.ts'
import { createTestApp } from '../../test/harness.ts'

const app = await createTestApp({ schedule: false })
const api = await documentedApi(app)
const NOBODY = '0199a7a0-5c00-7000-8000-000000000001'

let made = 0
async function make(resource: string, more: Record<string, unknown> = {}): Promise<string> {
  const provider = resource === 'sms_gateways' ? { provider: 'simulator' } : {}
  const answer = await api('POST', `/${resource}`, { name: `${resource} ${++made}`, ...provider, ...more })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body.id
}
const read = async (resource: string, id: string) => (await api('GET', `/${resource}/${id}`)).body

test('a plan keeps its gateways in fail-over order, and the gateways show the plan', async () => {
  const [a, b, c] = [await make('sms_gateways'), await make('sms_gateways'), await make('sms_gateways')]
  const plan = await make('usage_plans', { sms_gateway_ids: [c, a] })
  assert.deepEqual((await read('usage_plans', plan)).sms_gateway_ids, [c, a])
  assert.deepEqual((await read('sms_gateways', a)).usage_plan_ids, [plan])
  await api('PATCH', `/usage_plans/${plan}`, { sms_gateway_ids: [b, a, c] })
  assert.deepEqual((await read('usage_plans', plan)).sms_gateway_ids, [b, a, c])
  await api('PATCH', `/usage_plans/${plan}`, { sms_gateway_ids: [a] })
  assert.deepEqual((await read('sms_gateways', b)).usage_plan_ids, [])
  assert.deepEqual(app.ctx.catalogue.now.usagePlans.get(plan)?.sms_gateway_ids, [a])
})

test('a gateway attached from its own side comes last, and leaves the order of the others alone', async () => {
  const [a, b, late] = [await make('sms_gateways'), await make('sms_gateways'), await make('sms_gateways')]
  const plan = await make('usage_plans', { sms_gateway_ids: [b, a] })
  const other = await make('usage_plans', { sms_gateway_ids: [a] })
  const portal = await make('splash_portals', { sms_gateway_ids: [b] })
  await api('PATCH', `/sms_gateways/${late}`, { usage_plan_ids: [plan, other], splash_portal_ids: [portal] })
  assert.deepEqual((await read('usage_plans', plan)).sms_gateway_ids, [b, a, late])
  assert.deepEqual((await read('usage_plans', other)).sms_gateway_ids, [a, late])
  assert.deepEqual((await read('splash_portals', portal)).sms_gateway_ids, [b, late])
  // Once more the same: nothing moves.
  await api('PATCH', `/sms_gateways/${b}`, { usage_plan_ids: [plan] })
  assert.deepEqual((await read('usage_plans', plan)).sms_gateway_ids, [b, a, late])
  await api('PATCH', `/sms_gateways/${a}`, { usage_plan_ids: [other] })
  assert.deepEqual((await read('usage_plans', plan)).sms_gateway_ids, [b, late])
  assert.deepEqual((await read('usage_plans', other)).sms_gateway_ids, [a, late])
})

test('a new gateway can be attached as it is made', async () => {
  const plan = await make('usage_plans', { sms_gateway_ids: [await make('sms_gateways')] })
  const gateway = await make('sms_gateways', { usage_plan_ids: [plan] })
  assert.equal((await read('usage_plans', plan)).sms_gateway_ids[1], gateway)
  assert.deepEqual((await read('sms_gateways', gateway)).usage_plan_ids, [plan])
})

test('a portal keeps its plans in the order of their cards; a plan added from its own side comes last', async () => {
  const [a, b, c] = [await make('usage_plans'), await make('usage_plans'), await make('usage_plans')]
  const portal = await make('splash_portals', { usage_plan_ids: [b, a] })
  await api('PATCH', `/usage_plans/${c}`, { splash_portal_ids: [portal] })
  assert.deepEqual((await read('splash_portals', portal)).usage_plan_ids, [b, a, c])
  assert.deepEqual((await read('usage_plans', c)).splash_portal_ids, [portal])
  await api('PATCH', `/splash_portals/${portal}`, { usage_plan_ids: [c, b] })
  assert.deepEqual((await read('splash_portals', portal)).usage_plan_ids, [c, b])
  assert.deepEqual((await read('usage_plans', a)).splash_portal_ids, [])
})

test('an id of nothing is refused on its field, one listed twice as well, and nothing is saved', async () => {
  const gateway = await make('sms_gateways')
  for (const [path, body, field] of [
    ['/usage_plans', { name: 'x', account_group_id: NOBODY }, 'account_group_id'],
    ['/usage_plans', { name: 'x', sms_gateway_ids: [gateway, NOBODY] }, 'sms_gateway_ids'],
    ['/usage_plans', { name: 'x', sms_gateway_ids: [gateway, gateway] }, 'sms_gateway_ids'],
    ['/usage_plans', { name: 'x', sms_gateway_ids: [gateway, gateway.toUpperCase()] }, 'sms_gateway_ids'],
    ['/usage_plans', { name: 'x', splash_portal_ids: ['lobby'] }, 'splash_portal_ids.0'],
    ['/splash_portals', { name: 'x', usage_plan_ids: [NOBODY] }, 'usage_plan_ids'],
    ['/sms_gateways', { name: 'x', provider: 'simulator', splash_portal_ids: [NOBODY] }, 'splash_portal_ids'],
    ['/accounts', { login: 'x', usage_plan_id: NOBODY }, 'usage_plan_id'],
    ['/api_keys', { name: 'x', administrator_id: NOBODY }, 'administrator_id'],
  ] as const) {
    assertProblem(await api('POST', path, body), 422, 'invalid', [field])
    const key = path === '/accounts' ? 'login' : 'name'
    assert.equal((await api('GET', `${path}?${key}=x`)).body.total, 0, path)
  }
})

test('a plan that cannot be validated is saved, not offered, and says why until it can be', async () => {
  const plan = await make('usage_plans', { validation_method: 'sms_and_email' })
  const before = await read('usage_plans', plan)
  assert.equal(before.offered, false)
  assert.equal(before.warnings.length, 2)
  assert.match(before.warnings.join(' '), /SMS gateway.*mail server/)
  const portal = await make('splash_portals', { usage_plan_ids: [plan], password_reset_method: 'sms_or_email' })
  const warnings: string[] = (await read('splash_portals', portal)).warnings
  assert.match(warnings.join(' '), /reset by SMS.*reset by email.*not offered/)

  const gateway = await make('sms_gateways', { usage_plan_ids: [plan], splash_portal_ids: [portal] })
  await make('mail_servers', { from: 'wifi@example.com', provider: 'simulator' })
  assert.deepEqual((await read('usage_plans', plan)).offered, true)
  assert.deepEqual((await read('usage_plans', plan)).warnings, [])
  assert.deepEqual((await read('splash_portals', portal)).warnings, [])
  await api('PATCH', `/sms_gateways/${gateway}`, { enabled: false })
  assert.equal((await read('usage_plans', plan)).offered, false)
})

test('the group SMS warns while no carrier is alive, and one of another spelling that it does nothing', async () => {
  const group = await make('account_groups', { name: 'SMS' })
  assert.match((await read('account_groups', group)).warnings.join(' '), /no carrier/)
  const carrier = await api('POST', '/carriers', {
    name: 'Acme',
    country: 'us',
    address_template: '{number}@acme.example',
    status: 'active',
  })
  assert.equal(carrier.body.country, 'US')
  assert.deepEqual((await read('account_groups', group)).warnings, [])
  const lower = await make('account_groups', { name: 'sms' })
  assert.match((await read('account_groups', lower)).warnings.join(' '), /exactly SMS/)
})
