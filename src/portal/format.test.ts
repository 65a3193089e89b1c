import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { UsagePlan } from '../catalogue.ts'
import type { Locale } from '../messages/compose.ts'
import { describePlan, formatSpan } from './format.ts'
import { phrasesOf } from './phrases/phrases.ts'
import type { Visit } from './site.ts'

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

test('a plan is told in whole sentences, whatever of it is set', () => {
  const visit = { phrases: phrasesOf('en'), locale: 'en' } as Visit
  const plan = { unlimited_usage: false, usage_minutes: null, max_devices: null, validation_method: 'sms' } as UsagePlan
  const cases: [Partial<UsagePlan>, string][] = [
    [{}, 'Confirmed by text message.'],
    [{ usage_minutes: 60 }, '1 hour. Confirmed by text message.'],
    [{ max_devices: 2, validation_method: 'none' }, '2 devices. No confirmation needed.'],
    [{ unlimited_usage: true, max_devices: 1 }, 'No time limit, 1 device. Confirmed by text message.'],
  ]
  for (const [more, text] of cases) assert.equal(describePlan(visit, { ...plan, ...more }), text)
})
