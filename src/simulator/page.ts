import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { SplashPortal } from '../catalogue.ts'
import type { SimulatorMessage } from './store.ts'
import { STYLE } from './style.ts'

type Html = ReturnType<typeof html>

const SCRIPT = readFileSync(new URL('client.js', import.meta.url), 'utf8')
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The page's own style and script and nothing else; the script may ask this server for news. */
export const PAGE_CSP = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`

const RELOAD_S = 4
const MAILS_SHOWN_MAX = 50
const THREADS_SHOWN_MAX = 20
const BUBBLES_SHOWN_MAX = 20

const PHONE_ICON = raw(
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 5.5A1.5 1.5 0 0 1 5.5 4h13A1.5 1.5 0 0 1 20 5.5v9a1.5 1.5 0 0 1-1.5 1.5H9l-5 4z"/></svg>',
)
const MAIL_ICON = raw(
  '<svg viewBox="0 0 24 24" aria-hidden="true"><rect x="3.5" y="5.5" width="17" height="13" rx="2"/><path d="m4 7 8 6 8-6"/></svg>',
)

export interface PageContent {
  /** Newest last. */
  messages: SimulatorMessage[]
  portals: SplashPortal[]
}

/** The whole page: a phone and a mailbox. `tag` names the state it shows. */
export function renderPage(content: PageContent, tag: string): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<noscript><meta http-equiv="refresh" content="${RELOAD_S}"></noscript>
<title>Simulator · Gatehouse</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<header class="top">
<div><h1>Simulator</h1><p>What real phones and mailboxes would have received. Nothing here has left this server.</p></div>
<nav class="links" aria-label="Portals">${portalLinks(content.portals)}</nav>
</header>
<p class="quiet" role="status"></p>
<main data-tag="${tag}">${renderMessages(content)}</main>
<script>${raw(SCRIPT)}</script>
</body>
</html>`
}

/** What changes when a message arrives: the inside of `main`. */
export function renderMessages({ messages, portals }: PageContent): Html {
  const mails = messages.filter(message => message.channel === 'email').toReversed()
  const texts = messages.filter(message => message.channel !== 'email')
  return html`<section class="phone" aria-labelledby="phone">
<span class="speaker" aria-hidden="true"></span>
<div class="bar"><h2 id="phone">Messages</h2><span class="count">${texts.length || ''}</span></div>
<div class="scroll">${texts.length > 0 ? threads(texts) : emptyPhone(portals)}</div>
</section>
<section class="mailbox" aria-labelledby="mailbox">
<div class="bar"><h2 id="mailbox">Mailbox</h2><span class="count">${mails.length || ''}</span></div>
${mails.length > 0 ? mails.slice(0, MAILS_SHOWN_MAX).map((mail, i) => letter(mail, i === 0, messages.at(-1))) : emptyMailbox()}
</section>`
}

function threads(texts: SimulatorMessage[]): Html[] {
  const byNumber = Map.groupBy(texts.toReversed(), numberOf)
  return [...byNumber].slice(0, THREADS_SHOWN_MAX).map(([number, newestFirst], i) => {
    const newest = newestFirst[0]
    const shown = newestFirst.slice(0, BUBBLES_SHOWN_MAX).toReversed()
    return html`<details id="to-${number.replace(/\W/g, '')}" data-newest="${newest?.at.toISOString()}" ${raw(i === 0 ? 'open' : '')}>
<summary><span class="mark">${PHONE_ICON}</span><span class="who">${formatNumber(number)}</span>${newest && timeOf(newest.at)}<span class="peek sms">${newest?.text}</span></summary>
<ol class="bubbles">${shown.map((message, j) => bubble(message, i === 0 && j === shown.length - 1, texts.at(-1)))}</ol>
</details>`
  })
}

function bubble(message: SimulatorMessage, isNewest: boolean, newest: SimulatorMessage | undefined): Html {
  const via = message.channel === 'email_to_sms' ? `Email to ${message.to}` : `From ${formatNumber(message.from)}`
  const announce = isNewest && message === newest ? raw(`data-announce="New text message"`) : ''
  return html`<li ${announce}><div class="bubble">${withCode(message.text)}</div>
<div class="meta"><span>${via}</span>${timeOf(message.at)}${copyButton(message.text)}</div></li>`
}

function letter(mail: SimulatorMessage, isOpen: boolean, newest: SimulatorMessage | undefined): Html {
  return html`<details id="mail-${mail.at.getTime()}-${mail.to.replace(/\W/g, '')}" data-newest="" ${raw(isOpen ? 'open' : '')} ${mail === newest ? raw('data-announce="New email"') : ''}>
<summary><span class="mark">${MAIL_ICON}</span><span class="who">${mail.to}</span>${timeOf(mail.at)}<span class="peek">${mail.subject || '(no subject)'}</span></summary>
<div class="mail">
<dl><div><dt>From</dt><dd>${mail.from}</dd></div><div><dt>To</dt><dd>${mail.to}</dd></div></dl>
<div class="letter">${withCode(mail.text.trim())}</div>${copyButton(mail.text)}</div>
</details>`
}

function emptyPhone(portals: SplashPortal[]): Html {
  const [portal] = portals
  return html`<div class="empty"><b>No text messages yet</b>${
    portal
      ? html`<ol><li>Open the portal <a href="/portal/${portal.slug}" target="_blank">${portal.name}</a>.</li><li>Choose a plan that asks for a mobile number and sign up, for example with +1 555 555 0123.</li><li>The code arrives here.</li></ol>`
      : 'There is no splash portal to sign up at: make one, and give it an SMS gateway of the provider “simulator”.'
  }</div>`
}

function emptyMailbox(): Html {
  return html`<div class="empty"><b>No email yet</b>Choose a plan that asks for an email address; any address will do. Its code arrives here.</div>`
}

function portalLinks(portals: SplashPortal[]): Html[] {
  return portals
    .slice(0, 4)
    .map(portal => html`<a href="/portal/${portal.slug}" target="_blank">Open the portal ${portal.name}</a>`)
}

/** The phone a message reaches: its number, also when it goes by email to the carrier's address of that number. */
function numberOf(message: SimulatorMessage): string {
  if (message.channel !== 'email_to_sms') return message.to
  const digits = message.to.slice(0, message.to.indexOf('@')).replace(/\D/g, '')
  return digits.length === 10 ? `+1${digits}` : `+${digits}`
}

function formatNumber(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number
}

function timeOf(at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${at.toISOString().slice(11, 16)} UTC</time>`
}

/** The first number of four to ten digits that stands by itself: texts here hold no other before the code. */
function codeIn(text: string): string | undefined {
  return /(?<![\w@.:/+-])\d{4,10}(?![\w@-]|\.\d)/.exec(text)?.[0]
}

function withCode(text: string): Html | string {
  const code = codeIn(text)
  if (!code) return text
  const at = text.indexOf(code)
  return html`${text.slice(0, at)}<b class="code">${code}</b>${text.slice(at + code.length)}`
}

function copyButton(text: string): Html | string {
  const code = codeIn(text)
  return code ? html`<button type="button" class="copy" data-copy="${code}"><span>Copy</span> <b>${code}</b></button>` : ''
}
