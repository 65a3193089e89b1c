import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locale } from '../messages/compose.ts'
import { formatSpan } from './format.ts'

test('a span of time is told in at most two units', () => {
  const cases: [Locale, number, string][] = [
    ['en', 0.2, '1 second'],
    ['en', 59.2, '60 seconds'],
    ['en', 119, '119 seconds'],
    ['en', 120, '2 minutes'],
    ['en', 3600, '1 hour'],
    ['en', 3541, '1 hour'],
    ['en', 5400, '1 hour 30 minutes'],
    ['en', 604_800, '7 days'],
    ['en', 90_061, '1 day 1 hour'],
    ['de', 7200, '2 Stunden'],
    ['fr', 1800, '30 minutes'],
    ['es', 86_400, '1 día'],
  ]
  for (const [locale, seconds, text] of cases) assert.equal(formatSpan(locale, seconds), text, `${seconds} s`)
})
