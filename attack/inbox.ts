import { setTimeout as sleep } from 'node:timers/promises'
import type { Target } from './target.ts'

const ARRIVAL_MS = 10_000
const POLL_MS = 25
/** What is still on its way after the last answer has left by then. */
const SETTLE_MS = 250

/** The texts that a contact was sent so far. Throws where they cannot be seen. */
export async function readInbox(target: Target, contact: string): Promise<string[]> {
  if (!target.inbox) throw new Error('what this product sends cannot be seen')
  return target.inbox(contact)
}

/** How many messages a contact was sent so far; 0 where they cannot be seen. */
export async function countNow(target: Target, contact: string): Promise<number> {
  return (await target.inbox?.(contact))?.length ?? 0
}

/** Waits for a message to a contact beyond the first `after`, and reads the code in the last one. */
export async function readCode(target: Target, contact: string, after = 0): Promise<string> {
  const deadline = performance.now() + ARRIVAL_MS
  while (performance.now() < deadline) {
    const texts = await readInbox(target, contact)
    const code = texts.length > after ? target.codeIn(texts.at(-1) ?? '') : undefined
    if (code) return code
    await sleep(POLL_MS)
  }
  throw new Error(`no message came to ${contact} within ${ARRIVAL_MS / 1000} s`)
}

/** Counts the messages to a contact once none has come for a while. */
export async function countMessages(target: Target, contact: string): Promise<number> {
  let count = -1
  for (;;) {
    const now = (await readInbox(target, contact)).length
    if (now === count) return now
    count = now
    await sleep(SETTLE_MS)
  }
}

/** A code of the same length that is certainly not this one; another for every `n`. */
export function wrongCode(code: string, n = 1): string {
  const values = 10 ** code.length
  return String((Number(code) + 1 + (n % (values - 1))) % values).padStart(code.length, '0')
}
