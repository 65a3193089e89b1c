import type { MailServer, SmsGateway, SplashPortal } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { bounceAddressFor } from '../email/bounce-address.ts'
import { carrierAddress } from '../email/carriers.ts'
import type { Mailer } from '../email/smtp.ts'
import { addSeconds } from '../lib/clock.ts'
import { storeSimulatorMessage } from '../simulator/store.ts'
import { type HttpEngine, lookupByHttp, sendByHttp } from '../sms/http.ts'
import type { LookupOutcome, OpenGateway, OutgoingSms, SendOutcome, SmsProvider } from '../sms/provider.ts'
import { PROVIDERS } from '../sms/providers/list.ts'
import { senderFor } from '../sms/route.ts'
import { writeSms } from '../sms/segments.ts'
import type { SmsSessions } from '../sms/sessions.ts'
import { deriveCode } from '../validation/code.ts'
import type { ClaimedMessage } from './claim.ts'
import { type ComposeInput, composeEmail, composeSms } from './compose.ts'

/** What messages leave by: connections that are kept open between messages. */
export interface Carriage {
  http: HttpEngine
  sessions: SmsSessions
  mailer: Mailer
}

/** By how much the clocks of this machine and of a provider may have moved against each other. */
const CLOCK_DOUBT_S = 900

const misconfigured = (code: string, message: string): SendOutcome => ({
  outcome: 'rejected',
  by: 'configuration',
  code,
  message,
})

/** Hands a text message to a gateway and says what became of it. Throws nothing that a provider can cause. */
export async function handOverSms(
  ctx: Context,
  { message, gateway, sms }: { message: ClaimedMessage; gateway: SmsGateway; sms: OutgoingSms },
): Promise<SendOutcome> {
  const provider = PROVIDERS.get(gateway.provider)
  if (!provider) return misconfigured('no_provider', `This version of Gatehouse has no provider "${gateway.provider}".`)
  return sendSms(ctx, { provider, sms, gateway: openGatewayFor(ctx, gateway, message.country ?? '') })
}

/** Sends one text message through a gateway, whatever its provider is. */
async function sendSms(
  ctx: Context,
  { provider, sms, gateway }: { provider: SmsProvider; sms: OutgoingSms; gateway: OpenGateway },
): Promise<SendOutcome> {
  switch (provider.kind) {
    case 'http':
      return sendByHttp(ctx.carriage.http, provider, sms, gateway)
    case 'session':
      return ctx.carriage.sessions.sessionFor(provider, gateway).send(sms, gateway.from)
    case 'local':
      await storeSimulatorMessage(ctx, {
        id: sms.id,
        channel: 'sms',
        from: gateway.from || gateway.name,
        to: sms.to,
        subject: '',
        text: sms.text,
      })
      return { outcome: 'accepted', providerMessageId: sms.id }
  }
}

/** Hands an email, or a text message by way of a carrier's email gateway, to a mail server. */
export async function handOverMail(ctx: Context, message: ClaimedMessage, server: MailServer): Promise<SendOutcome> {
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
  const envelopeFrom = server.bounce_address ? bounceAddressFor(ctx.keys, server.bounce_address, message.id) : undefined
  return ctx.carriage.mailer.send({ ...server, password: passwordOf(ctx, server) }, { ...mail, id: message.id, envelopeFrom })
}

/** Asks the provider whether it has the message. Mail and simulators cannot double: they are handed over again under the same id. */
export async function askProvider(ctx: Context, message: ClaimedMessage): Promise<LookupOutcome> {
  if (message.channel !== 'sms') return { outcome: 'not_found' }
  const gateway = message.sms_gateway_id ? ctx.catalogue.now.smsGateways.get(message.sms_gateway_id) : undefined
  const provider = gateway && PROVIDERS.get(gateway.provider)
  if (!gateway || !provider) return { outcome: 'cannot_tell' }
  if (provider.kind === 'local') return { outcome: 'not_found' }
  if (provider.kind === 'session') return { outcome: 'cannot_tell' }
  // The provider's list is searched for the text: it cannot be written again once the portal's brand or texts have changed.
  const portal = portalOf(ctx, message)
  if (portal && portal.updated_at > message.started_at) return { outcome: 'cannot_tell' }
  const { sms } = prepareSms(ctx, message, gateway)
  const open = openGatewayFor(ctx, gateway, message.country ?? '')
  return lookupByHttp(ctx.carriage.http, provider, sms, open, await lookupRange(ctx, message))
}

/**
 * Among what the message is looked for. The text of a code is its own: leaving out the messages whose ids are known, it
 * can be looked for in a wide range, so that a clock that was moved in between hides nothing. Other texts come again.
 */
async function lookupRange(ctx: Context, message: ClaimedMessage): Promise<{ since: Date; known: ReadonlySet<string> }> {
  if (!message.validation_id) return { since: message.started_at, known: new Set() }
  const others = await ctx.db.kysely
    .selectFrom('messages')
    .select('provider_message_id')
    .where('validation_id', '=', message.validation_id)
    .where('id', '<>', message.id)
    .execute()
  const known = others.flatMap(({ provider_message_id: id }) => id ?? [])
  return { since: addSeconds(message.started_at, -CLOCK_DOUBT_S), known: new Set(known) }
}

/** Writes a text message as a gateway is to send it. The code exists only from here to the provider. */
export function prepareSms(ctx: Context, message: ClaimedMessage, gateway: SmsGateway): { sms: OutgoingSms; segments: number } {
  const { text, encoding, segments } =
    message.template === 'test' ? writeSms(testText(ctx)) : composeSms(composition(ctx, message))
  const now = ctx.clock.now()
  const sms = {
    id: message.id,
    to: message.to,
    text,
    encoding,
    validityS: Math.floor((message.expires_at.getTime() - now.getTime()) / 1000),
    callbackUrl: callbackUrl(ctx, gateway, message.id),
    now,
  }
  return { sms, segments }
}

/** What a test message says. */
function testText(ctx: Context): string {
  return `Test message from Gatehouse at ${new URL(ctx.config.publicUrl).host}: this gateway works.`
}

/**
 * Where the provider reports to. Without a message id: the gateway's own address, for providers that know only one. The
 * parameter `t` stands for the signature of a provider that does not always sign.
 */
export function callbackUrl(ctx: Context, gateway: Pick<SmsGateway, 'id' | 'provider'>, messageId = ''): string {
  const provider = PROVIDERS.get(gateway.provider)
  const path = `/hooks/sms/${gateway.id}${messageId && `/${messageId}`}`
  const token =
    provider?.kind === 'http' && provider.signing === 'always' ? '' : `?t=${callbackToken(ctx, gateway.id, messageId)}`
  return ctx.config.publicUrl + path + token
}

/** The secret in a callback's address: of one gateway and, where the address names it, of one message. */
export function callbackToken(ctx: Pick<Context, 'keys'>, gatewayId: string, messageId: string): string {
  return ctx.keys.linkMac(`sms callback ${gatewayId} ${messageId}`)
}

function outgoingMail(
  ctx: Context,
  message: ClaimedMessage,
): { to: string; subject: string; text: string; html?: string } | undefined {
  if (message.channel === 'email') return { to: message.to, ...composeEmail(composition(ctx, message)) }
  const carrier = message.carrier_id ? ctx.catalogue.now.carriers.get(message.carrier_id) : undefined
  return carrier && { to: carrierAddress(carrier, message.to), subject: '', text: composeSms(composition(ctx, message)).text }
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

function codeOf(ctx: Context, message: ClaimedMessage): { code?: string; minutes?: number } {
  const { validation_id: id, purpose, contact, seed, generation, code_length } = message
  if (!id || !purpose || contact === null || !seed || code_length === null) return {}
  const minutes = Math.max(1, Math.round((message.expires_at.getTime() - message.started_at.getTime()) / 60_000))
  return { code: deriveCode(ctx.keys, { id, purpose, contact, seed, generation, code_length }), minutes }
}

// Decrypted once per version of the record: a changed record is a new object in the catalogue.
const opened = new WeakMap<SmsGateway, OpenGateway>()

/** A gateway with its secrets in clear. */
export function openGateway(ctx: Context, gateway: SmsGateway): OpenGateway {
  let open = opened.get(gateway)
  if (!open) {
    const { auth_token_encrypted: token, callback_secret_encrypted: secret, ...rest } = gateway
    open = {
      ...rest,
      auth_token: token ? ctx.keys.decrypt(token, `sms_gateways.auth_token:${gateway.id}`) : '',
      callback_secret: secret ? ctx.keys.decrypt(secret, `sms_gateways.callback_secret:${gateway.id}`) : '',
    }
    opened.set(gateway, open)
  }
  return open
}

/** The same, with the sender that a country gets. */
function openGatewayFor(ctx: Context, gateway: SmsGateway, country: string): OpenGateway {
  const open = openGateway(ctx, gateway)
  const from = senderFor(gateway, country)
  return from === open.from ? open : { ...open, from }
}

function passwordOf(ctx: Context, server: MailServer): string {
  return server.password_encrypted ? ctx.keys.decrypt(server.password_encrypted, `mail_servers.password:${server.id}`) : ''
}
