import { sql } from 'kysely'
import type { Trx } from './db.ts'

/** A list that one record keeps of others, in an order that counts: owner, member, position from 0. */
export interface Link {
  table: string
  owner: string
  member: string
}

/** A plan's gateways, in fail-over order. */
export const PLAN_GATEWAYS: Link = { table: 'usage_plan_sms_gateways', owner: 'usage_plan_id', member: 'sms_gateway_id' }
/** A portal's gateways, in fail-over order. */
export const PORTAL_GATEWAYS: Link = { table: 'splash_portal_sms_gateways', owner: 'splash_portal_id', member: 'sms_gateway_id' }
/** The plans that a portal offers, in the order of their cards. */
export const PORTAL_PLANS: Link = { table: 'splash_portal_usage_plans', owner: 'splash_portal_id', member: 'usage_plan_id' }

/** Makes `members` the owner's whole list, in this order. */
export async function setMembers(trx: Trx, link: Link, owner: string, members: string[]): Promise<void> {
  const [table, ownerId, memberId] = [sql.table(link.table), sql.ref(link.owner), sql.ref(link.member)]
  await sql`
    with gone as (
      delete from ${table} where ${ownerId} = ${owner} and not (${memberId} = any(${members}::uuid[]))
    )
    insert into ${table} (${ownerId}, ${memberId}, position)
    select ${owner}::uuid, id, place - 1 from unnest(${members}::uuid[]) with ordinality as listed(id, place)
    on conflict (${ownerId}, ${memberId}) do update set position = excluded.position`.execute(trx)
}

/** Makes `owners` the ones that have `member` on their list: a new one gets it at the end, the others keep their order. */
export async function setOwners(trx: Trx, link: Link, member: string, owners: string[]): Promise<void> {
  const [table, ownerId, memberId] = [sql.table(link.table), sql.ref(link.owner), sql.ref(link.member)]
  await sql`
    with gone as (
      delete from ${table} where ${memberId} = ${member} and not (${ownerId} = any(${owners}::uuid[]))
    )
    insert into ${table} (${ownerId}, ${memberId}, position)
    select id, ${member}::uuid, (select coalesce(max(position) + 1, 0) from ${table} where ${ownerId} = listed.id)
    from unnest(${owners}::uuid[]) as listed(id)
    on conflict (${ownerId}, ${memberId}) do nothing`.execute(trx)
}
