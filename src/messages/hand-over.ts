import type { MailServer, SmsGateway, SplashPortal } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { carrierAddress } from '../email/carriers.ts'
import type { Mailer } from '../email/smtp.ts'
import { storeSimulatorMessage } from '../simulator/store.ts'
import { type HttpEngine, lookupByHttp, sendByHttp } from '../sms/http.ts'
import type { LookupOutcome, OpenGateway, OutgoingSms, SendOutcome } from '../sms/provider.ts'
import { PROVIDERS } from '../sms/providers/list.ts'
import { deriveCode } from '../validation/code.ts'
import type { ClaimedMessage } from './claim.ts'
import { type ComposeInput, composeEmail, composeSms } from './compose.ts'

/** What messages leave by: connections that are kept open between messages. */
export interface Carriage {
  http: HttpEngine
  mailer: Mailer
}

const misconfigured = (code: string, message: string): SendOutcome => ({
  outcome: 'rejected',
  by: 'configuration',
  code,
  message,
})

/** Hands one message to its gateway or mail server and says what became of it. Throws nothing that a provider can cause. */
export async function handOver(ctx: Context, carriage: Carriage, message: ClaimedMessage): Promise<SendOutcome> {
  if (message.channel === 'sms') {
    const gateway = gatewayOf(ctx, message)
    if (!gateway)
      return misconfigured('no_gateway', 'There is no enabled SMS gateway for this message; attach one to the plan or portal.')
    const provider = PROVIDERS.get(gateway.provider)
    if (!provider) return misconfigured('no_provider', `This version of Gatehouse has no provider "${gateway.provider}".`)
    const sms = outgoingSms(ctx, message, gateway)
    if (provider.kind === 'http') return sendByHttp(carriage.http, provider, sms, openGateway(ctx, gateway))
    await storeSimulatorMessage(ctx, {
      id: message.id,
      channel: 'sms',
      from: gateway.from || gateway.name,
      to: sms.to,
      subject: '',
      text: sms.text,
    })
    return { outcome: 'accepted', providerMessageId: message.id }
  }

  const server = message.mail_server_id ? ctx.catalogue.now.mailServers.get(message.mail_server_id) : undefined
  if (!server?.enabled)
    return misconfigured('no_mail_server', 'There is no enabled mail server for this message; add one under mail_servers.')
  const mail = outgoingMail(ctx, message)
  if (!mail) return misconfigured('no_carrier', 'The carrier of this message is gone.')
  if (server.provider === 'simulator') {
    await storeSimulatorMessage(ctx, {
      id: message.id,
      channel: message.channel,
      from: server.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
    })
    return { outcome: 'accepted', providerMessageId: message.id }
  }
  return carriage.mailer.send({ ...server, password: passwordOf(ctx, server) }, { ...mail, id: message.id })
}

/** Asks the provider whether it has the message. Mail and simulators cannot double: they are handed over again under the same id. */
export async function askProvider(ctx: Context, carriage: Carriage, message: ClaimedMessage): Promise<LookupOutcome> {
  if (message.channel !== 'sms') return { outcome: 'not_found' }
  const gateway = message.sms_gateway_id ? ctx.catalogue.now.smsGateways.get(message.sms_gateway_id) : undefined
  const provider = gateway && PROVIDERS.get(gateway.provider)
  if (!gateway || !provider) return { outcome: 'cannot_tell' }
  if (provider.kind === 'local') return { outcome: 'not_found' }
  // The provider's list is searched for the text: it cannot be written again once the portal's brand or texts have changed.
  const portal = portalOf(ctx, message)
  if (portal && portal.updated_at > message.started_at) return { outcome: 'cannot_tell' }
  return lookupByHttp(carriage.http, provider, outgoingSms(ctx, message, gateway), openGateway(ctx, gateway), message.started_at)
}

function gatewayOf(ctx: Context, message: ClaimedMessage): SmsGateway | undefined {
  const gateway = message.sms_gateway_id ? ctx.catalogue.now.smsGateways.get(message.sms_gateway_id) : undefined
  return gateway?.enabled ? gateway : undefined
}

function outgoingSms(ctx: Context, message: ClaimedMessage, gateway: SmsGateway): OutgoingSms {
  return {
    id: message.id,
    to: message.to,
    text: composeSms(composition(ctx, message)),
    validityS: Math.floor((message.expires_at.getTime() - ctx.clock.now().getTime()) / 1000),
    callbackUrl: `${ctx.config.publicUrl}/hooks/sms/${gateway.id}/${message.id}`,
  }
}

function outgoingMail(
  ctx: Context,
  message: ClaimedMessage,
): { to: string; subject: string; text: string; html?: string } | undefined {
  if (message.channel === 'email') return { to: message.to, ...composeEmail(composition(ctx, message)) }
  const carrier = message.carrier_id ? ctx.catalogue.now.carriers.get(message.carrier_id) : undefined
  return carrier && { to: carrierAddress(carrier, message.to), subject: '', text: composeSms(composition(ctx, message)) }
}

function composition(ctx: Context, message: ClaimedMessage): ComposeInput {
  return {
    template: message.template,
    locale: message.locale,
    channel: message.channel,
    portal: portalOf(ctx, message),
    publicUrl: ctx.config.publicUrl,
    ...codeOf(ctx, message),
  }
}

function portalOf(ctx: Context, message: ClaimedMessage): SplashPortal | undefined {
  const { splashPortals } = ctx.catalogue.now
  return message.splash_portal_id ? splashPortals.get(message.splash_portal_id) : splashPortals.values().next().value
}

/** The code exists only here, between the claim and the provider. */
function codeOf(ctx: Context, message: ClaimedMessage): { code?: string; minutes?: number } {
  const { validation_id: id, purpose, contact, seed, generation, code_length } = message
  if (!id || !purpose || contact === null || !seed || code_length === null) return {}
  const minutes = Math.max(1, Math.round((message.expires_at.getTime() - message.started_at.getTime()) / 60_000))
  return { code: deriveCode(ctx.keys, { id, purpose, contact, seed, generation, code_length }), minutes }
}

// Decrypted once per version of the record: a changed record is a new object in the catalogue.
const opened = new WeakMap<SmsGateway, OpenGateway>()

export function openGateway(ctx: Context, gateway: SmsGateway): OpenGateway {
  let open = opened.get(gateway)
  if (!open) {
    const { auth_token_encrypted: encrypted, ...rest } = gateway
    open = { ...rest, auth_token: encrypted ? ctx.keys.decrypt(encrypted, `sms_gateways.auth_token:${gateway.id}`) : '' }
    opened.set(gateway, open)
  }
  return open
}

function passwordOf(ctx: Context, server: MailServer): string {
  return server.password_encrypted ? ctx.keys.decrypt(server.password_encrypted, `mail_servers.password:${server.id}`) : ''
}
