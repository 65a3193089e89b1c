import type { OpenGateway, OptionField } from '../provider.ts'
import type { Alphabet } from './alphabet.ts'

export type Concatenation = 'udh' | 'sar' | 'payload'
/** How message ids are written in answers and in receipts. */
export type IdForm = 'same' | 'decimal_receipts' | 'hex_receipts'
export type ValidityForm = 'relative' | 'absolute' | 'none'

export const SMPP_OPTIONS: OptionField[] = [
  option('system_type', 'text', 'System type', 'Only if the operator of the SMSC gave you one, as in VMA or SMPP.'),
  {
    ...option(
      'window',
      'number',
      'Window',
      'How many texts may wait for the SMSC’s answer at once. Ask its operator how many are allowed.',
    ),
    default: 10,
  },
  {
    ...option(
      'enquire_link_s',
      'number',
      'Enquire link (s)',
      'After so many seconds of silence the connection is tested; less than the SMSC’s own limit.',
    ),
    default: 30,
  },
  {
    ...option(
      'gsm7',
      'choice',
      'Plain texts as',
      'How a text without emoji or foreign scripts is written. If @, ä or [ arrive wrong, choose another.',
    ),
    default: 'gsm',
    choices: [
      { value: 'gsm', label: 'GSM alphabet, data coding 0' },
      { value: 'latin1', label: 'Latin-1, data coding 3' },
      { value: 'latin1_default', label: 'Latin-1, data coding 0' },
    ],
  },
  {
    ...option(
      'concatenation',
      'choice',
      'Long texts as',
      'How a text of more than one segment is handed over. If it arrives in pieces or is refused, choose another.',
    ),
    default: 'udh',
    choices: [
      { value: 'udh', label: 'Parts with a user data header' },
      { value: 'sar', label: 'Parts with the sar_ parameters' },
      { value: 'payload', label: 'Whole, as message_payload' },
    ],
  },
  {
    ...option('registered_delivery', 'boolean', 'Ask for receipts', 'Off: every text stays at accepted.'),
    default: true,
  },
  {
    ...option(
      'message_id_base',
      'choice',
      'Message ids',
      'If no receipt ever finds its text, the SMSC writes its ids in two ways: choose the one it has.',
    ),
    default: 'same',
    choices: [
      { value: 'same', label: 'The same in answers and receipts' },
      { value: 'decimal_receipts', label: 'Hexadecimal in answers, decimal in receipts' },
      { value: 'hex_receipts', label: 'Decimal in answers, hexadecimal in receipts' },
    ],
  },
  {
    ...option(
      'validity',
      'choice',
      'Validity period',
      'How the SMSC is told when a code is dead. If it refuses with ESME_RINVEXPIRY, choose another.',
    ),
    default: 'relative',
    choices: [
      { value: 'relative', label: 'As a length of time' },
      { value: 'absolute', label: 'As a date and time' },
      { value: 'none', label: 'Not at all' },
    ],
  },
  option(
    'source_ton',
    'number',
    'Sender TON',
    'Type of number, 0 to 6. Empty: 1 for a number, 3 for a short code, 5 for a name.',
  ),
  option('source_npi', 'number', 'Sender NPI', 'Numbering plan, 0 to 18. Empty: 1 for a number, else 0.'),
  option('destination_ton', 'number', 'Recipient TON', 'Type of number, 0 to 6. Empty: 1.'),
  option('destination_npi', 'number', 'Recipient NPI', 'Numbering plan, 0 to 18. Empty: 1.'),
  option(
    'ca_certificate',
    'long_text',
    'CA certificate',
    'For smpps:// to an SMSC whose certificate no public authority signed: the PEM that signed it.',
  ),
]

function option(name: string, type: OptionField['type'], label: string, help: string): OptionField {
  return { name, type, label, help, required: false }
}

/** What a gateway's fields mean to a connection. */
export interface SmppSettings {
  host: string
  port: number
  isTls: boolean
  /** PEM; empty: the authorities that Node trusts. */
  caCertificate: string
  systemId: string
  password: string
  systemType: string
  window: number
  enquireLinkMs: number
  alphabet: Alphabet
  concatenation: Concatenation
  wantsReceipts: boolean
  idForm: IdForm
  validity: ValidityForm
  /** Undefined: it follows from the sender. */
  sourceTon: number | undefined
  sourceNpi: number | undefined
  destinationTon: number
  destinationNpi: number
}

const PORT = 2775
const TLS_PORT = 3550

/** Reads a gateway that has no problems. */
export function readSettings(gateway: OpenGateway): SmppSettings {
  const url = URL.parse(gateway.base_url)
  const isTls = url?.protocol === 'smpps:'
  return {
    host: (url?.hostname ?? '').replace(/^\[|\]$/g, ''),
    port: Number(url?.port) || (isTls ? TLS_PORT : PORT),
    isTls,
    caCertificate: textOf(gateway, 'ca_certificate'),
    systemId: gateway.account_sid,
    password: gateway.auth_token,
    systemType: textOf(gateway, 'system_type'),
    window: numberOf(gateway, 'window') ?? 1,
    enquireLinkMs: (numberOf(gateway, 'enquire_link_s') ?? 1) * 1000,
    alphabet: textOf(gateway, 'gsm7') as Alphabet,
    concatenation: textOf(gateway, 'concatenation') as Concatenation,
    wantsReceipts: optionOf(gateway, 'registered_delivery') !== false,
    idForm: textOf(gateway, 'message_id_base') as IdForm,
    validity: textOf(gateway, 'validity') as ValidityForm,
    sourceTon: numberOf(gateway, 'source_ton'),
    sourceNpi: numberOf(gateway, 'source_npi'),
    destinationTon: numberOf(gateway, 'destination_ton') ?? 1,
    destinationNpi: numberOf(gateway, 'destination_npi') ?? 1,
  }
}

function optionOf(gateway: OpenGateway, name: string): unknown {
  const value = gateway.options[name]
  return value === undefined || value === '' ? SMPP_OPTIONS.find(option => option.name === name)?.default : value
}

function textOf(gateway: OpenGateway, name: string): string {
  return String(optionOf(gateway, name) ?? '')
}

/** An option that is a number; undefined where there is neither a value nor a default. */
export function numberOf(gateway: OpenGateway, name: string): number | undefined {
  const value = optionOf(gateway, name)
  return typeof value === 'number' ? value : undefined
}
