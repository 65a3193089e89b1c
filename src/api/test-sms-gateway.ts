import { z } from 'zod'
import type { SmsGateway } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { answerJson } from '../http/answer.ts'
import { readJson, readOptionalJson } from '../http/body.ts'
import { invalidFields, parseInput } from '../http/parse.ts'
import { maskContact } from '../lib/mask.ts'
import { openGateway } from '../messages/hand-over.ts'
import { sendTestSms } from '../messages/send-test.ts'
import { checkByHttp } from '../sms/http.ts'
import type { CheckOutcome, SendOutcome } from '../sms/provider.ts'
import { PROVIDERS } from '../sms/providers/list.ts'
import { insertAuditEvent } from './audit.ts'
import { id, line } from './fields.ts'
import { notFound } from './list.ts'
import type { Operation } from './operation.ts'
import { idOf } from './resource.ts'
import { smsGateways } from './sms-gateways.ts'

const E164 = /^\+[1-9]\d{6,14}$/
const nothing = z.strictObject({})
const test = z.strictObject({ to: line(20, 1).describe('A mobile number in international form, best your own.') })
const tested = z.object({
  message_id: id.describe('Its receipts show there.'),
  outcome: z.enum(['accepted', 'rejected', 'throttled', 'unavailable', 'unknown']),
  error_class: z.string().describe('Whose fault: recipient, route, configuration or content. Empty when it is nobody’s.'),
  error_code: z.string().describe('The provider’s own code.'),
  explanation: z.string().describe('What it means and what to do, in plain words.'),
})
const checked = z.object({
  outcome: z.enum(['ok', 'refused', 'cannot_tell']),
  error_code: z.string(),
  explanation: z.string(),
})
const option = z.object({
  name: z.string(),
  label: z.string(),
  help: z.string(),
  required: z.boolean(),
  type: z.enum(['text', 'long_text', 'number', 'boolean', 'choice']),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
})
const field = z.object({ label: z.string(), help: z.string(), required: z.boolean() })
const provider = z.object({
  id: z.string(),
  label: z.string(),
  docs: z.string().describe('The vendor’s page on its API.'),
  fields: z
    .object({
      from: field.optional(),
      account_sid: field.optional(),
      auth_token: field.optional(),
      base_url: field.optional(),
      callback_secret: field.optional(),
    })
    .describe('How this provider calls the fields of a gateway. A field that is not there is not used.'),
  options: z.array(option).describe('What goes into `options`.'),
  can_check: z.boolean().describe('Whether credentials can be checked without sending.'),
  sends_receipts: z.boolean(),
})

/** Trying a gateway out, and what the form of each provider looks like. */
export function testSmsGatewayOperations(ctx: Context): Operation[] {
  const gatewayOf = (recordId: string): SmsGateway => {
    const gateway = ctx.catalogue.now.smsGateways.get(recordId)
    if (!gateway) throw notFound(smsGateways.one)
    return gateway
  }
  return [
    {
      method: 'POST',
      path: '/sms_gateways/{id}/test',
      id: 'test_sms_gateway',
      tag: smsGateways.tag,
      summary: 'Send a test message',
      description:
        'Sends one message through this gateway alone, enabled or not, waits for the provider’s answer and explains it. Limits and prices do not apply.',
      body: { schema: { name: 'SmsGatewayTest', zod: test }, example: { to: '+15555550123' } },
      answer: {
        status: 200,
        description: 'What the provider said.',
        schema: { name: 'SmsGatewayTested', zod: tested },
        example: {
          message_id: '0199a7a0-5c00-7000-8000-000000000009',
          outcome: 'accepted',
          error_class: '',
          error_code: '',
          explanation: 'Twilio has taken the message. It should be on the phone within seconds.',
        },
      },
      refusals: ['not_found', 'invalid'],
      async handle(c, caller) {
        const gateway = gatewayOf(idOf(c, smsGateways.one))
        const { to } = parseInput(test, await readJson(c.req.raw))
        if (!E164.test(to))
          throw invalidFields([{ field: 'to', message: 'Must be a number in international form such as +14155550123.' }])
        await insertAuditEvent(ctx, undefined, {
          actor: caller.name,
          action: 'test',
          resource: smsGateways.name,
          recordId: gateway.id,
          changes: { to: maskContact(to) },
        })
        const { messageId, outcome } = await sendTestSms(ctx, { gateway, to })
        return answerJson(c.env, 200, {
          message_id: messageId,
          outcome: outcome.outcome,
          error_class: outcome.outcome === 'rejected' ? outcome.by : '',
          error_code: 'code' in outcome ? outcome.code : '',
          explanation: explain(gateway, outcome),
        })
      },
    },
    {
      method: 'POST',
      path: '/sms_gateways/{id}/check',
      id: 'check_sms_gateway',
      tag: smsGateways.tag,
      summary: 'Check the credentials',
      description: 'Asks the provider something that needs the credentials and sends nothing.',
      body: { schema: { name: 'Nothing', zod: nothing }, example: {}, optional: true },
      answer: {
        status: 200,
        description: 'What the provider said.',
        schema: { name: 'SmsGatewayChecked', zod: checked },
        example: { outcome: 'ok', error_code: '', explanation: 'The credentials are right and the account is active.' },
      },
      refusals: ['not_found', 'invalid'],
      async handle(c) {
        parseInput(nothing, await readOptionalJson(c.req.raw))
        const outcome = await check(ctx, gatewayOf(idOf(c, smsGateways.one)))
        return answerJson(c.env, 200, {
          outcome: outcome.outcome,
          error_code: 'code' in outcome ? outcome.code : '',
          explanation: outcome.message,
        })
      },
    },
    {
      method: 'GET',
      path: '/sms_providers',
      id: 'list_sms_providers',
      tag: smsGateways.tag,
      summary: 'List the providers',
      description: 'Every provider that a gateway can have, with the labels and help of its form.',
      answer: {
        status: 200,
        description: 'All of them.',
        schema: { name: 'SmsProviderList', zod: z.object({ data: z.array(provider), total: z.int() }) },
        example: { data: [], total: 0 },
      },
      handle(c) {
        const data = [...PROVIDERS.values()].map(({ id: providerId, label, docs, fields, options, ...rest }) => ({
          id: providerId,
          label,
          docs,
          fields,
          options,
          can_check: rest.kind !== 'http' || rest.buildCheck !== undefined,
          sends_receipts: rest.kind === 'session' || (rest.kind === 'http' && rest.readCallback !== undefined),
        }))
        return answerJson(c.env, 200, { data, total: data.length })
      },
    },
  ]
}

async function check(ctx: Context, gateway: SmsGateway): Promise<CheckOutcome> {
  const provider = PROVIDERS.get(gateway.provider)
  switch (provider?.kind) {
    case undefined:
      return { outcome: 'refused', code: 'no_provider', message: 'This version of Gatehouse has no such provider.' }
    case 'http':
      return checkByHttp(ctx.carriage.http, provider, openGateway(ctx, gateway), ctx.clock.now())
    case 'session':
      return ctx.carriage.sessions.sessionFor(provider, openGateway(ctx, gateway)).check()
    case 'local':
      return { outcome: 'ok', message: 'There is nothing to check: its messages are on the page /simulator.' }
  }
}

function explain(gateway: SmsGateway, outcome: SendOutcome): string {
  const label = PROVIDERS.get(gateway.provider)?.label ?? gateway.provider
  switch (outcome.outcome) {
    case 'accepted':
      return `${label} has taken the message. That is not yet the phone: look at it, and at the message’s events, where receipts show.`
    case 'rejected':
      return outcome.message
    case 'throttled':
      return outcome.retryAfterS
        ? `${label} asks to wait for ${outcome.retryAfterS} s: ${outcome.message}`
        : `${label} asks to wait: ${outcome.message}`
    case 'unavailable':
      return `${label} could not be reached, nothing was sent: ${outcome.message}`
    case 'unknown':
      return `It is not known whether ${label} has taken the message: ${outcome.message} It is being asked; see the message’s status.`
  }
}
