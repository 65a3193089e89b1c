import type { Context } from '../context.ts'
import type { Statement } from '../db/db.ts'

/** Not the guest's fault; a gateway that has failed so three times rests. */
const FAULTS = ['route', 'configuration', 'resting']

// The start is known by its time. A password reset gives nothing back: only one of a contact that is known ever fails, and
// who asks would learn from what is left that it is. Nor does a code that another message has brought or may have, nor one
// that no gateway was there for: the API and the portal refuse those before they count.
const GIVE_BACK: Statement = {
  name: 'validation_give_back',
  text: `
update contact_budgets b set starts = array_remove(b.starts, v.created_at)
from messages m join validations v on v.id = m.validation_id
where m.id = any($1::uuid[]) and m.status = 'failed' and m.template = 'code' and v.purpose <> 'password_reset'
  and coalesce(m.sms_gateway_id, m.mail_server_id) is not null
  and not exists (select from messages o where o.validation_id = v.id and o.id <> m.id and o.status <> 'failed')
  and b.key in (v.budget_key, v.budget_key || '@' || v.device)`,
}

/**
 * Gives a contact its start back where no gateway could be used for its code because of how the gateways are set up. The other
 * limits keep what they counted, so that a fault of the operator's is no way around them. Never throws.
 */
export async function giveBackStarts(ctx: Context, settled: { id: string; status: string; outcome: string }[]): Promise<void> {
  const lost = settled.filter(({ status, outcome }) => status === 'failed' && FAULTS.includes(outcome))
  if (lost.length === 0) return
  try {
    await ctx.db.run(GIVE_BACK, [lost.map(({ id }) => id)])
  } catch (error) {
    ctx.log.warn({ err: error }, 'starts of codes that could not be sent were not given back')
  }
}
