import { type RawBuilder, sql } from 'kysely'
import type { SmsGateway } from '../catalogue.ts'
import type { Trx } from '../db/db.ts'
import { listUses, type RecordUse } from '../db/references.ts'

/** A gateway with the plans and portals that send through it. */
export type SmsGatewayRow = SmsGateway & { usage_plan_ids: string[]; splash_portal_ids: string[] }

export function selectSmsGateways(): RawBuilder<SmsGatewayRow> {
  return sql`
    select g.*,
      array(select l.usage_plan_id from usage_plan_sms_gateways l join usage_plans p on p.id = l.usage_plan_id
        where l.sms_gateway_id = g.id order by p.name) as usage_plan_ids,
      array(select l.splash_portal_id from splash_portal_sms_gateways l join splash_portals p on p.id = l.splash_portal_id
        where l.sms_gateway_id = g.id order by p.name) as splash_portal_ids
    from sms_gateways g`
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
