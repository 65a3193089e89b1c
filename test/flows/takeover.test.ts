import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { openLobby } from '../lobby.ts'
import { step } from '../password-steps.ts'
import { PasswordWalk } from '../password-walk.ts'

// Random walks over everything that can be done about a password, by two browsers and two accounts, beside a model that says
// when one may change: only after a code for that account, for this purpose, in the session that asked for it, within its
// time and its guesses. The model also says when one must change, so that a portal that refuses everything does not pass.

const LOBBIES = 6
const WALKS_PER_LOBBY = 34
const [STEPS_MIN, STEPS_MAX] = [20, 24]

test('on no way through the portal does a password change without a code for its account, purpose and session', async t => {
  const seed = randomInt(2 ** 31)
  // The same seed walks the same ways; a failure says it with the path to its shortest walk.
  t.diagnostic(`seed ${seed}`)
  const totals = { walks: 0, steps: 0, changes: 0, refusals: 0 }
  await Promise.all(
    Array.from({ length: LOBBIES }, async (_, n) => {
      // A lobby of its own for each, since a walk moves the clock.
      const lobby = await openLobby()
      const walks = fc.asyncProperty(fc.array(step, { minLength: STEPS_MIN, maxLength: STEPS_MAX, size: 'max' }), async steps => {
        const walk = new PasswordWalk(lobby)
        await walk.run(steps)
        totals.walks++
        totals.steps += steps.length
        totals.changes += walk.changes
        totals.refusals += walk.refusals
      })
      await fc.assert(walks, { seed: seed + n, numRuns: WALKS_PER_LOBBY })
    }),
  )
  t.diagnostic(`${totals.walks} walks, ${totals.steps} steps, ${totals.changes} passwords changed, ${totals.refusals} refused`)
  assert.ok(totals.walks >= 200 && totals.steps >= 20 * totals.walks)
  assert.ok(totals.changes > totals.walks / 6, 'the walks get as far as changing passwords')
})
