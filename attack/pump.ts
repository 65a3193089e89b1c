import { forgedAddress } from './client.ts'
import { countMessages, countNow } from './inbox.ts'
import type { Attack, Finding, Sizes, Target } from './target.ts'

/** Starts at a time: enough to race the counters. */
const PARALLEL = 10

export const pump: Attack = {
  name: 'pump',
  tries: 'asks for codes that nobody enters: to neighbouring numbers from ever new browsers, and to expensive ones',
  async run(target, sizes) {
    return [await onePrefix(target, sizes), await expensive(target)]
  },
}

async function onePrefix(target: Target, sizes: Sizes): Promise<Finding> {
  const { pump } = target
  if (!target.recipients) throw new Error('what this product sends cannot be seen')
  const numbers = pump.numbers.slice(0, sizes.numbers)
  const among = new Set(numbers)
  const sum = async () => ((await target.recipients?.()) ?? []).filter(to => among.has(to)).length
  const before = await sum()
  let accepted = 0
  for (let from = 0; from < numbers.length; from += PARALLEL)
    await Promise.all(
      numbers.slice(from, from + PARALLEL).map(async number => {
        const browser = target.client.browser(forgedAddress())
        const { status } = await pump.start(browser, number)
        if (status < 400) accepted++
        await pump.resend(browser)
      }),
    )
  await countMessages(target, numbers.at(-1) ?? '')
  const sent = (await sum()) - before
  return {
    what: `no more than ${pump.sendsMax} messages go to a prefix where nothing is proven`,
    held: sent <= pump.sendsMax,
    reached: `${sent} messages to ${numbers.length} numbers of one prefix, ${accepted} starts taken`,
  }
}

async function expensive(target: Target): Promise<Finding> {
  const { expensive, start } = target.pump
  const before = await Promise.all(expensive.map(number => countNow(target, number)))
  await Promise.all(expensive.map(number => start(target.client.browser(forgedAddress()), number)))
  await countMessages(target, expensive[0] ?? '')
  const after = await Promise.all(expensive.map(number => countNow(target, number)))
  const sent = expensive.filter((_, i) => after[i] !== before[i])
  const what = 'nothing goes to premium, toll-free, satellite and short numbers, nor to countries that are not served'
  return {
    what,
    held: sent.length === 0,
    reached: `${sent.length} of ${expensive.length} numbers were sent a message ${sent.join(' ')}`.trim(),
  }
}
