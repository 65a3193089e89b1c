import type { SmsProvider } from '../provider.ts'
import { aws } from './aws.ts'
import { bird } from './bird.ts'
import { clicksend } from './clicksend.ts'
import { infobip } from './infobip.ts'
import { plivo } from './plivo.ts'
import { simulator } from './simulator.ts'
import { sinch } from './sinch.ts'
import { telnyx } from './telnyx.ts'
import { twilio } from './twilio.ts'
import { vonage } from './vonage.ts'

/** Every provider a gateway can have, by the id that its record carries. A new one is its file and a line here. */
export const PROVIDERS: ReadonlyMap<string, SmsProvider> = new Map<string, SmsProvider>(
  [twilio, vonage, telnyx, plivo, sinch, bird, infobip, aws, clicksend, simulator].map(provider => [provider.id, provider]),
)
