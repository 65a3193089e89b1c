import type { OpenGateway } from '../../src/sms/provider.ts'

/** A gateway that Twilio would take, with the credentials of the fake, changed as the test wants. */
export function twilioGateway(changes: Partial<OpenGateway>): OpenGateway {
  return {
    id: '0198a5c2-7d10-7000-8000-000000000001',
    name: 'Twilio',
    provider: 'twilio',
    from: '+15005550006',
    account_sid: 'AC00000000000000000000000000000001',
    auth_token: '0123456789abcdef0123456789abcdef',
    base_url: '',
    options: {},
    note: '',
    enabled: true,
    created_at: new Date(0),
    updated_at: new Date(0),
    ...changes,
  }
}
