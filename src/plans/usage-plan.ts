import { type RawBuilder, sql } from 'kysely'
import type { UsagePlan } from '../catalogue.ts'
import type { Trx } from '../db/db.ts'
import { listUses, type RecordUse } from '../db/references.ts'

export function selectUsagePlans(): RawBuilder<UsagePlan> {
  return sql`
    select p.*,
      array(select sms_gateway_id from usage_plan_sms_gateways where usage_plan_id = p.id order by position) as sms_gateway_ids,
      array(select l.splash_portal_id from splash_portal_usage_plans l join splash_portals s on s.id = l.splash_portal_id
        where l.usage_plan_id = p.id order by s.name) as splash_portal_ids
    from usage_plans p`
}

/** The portals that offer a plan and the accounts that have it. Its own gateways are no obstacle: the plan lets go of them. */
export async function listUsesOfUsagePlan(trx: Trx, id: string): Promise<RecordUse[]> {
  return [
    ...(await listUses(
      trx,
      'splash_portals',
      sql`id in (select splash_portal_id from splash_portal_usage_plans where usage_plan_id = ${id})`,
    )),
    ...(await listUses(trx, 'accounts', sql`usage_plan_id = ${id}`, 'login')),
  ]
}
