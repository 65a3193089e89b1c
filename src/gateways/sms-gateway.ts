import { type RawBuilder, sql } from 'kysely'
import type { SmsGateway } from '../catalogue.ts'
import type { Trx } from '../db/db.ts'
import { listUses, type RecordUse } from '../db/references.ts'

/** A gateway with the plans and portals that send through it. */
export type SmsGatewayRow = SmsGateway & {
  usage_plan_ids: string[]
  splash_portal_ids: string[]
  /** What its limits have counted, in micros; null until a limit was set. */
  spent_day: string | null
  spent_day_micros: number | null
  spent_month: string | null
  spent_month_micros: number | null
}

export function selectSmsGateways(): RawBuilder<SmsGatewayRow> {
  return sql`
    select g.*, u.day as spent_day, u.day_micros as spent_day_micros, u.month as spent_month, u.month_micros as spent_month_micros,
      array(select l.usage_plan_id from usage_plan_sms_gateways l join usage_plans p on p.id = l.usage_plan_id
        where l.sms_gateway_id = g.id order by p.name) as usage_plan_ids,
      array(select l.splash_portal_id from splash_portal_sms_gateways l join splash_portals p on p.id = l.splash_portal_id
        where l.sms_gateway_id = g.id order by p.name) as splash_portal_ids
    from sms_gateways g left join sms_gateway_usage u on u.sms_gateway_id = g.id`
}

/** The plans and portals that would lose a gateway. */
export async function listUsesOfSmsGateway(trx: Trx, id: string): Promise<RecordUse[]> {
  return [
    ...(await listUses(
      trx,
      'usage_plans',
      sql`id in (select usage_plan_id from usage_plan_sms_gateways where sms_gateway_id = ${id})`,
    )),
    ...(await listUses(
      trx,
      'splash_portals',
      sql`id in (select splash_portal_id from splash_portal_sms_gateways where sms_gateway_id = ${id})`,
    )),
  ]
}
