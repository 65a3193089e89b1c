import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { ROLES } from '../src/administrators/role.ts'
import { DELETED_WAY } from '../src/api/message-details.ts'
import { ALIVE } from '../src/email/carriers.ts'
import { ERRORS } from '../src/errors.ts'
import { SIGN_IN_WINDOW, SYSTEMS } from '../src/http/describe-browser.ts'

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
  // Providers, sending through them, and what became of a message: their words are a catalogue of their own.
  /^src\/sms\//,
  /^src\/messages\/(attempt|hand-over|settle)\.ts$/,
  /^src\/api\/message-advice\.ts$/,
]
/** What they say of providers too is in that catalogue. */
const OF_PROVIDERS: Record<string, string[]> = {
  'src/api/sms-gateways.ts': ['gatewayWarnings'],
  'src/api/test-sms-gateway.ts': ['check', 'explain'],
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
const SAID_ELSEWHERE = new Set(['describe', 'info', 'warn', 'error', 'Error', 'OperatorError'])
/** Properties whose texts go into the reference. */
const REFERENCE = new Set(['description', 'summary', 'about', 'aboutQ', 'example', 'newExample'])

interface Node {
  type: string
  [key: string]: unknown
}

/** Every text that the server can say to an operator, with `{0}`, `{1}` … for what varies, and the file that says it. */
export function gatherServerTexts(): Map<string, string> {
  const found = new Map<string, string>()
  for (const { title } of Object.values(ERRORS)) found.set(title, 'src/errors.ts')
  // Words that stand in sentences.
  for (const word of [...ROLES, ...ALIVE, DELETED_WAY, SIGN_IN_WINDOW]) found.set(word, 'within a sentence')
  for (const [, system] of SYSTEMS) found.set(`{0} on ${system}`, 'src/http/describe-browser.ts')
  const files = globSync('src/**/*.ts', { cwd: ROOT }).filter(file => !NOT_TO_OPERATORS.some(pattern => pattern.test(file)))
  for (const file of files.sort()) {
    const { program, errors } = parseSync(file, readFileSync(join(ROOT, file), 'utf8'))
    if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`)
    const parts = program.body.filter(part => !OF_PROVIDERS[file]?.includes(functionNameOf(part)))
    for (const text of textsOf(parts)) if (!TO_OTHERS.has(text)) found.set(text, file)
  }
  return found
}

function textsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsOf)
  if (!isNode(node)) return []
  switch (node.type) {
    case 'ImportDeclaration':
    case 'TaggedTemplateExpression':
      return []
    case 'CallExpression':
    case 'NewExpression': {
      const name = nameOf(node.callee)
      if (SAID_ELSEWHERE.has(name)) return textsOf(node.callee)
      // What a record is called in sentences about any of them.
      const nouns = name === 'notFound' || name === 'idOf' ? (node.arguments as unknown[]).flatMap(literalOf) : []
      return [...nouns, ...childrenOf(node)]
    }
    case 'Property': {
      const name = nameOf(node.key)
      if (REFERENCE.has(name)) return []
      return name === 'one' ? literalOf(node.value) : textsOf(node.value)
    }
    case 'Literal':
      return literalOf(node).filter(isSentence)
    case 'TemplateLiteral':
      return [...[templateOf(node)].filter(isSentence), ...textsOf(node.expressions)]
    default:
      return node.type.startsWith('TS') && !('expression' in node) ? [] : childrenOf(node)
  }
}

function childrenOf(node: Node): string[] {
  return Object.values(node).flatMap(textsOf)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

function nameOf(node: unknown): string {
  if (!isNode(node)) return ''
  return String(node.name ?? node.value ?? nameOf(node.property))
}

function functionNameOf(part: unknown): string {
  return isNode(part) && part.type === 'FunctionDeclaration' ? nameOf(part.id) : ''
}

function literalOf(node: unknown): string[] {
  return isNode(node) && typeof node.value === 'string' ? [node.value] : []
}

function templateOf({ quasis }: Node): string {
  const fixed = (quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
  return fixed.map((text, place) => (place === 0 ? text : `{${place - 1}}${text}`)).join('')
}

/** Several words that begin like a sentence and end like one. */
function isSentence(text: string): boolean {
  return (
    /^(\p{Lu}|\{|“).*\s.*[.?!:]( \{\d+\})?$/su.test(text) &&
    /\p{Ll}{2}/u.test(text.replaceAll(/\{\d+\}/g, '')) &&
    !text.includes('\n')
  )
}
