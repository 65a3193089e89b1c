import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { AppError } from '../errors.ts'
import { hashPassword, judgePassword, verifyPassword } from './password.ts'

test('fits the password it was made from and no other', async () => {
  const hash = await hashPassword('lantern over the quay')
  assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  assert.equal(await verifyPassword('lantern over the quay', hash), true)
  assert.equal(await verifyPassword('lantern over the quaY', hash), false)
  assert.equal(await verifyPassword('', hash), false)
})

test('gives two guests with the same password two different hashes', async () => {
  assert.notEqual(await hashPassword('lantern over the quay'), await hashPassword('lantern over the quay'))
})

test('reads an accent typed on one device and composed on another as the same password', async () => {
  assert.equal(await verifyPassword('cafe\u0301 au lait', await hashPassword('caf\u00e9 au lait')), true)
})

test('reads the cost from the hash, so that old hashes stay valid when it is raised', async () => {
  // A test vector of the reference implementation (github.com/P-H-C/phc-winner-argon2, src/test.c).
  const vector = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  assert.equal(await verifyPassword('password', vector), true)
  assert.equal(await verifyPassword('differentpassword', vector), false)
})

test('answers no without a hash, after the work of a real one', async () => {
  const hash = await hashPassword('lantern over the quay')
  const quickest = { known: Infinity, unknown: Infinity }
  // In turns, and the quickest of each: a machine that is busy meanwhile slows both.
  for (let i = 0; i < 9; i++)
    for (const [who, stored] of [
      ['known', hash],
      ['unknown', null],
    ] as const) {
      const from = performance.now()
      assert.equal(await verifyPassword('not the one', stored), false)
      quickest[who] = Math.min(quickest[who], performance.now() - from)
    }
  const { known, unknown } = quickest
  assert.ok(unknown > known / 4 && unknown < known * 4, `${known} ms against ${unknown} ms`)
})

test('refuses as busy what does not fit the queue, and serves the rest', async () => {
  const results = await Promise.allSettled(Array.from({ length: 120 }, () => hashPassword('lantern over the quay')))
  const refused = results.filter(result => result.status === 'rejected').map(result => result.reason)
  assert.ok(refused.length > 0 && refused.length < 120 - 64 + 1, `${refused.length} refused`)
  for (const error of refused) assert.ok(error instanceof AppError && error.code === 'busy' && (error.retryAfterS ?? 0) > 0)
  assert.equal(await verifyPassword('x', null), false, 'and works again afterwards')
})

test('a crowd that asks again and again waits behind everybody else, and leaves them room', async () => {
  const done: string[] = []
  const hash = (who: string, crowd: string) => hashPassword('lantern over the quay', crowd).then(() => done.push(who))
  const crowded = Promise.allSettled(Array.from({ length: 60 }, () => hash('crowd', 'a crowd of its own')))
  const guests = Promise.all(Array.from({ length: 10 }, (_, i) => hash('guest', `guest ${i}`)))
  await guests
  assert.ok(done.filter(who => who === 'crowd').length < 20, `after ${done.length} all guests were served`)
  const refused = (await crowded).filter(({ status }) => status === 'rejected').length
  assert.ok(refused > 0 && refused < 30, `${refused} of the crowd refused`)
})

test('hashes are made in threads that give way to everything else, those of a crowd to other guests’ too', {
  skip: process.platform !== 'linux',
}, async () => {
  const crowd = 'one that comes twice'
  await hashPassword('lantern over the quay', crowd)
  await hashPassword('lantern over the quay', crowd)
  // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: field 19, of which the name in brackets is the second.
  const niceOf = (thread: string) =>
    Number(
      readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')[16],
    )
  const nice = readdirSync('/proc/self/task').map(niceOf)
  const usual = niceOf(String(process.pid))
  const others = [...new Set(nice.filter(value => value !== usual))].toSorted((a, b) => a - b)
  assert.deepEqual(others, [Math.min(usual + 6, 19), Math.min(usual + 19, 19)])
})

test('judges a new password', () => {
  const owner = {
    login: 'Alice.Smith',
    contacts: ['+15555550123', 'quayside@example.com'],
    names: ['Alexandria', 'Smithson'],
  }
  const cases: [string, ReturnType<typeof judgePassword>][] = [
    ['lantern over the quay', undefined],
    ['plum-tree-42', undefined],
    ['contraseña única', undefined],
    ['пароль из слов', undefined],
    ['🦀🐙🦑🐡🐠🐟🐬🐳', undefined],
    ['!#%&/()=?+-', undefined],
    ['', 'too_short'],
    ['1234567', 'too_short'],
    ['éééééé7', 'too_short'],
    ['x'.repeat(129), 'too_long'],
    [`${'lantern over '.repeat(9)}quay`, undefined],
    ['password', 'common'],
    ['PassWord1', 'common'],
    ['password123', 'common'],
    ['pass-word-123', 'common'],
    ['12345678', 'common'],
    ['87654321', 'common'],
    ['abcdefghij', 'common'],
    ['aaaaaaaaaa', 'common'],
    ['12341234', 'common'],
    ['--------', 'common'],
    ['trustno1', 'common'],
    ['alice.smith', 'personal'],
    ['AliceSmith', 'personal'],
    ['alice.smith2024', 'personal'],
    ['+15555550123', 'personal'],
    ['(555) 555-0123', 'personal'],
    ['5550123-5550123', 'personal'],
    ['quayside@example.com', 'personal'],
    ['quayside1', 'personal'],
    ['Alexandria!', 'common'],
    ['smithson.99', 'personal'],
    ['alexandria smithson', 'personal'],
    ['alice.smith likes plums', undefined],
  ]
  for (const [password, fault] of cases) assert.equal(judgePassword(password, owner), fault, JSON.stringify(password))
})

test('the length counts code points after composition', () => {
  assert.equal(judgePassword('e\u0301'.repeat(7)), 'too_short')
  assert.equal(judgePassword('🦀🐙🦑🐡🐠🐟🐬'), 'too_short')
})
