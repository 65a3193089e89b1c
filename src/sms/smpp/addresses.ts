import type { OpenGateway } from '../provider.ts'
import type { Address } from './pdu.ts'
import type { SmppSettings } from './settings.ts'

const E164 = /^\+[1-9]\d{6,14}$/
const SHORT_CODE = /^\d{3,8}$/

export type SenderKind = 'number' | 'short_code' | 'name'

/** What kind of sender this is; undefined: none that a phone could show. */
export function senderKind(from: string): SenderKind | undefined {
  if (E164.test(from)) return 'number'
  if (SHORT_CODE.test(from)) return 'short_code'
  return /^(?=.*[A-Za-z])(?! )[\x20-\x7e]{1,11}(?<! )$/.test(from) ? 'name' : undefined
}

const TON_OF = { number: 1, short_code: 3, name: 5 }

/** The sender as an SMSC wants it: numbers without the plus, TON and NPI by its kind unless the gateway sets them. */
export function sourceAddress(from: string, settings: Pick<SmppSettings, 'sourceTon' | 'sourceNpi'>): Address {
  const kind = senderKind(from) ?? 'name'
  return {
    ton: settings.sourceTon ?? TON_OF[kind],
    npi: settings.sourceNpi ?? (kind === 'number' ? 1 : 0),
    address: from.replace(/^\+/, ''),
  }
}

export function destinationAddress(to: string, settings: Pick<SmppSettings, 'destinationTon' | 'destinationNpi'>): Address {
  return { ton: settings.destinationTon, npi: settings.destinationNpi, address: to.replace(/^\+/, '') }
}

/** The phone that a text came from, as E.164; undefined for a name, a short code or a national number. */
export function phoneOf({ ton, address }: Address): string | undefined {
  // Many SMSCs write international numbers under TON 0, "unknown".
  if (ton > 1) return undefined
  const number = `+${address.replace(/^(\+|00)/, '')}`
  return E164.test(number) ? number : undefined
}

/** Which of the gateway's senders a text came to, written as the gateway writes it. */
export function senderOf({ ton, address }: Address, gateway: Pick<OpenGateway, 'from' | 'senders'>): string {
  const digits = address.replace(/^(\+|00)/, '')
  const own = [gateway.from, ...Object.values(gateway.senders)].find(sender => sender.replace(/^\+/, '') === digits)
  return own ?? (ton === 1 || (ton === 0 && /^[1-9]\d{8,14}$/.test(digits)) ? `+${digits}` : digits)
}
