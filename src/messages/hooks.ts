import { Hono } from 'hono'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { HttpEnv, Routes } from '../http/routes.ts'
import { PROVIDERS } from '../sms/providers/list.ts'
import { openGateway } from './hand-over.ts'
import { recordReceipt } from './receipts.ts'

const uuid = z.uuid()

/** Status callbacks of SMS providers: `POST /hooks/sms/GATEWAY_ID/MESSAGE_ID`, signed for the public URL. */
export function hookRoutes(ctx: Context): Routes {
  const routes: Routes = new Hono<HttpEnv>()
  routes.post('/sms/:gatewayId/:messageId', async c => {
    const { gatewayId, messageId } = c.req.param()
    const gateway = ctx.catalogue.now.smsGateways.get(gatewayId)
    const provider = gateway && PROVIDERS.get(gateway.provider)
    if (!gateway || provider?.kind !== 'http' || !provider.readCallback)
      throw new AppError('not_found', 'There is no such gateway.')
    const { pathname, search } = new URL(c.req.url)
    const callback = {
      method: 'POST',
      url: ctx.config.publicUrl + pathname + search,
      headers: c.req.header(),
      body: await c.req.text(),
    }
    if (provider.verifyCallback && !provider.verifyCallback(callback, openGateway(ctx, gateway))) {
      ctx.metrics.receipts.inc({ provider: provider.id, outcome: 'forged' })
      ctx.log.warn(
        { gateway: gateway.id },
        'a callback with a wrong signature was refused; check the auth token and GATEHOUSE_PUBLIC_URL',
      )
      throw new AppError('forbidden', 'The signature does not match.')
    }
    for (const receipt of provider.readCallback(callback)) {
      const outcome = uuid.safeParse(messageId).success
        ? await recordReceipt(ctx, { gatewayId, messageId }, receipt)
        : 'unknown_message'
      ctx.metrics.receipts.inc({ provider: provider.id, outcome })
    }
    return c.body(null, 204)
  })
  return routes
}
