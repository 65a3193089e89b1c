import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLobby, PASSWORD, textOf } from '../lobby.ts'

const lobby = await openLobby()
const portals = [...lobby.ctx.catalogue.now.splashPortals.keys()]
await lobby.api('POST', '/usage_plans', {
  name: 'Either',
  validation_method: 'sms_or_email',
  splash_portal_ids: portals,
  sms_gateway_ids: [...lobby.ctx.catalogue.now.smsGateways.keys()],
})

const CASES: [plan: string, contacts: ('phone' | 'email')[], proves: ('phone' | 'email')[]][] = [
  ['Free hour', [], []],
  ['Guest Wi-Fi', ['phone'], ['phone']],
  ['Day pass', ['email'], ['email']],
  ['Either', ['phone'], ['phone']],
  ['Either', ['email'], ['email']],
  ['Resident', ['phone', 'email'], ['phone', 'email']],
]

for (const [i, [plan, contacts, proves]] of CASES.entries())
  test(`from the first page to the last: ${plan}${contacts.length > 0 ? `, by ${contacts.join(' and ')}` : ''}`, async () => {
    const values = { phone: `+1555555${9100 + i}`, email: `story${i}@example.com` }
    const guest = lobby.guest()
    const splash = await guest.get(lobby.path(''))
    const [, href = ''] = new RegExp(`<a class="card" href="([^"]*)"><b>${plan}</b>`).exec(splash.text) ?? []
    const form = await guest.get(href.replaceAll('&amp;', '&'))
    const [, planId = ''] = /name="usage_plan_id" value="([^"]*)"/.exec(form.text) ?? []
    const before = await lobby.countMessages()
    let page = await guest.submit(lobby.path('sign_up'), {
      usage_plan_id: planId,
      login: `story${i}`,
      password: PASSWORD,
      password_confirmation: PASSWORD,
      first_name: 'Sam',
      last_name: 'Okoro',
      ...Object.fromEntries(contacts.map(contact => [contact, values[contact]])),
    })
    for (const contact of proves) {
      assert.match(textOf(page), /Enter your code/)
      assert.equal((await lobby.account(`story${i}`)).status, 'pending')
      page = await guest.submit(lobby.path('validate_account'), { code: await lobby.nextCode(values[contact]) })
    }
    assert.match(textOf(page), new RegExp(`You are signed in.*story${i}.*${plan}`))
    assert.equal((await lobby.countMessages()) - before, proves.length, 'one message for each contact, and no other')
    const account = await lobby.account(`story${i}`)
    assert.equal(account.status, 'active')
    assert.equal(account.phone_validated_at !== null, proves.includes('phone'))
    assert.equal(account.email_validated_at !== null, proves.includes('email'))
    await guest.submit(lobby.path('logout'), {})
    const again = await guest
      .submit(lobby.path('login'), { login: values[proves[0] ?? 'phone'], password: PASSWORD })
      .catch(() => undefined)
    assert.equal(again !== undefined, proves.length > 0, 'a proven contact signs in as the login name does')
  })
