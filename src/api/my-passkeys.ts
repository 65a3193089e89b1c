import { z } from 'zod'
import { findAdministrator, lockAdministrator } from '../administrators/administrator.ts'
import { insertChallenge, takeChallenge } from '../administrators/challenge.ts'
import { listPasskeys, type Passkey, registerOptions, requirePasskeySite, verifyNewPasskey } from '../administrators/passkey.ts'
import { keepARequiredFactor } from '../administrators/second-factors.ts'
import type { Context } from '../context.ts'
import { duplicateOf, type Trx } from '../db/db.ts'
import { AppError, invalidField } from '../errors.ts'
import { answerJson, answerText } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import type { Caller } from '../http/caller.ts'
import { parseInput } from '../http/parse.ts'
import { uuidv7 } from '../lib/random.ts'
import { insertAuditEvent } from './audit.ts'
import { id, line, stamps, time } from './fields.ts'
import { notFound } from './list.ts'
import { ME_TAG, ownerOf } from './me.ts'
import type { NamedSchema, Operation } from './operation.ts'
import { CHALLENGE_EXAMPLE, passkeyChallenge, passkeyResponse, RESPONSE_EXAMPLE } from './passkey-schemas.ts'
import { idOf } from './resource.ts'
import { setCookies, visitorOf } from './sign-in-browser.ts'

const PASSKEYS_MAX = 20
const name = line(100, 1).describe('What you know it by, such as the device that it is on.')
const passkey = z.object({ id, name: z.string(), last_used_at: time.nullable(), ...stamps })
const one: NamedSchema = { name: 'Passkey', zod: passkey }
const list: NamedSchema = {
  name: 'PasskeyList',
  zod: z.object({ data: z.array(passkey), total: z.int().min(0) }),
}
const EXAMPLE = {
  id: '0199a7a0-5c00-7000-8000-000000000011',
  name: 'Phone',
  last_used_at: '2026-11-22T10:00:00.000Z',
  created_at: '2026-11-22T10:00:00.000Z',
  updated_at: '2026-11-22T10:00:00.000Z',
}
const create = z.strictObject({ challenge_id: id, response: passkeyResponse, name })
const rename = z.strictObject({ name })
const OWN = { tag: ME_TAG, role: 'read_only', isForSessions: true } as const

function present({ id, name, last_used_at, created_at, updated_at }: Passkey) {
  return { id, name, last_used_at, created_at, updated_at }
}

/** The passkeys of who is signed in (WebAuthn). */
export function myPasskeyOperations(ctx: Context): Operation[] {
  return [
    {
      ...OWN,
      method: 'GET',
      path: '/me/passkeys',
      id: 'list_my_passkeys',
      summary: 'List your passkeys',
      isForEnrolment: true,
      answer: { status: 200, description: 'All of them.', schema: list, example: { data: [EXAMPLE], total: 1 } },
      async handle(c, caller) {
        const data = (await listPasskeys(ctx.db, ownerOf(caller).administratorId)).map(present)
        return answerJson(c.env, 200, { data, total: data.length })
      },
    },
    {
      ...OWN,
      method: 'POST',
      path: '/me/passkeys/options',
      id: 'begin_my_passkey',
      summary: 'Begin to add a passkey',
      isForEnrolment: true,
      description: '`conflict`: browsers keep no passkeys for the public URL, since it is an IP address or not https.',
      isSensitive: true,
      answer: { status: 200, description: 'What the browser needs.', schema: passkeyChallenge, example: CHALLENGE_EXAMPLE },
      refusals: ['conflict'],
      async handle(c, caller) {
        requirePasskeySite(ctx.config)
        const { administratorId } = ownerOf(caller)
        const visitor = visitorOf(ctx, c)
        const passkeys = await listPasskeys(ctx.db, administratorId)
        if (passkeys.length >= PASSKEYS_MAX) throw tooManyPasskeys()
        const administrator = await findAdministrator(ctx.db, administratorId)
        const asked = { purpose: 'register', administratorId, device: visitor.device } as const
        const { id: challengeId, challenge } = await insertChallenge(ctx.db, asked, ctx.clock.now())
        const options = await registerOptions(ctx.config, { challenge, administrator, passkeys })
        return setCookies(ctx, answerJson(c.env, 200, { challenge_id: challengeId, options }), visitor)
      },
    },
    {
      ...OWN,
      method: 'POST',
      path: '/me/passkeys',
      id: 'add_my_passkey',
      summary: 'Add a passkey',
      isForEnrolment: true,
      isSensitive: true,
      body: {
        schema: { name: 'PasskeyCreate', zod: create },
        example: { challenge_id: CHALLENGE_EXAMPLE.challenge_id, response: RESPONSE_EXAMPLE, name: 'Phone' },
      },
      answer: { status: 201, description: 'The new passkey.', schema: one, example: EXAMPLE },
      refusals: ['conflict'],
      async handle(c, caller) {
        const input = parseInput(create, await readJson(c.req.raw))
        const { administratorId } = ownerOf(caller)
        const asked = {
          id: input.challenge_id,
          purpose: 'register',
          administratorId,
          device: visitorOf(ctx, c).device,
        } as const
        const challenge = await takeChallenge(ctx.db, asked, ctx.clock.now())
        const made = challenge && (await verifyNewPasskey(ctx, { response: input.response, challenge }))
        if (!made) throw invalidField('response', 'This passkey was not accepted. Begin again.')
        const row = await insertPasskey(ctx, caller, { ...made, name: input.name })
        return answerJson(c.env, 201, present(row))
      },
    },
    {
      ...OWN,
      method: 'PATCH',
      path: '/me/passkeys/{id}',
      id: 'rename_my_passkey',
      summary: 'Rename a passkey',
      isSensitive: true,
      body: { schema: { name: 'PasskeyUpdate', zod: rename }, example: { name: 'Old phone' } },
      answer: { status: 200, description: 'The passkey as it is now.', schema: one, example: EXAMPLE },
      refusals: ['not_found'],
      async handle(c, caller) {
        const { name: text } = parseInput(rename, await readJson(c.req.raw))
        const passkeyId = idOf(c, 'passkey')
        const row = await ctx.db.transaction(async trx => {
          const before = await lockPasskey(trx, ownerOf(caller).administratorId, passkeyId)
          const after = { ...before, name: text, updated_at: ctx.clock.now() }
          const { name, updated_at } = after
          await trx.updateTable('administrator_passkeys').set({ name, updated_at }).where('id', '=', passkeyId).execute()
          if (before.name !== name)
            await audit(ctx, trx, caller, { action: 'update', id: passkeyId, changes: { name: { from: before.name, to: name } } })
          return after
        })
        return answerJson(c.env, 200, present(row))
      },
    },
    {
      ...OWN,
      method: 'DELETE',
      path: '/me/passkeys/{id}',
      id: 'delete_my_passkey',
      summary: 'Delete a passkey',
      description:
        'With the last second factor the recovery codes go. `conflict`: then your password would stand alone, and it is too short for that, or a second factor is required of you.',
      isSensitive: true,
      answer: { status: 204, description: 'It is gone.' },
      refusals: ['not_found', 'conflict'],
      async handle(c, caller) {
        const passkeyId = idOf(c, 'passkey')
        const { administratorId } = ownerOf(caller)
        await ctx.db.transaction(async trx => {
          const administrator = await lockAdministrator(trx, administratorId)
          const before = await lockPasskey(trx, administratorId, passkeyId)
          await trx.deleteFrom('administrator_passkeys').where('id', '=', passkeyId).execute()
          const codesGone = await keepARequiredFactor(ctx, trx, administrator)
          const changes = { name: { from: before.name }, ...(codesGone > 0 && { recovery_codes: { from: codesGone, to: 0 } }) }
          await audit(ctx, trx, caller, { action: 'delete', id: passkeyId, changes })
        })
        return answerText(c.env, 204, null, '')
      },
    },
  ]
}

async function insertPasskey(
  ctx: Context,
  caller: Caller,
  made: Pick<Passkey, 'credential_id' | 'public_key' | 'counter' | 'transports' | 'name'>,
): Promise<Passkey> {
  const { administratorId } = ownerOf(caller)
  const now = ctx.clock.now()
  const row = {
    id: uuidv7(now),
    administrator_id: administratorId,
    ...made,
    last_used_at: null,
    created_at: now,
    updated_at: now,
  }
  try {
    await ctx.db.transaction(async trx => {
      await lockAdministrator(trx, administratorId)
      const { count } = await trx
        .selectFrom('administrator_passkeys')
        .select(eb => eb.fn.countAll<number>().as('count'))
        .where('administrator_id', '=', administratorId)
        .executeTakeFirstOrThrow()
      if (count >= PASSKEYS_MAX) throw tooManyPasskeys()
      await trx.insertInto('administrator_passkeys').values(row).execute()
      await audit(ctx, trx, caller, { action: 'create', id: row.id, changes: { name: { to: made.name } } })
    })
  } catch (error) {
    if (duplicateOf(error)) throw invalidField('response', 'This passkey is registered already.')
    throw error
  }
  return row
}

async function lockPasskey(trx: Trx, administratorId: string, passkeyId: string): Promise<Passkey> {
  const row = await trx
    .selectFrom('administrator_passkeys')
    .selectAll()
    .where('id', '=', passkeyId)
    .where('administrator_id', '=', administratorId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('passkey')
  return row
}

function tooManyPasskeys(): AppError {
  return new AppError('conflict', `There can be ${PASSKEYS_MAX} passkeys. Delete one first.`)
}

async function audit(
  ctx: Context,
  trx: Trx,
  caller: Caller,
  { action, id: recordId, changes }: { action: string; id: string; changes: Record<string, unknown> },
): Promise<void> {
  await insertAuditEvent(ctx, trx, { actor: caller.name, action, resource: 'administrator_passkeys', recordId, changes })
}
