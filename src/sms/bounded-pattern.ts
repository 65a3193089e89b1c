import { createContext, Script } from 'node:vm'

/** Of a text, so much is looked at. */
const TEXT_LENGTH_MAX = 4_096
const PATTERN_LENGTH_MAX = 200
/** An ordinary pattern takes microseconds; one that tries all combinations would take years. */
const TIME_MAX_MS = 20

const sandbox = createContext({ pattern: /^/, text: '' })
const search = new Script('pattern.exec(text)')

/** What is wrong with a regular expression that an operator wrote; undefined: nothing. */
export function patternProblem(source: string): string | undefined {
  if (source.length > PATTERN_LENGTH_MAX) return `A pattern has at most ${PATTERN_LENGTH_MAX} characters.`
  try {
    new RegExp(source, 'u')
    return undefined
  } catch {
    return 'This is no regular expression: put a backslash before characters such as . ( [ { ? + * that stand for themselves.'
  }
}

/**
 * Looks for an operator's regular expression in the beginning of a text from elsewhere, and gives up after a moment: some
 * expressions never end on some texts, and Node's timer for scripts is what can stop them. Undefined: not there.
 */
export function searchPattern(source: string, text: string): RegExpExecArray | undefined {
  if (patternProblem(source) !== undefined) return undefined
  sandbox.pattern = new RegExp(source, 'u')
  sandbox.text = text.slice(0, TEXT_LENGTH_MAX)
  try {
    return (search.runInContext(sandbox, { timeout: TIME_MAX_MS }) as RegExpExecArray | null) ?? undefined
  } catch {
    return undefined
  }
}
