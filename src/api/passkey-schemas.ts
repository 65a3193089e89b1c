import { z } from 'zod'
import { id } from './fields.ts'
import type { NamedSchema } from './operation.ts'

// What browsers and this server say to each other about passkeys is WebAuthn's (W3C, level 3, JSON forms): it is taken and
// given as it is, and judged by @simplewebauthn/server.

const TEXT_MAX = 20_000
const base64url = z
  .string()
  .min(1)
  .max(TEXT_MAX)
  .regex(/^[A-Za-z0-9_-]+$/, 'Must be base64url.')

/** A PublicKeyCredential in its JSON form. */
export const passkeyResponse = z
  .looseObject({
    id: base64url,
    rawId: base64url,
    type: z.literal('public-key'),
    response: z.looseObject({ clientDataJSON: base64url }),
    clientExtensionResults: z.looseObject({}).default({}),
  })
  .describe('What the browser answers: `PublicKeyCredential.toJSON()`.')

export const passkeyChallenge: NamedSchema = {
  name: 'PasskeyChallenge',
  zod: z.object({
    challenge_id: id.describe('Goes back with the answer. Good once, for five minutes, in this browser.'),
    options: z.record(z.string(), z.unknown()).describe('For the browser: PublicKeyCredential options in their JSON form.'),
  }),
}
export const CHALLENGE_EXAMPLE = {
  challenge_id: '0199a7a0-5c00-7000-8000-000000000010',
  options: { challenge: 'q8C0mRr0p4ZrZ5n3yW0f3rj0cVjv2b1mJf5l1pYg1xk', rpId: 'wifi.example.com', userVerification: 'required' },
}
export const RESPONSE_EXAMPLE = {
  id: 'mJf5l1pYg1xk',
  rawId: 'mJf5l1pYg1xk',
  type: 'public-key',
  response: { clientDataJSON: 'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0', authenticatorData: 'SZYN5Y', signature: 'MEUCIQ' },
  clientExtensionResults: {},
}
