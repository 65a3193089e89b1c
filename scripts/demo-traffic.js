// What a demo needs to look like a house that is open: a provider, portals, messages that fared differently, and the
// figures of the last weeks. For scripts/screenshots.js.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { startFakeTwilio } from '../test/fakes/twilio.ts'

const HOUR_MS = 3_600_000
const DAYS = 14
const BUCKETS = 36
/** What a message costs with the pretended provider, in millionths. */
const PRICE_MICROS = 7_900
/** Points of the checklist that a picture has no room for. */
const PUT_ASIDE = ['public_url_is_localhost', 'public_url_https', 'sms_gateway_tested', 'mail_server', 'mail_server_tested']

/** Fills the demo behind `origin`, whose data is in `folder`. Answers the places worth a picture, and `stop`. */
export async function fillDemo(origin, key, folder) {
  const twilio = await startFakeTwilio({ accountSid: `AC${'7c0de5a1'.repeat(4)}`, numbers: ['+14155550100'] })
  const api = callerOf(origin, key)
  const [plan] = (await api('GET', '/usage_plans?q=Guest')).data
  const gateway = await api('POST', '/sms_gateways', { name: 'Twilio', ...twilio.gateway(), note: 'The hotel’s account' })
  await api('PATCH', `/usage_plans/${plan.id}`, { sms_gateway_ids: [gateway.id] })
  const portal = await api('POST', '/splash_portals', {
    name: 'Harbour Hotel',
    brand_color: '#0b6e6e',
    default_country: 'US',
    usage_plan_ids: (await api('GET', '/usage_plans')).data.map(({ id }) => id),
    sms_gateway_ids: [gateway.id],
    password_reset_method: 'sms_or_email',
  })
  await api('PATCH', '/settings', { operator_name: 'Harbour Hotel', country: 'US', setup_dismissed: PUT_ASIDE })
  const failed = await sendMessages(api, twilio, portal.id)
  await writeFigures(socketOf(folder), { gateway: gateway.id, plan: plan.id, portal: portal.id })
  return {
    places: {
      message: `/messages/${failed}/show`,
      gateway: `/sms_gateways/${gateway.id}/show`,
      portal: `/splash_portals/${portal.id}`,
    },
    stop: () => twilio.close(),
  }
}

function callerOf(origin, key) {
  return async (method, path, body) => {
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return response.status === 204 ? undefined : response.json()
  }
}

/** Codes to a few guests: some are entered, one goes to a number that the carrier does not know. Answers that message. */
async function sendMessages(api, twilio, portalId) {
  for (const [index, name] of ['0141', '0142', '0143', '0144', '0145'].entries()) {
    const to = `+1415555${name}`
    const { id } = await api('POST', '/validations', { channel: 'sms', to, splash_portal_id: portalId })
    const { sid } = await twilio.messageTo(to)
    if (index === 4) await twilio.report(sid, ['sent', 'undelivered'], { errorCode: 30005 })
    else await twilio.report(sid, ['sent', 'delivered'])
    if (index < 3) await api('POST', `/validations/${id}/check`, { code: twilio.codeFor(to) })
  }
  const [failed] = (await api('GET', '/messages?status=failed')).data
  return failed.id
}

/** The folder of the database's socket: where root starts Gatehouse the database lies elsewhere, and a note says where. */
function socketOf(folder) {
  const note = join(folder, 'postgres-location.txt')
  const cluster = existsSync(note) ? readFileSync(note, 'utf8').split('\n')[0] : join(folder, 'postgres')
  return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[4]
}

/** Hours gone by, as they would have been counted. */
async function writeFigures(host, { gateway, plan, portal }) {
  const client = new pg.Client({ host, port: 5432, user: 'gatehouse', database: 'gatehouse' })
  await client.connect()
  const lastHour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS
  const random = randomFrom(7)
  for (let age = 1; age <= 24 * DAYS; age++) {
    const hour = new Date(lastHour - age * HOUR_MS)
    const busy = 0.1 + 0.9 * Math.max(0, Math.sin(((24 - age) % 24) / 7.6))
    const amount = most => Math.round(most * busy * (0.7 + random() * 0.6))
    for (const [country, most] of [
      ['US', 18],
      ['GB', 6],
      ['DE', 3],
    ]) {
      const sent = amount(most)
      if (sent > 0) await writeHour(client, random, { hour, gateway, country, plan, portal, sent })
    }
    const created = amount(20)
    const ended = Math.round(created * (0.85 + random() * 0.1))
    for (const [kind, bucket, count] of [
      ['created', -1, created],
      ['activated', 16, ended],
    ])
      if (count > 0)
        await client.query('insert into sign_up_counts values ($1, $2, $3, $4, $5, $6)', [
          hour,
          kind,
          plan,
          portal,
          bucket,
          count,
        ])
    for (const kind of ['contact', 'address']) {
      const count = Math.round(random() * 2.4 * busy)
      if (count > 0) await client.query('insert into limit_refusals values ($1, $2, $3)', [hour, kind, count])
    }
  }
  await client.end()
}

async function writeHour(client, random, { hour, gateway, country, plan, portal, sent }) {
  const failed = random() < 0.15 ? 1 : 0
  const delivered = Math.max(0, sent - failed)
  const proven = Math.round(delivered * (0.82 + random() * 0.16))
  const histogram = Array.from({ length: BUCKETS }, () => 0)
  for (let n = 0; n < proven; n++) histogram[Math.round(13 + random() * 6)]++
  await client.query(
    `insert into message_stats (hour, channel, sms_gateway_id, country, usage_plan_id, splash_portal_id, currency, sent, codes,
       accepted, delivered, failed, proven, segments, price_micros, proof_histogram)
     values ($1, 'sms', $2, $3, $4, $5, 'USD', $6, $6, $7, $7, $8, $9, $6, $10, $11)`,
    [hour, gateway, country, plan, portal, sent, delivered, failed, proven, sent * PRICE_MICROS, proven > 0 ? histogram : []],
  )
}

/** The same numbers each time, so that a picture changes only when what it shows does. */
function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
}
