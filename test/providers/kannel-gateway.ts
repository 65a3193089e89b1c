import type { OpenGateway } from '../../src/sms/provider.ts'
import { openGateway } from './open-gateway.ts'

/** A gateway to a Kannel that takes these credentials (kannel-server.ts), changed as the test wants. */
export function kannelGateway(changes: Partial<OpenGateway>): OpenGateway {
  return openGateway({
    provider: 'kannel',
    from: 'Lobby',
    account_sid: 'gatehouse',
    auth_token: 'a-password-of-kannel',
    base_url: 'http://127.0.0.1:13013',
    ...changes,
  })
}
