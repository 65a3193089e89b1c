import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { OpenApi } from './api.ts'

// What hostile, broken and merely odd clients send: half of it nearly right, so that it gets past the first check.

/** Put into every kind of field; wherever it comes back in a page it must have been escaped. */
export const CANARY = '"><script>alert(7)</script>'

export interface FuzzRequest {
  method: string
  /** Path and query. */
  path: string
  headers: Record<string, string>
  body: string | undefined
}

/** What there is to be aimed at. */
export interface Targets {
  slugs: string[]
  /** Cookie headers of browsers of every kind. */
  cookies: string[]
  apiKey: string
  document: OpenApi
  /** Ids of records that may be spoilt, by the name of their resource. */
  ids: Record<string, string[]>
  /** Ids of records that may be deleted. */
  doomed: Record<string, string[]>
  /** Path and query of callbacks: of every gateway, with the secret of the address and with none. */
  hooks: { path: string; provider: string }[]
  emailHooks: string[]
  /** Returned mail as it might come. */
  mails: string[]
  /** GET addresses without a parameter. */
  pages: string[]
  setupToken: string
}

const NASTY = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\r\nSet-Cookie: x=y',
  '\ud800',
  '%',
  '%00',
  '%ff',
  '%25%30%30',
  "'; drop table accounts; --",
  '{{7*7}}<%= 7*7 %>$'.concat('{7*7}'),
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e309',
  '9'.repeat(40),
  '１２３４５６',
  '٠١٢٣٤٥',
  '🐘'.repeat(50),
  '\u202e\u2066\ufeff',
  'İıſK',
  'a'.repeat(300),
  'a'.repeat(5_000),
  '[]',
  '{}',
  'a@b@c',
  'a@[127.0.0.1]',
  'x@y.example,z@y.example',
  '"x y"@example.com',
  '+',
  '+0',
  '+1555555',
  '+999999999999999',
  'javascript:alert(7)',
  'data:text/html,x',
  CANARY,
]

const PLAUSIBLE = [
  '123456',
  '000000',
  '+15555550123',
  '(555) 555-0142',
  'ana',
  'ana@example.com',
  'lantern over the quay',
  '1',
  'on',
  'true',
  'US',
  'DE',
  'en',
  'de-AT',
  'sms',
  'email',
  'sms_or_email',
  'none',
  'active',
  'create',
  'desc',
  '2026-01-31T12:00:00Z',
  '2026-01-31',
  '#2456c9',
  'https://example.com/logo.png',
  'simulator',
  'delivered',
  'failed',
]

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PLAUSIBLE) },
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
)
const NUMBERS = [-1, -0, 0, 1, 2, 60, 2 ** 31, 2 ** 53, 1e308, -1e308, 0.1]
const scalar = fc.oneof(
  { weight: 5, arbitrary: text as fc.Arbitrary<unknown> },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...NUMBERS, true, false, null) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

function encode(value: string): string {
  // Half a surrogate pair cannot be encoded; what a broken client would send for it can.
  return encodeURIComponent(value.toWellFormed())
}

/** A form or a query as it is written; now and then a part of it is not. */
function form(names: string[]): fc.Arbitrary<string> {
  const name = fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: text })
  return fc
    .tuple(
      fc.array(fc.tuple(name, text), { maxLength: 9 }),
      fc.constantFrom('', '', '', '', '', '&', '=', '%', '&a[]=1', '&&==', ';'),
    )
    .map(([pairs, tail]) => pairs.map(pair => pair.map(encode).join('=')).join('&') + tail)
}

const BROWSER = [
  { 'accept-language': 'de,fr;q=0.5' },
  { 'accept-language': '*;q=,,,;;' },
  { accept: 'text/html' },
  { accept: 'text/csv' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-origin' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'x-forwarded-for': '::1, 1.2.3.4, x' },
  { 'if-none-match': '"x"' },
  { range: 'bytes=0-1' },
  { 'content-encoding': 'gzip' },
  { host: 'evil.example' },
  { host: 'localhost:1' },
]
// Most requests have nothing odd about them but what they say.
const browserHeaders = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Record<string, string>>({}) },
  { weight: 1, arbitrary: fc.constantFrom<Record<string, string>>(...(BROWSER as Record<string, string>[])) },
)

const PORTAL_PAGES = [
  '',
  '/',
  '/sign_up',
  '/validate_account',
  '/resend_validation_code',
  '/update_contact',
  '/login',
  '/logout',
  '/status',
  '/plans',
  '/forgot_password',
  '/reset_password',
  '/sms',
  '/sms_token',
  '/tos',
  '/delivery',
]
const FIELDS =
  'usage_plan_id login password password_confirmation first_name last_name phone country email tos code token channel contact proof carrier_id locale notice prove with puzzle'.split(
    ' ',
  )
const FORM = 'application/x-www-form-urlencoded'
const formType = fc.oneof(
  { weight: 15, arbitrary: fc.constant(FORM) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      `${FORM}; charset=utf-8`,
      `${FORM}; charset=utf-16`,
      'multipart/form-data; boundary=x',
      'application/json',
      '',
    ),
  },
)

const PASSWORD = 'lantern over the quay'
/** What a guest who makes no mistake fills in. */
const GOOD: Record<string, Record<string, string>> = {
  '/sign_up': {
    login: 'fuzz-guest',
    phone: '+15555550142',
    email: 'fuzz@example.com',
    password: PASSWORD,
    password_confirmation: PASSWORD,
    tos: '1',
  },
  '/validate_account': { code: '123456' },
  '/resend_validation_code': { channel: 'sms' },
  '/update_contact': { phone: '+15555550143', email: 'other@example.com', country: 'US' },
  '/login': { login: 'guest61', password: PASSWORD },
  '/forgot_password': { login: 'guest61' },
  '/reset_password': { code: '123456', password: PASSWORD, password_confirmation: PASSWORD },
  '/sms': { phone: '+15555550144', tos: '1' },
  '/sms_token': { token: '123456' },
  '/plans': {},
  '/logout': {},
}
const POST_PAGES = Object.keys(GOOD)

/** A form with one thing or two wrong with it. */
function nearlyGood(page: string, plan: string, carrier: string): fc.Arbitrary<string> {
  const good: Record<string, string> = { usage_plan_id: plan, carrier_id: carrier, ...GOOD[page] }
  const fault = fc.tuple(fc.constantFrom(...Object.keys(good), ...FIELDS), text)
  return fc.array(fault, { maxLength: 2 }).map(faults =>
    Object.entries({ ...good, ...Object.fromEntries(faults) })
      .map(pair => pair.map(encode).join('='))
      .join('&'),
  )
}

/** A guest, or somebody who pretends to be one. */
function portalRequest({ slugs, cookies, ids }: Targets): fc.Arbitrary<FuzzRequest> {
  const plan = fc.constantFrom(...(ids.usage_plans ?? []), 'x')
  const carrier = fc.constantFrom(...(ids.carriers ?? []), 'x')
  const post = fc.tuple(fc.constantFrom(...POST_PAGES), plan, carrier).chain(([page, planId, carrierId]) =>
    fc.record({
      method: fc.constant('POST'),
      page: fc.constant(page),
      body: fc.oneof({ weight: 3, arbitrary: nearlyGood(page, planId, carrierId) }, { weight: 1, arbitrary: form(FIELDS) }),
    }),
  )
  const get = fc.record({ method: fc.constant('GET'), page: fc.constantFrom(...PORTAL_PAGES), body: fc.constant(undefined) })
  return fc
    .record({
      slug: fc.oneof({ weight: 15, arbitrary: fc.constantFrom(...slugs) }, { weight: 1, arbitrary: text.map(encode) }),
      asked: fc.oneof(
        { weight: 3, arbitrary: post as fc.Arbitrary<{ method: string; page: string; body: string | undefined }> },
        { weight: 2, arbitrary: get },
      ),
      query: fc.oneof(fc.constant(''), form(FIELDS)),
      cookie: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...cookies) },
        { weight: 1, arbitrary: fc.constant('gatehouse=x; =; a') },
      ),
      type: formType,
      extra: browserHeaders,
    })
    .map(({ slug, asked: { method, page, body }, query, cookie, type, extra }) => ({
      method,
      path: `/portal/${slug}${page}${query && `?${query}`}`,
      headers: { ...(cookie && { cookie }), ...(body !== undefined && type && { 'content-type': type }), ...extra },
      body,
    }))
}

type Json = Record<string, unknown>

/** A value for a field of a JSON Schema: usually one that fits, else anything. */
function valueFor(schema: Json, targets: Targets, field: string): fc.Arbitrary<unknown> {
  const ids = Object.entries(targets.ids).find(([resource]) => resource === `${field.replace(/_ids?$/, '')}s`)?.[1] ?? ['x']
  const options = (schema.anyOf ?? [schema]) as Json[]
  const fits = options.map((option): fc.Arbitrary<unknown> => {
    if (Array.isArray(option.enum)) return fc.constantFrom(...(option.enum as unknown[]))
    switch (option.type) {
      case 'boolean':
        return fc.boolean()
      case 'integer':
      case 'number':
        return fc.oneof(fc.integer({ min: -2, max: 200 }), fc.constantFrom(...NUMBERS))
      case 'null':
        return fc.constant(null)
      case 'array':
        return fc.array(/_ids$/.test(field) ? fc.constantFrom(...ids) : text, { maxLength: 4 })
      case 'object':
        return fc.dictionary(text, scalar, { maxKeys: 4 })
      default:
        if (option.format === 'uuid') return fc.constantFrom(...ids)
        // Few names, so that records clash more often than they pile up.
        return field === 'name' || field === 'slug' ? fc.constantFrom('a', 'b', 'c', 'fuzz', 'fuzz-2', ...NASTY) : text
    }
  })
  return fc.oneof({ weight: 5, arbitrary: fc.oneof(...fits) }, { weight: 2, arbitrary: scalar })
}

// Nothing may be aimed at anything but this machine.
const OUTWARD = /^\/(sms_gateways|mail_servers)/

function harmless(path: string, method: string, body: unknown): unknown {
  if (!OUTWARD.test(path) || typeof body !== 'object' || body === null || Array.isArray(body)) return body
  const { provider, enabled, ...rest } = body as Json
  if (method === 'PATCH') return rest
  return provider === 'simulator' ? body : { ...rest, ...(provider !== undefined && { provider }), enabled: false }
}

const LIST_QUERY =
  'page per_page sort order q id status created_at created_at_from name contact phone email group_by from to interval'.split(' ')

/** One field or two, to be wrong in an example that is right. */
function fewFields(properties: [string, Json][], targets: Targets): fc.Arbitrary<Json> {
  if (properties.length === 0) return fc.constant({})
  const field = fc
    .constantFrom(...properties)
    .chain(([name, property]) => valueFor(property, targets, name).map((value): [string, unknown] => [name, value]))
  return fc.array(field, { maxLength: 2 }).map(pairs => Object.fromEntries(pairs))
}

/** A program, with the key and without: every operation of the OpenAPI document. */
function apiRequest(targets: Targets): fc.Arbitrary<FuzzRequest> {
  const { document } = targets
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => method !== 'parameters')
      .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const requests = operations.map(({ path, method, operation }) => {
    const content = operation.requestBody?.content ?? {}
    const taken = content['application/json']
    const schema = document.components.schemas[String(taken?.schema.$ref).replace('#/components/schemas/', '')]
    const properties = Object.entries((schema?.properties ?? {}) as Record<string, Json>)
    const example = (taken?.example ?? {}) as Json
    const fields = fc.record(
      Object.fromEntries(properties.map(([field, property]) => [field, valueFor(property, targets, field)])),
      { requiredKeys: [] },
    )
    const body = fc.oneof(
      {
        weight: 6,
        arbitrary: fewFields(properties, targets).map(some => JSON.stringify(harmless(path, method, { ...example, ...some }))),
      },
      { weight: 3, arbitrary: fields.map(some => JSON.stringify(harmless(path, method, some))) },
      { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 4 }).map(value => JSON.stringify(harmless(path, method, value))) },
      { weight: 1, arbitrary: text },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '',
          '{',
          '[',
          '{"a":1}{"a":2}',
          '{"__proto__":{"a":1}}',
          '['.repeat(3_000),
          'name,price\nUS,0.01\n"',
        ),
      },
    )
    const resource = path.split('/')[1] ?? ''
    const known = method === 'DELETE' || path.endsWith('/erase') ? targets.doomed : targets.ids
    return fc
      .record({
        id: fc.oneof(
          { weight: 12, arbitrary: fc.constantFrom(...(known[resource] ?? ['x'])) },
          { weight: 1, arbitrary: fc.uuid() },
          { weight: 1, arbitrary: text.map(encode) },
        ),
        query: fc.oneof(
          { weight: 1, arbitrary: fc.constant('') },
          { weight: method === 'GET' ? 2 : 0.2 * 5, arbitrary: form(LIST_QUERY) },
        ),
        body,
        key: fc.oneof(
          { weight: 20, arbitrary: fc.constant(`Bearer ${targets.apiKey}`) },
          { weight: 1, arbitrary: fc.constantFrom('Bearer x', 'Basic Og==', '') },
        ),
        type: fc.oneof(
          { weight: 20, arbitrary: fc.constant(Object.keys(content)[0] ?? 'application/json') },
          { weight: 1, arbitrary: fc.constantFrom('text/csv', 'text/plain', 'application/json; charset=utf-16', '') },
        ),
        extra: browserHeaders,
      })
      .map(({ id, query, body: sent, key, type, extra }) => ({
        method,
        path: `/api/v1${path.replace('{id}', id)}${query && `?${query}`}`,
        headers: { ...(key && { authorization: key }), ...(method !== 'GET' && type && { 'content-type': type }), ...extra },
        body: method === 'GET' ? undefined : sent,
      }))
  })
  return fc.oneof(...requests)
}

const words = new Map<string, string[]>()

/** The words that a provider's file looks for in callbacks, read from the file itself. */
export function wordsOf(provider: string): string[] {
  let found = words.get(provider)
  if (!found) {
    const file = provider === '46elks' ? 'elks46' : provider
    const code = readFileSync(new URL(`../src/sms/providers/${file}.ts`, import.meta.url), 'utf8')
    const quoted = [...code.matchAll(/'([\w.:-]{2,40})'/g)].map(match => match[1] ?? '')
    const properties = [...code.matchAll(/\.([a-zA-Z_]\w{1,30})\b(?!\()/g)].map(match => match[1] ?? '')
    found = [...new Set([...quoted, ...properties])]
    words.set(provider, found)
  }
  return found
}

/** The body and type of a callback: a form, JSON however nested, or nothing of the kind. */
export function callbackBody(provider: string, ids: string[]): fc.Arbitrary<{ type: string; body: string }> {
  const vocabulary = wordsOf(provider)
  const word = fc.constantFrom(...vocabulary)
  const leaf = fc.oneof(
    { weight: 3, arbitrary: word as fc.Arbitrary<unknown> },
    { weight: 3, arbitrary: scalar },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(...ids) },
  )
  const { tree } = fc.letrec<{ tree: unknown }>(tie => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.dictionary(word, tie('tree'), { maxKeys: 6 }),
      fc.array(tie('tree'), { maxLength: 3 }),
    ),
  }))
  const json = fc.dictionary(word, tree, { maxKeys: 8 }).map(value => JSON.stringify(value))
  return fc.oneof(
    { weight: 4, arbitrary: json.map(body => ({ type: 'application/json', body })) },
    { weight: 4, arbitrary: form(vocabulary).map(body => ({ type: 'application/x-www-form-urlencoded', body })) },
    {
      weight: 1,
      arbitrary: fc.tuple(json, fc.constantFrom('text/plain', 'application/xml', '')).map(([body, type]) => ({ type, body })),
    },
    { weight: 1, arbitrary: text.map(body => ({ type: 'application/json', body })) },
    { weight: 1, arbitrary: fc.jsonValue().map(value => ({ type: 'application/json', body: JSON.stringify(value) })) },
  )
}

const SIGNATURES =
  'x-twilio-signature x-plivo-signature-v3 x-plivo-signature-v3-nonce telnyx-signature-ed25519 telnyx-timestamp messagebird-signature-jwt messagebird-signature messagebird-request-timestamp x-sinch-webhook-signature authorization x-amz-sns-message-type x-amz-sns-topic-arn'.split(
    ' ',
  )

/** An SMS provider's callback. */
function hookRequest({ hooks, ids }: Targets): fc.Arbitrary<FuzzRequest> {
  const messages = ids.messages ?? ['x']
  return fc
    .constantFrom(...hooks)
    .chain(hook =>
      fc.record({
        hook: fc.constant(hook),
        sent: callbackBody(hook.provider, messages),
        query: form(wordsOf(hook.provider)),
        isPost: fc.boolean(),
        signature: fc.dictionary(fc.constantFrom(...SIGNATURES), fc.constantFrom('x', 'e30.e30.e30', '1', 'AAAA', 'Bearer x'), {
          maxKeys: 3,
        }),
      }),
    )
    .map(({ hook, sent, query, isPost, signature }) => ({
      method: isPost ? 'POST' : 'GET',
      path: hook.path + (query && `${hook.path.includes('?') ? '&' : '?'}${query}`),
      headers: { ...(isPost && sent.type && { 'content-type': sent.type }), ...signature },
      body: isPost ? sent.body : undefined,
    }))
}

/** Returned mail: real forms of it, cut, doubled and with pieces of others. */
function emailHookRequest({ emailHooks, mails }: Targets): fc.Arbitrary<FuzzRequest> {
  const piece = fc
    .tuple(fc.constantFrom(...mails), fc.nat(4_000), fc.nat(4_000))
    .map(([mail, a, b]) => mail.slice(Math.min(a, b), Math.max(a, b)))
  const body = fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(...mails), fc.nat(3_000), piece)
        .map(([mail, at, in_]) => mail.slice(0, at) + in_ + mail.slice(at)),
    },
    { weight: 2, arbitrary: fc.array(piece, { maxLength: 3 }).map(pieces => pieces.join('\r\n')) },
    { weight: 1, arbitrary: text },
  )
  return fc.tuple(fc.constantFrom(...emailHooks), body).map(([path, sent]) => ({
    method: 'POST',
    path,
    headers: { 'content-type': 'message/rfc822' },
    body: sent,
  }))
}

/** Everything else that there is, and what there is not. */
function otherRequest({ pages, setupToken, apiKey }: Targets): fc.Arbitrary<FuzzRequest> {
  const method = fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS')
  const path = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...pages) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.oneof(fc.constantFrom('portal', 'api', 'v1', 'hooks', 'sms', 'simulator', '..', '.', ''), text.map(encode)), {
          maxLength: 6,
        })
        .map(parts => `/${parts.join('/')}`),
    },
  )
  const fields = form(['token', 'login', 'password', 'password_confirmation', 't', 'locale'])
  return fc
    .record({ method, path, query: fields, body: fields, isToken: fc.boolean(), isKey: fc.boolean(), extra: browserHeaders })
    .map(({ method: verb, path: at, query, body, isToken, isKey, extra }) => ({
      method: verb,
      path: `${at}?${isToken ? `token=${setupToken}&` : ''}${query}`,
      headers: {
        ...(isKey && { authorization: `Basic ${btoa(`:${apiKey}`)}` }),
        ...(!['GET', 'HEAD', 'OPTIONS'].includes(verb) && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...extra,
      },
      body: ['GET', 'HEAD', 'OPTIONS'].includes(verb) ? undefined : body,
    }))
}

/** A request of any kind to anything that can be reached. */
export function anyRequest(targets: Targets): fc.Arbitrary<FuzzRequest> {
  return fc.oneof(
    { weight: 5, arbitrary: portalRequest(targets) },
    { weight: 6, arbitrary: apiRequest(targets) },
    { weight: 6, arbitrary: hookRequest(targets) },
    { weight: 1, arbitrary: emailHookRequest(targets) },
    { weight: 2, arbitrary: otherRequest(targets) },
  )
}
