import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { Guest, Page } from '../harness.ts'
import { type Lobby, openLobby, PASSWORD, textOf } from '../lobby.ts'

async function openWith(limits: Record<string, unknown>): Promise<Lobby> {
  const lobby = await openLobby()
  assert.equal((await lobby.api('PATCH', '/limits', { puzzle_bits: 8, ...limits })).status, 200)
  return lobby
}

function join(lobby: Lobby, guest: Guest, contact: { phone: string } | { email: string }): Promise<Page> {
  return guest.post(lobby.path('sign_up'), {
    usage_plan_id: lobby.plan('email' in contact ? 'Day pass' : 'Guest Wi-Fi'),
    password: PASSWORD,
    password_confirmation: PASSWORD,
    ...contact,
  })
}

function solve(page: Page): Record<string, string> {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? ''
  const puzzle = value('puzzle')
  const mac = puzzle.slice(puzzle.lastIndexOf('.') + 1)
  for (let answer = 0; ; answer++)
    if (Math.clz32(createHash('sha256').update(`${mac}:${answer}`).digest().readUInt32BE()) >= Number(puzzle.split('.')[1]))
      return { puzzle, puzzle_answer: String(answer), puzzle_form: value('puzzle_form') }
}

test('off, nothing is different for a throw-away address, and no signal is shown', async () => {
  const lobby = await openWith({ disposable_phone_prefixes: ['+1555555'] })
  await lobby.join('Day pass', { login: 'thrower', email: 'a@yopmail.com' })
  const { id } = await lobby.account('thrower')
  assert.deepEqual((await lobby.api('GET', `/accounts/${id}`)).body.signals, [])
  await lobby.close()
})

test('noted, it is counted and shown on account and validation, and the guest notices nothing', async () => {
  const lobby = await openWith({ disposable_email: 'note' })
  await lobby.join('Day pass', { login: 'thrower', email: 'a@inbox.yopmail.com' })
  await lobby.join('Day pass', { login: 'keeper', email: 'a@example.com' })
  const signalsOf = async (login: string) => {
    const { id } = await lobby.account(login)
    return [
      (await lobby.api('GET', `/accounts/${id}`)).body.signals,
      (await lobby.api('GET', `/validations?account_id=${id}`)).body.data.map(({ signals }: { signals: string[] }) => signals),
    ]
  }
  assert.deepEqual(await signalsOf('thrower'), [['disposable_email'], [['disposable_email']]])
  assert.deepEqual(await signalsOf('keeper'), [[], [[]]])
  assert.match(
    await lobby.ctx.metrics.registry.metrics(),
    /gatehouse_disposable_contacts_total\{signal="disposable_email",mode="note"\} 1\n/,
  )
  await lobby.close()
})

test('with the puzzle, such a contact has no code before the browser has worked for it, and everybody else has', async () => {
  const lobby = await openWith({
    disposable_email: 'puzzle',
    disposable_phone: 'puzzle',
    disposable_phone_prefixes: ['+1555555'],
  })
  const guest = lobby.guest()
  const held = await lobby.changing([], () => join(lobby, guest, { email: 'a@yopmail.com' }))
  assert.equal(held.status, 429)
  assert.match(textOf(held), /An address or number of this kind needs one more step\. Your browser is solving/)
  assert.doesNotMatch(textOf(held), /Try again in/)
  assert.equal((await guest.post(lobby.path('sign_up'), { ...solve(held), puzzle_answer: '' })).status, 429)
  assert.equal((await guest.post(lobby.path('sign_up'), solve(await join(lobby, guest, { email: 'b@yopmail.com' })))).status, 303)
  assert.ok(await lobby.nextCode('b@yopmail.com'))
  const other = lobby.guest()
  const phone = await join(lobby, other, { phone: '+15555550199' })
  assert.equal((await other.post(lobby.path('sign_up'), solve(phone))).status, 303)
  assert.equal((await join(lobby, lobby.guest(), { email: 'a@example.com' })).status, 303)
  await lobby.close()
})

test('refused, the guest is asked for another in one plain sentence, and nothing is written, wherever a contact is given', async () => {
  const lobby = await openWith({
    disposable_email: 'refuse',
    disposable_phone: 'refuse',
    disposable_phone_prefixes: ['+1555555'],
  })
  const guest = lobby.guest()
  for (const contact of [{ email: 'a@x.mailinator.com' }, { phone: '+15555550199' }]) {
    const page = await lobby.changing([], () => join(lobby, guest, contact))
    assert.equal(page.status, 422)
    assert.match(textOf(page), /(Addresses of this mail service|Numbers of this kind) are not accepted here\. Use another/)
  }
  assert.equal((await join(lobby, guest, { email: 'a@example.com' })).status, 303)
  const changed = await lobby.changing([], () => guest.post(lobby.path('update_contact'), { email: 'b@yopmail.com' }))
  assert.match(textOf(changed), /Addresses of this mail service are not accepted here/)
  await lobby.close()
})

test('known and unknown contacts are answered alike, and who has an account with one signs in and resets its password', async () => {
  const lobby = await openLobby()
  await lobby.join('Day pass', { login: 'early', email: 'early@yopmail.com' })
  for (const mode of ['puzzle', 'refuse']) {
    await lobby.api('PATCH', '/limits', { disposable_email: mode, puzzle_bits: 8 })
    const [known, unknown] = [
      await join(lobby, lobby.guest(), { email: 'early@yopmail.com' }),
      await join(lobby, lobby.guest(), { email: 'never@yopmail.com' }),
    ]
    // What differs in any two answers, and the address itself.
    const bare = ({ text }: Page) =>
      text.replaceAll(/(name="puzzle(_form)?" value|data-puzzle)="[^"]*"/g, '').replaceAll(/(early|never)@/g, '')
    assert.equal(known.status, unknown.status)
    assert.equal(bare(known), bare(unknown), mode)
    for (const login of ['early@yopmail.com', 'never@yopmail.com'])
      assert.equal((await lobby.guest().post(lobby.path('forgot_password'), { login })).status, 303, `${mode} ${login}`)
    assert.equal((await lobby.guest().post(lobby.path('login'), { login: 'early@yopmail.com', password: PASSWORD })).status, 303)
  }
  await lobby.close()
})
