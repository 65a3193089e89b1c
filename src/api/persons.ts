import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { parseEmailAddress } from '../accounts/email-address.ts'
import { type Erased, erasePerson } from '../accounts/erase-person.ts'
import { exportPerson } from '../accounts/export-person.ts'
import { findPerson } from '../accounts/find-person.ts'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { AppError, invalidField } from '../errors.ts'
import { answerJson } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import type { Caller } from '../http/caller.ts'
import { invalidFields, parseInput } from '../http/parse.ts'
import { uuidv7 } from '../lib/random.ts'
import { erasedContact, makeErasedContact, noteErasedOptOuts, tellErasedOptOuts } from '../messages/erased-opt-outs.ts'
import { deleteSimulatorMessages, listSimulatorMessagesTo } from '../simulator/store.ts'
import { accounts } from './accounts.ts'
import { insertAuditEvent } from './audit.ts'
import { id, line, time } from './fields.ts'
import { notFound } from './list.ts'
import type { NamedSchema, Operation } from './operation.ts'
import { idOf } from './resource.ts'

export const PERSONS_TAG = 'Persons'
const E164 = /^\+[1-9]\d{6,14}$/
/** How long an erasure waits for a message that is leaving this moment, and how often it looks. */
const WAIT_MS = 10_000
const LOOK_MS = 100
const BUSY_RETRY_AFTER_S = 10

const contactBody = z
  .strictObject({
    phone: line(40, 1).describe('A number in international form such as +15555550123.'),
    email: line(254, 3),
  })
  .partial()
const NAMED = { name: 'PersonContact', zod: contactBody }
const EXAMPLE = { phone: '+15555550123' }

const records = z.array(z.record(z.string(), z.unknown()))
const exported: NamedSchema = {
  name: 'PersonExport',
  zod: z.object({
    exported_at: time,
    contacts: z.array(z.string()).describe('The numbers and addresses that these records were found by.'),
    accounts: records,
    sessions: records,
    validations: records.describe('One-time codes: when, where to, and what became of them. The codes are not kept.'),
    messages: records.describe('What was sent and what became of it. The texts are not kept.'),
    budgets: records.describe('When codes were asked for and entered wrongly, which limits count.'),
    known_devices: records.describe('Since when a browser is known to have proven a contact.'),
    suppressions: records.describe('Why nothing is sent there.'),
    audit_events: records.describe('What operators did with these records.'),
    simulator_messages: records.describe('What a simulator showed instead of a phone.'),
  }),
}
const erased: NamedSchema = {
  name: 'PersonErased',
  zod: z.object({
    erasure_id: id.describe('The audit event of this erasure has it as `record_id`.'),
    accounts_deleted: z.int(),
    sessions_deleted: z.int(),
    validations_anonymised: z.int(),
    messages_anonymised: z.int().describe('They still count, without contact, account or what the provider said.'),
    budgets_deleted: z.int(),
    known_devices_deleted: z.int(),
    suppressions_deleted: z.int(),
    suppressions_kept: z.int().describe('Opt-outs that go on holding under a keyed hash of the contact.'),
    simulator_messages_deleted: z.int(),
  }),
}
const EXPORT_EXAMPLE = {
  exported_at: '2026-11-22T10:00:00.000Z',
  contacts: ['+15555550123'],
  accounts: [],
  sessions: [],
  validations: [{ id: '0199a7a0-5c00-7000-8000-00000000000c', channel: 'sms', contact: '+15555550123', status: 'approved' }],
  messages: [],
  budgets: [],
  known_devices: [],
  suppressions: [],
  audit_events: [],
  simulator_messages: [],
}
const ERASED_EXAMPLE = {
  erasure_id: '0199a7a0-5c00-7000-8000-00000000000e',
  accounts_deleted: 1,
  sessions_deleted: 1,
  validations_anonymised: 2,
  messages_anonymised: 2,
  budgets_deleted: 2,
  known_devices_deleted: 1,
  suppressions_deleted: 0,
  suppressions_kept: 1,
  simulator_messages_deleted: 0,
}

type Whom = { accountId: string } | { contact: string }

/** What is kept about one person, to hand over or to erase (GDPR articles 15, 17 and 20). */
export function personOperations(ctx: Context): Operation[] {
  const exportAnswer = { status: 200, description: 'All of it.', schema: exported, example: EXPORT_EXAMPLE } as const
  const eraseAnswer = {
    status: 200,
    description: 'What went, and what was kept.',
    schema: erased,
    example: ERASED_EXAMPLE,
  } as const
  const whatStays =
    'Deletes accounts, sessions, limits and known browsers; codes and messages stay to be counted, without anything that tells whose they were. An opt-out is kept as a keyed hash. It cannot be undone.'
  return [
    {
      method: 'GET',
      path: '/accounts/{id}/export',
      id: 'export_account',
      role: 'operator',
      tag: PERSONS_TAG,
      summary: 'Read everything that is kept about a guest',
      description: 'The audit trail notes who read it.',
      answer: exportAnswer,
      refusals: ['not_found'],
      async handle(c, caller) {
        const accountId = idOf(c, accounts.one)
        const all = await exportOf(ctx, { accountId })
        const event = { actor: caller.name, action: 'export', resource: accounts.name, recordId: accountId, changes: {} }
        await insertAuditEvent(ctx, undefined, event)
        return answerJson(c.env, 200, all)
      },
    },
    {
      method: 'POST',
      path: '/accounts/{id}/erase',
      id: 'erase_account',
      tag: PERSONS_TAG,
      summary: 'Erase a guest',
      description: `${whatStays} The guest’s contacts are erased wherever else they are, too.`,
      answer: eraseAnswer,
      refusals: ['not_found', 'busy'],
      handle: async (c, caller) => answerJson(c.env, 200, await erase(ctx, { accountId: idOf(c, accounts.one) }, caller)),
    },
    {
      method: 'POST',
      path: '/persons/export',
      id: 'export_person',
      tag: PERSONS_TAG,
      summary: 'Read everything that is kept about a contact',
      description: 'For people without an account: give `phone` or `email`. The account that has proven the contact is included.',
      body: { schema: NAMED, example: EXAMPLE },
      answer: exportAnswer,
      async handle(c, caller) {
        const whom = { contact: readContact(await readJson(c.req.raw)) }
        await ctx.db.transaction(trx => audit(ctx, trx, caller, 'export', uuidv7(ctx.clock.now()), {}))
        return answerJson(c.env, 200, await exportOf(ctx, whom))
      },
    },
    {
      method: 'POST',
      path: '/persons/erase',
      id: 'erase_person',
      tag: PERSONS_TAG,
      summary: 'Erase whoever has a contact',
      description: `For people without an account: give \`phone\` or \`email\`. ${whatStays} The account that has proven the contact goes with it.`,
      body: { schema: NAMED, example: EXAMPLE },
      answer: eraseAnswer,
      refusals: ['busy'],
      handle: async (c, caller) =>
        answerJson(c.env, 200, await erase(ctx, { contact: readContact(await readJson(c.req.raw)) }, caller)),
    },
  ]
}

/** Reads which contact is meant. A number that no guest could prove now may have been proven before: any is taken. */
function readContact(body: unknown): string {
  const { phone, email } = parseInput(contactBody, body)
  if ((phone === undefined) === (email === undefined))
    throw invalidFields(['phone', 'email'].map(field => ({ field, message: 'Give either a phone or an email.' })))
  if (phone !== undefined) {
    const number = phone.replace(/[\s().-]/g, '')
    if (!E164.test(number)) throw invalidField('phone', 'Must be a number in international form such as +15555550123.')
    return number
  }
  const address = parseEmailAddress(email ?? '')
  if (address === undefined) throw invalidField('email', 'Must be an email address.')
  return address
}

async function exportOf(ctx: Context, whom: Whom): Promise<Record<string, unknown>> {
  const found = await ctx.db.transaction(async trx => {
    const person = await findPerson(trx, whom)
    if (!person) throw notFound(accounts.one)
    const hidden = await Promise.all(person.contacts.map(contact => erasedContact(ctx, channelOf(contact), contact)))
    return {
      person,
      records: await exportPerson(
        trx,
        person,
        hidden.flatMap(contact => contact ?? []),
      ),
    }
  })
  const shown = await listSimulatorMessagesTo(ctx, found.person.contacts)
  return {
    exported_at: ctx.clock.now(),
    contacts: found.person.contacts,
    ...found.records,
    simulator_messages: shown.map(({ message: { channel, from, to, at } }) => ({ channel, from, to, at })),
  }
}

async function erase(ctx: Context, whom: Whom, caller: Caller): Promise<Record<string, unknown>> {
  const erasureId = uuidv7(ctx.clock.now())
  for (let waitedMs = 0; ; waitedMs += LOOK_MS) {
    const done = await ctx.db.transaction(trx => eraseOnce(ctx, trx, whom, { caller, erasureId }))
    if (done !== 'busy') {
      await tellErasedOptOuts(ctx)
      return { erasure_id: erasureId, ...done }
    }
    if (waitedMs >= WAIT_MS)
      throw new AppError('busy', 'A message to this person is leaving just now. Nothing was erased; try again in a moment.', {
        retryAfterS: BUSY_RETRY_AFTER_S,
      })
    await setTimeout(LOOK_MS)
  }
}

async function eraseOnce(
  ctx: Context,
  trx: Trx,
  whom: Whom,
  { caller, erasureId }: { caller: Caller; erasureId: string },
): Promise<(Erased & { simulator_messages_deleted: number }) | 'busy'> {
  const person = await findPerson(trx, whom)
  if (!person) throw notFound(accounts.one)
  const done = await erasePerson(trx, person, { now: ctx.clock.now(), hide: await makeErasedContact(ctx, trx) })
  if (done === 'busy') return 'busy'
  await noteErasedOptOuts(trx)
  const shown = await listSimulatorMessagesTo(ctx, person.contacts)
  await deleteSimulatorMessages(
    ctx,
    trx,
    shown.map(message => message.id),
  )
  const counts = { ...done, simulator_messages_deleted: shown.length }
  await audit(ctx, trx, caller, 'erase', erasureId, { ...counts })
  return counts
}

/** Who did it, when, and how much it was; never whom it was about. */
function audit(ctx: Context, trx: Trx, caller: Caller, action: string, recordId: string, changes: Record<string, unknown>) {
  return insertAuditEvent(ctx, trx, { actor: caller.name, action, resource: 'persons', recordId, changes })
}

function channelOf(contact: string): 'sms' | 'email' {
  return contact.includes('@') ? 'email' : 'sms'
}
