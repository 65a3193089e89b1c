import { type RawBuilder, sql } from 'kysely'
import type { SplashPortal } from '../catalogue.ts'

/** A portal is never in use by another record: its sessions, gateways and cards go with it. */
export function selectSplashPortals(): RawBuilder<SplashPortal> {
  return sql`
    select p.*,
      array(select sms_gateway_id from splash_portal_sms_gateways where splash_portal_id = p.id order by position) as sms_gateway_ids,
      array(select usage_plan_id from splash_portal_usage_plans where splash_portal_id = p.id order by position) as usage_plan_ids
    from splash_portals p`
}
