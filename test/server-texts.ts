import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { ROLES } from '../src/administrators/role.ts'
import { DELETED_WAY } from '../src/api/message-details.ts'
import { ALIVE } from '../src/email/carriers.ts'
import { ERRORS } from '../src/errors.ts'
import { SIGN_IN_WINDOW, SYSTEMS } from '../src/http/describe-browser.ts'
import { PROVIDERS } from '../src/sms/providers/list.ts'

const ROOT = join(import.meta.dirname, '..')

/** Speaks to somebody else: to guests in their own phrases, to the machine’s owner on its command line, to readers of the reference. */
const NOT_TO_OPERATORS = [
  /\.test\.ts$/,
  /^src\/(commands|db|lib|portal|simulator|messages\/templates)\//,
  // Pages of the server's own, which have their words in every language.
  /^src\/api\/password-form-phrases\.ts$/,
  /^src\/(config|main|seed)\.ts$/,
  /^src\/api\/(docs-page|openapi)\.ts$/,
  // Pages of their own, before there is a console.
  /^src\/api\/(setup|reset-administrator)\.ts$/,
  // The console has the checklist’s words under its keys.
  /^src\/api\/checklist-words\.ts$/,
  // Notes of records that operators edit.
  /^src\/email\/carrier-facts\.ts$/,
]
/** Parts of the others that do: how an attempt ended has the console’s own words, and a test message is for a phone. */
const PARTS_NOT_TO_OPERATORS: Record<string, string[]> = {
  'src/api/message-advice.ts': ['OUTCOMES', 'explainAttempt'],
  'src/messages/hand-over.ts': ['testText'],
}
/** Texts that go into the reference by a way that the sources do not tell. */
const TO_OTHERS = new Set([
  'Took the message.',
  'It is on its way.',
  'It is cancelled.',
  'Heading of the start page.',
  'Below that heading.',
  'Above the sign-up form.',
  'At the foot of every page: whom to ask.',
  'Deletes accounts, sessions, limits and known browsers; codes and messages stay to be counted, without anything that tells whose they were. An opt-out is kept as a keyed hash. It cannot be undone.',
])
/** Calls whose texts go into the log, the reference or an error that is a bug. */
const SAID_ELSEWHERE = new Set(['describe', 'info', 'warn', 'error', 'Error', 'OperatorError', 'onNote', 'query'])
/** Properties whose texts go into the reference. */
const REFERENCE = new Set(['description', 'summary', 'about', 'aboutQ', 'example', 'newExample'])

interface Node {
  type: string
  [key: string]: unknown
}

type Constants = Map<string, unknown>

/** Every text that the server can say to an operator, with `{0}`, `{1}` … for what varies, and where it says it. */
export function gatherServerTexts(): Map<string, string> {
  const found = new Map<string, string>()
  for (const { title } of Object.values(ERRORS)) found.set(title, 'src/errors.ts')
  // Words that stand in sentences.
  for (const word of [...ROLES, ...ALIVE, DELETED_WAY, SIGN_IN_WINDOW]) found.set(word, 'within a sentence')
  for (const [, system] of SYSTEMS) found.set(`{0} on ${system}`, 'src/http/describe-browser.ts')
  for (const { id, fields, options } of PROVIDERS.values()) {
    const labelsAndHelp = [...Object.values(fields), ...options].flatMap(({ label, help }) => [label, help])
    const choiceLabels = options.flatMap(({ choices = [] }) => choices.map(({ label }) => label))
    // Without a small letter it is a name such as POST or XML.
    for (const text of [...labelsAndHelp, ...choiceLabels]) if (/[a-z]/.test(text)) found.set(text, `the form of ${id}`)
  }
  const files = globSync('src/**/*.ts', { cwd: ROOT }).filter(file => !NOT_TO_OPERATORS.some(pattern => pattern.test(file)))
  for (const file of files.sort()) {
    const { program, errors } = parseSync(file, readFileSync(join(ROOT, file), 'utf8'))
    if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`)
    const parts = program.body.filter(part => !PARTS_NOT_TO_OPERATORS[file]?.includes(declaredBy(part)))
    for (const text of sentencesOf(parts, constantsOf(program))) if (!TO_OTHERS.has(text)) found.set(text, file)
  }
  return found
}

function sentencesOf(node: unknown, constants: Constants): string[] {
  if (Array.isArray(node)) return node.flatMap(part => sentencesOf(part, constants))
  if (!isNode(node)) return []
  const inner = (part: unknown) => sentencesOf(part, constants)
  const children = () => Object.values(node).flatMap(inner)
  switch (node.type) {
    case 'ImportDeclaration':
    case 'TaggedTemplateExpression':
      return []
    case 'CallExpression':
    case 'NewExpression': {
      const name = nameOf(node.callee)
      if (SAID_ELSEWHERE.has(name)) return inner(node.callee)
      // What a record is called in sentences about any of them.
      const nouns = name === 'notFound' || name === 'idOf' ? (node.arguments as unknown[]).flatMap(literalOf) : []
      return [...nouns, ...children()]
    }
    case 'Property': {
      const name = nameOf(node.key)
      if (REFERENCE.has(name)) return []
      return name === 'one' ? literalOf(node.value) : inner(node.value)
    }
    default: {
      const texts = textsOf(node, constants)
      if (texts) return [...texts.map(numbered).filter(isSentence), ...inner(node.expressions)]
      return node.type.startsWith('TS') && !('expression' in node) ? [] : children()
    }
  }
}

/** What a text can be, with `{}` for what varies; undefined for what is no text. */
function textsOf(node: unknown, constants: Constants): string[] | undefined {
  if (!isNode(node)) return undefined
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : undefined
    case 'TemplateLiteral': {
      const expressions = node.expressions as unknown[]
      const [first = [''], ...others] = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => [value.cooked])
      return others.reduce(
        (texts, after, at) => joined(joined(texts, within(expressions[at], constants) ?? ['{}']), after),
        first,
      )
    }
    case 'BinaryExpression': {
      const [left, right] = [textsOf(node.left, constants), textsOf(node.right, constants)]
      return node.operator === '+' && left && right ? joined(left, right) : undefined
    }
    default:
      return undefined
  }
}

/** The same within a template, where a constant, a choice and an addition on a condition count as what they stand for. */
function within(node: unknown, constants: Constants): string[] | undefined {
  if (!isNode(node)) return undefined
  switch (node.type) {
    case 'Identifier':
      return textsOf(constants.get(nameOf(node)), constants)
    case 'ConditionalExpression':
      return either(within(node.consequent, constants), within(node.alternate, constants))
    case 'LogicalExpression': {
      const right = within(node.right, constants)
      if (!right) return undefined
      return node.operator === '&&' ? ['', ...right] : either(within(node.left, constants), right)
    }
    default:
      return textsOf(node, constants)
  }
}

function either(one: string[] | undefined, other: string[] | undefined): string[] | undefined {
  return one || other ? [...(one ?? ['{}']), ...(other ?? ['{}'])] : undefined
}

function joined(starts: string[], ends: string[]): string[] {
  return starts.flatMap(start => ends.map(end => start + end))
}

function numbered(text: string): string {
  let count = 0
  return text.replaceAll('{}', () => `{${count++}}`)
}

function constantsOf(node: unknown): Constants {
  const found: Constants = new Map()
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(walk)
    if (!isNode(part) || /Function/.test(part.type)) return
    if (part.type === 'VariableDeclarator') found.set(nameOf(part.id), part.init)
    Object.values(part).forEach(walk)
  }
  walk(node)
  return found
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return ''
  return String(node.name ?? node.value ?? nameOf(node.property))
}

/** The name of a function or constant that a part of a file declares. */
function declaredBy(part: unknown): string {
  if (!isNode(part)) return ''
  if (Array.isArray(part.declarations)) return declaredBy(part.declarations[0])
  return part.declaration ? declaredBy(part.declaration) : nameOf(part.id)
}

function literalOf(node: unknown): string[] {
  return isNode(node) && typeof node.value === 'string' ? [node.value] : []
}

/** Words that begin like a sentence and end like one, or a clause that stands in others: `it broke ({0})`, `The service`. */
function isSentence(text: string): boolean {
  if (/^(it [^\n]+|The \w+)$/.test(text)) return true
  return /^[\p{Lu}\d{“].* .*([.?!:]( \{\d+\})?|\p{Ll}\)|\/\{\d+\})$/u.test(text) && / (\p{Ll}|\{\d+\}$)/u.test(text)
}
