import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TOTP } from 'otpauth'
import { en } from '../../console/phrases/en.ts'
import { addSeconds } from '../../src/lib/clock.ts'
import {
  ADMIN_PASSWORD,
  type AdministratorBrowser,
  makeAdministrator,
  openAdministratorBrowser,
} from '../administrator-browser.ts'
import { readOpenApi } from '../api.ts'
import { importCsv } from '../csv.ts'
import { type Authenticator, createAuthenticator } from '../fakes/authenticator.ts'
import { type ApiAnswer, freePort } from '../harness.ts'
import { openLobby, PASSWORD } from '../lobby.ts'

const port = await freePort()
const origin = `http://localhost:${port}`
const lobby = await openLobby({ config: { port, publicUrl: origin, testClock: true } })
const { api, clock, ctx } = lobby

/** Secrets that are put in: none of them is to be read anywhere in the trail. */
const SECRET = 'kingfisher-over-the-weir'

// What changes nothing that an administrator decides about, and why it is not written down.
const NOT_AUDITED: Record<string, string> = {
  start_validation: 'the validation is the record; programs start them by the thousand, and writers of the trail wait in a row',
  check_validation: 'the try is counted by the validation',
  check_sms_gateway: 'asks the provider and changes nothing',
  check_mail_servers: 'asks the server and changes nothing',
  check_carrier: 'looks now at what is looked at daily anyhow',
  preview_message: 'shows what is not kept',
  preview_page: 'shows what is not kept',
  sign_in_passkey_options: 'a challenge is good for nothing by itself',
  confirm_me_options: 'a challenge is good for nothing by itself',
  begin_my_passkey: 'a challenge is good for nothing by itself',
  advance_test_clock: 'is there in tests alone',
}

type Run = () => Promise<ApiAnswer>
/** By operation: gets everything ready, and returns the call that succeeds. */
const SCENARIOS: Record<string, () => Promise<Run> | Run> = {}

let made = 0
const next = () => ++made
const number = () => `+1555555${4000 + next()}`

async function create(path: string, body: object): Promise<string> {
  const answer = await api('POST', path, body)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body.id
}

const twilio = () => ({
  name: `Twilio ${next()}`,
  provider: 'twilio',
  from: '+14155550100',
  account_sid: 'AC0123456789abcdef0123456789abcdef',
  auth_token: SECRET,
})
const RECORDS: Record<string, { body: () => Promise<object> | object; change: object }> = {
  account_groups: { body: () => ({ name: `Guests ${next()}` }), change: { priority: 7 } },
  usage_plans: { body: () => ({ name: `Plan ${next()}`, validation_method: 'sms' }), change: { usage_minutes: 45 } },
  splash_portals: { body: () => ({ name: `Quay ${next()}` }), change: { brand_color: '#004466' } },
  sms_gateways: { body: twilio, change: { auth_token: `${SECRET}-too` } },
  sms_prices: {
    body: async () => ({ sms_gateway_id: await create('/sms_gateways', twilio()), country: 'US', price: '0.0079' }),
    change: { price: '0.01' },
  },
  accounts: { body: () => ({ login: `guest-${next()}`, phone: number(), password: SECRET }), change: { status: 'blocked' } },
  carriers: {
    body: () => ({ name: `Mobile ${next()}`, country: 'US', address_template: '{number}@sms.example.com' }),
    change: { address_template: '{number}@mms.example.com' },
  },
  mail_servers: {
    body: () => ({
      name: `Relay ${next()}`,
      host: 'smtp.example.com',
      username: 'wifi',
      password: SECRET,
      from: 'wifi@example.com',
    }),
    change: { password: `${SECRET} too` },
  },
  suppressions: {
    body: () => ({ channel: 'email', contact: `gone-${next()}@example.com` }),
    change: { note: 'by letter' },
  },
  administrators: { body: () => ({ login: `admin-${next()}`, password: SECRET }), change: { role: 'owner' } },
  api_keys: { body: () => ({ name: `Key ${next()}` }), change: { role: 'read_only' } },
}
for (const [name, { body, change }] of Object.entries(RECORDS)) {
  SCENARIOS[`create_${name}`] = async () => {
    const given = await body()
    return () => api('POST', `/${name}`, given)
  }
  SCENARIOS[`update_${name}`] = async () => {
    const id = await create(`/${name}`, await body())
    return () => api('PATCH', `/${name}/${id}`, change)
  }
  SCENARIOS[`delete_${name}`] = async () => {
    const id = await create(`/${name}`, await body())
    return () => api('DELETE', `/${name}/${id}`)
  }
}

const FILES: Record<string, string> = {
  accounts: `login,password\nimported,${SECRET}\n`,
  account_groups: 'name\nImported\n',
  usage_plans: 'name,validation_method\nImported,sms\n',
  splash_portals: 'name\nImported\n',
  sms_gateways: `name,provider,from,account_sid,auth_token\nImported,twilio,'+14155550100,AC0123456789abcdef0123456789abcdef,${SECRET}\n`,
  mail_servers: `name,host,username,password,from\nImported,smtp.example.com,wifi,${SECRET},wifi@example.com\n`,
  carriers: 'name,country,address_template\nImported,US,{number}@sms.example.com\n',
  suppressions: 'channel,contact\nemail,imported@example.com\n',
}
for (const [name, file] of Object.entries(FILES))
  SCENARIOS[`import_${name}`] = () => async () => {
    const answer = await importCsv(lobby, `/${name}/import`, file)
    assert.equal(answer.body.created, 1, JSON.stringify(answer.body))
    return answer
  }

/** A guest who has proven a number and is signed in. */
async function proven(): Promise<{ id: string; phone: string }> {
  const login = `proven-${next()}`
  const phone = number()
  await lobby.join('Guest Wi-Fi', { login, phone, email: `${login}@example.com` })
  return { id: (await lobby.account(login)).id, phone }
}

async function pendingValidation(): Promise<string> {
  const id = await create('/validations', { channel: 'sms', to: number() })
  clock.advance(61)
  return id
}

const logo = async (method: string, id: string): Promise<ApiAnswer> => {
  const response = await lobby.request(`/api/v1/splash_portals/${id}/logo`, {
    method,
    headers: { authorization: `Bearer ${lobby.config.apiKey}`, ...(method === 'POST' && { 'content-type': 'image/gif' }) },
    ...(method === 'POST' && { body: 'GIF89a\x01\x00\x01\x00' }),
  })
  return { status: response.status, headers: response.headers, body: await response.text() }
}
const portal = () => create('/splash_portals', { name: `Logo ${next()}` })

Object.assign(SCENARIOS, {
  import_sms_prices: async () => {
    const id = await create('/sms_gateways', twilio())
    return () => importCsv(lobby, `/sms_gateways/${id}/prices/import`, 'country,price\nUS,0.0079\n')
  },
  test_sms_gateway: async () => {
    const id = await create('/sms_gateways', { name: `Phones ${next()}`, provider: 'simulator' })
    return () => api('POST', `/sms_gateways/${id}/test`, { to: '+15555550123' })
  },
  test_mail_servers: async () => {
    const id = await create('/mail_servers', { name: `Mails ${next()}`, provider: 'simulator', from: 'wifi@example.com' })
    return () => api('POST', `/mail_servers/${id}/test`, { to: 'ana@example.com' })
  },
  upload_logo: async () => {
    const id = await portal()
    return () => logo('POST', id)
  },
  delete_logo: async () => {
    const id = await portal()
    await logo('POST', id)
    return () => logo('DELETE', id)
  },
  forget_devices: async () => {
    const { id } = await proven()
    return () => api('POST', `/accounts/${id}/forget_devices`, {})
  },
  sign_out_account: async () => {
    const { id } = await proven()
    return () => api('POST', `/accounts/${id}/sign_out`, {})
  },
  resend_account_code: async () => {
    const login = `waiting-${next()}`
    const secrets = { password: PASSWORD, password_confirmation: PASSWORD }
    const form = { usage_plan_id: lobby.plan('Guest Wi-Fi'), login, phone: number(), ...secrets }
    await lobby.guest().submit(lobby.path('sign_up'), form)
    const { id } = await lobby.account(login)
    clock.advance(61)
    return () => api('POST', `/accounts/${id}/resend_code`, {})
  },
  start_password_reset: async () => {
    const { id } = await proven()
    return () => api('POST', `/accounts/${id}/start_password_reset`, {})
  },
  erase_account: async () => {
    const { id } = await proven()
    await lobby.countMessages()
    return () => api('POST', `/accounts/${id}/erase`)
  },
  export_person: async () => {
    const { phone } = await proven()
    return () => api('POST', '/persons/export', { phone })
  },
  erase_person: async () => {
    const { phone } = await proven()
    await lobby.countMessages()
    return () => api('POST', '/persons/erase', { phone })
  },
  resend_validation: async () => {
    const id = await pendingValidation()
    return () => api('POST', `/validations/${id}/resend`, {})
  },
  cancel_validation: async () => {
    const id = await pendingValidation()
    return () => api('POST', `/validations/${id}/cancel`, {})
  },
  reset_carrier: async () => {
    const { id, address_template } = (await api('GET', '/carriers?q=verizon')).body.data[0]
    await api('PATCH', `/carriers/${id}`, { address_template: address_template.replace('@', '@old.') })
    return () => api('POST', `/carriers/${id}/reset`, {})
  },
  update_limits: () => () =>
    api('PATCH', '/limits', { spend_max: { USD: { daily: '20', monthly: null } }, captcha_secret: SECRET }),
  update_settings: () => () => api('PATCH', '/settings', { operator_name: 'Hotel Aurora' }),
  delete_blocks: async () => {
    await lobby.database.query(
      `insert into limit_counters (key, minutes, sends, proofs, blocked_at, blocked_until, strikes, touched_at)
       values ('prefix:+1555', '{}', '{}', '{}', $1, $2, 1, $1)`,
      [clock.now(), addSeconds(clock.now(), 3600)],
    )
    const { id } = (await api('GET', '/blocks')).body.data[0]
    return () => api('DELETE', `/blocks/${id}`)
  },
})

interface Signed {
  id: string
  login: string
  browser: AdministratorBrowser
  secret: string
  recoveryCodes: string[]
  phone: Authenticator
}

/** An administrator who is signed in, with an app where `app` says so. */
async function signedIn({ app = false } = {}): Promise<Signed> {
  const login = `signed-${next()}`
  const id = await makeAdministrator(lobby, { login })
  const browser = openAdministratorBrowser(lobby)
  await browser.signIn(login)
  const signed: Signed = { id, login, browser, secret: '', recoveryCodes: [], phone: createAuthenticator(origin) }
  if (!app) return signed
  signed.secret = (await browser.api('POST', '/me/totp')).body.secret
  const confirmed = await browser.api('POST', '/me/totp/confirm', { code: codeOf(signed) })
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body))
  clock.advance(31)
  return { ...signed, recoveryCodes: confirmed.body.recovery_codes }
}

const codeOf = ({ secret }: Signed) => new TOTP({ secret }).generate({ timestamp: clock.now().getTime() })

async function addPasskey({ browser, phone }: Signed): Promise<ApiAnswer> {
  const { challenge_id, options } = (await browser.api('POST', '/me/passkeys/options')).body
  return browser.api('POST', '/me/passkeys', { challenge_id, response: phone.create(options), name: 'Phone' })
}

Object.assign(SCENARIOS, {
  reset_second_factor: async () => {
    const { id } = await signedIn({ app: true })
    return () => api('POST', `/administrators/${id}/reset_second_factor`)
  },
  sign_out_administrator: async () => {
    const { id } = await signedIn()
    return () => api('POST', `/administrators/${id}/sign_out`)
  },
  sign_in: async () => {
    const { login } = await signedIn()
    return () => openAdministratorBrowser(lobby).signIn(login)
  },
  sign_in_second_factor: async () => {
    const signed = await signedIn({ app: true })
    const credentials = { login: signed.login, password: ADMIN_PASSWORD }
    const { ticket } = (await signed.browser.api('POST', '/sign_in', credentials)).body
    return () => signed.browser.api('POST', '/sign_in/second_factor', { ticket, recovery_code: signed.recoveryCodes[0] })
  },
  sign_in_passkey: async () => {
    const signed = await signedIn()
    await addPasskey(signed)
    const { challenge_id, options } = (await signed.browser.api('POST', '/sign_in/passkey/options')).body
    return () => signed.browser.api('POST', '/sign_in/passkey', { challenge_id, response: signed.phone.get(options) })
  },
  sign_out: async () => {
    const { browser } = await signedIn()
    return () => browser.api('POST', '/sign_out')
  },
  update_me: async () => {
    const { browser } = await signedIn()
    return () => browser.api('PATCH', '/me', { name: 'Nina Night', password: `${SECRET} tonight` })
  },
  confirm_me: async () => {
    const { browser } = await signedIn()
    return () => browser.api('POST', '/me/confirm', { password: ADMIN_PASSWORD })
  },
  end_my_session: async () => {
    const { login, browser } = await signedIn()
    const other = (await openAdministratorBrowser(lobby).signIn(login)).body.me.session_id
    return () => browser.api('DELETE', `/me/sessions/${other}`)
  },
  end_my_other_sessions: async () => {
    const { login, browser } = await signedIn()
    await openAdministratorBrowser(lobby).signIn(login)
    return () => browser.api('POST', '/me/sessions/end_others')
  },
  begin_my_totp: async () => {
    const { browser } = await signedIn()
    return () => browser.api('POST', '/me/totp')
  },
  confirm_my_totp: async () => {
    const signed = await signedIn()
    signed.secret = (await signed.browser.api('POST', '/me/totp')).body.secret
    return () => signed.browser.api('POST', '/me/totp/confirm', { code: codeOf(signed) })
  },
  delete_my_totp: async () => {
    const { browser } = await signedIn({ app: true })
    return () => browser.api('DELETE', '/me/totp')
  },
  make_my_recovery_codes: async () => {
    const { browser } = await signedIn({ app: true })
    return () => browser.api('POST', '/me/recovery_codes')
  },
  add_my_passkey: async () => {
    const signed = await signedIn()
    return () => addPasskey(signed)
  },
  rename_my_passkey: async () => {
    const signed = await signedIn()
    const { id } = (await addPasskey(signed)).body
    return () => signed.browser.api('PATCH', `/me/passkeys/${id}`, { name: 'Old phone' })
  },
  delete_my_passkey: async () => {
    const signed = await signedIn()
    const { id } = (await addPasskey(signed)).body
    return () => signed.browser.api('DELETE', `/me/passkeys/${id}`)
  },
})

interface Event {
  action: string
  resource: string
  changes: Record<string, unknown>
}
const seen: (Event & { operation: string })[] = []

const document = await readOpenApi(lobby)
const operations = Object.values(document.paths).flatMap(methods =>
  Object.entries(methods)
    .filter(([method]) => !['get', 'parameters'].includes(method))
    .map(([, operation]) => (operation as unknown as { operationId: string }).operationId),
)

test('every operation that is no GET is either written down or says why not', () => {
  assert.ok(operations.length > 70)
  assert.deepEqual(operations.toSorted(), [...Object.keys(SCENARIOS), ...Object.keys(NOT_AUDITED)].sort())
})

for (const operation of Object.keys(SCENARIOS))
  test(`${operation} leaves an event that says what it changed`, async () => {
    const run = await SCENARIOS[operation]?.()
    const last = async () =>
      (
        await ctx.db.kysely
          .selectFrom('audit_events')
          .select(eb => eb.fn.max('number').as('number'))
          .executeTakeFirst()
      )?.number ?? 0
    const before = await last()
    const answer = await run?.()
    assert.ok(answer && answer.status < 300, JSON.stringify(answer?.body))
    const events = await lobby.database.query<Event>(
      'select action, resource, changes from audit_events where number > $1 order by number',
      [before],
    )
    assert.ok(events.length > 0, 'there is no event')
    seen.push(...events.map(event => ({ ...event, operation })))
    for (const { action, changes } of events) {
      // Of whom data were handed over is nothing that the trail may keep.
      if (action !== 'export') assert.ok(Object.keys(changes).length > 0, `${action} says nothing of what it did`)
      if (action === 'update' || action === 'reset')
        for (const [field, change] of Object.entries(changes)) {
          const isTold = typeof change === 'object' && change !== null && 'to' in change && 'from' in change
          assert.ok(isTold || ['set', 'changed', 'removed'].includes(String(change)), `${field}: ${JSON.stringify(change)}`)
        }
    }
  })

const changesOf = (operation: string) => seen.find(event => event.operation === operation)?.changes ?? {}

test('secrets show by what became of them, money and counts as they are; what is deleted is told as it was', () => {
  assert.equal(changesOf('create_sms_gateways').auth_token ?? changesOf('create_sms_gateways').credentials, 'set')
  assert.deepEqual(Object.values(changesOf('update_mail_servers')), ['changed'])
  assert.equal(changesOf('create_accounts').password, 'set')
  assert.equal(changesOf('confirm_my_totp').totp, 'set')
  assert.deepEqual(changesOf('delete_my_totp'), { totp: 'removed', recovery_codes: { from: 10, to: 0 } })
  assert.deepEqual(changesOf('make_my_recovery_codes'), { recovery_codes: { from: 10, to: 10 } })
  assert.deepEqual(changesOf('update_sms_prices'), { price: { from: '0.0079', to: '0.01' } })
  assert.deepEqual(changesOf('update_limits').spend_max, { from: {}, to: { USD: { daily: '20.00', monthly: null } } })
  assert.equal(changesOf('update_limits').captcha_secret, 'set')
  assert.deepEqual(changesOf('delete_usage_plans').validation_method, { from: 'sms' })
  assert.deepEqual(changesOf('delete_blocks').value, { from: '+1555' })
  assert.deepEqual(changesOf('delete_logo'), { logo: { from: { content_type: 'image/gif', bytes: 10 }, to: null } })
  assert.ok(!JSON.stringify(seen).includes(SECRET))
})

test('whatever is written down has words in the console', () => {
  const { actions } = en.resources.audit_events
  const kinds = { ...en.resources, ...en.gatehouse.other_resources }
  for (const { action, resource, operation } of seen) {
    assert.ok(action in actions, `${operation}: there is no phrase for the action ${action}`)
    assert.ok(resource in kinds, `${operation}: there is no phrase for ${resource}`)
  }
})
