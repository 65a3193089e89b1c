import pg from 'pg'

// What a large installation has in its tables after a month: accounts, codes, messages with their attempts and events, of
// a few portals, plans, gateways and countries that are used very unevenly. The last portal, plan and gateway are used by
// no more than a handful: what is rare must be found as quickly as what is everywhere.

const PORTALS = 12
const PLANS = 12
const GATEWAYS = 6
const DAYS = 29

/** SQL: an id as src/lib/random.ts makes it, of the time `t`; `salt` stands for its random part. */
const idAt = (t: string, salt: string) =>
  `(lpad(to_hex((extract(epoch from ${t}) * 1000)::bigint), 12, '0') || '7' || substr(md5(${salt}), 1, 3) || '8' || substr(md5(${salt}), 4, 15))::uuid`
/** SQL: one of `list` by `n`, the first half of the time, the last once in thousands. */
const oneOf = (list: string, n: string) =>
  `(${list})[least(array_length(${list}, 1), 1 + floor(-ln(((hashint8(${n}) & 2147483647) + 1) / 2147483648.0) * 1.2))::integer]`
const PORTAL_IDS = `(select array_agg(id order by id) from splash_portals where name like 'Lists %')`
const PLAN_IDS = `(select array_agg(id order by id) from usage_plans where name like 'Lists %')`
const GATEWAY_IDS = `(select array_agg(id order by id) from sms_gateways where name like 'Lists %')`
const COUNTRIES = `'{GB,US,DE,FR,ES,IT,NL,PT,BR,IN,MX,PL}'::text[]`
const PREFIXES = `'{+4479,+1415555,+4915,+336,+346,+393,+316,+3519,+55119,+9198,+5215,+485}'::text[]`

const RECORDS = [
  `insert into splash_portals (id, name, slug, password_reset_method, default_country, created_at, updated_at)
   select ${idAt("$1::timestamptz + i * interval '1 ms'", "'portal' || i")}, 'Lists ' || i, 'lists-' || i, 'none', 'GB', $1, $1 from generate_series(1, ${PORTALS}) i`,
  `insert into usage_plans (id, name, validation_method, created_at, updated_at)
   select ${idAt("$1::timestamptz + i * interval '1 ms'", "'plan' || i")}, 'Lists ' || i, 'sms', $1, $1 from generate_series(1, ${PLANS}) i`,
  `insert into sms_gateways (id, name, provider, created_at, updated_at)
   select ${idAt("$1::timestamptz + i * interval '1 ms'", "'gateway' || i")}, 'Lists ' || i, 'simulator', $1, $1 from generate_series(1, ${GATEWAYS}) i`,
]

const ACCOUNTS = `
insert into accounts (id, login, login_key, first_name, last_name, email, email_validated_at, phone, phone_validated_at, usage_plan_id, status,
  created_at, updated_at)
select ${idAt('t', "'account' || i")}, 'Guest' || i, 'guest' || i,
  (array['Ana', 'Ben', 'Chloé', 'Dmitri', 'Elif', 'Femi', 'Grace', 'Hiro', 'Ines', 'Jo'])[1 + i % 10],
  (array['Silva', 'Smith', 'Okafor', 'Müller', 'Ng', 'Rossi', 'Dubois', 'Novak', 'Kim', 'Haddad', 'Lund'])[1 + i % 11] || i % 997,
  case when i % 3 > 0 then 'guest' || i || '@' || (array['example.com', 'mail.example', 'hotel.example'])[1 + i % 3] end,
  case when i % 3 = 1 then t end, '+4479' || lpad(i::text, 8, '0'), case when i % 4 > 0 then t end,
  ${oneOf('plans', 'i::bigint')}, case when i % 20 = 0 then 'pending' when i % 500 = 1 then 'blocked' else 'active' end, t, t
from generate_series(1, $1::integer) i, lateral (select $2::timestamptz - interval '${DAYS} days' * (1 - i::float8 / $1::integer) as t) times,
  (select ${PLAN_IDS} as plans) records`

// Of a hundred codes 14 go by email and 2 by email-to-SMS; a third belong to no account, as those that a program asks for.
const VALIDATIONS = `
insert into validations (id, purpose, channel, status, contact, budget_key, account_id, splash_portal_id, usage_plan_id, seed, limit_keys, checks,
  sends, last_sent_at, locale, created_at, expires_at, approved_at)
select ${idAt('t', "'validation' || i")}, case when i % 3 = 0 then 'api' else 'sign_up' end,
  case when i % 100 < 14 then 'email' when i % 100 < 16 then 'email_to_sms' else 'sms' end,
  case when i % 7 = 0 then 'pending' when i % 301 = 1 then 'exhausted' when i % 401 = 2 then 'cancelled' else 'approved' end, contact,
  'sms:' || contact, account.id, ${oneOf('portals', 'i::bigint + 7')}, case when i % 3 > 0 then ${oneOf('plans', 'i::bigint + 11')} end,
  sha256(contact::bytea), array['country:GB', 'system', 'portal:' || i % 12], 1, 1, t,
  (array['en', 'en', 'en', 'de', 'fr', 'es'])[1 + i % 6], t, t + interval '600 s', case when i % 7 > 0 and i % 301 <> 1 and i % 401 <> 2 then t + interval '20 s' end
from generate_series(1, $1::integer) i
cross join (select ${PORTAL_IDS} as portals, ${PLAN_IDS} as plans, array(select id from accounts order by id) as accounts) records
cross join lateral (select $2::timestamptz - interval '${DAYS} days' * (1 - i::float8 / $1::integer) as t,
  hashint8(i::bigint + 3) & 2147483647 as n) times
cross join lateral (select case when i % 3 > 0 then accounts[1 + n % array_length(accounts, 1)] end as id) account
cross join lateral (select case when i % 100 < 14 then 'guest' || n % 700000 || '@' || (array['example.com', 'mail.example', 'hotel.example'])[1 + n % 3]
  else ${oneOf(PREFIXES, 'n::bigint')} || lpad((n % 10000000)::text, 7, '0') end as contact) contacts`

const MESSAGES = `
insert into messages (id, channel, template, status, "to", locale, validation_id, account_id, splash_portal_id, usage_plan_id, sms_gateway_id,
  attempts, provider_message_id, error_class, error_code, error_message, created_at, expires_at, accepted_at, final_at, country, segments)
select ${idAt('created_at', "'message' || v.id")}, channel, case when n % 25 = 0 then 'password_changed' else 'code' end, s.status, contact, locale,
  case when n % 25 > 0 then v.id end, account_id, splash_portal_id, usage_plan_id,
  case when channel = 'sms' then ${oneOf('gateways', 'n + 13')} end, 1, case when s.status <> 'failed' then 'SM' || md5(v.id::text) end,
  case when s.status = 'failed' then (array['recipient', 'route', 'unavailable'])[1 + n % 3] end,
  case when s.status = 'failed' then (array['30003', '30005', '30006', '21610', '21614'])[1 + n % 5] end,
  case when s.status = 'failed' then 'The provider said no.' end, created_at, expires_at, created_at, created_at,
  case when channel <> 'email' then ${oneOf(COUNTRIES, 'n + 17')} end, 1
from validations v
cross join (select ${GATEWAY_IDS} as gateways) records
cross join lateral (select hashint8(('x' || right(v.id::text, 12))::bit(48)::bigint)::bigint & 2147483647 as n) numbers
cross join lateral (select case when n % 33 = 0 then 'failed' when n % 5000 = 1 then 'unknown' when n % 20 = 2 then 'accepted' else 'delivered' end as status) s
order by created_at`

const TRAIL = [
  `insert into message_attempts (message_id, number, sms_gateway_id, started_at, finished_at, outcome)
   select id, 1, sms_gateway_id, created_at, accepted_at, 'accepted' from messages`,
  `insert into message_events (message_id, at, status, source, provider_message_id)
   select id, created_at, status, source, coalesce(provider_message_id, '') from messages, unnest(array['attempt 1', 'receipt']) source`,
]

/** Fills empty tables. Returns the seconds it took. */
export async function fillLists(database: pg.ClientConfig, rows: { accounts: number; messages: number }): Promise<number> {
  const client = new pg.Client(database)
  await client.connect()
  const begin = performance.now()
  try {
    const now = new Date()
    for (const statement of RECORDS) await client.query(statement, [now])
    // The rows refer to one another by construction: checking each reference would only take longer.
    await client.query('set session_replication_role = replica')
    await client.query(ACCOUNTS, [rows.accounts, now])
    await client.query(VALIDATIONS, [rows.messages, now])
    await client.query('analyze')
    for (const statement of [MESSAGES, ...TRAIL]) await client.query(statement)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
  return (performance.now() - begin) / 1000
}
