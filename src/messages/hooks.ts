import { Hono } from 'hono'
import { z } from 'zod'
import type { SmsGateway } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { answerText } from '../http/answer.ts'
import type { HttpEnv, RequestContext, Routes } from '../http/routes.ts'
import { equalInConstantTime } from '../lib/keys.ts'
import type { Callback, HttpProvider } from '../sms/provider.ts'
import { PROVIDERS } from '../sms/providers/list.ts'
import { callbackToken, openGateway } from './hand-over.ts'
import { hearInbound } from './opt-out.ts'
import { recordReceipt } from './receipts.ts'

const uuid = z.uuid()

/**
 * Callbacks of SMS providers: receipts at `/hooks/sms/GATEWAY_ID/MESSAGE_ID`, or without the message's id where a provider
 * knows one address for all; texts from phones at `/hooks/sms/GATEWAY_ID/inbound`. Some providers call with GET.
 */
export function hookRoutes(ctx: Context): Routes {
  const routes: Routes = new Hono<HttpEnv>()
  for (const path of ['/sms/:gatewayId', '/sms/:gatewayId/:messageId'])
    routes.on(['GET', 'POST'], path, async c => {
      const { gateway, provider, callback } = await readCallback(ctx, c)
      const messageId = c.req.param('messageId') ?? ''
      verify(ctx, { gateway, provider, callback, messageId })
      const confirmation = provider.confirmCallback?.(callback, openGateway(ctx, gateway))
      if (confirmation) await ctx.carriage.http.exchange(confirmation)
      if (messageId === 'inbound') await hearAll(ctx, { gateway, provider, callback })
      else if (!(await recordAll(ctx, { gateway, provider, callback, messageId })))
        throw new AppError('not_found', 'There is no such message yet.')
      return answerText(c.env, 200, '', 'text/plain')
    })
  return routes
}

interface Called {
  gateway: SmsGateway
  provider: HttpProvider
  callback: Callback
}

async function readCallback(ctx: Context, c: RequestContext): Promise<Called> {
  const gateway = ctx.catalogue.now.smsGateways.get(c.req.param('gatewayId') ?? '')
  const provider = gateway && PROVIDERS.get(gateway.provider)
  if (!gateway || provider?.kind !== 'http' || !provider.readCallback)
    throw new AppError('not_found', 'There is no such gateway.')
  // As the provider wrote it: some sign the very characters, which a parsed URL may write in another way.
  const target = c.env.incoming?.url ?? c.req.url.replace(/^https?:\/\/[^/]*/, '')
  const callback = {
    method: c.req.method,
    url: ctx.config.publicUrl + target,
    headers: c.req.header(),
    body: await c.req.text(),
  }
  return { gateway, provider, callback }
}

function verify(ctx: Context, { gateway, provider, callback, messageId }: Called & { messageId: string }): void {
  const given = new URL(callback.url).searchParams.get('t') ?? ''
  const isOurs =
    provider.signing === 'always' ||
    ctx.keys.all.some(
      keys =>
        equalInConstantTime(given, callbackToken({ keys }, gateway.id, messageId)) ||
        equalInConstantTime(given, callbackToken({ keys }, gateway.id, '')),
    )
  const open = openGateway(ctx, gateway)
  const mustBeSigned = provider.signing === 'always' || (provider.signing === 'optional' && open.callback_secret !== '')
  const isSigned = !mustBeSigned || provider.verifyCallback?.(callback, open, ctx.clock.now()) === true
  if (isOurs && isSigned) return
  ctx.metrics.receipts.inc({ provider: provider.id, outcome: 'forged' })
  ctx.log.warn(
    { gateway: gateway.id },
    isOurs
      ? 'a callback with a wrong signature was refused; check the gateway’s secrets and GATEHOUSE_PUBLIC_URL'
      : 'a callback without the secret of its address was refused; copy the gateway’s callback_url to the provider again',
  )
  throw new AppError('forbidden', 'The signature does not match.')
}

/** False: one of them is about a message that is not known by the provider's id, or not yet. */
async function recordAll(
  ctx: Context,
  { gateway, provider, callback, messageId }: Called & { messageId: string },
): Promise<boolean> {
  let areKnown = true
  for (const receipt of provider.readCallback?.(callback, openGateway(ctx, gateway)) ?? []) {
    // One call may report many messages; the address names one of them.
    if (messageId && receipt.messageId && receipt.messageId !== messageId) continue
    const named = messageId || receipt.messageId
    const isId = named === undefined || named === '' || uuid.safeParse(named).success
    const outcome = isId
      ? await recordReceipt(ctx, { gatewayId: gateway.id, messageId: named || undefined }, receipt)
      : 'unknown_message'
    // A message that the address names is ours to know; one that the provider's id names may not be written down yet.
    if (outcome === 'unknown_message' && !named) areKnown = false
    ctx.metrics.receipts.inc({ provider: provider.id, outcome })
  }
  return areKnown
}

async function hearAll(ctx: Context, { gateway, provider, callback }: Called): Promise<void> {
  for (const sms of provider.readInbound?.(callback, openGateway(ctx, gateway)) ?? []) {
    const heard = await hearInbound(ctx, gateway.id, sms)
    ctx.log.info({ gateway: gateway.id, heard }, 'a text from a phone')
  }
}
