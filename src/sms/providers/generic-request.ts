import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { HttpRequest, OpenGateway, OutgoingSms } from '../provider.ts'
import { basicAuth } from '../provider-answer.ts'
import { listed, optionOf } from './generic-options.ts'

const VARIABLE = /\{([a-z_]+)\}/g

type Escape = (value: string) => string

/** What each kind of body is called, and how a value must be written so that it cannot break out of its place. */
const BODIES: Record<string, { type: string; escape: Escape }> = {
  json: { type: 'application/json', escape: value => JSON.stringify(value).slice(1, -1) },
  form: { type: 'application/x-www-form-urlencoded', escape: encodeURIComponent },
  xml: { type: 'application/xml', escape: value => value.replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`) },
  text: { type: 'text/plain; charset=UTF-8', escape: value => value },
}

/** A header is one line of ASCII: line breaks become spaces, other letters are percent-encoded. */
const escapeHeader: Escape = value =>
  value.replace(/\p{Cc}+/gu, ' ').replace(/[^\x20-\x7e]+/gu, letters => encodeURIComponent(letters))

/** The variables of templates, and what they stand for in this message. */
function valuesOf(sms: OutgoingSms, gateway: OpenGateway): Record<string, string> {
  const number = parsePhoneNumberFromString(sms.to)
  const [plain = 'GSM-7', unicode = 'UCS-2'] = listed(optionOf(gateway, 'encoding_words'))
  return {
    to: sms.to,
    number: sms.to.slice(1),
    national: number?.nationalNumber ?? sms.to.slice(1),
    country_code: number?.countryCallingCode ?? '',
    message: sms.text,
    from: gateway.from,
    account_sid: gateway.account_sid,
    auth_token: gateway.auth_token,
    basic_auth: basicAuth(gateway.account_sid, gateway.auth_token).replace('Basic ', ''),
    id: sms.id,
    callback_url: sms.callbackUrl,
    validity: String(Math.max(1, Math.floor(sms.validityS))),
    validity_minutes: String(Math.max(1, Math.floor(sms.validityS / 60))),
    encoding: sms.encoding === 'UCS-2' ? unicode : plain,
  }
}

function fill(template: string, values: Record<string, string>, written: Escape): string {
  return template.replace(VARIABLE, (whole, name: string) => {
    const value = values[name]
    // Half a surrogate pair cannot be sent by any of the ways.
    return value === undefined ? whole : written(value.toWellFormed())
  })
}

/** The variables that a template uses, known or not. */
export function variablesIn(template: string): string[] {
  return [...template.matchAll(VARIABLE)].map(([, name]) => name ?? '')
}

/** The lines of the headers as names and values, in lower case; undefined for a line that is none. */
export function headerLines(headers: string): ([name: string, value: string] | undefined)[] {
  return headers
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const [, name, value] = /^([\w!#$%&'*+.^`|~-]+):\s*(.*)$/.exec(line) ?? []
      return name === undefined ? undefined : [name.toLowerCase(), value ?? '']
    })
}

/** The request for one message, its variables filled in and escaped for where they stand. */
export function buildSend(sms: OutgoingSms, gateway: OpenGateway): HttpRequest {
  const values = valuesOf(sms, gateway)
  const kind = BODIES[optionOf(gateway, 'content_type')]
  const headers: Record<string, string> = kind ? { 'content-type': kind.type } : {}
  for (const line of headerLines(optionOf(gateway, 'headers')))
    if (line) headers[line[0]] = fill(line[1], values, escapeHeader).trim()
  const method = optionOf(gateway, 'method') === 'GET' ? 'GET' : 'POST'
  return {
    method,
    url: fill(optionOf(gateway, 'url'), values, encodeURIComponent),
    headers,
    ...(kind && { body: fill(optionOf(gateway, 'body'), values, kind.escape) }),
  }
}
