import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { unreadableSecrets } from '../../src/db/stored-secrets.ts'
import { createKeys } from '../../src/lib/keys.ts'
import { createLog } from '../../src/lib/log.ts'
import { type FakeCaptchaVendor, startFakeCaptchaVendor } from '../fakes/captcha-vendor.ts'
import { closeAtEnd, eventually, type Guest, type Page } from '../harness.ts'
import { type Lobby, openLobby, PASSWORD, textOf } from '../lobby.ts'

let guests = 0

interface Crowd {
  lobby: Lobby
  vendor: FakeCaptchaVendor
  /** Lines of the log, as they are. */
  logged: string[]
  /** Signs up with a new address, which the portal's limit refuses. */
  join(guest: Guest): Promise<Page>
}

/** A portal past its limit, with a CAPTCHA that `limits` sets. */
async function openCrowd(limits: Record<string, unknown> = {}): Promise<Crowd> {
  const vendor = await startFakeCaptchaVendor()
  closeAtEnd(vendor.close)
  const logged: string[] = []
  const log = createLog('warn', { write: (line: string) => void logged.push(line) })
  const lobby = await openLobby({ config: { allowedHosts: ['wifi.lan'] }, log })
  const join = (guest: Guest) =>
    guest.post(lobby.path('sign_up'), {
      usage_plan_id: lobby.plan('Day pass'),
      email: `guest${++guests}@example.com`,
      password: PASSWORD,
      password_confirmation: PASSWORD,
    })
  assert.equal((await join(lobby.guest())).status, 303)
  const set = {
    portal_sends_per_hour: 1,
    puzzle_bits: 8,
    captcha_provider: 'turnstile',
    captcha_when: 'always_past_limit',
    captcha_site_key: '0xSITE',
    captcha_secret: vendor.secret,
    captcha_verify_url: vendor.verifyUrl,
    ...limits,
  }
  assert.equal((await lobby.api('PATCH', '/limits', set)).status, 200)
  return { lobby, vendor, logged, join }
}

const fieldOf = (page: Page, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? ''
const isPuzzle = (page: Page) => page.text.includes('data-puzzle=')
const isCaptcha = (page: Page) => page.text.includes('data-sitekey=')

/** The fields that a page's puzzle sends once it is solved. */
function solvePuzzle(page: Page): Record<string, string> {
  const puzzle = fieldOf(page, 'puzzle')
  const bits = Number(puzzle.split('.')[1])
  const mac = puzzle.slice(puzzle.lastIndexOf('.') + 1)
  for (let answer = 0; ; answer++)
    if (Math.clz32(createHash('sha256').update(`${mac}:${answer}`).digest().readUInt32BE()) >= bits)
      return { puzzle, puzzle_answer: String(answer), puzzle_form: fieldOf(page, 'puzzle_form') }
}

/** What its widget sends. */
const captcha = (page: Page, token: string) => ({
  puzzle_form: fieldOf(page, 'puzzle_form'),
  captcha_token: token,
  captcha_failed: '',
})
const failed = (page: Page) => ({ puzzle_form: fieldOf(page, 'puzzle_form'), captcha_token: '', captcha_failed: '1' })
const outcomes = async ({ lobby }: Crowd, outcome: string) =>
  Number(
    new RegExp(`gatehouse_captcha_total\\{[^}]*outcome="${outcome}"\\} (\\d+)`).exec(
      await lobby.ctx.metrics.registry.metrics(),
    )?.[1] ?? 0,
  )

test('in place of the puzzle: a solved CAPTCHA makes room for one code, without typing anything again', async () => {
  const crowd = await openCrowd()
  const { lobby, vendor, join } = crowd
  const [guest, path] = [lobby.guest(), lobby.path('sign_up')]
  const page = await join(guest)
  assert.equal(page.status, 429)
  assert.ok(isCaptcha(page) && !isPuzzle(page))
  assert.match(page.text, /class="cf-turnstile" data-sitekey="0xSITE"/)
  assert.doesNotMatch(page.text, new RegExp(`${vendor.secret}|${PASSWORD}`))
  assert.match((await guest.get('/portal/assets/captcha.js')).headers.get('content-type') ?? '', /javascript/)

  const token = vendor.solve({ hostname: '127.0.0.1', action: 'sign_up' })
  assert.equal((await lobby.guest().post(path, captcha(page, token))).status, 422, 'another browser’s')
  assert.equal((await guest.post(lobby.path('forgot_password'), captcha(page, token))).status, 422, 'another page’s')
  assert.equal(vendor.asked.length, 0)
  assert.equal((await guest.post(path, captcha(page, token))).status, 303)
  assert.deepEqual(
    vendor.asked,
    [{ secret: vendor.secret, response: token }],
    'and nothing else goes there, no address of a guest',
  )
  assert.equal(await outcomes(crowd, 'human'), 1)
  await lobby.close()
})

test('after the puzzle: neither alone makes room', async () => {
  const { lobby, vendor, join } = await openCrowd({ captcha_when: 'after_puzzle' })
  const [guest, path] = [lobby.guest(), lobby.path('sign_up')]
  const first = await join(guest)
  assert.ok(isPuzzle(first) && !isCaptcha(first))
  assert.equal((await guest.post(path, captcha(first, vendor.solve()))).status, 429, 'the CAPTCHA cannot go first')
  const solved = solvePuzzle(await join(guest))
  const second = await guest.post(path, solved)
  assert.equal(second.status, 429)
  assert.ok(isCaptcha(second) && !isPuzzle(second))
  assert.ok(isPuzzle(await guest.post(path, solved)), 'the puzzle was good once')

  const refused = await guest.post(path, captcha(second, 'made up'))
  assert.ok(isPuzzle(refused), 'a wrong token costs a new puzzle')
  assert.match(textOf(refused), /That did not work\. Please try once more/)
  const third = await guest.post(path, solvePuzzle(refused))
  assert.equal((await guest.post(path, captcha(third, vendor.solve()))).status, 303)
  await lobby.close()
})

test('a token is good once, wherever it is sent and however often at once, and the second time nobody is asked', async () => {
  const crowd = await openCrowd()
  const { lobby, vendor, join } = crowd
  // The vendor would say yes each time.
  vendor.mood = 'all_yes'
  const guest = lobby.guest()
  const pages = []
  for (let i = 0; i < 20; i++) pages.push(await join(guest))
  const token = vendor.solve()
  const answers = await Promise.all(pages.map(page => guest.post(lobby.path('sign_up'), captcha(page, token))))
  assert.equal(answers.filter(({ status }) => status === 303).length, 1)
  assert.equal(vendor.asked.length, 1)
  assert.equal(await outcomes(crowd, 'replayed'), 19)

  // The other way round: one page with many tokens.
  const page = await join(guest)
  const many = await Promise.all(pages.map(() => guest.post(lobby.path('sign_up'), captcha(page, vendor.solve()))))
  assert.equal(many.filter(({ status }) => status === 303).length, 1)
  await lobby.close()
})

test('a token from another host or for another page is refused, and one of any name of this server is taken', async () => {
  const crowd = await openCrowd()
  const { lobby, vendor, join, logged } = crowd
  const guest = lobby.guest()
  for (const [token, status] of [
    [{ hostname: 'bait.example.net' }, 429],
    [{ hostname: '127.0.0.1', action: 'login' }, 429],
    [{ hostname: 'wifi.lan', action: 'sign_up' }, 303],
  ] as const) {
    const page = await guest.post(lobby.path('sign_up'), captcha(await join(guest), vendor.solve(token)))
    assert.equal(page.status, status, JSON.stringify(token))
    if (status === 429) assert.ok(isCaptcha(page), 'once more')
  }
  assert.equal(await outcomes(crowd, 'wrong_host'), 1)
  assert.equal(logged.filter(line => line.includes('another host name')).length, 1)
  await lobby.close()
})

test('a CAPTCHA is too late after five minutes', async () => {
  const { lobby, vendor, join } = await openCrowd()
  const guest = lobby.guest()
  const page = await join(guest)
  lobby.clock.advance(301)
  assert.equal((await guest.post(lobby.path('sign_up'), captcha(page, vendor.solve()))).status, 429)
  assert.equal(vendor.asked.length, 0)
  await lobby.close()
})

for (const mood of ['silent', 'torn', 'failing', 'html', 'internal'] as const)
  test(`a vendor that is down (${mood}) locks nobody out: the puzzle stands in, and the operator is told once a minute`, async () => {
    const crowd = await openCrowd()
    const { lobby, vendor, logged, join } = crowd
    const [guest, path] = [lobby.guest(), lobby.path('sign_up')]
    // It has worked before, so this is no matter of settings.
    assert.equal((await guest.post(path, captcha(await join(guest), vendor.solve()))).status, 303)
    vendor.mood = mood
    const page = await guest.post(path, captcha(await join(guest), vendor.solve()))
    assert.ok(page.status === 429 && isPuzzle(page))
    assert.equal((await guest.post(path, solvePuzzle(page))).status, 303)
    for (let i = 0; i < 3; i++) {
      const other = lobby.guest()
      assert.equal((await other.post(path, solvePuzzle(await join(other)))).status, 303, 'nobody else is sent there meanwhile')
    }
    assert.equal(logged.filter(line => line.includes('cannot be asked')).length, 1)
    assert.doesNotMatch(logged.join(''), new RegExp(vendor.secret))
    assert.equal(await outcomes(crowd, 'unavailable'), 1)

    vendor.mood = 'well'
    lobby.clock.advance(61)
    const later = await join(guest)
    assert.ok(isCaptcha(later), 'a minute later it is tried again')
    assert.equal((await guest.post(path, captcha(later, vendor.solve()))).status, 303)
    // What it never answered would hold up the end.
    await vendor.close()
    await lobby.close()
  })

test('a vendor that is down after the puzzle was solved asks for no second one', async () => {
  const { lobby, vendor, join } = await openCrowd({ captcha_when: 'after_puzzle' })
  const [guest, path] = [lobby.guest(), lobby.path('sign_up')]
  const page = await guest.post(path, solvePuzzle(await join(guest)))
  vendor.mood = 'failing'
  assert.equal((await guest.post(path, captcha(page, vendor.solve()))).status, 303)
  await lobby.close()
})

test('a secret that the vendor does not know is the operator’s to mend: guests get the puzzle', async () => {
  const crowd = await openCrowd({ captcha_secret: 'another secret' })
  const { lobby, vendor, join, logged } = crowd
  const guest = lobby.guest()
  const page = await guest.post(lobby.path('sign_up'), captcha(await join(guest), vendor.solve()))
  assert.ok(isPuzzle(page))
  assert.ok(logged.some(line => line.includes('does not know captcha_secret')))
  assert.equal((await lobby.api('PATCH', '/limits', { captcha_secret: vendor.secret })).status, 200)
  const mended = await join(guest)
  assert.ok(isCaptcha(mended), 'at once')
  assert.equal((await guest.post(lobby.path('sign_up'), captcha(mended, vendor.solve()))).status, 303)
  await lobby.close()
})

test('where the widget does not load the puzzle stands in, until the CAPTCHA has worked once: then saying so is no way around', async () => {
  const crowd = await openCrowd()
  const { lobby, vendor, join, logged } = crowd
  const [guest, path] = [lobby.guest(), lobby.path('sign_up')]
  const without = await guest.post(path, failed(await join(guest)))
  assert.ok(isPuzzle(without))
  assert.equal((await guest.post(path, solvePuzzle(without))).status, 303)
  assert.ok(logged.some(line => line.includes('walled garden')))

  assert.equal((await guest.post(path, captcha(await join(guest), vendor.solve()))).status, 303)
  await eventually(() => lobby.ctx.catalogue.now.limits.captcha_worked_at !== null)
  const still = await guest.post(path, failed(await join(guest)))
  assert.ok(!isPuzzle(still) && !isCaptcha(still), 'nothing that would fail again by itself')
  assert.match(textOf(still), /could not be shown here\. Try again in a moment, or ask the staff\. Try again/)
  const again = await guest.post(path, { puzzle_form: fieldOf(still, 'puzzle_form') })
  assert.ok(isCaptcha(again))
  assert.equal((await guest.post(path, captcha(again, vendor.solve()))).status, 303)

  vendor.mood = 'failing'
  assert.ok(isPuzzle(await guest.post(path, failed(await join(guest)))), 'the vendor is down indeed')
  await lobby.close()
})

const POLICIES: [provider: string, widget: string, script: string, policy: RegExp][] = [
  [
    'turnstile',
    'cf-turnstile',
    'https://challenges.cloudflare.com/turnstile/v0/api.js',
    / frame-src https:\/\/challenges\.cloudflare\.com; script-src 'self' https:\/\/challenges\.cloudflare\.com; style-src-attr 'unsafe-inline'; form-action 'self'/,
  ],
  [
    'hcaptcha',
    'h-captcha',
    'https://js.hcaptcha.com/1/api.js?hl=en',
    / frame-src https:\/\/hcaptcha\.com https:\/\/\*\.hcaptcha\.com; script-src 'self' https:\/\/hcaptcha\.com https:\/\/\*\.hcaptcha\.com; connect-src https:\/\/hcaptcha\.com https:\/\/\*\.hcaptcha\.com;/,
  ],
  [
    'recaptcha',
    'g-recaptcha',
    'https://www.google.com/recaptcha/api.js?hl=en',
    / frame-src https:\/\/www\.google\.com\/recaptcha\/ https:\/\/recaptcha\.google\.com\/recaptcha\/; script-src 'self' https:\/\/www\.google\.com\/recaptcha\/ https:\/\/www\.gstatic\.com\/recaptcha\/;/,
  ],
]

for (const [provider, widget, script, policy] of POLICIES)
  test(`the page with the CAPTCHA of ${provider} lets in its vendor, and no other page does`, async () => {
    const { lobby, vendor, join } = await openCrowd({ captcha_provider: provider })
    const guest = lobby.guest()
    const page = await join(guest)
    assert.match(page.headers.get('content-security-policy') ?? '', policy)
    assert.equal(page.headers.get('referrer-policy'), 'strict-origin-when-cross-origin')
    assert.match(page.text, new RegExp(`<div class="${widget}" data-sitekey="0xSITE" data-callback="captchaSolved"`))
    assert.ok(page.text.includes(`data-captcha="${script}"`))
    for (const name of ['', 'sign_up', 'login', 'forgot_password', 'sms']) {
      const { headers } = await guest.get(lobby.path(name))
      assert.doesNotMatch(
        headers.get('content-security-policy') ?? '',
        /script-src|style-src-attr|cloudflare|google|hcaptcha/,
        name,
      )
      assert.equal(headers.get('referrer-policy'), 'same-origin')
    }
    assert.equal((await guest.post(lobby.path('sign_up'), captcha(page, vendor.solve()))).status, 303)
    assert.equal(vendor.asked[0]?.sitekey, provider === 'hcaptcha' ? '0xSITE' : undefined)
    await lobby.close()
  })

test('an operator sets a CAPTCHA: its secret is never read back, and half of one is refused', async () => {
  const lobby = await openLobby()
  const set = {
    captcha_provider: 'generic',
    captcha_when: 'after_puzzle',
    captcha_site_key: 'k',
    captcha_secret: 'Xk7-captcha-secret',
  }
  const refused = await lobby.api('PATCH', '/limits', set)
  assert.equal(refused.status, 422)
  assert.deepEqual(
    refused.body.errors.map(({ field }: { field: string }) => field),
    ['captcha_script_url', 'captcha_verify_url'],
  )
  const urls = {
    captcha_script_url: 'https://captcha.example.com/w.js',
    captcha_verify_url: 'https://captcha.example.com/siteverify',
  }
  const taken = await lobby.api('PATCH', '/limits', { ...set, ...urls })
  assert.deepEqual(
    [taken.status, taken.body.captcha_secret, taken.body.captcha_secret_set, taken.body.captcha_worked_at],
    [200, null, true, null],
  )
  const shown = JSON.stringify([
    taken.body,
    (await lobby.api('GET', '/limits')).body,
    (await lobby.api('GET', '/audit_events')).body,
  ])
  assert.doesNotMatch(shown, /Xk7-captcha-secret|captcha_secret_encrypted/)
  const [row] = await lobby.rows('limits')
  assert.equal(row?.captcha_secret_encrypted.toString('latin1').includes('Xk7-captcha-secret'), false)
  // As a change of the secret key finds it, and reads it.
  assert.deepEqual(await unreadableSecrets(lobby.ctx.db, lobby.ctx.keys), [])
  const otherKeys = createKeys('another secret key for tests, 32 bytes')
  assert.ok((await unreadableSecrets(lobby.ctx.db, otherKeys)).includes('the captcha_secret of 1 records in limits'))
  for (const wrong of [
    { captcha_secret: null },
    { captcha_site_key: '' },
    { captcha_provider: 'none' },
    { captcha_provider: 'maybe' },
    { captcha_verify_url: 'http://captcha.example.com/siteverify' },
    { captcha_verify_url: 'ftp://127.0.0.1/' },
    { captcha_script_url: 'https://captcha.example.com/w.js; script-src *' },
    { disposable_email: 'puzzle', puzzle_bits: 0 },
    { disposable_email_domains: ['no domain'] },
    { disposable_phone_prefixes: ['447'] },
    { disposable_phone_prefixes: ['+4479-+447'] },
  ])
    assert.equal((await lobby.api('PATCH', '/limits', wrong)).status, 422, JSON.stringify(wrong))
  // The secret is for the server that it was put in for, also by a way round.
  const { key } = (await lobby.api('POST', '/api_keys', { name: 'An operator', role: 'operator' })).body
  const elsewhere = 'https://elsewhere.example.com/siteverify'
  const moved = await lobby.api('PATCH', '/limits', { captcha_verify_url: elsewhere }, key)
  assert.deepEqual([moved.status, moved.body.errors?.[0].field], [422, 'captcha_secret'])
  const off = { captcha_when: 'off', captcha_provider: 'none', captcha_verify_url: elsewhere }
  assert.equal((await lobby.api('PATCH', '/limits', off, key)).status, 200)
  const on = { captcha_when: 'after_puzzle', captcha_provider: 'generic' }
  assert.equal((await lobby.api('PATCH', '/limits', on, key)).status, 422)
  assert.equal((await lobby.api('PATCH', '/limits', { ...on, captcha_secret: 'another' }, key)).status, 200)
  assert.equal(
    (await lobby.api('PATCH', '/limits', { captcha_when: 'off', captcha_secret: null })).body.captcha_secret_set,
    false,
  )
  await lobby.close()
})

test('whose script runs on the pages of this server is for an owner to say', async () => {
  const lobby = await openLobby()
  const { body: made } = await lobby.api('POST', '/api_keys', { name: 'of an operator', role: 'operator' })
  const change = async (body: object) => {
    const response = await lobby.request('/api/v1/limits', {
      method: 'PATCH',
      headers: { authorization: `Bearer ${made.key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.status
  }
  const generic = {
    captcha_provider: 'generic',
    captcha_when: 'always_past_limit',
    captcha_site_key: 'k',
    captcha_secret: 's',
    captcha_verify_url: 'https://captcha.example.com/siteverify',
  }
  const script = { captcha_script_url: 'https://captcha.example.com/w.js' }
  assert.equal(await change({ ...generic, ...script }), 403)
  assert.equal((await lobby.api('GET', '/limits')).body.captcha_provider, 'none')
  assert.equal((await lobby.api('PATCH', '/limits', { ...generic, ...script })).status, 200)
  // What stays as it is may be sent along.
  assert.equal(await change({ captcha_site_key: 'k2', ...script }), 200)
  for (const url of ['https://elsewhere.example.com/w.js', '']) assert.equal(await change({ captcha_script_url: url }), 403, url)
  await lobby.close()
})
