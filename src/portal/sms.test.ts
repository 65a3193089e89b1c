import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Guest } from '../../test/harness.ts'
import { openLobby, PASSWORD, SENDING, TOUCHED, textOf } from '../../test/lobby.ts'

const lobby = await openLobby()
const PATH = lobby.path('sms')
const TOKEN = lobby.path('sms_token')
const carrier = [...lobby.ctx.catalogue.now.carriers.values()].find(({ name }) => name === 'Verizon')
assert.ok(carrier)
const carrierId = carrier.id
const group = [...lobby.ctx.catalogue.now.accountGroups.values()].find(({ name }) => name === 'SMS')
assert.ok(group)

let numbers = 0
const nextPhone = () => `+1555555${String(7000 + ++numbers)}`
/** Where a carrier's gateway gets the messages for a number. */
const atCarrier = (phone: string) => `${phone.slice(2)}@vtext.com`
const ask = (form: Record<string, string>, guest: Guest = lobby.guest()) =>
  guest.post(PATH, { first_name: 'Lee', last_name: 'Park', email: 'lee@example.com', carrier_id: carrierId, ...form })

test('the token comes by the carrier’s email gateway; entering it signs in to the SMS group without a limit', async () => {
  const phone = nextPhone()
  const guest = lobby.guest()
  const answer = await lobby.changing(['accounts', 'sessions', ...SENDING], () => ask({ phone }, guest))
  assert.equal(answer.location, TOKEN)
  const [pending] = (await lobby.rows('accounts')).slice(-1)
  assert.equal(pending?.status, 'pending')
  const page = await guest.get(TOKEN)
  assert.match(page.text, /<input id="token" name="token" type="text" autocomplete="one-time-code" inputmode="numeric"/)
  assert.match(textOf(page), /some carriers drop such messages.*Other ways to get online/)
  const message = await lobby.nextMessage(atCarrier(phone))
  assert.equal(message.channel, 'email_to_sms')
  const token = /^\d{6}/.exec(message.text)?.[0] ?? ''
  assert.equal((await guest.get(lobby.path('status'))).status, 303, 'is not signed in before')
  const done = await lobby.changing(
    ['accounts', 'contact_budgets', 'failure_counters', 'known_devices', 'limit_counters', 'sessions', 'validations'],
    () => guest.submit(TOKEN, { token }),
  )
  assert.match(textOf(done), /Welcome! You are signed in.*SMS.*No time limit/)
  const [account] = (await lobby.rows('accounts')).slice(-1)
  assert.equal(account?.status, 'active')
  assert.equal(account?.account_group_id, group.id)
  assert.equal(account?.unlimited_usage, true)
  assert.equal(account?.usage_plan_id, null)
  assert.equal(account?.phone, phone)
  assert.ok(account?.phone_validated_at)
  assert.equal(account?.email_validated_at, null)
})

test('a second sign-up with the same number reuses the account, which changes only when the token is entered', async () => {
  const phone = nextPhone()
  const first = lobby.guest()
  await ask({ phone }, first)
  await first.submit(TOKEN, { token: await lobby.nextCode(atCarrier(phone)) })
  const accounts = await lobby.rows('accounts')
  const second = lobby.guest()
  await lobby.changing(['sessions', ...SENDING], () => ask({ phone, first_name: 'Somebody', last_name: 'Else' }, second))
  const stranger = await second.post(lobby.path('update_contact'), { phone: nextPhone() })
  assert.equal(stranger.status, 303)
  assert.deepEqual(await lobby.rows('accounts'), accounts)
  assert.equal((await second.get(lobby.path('status'))).status, 303, 'nor is anything of it seen')
  await second.submit(TOKEN, { token: await lobby.nextCode(atCarrier(phone)) })
  const after = await lobby.rows('accounts')
  assert.equal(after.length, accounts.length)
  assert.equal(after.at(-1)?.first_name, 'Lee')
  assert.equal((await second.get(lobby.path('status'))).status, 200)
})

test('of several who ask with one number, who has the phone keeps the account and the others are gone', async () => {
  const phone = nextPhone()
  const before = (await lobby.rows('accounts')).length
  const [squatter, owner] = [lobby.guest(), lobby.guest()]
  await ask({ phone }, squatter)
  const token = await lobby.nextCode(atCarrier(phone))
  await ask({ phone }, owner)
  await owner.submit(TOKEN, { token: await lobby.nextCode(atCarrier(phone)) })
  assert.equal((await lobby.rows('accounts')).length, before + 1)
  assert.equal((await squatter.post(TOKEN, { token })).status, 422)
})

test('a number that has proven a plan’s account moves to the SMS group’s new one', async () => {
  const phone = nextPhone()
  await lobby.join('Guest Wi-Fi', { login: 'planned', phone })
  const guest = lobby.guest()
  await ask({ phone }, guest)
  assert.ok((await lobby.account('planned')).phone_validated_at, 'not before the token')
  await guest.submit(TOKEN, { token: await lobby.nextCode(atCarrier(phone)) })
  assert.equal((await lobby.account('planned')).phone, null)
})

test('a number whose account is blocked gets the same page and nothing else', async () => {
  const phone = nextPhone()
  await lobby.join('Guest Wi-Fi', { login: 'barred', phone })
  const { id } = await lobby.account('barred')
  await lobby.api('PATCH', `/accounts/${id}`, { status: 'blocked' })
  const answer = await lobby.changing(['contact_budgets', 'limit_counters', 'sessions', 'validations'], () => ask({ phone }))
  assert.equal(answer.location, TOKEN)
})

test('each mistake is told beside its field, and nothing is written', async () => {
  const phone = nextPhone()
  const cases: [Record<string, string>, string][] = [
    [{ phone: '' }, 'phone'],
    [{ phone: '1' }, 'phone'],
    [{ phone, carrier_id: '' }, 'carrier_id'],
    [{ phone, carrier_id: 'nonsense' }, 'carrier_id'],
    [
      { phone, carrier_id: [...lobby.ctx.catalogue.now.carriers.values()].find(({ status }) => status === 'retired')?.id ?? '' },
      'carrier_id',
    ],
    [{ phone: '+447400123456' }, 'phone'],
    [{ phone, email: 'nobody' }, 'email'],
    [{ phone, first_name: 'x'.repeat(101) }, 'first_name'],
  ]
  await lobby.changing([], async () => {
    for (const [form, field] of cases) {
      const page = await ask(form)
      assert.equal(page.status, 422, JSON.stringify(form))
      assert.match(page.text, new RegExp(`<p class="error" id="${field}-error">`), JSON.stringify(form))
    }
  })
})

test('a wrong token, one in another browser and one that has run out are refused with the same page', async () => {
  const phone = nextPhone()
  const guest = lobby.guest()
  await ask({ phone }, guest)
  const token = await lobby.nextCode(atCarrier(phone))
  await lobby.countMessages()
  const pages = [await guest.post(TOKEN, { token: '' })]
  for (let i = 0; i < 5; i++) pages.push(await guest.post(TOKEN, { token: lobby.wrong(token) }))
  pages.push(await guest.post(TOKEN, { token }))
  lobby.clock.advance(601)
  pages.push(await guest.post(TOKEN, { token }))
  for (const page of pages) assert.equal(page.status, 422)
  assert.equal(new Set(pages.map(({ text }) => text)).size, 1)
  const other = lobby.guest()
  await ask({ phone: nextPhone() }, other)
  assert.equal((await other.post(TOKEN, { token })).status, 422)
  assert.equal((await lobby.guest().post(TOKEN, { token })).location, `${PATH}?notice=session_over`)
  assert.equal((await lobby.guest().get(TOKEN)).location, `${PATH}?notice=session_over`)
})

test('the token can be sent again, and asked for anew when it has run out', async () => {
  const phone = nextPhone()
  const guest = lobby.guest()
  await ask({ phone }, guest)
  const token = await lobby.nextCode(atCarrier(phone))
  const resend = () => guest.post(lobby.path('resend_validation_code'), { purpose: 'free_sms' })
  assert.equal((await lobby.changing([], resend)).status, 429)
  lobby.clock.advance(30)
  assert.equal((await resend()).location, `${TOKEN}?notice=code_sent`)
  assert.equal(await lobby.nextCode(atCarrier(phone)), token)
  lobby.clock.advance(601)
  assert.equal((await lobby.changing([], resend)).location, `${PATH}?notice=token_over`)
})

test('too many tokens to a number are refused', async () => {
  const phone = nextPhone()
  for (let i = 0; i < 5; i++) await ask({ phone })
  const page = await lobby.changing(TOUCHED, () => ask({ phone }))
  assert.equal(page.status, 429)
  assert.ok(Number(page.headers.get('retry-after')) > 0)
})

test('the way in is there only with the group, a living carrier and a mail server', async () => {
  const isOffered = async () => {
    const splash = (await lobby.guest().get(lobby.path(''))).text.includes(`href="${PATH}"`)
    const page = await lobby.guest().get(PATH)
    const sent = await lobby.guest().post(PATH, { phone: nextPhone(), carrier_id: carrierId })
    assert.equal(page.status, splash ? 200 : 404)
    assert.equal(sent.status, splash ? 303 : 404)
    if (!splash) assert.match(textOf(page), /not available at the moment.*Other ways/)
    return splash
  }
  const [mailServerId = ''] = lobby.ctx.catalogue.now.mailServers.keys()
  assert.equal(await isOffered(), true)
  await lobby.api('PATCH', `/account_groups/${group.id}`, { name: 'sms' })
  assert.equal(await isOffered(), false, 'the name is exactly SMS')
  await lobby.api('PATCH', `/account_groups/${group.id}`, { name: 'SMS' })
  await lobby.api('PATCH', `/mail_servers/${mailServerId}`, { enabled: false })
  assert.equal(await isOffered(), false)
  await lobby.api('PATCH', `/mail_servers/${mailServerId}`, { enabled: true })
  await lobby.api('PATCH', `/carriers/${carrierId}`, { status: 'retired' })
  assert.equal(await isOffered(), false)
  await lobby.api('PATCH', `/carriers/${carrierId}`, { status: 'degraded' })
  assert.equal(await isOffered(), true)
  lobby.clock.advance(3650 * 86_400)
  assert.equal(await isOffered(), false, 'and ends by itself with the carrier’s last day')
})

test('an account of the SMS group has no password to guess', async () => {
  const [account] = await lobby.rows('accounts')
  assert.equal(account?.password_hash, null)
  for (const password of ['', ' ', 'null', PASSWORD])
    assert.equal((await lobby.guest().post(lobby.path('login'), { login: account?.login, password })).status, 422)
})

test('the page says which carriers of the country are dead, and marks what may not arrive', async () => {
  const showing = async (locale: string) => textOf(await lobby.guest().get(`${PATH}?locale=${locale}`))
  await lobby.api('POST', `/carriers/${carrierId}/reset`)
  await lobby.database.query('update carriers set sunset_on = null')
  await lobby.ctx.catalogue.reload()
  const page = await showing('en')
  assert.match(page, /Alltel, AT&T, Metro by T-Mobile, Nextel, Sprint, and T-Mobile no longer take messages this way\./)
  assert.doesNotMatch(page, /MMS|Rogers/)
  assert.match(page, /Verizon \(US\) – may not arrive/)
  assert.match(await showing('de'), /Alltel, AT&T, Metro by T-Mobile, Nextel, Sprint und T-Mobile nehmen auf diesem Weg keine/)
  assert.match(await showing('es'), /Sprint y T-Mobile ya no aceptan mensajes.*puede no llegar/)
  assert.match(await showing('fr'), /Sprint et T-Mobile n’acceptent plus.*peut ne pas arriver/)
  await lobby.api('PATCH', `/carriers/${carrierId}`, { status: 'active' })
  assert.match(await showing('en'), /Verizon \(US\) /)
  assert.doesNotMatch(await showing('en'), /may not arrive/)
})

test('one dead carrier is told in the singular, and without any the hint is the general one', async () => {
  const [portalId] = lobby.ctx.catalogue.now.splashPortals.keys()
  await lobby.api('PATCH', `/splash_portals/${portalId}`, { default_country: 'DE' })
  const showing = async () => textOf(await lobby.guest().get(`${PATH}?locale=en`))
  assert.match(await showing(), /Carriers that no longer deliver are not listed\./)
  const { body } = await lobby.api('POST', '/carriers', {
    name: 'Gone',
    country: 'DE',
    address_template: '{number}@gone.example',
    status: 'retired',
  })
  assert.match(await showing(), / Gone no longer takes messages this way\./)
  await lobby.api('DELETE', `/carriers/${body.id}`)
  await lobby.api('PATCH', `/splash_portals/${portalId}`, { default_country: 'US' })
})

test('a suspended carrier is neither offered nor taken, and is named among the dead', async () => {
  const { body: other } = await lobby.api('POST', '/carriers', {
    name: 'Acme',
    country: 'US',
    address_template: '{number}@acme.example',
    status: 'active',
  })
  await lobby.api('POST', `/carriers/${carrierId}/reset`)
  await lobby.database.query(`update carriers set sunset_on = null, health = 'suspended' where id = $1`, [carrierId])
  await lobby.ctx.catalogue.reload()
  const page = await lobby.guest().get(PATH)
  assert.ok(page.text.includes(other.id) && !page.text.includes(carrierId))
  assert.match(textOf(page), /and Verizon no longer take messages this way/)
  const sent = await lobby.changing([], () => ask({ phone: nextPhone() }))
  assert.equal(sent.status, 422)
  await lobby.api('DELETE', `/carriers/${other.id}`)
  assert.equal((await lobby.guest().get(PATH)).status, 404, 'the last one that was alive is gone')
})
