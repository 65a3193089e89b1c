import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp } from '../../test/harness.ts'

const { api, request } = await createTestApp()
const target = async () => (await request('/')).headers.get('location')

test('leads to the only portal there is, and else to the page for operators', async () => {
  assert.equal(await target(), '/admin')
  const portal = { password_reset_method: 'none', default_country: 'US' }
  assert.equal((await api('POST', '/splash_portals', { ...portal, name: 'Lobby', slug: 'lobby' })).status, 201)
  assert.equal(await target(), '/portal/lobby')
  assert.equal((await api('POST', '/splash_portals', { ...portal, name: 'Hall', slug: 'hall' })).status, 201)
  assert.equal(await target(), '/admin')
})
