import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { addSeconds } from '../lib/clock.ts'
import { uuidv7 } from '../lib/random.ts'
import { countryOfNumber } from '../sms/phone-number.ts'
import { chooseWay } from './choose-way.ts'

const NOTICE_LIFETIME_S = 86_400

export interface Notice {
  template: 'password_changed' | 'contact_moved' | 'reset_invitation'
  channel: 'sms' | 'email'
  /** E.164 or an address. */
  to: string
  locale: string
  accountId?: string | undefined
  splashPortalId?: string | undefined
}

/** Queues a message that carries no code, within the transaction of what it tells. It is tried for a day. */
export async function enqueueNotice(ctx: Context, notice: Notice, trx: Trx): Promise<void> {
  const now = ctx.clock.now()
  const id = uuidv7(now)
  const country = notice.channel === 'sms' ? countryOfNumber(notice.to) : null
  const { splashPortalId, channel } = notice
  const way = chooseWay(ctx, { id, purpose: 'password_reset', channel, country: country ?? '', splashPortalId })
  await trx
    .insertInto('messages')
    .values({
      id,
      channel: notice.channel,
      template: notice.template,
      status: 'queued',
      to: notice.to,
      locale: notice.locale,
      account_id: notice.accountId ?? null,
      splash_portal_id: notice.splashPortalId ?? null,
      sms_gateway_id: way.smsGatewayId,
      mail_server_id: way.mailServerId,
      country,
      due_at: now,
      created_at: now,
      expires_at: addSeconds(now, NOTICE_LIFETIME_S),
    })
    .execute()
  await sql`select pg_notify('gatehouse_messages', '')`.execute(trx)
}
