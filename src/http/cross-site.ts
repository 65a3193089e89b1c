import { AppError } from '../errors.ts'

/**
 * Refuses what a page of another site sent (OWASP, fetch metadata): by Sec-Fetch-Site where the browser sends it, which it
 * does over https and to this machine, else by Origin. A client that sends neither is no browser that holds a cookie.
 */
export function refuseCrossSite(publicUrl: string, request: Request): void {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const isOwn =
    site === null ? origin === null || isOwnOrigin(publicUrl, request, origin) : site === 'same-origin' || site === 'none'
  if (!isOwn) throw new AppError('cross_site', 'The form was sent from another site.')
}

function isOwnOrigin(publicUrl: string, request: Request, origin: string): boolean {
  if (origin === publicUrl) return true
  // The guest may have come by another name of this server (http/host.ts says which): then page and form have the same one.
  const host = request.headers.get('host') ?? new URL(request.url).host
  return URL.canParse(origin) && new URL(origin).host === host
}
