import { z } from 'zod'
import type { SplashPortal } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { answerJson } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import { invalidFields, parseInput } from '../http/parse.ts'
import { checkTemplates } from '../messages/check-templates.ts'
import {
  type ComposeInput,
  composeEmail,
  composeSms,
  EMAIL_TO_SMS_MAX,
  MESSAGE_TEMPLATES,
  SUPPORTED_LOCALES,
} from '../messages/compose.ts'
import { charactersMax, countSegments } from '../sms/segments.ts'
import { CODE_LIFETIME_S } from '../validation/rules.ts'
import { lines } from './fields.ts'
import { notFound } from './list.ts'
import type { Operation } from './operation.ts'
import { idOf } from './resource.ts'
import { portalChanges, splashPortals } from './splash-portals.ts'

const SAMPLE_CODE = '123456'
const LOCALE = z.enum(SUPPORTED_LOCALES)

const question = z.strictObject({
  template: z.enum(MESSAGE_TEMPLATES),
  locale: LOCALE,
  channel: z.enum(['sms', 'email', 'email_to_sms']),
  text: lines(5_000)
    .optional()
    .describe('Instead of the saved text: of the message, or of the email below its subject. Checked as if it were saved.'),
  draft: portalChanges
    .pick({ name: true, slug: true, brand_name: true, brand_color: true, sms_segments_max: true, message_templates: true })
    .optional()
    .describe('Fields of the splash portal that are not saved yet. `message_templates` replaces all of the saved texts.'),
})
const message = {
  subject: z.string().nullable().describe('Of an email.'),
  text: z.string(),
  encoding: z.enum(['GSM-7', 'UCS-2']).nullable().describe('Null for an email.'),
  segments: z.int().min(1).nullable().describe('How many text messages it costs. Null for an email.'),
  length: z
    .int()
    .min(0)
    .describe('In what the encoding counts: signs of GSM-7, of which € [ ] { } and a few more count twice; else 16-bit units.'),
  length_max: z.int().nullable().describe('How long it may be in that encoding on this portal. Null for an email.'),
}
const answer = z.object({
  ...message,
  locales: z
    .array(z.object({ locale: LOCALE, ...message, problems: z.array(z.string()) }))
    .describe('The same message in every language, with what is wrong with its own text: such a text cannot be saved.'),
})

type Question = z.output<typeof question>

/** The name under which message_templates holds the text of a message. */
function templateName({ template, channel }: Question): string {
  if (channel === 'email') return `${template}_email_text`
  return channel === 'email_to_sms' && template === 'code' ? 'code_email_to_sms' : `${template}_sms`
}

const EXAMPLE = {
  subject: null,
  text: '123456 is your Hotel Aurora code.\n@wifi.example.com #123456',
  encoding: 'GSM-7',
  segments: 1,
  length: 59,
  length_max: 160,
}

/** Shows a message as a guest would get it. Nothing is sent or saved. */
export function previewOperations(ctx: Context): Operation[] {
  return [
    {
      method: 'POST',
      path: '/splash_portals/{id}/preview_message',
      id: 'preview_message',
      role: 'read_only',
      tag: splashPortals.tag,
      summary: 'Show a message as it would be sent',
      description: `With the code ${SAMPLE_CODE}. Nothing is sent or saved.`,
      body: {
        schema: { name: 'MessagePreviewQuestion', zod: question },
        example: { template: 'code', locale: 'en', channel: 'sms', text: '{code} is your {brand} code.' },
      },
      answer: {
        status: 200,
        description: 'The message.',
        schema: { name: 'MessagePreview', zod: answer },
        example: { ...EXAMPLE, locales: [{ locale: 'en', ...EXAMPLE, problems: [] }] },
      },
      refusals: ['not_found'],
      async handle(c) {
        const saved = ctx.catalogue.now.splashPortals.get(idOf(c, splashPortals.one))
        if (!saved) throw notFound(splashPortals.one)
        const asked = parseInput(question, await readJson(c.req.raw))
        const portal = withText({ ...saved, ...asked.draft } as SplashPortal, asked)
        const { locale, text } = asked
        const problems = problemsOf(ctx, portal, asked, locale)
        if (text !== undefined && problems.length > 0)
          throw invalidFields(problems.map(problem => ({ field: 'text', message: problem })))
        const locales = SUPPORTED_LOCALES.map(each => ({
          locale: each,
          ...compose(ctx, portal, asked, each),
          problems: problemsOf(ctx, portal, asked, each),
        }))
        return answerJson(c.env, 200, { ...compose(ctx, portal, asked, locale), locales })
      },
    },
  ]
}

function withText(portal: SplashPortal, asked: Question): SplashPortal {
  if (asked.text === undefined) return portal
  const { message_templates: texts } = portal
  const own = { ...texts[asked.locale], [templateName(asked)]: asked.text }
  return { ...portal, message_templates: { ...texts, [asked.locale]: own } }
}

/** What keeps the portal's own text of this message from being saved. */
function problemsOf(ctx: Context, portal: SplashPortal, asked: Question, locale: string): string[] {
  const name = templateName(asked)
  const texts = portal.message_templates[locale] ?? {}
  const names = asked.channel === 'email' ? [name, name.replace(/_text$/, '_subject')] : [name]
  const own = Object.fromEntries(names.flatMap(each => (texts[each] === undefined ? [] : [[each, texts[each]]])))
  const site = {
    brands: [portal.brand_name, portal.name],
    publicUrl: ctx.config.publicUrl,
    slug: portal.slug,
    segmentsMax: portal.sms_segments_max,
  }
  return checkTemplates({ [locale]: own }, site).map(({ message }) => message)
}

function compose(ctx: Context, portal: SplashPortal, { template, channel }: Question, locale: string) {
  const input: ComposeInput = {
    template,
    locale,
    channel,
    portal,
    publicUrl: ctx.config.publicUrl,
    ...(template === 'code' && { code: SAMPLE_CODE, minutes: CODE_LIFETIME_S / 60 }),
  }
  if (channel === 'email') {
    const { subject, text } = composeEmail(input)
    return { subject, text, encoding: null, segments: null, length: text.length, length_max: null }
  }
  const written = composeSms(input)
  const isByEmail = channel === 'email_to_sms'
  const length = isByEmail ? written.text.length : countSegments(written.text).units
  const lengthMax = isByEmail ? EMAIL_TO_SMS_MAX : charactersMax(written.encoding, portal.sms_segments_max)
  return { subject: null, ...written, length, length_max: lengthMax }
}
