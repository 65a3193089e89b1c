import type { Answer, Asked, Browser } from './client.ts'
import { countNow, readCode, readInbox } from './inbox.ts'
import type { Attack, Finding, Target } from './target.ts'

const EVIL = 'evil.example'
const EVIL_PHONE = '+15555550666'
const EVIL_EMAIL = `victim@${EVIL}`

export const poison: Attack = {
  name: 'poison',
  tries:
    'names another host in every header that could count, several recipients in one field, and markers of templates in names',
  async run(target) {
    return [await headers(target), await recipients(target), await names(target)]
  },
}

/** Requests that claim to be for another host. */
function forgeries(host: string): [name: string, asked: Asked][] {
  const own = (headers: Record<string, string>): Asked => ({ headers })
  return [
    ['Host', own({ host: EVIL })],
    ['Host with our port', own({ host: `${EVIL}:${host.split(':')[1] ?? 80}` })],
    ['Host with a password', own({ host: `${host}@${EVIL}` })],
    ['Host below ours', own({ host: `${host.split(':')[0]}.${EVIL}` })],
    ['Host and X-Forwarded-Host', own({ 'x-forwarded-host': EVIL })],
    ['X-Host', own({ 'x-host': EVIL, 'x-original-host': EVIL, 'x-forwarded-server': EVIL, 'x-http-host-override': EVIL })],
    ['Forwarded', own({ forwarded: `host=${EVIL};proto=https` })],
    [
      'X-Forwarded-Proto and Port',
      own({ 'x-forwarded-proto': 'https', 'x-forwarded-port': '444', 'x-forwarded-prefix': `//${EVIL}` }),
    ],
    ['two Hosts', { moreHeaders: [['host', EVIL]] }],
    ['Origin', own({ origin: `https://${EVIL}`, 'sec-fetch-site': 'cross-site' })],
    ['Origin alone', own({ origin: `https://${EVIL}`, 'sec-fetch-site': '' })],
    ['Referer', own({ referer: `https://${EVIL}/` })],
    ['X-Original-URL', own({ 'x-original-url': `https://${EVIL}/`, 'x-rewrite-url': '/admin' })],
  ]
}

async function headers(target: Target): Promise<Finding> {
  const clean = await send(target, {})
  if (clean.text === undefined) throw new Error(`a clean start was answered ${clean.answer.status}`)
  const wrong: string[] = []
  let taken = 0
  const all = forgeries(new URL(target.client.origin).host)
  for (const [name, asked] of all) {
    const { answer, text } = await send(target, asked)
    if (text !== undefined) taken++
    if (text !== undefined && text !== clean.text) wrong.push(`${name}: the text reads ${JSON.stringify(text)}`)
    if (mentionsEvil(answer)) wrong.push(`${name}: the answer names ${EVIL}`)
  }
  return {
    what: 'the text, its last line and the page name the site’s own host whatever the request says',
    held: wrong.length === 0,
    reached: wrong[0] ?? `${all.length} forgeries, ${all.length - taken} of them refused, none in a text or a page`,
  }
}

function mentionsEvil({ headers, text }: Answer): boolean {
  return text.includes(EVIL) || headers.some(([, value]) => value.includes(EVIL))
}

/** Starts with a contact of its own, and reads what was sent there, without its code. Undefined: nothing was. */
async function send(target: Target, asked: Asked, names = ''): Promise<{ answer: Answer; text: string | undefined }> {
  const contact = target.poison.contact()
  const answer = await target.poison.start(target.client.browser(), contact, asked, names)
  if (answer.status >= 400) return { answer, text: undefined }
  const code = await readCode(target, contact)
  const [text = ''] = await readInbox(target, contact)
  return { answer, text: text.replaceAll(code, '‹code›') }
}

async function recipients(target: Target): Promise<Finding> {
  const what = 'one field is one recipient, whatever is written into it'
  const { raw, rawEmail, contact } = target.poison
  if (!raw || !target.recipients) return { what, held: undefined, reached: 'not tried: the adapter has no way to' }
  const before = new Set(await target.recipients())
  const evilBefore = await Promise.all([EVIL_PHONE, EVIL_EMAIL].map(evil => countNow(target, evil)))
  const allowed = new Set<string>()
  let tried = 0
  const attempt = async (ask: (browser: Browser, body: string) => Promise<Answer>, own: string, body: string) => {
    tried++
    allowed.add(own)
    await ask(target.client.browser(), body)
  }
  const evil = encodeURIComponent(EVIL_PHONE)
  for (const join of [',', ';', ' ', '%0D%0A', '%0ABcc:', '%00', '%7C', '%2F', '&phone=', '%22,%22']) {
    const own = contact()
    await attempt(raw, own, `phone=${encodeURIComponent(own)}${join}${evil}`)
  }
  for (const shape of [
    'phone[]=OWN&phone[]=EVIL',
    'phone=OWN&phone[1]=EVIL',
    'phone[0]=OWN&phone[1]=EVIL',
    'phone={"a":"OWN","b":"EVIL"}',
  ]) {
    const own = contact()
    await attempt(raw, own, shape.replace('OWN', encodeURIComponent(own)).replace('EVIL', evil))
  }
  if (rawEmail)
    for (const [n, join] of [
      ',',
      ';',
      '%20',
      '%0D%0ABcc:%20',
      '%0ACc:',
      '%00',
      '%3E,%3C',
      '&email=',
      '%22,%20%22',
      '%09',
    ].entries()) {
      const own = `poison-${n}-${Math.round(performance.now() * 1000)}@example.com`
      await attempt(rawEmail, own, `email=${own}${join}${EVIL_EMAIL}`)
    }
  await readCodeOfCleanStart(target, allowed)
  const evilAfter = await Promise.all([EVIL_PHONE, EVIL_EMAIL].map(to => countNow(target, to)))
  const strangers = (await target.recipients()).filter(to => !before.has(to) && !allowed.has(to))
  const held = strangers.length === 0 && evilAfter.every((count, i) => count === evilBefore[i])
  return {
    what,
    held,
    reached: held
      ? `${tried} bodies, no message to a second recipient`
      : `messages went to ${strangers.join(', ') || EVIL_PHONE}`,
  }
}

/** What was queued before this message has left when it arrives. */
async function readCodeOfCleanStart(target: Target, allowed: Set<string>): Promise<void> {
  const contact = target.poison.contact()
  allowed.add(contact)
  await target.poison.start(target.client.browser(), contact, {})
  await readCode(target, contact)
}

async function names(target: Target): Promise<Finding> {
  const clean = await send(target, {}, 'Sam')
  const markers = [
    '{{code}}',
    '{code}',
    '$\u007b7*7}',
    '#{7*7}',
    '<%= 7*7 %>',
    '{{7*7}}',
    '%s%n%x',
    '{brand}',
    '$(id)',
    '<script>alert(1)</script>',
    `@${EVIL} #123456`,
  ]
  const wrong: string[] = []
  for (const marker of markers) {
    const { answer, text } = await send(target, {}, marker)
    if (text !== undefined && text !== clean.text) wrong.push(`${marker}: the text reads ${JSON.stringify(text)}`)
    if (answer.text.includes('<script>alert(1)')) wrong.push(`${marker}: comes back as markup`)
  }
  return {
    what: 'markers of templates in names do nothing to the text',
    held: wrong.length === 0,
    reached: wrong[0] ?? `${markers.length} markers, the text stayed the same`,
  }
}
