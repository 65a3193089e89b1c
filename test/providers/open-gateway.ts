import type { OpenGateway } from '../../src/sms/provider.ts'

/** A gateway as the sender sees it: a record with nothing in it but what is given. */
export function openGateway(fields: Partial<OpenGateway> & { provider: string }): OpenGateway {
  return {
    id: '0198a5c2-7d10-7000-8000-000000000001',
    name: fields.provider,
    from: '+15555550100',
    account_sid: '',
    auth_token: '',
    callback_secret: '',
    base_url: '',
    options: {},
    note: '',
    enabled: true,
    countries: [],
    senders: {},
    weight: 0,
    sends_per_second: null,
    concurrency_max: 64,
    currency: 'USD',
    daily_spend_max_micros: null,
    monthly_spend_max_micros: null,
    created_at: new Date('2026-11-22T00:00:00Z'),
    updated_at: new Date('2026-11-22T00:00:00Z'),
    ...fields,
  }
}
