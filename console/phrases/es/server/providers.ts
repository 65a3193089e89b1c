import type { Catalogue } from '../../../server-catalogue.ts'
import { advice } from './providers/advice.ts'
import { africastalking } from './providers/africastalking.ts'
import { aws } from './providers/aws.ts'
import { bird } from './providers/bird.ts'
import { clicksend } from './providers/clicksend.ts'
import { elks46 } from './providers/elks46.ts'
import { gatewayapi } from './providers/gatewayapi.ts'
import { generic } from './providers/generic.ts'
import { infobip } from './providers/infobip.ts'
import { kannel } from './providers/kannel.ts'
import { plivo } from './providers/plivo.ts'
import { sending } from './providers/sending.ts'
import { simulator } from './providers/simulator.ts'
import { sinch } from './providers/sinch.ts'
import { smpp } from './providers/smpp.ts'
import { telnyx } from './providers/telnyx.ts'
import { twilio } from './providers/twilio.ts'
import { vonage } from './providers/vonage.ts'

/** What the server says in English of SMS providers and of sending through them, in Spanish. */
export const providers: Catalogue = {
  ...sending,
  ...advice,
  ...africastalking,
  ...aws,
  ...bird,
  ...clicksend,
  ...elks46,
  ...gatewayapi,
  ...generic,
  ...infobip,
  ...kannel,
  ...plivo,
  ...simulator,
  ...sinch,
  ...smpp,
  ...telnyx,
  ...twilio,
  ...vonage,
}
