import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { AppError, invalidField } from '../errors.ts'
import { answerJson, answerText } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { deleteLogo, imageTypeOf, LOGO_TYPES, storeLogo } from '../portals/logo.ts'
import { insertAuditEvent } from './audit.ts'
import { notFound } from './list.ts'
import type { Operation } from './operation.ts'
import { findRow, idOf, recordSchema } from './resource.ts'
import { splashPortals } from './splash-portals.ts'

/** A guest's first page waits for it on a network that may be slow. */
const LOGO_BYTES_MAX = 64 * 1024

/** The logo of a portal as a file of ours, so that guests get it before they have any access. */
export function portalLogoOperations(ctx: Context): Operation[] {
  const { one, tag, example } = splashPortals
  return [
    {
      method: 'POST',
      path: '/splash_portals/{id}/logo',
      id: 'upload_logo',
      tag,
      summary: 'Upload a logo',
      description: `The body is the file itself, at most ${LOGO_BYTES_MAX / 1024} KiB. It is served by this server, so that it shows before a guest has access to anything else. \`logo_url\` reads as its address from then on.`,
      rawBody: { types: [...LOGO_TYPES], schema: { type: 'string', format: 'binary' } },
      answer: {
        status: 200,
        description: 'The splash portal as it is now.',
        schema: recordSchema(splashPortals),
        example: { ...example, logo_url: '/portal/lobby/logo?v=k3Jx0cZb1mYw9uVt' },
      },
      refusals: ['not_found'],
      async handle(c, caller) {
        const portalId = idOf(c, one)
        const logo = await readLogo(c.req.raw)
        await ctx.db.transaction(async trx => {
          const before = await describeLogo(trx, portalId)
          if ((await storeLogo(trx, portalId, logo, ctx.clock.now())) === undefined) throw notFound(one)
          await audit(ctx, trx, caller, portalId, { from: before, to: await describeLogo(trx, portalId) })
        })
        await ctx.catalogue.reload()
        const row = await findRow(ctx, splashPortals, portalId)
        if (!row) throw notFound(one)
        return answerJson(c.env, 200, splashPortals.present(ctx, row, caller))
      },
    },
    {
      method: 'DELETE',
      path: '/splash_portals/{id}/logo',
      id: 'delete_logo',
      tag,
      summary: 'Delete the uploaded logo',
      answer: { status: 204, description: 'There is no uploaded logo any more.' },
      refusals: ['not_found'],
      async handle(c, caller) {
        const portalId = idOf(c, one)
        await ctx.db.transaction(async trx => {
          const set = { logo_hash: '', updated_at: ctx.clock.now() }
          const portal = await trx.updateTable('splash_portals').set(set).where('id', '=', portalId).executeTakeFirst()
          if (portal.numUpdatedRows === 0n) throw notFound(one)
          const before = await describeLogo(trx, portalId)
          if (await deleteLogo(trx, portalId)) await audit(ctx, trx, caller, portalId, { from: before, to: null })
        })
        await ctx.catalogue.reload()
        return answerText(c.env, 204, null, '')
      },
    },
  ]
}

/** What the audit trail says of a logo. */
async function describeLogo(trx: Trx, portalId: string): Promise<{ content_type: string; bytes: number } | null> {
  const found = await trx
    .selectFrom('splash_portal_logos')
    .select(['content_type', eb => eb.fn<number>('length', ['content']).as('bytes')])
    .where('splash_portal_id', '=', portalId)
    .executeTakeFirst()
  return found ?? null
}

type LogoChange = Record<'from' | 'to', Awaited<ReturnType<typeof describeLogo>>>

function audit(ctx: Context, trx: Trx, caller: Caller, recordId: string, logo: LogoChange): Promise<void> {
  const event = { actor: caller.name, action: 'update', resource: splashPortals.name, recordId, changes: { logo } }
  return insertAuditEvent(ctx, trx, event)
}

/** Reads an image. What it is counts, not what it is called: a browser that is told otherwise could run it. */
async function readLogo(request: Request) {
  const declared = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  const contentType = LOGO_TYPES.find(type => type === declared)
  if (!contentType) throw new AppError('unsupported_media_type', `Send the file as one of ${LOGO_TYPES.join(', ')}.`)
  const content = Buffer.from(await request.arrayBuffer())
  if (content.length === 0) throw new AppError('bad_request', 'The body is empty; send the file itself.')
  if (content.length > LOGO_BYTES_MAX) throw new AppError('too_large', `A logo may have at most ${LOGO_BYTES_MAX / 1024} KiB.`)
  const found = imageTypeOf(content)
  if (found !== contentType)
    throw invalidField('body', found ? `The file is ${found}, not ${contentType}.` : `The file is no ${contentType}.`)
  return { content_type: contentType, content }
}
