import type { OpenGateway } from '../../src/sms/provider.ts'
import { openGateway } from './open-gateway.ts'

/** A gateway that Twilio would take, with the credentials of the fake, changed as the test wants. */
export function twilioGateway(changes: Partial<OpenGateway>): OpenGateway {
  return openGateway({
    provider: 'twilio',
    from: '+15005550006',
    account_sid: 'AC00000000000000000000000000000001',
    auth_token: '0123456789abcdef0123456789abcdef',
    ...changes,
  })
}
