import type { SmsProvider } from '../provider.ts'
import { simulator } from './simulator.ts'
import { twilio } from './twilio.ts'

/** Every provider a gateway can have, by the id that its record carries. A new one is its file and a line here. */
export const PROVIDERS: ReadonlyMap<string, SmsProvider> = new Map([twilio, simulator].map(provider => [provider.id, provider]))
