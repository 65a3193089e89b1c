import type { SplashPortal } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { RequestContext } from '../http/routes.ts'
import { findLogo, type Logo } from '../portals/logo.ts'

// A drawing opened by itself, outside an <img>, is a document: this one runs, loads and sends nothing.
const CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'none'; sandbox"

// Read once per version of the record: a changed portal is a new object in the catalogue.
const logos = new WeakMap<SplashPortal, Promise<Logo | undefined>>()

/** Answers with a portal's uploaded logo. The address names its version, so that a browser asks for it once. */
export async function showLogo(ctx: Context, c: RequestContext): Promise<Response> {
  const portal = ctx.catalogue.now.portalsBySlug.get(c.req.param('slug') ?? '')
  const logo = portal?.logo_hash ? await readLogo(ctx, portal) : undefined
  if (!portal || !logo) throw new AppError('not_found', 'There is no logo at this address.')
  const isThisVersion = c.req.query('v') === portal.logo_hash
  return new Response(new Uint8Array(logo.content), {
    headers: {
      'content-type': logo.content_type,
      'content-length': String(logo.content.length),
      'cache-control': isThisVersion ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': CSP,
    },
  })
}

function readLogo(ctx: Context, portal: SplashPortal): Promise<Logo | undefined> {
  let logo = logos.get(portal)
  if (!logo) {
    logo = findLogo(ctx.db, portal.id)
    logos.set(portal, logo)
    // What failed is read again.
    logo.catch(() => logos.delete(portal))
  }
  return logo
}
