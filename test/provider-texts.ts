import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { PROVIDERS } from '../src/sms/providers/list.ts'

const ROOT = join(import.meta.dirname, '..')

/** Where sentences about sending SMS are written, and in which functions and tables where a file has other texts too. */
const SOURCES: [files: string, parts?: string[]][] = [
  ['src/sms/*.ts'],
  ['src/sms/providers/*.ts'],
  ['src/sms/smpp/*.ts'],
  ['src/messages/attempt.ts'],
  ['src/messages/settle.ts'],
  ['src/messages/hand-over.ts', ['handOverSms', 'sendSms', 'handOverMail']],
  ['src/api/sms-gateways.ts', ['gatewayWarnings']],
  ['src/api/test-sms-gateway.ts', ['check', 'explain']],
  [
    'src/api/message-advice.ts',
    [
      'adviseOnQueued',
      'adviseOnSending',
      'adviseOnUnknown',
      'adviseOnArrived',
      'failedOver',
      'OWN_CODES',
      'CLASSES',
      'adviseOnFailed',
    ],
  ],
]

/** Calls whose texts are for others: logs and bugs. */
const OTHER_READERS = new Set(['Error', 'onNote', 'query'])

interface Node {
  type: string
  [key: string]: unknown
}

/** Every text of a form: labels, help and choices of each provider, as GET /sms_providers tells them. */
export function formTexts(): Map<string, string> {
  const found = new Map<string, string>()
  for (const { id, fields, options } of PROVIDERS.values()) {
    for (const field of [...Object.values(fields), ...options])
      for (const text of [field.label, field.help]) if (/[a-z]/.test(text)) found.set(text, id)
    for (const { choices = [] } of options) for (const { label } of choices) if (/[a-z]/.test(label)) found.set(label, id)
  }
  return found
}

/** Every sentence in the sources: warnings, mistakes, and what errors and answers mean. What varies in it is {0}, {1} … */
export function sentences(): Map<string, string> {
  const found = new Map<string, string>()
  for (const [files, parts] of SOURCES)
    for (const file of globSync(files, { cwd: ROOT }).filter(name => !name.endsWith('.test.ts')))
      for (const text of sentencesOf(join(ROOT, file), parts)) found.set(text, file)
  return found
}

function sentencesOf(path: string, parts: string[] | undefined): string[] {
  const program = parseSync(path, readFileSync(path, 'utf8')).program as unknown as Node
  const constants = constantsOf(program)
  const found: string[] = []
  for (const part of parts ? partsOf(program, parts) : [program])
    walk(part, node => {
      if (node.type === 'ImportDeclaration' || (isCall(node) && OTHER_READERS.has(nameOf(node)))) return false
      const texts = textsOf(node, constants)
      if (!texts) return true
      for (const text of texts) if (isSentence(text)) found.push(numbered(text))
      return false
    })
  return found
}

function partsOf(program: Node, names: string[]): Node[] {
  return (program.body as Node[])
    .map(part => (part.declaration ?? part) as Node)
    .flatMap(part => (part.declarations ?? [part]) as Node[])
    .filter(part => names.includes(String((part.id as Node | undefined)?.name)))
}

/** A whole sentence, or one of the clauses that stand in another: `The service`, `it was closed by the SMSC`. */
function isSentence(text: string): boolean {
  return /^The \w+$/.test(text) || (/[a-z]{2,} [a-z]+|’s [a-z]/.test(text) && /^([A-Z0-9{].* .*([.?)}]|\/\S+)|it .*)$/.test(text))
}

function isCall({ type }: Node): boolean {
  return type === 'CallExpression' || type === 'NewExpression' || type === 'TaggedTemplateExpression'
}

function nameOf(call: Node): string {
  const callee = (call.callee ?? call.tag) as Node
  return String((callee.type === 'MemberExpression' ? (callee.property as Node) : callee).name)
}

function constantsOf(program: Node): Map<string, Node> {
  const found = new Map<string, Node>()
  walk(program, node => {
    if (node.type === 'VariableDeclarator' && node.init) found.set(String((node.id as Node).name), node.init as Node)
    return !node.type.startsWith('Function') && node.type !== 'ArrowFunctionExpression'
  })
  return found
}

/** What a text can be, with {} for what varies; undefined for what is no text. */
function textsOf(node: Node, constants: Map<string, Node>): string[] | undefined {
  const inner = (part: unknown) => textsOf(part as Node, constants)
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : undefined
    case 'TemplateLiteral': {
      const quasis = node.quasis as { value: { cooked: string } }[]
      return quasis.reduce<string[]>(
        (texts, { value }, at) => {
          const part = (node.expressions as Node[])[at]
          const ends = (part ? (inside(part, constants) ?? ['{}']) : ['']).map(end => value.cooked + end)
          return texts.flatMap(text => ends.map(end => text + end))
        },
        [''],
      )
    }
    case 'BinaryExpression': {
      const [left, right] = [inner(node.left), inner(node.right)]
      return node.operator === '+' && left && right ? left.flatMap(text => right.map(end => text + end)) : undefined
    }
    default:
      return undefined
  }
}

/** The same within a template, where a constant, a choice and an addition on a condition count as what they stand for. */
function inside(node: Node, constants: Map<string, Node>): string[] | undefined {
  switch (node.type) {
    case 'Identifier': {
      const constant = constants.get(String(node.name))
      return constant && textsOf(constant, constants)
    }
    case 'ConditionalExpression': {
      const [one, other] = [inside(node.consequent as Node, constants), inside(node.alternate as Node, constants)]
      return one || other ? [...(one ?? ['{}']), ...(other ?? ['{}'])] : undefined
    }
    case 'LogicalExpression': {
      const [left, right] = [inside(node.left as Node, constants), inside(node.right as Node, constants)]
      if (!right) return undefined
      return node.operator === '&&' ? ['', ...right] : [...(left ?? ['{}']), ...right]
    }
    default:
      return textsOf(node, constants)
  }
}

function numbered(text: string): string {
  let count = 0
  return text.replaceAll('{}', () => `{${count++}}`)
}

function walk(node: Node, visit: (node: Node) => boolean): void {
  if (!visit(node)) return
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit)
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}
