import type pg from 'pg'
import { syncCarrierFacts } from './email/sync-carrier-facts.ts'
import { uuidv7 } from './lib/random.ts'

/** Advisory lock: of nodes that start at once on an empty database one seeds it. */
const SEED_LOCK = 1_936_025_956
/** Whatever an operator makes; a database without any of it is empty. */
const OPERATOR_TABLES = [
  'account_groups',
  'usage_plans',
  'splash_portals',
  'sms_gateways',
  'mail_servers',
  'carriers',
  'administrators',
  'api_keys',
  'accounts',
]

/**
 * Fills an empty database with a portal that can be tried at once: every way to sign up, with messages that go to the
 * simulator. Returns false, and changes nothing, when there is any record already.
 */
export async function seedDemo(client: pg.ClientBase, now: Date): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [SEED_LOCK])
    // Built-in carriers are not the operator's.
    const own = (table: string) => (table === 'carriers' ? 'carriers where fact_key is null' : table)
    const isEmpty = OPERATOR_TABLES.map(table => `not exists (select from ${own(table)})`).join(' and ')
    const { rows } = await client.query<{ empty: boolean }>(`select ${isEmpty} as empty`)
    const seeded = rows[0]?.empty === true
    if (seeded) await insertDemo(client, now)
    await client.query('commit')
    return seeded
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function insertDemo(client: pg.ClientBase, now: Date): Promise<void> {
  async function insert(table: string, values: Record<string, unknown>): Promise<string> {
    const id = uuidv7(now)
    const row = { id, ...values, created_at: now, updated_at: now }
    const columns = Object.keys(row).map(name => `"${name}"`)
    const places = columns.map((_, i) => `$${i + 1}`)
    await client.query(`insert into ${table} (${columns}) values (${places})`, Object.values(row))
    return id
  }

  const guests = await insert('account_groups', { name: 'Guests', note: 'Whoever stays for a while' })
  const members = await insert('account_groups', { name: 'Members', priority: 10, note: 'Residents and staff' })
  await insert('account_groups', {
    name: 'SMS',
    note: 'Guests of the free SMS way in. The portal offers it as long as this group exists',
  })

  const gateway = await insert('sms_gateways', {
    name: 'Phone simulator',
    provider: 'simulator',
    from: '+15555550100',
    note: 'Sends nothing: its messages are on the page /simulator',
  })
  await insert('mail_servers', {
    name: 'Mail simulator',
    provider: 'simulator',
    from: 'wifi@lobby.example',
    note: 'Sends nothing: its messages are on the page /simulator',
  })

  const plans = [
    await insert('usage_plans', {
      name: 'Free hour',
      description: 'One hour, nothing to prove',
      account_group_id: guests,
      validation_method: 'none',
      usage_minutes: 60,
      max_devices: 1,
    }),
    await insert('usage_plans', {
      name: 'Guest Wi-Fi',
      description: 'A week for everyone with a mobile number',
      account_group_id: guests,
      validation_method: 'sms',
      usage_minutes: 7 * 24 * 60,
      max_devices: 3,
    }),
    await insert('usage_plans', {
      name: 'Day pass',
      description: 'A day for everyone with an email address',
      account_group_id: guests,
      validation_method: 'email',
      usage_minutes: 24 * 60,
      max_devices: 3,
    }),
    await insert('usage_plans', {
      name: 'Resident',
      description: 'As long as you live here, with a mobile number and an email address',
      account_group_id: members,
      validation_method: 'sms_and_email',
      unlimited_usage: true,
      max_devices: 10,
    }),
  ]

  // +1 555 is fictional and +1 500 555 Twilio's range of magic test numbers: no metadata calls either of them valid.
  const portal = await insert('splash_portals', {
    name: 'Lobby',
    slug: 'lobby',
    password_reset_method: 'sms_or_email',
    default_country: 'US',
    extra_prefixes: ['+1555', '+1500555'],
    note: 'Made by the demo seed',
  })
  await client.query('insert into splash_portal_sms_gateways values ($1, $2, 0)', [portal, gateway])
  for (const [position, plan] of plans.entries()) {
    await client.query('insert into usage_plan_sms_gateways values ($1, $2, 0)', [plan, gateway])
    await client.query('insert into splash_portal_usage_plans values ($1, $2, $3)', [portal, plan, position])
  }

  await syncCarrierFacts(async (text, values) => (await client.query(text, values)).rows, now)
}
