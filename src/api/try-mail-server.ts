import { z } from 'zod'
import type { MailServer } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { isEmailAddress } from '../email/address.ts'
import { bounceAddressFor } from '../email/bounce-address.ts'
import { explainFailure } from '../email/explain-outcome.ts'
import { openMailServer } from '../email/open-mail-server.ts'
import { createMailer, type Mailer, type OpenMailServer } from '../email/smtp.ts'
import { answerJson } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import { parseInput } from '../http/parse.ts'
import { maskContact } from '../lib/mask.ts'
import { uuidv7 } from '../lib/random.ts'
import { storeSimulatorMessage } from '../simulator/store.ts'
import { insertAuditEvent } from './audit.ts'
import { line } from './fields.ts'
import { notFound } from './list.ts'
import { mailServers } from './mail-servers.ts'
import type { Operation } from './operation.ts'
import { findRow, idOf } from './resource.ts'

const testBody = z.strictObject({
  to: line(254).refine(isEmailAddress, 'Must be one address such as you@example.com.').describe('Where the test mail goes.'),
})

const said = {
  code: z.string().describe('The server’s reply, such as 535, or a name such as ETIMEDOUT. Empty without one.'),
  message: z.string().describe('What happened, in the server’s words where it said something.'),
  hint: z.string().describe('What to do. Empty when there is nothing to do.'),
}
const testAnswer = z.object({
  outcome: z
    .enum(['accepted', 'rejected', 'throttled', 'unavailable', 'unknown'])
    .describe('`accepted`: the server took the mail; look whether it arrives. `unknown`: it may have taken it.'),
  ...said,
})
const checkAnswer = z.object({
  outcome: z.enum(['ok', 'refused', 'cannot_tell']).describe('`cannot_tell`: the server was not reached.'),
  ...said,
})

type TestAnswer = z.output<typeof testAnswer>
type CheckAnswer = z.output<typeof checkAnswer>

/** Trying a mail server as its record is now, over a connection of its own. */
export function tryMailServerOperations(ctx: Context): Operation[] {
  return [
    {
      method: 'POST',
      path: '/mail_servers/{id}/test',
      id: 'test_mail_servers',
      tag: mailServers.tag,
      summary: 'Send a test mail',
      description: 'Sends one real mail, also through a mail server that is not enabled, and says what became of it.',
      body: { schema: { name: 'MailServerTest', zod: testBody }, example: { to: 'you@example.com' } },
      answer: {
        status: 200,
        description: 'What became of the mail.',
        schema: { name: 'MailServerTestOutcome', zod: testAnswer },
        example: {
          outcome: 'rejected',
          code: '535',
          message: 'The login was refused: 535 5.7.8 Authentication credentials invalid',
          hint: 'Check user name and password.',
        },
      },
      refusals: ['not_found', 'invalid'],
      async handle(c, caller) {
        const row = await findServer(ctx, idOf(c, mailServers.one))
        const { to } = parseInput(testBody, await readJson(c.req.raw))
        const answer = await sendTestMail(ctx, row, to)
        await insertAuditEvent(ctx, undefined, {
          actor: caller.name,
          action: 'test',
          resource: mailServers.name,
          recordId: row.id,
          changes: { to: maskContact(to), outcome: answer.outcome },
        })
        return answerJson(c.env, 200, answer)
      },
    },
    {
      method: 'POST',
      path: '/mail_servers/{id}/check',
      id: 'check_mail_servers',
      tag: mailServers.tag,
      summary: 'Connect and log in without sending',
      answer: {
        status: 200,
        description: 'What the server said.',
        schema: { name: 'MailServerCheckOutcome', zod: checkAnswer },
        example: {
          outcome: 'ok',
          code: '',
          message: 'The server answers (encrypted, with a valid certificate); the login was taken. Nothing was sent.',
          hint: '',
        },
      },
      refusals: ['not_found'],
      async handle(c) {
        const row = await findServer(ctx, idOf(c, mailServers.one))
        return answerJson(c.env, 200, await checkServer(ctx, row))
      },
    },
  ]
}

async function findServer(ctx: Context, id: string): Promise<MailServer> {
  const row = await findRow(ctx, mailServers, id)
  if (!row) throw notFound(mailServers.one)
  return row
}

const OTHER_KEY = {
  code: 'secret_key',
  message: 'The stored password was encrypted with another GATEHOUSE_SECRET_KEY.',
  hint: 'Put the password in again.',
}

async function checkServer(ctx: Context, row: MailServer): Promise<CheckAnswer> {
  if (row.provider === 'simulator')
    return { outcome: 'ok', code: '', message: 'The simulator is always there. It reaches no real mailbox.', hint: '' }
  const server = openMailServer(ctx.keys, row)
  if (!server) return { outcome: 'refused', ...OTHER_KEY }
  const checked = await withMailer(mailer => mailer.check(server))
  if (checked.outcome === 'ok') return { ...checked, code: '', hint: '' }
  return { ...checked, hint: explainFailure(checked, server) }
}

async function sendTestMail(ctx: Context, row: MailServer, to: string): Promise<TestAnswer> {
  const id = uuidv7(ctx.clock.now())
  const mail = { id, to, ...testMail(ctx, row) }
  if (row.provider === 'simulator') {
    await storeSimulatorMessage(ctx, { ...mail, channel: 'email', from: row.from })
    return { outcome: 'accepted', code: '', message: 'The simulator has it: see the page /simulator.', hint: '' }
  }
  const server = openMailServer(ctx.keys, row)
  if (!server) return { outcome: 'rejected', ...OTHER_KEY }
  const envelopeFrom = row.bounce_address ? bounceAddressFor(ctx.keys, row.bounce_address, id) : undefined
  const sent = await withMailer(mailer => mailer.send(server, { ...mail, envelopeFrom }))
  if (sent.outcome === 'accepted') return accepted(server)
  const { outcome, code, message } = sent
  return { outcome, code, message, hint: explainFailure(sent, server) }
}

function accepted(server: OpenMailServer): TestAnswer {
  return {
    outcome: 'accepted',
    code: '',
    message: `${server.host} took the mail.`,
    hint: 'Look into the mailbox, and into its spam folder. If it does not arrive, look into the log of your mail server.',
  }
}

function testMail(ctx: Context, row: MailServer): { subject: string; text: string } {
  return {
    subject: 'Test mail from Gatehouse',
    text: `This is a test of the mail server "${row.name}" of the Gatehouse at ${ctx.config.publicUrl}.\n\nIf you can read it, codes can arrive here too.\n`,
  }
}

/** A connection of its own: what is tried is the record as it is now, and a test cannot be in the way of a code. */
async function withMailer<T>(work: (mailer: Mailer) => Promise<T>): Promise<T> {
  const mailer = createMailer()
  try {
    return await work(mailer)
  } finally {
    mailer.close()
  }
}
