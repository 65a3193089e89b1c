import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeBrowser } from './describe-browser.ts'

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const BLINK = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test('browsers are said in words, and what opens by itself on joining a network as the sign-in window that it is', () => {
  const cases: [string, string][] = [
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${WEBKIT} Version/18.5 Mobile/15E148 Safari/604.1`,
      'Safari on iPhone',
    ],
    [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${WEBKIT} Mobile/15E148`, 'Sign-in window on iPhone'],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${WEBKIT} CriOS/138.0 Mobile/15E148 Safari/604.1`,
      'Chrome on iPhone',
    ],
    [`Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) ${WEBKIT} Version/18.5 Mobile/15E148 Safari/604.1`, 'Safari on iPad'],
    [`Mozilla/5.0 (Linux; Android 15; Pixel 9) ${BLINK} Chrome/138.0.0.0 Mobile Safari/537.36`, 'Chrome on Android'],
    [
      `Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) ${BLINK} Version/4.0 Chrome/138.0 Mobile Safari/537.36`,
      'Sign-in window on Android',
    ],
    [
      `Mozilla/5.0 (Linux; Android 14; SM-S911B) ${BLINK} SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
      'Samsung Internet on Android',
    ],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${BLINK} Chrome/138.0.0.0 Safari/537.36 Edg/138.0.0.0`, 'Edge on Windows'],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/18.5 Safari/605.1.15`, 'Safari on Mac'],
    ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT}`, 'Sign-in window on Mac'],
    [`Mozilla/5.0 (X11; Linux x86_64) ${BLINK} HeadlessChrome/138.0.0.0 Safari/537.36`, 'Headless Chrome on Linux'],
    [`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Version/18.0 Safari/605.1.15`, 'Linux'],
    [`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT}`, 'Linux'],
    ['curl/8.14.1', ''],
    ['', ''],
    ['<b>Windows</b>', 'Windows'],
  ]
  for (const [header, words] of cases) assert.equal(describeBrowser(header), words, header)
})

test('only the beginning of a header is read, however long it is', () => {
  assert.equal(describeBrowser(`Mozilla/5.0 (Windows NT 10.0) ${'x'.repeat(10_000)} Firefox/140.0`), 'Windows')
})
