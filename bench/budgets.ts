import pg from 'pg'

/** A budget, the furthest that anything came in it, and by how much any was exceeded in all. */
export interface BudgetFound {
  budget: string
  counted: number
  most: number
  excess: number
}

// What went out and what was tried is counted from the validations and messages themselves, not from the counters that
// the limits are kept by; failures are in those alone. A limit n holds for sendings - 5 * proofs, the breaker's for sendings
// while fewer than a fifth is proven: both as of the end, when there are most proofs, since room only grows with them.
const QUERIES: Record<string, string> = {
  'codes to a contact (5 an hour)': `
    select count(*)::int as n, 5 as allowed from validations v where purpose <> 'password_reset'
      and not exists (select from validations p where p.budget_key = v.budget_key and p.status = 'approved') group by budget_key`,
  'starts that a contact’s or a login’s row has counted (5)': `
    select cardinality(starts) as n, 5 as allowed from contact_budgets`,
  'checks of a code (5)': `select checks as n, checks_max as allowed from validations`,
  'wrong codes of a contact, wrong passwords of a login (10)': `select cardinality(failures) as n, 10 as allowed from contact_budgets`,
  'codes of a browser (5)': sendsBy('device', 'l.device_codes_per_hour + 5 * proofs'),
  'sendings of a client address (20)': sendsBy('address', 'l.address_sends_per_hour + 5 * proofs'),
  'sendings to a prefix (breaker, 20)': sendsBy('prefix', 'greatest(l.breaker_prefix_sends, 100 * proofs / l.breaker_percent)'),
  'sendings to a prefix by guests alone (10)': sendsBy(
    'prefix',
    'l.prefix_sends_per_hour + 5 * proofs',
    `having bool_and(v.purpose <> 'api')`,
  ),
  'sendings to a country (breaker)': sendsBy('country', 'greatest(l.breaker_country_sends, 100 * proofs / l.breaker_percent)'),
  'sendings by a gateway (breaker)': sendsBy('gateway', 'greatest(l.breaker_gateway_sends, 100 * proofs / l.breaker_percent)'),
  'wrong codes of a browser': failuresBy('device', 'l.device_failures_per_hour'),
  'wrong codes of a client address (past it, first tries)': failuresBy('address', 'l.address_failures_per_hour'),
  'wrong passwords from a client address': `
    select (select sum(t) from unnest(taken) t)::int as n, l.address_login_failures_per_hour as allowed
    from failure_counters, limits l where key like 'login:%'`,
  'spent of a gateway’s day, micros': `
    select day_micros::int as n, daily_spend_max_micros::int as allowed
    from sms_gateway_usage u join sms_gateways g on g.id = u.sms_gateway_id where daily_spend_max_micros is not null`,
  'price of what it sent, micros': `
    select sum(m.price_micros)::int as n, g.daily_spend_max_micros::int as allowed
    from messages m join sms_gateways g on g.id = m.sms_gateway_id
    where g.daily_spend_max_micros is not null and m.status in ('accepted', 'delivered', 'unknown', 'sending')
    group by g.id, g.daily_spend_max_micros`,
}

function sendsBy(kind: string, allowed: string, having = ''): string {
  return `
    select n, ${allowed} as allowed from limits l, (
      select sum(v.sends)::int as n, count(distinct v.budget_key) filter (where v.status = 'approved')::int as proofs
      from validations v, unnest(v.limit_keys) k where k like '${kind}:%' group by k ${having}
    ) w`
}

function failuresBy(kind: string, limit: string): string {
  return `
    select (select sum(t) from unnest(f.taken) t)::int as n, ${limit} + 2 * coalesce(w.proofs, 0) as allowed
    from failure_counters f cross join limits l left join (
      select k, count(distinct v.budget_key)::int as proofs from validations v, unnest(v.limit_keys) k
      where v.status = 'approved' and k like '${kind}:%' group by k
    ) w on w.k = f.key
    where f.key like '${kind}:%'`
}

/** Looks through the whole database for a budget that was exceeded. */
export async function findExcess(database: pg.ClientConfig): Promise<BudgetFound[]> {
  const client = new pg.Client(database)
  await client.connect()
  try {
    const found: BudgetFound[] = []
    await client.query('analyze')
    for (const [budget, query] of Object.entries(QUERIES)) {
      const { rows } = await client.query(
        `select count(*)::int as counted, coalesce(max(n), 0)::int as most, coalesce(sum(greatest(0, n - allowed)), 0)::int as excess
        from (${query}) q where allowed is not null`,
      )
      found.push({ budget, ...rows[0] })
    }
    return found
  } finally {
    await client.end()
  }
}

/** Codes that are still open, of a contact or a browser that has had all its wrong codes: not even the right one may be taken. */
export async function listClosed(database: pg.ClientConfig): Promise<{ id: string; contact: string }[]> {
  const client = new pg.Client(database)
  await client.connect()
  try {
    const { rows } = await client.query(`
      select v.id, v.contact from validations v join contact_budgets b on b.key = v.budget_key
      where v.status = 'pending' and v.purpose = 'api' and cardinality(b.failures) >= 10
      union
      select v.id, v.contact from validations v cross join unnest(v.limit_keys) k join failure_counters f on f.key = k, limits l
      where k like 'device:%' and v.status = 'pending' and v.purpose = 'api' and (select sum(t) from unnest(f.taken) t) >= l.device_failures_per_hour
      limit 500`)
    return rows
  } finally {
    await client.end()
  }
}
