import type { Config } from '../config.ts'

const HSTS = 'max-age=31536000'
/** For a page that has no policy of its own: it may show text and send forms to us. */
const PLAIN_CSP = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** The headers that go with every answer, to a program and to a browser; a page may set any of its own instead. */
export interface SecurityHeaders {
  json: Record<string, string>
  page: [name: string, value: string][]
}

/** Makes the headers once for all answers. HSTS only where guests come by https: over http browsers ignore it. */
export function securityHeaders({ publicUrl }: Pick<Config, 'publicUrl'>): SecurityHeaders {
  const common = {
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    // No other site may embed what is here; opening it, as every captive portal does, is not embedding.
    'cross-origin-resource-policy': 'same-origin',
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': HSTS }),
  }
  return {
    json: {
      ...common,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
    },
    page: Object.entries({
      ...common,
      'content-security-policy': PLAIN_CSP,
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    }),
  }
}
