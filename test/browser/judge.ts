import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { contrastRatio } from '../../src/portal/colors.ts'

/** WCAG 2.2, 1.4.3 and 1.4.11: texts, and the edges of controls. */
const TEXT_CONTRAST_MIN = 4.5
const EDGE_CONTRAST_MIN = 3
const LOOK_AT_PAGE = readFileSync(new URL('look-at-page.js', import.meta.url), 'utf8')

interface Look {
  lang: string
  headings: number
  scripts: number
  overflow: number
  tooSmall: string[]
  unlabelled: string[]
  errors: { isFocused: boolean; linked: FieldError[]; described: FieldError[] }
  texts: Colors[]
  edges: Colors[]
}
type Colors = [color: string, ground: string, element: string]
interface FieldError {
  says: string
  field: string
}

/** What axe finds of WCAG 2.2 A and AA and of its own best practices, once nothing fades in any more: that has no contrast yet. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(`Promise.allSettled(document.getAnimations()
    .filter(animation => animation.effect.getComputedTiming().iterations !== Infinity).map(animation => animation.finished))`)
  await page.evaluate(axe.source)
  return page.evaluate(`axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 120))))`)
}

/** Fails unless a page of the portal can be seen, pressed, read out and understood. */
export async function judge(page: Page, name: string, lang: string): Promise<void> {
  // Chromium moves the focus with the first frame it draws, which on a busy machine comes after the load event.
  await page.evaluate('new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))')
  const look: Look = await page.evaluate(LOOK_AT_PAGE)
  const { errors, texts, edges, ...faults } = look
  assert.deepEqual(faults, { lang, headings: 1, scripts: 0, overflow: 0, tooSmall: [], unlabelled: [] }, name)
  // The summary has the focus, so that it is read out; each of its lines leads to a field that says the same of itself.
  assert.equal(errors.isFocused, (await page.getByRole('alert').count()) > 0, name)
  assert.deepEqual(errors.linked, errors.described, name)
  assert.ok(texts.length > 5, name)
  assert.deepEqual([...faint(texts, TEXT_CONTRAST_MIN), ...faint(edges, EDGE_CONTRAST_MIN)], [], name)
}

function faint(colors: Colors[], contrastMin: number): Colors[] {
  return colors.filter(([color, ground]) => contrastRatio(hexOf(color), hexOf(ground)) < contrastMin)
}

function hexOf(color: string): string {
  const parts = [...color.matchAll(/\d+/g)].slice(0, 3)
  return `#${parts.map(([part]) => Number(part).toString(16).padStart(2, '0')).join('')}`
}
