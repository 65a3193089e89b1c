import { html } from 'hono/html'
import { z } from 'zod'
import type { SplashPortal } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { AppError, type FieldError } from '../errors.ts'
import { readForm } from '../http/body.ts'
import { renderPage } from '../http/page.ts'
import { invalidFields, parseInput } from '../http/parse.ts'
import { SUPPORTED_LOCALES } from '../messages/compose.ts'
import { notFound } from './list.ts'
import type { Operation } from './operation.ts'
import { idOf } from './resource.ts'
import { logoColumns, portalChanges, splashPortals, templateProblems } from './splash-portals.ts'

const PAGES = ['splash', 'sign_up', 'validate_account', 'forgot_password', 'sms'] as const
const draft = portalChanges.extend({
  page: z.enum(PAGES),
  locale: z.enum(SUPPORTED_LOCALES),
  color_scheme: z.enum(['light', 'dark']).optional(),
})
const EXAMPLE = 'draft={"page":"splash","locale":"en","brand_color":"#1d4ed8"}'

/** Shows the portal's own pages with values that are not saved, for the designer's frame. */
export function previewPageOperations(ctx: Context): Operation[] {
  return [
    {
      method: 'POST',
      path: '/splash_portals/{id}/preview_page',
      id: 'preview_page',
      role: 'read_only',
      tag: splashPortals.tag,
      summary: 'Show a page with values that are not saved',
      description: `A form with the one field \`draft\`, so that it can be sent into a frame: JSON with any fields of the splash portal as in a change, and \`page\` (${PAGES.join(', ')}), \`locale\` and, if one is to be forced, \`color_scheme\` (light, dark). Answers the page as guests would get it. Nothing on it works, and only pages of this server may frame it. What is wrong with a draft is said by a page with status 422.`,
      rawBody: {
        types: ['application/x-www-form-urlencoded'],
        schema: {
          type: 'object',
          required: ['draft'],
          properties: { draft: { type: 'string', contentMediaType: 'application/json' } },
        },
        example: EXAMPLE,
      },
      answer: { status: 200, description: 'The page.', isPage: true },
      refusals: ['not_found'],
      async handle(c) {
        const portal = ctx.catalogue.now.splashPortals.get(idOf(c, splashPortals.one))
        if (!portal) throw notFound(splashPortals.one)
        try {
          return await ctx.previewPage(readDraft(ctx, portal, await readForm(c.req.raw)))
        } catch (error) {
          if (error instanceof AppError && error.code === 'invalid') return explain(error)
          throw error
        }
      },
    },
  ]
}

function readDraft(ctx: Context, saved: SplashPortal, form: Record<string, string>) {
  const { page, locale, color_scheme: colorScheme, logo_url, ...fields } = parseInput(draft, parseJson(form.draft))
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const portal: SplashPortal = { ...saved, ...given, ...logoColumns(logo_url) }
  const problems = templateProblems(portal.message_templates, {
    brands: [portal.brand_name, portal.name],
    publicUrl: ctx.config.publicUrl,
    slug: portal.slug,
    segmentsMax: portal.sms_segments_max,
  })
  if (problems.length > 0) throw invalidFields(problems)
  return { portal, page, locale, colorScheme }
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    throw invalidFields([{ field: 'draft', message: 'Must be JSON.' }])
  }
}

/** The frame shows what is wrong where the page would be. */
async function explain({ fields }: AppError): Promise<Response> {
  const item = ({ field, message }: FieldError) => html`<li><code>${field}</code> ${message}</li>`
  const body = html`<main class="narrow"><div class="card"><h1>Not yet</h1><ul>${fields.map(item)}</ul></div></main>`
  const response = await renderPage({ title: 'Not yet', body, status: 422 })
  const policy = response.headers.get('content-security-policy') ?? ''
  response.headers.set('content-security-policy', policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"))
  return response
}
