import { Hono } from 'hono'
import type { Context } from '../context.ts'
import type { HttpEnv, Routes } from './routes.ts'

/** `/`: a guest who came without a portal's address finds the only one there is; else the page for operators says what there is. */
export function homeRoutes(ctx: Context): Routes {
  const routes: Routes = new Hono<HttpEnv>()
  routes.get('/', c => {
    const [portal, another] = ctx.catalogue.now.splashPortals.values()
    return c.redirect(portal && !another ? `/portal/${portal.slug}` : '/admin', 302)
  })
  return routes
}
