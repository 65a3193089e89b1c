import { z } from 'zod'
import type { Context } from '../context.ts'
import { answerJson } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import { invalidFields, parseInput } from '../http/parse.ts'
import { checkTemplates } from '../messages/check-templates.ts'
import { composeEmail, composeSms, SUPPORTED_LOCALES } from '../messages/compose.ts'
import { CODE_LIFETIME_S } from '../validation/rules.ts'
import { lines } from './fields.ts'
import { notFound } from './list.ts'
import type { Operation } from './operation.ts'
import { idOf } from './resource.ts'
import { splashPortals } from './splash-portals.ts'

const SAMPLE_CODE = '123456'

const question = z.strictObject({
  template: z.enum(['code', 'password_changed', 'contact_moved']),
  locale: z.enum(SUPPORTED_LOCALES),
  channel: z.enum(['sms', 'email', 'email_to_sms']),
  text: lines(5_000)
    .optional()
    .describe('Instead of the saved text: of the message, or of the email below its subject. Checked as if it were saved.'),
})
const answer = z.object({
  subject: z.string().nullable().describe('Of an email.'),
  text: z.string(),
  encoding: z.enum(['GSM-7', 'UCS-2']).nullable().describe('Null for an email.'),
  segments: z.int().min(1).nullable().describe('How many text messages it costs. Null for an email.'),
})

type Question = z.output<typeof question>

/** The name under which message_templates holds the text of a message. */
function templateName({ template, channel }: Question): string {
  if (channel === 'email') return `${template}_email_text`
  return channel === 'email_to_sms' && template === 'code' ? 'code_email_to_sms' : `${template}_sms`
}

/** Shows a message as a guest would get it. Nothing is sent or saved. */
export function previewOperations(ctx: Context): Operation[] {
  return [
    {
      method: 'POST',
      path: '/splash_portals/{id}/preview_message',
      id: 'preview_message',
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
        example: {
          subject: null,
          text: '123456 is your Hotel Aurora code.\n@wifi.example.com #123456',
          encoding: 'GSM-7',
          segments: 1,
        },
      },
      refusals: ['not_found'],
      async handle(c) {
        const portal = ctx.catalogue.now.splashPortals.get(idOf(c, splashPortals.one))
        if (!portal) throw notFound(splashPortals.one)
        const asked = parseInput(question, await readJson(c.req.raw))
        const { template, locale, channel, text } = asked
        const own = text === undefined ? {} : { [templateName(asked)]: text }
        const problems = checkTemplates(
          { [locale]: own },
          {
            brands: [portal.brand_name, portal.name],
            publicUrl: ctx.config.publicUrl,
            segmentsMax: portal.sms_segments_max,
          },
        )
        if (problems.length > 0)
          throw invalidFields(problems.map(problem => ({ field: 'text', message: problem.replace(/^[\w.]+: /, '') })))
        const saved = portal.message_templates
        const input = {
          template,
          locale,
          channel,
          portal: { ...portal, message_templates: { ...saved, [locale]: { ...saved[locale], ...own } } },
          publicUrl: ctx.config.publicUrl,
          ...(template === 'code' && { code: SAMPLE_CODE, minutes: CODE_LIFETIME_S / 60 }),
        }
        if (channel !== 'email') return answerJson(c.env, 200, { subject: null, ...composeSms(input) })
        const email = composeEmail(input)
        return answerJson(c.env, 200, { subject: email.subject, text: email.text, encoding: null, segments: null })
      },
    },
  ]
}
