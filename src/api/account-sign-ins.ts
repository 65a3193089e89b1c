import { z } from 'zod'
import { findAccount, lockAccount } from '../accounts/account.ts'
import { endSessionsOf } from '../accounts/session.ts'
import { countFailedSignIns, forgetDevices, listKnownDevices, type SignIn, selectSignIns } from '../accounts/sign-ins.ts'
import type { Context } from '../context.ts'
import { answerJson } from '../http/answer.ts'
import { readOptionalJson } from '../http/body.ts'
import { parseInput } from '../http/parse.ts'
import { accounts } from './accounts.ts'
import { insertAuditEvent } from './audit.ts'
import { id, line, time } from './fields.ts'
import { type Listing, listParameters, listRows, notFound } from './list.ts'
import type { NamedSchema, Operation } from './operation.ts'
import { idOf, seesContacts } from './resource.ts'

const LISTING: Listing = {
  columns: { splash_portal_id: 'id', at: 'time', ended_at: 'time', user_agent: 'text', current: 'boolean' },
  search: [],
  sortedBy: 'id',
}
const DEVICES_MAX = 200
const nothing = z.strictObject({})
const forget = z.strictObject({
  device_ids: z.array(line(60, 1)).max(DEVICES_MAX).optional().describe('Which of them. Left out: all.'),
})
const signIns: NamedSchema = {
  name: 'SignInList',
  zod: z.object({
    data: z.array(
      z.object({
        id,
        splash_portal_id: id,
        at: time,
        ended_at: time.nullable().describe('When it was signed out or ran out. Null: still signed in.'),
        user_agent: z.string().describe('The browser in words. Empty: not known.'),
        address: z.string().describe('The client’s address at the sign-in. Empty for the role `read_only`.'),
        current: z.boolean(),
      }),
    ),
    total: z.int().min(0),
    failed_sign_ins_last_hour: z.int().min(0).describe('With this login or a proven contact, since the last right password.'),
  }),
}
const devices: NamedSchema = {
  name: 'KnownDeviceList',
  zod: z.object({
    data: z.array(
      z.object({
        id: z.string().describe('A keyed hash of what the browser is known again by.'),
        first_proven_at: time,
        last_proven_at: time,
        user_agent: z.string().describe('The browser in words. Empty: no sign-in of it is kept.'),
        signed_in: z.boolean(),
      }),
    ),
    total: z.int().min(0),
  }),
}
const DEVICE_ID = 'k3Jx0cZb1mYw9uVt8sRq2A'

/** Where an account is signed in, and what knows it: to look at, to end and to forget. */
export function accountSignInOperations(ctx: Context): Operation[] {
  const { tag, one } = accounts
  const found = async (accountId: string) => {
    const account = await findAccount(ctx.db, accountId)
    if (!account) throw notFound(one)
    return account
  }
  return [
    {
      method: 'GET',
      path: '/accounts/{id}/sign_ins',
      id: 'list_sign_ins',
      tag,
      summary: 'List the sign-ins of an account',
      description: 'Newest first. A sign-in is kept as long as its session: GATEHOUSE_RETENTION_DAYS says how long.',
      query: listParameters(LISTING),
      answer: {
        status: 200,
        description: 'A page of sign-ins, how many match in all, and how many failed.',
        schema: signIns,
        example: {
          data: [
            {
              id: '0199a7a0-5c00-7000-8000-00000000000f',
              splash_portal_id: '0199a7a0-5c00-7000-8000-000000000003',
              at: '2026-11-22T10:00:00.000Z',
              ended_at: null,
              user_agent: 'Safari on iPhone',
              address: '192.0.2.7',
              current: true,
            },
          ],
          total: 1,
          failed_sign_ins_last_hour: 0,
        },
      },
      refusals: ['not_found', 'invalid'],
      async handle(c, caller) {
        const account = await found(idOf(c, one))
        const now = ctx.clock.now()
        const parameters = new URL(c.req.url).searchParams
        // A session is older than its sign-in where a code was entered in between.
        if (!parameters.has('sort')) {
          parameters.append('sort', 'at')
          if (!parameters.has('order')) parameters.append('order', 'desc')
        }
        const { rows, total } = await listRows<SignIn>(ctx, selectSignIns(account.id, now), LISTING, parameters)
        const failed = await countFailedSignIns(ctx.db, account, now)
        const data = rows.map(row => ({ ...row, address: seesContacts(caller) ? row.address : '' }))
        return answerJson(c.env, 200, { data, total, failed_sign_ins_last_hour: failed })
      },
    },
    {
      method: 'GET',
      path: '/accounts/{id}/devices',
      id: 'list_devices',
      tag,
      summary: 'List the browsers that are known to an account',
      description:
        'Browsers that have entered a code for a proven contact or signed in. What strangers use up of the limits does not hold them up.',
      answer: {
        status: 200,
        description: 'All of them, the last proven first.',
        schema: devices,
        example: {
          data: [
            {
              id: DEVICE_ID,
              first_proven_at: '2026-11-20T10:00:00.000Z',
              last_proven_at: '2026-11-22T10:00:00.000Z',
              user_agent: 'Safari on iPhone',
              signed_in: true,
            },
          ],
          total: 1,
        },
      },
      refusals: ['not_found'],
      async handle(c) {
        const data = await listKnownDevices(ctx.db, await found(idOf(c, one)), ctx.clock.now())
        return answerJson(c.env, 200, { data, total: data.length })
      },
    },
    {
      method: 'POST',
      path: '/accounts/{id}/forget_devices',
      id: 'forget_devices',
      role: 'front_desk',
      tag,
      summary: 'Forget browsers that are known to an account',
      description:
        'They count as strangers from then on. Who is signed in stays so: use `sign_out` as well where a device is lost.',
      body: { schema: { name: 'ForgetDevices', zod: forget }, example: { device_ids: [DEVICE_ID] }, optional: true },
      answer: {
        status: 200,
        description: 'How many were known.',
        schema: { name: 'DevicesForgotten', zod: z.object({ devices_forgotten: z.int().min(0) }) },
        example: { devices_forgotten: 1 },
      },
      refusals: ['not_found'],
      async handle(c, caller) {
        const { device_ids: ids } = parseInput(forget, await readOptionalJson(c.req.raw))
        const accountId = idOf(c, one)
        const count = await ctx.db.transaction(async trx => {
          const account = await lockAccount(trx, accountId)
          if (!account) throw notFound(one)
          const forgotten = await forgetDevices(trx, account, ids)
          const changes = { devices_forgotten: forgotten }
          const event = { actor: caller.name, action: 'forget_devices', resource: accounts.name, recordId: accountId, changes }
          if (forgotten > 0) await insertAuditEvent(ctx, trx, event)
          return forgotten
        })
        return answerJson(c.env, 200, { devices_forgotten: count })
      },
    },
    {
      method: 'POST',
      path: '/accounts/{id}/sign_out',
      id: 'sign_out_account',
      role: 'front_desk',
      tag,
      summary: 'Sign an account out everywhere',
      description: 'The password stays: who knows it can sign in again.',
      body: { schema: { name: 'Nothing', zod: nothing }, example: {}, optional: true },
      answer: {
        status: 200,
        description: 'How many sessions ended.',
        schema: { name: 'SignedOut', zod: z.object({ sessions_ended: z.int().min(0) }) },
        example: { sessions_ended: 1 },
      },
      refusals: ['not_found'],
      async handle(c, caller) {
        parseInput(nothing, await readOptionalJson(c.req.raw))
        const accountId = idOf(c, one)
        const count = await ctx.db.transaction(async trx => {
          if (!(await lockAccount(trx, accountId))) throw notFound(one)
          const ended = await endSessionsOf(trx, accountId, ctx.clock.now())
          const changes = { sessions_ended: ended }
          const event = { actor: caller.name, action: 'sign_out', resource: accounts.name, recordId: accountId, changes }
          await insertAuditEvent(ctx, trx, event)
          return ended
        })
        return answerJson(c.env, 200, { sessions_ended: count })
      },
    },
  ]
}
