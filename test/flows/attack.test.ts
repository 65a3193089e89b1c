import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClient } from '../../attack/client.ts'
import { mannWhitney } from '../../attack/mann-whitney.ts'
import { ATTACKS, runAttack } from '../../attack/run.ts'
import type { Sizes, Target } from '../../attack/target.ts'
import { openGatehouse } from '../../attack/targets/gatehouse.ts'
import { closeAtEnd, TEST_API_KEY } from '../harness.ts'
import { openLobby } from '../lobby.ts'
import { openWeakProduct } from '../weak-product.ts'

// The attack bench (attack/, `npm run attack`) against our own server on loopback, small; and against a product that is weak on
// purpose, so that it is known to find what it looks for.

const SIZES: Sizes = { parallel: 16, rounds: 1, pairs: 0, numbers: 40 }
const lobby = await openLobby({ config: { testClock: true } })
// The attackers solve their puzzles in this very process.
assert.equal((await lobby.api('PATCH', '/limits', { puzzle_bits: 8 })).status, 200)
const target = await openGatehouse(await lobby.listen(), { apiKey: TEST_API_KEY })
closeAtEnd(() => target.close())

for (const attack of ATTACKS)
  test(`the attack ${attack.name} does not get through`, async t => {
    const { verdict, error, findings } = await runAttack(attack, target, SIZES)
    for (const { what, reached } of findings) t.diagnostic(`${what}: ${reached}`)
    assert.equal(error, undefined)
    assert.ok(findings.length > 0)
    const through = findings.filter(({ held }) => held !== true).map(({ what, reached }) => `${what}: ${reached}`)
    assert.deepEqual(through, [], 'nothing gets through, and nothing is left out')
    assert.equal(verdict, 'held')
  })

/** What is wrong with the weak product, by the attack that must find it and what that says. */
const WEAKNESSES: Record<string, RegExp[]> = {
  brute: [/after 10 wrong guesses at one code/, /new sessions and forged addresses/],
  race: [/exactly one is taken/, /right code is refused/, /starts at once/],
  enumerate: [/known and unknown contacts/, /known and unknown names/],
  poison: [/the site’s own host/],
  hijack: [/in no other/, /skipping a step/, /one password/],
  pump: [/go to a prefix/, /premium/],
}

const weak: Target = await openWeakProduct()
closeAtEnd(() => weak.close())

for (const attack of ATTACKS)
  test(`the attack ${attack.name} gets through a weak product, and says how`, async () => {
    const { verdict, error, findings } = await runAttack(attack, weak, SIZES)
    assert.equal(error, undefined)
    assert.equal(verdict, 'got through')
    const through = findings.filter(({ held }) => held === false).map(({ what }) => what)
    for (const weakness of WEAKNESSES[attack.name] ?? [])
      assert.ok(
        through.some(what => weakness.test(what)),
        `${attack.name} must find ${weakness}; it found: ${through.join(' | ')}`,
      )
  })

test('an attack that cannot go on is not called withstood', async () => {
  const client = createClient('http://127.0.0.1:1')
  const [brute] = ATTACKS
  assert.ok(brute)
  const { verdict, error } = await runAttack(brute, { ...weak, client }, SIZES)
  assert.equal(verdict, 'broke off')
  assert.match(error ?? '', /ECONNREFUSED/)
  client.close()
})

test('Mann and Whitney’s test finds a shift, and none where there is none', () => {
  const shifted = Array.from({ length: 200 }, (_, i) => i + 30)
  const plain = Array.from({ length: 200 }, (_, i) => i)
  assert.ok(mannWhitney(plain, shifted).p < 0.001)
  assert.ok(mannWhitney(plain, shifted).larger > 0.6)
  assert.ok(mannWhitney(plain, plain).p > 0.999)
  assert.equal(mannWhitney([5, 5, 5], [5, 5]).p, 1, 'ties alone are no difference')
  // The example of SciPy's manual (mannwhitneyu, method="asymptotic").
  const { p } = mannWhitney([19, 22, 16, 29, 24], [20, 11, 17, 12])
  assert.ok(Math.abs(p - 0.1113) < 0.0005, String(p))
})
