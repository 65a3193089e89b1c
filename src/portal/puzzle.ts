import { readFileSync } from 'node:fs'
import { html } from 'hono/html'
import type { Context } from '../context.ts'
import { checkPuzzle, makePuzzle } from '../limits/puzzle.ts'
import type { Fields } from './forms.ts'
import { linkTo, type Visit } from './site.ts'

// Where a budget that a crowd may exceed is spent, the guest's browser can work for its code: the page that says so holds
// the form once more, encrypted, and a puzzle. Without a script it stays hidden, and the page says when to come again.

export const PUZZLE_SCRIPT_PATH = '/portal/assets/puzzle.js'
const SCRIPT = readFileSync(new URL('puzzle.js', import.meta.url), 'utf8')
/** A form that is longer once encrypted is not offered again. */
const FORM_LENGTH_MAX = 8_000

/** Answers with the script that solves puzzles. */
export function answerPuzzleScript(): Response {
  return new Response(SCRIPT, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}

/** The puzzle that makes room for what was just refused; undefined where none would. */
export function puzzleForm(visit: Visit) {
  const { ctx, client, posted, phrases } = visit
  const bits = ctx.catalogue.now.limits.puzzle_bits
  if (!posted || client.excess === undefined || bits === 0) return undefined
  const form = ctx.keys.encrypt(JSON.stringify([...posted.fields]), contextOf(visit)).toString('base64url')
  if (form.length > FORM_LENGTH_MAX) return undefined
  const whom = { device: client.device, page: contextOf(visit) }
  const puzzle = makePuzzle(ctx.keys, whom, { bits, excess: client.excess, now: visit.now })
  return html`<form method="post" action="${linkTo(visit, posted.page)}" data-puzzle="${puzzle}" data-bits="${puzzle.split('.')[1]}" hidden><p role="status">${phrases.solvingPuzzle}</p><input type="hidden" name="puzzle" value="${puzzle}"><input type="hidden" name="puzzle_answer" value=""><input type="hidden" name="puzzle_form" value="${form}"></form><script src="${PUZZLE_SCRIPT_PATH}" defer></script>`
}

/** The form that a solved puzzle stands for. Wrong, late, another browser's or used up, it is worth no more than no puzzle. */
export async function openPuzzleForm(visit: Visit, fields: Fields): Promise<Fields> {
  const { ctx, now } = visit
  const text = fields.get('puzzle_form')
  if (!text) return fields
  let form: Fields
  try {
    form = new Map(JSON.parse(ctx.keys.decrypt(Buffer.from(text, 'base64url'), contextOf(visit))))
  } catch {
    return new Map()
  }
  const given = { puzzle: fields.get('puzzle') ?? '', answer: fields.get('puzzle_answer') ?? '', now }
  const solved = checkPuzzle(ctx.keys, { device: visit.client.device, page: contextOf(visit) }, given)
  if (solved) visit.client.hasSolvedPuzzle = await spendPuzzle(ctx, solved)
  return form
}

/** False: it was spent before. */
async function spendPuzzle(ctx: Context, puzzle: { id: string; expiresAt: Date }): Promise<boolean> {
  const spent = await ctx.db.kysely
    .insertInto('spent_puzzles')
    .values({ id: puzzle.id, expires_at: puzzle.expiresAt })
    .onConflict(conflict => conflict.column('id').doNothing())
    .executeTakeFirst()
  return spent.numInsertedOrUpdatedRows === 1n
}

/** What the encrypted form is good for: this page of this portal, sent by this browser. */
function contextOf({ portal, posted, client }: Visit): string {
  return `portal form ${portal.slug}/${posted?.page} ${client.device}`
}
