import { z } from 'zod'
import type { Context } from '../context.ts'
import { answerJson } from '../http/answer.ts'
import { formatMicros } from '../lib/money.ts'
import { PROVIDERS } from '../sms/providers/list.ts'
import { notFound } from './list.ts'
import { ADVICE_KEYS, adviseOnMessage, explainAttempt } from './message-advice.ts'
import type { MessageRow } from './message-watch.ts'
import { attempt, messages } from './messages.ts'
import type { Operation } from './operation.ts'
import { findRow, idOf, readOperations } from './resource.ts'

/** What a gateway or mail server is called that has no name any more. */
export const DELETED_WAY = 'A gateway that was deleted'

const named = z.string().nullable().describe('Its name; null where there is none, or it is deleted. So with the other records.')

const details = messages.read.extend({
  sms_gateway: named,
  mail_server: named,
  carrier: named,
  usage_plan: named,
  splash_portal: named,
  network: z.string().nullable().describe('As the provider calls it.'),
  segments: z.int().nullable().describe('Parts of a text message, as they are charged.'),
  price: z.string().nullable().describe('Of all parts; null: nobody knows it.'),
  currency: z.string().nullable(),
  validation_status: z.string().nullable().describe('Of the validation whose code it carries; null for a notice.'),
  attempts: z.array(
    attempt.extend({ sms_gateway: named, mail_server: named, explanation: z.string().describe('How it ended, in plain words.') }),
  ),
  advice: z
    .object({
      key: z.enum(ADVICE_KEYS),
      params: z.record(z.string(), z.union([z.string(), z.number()])).describe('What stands in the text.'),
      text: z.string(),
    })
    .nullable()
    .describe('What happened and what to do. Null: all went well.'),
})

const { attempts: attemptExamples, ...plainExample } = messages.example as Record<string, unknown> & { attempts: object[] }
const example = {
  ...plainExample,
  sms_gateway: 'Twilio',
  mail_server: null,
  carrier: null,
  usage_plan: null,
  splash_portal: 'Lobby',
  network: null,
  segments: 1,
  price: '0.0079',
  currency: 'USD',
  validation_status: 'approved',
  attempts: attemptExamples.map(it => ({ ...it, sms_gateway: 'Twilio', mail_server: null, explanation: 'Took the message.' })),
  advice: null,
}

/** List and read: one message is told with all that is known of it. */
export function messageOperations(ctx: Context): Operation[] {
  return readOperations(ctx, messages).map(operation =>
    operation.path.endsWith('{id}')
      ? {
          ...operation,
          answer: { ...operation.answer, schema: { name: 'MessageDetails', zod: details }, example },
          async handle(c, caller) {
            const id = idOf(c, messages.one)
            const row = await findRow(ctx, messages, id)
            if (!row) throw notFound(messages.one)
            const more = await findMore(ctx, id)
            const shown = messages.present(ctx, row, caller) as Shown
            return answerJson(c.env, 200, { ...shown, ...describe(ctx, row, shown, more) })
          },
        }
      : operation,
  )
}

interface More {
  network: string | null
  segments: number | null
  price_micros: number | null
  currency: string | null
  validation_status: string | null
}

async function findMore(ctx: Context, id: string): Promise<More | undefined> {
  return ctx.db.kysely
    .selectFrom('messages as m')
    .leftJoin('validations as v', 'v.id', 'm.validation_id')
    .select(['m.network', 'm.segments', 'm.price_micros', 'm.currency', 'v.status as validation_status'])
    .where('m.id', '=', id)
    .executeTakeFirst()
}

/** What the list shows of a message: contacts that a provider has repeated are masked in it. */
type Shown = Pick<MessageRow, 'attempts' | 'error_message'>

function describe(ctx: Context, row: MessageRow, shown: Shown, more: More | undefined) {
  const { smsGateways, mailServers, carriers, usagePlans, splashPortals } = ctx.catalogue.now
  const nameIn = (records: ReadonlyMap<string, { name: string }>, id: string | null) => records.get(id ?? '')?.name ?? null
  const wayOf = (of: { sms_gateway_id: string | null; mail_server_id: string | null }) =>
    nameIn(smsGateways, of.sms_gateway_id) ?? nameIn(mailServers, of.mail_server_id) ?? DELETED_WAY
  const attempts = shown.attempts.map(it => ({
    ...it,
    sms_gateway: nameIn(smsGateways, it.sms_gateway_id),
    mail_server: nameIn(mailServers, it.mail_server_id),
    explanation: explainAttempt(it),
  }))
  const provider = PROVIDERS.get(smsGateways.get(row.sms_gateway_id ?? '')?.provider ?? '')
  return {
    sms_gateway: nameIn(smsGateways, row.sms_gateway_id),
    mail_server: nameIn(mailServers, row.mail_server_id),
    carrier: nameIn(carriers, row.carrier_id),
    usage_plan: nameIn(usagePlans, row.usage_plan_id),
    splash_portal: nameIn(splashPortals, row.splash_portal_id),
    network: more?.network ?? null,
    segments: more?.segments ?? null,
    price: typeof more?.price_micros === 'number' ? formatMicros(more.price_micros) : null,
    currency: more?.currency ?? null,
    validation_status: more?.validation_status ?? null,
    attempts,
    advice: adviseOnMessage(
      {
        ...row,
        error_message: shown.error_message,
        way: wayOf(row),
        hasReceipts: provider?.kind === 'session' || (provider?.kind === 'http' && provider.readCallback !== undefined),
        attempts: attempts.map(it => ({ ...it, way: wayOf(it) })),
      },
      ctx.clock.now(),
    ),
  }
}
