import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Guest } from '../harness.ts'
import { openLobby, PASSWORD, textOf } from '../lobby.ts'

const lobby = await openLobby()
const VALIDATE = lobby.path('validate_account')
const passwords = { password: PASSWORD, password_confirmation: PASSWORD }
const theirs = { password: 'squatting is not nice', password_confirmation: 'squatting is not nice' }

let numbers = 0
const nextPhone = () => `+1555555${String(8000 + ++numbers)}`
const nextEmail = () => `owner${++numbers}@example.com`

async function startSignUp(plan: string, form: Record<string, string>) {
  const guest = lobby.guest()
  await guest.submit(lobby.path('sign_up'), { usage_plan_id: lobby.plan(plan), ...passwords, ...form })
  return guest
}

test('who only typed a number loses everything when its owner proves it', async () => {
  const phone = nextPhone()
  const squatter = await startSignUp('Guest Wi-Fi', { login: 'squatter', phone, ...theirs })
  const squattersCode = await lobby.nextCode(phone)
  const owner = await startSignUp('Guest Wi-Fi', { login: 'owner', phone })
  await owner.submit(VALIDATE, { code: await lobby.nextCode(phone) })

  assert.ok(!(await lobby.rows('accounts')).some(({ login }) => login === 'squatter'))
  assert.equal((await squatter.post(VALIDATE, { code: squattersCode })).status, 303)
  assert.equal((await squatter.get(lobby.path('status'))).location, lobby.path('login'))
  assert.equal((await lobby.guest().post(lobby.path('login'), { login: 'squatter', password: theirs.password })).status, 422)
  assert.equal((await lobby.account('owner')).phone, phone)
  assert.equal(
    (await startSignUp('Guest Wi-Fi', { login: 'squatter', phone: nextPhone() })).cookies.has('gatehouse'),
    true,
    'the name is free',
  )
})

test('an active account that only typed the number is left without contact, password and sessions', async () => {
  const phone = nextPhone()
  const squatter = await lobby.join('Free hour', { login: 'active-squatter', phone, ...theirs })
  assert.equal((await squatter.get(lobby.path('status'))).status, 200)
  const owner = await startSignUp('Guest Wi-Fi', { phone })
  await owner.submit(VALIDATE, { code: await lobby.nextCode(phone) })
  const account = await lobby.account('active-squatter')
  assert.equal(account.phone, null)
  assert.equal(account.password_hash, null)
  assert.equal(account.status, 'active')
  assert.equal((await squatter.get(lobby.path('status'))).status, 303)
})

test('an account with another proven contact only loses the number, and the code that waits for it', async () => {
  const [phone, email] = [nextPhone(), nextEmail()]
  const other = await startSignUp('Resident', { login: 'half', phone, email })
  await other.submit(VALIDATE, { code: await lobby.nextCode(email) })
  const code = await lobby.nextCode(phone)
  const owner = await startSignUp('Guest Wi-Fi', { phone })
  await owner.submit(VALIDATE, { code: await lobby.nextCode(phone) })
  const account = await lobby.account('half')
  assert.equal(account.phone, null)
  assert.ok(account.email_validated_at && account.password_hash)
  const page = await other.post(VALIDATE, { code })
  assert.equal(page.status, 422)
  assert.match(textOf(page), /Confirm your mobile number/, 'and is asked for another number')
})

test('a number proven anew moves, and the account that had it is told at its other contact', async () => {
  const [phone, email] = [nextPhone(), nextEmail()]
  const before = await lobby.join('Resident', { login: 'former', phone, email })
  const after = await startSignUp('Guest Wi-Fi', { login: 'latter', phone })
  assert.ok((await lobby.account('former')).phone_validated_at, 'a sign-up alone takes nothing')
  await after.submit(VALIDATE, { code: await lobby.nextCode(phone) })
  const former = await lobby.account('former')
  assert.equal(former.phone, null)
  assert.equal(former.phone_validated_at, null)
  assert.ok(former.password_hash && former.email_validated_at)
  assert.match((await lobby.nextMessage(email)).text, /proven with a code by another account/)
  assert.equal((await before.get(lobby.path('status'))).status, 200, 'its sessions stay')
  const login = await lobby.guest().post(lobby.path('login'), { login: phone, password: PASSWORD })
  assert.equal(login.status, 303)
  assert.ok((await lobby.account('latter')).phone_validated_at)
})

test('an address is owned as a number is', async () => {
  const email = nextEmail()
  await startSignUp('Day pass', { login: 'mail-squatter', email, ...theirs })
  await lobby.nextCode(email)
  const owner = await startSignUp('Day pass', { login: 'mail-owner', email: email.toUpperCase() })
  await owner.submit(VALIDATE, { code: await lobby.nextCode(email) })
  assert.ok(!(await lobby.rows('accounts')).some(({ login }) => login === 'mail-squatter'))
  assert.equal((await lobby.account('mail-owner')).email, email)
})

test('of accounts that prove one number at the same moment exactly one has it, and none answers with an error', async () => {
  for (let round = 0; round < 4; round++) {
    const contacts = { phone: nextPhone(), email: nextEmail() }
    const guests: { guest: Guest; codes: string[] }[] = []
    for (let i = 0; i < 3; i++) {
      const guest = await startSignUp('Resident', { login: `racer-${round}-${i}`, ...contacts })
      guests.push({ guest, codes: [await lobby.nextCode(contacts.phone), await lobby.nextCode(contacts.email)] })
    }
    const entered = guests.flatMap(({ guest, codes: [ofPhone = '', ofEmail = ''] }) =>
      [ofPhone, ofEmail, ofPhone].map(code => guest.post(VALIDATE, { code })),
    )
    for (const { status } of await Promise.all(entered)) assert.ok(status === 303 || status === 422, String(status))
    const accounts = await lobby.rows('accounts')
    for (const contact of ['phone', 'email'] as const) {
      const holders = accounts.filter(account => account[contact] === contacts[contact])
      assert.equal(holders.length, 1)
      assert.ok(holders[0]?.[`${contact}_validated_at`])
    }
  }
})
