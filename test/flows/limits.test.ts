import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { SmsGateway } from '../../src/catalogue.ts'
import { createClock } from '../../src/lib/clock.ts'
import { flushProofs } from '../../src/limits/note-proofs.ts'
import { correctSpend, takePermit } from '../../src/sms/permits.ts'
import { checkCode } from '../../src/validation/check.ts'
import { deriveCode } from '../../src/validation/code.ts'
import { type Issued, issueCode, type NewValidation } from '../../src/validation/issue.ts'
import { createTestApp, type Guest, type Page, type TestApp } from '../harness.ts'
import { openLobby, PASSWORD, textOf } from '../lobby.ts'

const ONLY = { safe_prefixes: ['+4420'] }
let numbers = 0
const freshNumber = () => `+1555${String(++numbers).padStart(7, '0')}`

async function openApp(limits: Record<string, unknown> = {}): Promise<TestApp> {
  const app = await createTestApp({ seed: 'demo', schedule: false })
  if (Object.keys(limits).length > 0) assert.equal((await app.api('PATCH', '/limits', limits)).status, 200)
  return app
}

/** A start as the portal makes it. */
async function ask({ ctx }: TestApp, over: Partial<NewValidation> = {}): Promise<Issued> {
  const [splashPortalId] = ctx.catalogue.now.splashPortals.keys()
  return issueCode(ctx, { purpose: 'sign_up', channel: 'sms', contact: freshNumber(), locale: 'en', splashPortalId, ...over })
}

const idOf = (issued: Issued) => (issued.outcome === 'issued' ? issued.id : assert.fail('no code was sent'))
const rowOf = ({ ctx }: TestApp, id: string) =>
  ctx.db.kysely.selectFrom('validations').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const count = (all: Issued[]) => all.filter(({ outcome }) => outcome === 'issued').length
async function codeOf(app: TestApp, id: string): Promise<string> {
  return deriveCode(app.ctx.keys, await rowOf(app, id))
}
async function prove(app: TestApp, issued: Issued): Promise<void> {
  const { session_id } = await rowOf(app, idOf(issued))
  const code = await codeOf(app, idOf(issued))
  assert.equal((await checkCode(app.ctx, { ids: [idOf(issued)], sessionId: session_id, code })).outcome, 'approved')
}

test('each limit holds exactly under parallel starts on two nodes, and refuses with the time when there is room', async () => {
  const cases: [limits: Record<string, unknown>, over: Partial<NewValidation>, max: number, by: string][] = [
    [{ device_codes_per_hour: 5 }, { device: 'a-browser' }, 5, 'device'],
    [{ address_sends_per_hour: 20 }, { address: '203.0.113.7' }, 20, 'address'],
    [{ prefix_sends_per_hour: 10, safe_prefixes: [] }, {}, 10, 'prefix'],
    [{ country_sends_per_hour: 13, prefix_sends_per_hour: null, breaker: 'off', safe_prefixes: [] }, {}, 13, 'country'],
    [
      {
        gateway_sends_per_hour: 17,
        prefix_sends_per_hour: null,
        country_sends_per_hour: null,
        breaker: 'off',
        safe_prefixes: [],
      },
      {},
      17,
      'gateway',
    ],
    [{ portal_sends_per_hour: 11 }, {}, 11, 'portal'],
    [{ system_sends_per_hour: 12 }, {}, 12, 'system'],
  ]
  const app = await openApp()
  const other = await createTestApp({ database: app.database, clock: app.clock, schedule: false })
  const before = (await app.api('GET', '/limits')).body
  for (const [limits, over, max, by] of cases) {
    const { updated_at: _, captcha_secret: _s, captcha_secret_set: _t, captcha_worked_at: _w, ...all } = before
    assert.equal((await app.api('PATCH', '/limits', { ...all, ...limits })).status, 200)
    await other.ctx.catalogue.reload()
    await app.database.query('delete from limit_counters')
    const issued = await Promise.all(Array.from({ length: 60 }, (_, i) => ask(i % 2 ? app : other, over)))
    assert.equal(count(issued), max, by)
    for (const one of issued) {
      if (one.outcome === 'issued') continue
      assert.equal(one.by, by)
      assert.ok(one.retryAfterS > 3500 && one.retryAfterS <= 3661, `${one.retryAfterS} s`)
      assert.equal(one.excess !== undefined, by !== 'device' && by !== 'gateway', 'what a solved puzzle lifts')
    }
    const [row] = await app.database.query<{ n: number }>(
      `select sum(s)::int as n from limit_counters, unnest(sends) s where key like '${by}:%'`,
    )
    assert.equal(row?.n, max, 'what was refused is counted nowhere')
    app.clock.advance(3662)
    assert.equal(count([await ask(app, over)]), 1, `${by}: after an hour there is room again`)
  }
  await Promise.all([app.close(), other.close()])
})

test('a sliding hour is never one too many: what was counted stays until it is an hour old', async () => {
  const app = await openApp({ address_sends_per_hour: 10 })
  const sent: number[] = []
  for (let minute = 0; minute < 180; minute++) {
    while ((await ask(app, { address: '203.0.113.9' })).outcome === 'issued') sent.push(app.clock.now().getTime())
    app.clock.advance(97)
  }
  for (const at of sent) {
    const within = sent.filter(other => other > at - 3_600_000 && other <= at).length
    assert.ok(within <= 10, `${within} within an hour`)
  }
  assert.ok(sent.length >= 40, 'and the room is used again once it is there')
  await app.close()
})

test('300 honest guests behind one address, of whom 80 % enter their codes, all get theirs; one who enters none stops at 20', async () => {
  const app = await openApp()
  const address = '203.0.113.20'
  let served = 0
  for (let i = 0; i < 300; i += 10) {
    const group = await Promise.all(
      Array.from({ length: 10 }, () => ask(app, { address, purpose: 'api', splashPortalId: undefined })),
    )
    served += count(group)
    await Promise.all(group.filter((_, at) => at % 5 !== 0).map(issued => prove(app, issued)))
  }
  assert.equal(served, 300)
  const robot = await Promise.all(Array.from({ length: 100 }, () => ask(app, { address: '203.0.113.21' })))
  assert.equal(count(robot), 20)
  await app.close()
})

test('one phone that proves itself again and again makes room only once an hour', async () => {
  const app = await openApp({ address_sends_per_hour: 10 })
  const [address, contact] = ['203.0.113.30', freshNumber()]
  for (let i = 0; i < 5; i++) await prove(app, await ask(app, { address, contact, purpose: 'api' }))
  const more = await Promise.all(Array.from({ length: 50 }, () => ask(app, { address })))
  assert.equal(count(more), 10 + 5 - 5, 'five starts and one proof, which makes room for itself and four more')
  await app.close()
})

test('a phone that rested until its budget was purged makes room once an hour all the same, also from a browser that it has proven in', async () => {
  const app = await openApp({ address_sends_per_hour: 10 })
  const [address, contact, device] = ['203.0.113.31', freshNumber(), 'a browser']
  const again = async () => prove(app, await ask(app, { address, contact, device, purpose: 'api' }))
  await again()
  await flushProofs(app.ctx)
  app.clock.advance(3_700)
  await app.database.query('delete from contact_budgets')
  for (let i = 0; i < 4; i++) await again()
  const more = await Promise.all(Array.from({ length: 50 }, () => ask(app, { address })))
  assert.equal(count(more), 10 + 5 - 4, 'four starts within the hour and one proof')
  await app.close()
})

test('1,000 addresses ask for codes for one contact: its own limit holds', async () => {
  const app = await openApp()
  const contact = freshNumber()
  const all = await Promise.all(
    Array.from({ length: 1_000 }, (_, i) => ask(app, { contact, address: `10.${i >> 8}.${i & 255}.1` })),
  )
  assert.equal(count(all), 5)
  assert.ok(all.every(one => one.outcome === 'issued' || one.by === 'contact'))
  const [row] = await app.database.query<{ n: number }>(
    `select count(*)::int as n from limit_counters, unnest(sends) s where s > 0 and key like 'address:%'`,
  )
  assert.ok((row?.n ?? 99) <= 5, 'and the addresses are not charged for what the contact refused')
  await app.close()
})

test('forged headers and a rotating IPv6 network are one client', async () => {
  const lobby = await openLobby({ config: { trustedProxies: ['127.0.0.1/32'] } })
  const form = { plan: lobby.plan('Day pass') }
  const post = (i: number, forwarded: string) =>
    lobby.request(lobby.path('sign_up'), {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': forwarded,
        'x-real-ip': `192.0.2.${i}`,
        forwarded: `for=192.0.2.${i}`,
      },
      body: new URLSearchParams({
        usage_plan_id: form.plan,
        email: `t13-${forwarded.length}-${i}@example.com`,
        password: PASSWORD,
        password_confirmation: PASSWORD,
      }).toString(),
    })
  await lobby.api('PATCH', '/limits', { address_sends_per_hour: 4 })
  const spoofed = []
  for (let i = 0; i < 8; i++) spoofed.push((await post(i, `198.51.100.${i}, 203.0.113.77`)).status)
  assert.deepEqual(spoofed, [303, 303, 303, 303, 429, 429, 429, 429])
  const long = []
  for (let i = 0; i < 8; i++) long.push((await post(10 + i, `${'198.51.100.9, '.repeat(150 + i)}203.0.113.78`)).status)
  assert.deepEqual(long, [303, 303, 303, 303, 429, 429, 429, 429])
  const rotating = []
  for (let i = 0; i < 8; i++) rotating.push((await post(20 + i, `2001:db8:5:6:${i}::${i + 1}`)).status)
  assert.deepEqual(rotating, [303, 303, 303, 303, 429, 429, 429, 429])
  await lobby.close()
})

test('a stranger who uses up a contact’s tries and codes does not lock out the browser that has proven it', async () => {
  const app = await openApp()
  const contact = freshNumber()
  const over = { contact, purpose: 'api' } as const
  await prove(app, await ask(app, { ...over, device: 'owner' }))
  const strange: Issued[] = []
  for (let i = 0; i < 6; i++) strange.push(await ask(app, { ...over, device: `stranger-${i}` }))
  assert.equal(count(strange), 5)
  let compared = 0
  for (const issued of strange.slice(0, 3)) {
    const right = await codeOf(app, idOf(issued))
    const wrong = right === '000000' ? '000001' : '000000'
    for (let i = 0; i < 5; i++) await checkCode(app.ctx, { ids: [idOf(issued)], sessionId: null, code: wrong })
    compared += (await rowOf(app, idOf(issued))).checks
  }
  assert.equal(compared, 10, 'ten failures an hour, whoever makes them')
  const last = strange[3] as Issued
  const stranger = await checkCode(app.ctx, { ids: [idOf(last)], sessionId: null, code: await codeOf(app, idOf(last)) })
  assert.equal(stranger.outcome, 'refused', 'the contact is closed to browsers that are not known, even for the right code')
  const owner = await ask(app, { ...over, device: 'owner' })
  await prove(app, owner)
  await app.close()
})

test('the browser that is known has a limit of its own', async () => {
  const app = await openApp()
  const over = { contact: freshNumber(), purpose: 'api', device: 'owner' } as const
  await prove(app, await ask(app, over))
  const started: Issued[] = []
  for (let i = 0; i < 6; i++) started.push(await ask(app, over))
  assert.equal(count(started), 5)
  let compared = 0
  for (const issued of started.slice(0, 4)) {
    const wrong = (await codeOf(app, idOf(issued))) === '000000' ? '000001' : '000000'
    for (let i = 0; i < 5; i++) await checkCode(app.ctx, { ids: [idOf(issued)], sessionId: null, code: wrong })
    compared += (await rowOf(app, idOf(issued))).checks
  }
  assert.equal(compared, 10)
  await app.close()
})

test('a wrong password from strangers does not lock the owner’s browser out', async () => {
  const lobby = await openLobby()
  const owner = await lobby.join('Guest Wi-Fi', { login: 'owner', phone: '+15555558801' })
  await owner.post(lobby.path('logout'), {})
  await owner.post(lobby.path('login'), { login: 'owner', password: PASSWORD })
  await owner.post(lobby.path('logout'), {})
  for (let i = 0; i < 10; i++) await lobby.guest().post(lobby.path('login'), { login: 'owner', password: 'wrong words' })
  assert.equal((await lobby.guest().post(lobby.path('login'), { login: 'owner', password: PASSWORD })).status, 429)
  assert.equal((await owner.post(lobby.path('login'), { login: 'owner', password: PASSWORD })).status, 303)
  await lobby.close()
})

test('numbers of the portal’s own country alone are served unless it lists others, in the portal and the API alike', async () => {
  const lobby = await openLobby()
  const [portal = ''] = lobby.ctx.catalogue.now.splashPortals.keys()
  const status = async (to: string) => (await lobby.api('POST', '/validations', { channel: 'sms', to })).status
  // The United States, Canada, the Bahamas, Jamaica, the Dominican Republic: all of them +1.
  const CARIBBEAN = ['+12423591234', '+18762101234', '+18092345678', '+14735201234', '+17672751234']
  assert.equal(await status('+12025550143'), 201)
  for (const to of ['+14165550123', '+447400123456', '+33612345678', ...CARIBBEAN]) assert.equal(await status(to), 422, to)
  const page = await lobby.guest().post(lobby.path('sign_up'), {
    usage_plan_id: lobby.plan('Guest Wi-Fi'),
    phone: '+18762101234',
    password: PASSWORD,
    password_confirmation: PASSWORD,
  })
  assert.match(textOf(page), /Numbers of this country are not accepted here/)
  await lobby.api('PATCH', `/splash_portals/${portal}`, { allowed_countries: ['US', 'JM'] })
  assert.deepEqual([await status('+18762101234'), await status('+12423591234')], [201, 422])
  await lobby.api('PATCH', `/splash_portals/${portal}`, { allowed_countries: ['*'] })
  assert.deepEqual([await status('+12423591234'), await status('+447400123456')], [201, 201])
  await lobby.close()
})

/** The answer to the puzzle of a page, found as its script finds it. */
function solve(page: Page): Record<string, string> {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? ''
  const puzzle = value('puzzle')
  const bits = Number(/data-bits="(\d+)"/.exec(page.text)?.[1])
  const mac = puzzle.slice(puzzle.lastIndexOf('.') + 1)
  for (let answer = 0; ; answer++)
    if (Math.clz32(createHash('sha256').update(`${mac}:${answer}`).digest().readUInt32BE()) >= bits)
      return { puzzle, puzzle_answer: String(answer), puzzle_form: value('puzzle_form') }
}

async function crowdedLobby() {
  const lobby = await openLobby({ config: { trustedProxies: ['127.0.0.1/32'] } })
  await lobby.api('PATCH', '/limits', { portal_sends_per_hour: 1, puzzle_bits: 10 })
  await lobby.guest().submit(lobby.path('sign_up'), {
    usage_plan_id: lobby.plan('Day pass'),
    email: 'first@example.com',
    password: PASSWORD,
    password_confirmation: PASSWORD,
  })
  const join = (guest: Guest, email: string) =>
    guest.post(lobby.path('sign_up'), {
      usage_plan_id: lobby.plan('Day pass'),
      email,
      password: PASSWORD,
      password_confirmation: PASSWORD,
    })
  return { lobby, join }
}

test('past a limit that a crowd shares a solved puzzle makes room for one code, without typing anything again', async () => {
  const { lobby, join } = await crowdedLobby()
  const guest = lobby.guest()
  const refused = await join(guest, 'second@example.com')
  assert.equal(refused.status, 429)
  assert.ok(Number(refused.headers.get('retry-after')) > 0)
  assert.match(textOf(refused), /Many codes are being asked for at the moment, and not by you alone\. Try again in/)
  assert.match(refused.headers.get('content-security-policy') ?? '', /script-src 'self'/)
  assert.doesNotMatch(refused.text, new RegExp(PASSWORD))
  const [, script = ''] = /<script src="([^"]+)" defer>/.exec(refused.text) ?? []
  assert.match((await guest.get(script)).headers.get('content-type') ?? '', /javascript/)

  const solved = solve(refused)
  assert.equal((await guest.post(lobby.path('sign_up'), { ...solved, puzzle_answer: '' })).status, 429, 'not solved')
  assert.equal((await lobby.guest().post(lobby.path('sign_up'), solved)).status, 422, 'another browser’s')
  assert.equal((await guest.post(lobby.path('forgot_password'), solved)).status, 422, 'another page’s')
  const page = await guest.post(lobby.path('sign_up'), solved)
  assert.equal(page.status, 303)
  assert.equal((await guest.post(lobby.path('sign_up'), solved)).status, 429, 'spent')
  assert.ok(await lobby.nextCode('second@example.com'))
  await lobby.close()
})

test('twenty browsers’ worth of requests with one solved puzzle at once: one gets a code', async () => {
  const { lobby, join } = await crowdedLobby()
  const guest = lobby.guest()
  const solved = solve(await join(guest, 'third@example.com'))
  const answers = await Promise.all(Array.from({ length: 20 }, () => guest.post(lobby.path('sign_up'), solved)))
  assert.equal(answers.filter(({ status }) => status === 303).length, 1)
  await lobby.close()
})

test('a puzzle is too late after five minutes, and grows harder with the crowd', async () => {
  const { lobby, join } = await crowdedLobby()
  const bitsOf = (page: Page) => Number(/data-bits="(\d+)"/.exec(page.text)?.[1])
  const guest = lobby.guest()
  const page = await join(guest, 'late@example.com')
  const solved = solve(page)
  lobby.clock.advance(301)
  assert.equal((await guest.post(lobby.path('sign_up'), solved)).status, 429)
  for (let i = 0; i < 6; i++) {
    const other = lobby.guest()
    assert.equal((await other.post(lobby.path('sign_up'), solve(await join(other, `crowd${i}@example.com`)))).status, 303)
  }
  assert.equal(bitsOf(await join(lobby.guest(), 'last@example.com')), bitsOf(page) + 2)
  await lobby.close()
})

test('an unknown account is refused at the same count as a known one, by whatever limit', async () => {
  const lobby = await openLobby({ config: { trustedProxies: ['127.0.0.1/32'] } })
  await lobby.join('Guest Wi-Fi', { login: 'known', phone: '+15555558802' })
  const at = async (login: string, address: string) => {
    const statuses = []
    for (let i = 0; i < 4; i++) {
      const response = await lobby.request(lobby.path('forgot_password'), {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': address },
        body: new URLSearchParams({ login }).toString(),
      })
      statuses.push(response.status)
    }
    return statuses
  }
  await lobby.api('PATCH', '/limits', { address_sends_per_hour: 2, prefix_sends_per_hour: 1, safe_prefixes: [] })
  assert.deepEqual(await at('known', '203.0.113.90'), [303, 303, 429, 429])
  assert.deepEqual(await at('unheard-of', '203.0.113.91'), [303, 303, 429, 429])
  await lobby.close()
})

test('300 validations over the API in a row are all taken', async () => {
  const app = await openApp()
  for (let i = 0; i < 300; i++)
    assert.equal(
      (await app.api('POST', '/validations', { channel: 'sms', to: `+1555555${String(i).padStart(4, '0')}` })).status,
      201,
    )
  await app.close()
})

test('an operator reads and changes the limits; what makes no sense is refused', async () => {
  const app = await openApp(ONLY)
  const read = (await app.api('GET', '/limits')).body
  assert.deepEqual(read.safe_prefixes, ['+4420'])
  assert.equal(read.address_sends_per_hour, 20)
  const changed = await app.api('PATCH', '/limits', {
    address_sends_per_hour: null,
    spend_max: { USD: { daily: '2.50', monthly: null } },
  })
  assert.deepEqual(
    [changed.body.address_sends_per_hour, changed.body.spend_max],
    [null, { USD: { daily: '2.5', monthly: null } }],
  )
  const [event] = (await app.api('GET', '/audit_events?resource=limits')).body.data
  assert.deepEqual([event.action, event.resource], ['update', 'limits'])
  for (const wrong of [
    { address_sends_per_hour: 0 },
    { breaker: 'maybe' },
    { breaker_percent: 100 },
    { safe_prefixes: ['1555'] },
    { safe_countries: ['ZZ'] },
    { spend_max: { dollars: { daily: '1', monthly: null } } },
    { spend_max: { USD: { daily: '-1', monthly: null } } },
    { unheard_of: 1 },
  ])
    assert.equal((await app.api('PATCH', '/limits', wrong)).status, 422, JSON.stringify(wrong))
  await app.close()
})

test('what all gateways of a currency may spend holds exactly under parallel messages on two nodes', async () => {
  const app = await openApp({ spend_max: { USD: { daily: '1', monthly: null } } })
  const other = await createTestApp({ database: app.database, clock: app.clock, schedule: false })
  const gateways: SmsGateway[] = []
  for (const [name, currency] of [
    ['Dollars one', 'USD'],
    ['Dollars two', 'USD'],
    ['Euros', 'EUR'],
  ]) {
    const { body } = await app.api('POST', '/sms_gateways', { name, provider: 'simulator', from: '+15555550100', currency })
    await app.ctx.catalogue.reload()
    gateways.push(app.ctx.catalogue.now.smsGateways.get(body.id) as SmsGateway)
  }
  await other.ctx.catalogue.reload()
  const take = (gateway: SmsGateway | undefined, i: number) =>
    takePermit((i % 2 ? app : other).ctx, gateway as SmsGateway, 100_000)
  const dollars = await Promise.all(Array.from({ length: 200 }, (_, i) => take(gateways[i % 3 ? 0 : 1], i)))
  assert.equal(dollars.filter(({ outcome }) => outcome === 'granted').length, 10)
  assert.ok(dollars.every(({ outcome }) => outcome === 'granted' || outcome === 'spent'))
  const euros = await Promise.all(Array.from({ length: 20 }, (_, i) => take(gateways[2], i)))
  assert.equal(euros.filter(({ outcome }) => outcome === 'granted').length, 20, 'another currency has no limit')
  // What turns out cheaper gives its share back.
  await correctSpend(app.ctx, gateways[0] as SmsGateway, -200_000, app.clock.now())
  const more = await Promise.all(Array.from({ length: 5 }, (_, i) => take(gateways[1], i)))
  assert.equal(more.filter(({ outcome }) => outcome === 'granted').length, 2)
  app.clock.advance(86_400)
  assert.equal((await take(gateways[0], 0)).outcome, 'granted', 'a new day')
  await Promise.all([other.close(), app.close()])
})

test('what may be spent in a day and a month holds at midnight too, for one who is late, and is not held up by one who is days ahead', async () => {
  const app = await openApp({ spend_max: { USD: { daily: '1', monthly: '1' } } })
  const clocks = [createClock(true), createClock(true), createClock(true)] as const
  const start = app.clock.now()
  const nextMonth = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1)
  // A minute before the next month, a minute after it, and three months ahead.
  for (const [i, clock] of clocks.entries())
    clock.advance((nextMonth - start.getTime()) / 1000 + ([-60, 60, 90 * 86_400][i] ?? 0))
  const nodes = await Promise.all(clocks.map(clock => createTestApp({ database: app.database, clock, schedule: false })))
  const limits = { daily_spend_max: '0.50', monthly_spend_max: '0.50' }
  const made = await app.api('POST', '/sms_gateways', {
    name: 'Midnight',
    provider: 'simulator',
    from: '+15555550100',
    ...limits,
  })
  for (const node of nodes) await node.ctx.catalogue.reload()
  const [late, early, astray] = nodes
  const take = async (node: TestApp | undefined, gatewayId: string) => {
    const gateway = node?.ctx.catalogue.now.smsGateways.get(gatewayId) as SmsGateway
    return (await takePermit((node as TestApp).ctx, gateway, 100_000)).outcome
  }
  const granted = async (turns: (TestApp | undefined)[], gatewayId: string) => {
    let n = 0
    for (const node of turns) if ((await take(node, gatewayId)) === 'granted') n++
    return n
  }
  const inTurns = Array.from({ length: 20 }, (_, i) => (i % 2 ? late : early))
  assert.equal(await granted(inTurns, made.body.id), 5, 'of the gateway')
  const other = await app.api('POST', '/sms_gateways', { name: 'Midnight too', provider: 'simulator', from: '+15555550100' })
  for (const node of nodes) await node.ctx.catalogue.reload()
  assert.equal(await granted(inTurns, other.body.id), 5, 'of the total, five of whose ten the first has spent')
  // Whose clock is astray counts for itself.
  assert.equal(await take(astray, made.body.id), 'granted')
  assert.equal(await granted(inTurns, made.body.id), 5)
  await Promise.all([app, ...nodes].map(node => node.close()))
})

test('what the total refuses takes nothing of the gateway’s own limit, and the other way round', async () => {
  const app = await openApp({ spend_max: { USD: { daily: '1', monthly: '10' } } })
  const { body } = await app.api('POST', '/sms_gateways', {
    name: 'Both',
    provider: 'simulator',
    from: '+15555550100',
    daily_spend_max: '0.50',
  })
  await app.ctx.catalogue.reload()
  const gateway = app.ctx.catalogue.now.smsGateways.get(body.id) as SmsGateway
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => takePermit(app.ctx, gateway, 100_000)))
  assert.equal(outcomes.filter(({ outcome }) => outcome === 'granted').length, 5)
  const spent = await app.database.query(
    'select day_micros::int, month_micros::int from spend_usage union all select day_micros::int, month_micros::int from sms_gateway_usage',
  )
  assert.deepEqual(spent, [
    { day_micros: 500_000, month_micros: 500_000 },
    { day_micros: 500_000, month_micros: 500_000 },
  ])
  await app.close()
})
