/** Everything that the checklist may name, in its order. */
export const CHECKLIST_KEYS = [
  'administrator',
  'second_factor',
  'operator',
  'portal',
  'public_url_is_localhost',
  'public_url_https',
  'sms_gateway',
  'sms_gateway_tested',
  'test_credentials',
  'trial_account',
  'mail_server',
  'mail_server_tested',
  'plan_not_offered',
  'plan_cannot_be_validated',
  'portal_cannot_reset',
  'spend_cap',
] as const

export type ChecklistKey = (typeof CHECKLIST_KEYS)[number]
