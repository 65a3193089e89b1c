import { z } from 'zod'
import { type Account, clearPassword, lockAccount } from '../accounts/account.ts'
import { endSessionsOf } from '../accounts/session.ts'
import { lastPortalOf } from '../accounts/sign-ins.ts'
import type { SplashPortal } from '../catalogue.ts'
import type { Context } from '../context.ts'
import type { Trx } from '../db/db.ts'
import { AppError, invalidField } from '../errors.ts'
import { answerJson } from '../http/answer.ts'
import { readOptionalJson } from '../http/body.ts'
import type { Caller } from '../http/caller.ts'
import { parseInput } from '../http/parse.ts'
import { maskContact } from '../lib/mask.ts'
import { inviteToReset } from '../messages/invite-to-reset.ts'
import { resetChannels } from '../sms/route.ts'
import { cancelValidationsOf } from '../validation/cancel.ts'
import { accounts } from './accounts.ts'
import { insertAuditEvent } from './audit.ts'
import { id } from './fields.ts'
import { notFound } from './list.ts'
import type { Operation } from './operation.ts'
import { idOf } from './resource.ts'

const CHANNELS = ['sms', 'email'] as const
const question = z.strictObject({
  splash_portal_id: id
    .optional()
    .describe(
      'Where the guest is led. Left out: where the account last signed in, else the oldest portal that resets passwords.',
    ),
  channel: z.enum(CHANNELS).optional().describe('How to write to the guest. Left out: by text message where that is possible.'),
  sign_out: z
    .boolean()
    .optional()
    .describe('True: the old password is cleared and every session ends, as when somebody else may know it. False unless said.'),
})
const answer = z.object({
  splash_portal_id: id,
  channel: z.enum(CHANNELS),
  contact: z.string().describe('Masked.'),
  sessions_ended: z.int().min(0),
  password_cleared: z.boolean(),
})

type Question = z.output<typeof question>

/** What the front desk does for a guest who cannot sign in. */
export function startPasswordResetOperations(ctx: Context): Operation[] {
  return [
    {
      method: 'POST',
      path: '/accounts/{id}/start_password_reset',
      id: 'start_password_reset',
      role: 'front_desk',
      tag: accounts.tag,
      summary: 'Send a guest to the password reset',
      description:
        'Sends a link to the portal’s own password reset to a proven contact. There is no code in the message: the guest asks for one on that page and enters it there, as always. Nobody chooses or sees a password. A contact gets at most 5 of these messages an hour and 10 a day. `conflict`: the account has no proven contact that the portal resets by, or is blocked. `no_route`: nothing could send it.',
      body: { schema: { name: 'PasswordResetStart', zod: question }, example: { sign_out: true }, optional: true },
      answer: {
        status: 200,
        description: 'The message is on its way.',
        schema: { name: 'PasswordResetStarted', zod: answer },
        example: {
          splash_portal_id: '0199a7a0-5c00-7000-8000-000000000003',
          channel: 'sms',
          contact: '+1******0123',
          sessions_ended: 2,
          password_cleared: true,
        },
      },
      refusals: ['not_found', 'conflict', 'no_route', 'too_many'],
      async handle(c, caller) {
        const asked = parseInput(question, await readOptionalJson(c.req.raw))
        const accountId = idOf(c, accounts.one)
        const started = await ctx.db.transaction(trx => start(ctx, trx, { accountId, asked, caller }))
        return answerJson(c.env, 200, started)
      },
    },
  ]
}

interface Start {
  accountId: string
  asked: Question
  caller: Caller
}

async function start(ctx: Context, trx: Trx, { accountId, asked, caller }: Start): Promise<z.output<typeof answer>> {
  const account = await lockAccount(trx, accountId)
  if (!account) throw notFound(accounts.one)
  if (account.status === 'blocked') throw new AppError('conflict', 'The account is blocked. Unblock it first.')
  const portal = choosePortal(ctx, asked.splash_portal_id, await lastPortalOf(trx, accountId))
  const { channel, to } = chooseContact(ctx, portal, account, asked.channel)

  const retryAfterS = await inviteToReset(ctx, { channel, to, locale: account.locale, accountId, splashPortalId: portal.id }, trx)
  if (retryAfterS > 0)
    throw new AppError('too_many', 'This contact was sent too many of these messages. Try again later.', { retryAfterS })
  const now = ctx.clock.now()
  const isCleared = asked.sign_out === true && account.password_hash !== null
  const ended = asked.sign_out ? await endSessionsOf(trx, accountId, now) : 0
  if (asked.sign_out) {
    await clearPassword(trx, accountId, now)
    await cancelValidationsOf(trx, { accountId })
  }
  const done = {
    splash_portal_id: portal.id,
    channel,
    contact: maskContact(to),
    sessions_ended: ended,
    password_cleared: isCleared,
  }
  await insertAuditEvent(ctx, trx, {
    actor: caller.name,
    action: 'start_password_reset',
    resource: accounts.name,
    recordId: accountId,
    changes: done,
  })
  return done
}

/** The portal that is asked for; else the one of the last sign-in, then the oldest, of those that can reset a password now. */
function choosePortal(ctx: Context, asked: string | undefined, last: string | undefined): SplashPortal {
  const { splashPortals } = ctx.catalogue.now
  const named = splashPortals.get(asked ?? '')
  if (asked !== undefined && !named) throw invalidField('splash_portal_id', `There is no record ${asked} in splash_portals.`)
  const oldestFirst = [...splashPortals.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const inOrder = named ? [named] : oldestFirst.toSorted((a, b) => Number(b.id === last) - Number(a.id === last))
  const portal = inOrder.find(candidate => resetChannels(ctx.catalogue.now, candidate).length > 0)
  if (portal) return portal
  const isOff = inOrder.every(candidate => candidate.password_reset_method === 'none')
  if (!isOff)
    throw new AppError('no_route', 'Nothing can send the messages of a password reset: see the warnings of the splash portal.')
  throw new AppError(
    'conflict',
    named
      ? `The splash portal "${named.name}" resets no passwords: set its password_reset_method first.`
      : 'No splash portal resets passwords: set its password_reset_method first.',
  )
}

type Channel = 'sms' | 'email'

const MISSING_OF_BOTH = {
  sms: 'This portal resets passwords by number and email address together, and the account has no proven number. Proofs come with a code at a sign-up.',
  email:
    'This portal resets passwords by number and email address together, and the account has no proven email address. Proofs come with a code at a sign-up.',
  both: 'This portal resets passwords by number and email address together, and the account has neither proven. Proofs come with a code at a sign-up.',
}
const NOTHING_PROVEN = {
  sms: 'The account has no proven number, so there is nobody to write to for certain.',
  email: 'The account has no proven email address, so there is nobody to write to for certain.',
  both: 'The account has no proven number or email address, so there is nobody to write to for certain.',
}

/** The proven contact to write to. Where the portal asks for both contacts, both have to be proven. */
function chooseContact(
  ctx: Context,
  portal: SplashPortal,
  account: Account,
  asked: Channel | undefined,
): { channel: Channel; to: string } {
  const channels = resetChannels(ctx.catalogue.now, portal)
  const proven = { sms: account.phone_validated_at && account.phone, email: account.email_validated_at && account.email }
  const missing = channels.filter(channel => !proven[channel])
  if (portal.password_reset_method === 'sms_and_email' && missing.length > 0)
    throw new AppError('conflict', MISSING_OF_BOTH[contactsOf(missing)])
  if (asked && !channels.includes(asked))
    throw new AppError(
      'conflict',
      asked === 'sms'
        ? `The splash portal "${portal.name}" does not reset passwords by text message.`
        : `The splash portal "${portal.name}" does not reset passwords by email.`,
    )
  const channel = (asked ? [asked] : channels).find(candidate => proven[candidate])
  const to = channel && proven[channel]
  if (channel && to) return { channel, to }
  throw new AppError('conflict', NOTHING_PROVEN[contactsOf(asked ? [asked] : channels)])
}

function contactsOf(channels: Channel[]): Channel | 'both' {
  return channels.length === 1 && channels[0] ? channels[0] : 'both'
}
