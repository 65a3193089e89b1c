import type { OpenGateway } from '../../src/sms/provider.ts'
import { openGateway } from './open-gateway.ts'

/** A gateway to a service that takes JSON and answers in JSON, changed as the test wants; options are added to its own. */
export function genericGateway({ options, ...changes }: Partial<OpenGateway> = {}): OpenGateway {
  return openGateway({
    provider: 'generic',
    from: 'Lobby',
    account_sid: 'hotel',
    auth_token: 'k-9f8e7d6c5b4a',
    options: {
      url: 'https://sms.example.com/v1/send',
      headers: 'X-API-Key: {auth_token}',
      body: '{"to": "{to}", "from": "{from}", "text": "{message}", "ttl": {validity}, "callback": "{callback_url}"}',
      success_path: 'result',
      success_values: 'queued, sent',
      id_path: 'message.id',
      error_path: 'error.code',
      error_message_path: 'error.text',
      recipient_errors: 'bad_number, 404',
      content_errors: 'bad_text',
      configuration_errors: 'no_credit',
      throttled_errors: 'slow_down',
      receipt_id: 'id',
      receipt_reference: 'reference',
      receipt_status: 'state',
      receipt_error: 'reason',
      delivered_words: 'DELIVRD',
      failed_words: 'UNDELIV, EXPIRED',
      accepted_words: 'ENROUTE',
      ...options,
    },
    ...changes,
  })
}
