const LENGTH_MAX = 500
export const SIGN_IN_WINDOW = 'Sign-in window'
const BROWSERS: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera|OPT)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/; wv\)/, SIGN_IN_WINDOW],
  [/\bHeadlessChrome\//, 'Headless Chrome'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\b(iPhone|iPad|Macintosh)\b.*\bVersion\/[\d.]+ .*\bSafari\//, 'Safari'],
  // What Apple's devices open by themselves on joining a network is no whole browser, and says so by what it leaves out.
  // Elsewhere that says only that it is a browser which nobody knows.
  [/\b(iPhone|iPad|Macintosh)\b.*\bAppleWebKit\//, SIGN_IN_WINDOW],
]
export const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac(intosh| OS X)\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

/** Says a User-Agent header in words such as `Safari on iPhone`; empty where it tells neither. Nothing of it is passed on. */
export function describeBrowser(header: string): string {
  // A pattern that looks ahead takes long on a header made for that.
  const text = header.slice(0, LENGTH_MAX)
  const find = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(text))?.[1]
  const [browser, system] = [find(BROWSERS), find(SYSTEMS)]
  if (browser && system) return `${browser} on ${system}`
  return browser ?? system ?? ''
}
