import { X509Certificate } from 'node:crypto'
import type { FieldError } from '../../errors.ts'
import { isLocalHost } from '../local-host.ts'
import type { OpenGateway, SessionProvider } from '../provider.ts'
import { senderKind } from '../smpp/addresses.ts'
import { openSmppSession } from '../smpp/session.ts'
import { numberOf, readSettings, SMPP_OPTIONS } from '../smpp/settings.ts'

/** What SMPP 3.4 gives the fields of bind_transceiver, without their NUL. Some SMSCs take more. */
const SYSTEM_ID_MAX = 15
const PASSWORD_MAX = 8
const SYSTEM_TYPE_MAX = 12
/** Whole numbers that an option may be, from and to. */
const RANGES: Record<string, [from: number, to: number]> = {
  window: [1, 1000],
  enquire_link_s: [5, 600],
  source_ton: [0, 6],
  source_npi: [0, 18],
  destination_ton: [0, 6],
  destination_npi: [0, 18],
}

/** SMPP 3.4, the protocol of mobile networks and wholesalers. https://smpp.org/SMPP_v3_4_Issue1_2.pdf */
export const smpp: SessionProvider = {
  id: 'smpp',
  label: 'SMPP',
  docs: 'https://smpp.org/SMPP_v3_4_Issue1_2.pdf',
  kind: 'session',
  fields: {
    from: {
      label: 'Sender',
      help: 'A number (+15551234567), a short code, or a name of up to 11 characters that the operator of the SMSC lets you use.',
      required: true,
    },
    account_sid: { label: 'System ID', help: 'The user name of the account.', required: true },
    auth_token: { label: 'Password', help: 'Beside the System ID.', required: true },
    base_url: {
      label: 'Address',
      help: 'The SMSC’s host and port: smpp://smsc.example.com:2775, or smpps://smsc.example.com:3550 with TLS.',
      required: true,
    },
  },
  options: SMPP_OPTIONS,
  problems,
  warnings,
  open: (gateway, events) => openSmppSession(gateway, events),
}

function problems(gateway: OpenGateway): FieldError[] {
  const found: FieldError[] = []
  const add = (field: string, message: string | undefined) => message && found.push({ field, message })
  add('from', problemOfSender(gateway.from))
  add('account_sid', problemOfText('System ID', gateway.account_sid))
  add('auth_token', problemOfText('Password', gateway.auth_token))
  add('base_url', problemOfAddress(gateway.base_url))
  for (const [name, range] of Object.entries(RANGES)) add(`options.${name}`, problemOfNumber(numberOf(gateway, name), range))
  const { systemType, caCertificate } = readSettings(gateway)
  add('options.system_type', problemOfText('System type', systemType))
  if (systemType.length > SYSTEM_TYPE_MAX)
    add(
      'options.system_type',
      `The System type has at most ${SYSTEM_TYPE_MAX} characters: leave it empty if you were given none.`,
    )
  add('options.ca_certificate', problemOfCertificate(caCertificate))
  return found
}

function problemOfSender(from: string): string | undefined {
  if (from === '' || senderKind(from)) return undefined
  if (/^\+?[\d\s().-]+$/.test(from))
    return 'Write the number with a plus, the country code and digits only, as in +15551234567; a short code has 3 to 8 digits.'
  return 'A name has at most 11 characters: plain letters, digits and signs, and at least one letter.'
}

function problemOfText(label: string, text: string): string | undefined {
  return /[^\x20-\x7e]/.test(text) || text.trim() !== text
    ? `The ${label} has spaces around it, a line break or a letter in it that SMPP cannot carry: copy it again.`
    : undefined
}

function problemOfAddress(baseUrl: string): string | undefined {
  if (baseUrl === '') return undefined
  const url = URL.parse(baseUrl)
  if ((url?.protocol !== 'smpp:' && url?.protocol !== 'smpps:') || url.hostname === '')
    return 'Write the address as smpp://smsc.example.com:2775, or with TLS as smpps://smsc.example.com:3550.'
  if (url.username || url.password || url.search || url.hash || !['', '/'].includes(url.pathname))
    return 'Only host and port go here: the System ID and Password have fields of their own.'
  return undefined
}

function problemOfNumber(value: number | undefined, [from, to]: [number, number]): string | undefined {
  return value === undefined || (Number.isInteger(value) && value >= from && value <= to)
    ? undefined
    : `Put in a whole number from ${from} to ${to}.`
}

function problemOfCertificate(pem: string): string | undefined {
  if (pem === '') return undefined
  if (/PRIVATE KEY/.test(pem)) return 'This is a private key: put in the certificate, and keep the key where it belongs.'
  try {
    new X509Certificate(pem)
    return undefined
  } catch {
    return 'This is no certificate: it begins with -----BEGIN CERTIFICATE-----.'
  }
}

function warnings(gateway: OpenGateway): string[] {
  const found: string[] = []
  const settings = readSettings(gateway)
  if (!settings.isTls && !isLocalHost(settings.host))
    found.push(
      'The connection is not encrypted: password and codes can be read on the way. Use smpps:// or a VPN if the operator has one.',
    )
  if (!settings.isTls && settings.caCertificate !== '')
    found.push('The CA certificate is not used: the address begins with smpp://, and only smpps:// is encrypted.')
  if (settings.systemId.length > SYSTEM_ID_MAX || settings.password.length > PASSWORD_MAX)
    found.push(
      `SMPP 3.4 has room for ${SYSTEM_ID_MAX} characters of System ID and ${PASSWORD_MAX} of Password: not every SMSC takes more.`,
    )
  if (!settings.wantsReceipts)
    found.push('No receipts are asked for: texts stay at accepted, and nobody learns which ones arrived.')
  if (senderKind(gateway.from) === 'name')
    found.push('Guests cannot reply STOP to a name, and some countries refuse names or want them registered first.')
  return found
}
