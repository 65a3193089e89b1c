import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import type { Channel } from '../db/tables.ts'
import { randomFraction } from '../lib/random.ts'

export const SIMULATOR_CHANNEL = 'gatehouse_simulator'
/** So many of the newest messages are shown; older ones go, not with every new one but soon. */
const KEPT_MAX = 1000
const TRIM_CHANCE = 0.02

export interface SimulatorMessage {
  channel: Channel
  from: string
  to: string
  /** Empty for text messages. */
  subject: string
  text: string
  at: Date
}

const INSERT = {
  name: 'simulator-insert',
  text: `
    with inserted as (
      insert into simulator_messages (id, channel, message_encrypted, at) values ($1, $2, $3, $4)
      on conflict (id) do nothing
      returning id
    )
    select pg_notify('${SIMULATOR_CHANNEL}', id::text) from inserted`,
}
const TRIM = {
  name: 'simulator-trim',
  text: `
    delete from simulator_messages
    where at < (select at from simulator_messages order by at desc, id desc offset $1 limit 1)`,
}
const LIST = {
  name: 'simulator-list',
  text: `
    select id, channel, message_encrypted, at
    from (select * from simulator_messages order by at desc, id desc limit $1) newest
    order by at, id`,
}

const DELETE = {
  name: 'simulator-delete',
  text: `
    with deleted as (delete from simulator_messages where id = any($1::uuid[]) returning id)
    select pg_notify('${SIMULATOR_CHANNEL}', id::text) from deleted`,
}

interface StoredMessage {
  id: string
  message: SimulatorMessage
}

interface Row {
  id: string
  channel: Channel
  message_encrypted: Buffer
  at: Date
}

/** Delivers a message to the simulator. The same id twice is one message, as a provider that knows our id would have it. */
export async function storeSimulatorMessage(
  ctx: Pick<Context, 'db' | 'keys' | 'clock'>,
  message: Omit<SimulatorMessage, 'at'> & { id: string },
): Promise<void> {
  const { id, channel, ...content } = message
  const encrypted = ctx.keys.encrypt(JSON.stringify(content), `simulator_messages:${id}`)
  await ctx.db.run(INSERT, [id, channel, encrypted, ctx.clock.now()])
  if (randomFraction() < TRIM_CHANCE) await ctx.db.run(TRIM, [KEPT_MAX])
}

/** What the simulator was given, oldest first. Messages encrypted with another secret key are left out. */
export async function listSimulatorMessages(ctx: Pick<Context, 'db' | 'keys'>): Promise<SimulatorMessage[]> {
  return (await listStored(ctx)).map(({ message }) => message)
}

async function listStored(ctx: Pick<Context, 'db' | 'keys'>): Promise<StoredMessage[]> {
  const rows = await ctx.db.run<Row>(LIST, [KEPT_MAX])
  return rows.flatMap(({ id, channel, at, message_encrypted }) => {
    try {
      const { from, to, subject, text } = JSON.parse(ctx.keys.decrypt(message_encrypted, `simulator_messages:${id}`))
      return [{ id, message: { channel, from, to, subject, text, at } }]
    } catch {
      return []
    }
  })
}

/** What went to these numbers and addresses, by way of a carrier's email gateway too. */
export async function listSimulatorMessagesTo(ctx: Pick<Context, 'db' | 'keys'>, contacts: string[]): Promise<StoredMessage[]> {
  const digits = contacts.filter(contact => contact.startsWith('+')).map(number => number.replace(/^\+1?/, ''))
  return (await listStored(ctx)).filter(({ message: { channel, to } }) => {
    if (channel !== 'email_to_sms') return contacts.includes(to)
    const mailbox = to.slice(0, to.indexOf('@'))
    return digits.some(number => mailbox.includes(number))
  })
}

/** Takes messages off the simulator's phone and out of its mailbox. */
export async function deleteSimulatorMessages(ctx: Pick<Context, 'db'>, trx: Trx, ids: string[]): Promise<void> {
  await ctx.db.run(DELETE, [ids], trx)
}
