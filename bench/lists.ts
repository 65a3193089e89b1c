import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { fillLists } from './fill-lists.ts'
import { AUTHORIZATION } from './gatehouse.ts'
import type { Bench, Running } from './parts.ts'
import { ms, printTable, whole } from './report.ts'

// The lists and searches that a console asks for, each over HTTP as a console would: warm, the median of five.

const TIMES = 5
const WARM_UPS = 2
const INDEXED_WITHIN_MS = 120_000
const POLL_MS = 500
const GOAL_MS = 200

interface ListTime {
  list: string
  query: string
  total: number
  median_ms: number
  max_ms: number
}

interface Place {
  origin: string
  headers: Record<string, string>
  database: pg.ClientConfig
}

/** Fills the tables and asks for every list, the slowest of which come first in the table. */
export async function lists({ options, results, goals }: Bench, { gatehouse }: Running): Promise<void> {
  const database = gatehouse.database()
  const rows = { accounts: Math.round(options.lists / 10), messages: options.lists }
  const fillS = await fillLists(database, rows)
  const indexS = await indexNow(database)
  const times = await measureLists({ origin: gatehouse.origin, headers: AUTHORIZATION, database })
  times.sort((a, b) => b.median_ms - a.median_ms)
  const slow = times.filter(({ median_ms }) => median_ms >= GOAL_MS)
  results.lists = { ...rows, fill_s: fillS, index_s: indexS, times }
  printTable(
    `Lists and searches over ${whole(rows.accounts)} accounts and ${whole(rows.messages)} messages (filled in ${fillS.toFixed(0)} s, contacts indexed in ${indexS.toFixed(0)} s)`,
    ['', 'total', 'median ms', 'slowest ms'],
    times.map(time => [`/${time.list}?${time.query}`.slice(0, 160), whole(time.total), ms(time.median_ms), ms(time.max_ms)]),
  )
  goals.push({
    goal: `every one of ${times.length} lists and searches in under ${GOAL_MS} ms: how many are not`,
    measured: slow.length,
    unit: 'lists',
    met: slow.length === 0,
  })
}

/** Waits until the contacts of what was filled in can be searched: the job that does it is asked for now. */
async function indexNow(database: pg.ClientConfig): Promise<number> {
  const begin = performance.now()
  const client = new pg.Client(database)
  await client.connect()
  const boss = new PgBoss({ ...database, schema: 'gatehouse_jobs', supervise: false, schedule: false } as never)
  try {
    await boss.start()
    await boss.send('contacts', {})
    const deadline = performance.now() + INDEXED_WITHIN_MS
    for (;;) {
      const { rowCount } = await client.query(
        `select from contact_index_progress where indexed_until > (select max(created_at) from messages) - interval '15 minutes'`,
      )
      if (rowCount) break
      if (performance.now() > deadline) throw new Error('the contacts were not indexed in time')
      await sleep(POLL_MS)
    }
    // As autovacuum does sooner or later.
    await client.query('vacuum analyze')
  } finally {
    await boss.stop({ graceful: false })
    await client.end()
  }
  return (performance.now() - begin) / 1000
}

/** Asks for every list and returns their times, in the order asked. */
async function measureLists(place: Place): Promise<ListTime[]> {
  const times: ListTime[] = []
  for (const [list, query] of await questions(place.database))
    for (const page of ['', 'page=10']) {
      const asked = [query, page].filter(Boolean).join('&')
      times.push({ list, query: asked, ...(await timeOf(place, `${place.origin}/api/v1/${list}?${asked}`)) })
    }
  return times
}

async function timeOf({ headers }: Place, url: string): Promise<Omit<ListTime, 'list' | 'query'>> {
  const durations: number[] = []
  let total = 0
  for (let i = 0; i < WARM_UPS + TIMES; i++) {
    const begin = performance.now()
    const answer = await fetch(url, { headers })
    const body = (await answer.json()) as { total: number }
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${JSON.stringify(body)}`)
    if (i >= WARM_UPS) durations.push(performance.now() - begin)
    total = body.total
  }
  durations.sort((a, b) => a - b)
  return { total, median_ms: durations[Math.floor(TIMES / 2)] ?? Number.NaN, max_ms: durations.at(-1) ?? Number.NaN }
}

async function questions(database: pg.ClientConfig): Promise<[list: string, query: string][]> {
  const client = new pg.Client(database)
  await client.connect()
  try {
    const ids = async (table: string): Promise<string[]> =>
      (await client.query(`select id from ${table} where name like 'Lists %' order by id`)).rows.map(row => row.id)
    const [portals, plans, gateways] = [await ids('splash_portals'), await ids('usage_plans'), await ids('sms_gateways')]
    const { rows } = await client.query(
      `select m."to", m.account_id, m.provider_message_id, m.id, m.validation_id, a.phone, a.email from messages m join accounts a on a.id = m.account_id
       where m.channel = 'sms' and m.validation_id is not null and m.provider_message_id is not null and a.email is not null order by m.id offset 1000 limit 1`,
    )
    const [one] = rows
    const days = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString()
    const [often, rare, none] = [0, 10, 11]
    const newest = 'sort=created_at&order=desc'
    const lastDay = `created_at_from=${days(1)}&${newest}`
    const someWeek = `created_at_from=${days(21)}&created_at_to=${days(14)}&${newest}`
    const text = (value: string) => encodeURIComponent(value)
    const both: [string, string][] = (['messages', 'validations'] as const).flatMap(list => {
      const contact = list === 'messages' ? 'to' : 'contact'
      return [
        '',
        newest,
        'sort=created_at&order=asc',
        lastDay,
        someWeek,
        `created_at_from=${days(21)}&created_at_to=${days(14)}`,
        `${contact}=${text(one.to)}`,
        `q=${text(one.to)}`,
        `q=${text(one.to.slice(-4))}`,
        `q=${text(one.to.slice(-3))}`,
        `q=${text(one.to.slice(-7))}`,
        `q=${text(`${one.to.slice(0, 3)} (0) ${one.to.slice(3, 7)} ${one.to.slice(7)}`)}`,
        `q=${text(`0${one.to.slice(3)}`)}`,
        'q=guest12345',
        'q=example.com',
        'q=nobody-has-this',
        'q=zz',
        'q=1',
        `q=${text(one.validation_id)}`,
        `account_id=${one.account_id}`,
        `account_id=${one.account_id}&${newest}`,
        'channel=sms',
        'channel=email_to_sms',
        'locale=fr',
        ...[often, 3, rare, none].flatMap(n => [
          `splash_portal_id=${portals[n]}`,
          `splash_portal_id=${portals[n]}&${newest}`,
          `splash_portal_id=${portals[n]}&${lastDay}`,
          `splash_portal_id=${portals[n]}&${someWeek}`,
          `usage_plan_id=${plans[n]}&${newest}`,
          `usage_plan_id=${plans[n]}&splash_portal_id=${portals[2]}&${someWeek}`,
          `usage_plan_id=${plans[n]}&channel=email&${newest}`,
        ]),
        `q=${text(one.to.slice(-4))}&splash_portal_id=${portals[0]}&${newest}`,
        `q=example.com&splash_portal_id=${portals[3]}&${newest}`,
        `q=example.com&${someWeek}`,
      ].map((query): [string, string] => [list, query])
    })
    const statuses = ['queued', 'sending', 'accepted', 'delivered', 'failed', 'unknown']
    const messages = [
      ...statuses.flatMap(status => [
        `status=${status}`,
        `status=${status}&${newest}`,
        `status=${status}&${lastDay}`,
        `status=${status}&${someWeek}`,
        `status=${status}&splash_portal_id=${portals[0]}&${newest}`,
        `status=${status}&splash_portal_id=${portals[rare]}&${newest}`,
        `status=${status}&sms_gateway_id=${gateways[1]}&country=US&${newest}`,
        `status=${status}&sms_gateway_id=${gateways[1]}&usage_plan_id=${plans[1]}&channel=sms&country=DE&${someWeek}`,
      ]),
      ...[0, 2, 5].flatMap(n => [
        `sms_gateway_id=${gateways[n]}&${newest}`,
        `sms_gateway_id=${gateways[n]}&${someWeek}`,
        `sms_gateway_id=${gateways[n]}&splash_portal_id=${portals[3]}&${newest}`,
        `sms_gateway_id=${gateways[n]}&splash_portal_id=${portals[3]}&usage_plan_id=${plans[2]}&status=delivered&${someWeek}`,
      ]),
      ...['GB', 'ES', 'PL'].flatMap(country => [`country=${country}&${newest}`, `country=${country}&${someWeek}`]),
      'template=password_changed',
      `template=password_changed&${newest}`,
      'status=failed&status=unknown',
      'error_code=30003',
      `error_code=30003&${newest}`,
      'error_class=recipient',
      `q=30003`,
      `q=21614&${newest}`,
      `q=${one.provider_message_id}`,
      `provider_message_id=${one.provider_message_id}`,
      `validation_id=${one.validation_id}`,
      `q=${one.id}`,
    ].map((query): [string, string] => ['messages', query])
    const validations = ['pending', 'approved', 'expired', 'exhausted', 'cancelled']
      .flatMap(status => [
        `status=${status}`,
        `status=${status}&${newest}`,
        `status=${status}&${someWeek}`,
        `status=${status}&splash_portal_id=${portals[3]}&${newest}`,
      ])
      .concat(['purpose=api', `purpose=sign_up&splash_portal_id=${portals[rare]}`, 'decoy=true', `decoy=true&${newest}`])
      .map((query): [string, string] => ['validations', query])
    const accounts = [
      '',
      newest,
      lastDay,
      someWeek,
      'sort=login&order=asc',
      'sort=last_name&order=asc',
      'sort=email&order=asc',
      `phone=${text(one.phone)}`,
      `email=${text(one.email)}`,
      'login=GUEST777',
      `q=${text(one.phone)}`,
      `q=${text(one.phone.slice(-4))}`,
      `q=${text(`0${one.phone.slice(3, 7)} ${one.phone.slice(7)}`)}`,
      `q=${text(one.email)}`,
      'q=silva',
      'q=ana+silva1',
      'q=guest',
      'q=mail.example',
      'q=nobody-has-this',
      'q=Ng',
      'q=zz',
      ...['pending', 'active', 'blocked'].flatMap(status => [
        `status=${status}`,
        `status=${status}&${newest}`,
        `status=${status}&usage_plan_id=${plans[3]}&${newest}`,
        `status=${status}&usage_plan_id=${plans[3]}&${someWeek}`,
        `status=${status}&q=hotel.example`,
      ]),
      `usage_plan_id=${plans[rare]}`,
      `usage_plan_id=${plans[none]}&${newest}`,
    ].map((query): [string, string] => ['accounts', query])
    return [...both, ...messages, ...validations, ...accounts]
  } finally {
    await client.end()
  }
}
