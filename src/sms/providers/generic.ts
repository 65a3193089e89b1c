import type { FieldError } from '../../errors.ts'
import { patternProblem } from '../bounded-pattern.ts'
import type { HttpProvider, OpenGateway, OutgoingSms } from '../provider.ts'
import { plainHttpWarning } from '../provider-answer.ts'
import { isPath, readCallback, readInbound, readSend, readStatuses } from './generic-answer.ts'
import { GENERIC_OPTIONS, type GenericOption, listed, optionOf, wordsOf } from './generic-options.ts'
import { buildSend, headerLines, variablesIn } from './generic-request.ts'

const VARIABLES = [
  'to',
  'number',
  'national',
  'country_code',
  'message',
  'from',
  'account_sid',
  'auth_token',
  'basic_auth',
  'id',
  'callback_url',
  'validity',
  'validity_minutes',
  'encoding',
]
/** Set by the connection itself; another value would break or smuggle requests. */
const HEADERS_OF_OURS = ['host', 'content-length', 'transfer-encoding', 'connection', 'expect', 'upgrade', 'te', 'trailer']
/** Names under which services take their secrets. */
const SECRET_NAME =
  /(?:^|[^a-z])(?:authorization|cookie|secret|pass|passwd|password|pwd|token|(?:api|auth|access)[-_]?(?:key|token)|auth)(?:$|[^a-z])/i

/** Any service or phone that sends a text when it is called over HTTP: how to call it and what it says is in the options. */
export const generic: HttpProvider = {
  id: 'generic',
  label: 'Generic HTTP',
  docs: 'https://developer.mozilla.org/docs/Web/HTTP',
  kind: 'http',
  fields: {
    from: { label: 'From', help: 'Stands for {from}.', required: false },
    account_sid: {
      label: 'User name or account',
      help: 'Stands for {account_sid}, and is the user in {basic_auth}.',
      required: false,
    },
    auth_token: {
      label: 'Password, key or token',
      help: 'Stands for {auth_token}, and is the password in {basic_auth}. It is stored encrypted, which URL, headers and body are not.',
      required: false,
    },
  },
  options: GENERIC_OPTIONS,
  problems,
  warnings,
  buildSend,
  readSend,
  signing: 'never',
  readCallback,
  readInbound,
}

/** Every letter that could break out of its place, so that a template is tried with the worst that can come. */
const SAMPLE: OutgoingSms = {
  id: '0198a5c2-7d10-7000-8000-00000000abcd',
  to: '+15555550123',
  text: '123456 "is" \\ your code,\n{to} 漢字 & <b> 100%',
  encoding: 'UCS-2',
  validityS: 600,
  callbackUrl: 'https://wifi.example/hooks/sms/g/m?t=x',
  now: new Date(0),
}

function problems(gateway: OpenGateway): FieldError[] {
  const found: FieldError[] = []
  if (optionOf(gateway, 'url') === '') return found
  const add = (name: GenericOption, message: string | undefined) => message && found.push({ field: `options.${name}`, message })
  for (const name of ['url', 'headers', 'body'] as const) add(name, problemOfVariables(optionOf(gateway, name)))
  add('url', problemOfUrl(optionOf(gateway, 'url')))
  add('headers', problemOfHeaders(optionOf(gateway, 'headers')))
  add('body', problemOfBody(gateway))
  if (listed(optionOf(gateway, 'encoding_words')).length !== 2)
    add('encoding_words', 'These are two words with a comma between: one for a plain text, one for Unicode.')
  if (!readStatuses(optionOf(gateway, 'success_statuses'))?.length)
    add('success_statuses', 'These are HTTP statuses from 200 to 299, as in 200-299 or 200, 202.')
  for (const name of ['success_path', 'id_path', 'error_path', 'error_message_path'] as const)
    if (optionOf(gateway, name) !== '' && !isPath(optionOf(gateway, name)))
      add(name, 'A path is names with dots between and numbers in brackets, as in data.id or messages[0].status.')
  for (const name of ['success_pattern', 'id_pattern'] as const) add(name, patternProblem(optionOf(gateway, name)))
  if (optionOf(gateway, 'id_path') !== '' && optionOf(gateway, 'id_pattern') !== '')
    add('id_pattern', 'The id is found by a path or by a pattern: leave one of them empty.')
  add('receipt_status', problemOfReceipts(gateway))
  return found
}

function problemOfVariables(template: string): string | undefined {
  const unknown = variablesIn(template).find(name => !VARIABLES.includes(name))
  return unknown && `There is no variable {${unknown}}; there are ${VARIABLES.map(name => `{${name}}`).join(' ')}.`
}

function problemOfUrl(template: string): string | undefined {
  const [, beforePath = ''] = /^([a-z]+:\/\/[^/?#]*)/i.exec(template) ?? []
  if (beforePath.includes('{')) return 'Variables may stand in the path and behind it, not in the name of the server.'
  const url = URL.parse(template.replace(/\{[a-z_]+\}/g, 'x'))
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    return 'The URL is a whole http or https address, as in https://sms.example.com/send.'
  if (url.username || url.password || url.hash)
    return 'No name or password before the server’s name, and no #: write the header Authorization: Basic {basic_auth}.'
  return secretInForm(template.split('?')[1] ?? '')
}

function secretInForm(form: string): string | undefined {
  const literal = [...new URLSearchParams(form)].find(([name, value]) => isSecret(name, value))
  return literal && secretElsewhere(literal[0])
}

function isSecret(name: string, value: string): boolean {
  return SECRET_NAME.test(name) && value !== '' && !value.includes('{')
}

function secretElsewhere(name: string): string {
  return `What stands at ${name} looks like a secret, and here it is neither encrypted nor hidden: put it into the password, and {auth_token} here.`
}

function problemOfHeaders(headers: string): string | undefined {
  for (const line of headerLines(headers)) {
    if (!line) return 'Each line is a name, a colon and a value, as in X-API-Key: {auth_token}.'
    const [name, value] = line
    if (HEADERS_OF_OURS.includes(name)) return `The header ${name} is set by the connection: leave it out.`
    if (isSecret(name, value)) return secretElsewhere(name)
  }
  return undefined
}

function problemOfBody(gateway: OpenGateway): string | undefined {
  const [kind, body] = [optionOf(gateway, 'content_type'), optionOf(gateway, 'body')]
  if (kind === 'none' ? body !== '' : optionOf(gateway, 'method') === 'GET')
    return 'A GET has no body: choose None for it and empty the template, or choose POST.'
  if (kind !== 'none' && body === '') return 'The body is empty: write its template, or choose None.'
  const used = variablesIn(optionOf(gateway, 'url') + body)
  if (!used.includes('message')) return 'The text is nowhere in the request: put {message} into the body or the URL.'
  if (!['to', 'number', 'national'].some(name => used.includes(name)))
    return 'The number is nowhere in the request: put {to} or {number} into the body or the URL.'
  if (kind === 'form') return secretInForm(body)
  if (kind !== 'json') return undefined
  for (const [, name = '', value = ''] of body.matchAll(/"([^"]*)"\s*:\s*"([^"]*)"/g))
    if (isSecret(name, value)) return secretElsewhere(name)
  try {
    JSON.parse(buildSend(SAMPLE, gateway).body ?? '')
    return undefined
  } catch {
    return 'With its variables filled in this is no JSON: put each of them between double quotes, and look for a comma too many.'
  }
}

function problemOfReceipts(gateway: OpenGateway): string | undefined {
  const words = (['delivered_words', 'failed_words', 'accepted_words'] as const).flatMap(name => wordsOf(gateway, name))
  if (new Set(words).size < words.length)
    return 'A word of a receipt’s status stands in two of its lists: it means one thing only.'
  if (optionOf(gateway, 'receipt_status') !== '' && words.length === 0)
    return 'Say which words of the status mean delivered, failed or on its way.'
  return undefined
}

function warnings(gateway: OpenGateway): string[] {
  const found: string[] = []
  const names = ['success_path', 'success_pattern', 'success_values', 'id_path', 'id_pattern'] as const
  if (names.every(name => optionOf(gateway, name) === ''))
    found.push('Whatever answers with a success status counts as having taken the message: say what its answer looks like.')
  if (optionOf(gateway, 'receipt_status') === '') found.push('Without receipts messages stay at accepted, delivered or not.')
  if (optionOf(gateway, 'method') === 'GET' || /\{(message|auth_token|basic_auth)\}/.test(optionOf(gateway, 'url')))
    found.push(
      'What stands in a URL, codes and passwords included, is written to the logs of servers and proxies: prefer POST with a body.',
    )
  return [...found, ...plainHttpWarning(optionOf(gateway, 'url').replace(/\{[a-z_]+\}/g, 'x'))]
}
