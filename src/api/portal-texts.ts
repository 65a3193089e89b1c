import { z } from 'zod'
import { SUPPORTED_LOCALES } from '../messages/compose.ts'
import { lines } from './fields.ts'

// A page of the portal has to fit into the first round trip of a slow network. What counts is bytes, as they are in the
// page: a letter may take four, and a sign that has to be escaped six.
const TITLE_BYTES_MAX = 160
const TEXT_BYTES_MAX = 900
const HELP_BYTES_MAX = 400

function escapedBytes(text: string): number {
  return Buffer.byteLength(text.replace(/["'&<>]/g, '&quot;'))
}

function ownText(bytesMax: number, what: string) {
  return lines(bytesMax)
    .refine(text => escapedBytes(text) <= bytesMax, `Must have at most ${bytesMax} bytes as it stands in the page. Shorten it.`)
    .describe(`${what} At most ${bytesMax} bytes. Empty: the built-in text, if there is one.`)
}

const texts = z
  .strictObject({
    welcome_title: ownText(TITLE_BYTES_MAX, 'Heading of the start page.').refine(
      text => !text.includes('\n'),
      'Must be one line.',
    ),
    welcome_text: ownText(TEXT_BYTES_MAX, 'Below that heading.'),
    sign_up_note: ownText(TEXT_BYTES_MAX, 'Above the sign-up form.'),
    help_text: ownText(HELP_BYTES_MAX, 'At the foot of every page: whom to ask.'),
  })
  .partial()

/** The operator's own texts of the portal's pages by locale, each plain text. */
export const portalTexts = z
  .strictObject(
    Object.fromEntries(SUPPORTED_LOCALES.map(locale => [locale, texts])) as Record<
      (typeof SUPPORTED_LOCALES)[number],
      typeof texts
    >,
  )
  .partial()
  .describe(
    'Plain texts of the pages by locale, for example {"en": {"help_text": "Dial 9 for the front desk."}}. A language without one shows the built-in text, or none.',
  )
