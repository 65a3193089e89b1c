import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  complaint,
  exchangeBounce,
  eximBounce,
  gmailBounce,
  postfixBounce,
  qmailBounce,
  vacationReply,
} from '../../test/fakes/bounces.ts'
import { type DeliveryReport, readReturnedMail } from './read-bounce.ts'

const to = 'bounces+token@example.com'
const guest = 'guest@example.net'
const read = (mail: string) => readReturnedMail(Buffer.from(mail))

async function reportOf(mail: string): Promise<DeliveryReport> {
  const returned = await read(mail)
  assert.ok(returned.kind === 'reports', returned.kind)
  const [report, ...others] = returned.reports
  assert.ok(report && others.length === 0)
  return report
}

const WRITERS = { postfixBounce, eximBounce, exchangeBounce, gmailBounce }
for (const [writer, write] of Object.entries(WRITERS))
  test(`${writer}: a failure is read with its recipient and the words of the server that refused`, async () => {
    const report = await reportOf(write({ to, guest }))
    assert.deepEqual([report.action, report.recipient], ['failed', guest])
    assert.match(report.status, /^5\.(?:1\.1|1\.10|0\.0)$/)
    assert.match(report.said, /^550[- ]5\.1\.1/)
    assert.doesNotMatch(report.said, /123456/)
  })

test('a folded diagnostic of several lines is one text', async () => {
  const { said } = await reportOf(gmailBounce({ to, guest }))
  assert.match(said, /typos or 550 5\.1\.1 unnecessary spaces/)
})

test('each action is told from the others; one that nobody knows is no report', async () => {
  for (const action of ['failed', 'delayed', 'delivered', 'relayed', 'expanded'])
    assert.equal((await reportOf(postfixBounce({ to, guest, action, status: '4.4.1' }))).action, action)
  assert.equal((await read(postfixBounce({ to, guest, action: 'pondered' }))).kind === 'reports', false)
})

test('capitals, brackets, comments and missing blanks in a report are read as they are meant', async () => {
  const mail = postfixBounce({ to, guest })
    .replace(`Final-Recipient: rfc822; ${guest}`, `FINAL-RECIPIENT:RFC822;<Guest@Example.NET>`)
    .replace('Action: failed', 'action:FAILED (permanently)')
    .replace('Status: 5.1.1', 'status:5.1.1 (bad destination mailbox address)')
  const report = await reportOf(mail)
  assert.deepEqual([report.action, report.status, report.recipient], ['failed', '5.1.1', guest])
})

test('a report on several recipients is read in full', async () => {
  const mail = postfixBounce({ to, guest }).replace(
    '\r\nFinal-Recipient',
    '\r\nFinal-Recipient: rfc822; other@example.org\r\nAction: relayed\r\nStatus: 2.1.9\r\n\r\nFinal-Recipient',
  )
  const returned = await read(mail)
  assert.deepEqual(returned.kind === 'reports' && returned.reports.map(({ action, recipient }) => [action, recipient]), [
    ['relayed', 'other@example.org'],
    ['failed', guest],
  ])
})

test('a bounce written for people is read up to where it quotes the mail, and stands apart from a report', async () => {
  const returned = await read(qmailBounce({ to, guest }))
  assert.ok(returned.kind === 'plain_bounce')
  assert.deepEqual([returned.report.action, returned.report.status], ['failed', '5.1.1'])
  assert.doesNotMatch(returned.report.said, /5\.7\.1|123456/)
})

test('a plain bounce with an SMTP reply alone has a status without detail, one without any has none', async () => {
  const status = async (said: string) => {
    const returned = await read(qmailBounce({ to, guest, said }))
    return returned.kind === 'plain_bounce' ? [returned.report.action, returned.report.status] : returned.kind
  }
  assert.deepEqual(await status('550 sorry, no mailbox here by that name'), ['failed', '5.0.0'])
  assert.deepEqual(await status('451 come back later'), ['delayed', '4.0.0'])
  assert.deepEqual(await status('nothing of use'), ['failed', ''])
})

test('an automatic reply is no bounce, whatever it says of failures', async () => {
  assert.deepEqual(await read(vacationReply({ to, guest })), { kind: 'auto_reply' })
  const noHeader = vacationReply({ to, guest }).replace(/^Auto-Submitted:.*\r\n/m, '')
  assert.deepEqual(await read(noHeader), { kind: 'other' })
})

test('what people write to a return address is no bounce', async () => {
  const mail = `From: Guest <${guest}>\r\nTo: ${to}\r\nSubject: Undelivered\r\n\r\nMy code: 550 5.1.1 User unknown\r\n`
  assert.deepEqual(await read(mail), { kind: 'other' })
})

test('a report that is quoted within another mail says nothing', async () => {
  const inner = postfixBounce({ to, guest })
  const mail = `From: Guest <${guest}>\r\nTo: ${to}\r\nSubject: see this\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nlook\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--x--\r\n`
  assert.deepEqual(await read(mail), { kind: 'other' })
})

test('a complaint is one only if it says that the mail was unwanted', async () => {
  assert.deepEqual(await read(complaint({ to, guest })), { kind: 'complaint', feedback: 'abuse' })
  for (const feedback of ['not-spam', 'auth-failure', 'dmarc', ''])
    assert.deepEqual(await read(complaint({ to, guest, feedback })), { kind: 'other' }, feedback)
})

test('no mail, however broken, throws or keeps the reader for long', async () => {
  const whole = postfixBounce({ to, guest })
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length),
      fc.nat(whole.length),
      fc.string({ unit: 'binary', maxLength: 40 }),
      async (a, b, junk) => {
        await read(whole.slice(0, a) + junk + whole.slice(b))
      },
    ),
    { numRuns: 150 },
  )
  const parts = `Content-Type: multipart/report; boundary=x\r\n\r\n${'--x\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n\r\n'.repeat(500)}`
  assert.equal((await read(parts)).kind, 'other')
  const groups = postfixBounce({ to, guest }).replace(
    '\r\nFinal-Recipient',
    `\r\n${'Action: failed\r\n\r\n'.repeat(3000)}Final-Recipient`,
  )
  const returned = await read(groups)
  assert.ok(returned.kind === 'reports' && returned.reports.length <= 20)
})
