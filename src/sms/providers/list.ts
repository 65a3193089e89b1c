import type { SmsProvider } from '../provider.ts'
import { africastalking } from './africastalking.ts'
import { aws } from './aws.ts'
import { bird } from './bird.ts'
import { clicksend } from './clicksend.ts'
import { elks46 } from './elks46.ts'
import { gatewayapi } from './gatewayapi.ts'
import { generic } from './generic.ts'
import { infobip } from './infobip.ts'
import { kannel } from './kannel.ts'
import { plivo } from './plivo.ts'
import { simulator } from './simulator.ts'
import { sinch } from './sinch.ts'
import { smpp } from './smpp.ts'
import { telnyx } from './telnyx.ts'
import { twilio } from './twilio.ts'
import { vonage } from './vonage.ts'

const all: SmsProvider[] = [
  twilio,
  vonage,
  telnyx,
  plivo,
  sinch,
  bird,
  infobip,
  aws,
  clicksend,
  elks46,
  gatewayapi,
  africastalking,
  kannel,
  generic,
  smpp,
  simulator,
]

/** Every provider a gateway can have, by the id that its record carries. A new one is its file and a line here. */
export const PROVIDERS: ReadonlyMap<string, SmsProvider> = new Map(all.map(provider => [provider.id, provider]))
