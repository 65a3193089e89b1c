import { z } from 'zod'
import { verifyPassword } from '../accounts/password.ts'
import { type Administrator, findActiveAdministrator, findAdministrator } from '../administrators/administrator.ts'
import { insertChallenge, insertTicket, takeChallenge, takeTicketTry } from '../administrators/challenge.ts'
import {
  canUsePasskeys,
  listPasskeys,
  notePasskeyUse,
  requirePasskeySite,
  signInOptions,
  verifyPasskey,
} from '../administrators/passkey.ts'
import { type Factor, proveFactor } from '../administrators/prove-factor.ts'
import { endSessionOfToken } from '../administrators/session.ts'
import { auditSignIn, compareCounted, completeSignIn, takeChallengeSlot, takeFactorSlot } from '../administrators/sign-in.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { answerJson, answerText } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import { invalidFields, parseInput } from '../http/parse.ts'
import type { RequestContext } from '../http/routes.ts'
import { randomToken } from '../lib/random.ts'
import { PASSWORD_LENGTH_MAX } from './administrators.ts'
import { describeAdministrator, ME, ME_EXAMPLE } from './describe-me.ts'
import { id, line, secret } from './fields.ts'
import type { NamedSchema, Operation } from './operation.ts'
import { CHALLENGE_EXAMPLE, passkeyChallenge, passkeyResponse, RESPONSE_EXAMPLE } from './passkey-schemas.ts'
import { setCookies, type Visitor, visitorOf } from './sign-in-browser.ts'

export const SIGN_IN_TAG = 'Sign-in'
const METHODS = ['totp', 'recovery_code', 'passkey'] as const
const typed = line(100, 1)

const credentials = z.strictObject({ login: typed, password: secret(PASSWORD_LENGTH_MAX).unwrap() })
const factors = z.strictObject({
  ticket: z
    .string()
    .max(100)
    .regex(/^[\w-]+$/, 'Has the wrong form.'),
  code: typed.optional().describe('Six digits of the app. Blanks do not count.'),
  recovery_code: typed.optional(),
  passkey: passkeyResponse.optional(),
})
const passkeyAnswer = z.strictObject({ challenge_id: id, response: passkeyResponse })

const signedIn = z.object({ status: z.literal('signed_in'), me: ME.zod })
const answer: NamedSchema = {
  name: 'SignInAnswer',
  zod: z.union([
    signedIn,
    z.object({
      status: z.literal('second_factor'),
      ticket: z.string().describe('Good in this browser for five minutes, five tries and one sign-in.'),
      methods: z.array(z.enum(METHODS)).describe('Which of the factors this administrator has.'),
      passkey_options: z.record(z.string(), z.unknown()).nullable().describe('For the browser, where a passkey is one of them.'),
    }),
  ]),
}
const EXAMPLE = { status: 'signed_in', me: ME_EXAMPLE }
const SIGNED_IN = { status: 200, schema: { name: 'SignedIn', zod: signedIn }, example: EXAMPLE } as const

/** The ways into the console. Each answer that signs in sets its cookie. */
export function signInOperations(ctx: Context, operations: () => Operation[]): Operation[] {
  async function answerSignedIn(c: RequestContext, visitor: Visitor, session: { sessionId: string; token: string } | undefined) {
    const me = session && (await describeAdministrator(ctx, operations(), session.sessionId))
    if (!session || !me) throw overtaken()
    return setCookies(ctx, answerJson(c.env, 200, { status: 'signed_in', me }), visitor, session.token)
  }

  return [
    {
      method: 'POST',
      path: '/sign_in',
      id: 'sign_in',
      tag: SIGN_IN_TAG,
      summary: 'Sign in to the console',
      description:
        'Sets the console’s cookie, or asks for a second factor. A wrong login and a wrong password answer alike, in the same time. After ten failures in an hour a login is closed to browsers that have not signed in with it before.',
      isOpen: true,
      body: { schema: { name: 'SignIn', zod: credentials }, example: { login: 'operator', password: 'correct horse battery' } },
      answer: { status: 200, description: 'Signed in, or what is still to be shown.', schema: answer, example: EXAMPLE },
      refusals: ['unauthorized', 'too_many'],
      async handle(c) {
        const { login, password } = parseInput(credentials, await readJson(c.req.raw))
        const visitor = visitorOf(ctx, c)
        const administrator = await compareCounted(ctx, { login, browser: visitor }, async crowd => {
          const found = await findActiveAdministrator(ctx.db, login)
          const isRight = await verifyPassword(password, found?.password_hash ?? null, crowd)
          return isRight ? found : undefined
        })
        if (!administrator) {
          ctx.log.warn({ address: visitor.address }, 'a sign-in to the console failed')
          throw new AppError('unauthorized', 'The login or the password is not right.')
        }
        const asked = await askForFactor(ctx, administrator, visitor)
        if (asked) return setCookies(ctx, answerJson(c.env, 200, asked), visitor)
        return answerSignedIn(c, visitor, await completeSignIn(ctx, { administrator, browser: visitor, method: 'password' }))
      },
    },
    {
      method: 'POST',
      path: '/sign_in/second_factor',
      id: 'sign_in_second_factor',
      tag: SIGN_IN_TAG,
      summary: 'Show the second factor',
      description:
        'Takes one of `code`, `recovery_code` and `passkey`. With `unauthorized`, `sign_in_again` says whether the ticket is used up.',
      isOpen: true,
      body: { schema: { name: 'SecondFactor', zod: factors }, example: { ticket: 'q8C0mRr0p4ZrZ5n3yW0f3rj0', code: '123456' } },
      answer: { ...SIGNED_IN, description: 'Signed in.' },
      refusals: ['unauthorized', 'too_many', 'conflict'],
      async handle(c) {
        const input = parseInput(factors, await readJson(c.req.raw))
        const factor = readFactor(input)
        const visitor = visitorOf(ctx, c)
        const now = ctx.clock.now()
        const ticket = await takeTicketTry(ctx.db, { ticket: input.ticket, device: visitor.device }, now)
        if (!ticket) throw signInAgain()
        const administrator = await findAdministrator(ctx.db, ticket.administrator_id)
        await takeFactorSlot(ctx, administrator, visitor)
        const proven = await proveFactor(ctx, administrator, { factor, challenge: ticket.challenge })
        const session =
          proven &&
          (await completeSignIn(ctx, {
            administrator,
            browser: visitor,
            method: proven.method,
            spend: async trx => {
              const spent = await trx.deleteFrom('administrator_tickets').where('id', '=', ticket.id).executeTakeFirst()
              return spent.numDeletedRows > 0n && (await proven.spend(trx))
            },
          }))
        if (session) return answerSignedIn(c, visitor, session)
        await refuseFactor(ctx, administrator, { factor, visitor })
        throw ticket.triesLeft > 0
          ? new AppError('unauthorized', 'This was not right. Try again.', { extra: { sign_in_again: false } })
          : signInAgain()
      },
    },
    {
      method: 'POST',
      path: '/sign_in/passkey/options',
      id: 'sign_in_passkey_options',
      tag: SIGN_IN_TAG,
      summary: 'Begin to sign in with a passkey',
      description: '`conflict`: browsers keep no passkeys for the public URL, since it is an IP address or not https.',
      isOpen: true,
      answer: {
        status: 200,
        description: 'What the browser needs.',
        schema: passkeyChallenge,
        example: CHALLENGE_EXAMPLE,
      },
      refusals: ['too_many', 'conflict'],
      async handle(c) {
        const visitor = visitorOf(ctx, c)
        await takeChallengeSlot(ctx, visitor)
        requirePasskeySite(ctx.config)
        const asked = { purpose: 'sign_in', administratorId: null, device: visitor.device } as const
        const { id: challengeId, challenge } = await insertChallenge(ctx.db, asked, ctx.clock.now())
        const body = { challenge_id: challengeId, options: await signInOptions(ctx.config, { challenge }) }
        return setCookies(ctx, answerJson(c.env, 200, body), visitor)
      },
    },
    {
      method: 'POST',
      path: '/sign_in/passkey',
      id: 'sign_in_passkey',
      tag: SIGN_IN_TAG,
      summary: 'Sign in with a passkey',
      description: 'A passkey that a finger, a face or a PIN has unlocked is both factors: nothing else is asked for.',
      isOpen: true,
      body: {
        schema: { name: 'PasskeySignIn', zod: passkeyAnswer },
        example: { challenge_id: CHALLENGE_EXAMPLE.challenge_id, response: RESPONSE_EXAMPLE },
      },
      answer: { ...SIGNED_IN, description: 'Signed in.' },
      refusals: ['unauthorized', 'conflict'],
      async handle(c) {
        const { challenge_id, response } = parseInput(passkeyAnswer, await readJson(c.req.raw))
        const visitor = visitorOf(ctx, c)
        const now = ctx.clock.now()
        const asked = { id: challenge_id, purpose: 'sign_in', administratorId: null, device: visitor.device } as const
        const challenge = await takeChallenge(ctx.db, asked, now)
        const used = challenge && (await verifyPasskey(ctx, { response, challenge, needsUser: true }))
        if (!used) throw new AppError('unauthorized', 'This passkey was not accepted. Try again, or sign in with your password.')
        const administrator = await findAdministrator(ctx.db, used.administratorId)
        const spend = (trx: Parameters<typeof notePasskeyUse>[0]) => notePasskeyUse(trx, used, now)
        return answerSignedIn(
          c,
          visitor,
          await completeSignIn(ctx, { administrator, browser: visitor, method: 'passkey', spend }),
        )
      },
    },
    {
      method: 'POST',
      path: '/sign_out',
      id: 'sign_out',
      tag: SIGN_IN_TAG,
      summary: 'Sign out of the console',
      description: 'Ends the session of the cookie, if there is one, and takes the cookie away.',
      isOpen: true,
      answer: { status: 204, description: 'Nobody is signed in.' },
      async handle(c) {
        const visitor = visitorOf(ctx, c)
        const token = visitor.sessionToken
        if (token !== undefined) await ctx.db.transaction(trx => signOut(ctx, trx, { token, visitor }))
        return setCookies(ctx, answerText(c.env, 204, null, ''), visitor, '')
      },
    },
  ]
}

/** Asks for the second factor that an administrator has. Undefined: they have none. */
async function askForFactor(ctx: Context, administrator: Administrator, visitor: Visitor) {
  const passkeys = await listPasskeys(ctx.db, administrator.id)
  if (administrator.totp_secret_encrypted === null && passkeys.length === 0) return undefined
  const codes = await ctx.db.kysely
    .selectFrom('administrator_recovery_codes')
    .select('id')
    .where('administrator_id', '=', administrator.id)
    .limit(1)
    .execute()
  const challenge = randomToken()
  const hasPasskey = passkeys.length > 0 && canUsePasskeys(ctx.config)
  const has = { totp: administrator.totp_secret_encrypted !== null, recovery_code: codes.length > 0, passkey: hasPasskey }
  const ticket = { administratorId: administrator.id, device: visitor.device, challenge }
  return {
    status: 'second_factor',
    ticket: await insertTicket(ctx.db, ticket, ctx.clock.now()),
    methods: METHODS.filter(method => has[method]),
    passkey_options: hasPasskey ? await signInOptions(ctx.config, { challenge, passkeys }) : null,
  }
}

function readFactor({ code, recovery_code, passkey }: z.output<typeof factors>): Factor {
  const given: Factor[] = [
    ...(code === undefined ? [] : [{ kind: 'totp' as const, code }]),
    ...(recovery_code === undefined ? [] : [{ kind: 'recovery_code' as const, code: recovery_code }]),
    ...(passkey === undefined ? [] : [{ kind: 'passkey' as const, response: passkey }]),
  ]
  const [factor, another] = given
  if (factor && !another) return factor
  throw invalidFields(['code', 'recovery_code', 'passkey'].map(field => ({ field, message: 'Give one of these.' })))
}

async function refuseFactor(
  ctx: Context,
  administrator: Administrator,
  { factor, visitor }: { factor: Factor; visitor: Visitor },
): Promise<void> {
  const facts = { factor: factor.kind, address: visitor.address, browser: visitor.userAgent }
  await ctx.db.transaction(trx => auditSignIn(ctx, trx, administrator, 'sign_in_failed', facts))
}

async function signOut(
  ctx: Context,
  trx: Parameters<typeof endSessionOfToken>[0],
  { token, visitor: { address, userAgent: browser } }: { token: string; visitor: Visitor },
): Promise<void> {
  const ended = await endSessionOfToken(trx, token)
  if (!ended) return
  const administrator = await findAdministrator(trx, ended.administrator_id)
  await auditSignIn(ctx, trx, administrator, 'sign_out', { address, browser })
}

function signInAgain(): AppError {
  return new AppError('unauthorized', 'This sign-in has run out. Begin again with your password.', {
    extra: { sign_in_again: true },
  })
}

function overtaken(): AppError {
  return new AppError('unauthorized', 'This sign-in was overtaken by another one, or by a change. Begin again.')
}
