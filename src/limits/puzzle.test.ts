import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { addSeconds, createClock } from '../lib/clock.ts'
import { createKeys } from '../lib/keys.ts'
import { checkPuzzle, makePuzzle } from './puzzle.ts'

const keys = createKeys('a secret key for tests, 32 bytes or more')
const whom = { device: 'a-browser', page: 'lobby/sign_up' }
const now = createClock().now()

/** Runs the script of the page on a page with nothing but the puzzle, as a browser would. */
function solveAsPage(puzzle: string): string {
  let sent = false
  const progress = { value: 0 }
  const form = {
    querySelector: () => progress,
    dataset: { puzzle, bits: puzzle.split('.')[1] },
    elements: { puzzle_answer: { value: '' } },
    hidden: true,
    submit: () => {
      sent = true
    },
  }
  const queue: (() => void)[] = []
  runInNewContext(readFileSync(new URL('../portal/puzzle.js', import.meta.url), 'utf8'), {
    document: { querySelector: () => form },
    performance,
    setTimeout: (work: () => void) => queue.push(work),
    requestAnimationFrame: (paint: () => void) => queue.push(paint),
  })
  while (!sent) queue.shift()?.()
  assert.equal(form.hidden, false, 'the guest is told what goes on')
  return String(form.elements.puzzle_answer.value)
}

test('what the script of the page finds is an answer', () => {
  for (let i = 0; i < 20; i++) {
    const puzzle = makePuzzle(keys, whom, { bits: 10, excess: 0, now })
    const answer = solveAsPage(puzzle)
    assert.ok(checkPuzzle(keys, whom, { puzzle, answer, now }), `${puzzle} ${answer}`)
  }
})

test('an answer is worth nothing to another browser, on another page, too late, with fewer zero bits, or under another key', () => {
  const puzzle = makePuzzle(keys, whom, { bits: 12, excess: 0, now })
  const answer = solveAsPage(puzzle)
  assert.ok(checkPuzzle(keys, whom, { puzzle, answer, now: addSeconds(now, 298) }))
  assert.equal(checkPuzzle(keys, whom, { puzzle, answer, now: addSeconds(now, 300) }), undefined)
  assert.equal(checkPuzzle(keys, { ...whom, device: 'another' }, { puzzle, answer, now }), undefined)
  assert.equal(checkPuzzle(keys, { ...whom, page: 'lobby/sms' }, { puzzle, answer, now }), undefined)
  assert.equal(checkPuzzle(createKeys('another secret key for tests, 32 bytes'), whom, { puzzle, answer, now }), undefined)
  for (const forged of [puzzle.replace('.12.', '.1.'), puzzle.replace(/^\d+/, '9999999999'), '', 'x'])
    assert.equal(checkPuzzle(keys, whom, { puzzle: forged, answer, now }), undefined, forged)
  for (const wrong of ['', `${Number(answer) + 1}`, `${answer}x`, '-1', '1e5'])
    assert.equal(checkPuzzle(keys, whom, { puzzle, answer: wrong, now }), undefined, wrong)
})

test('a puzzle is harder the further the limit is exceeded', () => {
  const bits = (excess: number) => Number(makePuzzle(keys, whom, { bits: 18, excess, now }).split('.')[1])
  assert.deepEqual([0, 0.5, 1, 3, 7, 1e9].map(bits), [18, 18, 19, 20, 21, 24])
})
