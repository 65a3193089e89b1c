import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readVerdict } from './captcha.ts'

const where = { hosts: ['wifi.example.com', 'wifi.lan'], action: 'sign_up' }
const read = (body: unknown, status = 200) =>
  readVerdict({ status, body: typeof body === 'string' ? body : JSON.stringify(body) }, where)

// As the vendors document their answers: developers.cloudflare.com/turnstile/get-started/server-side-validation,
// docs.hcaptcha.com, developers.google.com/recaptcha/docs/verify.
const TIME = '2026-11-22T10:00:00.000Z'
const ANSWERS: [name: string, answer: unknown, verdict: string][] = [
  [
    'Turnstile, solved',
    { success: true, 'error-codes': [], challenge_ts: TIME, hostname: 'wifi.example.com', action: 'sign_up', cdata: '' },
    'human',
  ],
  [
    'Turnstile, solved elsewhere',
    { success: true, 'error-codes': [], hostname: 'bait.example.net', action: 'sign_up' },
    'wrong_host',
  ],
  [
    'Turnstile, solved for another page',
    { success: true, 'error-codes': [], hostname: 'wifi.example.com', action: 'login' },
    'refused',
  ],
  ['Turnstile, used before', { success: false, 'error-codes': ['timeout-or-duplicate'] }, 'refused'],
  ['Turnstile, ill', { success: false, 'error-codes': ['internal-error'] }, 'unavailable'],
  ['Turnstile, another secret', { success: false, 'error-codes': ['invalid-input-secret'] }, 'misconfigured'],
  ['hCaptcha, solved', { success: true, challenge_ts: TIME, hostname: 'WIFI.lan', credit: true }, 'human'],
  ['hCaptcha, where the browser did not say', { success: true, challenge_ts: TIME, hostname: 'not-provided' }, 'human'],
  ['hCaptcha, solved elsewhere', { success: true, challenge_ts: TIME, hostname: 'wifi.example.com.bait.net' }, 'wrong_host'],
  ['hCaptcha, seen before', { success: false, 'error-codes': ['invalid-or-already-seen-response'] }, 'refused'],
  // A guest can bring this about with a token from another site's widget: it must not open the way around.
  ['hCaptcha, another site’s token', { success: false, 'error-codes': ['sitekey-secret-mismatch'] }, 'refused'],
  ['reCAPTCHA, solved', { success: true, challenge_ts: TIME, hostname: 'wifi.example.com' }, 'human'],
  ['reCAPTCHA, late', { success: false, 'error-codes': ['timeout-or-duplicate'] }, 'refused'],
  ['reCAPTCHA, no secret', { success: false, 'error-codes': ['missing-input-secret'] }, 'misconfigured'],
  ['one that tells no host', { success: true }, 'human'],
]

for (const [name, answer, verdict] of ANSWERS)
  test(`what a vendor says is read as it is meant: ${name}`, () => assert.equal(read(answer), verdict))

test('what is no answer of a vendor is none, whatever it says', () => {
  for (const body of ['', 'null', '[]', '"success"', '<h1>Just a moment</h1>', '{"success":"true"}', '{"success":1}'])
    assert.equal(read(body), 'unavailable', body)
  for (const status of [500, 502, 503, 529]) assert.equal(read({ success: true }, status), 'unavailable', `${status}`)
  assert.equal(read({ success: false, 'error-codes': ['bad-request'] }, 400), 'refused')
})
