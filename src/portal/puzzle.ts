import { readFileSync } from 'node:fs'
import { html } from 'hono/html'
import { addSeconds } from '../lib/clock.ts'
import { randomToken } from '../lib/random.ts'
import { openCaptcha } from '../limits/captcha.ts'
import { checkPuzzle, makePuzzle } from '../limits/puzzle.ts'
import { spendOnce } from '../limits/spend-once.ts'
import { captchaForm, judgeCaptcha } from './captcha.ts'
import type { Fields } from './forms.ts'
import type { Html } from './layout.ts'
import { answerScript } from './script.ts'
import { linkTo, type Visit } from './site.ts'

// Where a budget that a crowd may exceed is spent, the guest's browser can work for its code, or the guest solves a CAPTCHA:
// the page that says so holds the form once more, encrypted. Without a script it says when to come again.

export const PUZZLE_SCRIPT_PATH = '/portal/assets/puzzle.js'
const SCRIPT = readFileSync(new URL('puzzle.js', import.meta.url), 'utf8')
/** A form that is longer once encrypted is not offered again. */
const FORM_LENGTH_MAX = 8_000
/** How long a CAPTCHA may take. */
const CAPTCHA_S = 300

/** What a request has shown of what stands in its way, short of all. */
export interface GateState {
  /** The puzzle is solved: the CAPTCHA is still to come. */
  hasSolved?: boolean
  captcha?: 'refused' | 'not_loaded' | 'not_needed'
}

/** What the policy of a page allows besides itself. */
export interface Sources {
  scripts?: string[]
  frames?: string[]
  others?: string[]
}

/** A form as it waits, encrypted, for what its page asks for. Each is good once. */
export interface Sealed {
  fields: [name: string, value: string][]
  asked: 'puzzle' | 'captcha'
  /** The one puzzle that is an answer; of a CAPTCHA, an id. */
  ticket: string
  /** In milliseconds of Unix time; of a CAPTCHA. */
  expiresAt: number
  /** For a puzzle: a CAPTCHA is to follow. For a CAPTCHA: the puzzle was solved before. */
  isOneOfTwo: boolean
}

/** Answers with the script that solves puzzles. */
export function answerPuzzleScript(): Response {
  return answerScript(SCRIPT)
}

/** What a guest past a limit is asked for next; undefined: there is only waiting. */
function nextAsked(
  when: 'off' | 'after_puzzle' | 'always_past_limit',
  { bits, hasSolved }: { bits: number; hasSolved: boolean },
): 'puzzle' | 'captcha' | undefined {
  if (when === 'always_past_limit' || (when === 'after_puzzle' && (hasSolved || bits === 0))) return 'captcha'
  return bits === 0 ? undefined : 'puzzle'
}

/** What makes room for what was just refused; undefined where nothing would. */
export function gateOf(visit: Visit): { html: Html; sources?: Sources } | undefined {
  const { ctx, client } = visit
  if (!visit.posted || client.excess === undefined) return undefined
  const captcha = client.gate.captcha === 'not_needed' ? undefined : openCaptcha(ctx)
  const bits = ctx.catalogue.now.limits.puzzle_bits
  const hasSolved = client.gate.hasSolved ?? false
  const asked = nextAsked(captcha?.when ?? 'off', { bits, hasSolved })
  if (asked === 'captcha' && captcha) {
    const expiresAt = addSeconds(visit.now, CAPTCHA_S).getTime()
    const form = seal(visit, { asked, ticket: randomToken(9), expiresAt, isOneOfTwo: hasSolved })
    return form === undefined ? undefined : captchaForm(visit, captcha, form)
  }
  return asked === 'puzzle' ? puzzleForm(visit, { bits, excess: client.excess, isOneOfTwo: captcha !== undefined }) : undefined
}

function puzzleForm(visit: Visit, options: { bits: number; excess: number; isOneOfTwo: boolean }) {
  const { ctx, client, phrases, now } = visit
  const puzzle = makePuzzle(ctx.keys, { device: client.device, page: contextOf(visit) }, { ...options, now })
  const form = seal(visit, { asked: 'puzzle', ticket: puzzle, expiresAt: 0, isOneOfTwo: options.isOneOfTwo })
  if (form === undefined || !visit.posted) return undefined
  const again = client.gate.captcha === 'refused' && html`<p role="status">${phrases.captchaRefused}</p>`
  return {
    sources: {},
    html: html`${again}<form method="post" action="${linkTo(visit, visit.posted.page)}" data-puzzle="${puzzle}" data-bits="${puzzle.split('.')[1]}" hidden><p role="status">${phrases.solvingPuzzle}</p><progress max="100" value="0" aria-label="${phrases.puzzleProgress}"></progress><input type="hidden" name="puzzle" value="${puzzle}"><input type="hidden" name="puzzle_answer" value=""><input type="hidden" name="puzzle_form" value="${form}"></form><noscript><p>${phrases.puzzleNeedsScript}</p></noscript><script src="${PUZZLE_SCRIPT_PATH}" defer></script>`,
  }
}

/** The form behind what a guest was asked for. Wrong, late, another browser's or used up, an answer is worth no more than none. */
export async function openPuzzleForm(visit: Visit, fields: Fields): Promise<Fields> {
  const { ctx, client, now } = visit
  const text = fields.get('puzzle_form')
  if (!text) return fields
  const sealed = unseal(visit, text)
  if (!sealed) return new Map()
  if (sealed.asked === 'captcha') await judgeCaptcha(visit, sealed, fields)
  else if (sealed.ticket === fields.get('puzzle')) {
    const given = { puzzle: sealed.ticket, answer: fields.get('puzzle_answer') ?? '', now }
    const solved = checkPuzzle(ctx.keys, { device: client.device, page: contextOf(visit) }, given)
    const counts = solved !== undefined && (await spendOnce(ctx, solved))
    // A CAPTCHA that cannot be had any more is not waited for.
    const isAll = !sealed.isOneOfTwo || !openCaptcha(ctx)
    if (counts && isAll) client.hasSolvedPuzzle = true
    else client.gate.hasSolved = counts
  }
  return new Map(sealed.fields)
}

function seal(visit: Visit, sealed: Omit<Sealed, 'fields'>): string | undefined {
  const whole: Sealed = { fields: [...(visit.posted?.fields ?? [])], ...sealed }
  const text = visit.ctx.keys.encrypt(JSON.stringify(whole), contextOf(visit)).toString('base64url')
  return text.length > FORM_LENGTH_MAX ? undefined : text
}

function unseal(visit: Visit, text: string): Sealed | undefined {
  try {
    return JSON.parse(visit.ctx.keys.decrypt(Buffer.from(text, 'base64url'), contextOf(visit)))
  } catch {
    return undefined
  }
}

/** What the encrypted form is good for: this page of this portal, sent by this browser. */
function contextOf({ portal, posted, client }: Visit): string {
  return `portal form ${portal.slug}/${posted?.page} ${client.device}`
}
