import { searchPattern } from '../bounded-pattern.ts'
import type { Callback, HttpAnswer, InboundSms, OpenGateway, Receipt, ReceiptStatus, SendOutcome } from '../provider.ts'
import {
  classOfStatus,
  type ErrorClass,
  isObject,
  mayHaveBeenTaken,
  objectsOf,
  readCode,
  readJson,
  readMessageId,
  readRetryAfter,
  refusal,
  unknownStatus,
  unknownSuccess,
  withoutDigits,
} from '../provider-answer.ts'
import { type GenericOption, listed, optionOf, wordsOf } from './generic-options.ts'

const LABEL = 'The service'
const PATH = /^\$?(?:\.?[\w@:-]+|\[\d+\])(?:\.[\w@:-]+|\[\d+\])*$/
/** With a plus or 00 any number; without, one so long that its country code must be in it. */
const NUMBER = /^(?:(?:\+|00)([1-9]\d{6,14})|([1-9]\d{10,14}))$/

/** True for a path such as data.id, messages[0].status or [0].id. */
export function isPath(path: string): boolean {
  return PATH.test(path)
}

/** What a path leads to in a parsed JSON text; undefined where it leads nowhere. */
function valueAt(json: unknown, path: string): unknown {
  let value = json
  for (const [, index, name] of path.replace(/^\$/, '').matchAll(/\[(\d+)\]|([\w@:-]+)/g)) {
    if (index !== undefined) value = Array.isArray(value) ? value[Number(index)] : undefined
    else value = isObject(value) && name !== undefined && Object.hasOwn(value, name) ? value[name] : undefined
  }
  return value
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** The statuses of a list such as 200-204, 207; undefined when one of them is not from 200 to 299. */
export function readStatuses(text: string): { from: number; to: number }[] | undefined {
  const ranges = listed(text).map(part => {
    const [, from, to] = /^(2\d\d)(?:\s*-\s*(2\d\d))?$/.exec(part) ?? []
    return from === undefined ? undefined : { from: Number(from), to: Number(to ?? from) }
  })
  return ranges.every(range => range !== undefined && range.from <= range.to)
    ? ranges.filter(range => range !== undefined)
    : undefined
}

/** What an answer means by the gateway's rules. What is neither a success by them nor an error they can read stays open. */
export function readSend(answer: HttpAnswer, gateway: OpenGateway): SendOutcome {
  const json = readJson(answer.body)
  if (isSuccess(answer, json, gateway)) {
    const id = readId(answer, json, gateway)
    return id === undefined ? unknownSuccess(LABEL) : { outcome: 'accepted', providerMessageId: id }
  }
  const error = readError(answer, json, gateway)
  const isSuccessStatus = answer.status >= 200 && answer.status < 300
  if (error.listed === undefined && mayHaveBeenTaken(answer)) return unknownStatus(LABEL, answer)
  if (error.listed === undefined && isSuccessStatus && error.code === '') return unknownSuccess(LABEL, 'not_as_agreed')
  const code = error.code || `http_${answer.status}`
  return refusal(undefined, {
    code,
    fallback: error.listed ?? (isSuccessStatus ? 'route' : classOfStatus(answer.status)),
    unknownHint: `The service refused the message (${code})${error.detail && `: ${error.detail}`}. See its documentation or its log.`,
    retryAfterS: readRetryAfter(answer),
  })
}

function isSuccess(answer: HttpAnswer, json: unknown, gateway: OpenGateway): boolean {
  const statuses = readStatuses(optionOf(gateway, 'success_statuses')) ?? []
  if (!statuses.some(({ from, to }) => answer.status >= from && answer.status <= to)) return false
  const path = optionOf(gateway, 'success_path')
  const found = path === '' ? answer.body : asText(valueAt(json, path))
  if (found === undefined) return false
  const values = wordsOf(gateway, 'success_values')
  const pattern = optionOf(gateway, 'success_pattern')
  return (
    (values.length === 0 || values.includes(found.trim().toLowerCase())) &&
    (pattern === '' || searchPattern(pattern, found) !== undefined)
  )
}

/** Empty where the gateway has no rule for an id; undefined where it has one and there is none. */
function readId(answer: HttpAnswer, json: unknown, gateway: OpenGateway): string | undefined {
  const path = optionOf(gateway, 'id_path')
  const pattern = optionOf(gateway, 'id_pattern')
  if (path === '' && pattern === '') return ''
  const match = path === '' ? searchPattern(pattern, answer.body) : undefined
  return readMessageId(path === '' ? (match?.[1] ?? match?.[0]) : valueAt(json, path)) || undefined
}

const ERROR_LISTS: [option: GenericOption, by: ErrorClass][] = [
  ['recipient_errors', 'recipient'],
  ['content_errors', 'content'],
  ['configuration_errors', 'configuration'],
  ['throttled_errors', 'throttled'],
]

/** `listed`: what the gateway's lists say of the code or, where it has none, of the HTTP status. */
function readError(answer: HttpAnswer, json: unknown, gateway: OpenGateway) {
  const [path, messagePath] = [optionOf(gateway, 'error_path'), optionOf(gateway, 'error_message_path')]
  const found = path === '' ? '' : readCode(valueAt(json, path))
  // What a service calls its error could be the guest's number.
  const code = /\d{7}/.test(found) ? '' : found
  const listed = [code, String(answer.status)]
    .filter(name => name !== '')
    .map(name => ERROR_LISTS.find(([option]) => wordsOf(gateway, option).includes(name.toLowerCase()))?.[1])
    .find(by => by !== undefined)
  return { code, listed, detail: messagePath === '' ? '' : withoutDigits(valueAt(json, messagePath)) }
}

type Fields = (nameOrPath: string) => string | undefined

/** What a callback brings: the objects of its JSON, else its form; and in both the parameters of its address. */
function recordsOf(callback: Callback): Fields[] {
  const query = URL.parse(callback.url)?.searchParams ?? new URLSearchParams()
  const json = readJson(callback.body)
  const objects = Array.isArray(json) ? objectsOf(json) : isObject(json) ? [json] : []
  if (objects.length > 0) return objects.map(object => path => asText(valueAt(object, path)) ?? query.get(path) ?? undefined)
  const form = new URLSearchParams(callback.body)
  return [name => form.get(name) ?? query.get(name) ?? undefined]
}

const WORD_LISTS: [option: GenericOption, status: ReceiptStatus][] = [
  ['delivered_words', 'delivered'],
  ['failed_words', 'failed'],
  ['accepted_words', 'accepted'],
]

/** The receipts in a callback; the message is named by its id, by ours, or, with neither, by the callback's address. */
export function readCallback(callback: Callback, gateway: OpenGateway): Receipt[] {
  if (optionOf(gateway, 'receipt_status') === '') return []
  return recordsOf(callback).flatMap(record => readReceipt(record, gateway))
}

function readReceipt(record: Fields, gateway: OpenGateway): Receipt[] {
  const at = (option: GenericOption) => {
    const name = optionOf(gateway, option)
    return name === '' ? undefined : record(name)
  }
  const word = at('receipt_status')?.trim() ?? ''
  const status = WORD_LISTS.find(([option]) => wordsOf(gateway, option).includes(word.toLowerCase()))?.[1]
  const providerMessageId = readMessageId(at('receipt_id'))
  const messageId = readMessageId(at('receipt_reference'))
  const isNamed = optionOf(gateway, 'receipt_id') !== '' || optionOf(gateway, 'receipt_reference') !== ''
  if (!status || (isNamed && providerMessageId === '' && messageId === '')) return []
  const reason = status === 'failed' ? (at('receipt_error') ?? '') : ''
  return [
    {
      providerMessageId,
      ...(messageId && { messageId }),
      status,
      providerStatus: word.slice(0, 60),
      errorCode: /\d{7}/.test(reason) ? '' : readCode(reason),
      errorMessage:
        status === 'failed'
          ? `The service reports that the message was not delivered${reason && `: ${withoutDigits(reason)}`}. The guest can ask for another code.`
          : '',
      errorClass: '',
    },
  ]
}

/** Texts from phones, where the gateway says how to read them. */
export function readInbound(callback: Callback, gateway: OpenGateway): InboundSms[] {
  const [fromName, textName] = [optionOf(gateway, 'inbound_from'), optionOf(gateway, 'inbound_text')]
  if (fromName === '' || textName === '') return []
  return recordsOf(callback).flatMap(record => {
    const [, withSign, without] = NUMBER.exec((record(fromName) ?? '').replace(/[\s()-]/g, '')) ?? []
    const digits = withSign ?? without
    const text = record(textName)
    return digits !== undefined && text !== undefined ? [{ from: `+${digits}`, to: gateway.from, text }] : []
  })
}
