import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import type { SplashPortal } from '../catalogue.ts'
import type { Db, Trx } from '../db/db.ts'

const HASH_LENGTH = 16
/** What may stand before the element of an SVG file. No entity can be declared there. */
const BEFORE_SVG = /^\s*(?:<\?xml[^>]*\?>|<!DOCTYPE svg[^>[]*>|<!--)/
const SVG = /^\s*<svg[\s>]/

export const LOGO_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/svg+xml'] as const
export type LogoType = (typeof LOGO_TYPES)[number]

/** Says what kind of image a file is by how it begins; undefined: none that browsers show as a logo. */
export function imageTypeOf(content: Buffer): LogoType | undefined {
  const begins = (hex: string, at = 0) => content.subarray(at, at + hex.length / 2).toString('hex') === hex
  if (begins('89504e470d0a1a0a')) return 'image/png'
  if (begins('ffd8ff')) return 'image/jpeg'
  if (begins('474946383761') || begins('474946383961')) return 'image/gif'
  if (begins('52494646') && begins('57454250', 8)) return 'image/webp'
  if (isUtf8(content) && isSvg(content.toString('utf8'))) return 'image/svg+xml'
  return undefined
}

// Piece by piece: one pattern for all of it would try every way of dividing the comments.
function isSvg(text: string): boolean {
  let rest = text.replace(/^\uFEFF/, '')
  for (let piece = BEFORE_SVG.exec(rest); piece; piece = BEFORE_SVG.exec(rest)) {
    const end = piece[0].endsWith('<!--') ? rest.indexOf('-->', piece[0].length) + 3 : piece[0].length
    if (end < piece[0].length) return false
    rest = rest.slice(end)
  }
  return SVG.test(rest)
}

/** Where guests' browsers get a portal's logo: the uploaded one, else what the operator has named; empty: there is none. */
export function logoUrlOf({ slug, logo_hash, logo_url }: Pick<SplashPortal, 'slug' | 'logo_hash' | 'logo_url'>): string {
  return logo_hash ? `/portal/${slug}/logo?v=${logo_hash}` : logo_url
}

export interface Logo {
  content_type: string
  content: Buffer
}

export function findLogo(db: Db, splashPortalId: string): Promise<Logo | undefined> {
  return db.kysely
    .selectFrom('splash_portal_logos')
    .select(['content_type', 'content'])
    .where('splash_portal_id', '=', splashPortalId)
    .executeTakeFirst()
}

/** Stores an uploaded logo in place of any other. Answers its hash; undefined: there is no such portal. */
export async function storeLogo(
  trx: Trx,
  splashPortalId: string,
  logo: { content_type: LogoType; content: Buffer },
  now: Date,
): Promise<string | undefined> {
  const hash = createHash('sha256').update(logo.content).digest('base64url').slice(0, HASH_LENGTH)
  const portal = await trx
    .updateTable('splash_portals')
    .set({ logo_hash: hash, logo_url: '', updated_at: now })
    .where('id', '=', splashPortalId)
    .executeTakeFirst()
  if (portal.numUpdatedRows === 0n) return undefined
  await trx
    .insertInto('splash_portal_logos')
    .values({ splash_portal_id: splashPortalId, ...logo })
    .onConflict(conflict => conflict.column('splash_portal_id').doUpdateSet(logo))
    .execute()
  return hash
}

/** Deletes an uploaded logo; a portal that has none stays as it is. */
export async function deleteLogo(trx: Trx, splashPortalId: string): Promise<boolean> {
  const deleted = await trx.deleteFrom('splash_portal_logos').where('splash_portal_id', '=', splashPortalId).executeTakeFirst()
  return deleted.numDeletedRows > 0n
}
