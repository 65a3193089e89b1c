import assert from 'node:assert/strict'
import { test } from 'node:test'
import { patternProblem, searchPattern } from './bounded-pattern.ts'

test('finds what a pattern describes, with its groups', () => {
  assert.equal(searchPattern('^OK', 'OK; ID=297')?.[0], 'OK')
  assert.equal(searchPattern('ID=(\\d+)', 'OK; ID=297')?.[1], '297')
  assert.equal(searchPattern('^OK', 'Error'), undefined)
  assert.equal(searchPattern('短信', '您的短信')?.[0], '短信')
})

test('a pattern that would never end is given up, and the next one is searched as ever', () => {
  for (const endless of ['(a+)+$', '(a|a)*$', '(.*a){20}$', '^(\\w+\\s?)*$'])
    assert.equal(searchPattern(endless, `${'a'.repeat(4_000)}!`), undefined, endless)
  assert.equal(searchPattern('^a', 'ab')?.[0], 'a')
})

test('only the beginning of a text is looked at', () => {
  assert.equal(searchPattern('x', `${'-'.repeat(4_000)}x`)?.[0], 'x')
  assert.equal(searchPattern('x', `${'-'.repeat(5_000)}x`), undefined)
})

test('what is no pattern, or too long a one, is said and finds nothing', () => {
  for (const wrong of ['(', '[a', '*', 'a'.repeat(201)]) {
    assert.match(patternProblem(wrong) ?? '', /[a-z]/, wrong)
    assert.equal(searchPattern(wrong, wrong), undefined)
  }
  assert.equal(patternProblem('^OK; ID=(\\d+)$'), undefined)
})
