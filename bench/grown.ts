import pg from 'pg'

// Fills the tables as a month of service would: contacts, codes and messages of the past 29 days (codes are kept for 30). One
// code in four was never entered, and stays pending in the table though its time is over.

const FILL = [
  `insert into contact_budgets (key, starts, touched_at)
   select 'sms:+4479' || lpad(i::text, 8, '0'), array[t], t
   from generate_series(1, $1::integer) i, lateral (select $2::timestamptz - interval '29 days' * (1 - i::float8 / $1::integer) as t) times`,
  `insert into validations (id, purpose, channel, status, contact, budget_key, seed, checks, last_sent_at, created_at, expires_at, approved_at)
   select gen_random_uuid(), 'api', 'sms', (array['approved', 'approved', 'approved', 'pending'])[i % 4 + 1], contact, 'sms:' || contact,
     sha256(contact::bytea), 1, t, t, t + interval '600 s', case when i % 4 < 3 then t end
   from generate_series(1, $1::integer) i, lateral (select $2::timestamptz - interval '29 days' * (1 - i::float8 / $1::integer) as t) times,
     lateral (select '+4479' || lpad(i::text, 8, '0') as contact) contacts`,
  `insert into messages (id, channel, template, status, "to", locale, validation_id, sms_gateway_id, attempts, provider_message_id,
     created_at, expires_at, accepted_at, final_at)
   select gen_random_uuid(), 'sms', 'code', 'delivered', contact, 'en', id, (select id from sms_gateways order by created_at limit 1), 1,
     'SM' || replace(id::text, '-', ''), created_at, expires_at, created_at, created_at
   from validations where created_at <= $2 and $1::integer > 0`,
]

/** Adds `rows` budgets, validations and messages. The server keeps running, and nothing is analyzed. Returns seconds. */
export async function fillTables(database: pg.ClientConfig, rows: number): Promise<number> {
  const client = new pg.Client(database)
  await client.connect()
  const begin = performance.now()
  try {
    // The rows refer to one another by construction: checking each reference would only take longer.
    await client.query('set session_replication_role = replica')
    const now = new Date()
    for (const statement of FILL) await client.query(statement, [rows, now])
  } finally {
    await client.end()
  }
  return (performance.now() - begin) / 1000
}

/** What autovacuum does sooner or later. */
export async function vacuum(database: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(database)
  await client.connect()
  try {
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}
