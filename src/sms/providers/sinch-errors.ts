import type { ProviderError } from '../provider-answer.ts'

const SPAM = 'It was taken for spam: check the sender’s registration, then the wording of the template.'
const CAMPAIGN = 'The sender’s registration for US numbers (10DLC) is not active: have it put in order in the Sinch dashboard.'
const LIMIT = 'The sender has sent all it may for now: lower sends per second, or ask Sinch for more.'
const NUMBER = 'The number does not exist or is no mobile number: the guest has to correct it.'
const ACCOUNT = 'The Sinch account is blocked, perhaps for want of credit: open the Sinch dashboard and see what it asks for.'

/** `code` in the body of a refusal: https://developers.sinch.com/docs/sms/api-reference/status-codes */
export const SINCH_ERRORS: ReadonlyMap<string, ProviderError> = new Map(
  Object.entries<ProviderError>({
    syntax_invalid_json: { class: 'configuration', hint: 'Sinch cannot read the request: check the base URL.' },
    syntax_invalid_parameter_format: {
      class: 'route',
      hint: 'Sinch refuses the form of a value, most often From or the number: check From.',
    },
    syntax_constraint_violation: { class: 'route', hint: 'Sinch refuses a value or misses one: check From.' },
    unknown_campaign: { class: 'configuration', hint: 'From does not belong to a campaign of this Sinch account: check From.' },
    missing_callback_url: {
      class: 'configuration',
      hint: 'Sinch has no address to report to: check the public URL of Gatehouse.',
    },
  }),
)

export const SINCH_CREDENTIALS =
  'Sinch refuses the service plan ID or API token: copy both again from the Sinch dashboard, and choose the plan’s region.'

/**
 * `code` in a receipt, from 400 on Sinch's own and below that the network's:
 * https://developers.sinch.com/docs/sms/api-reference/sms/delivery-reports and https://developers.sinch.com/docs/sms/smpp/10dlc-errors
 */
export const SINCH_RECEIPT_ERRORS: ReadonlyMap<string, ProviderError> = new Map(
  Object.entries<ProviderError>({
    15: { class: 'content', hint: SPAM },
    60: { class: 'configuration', hint: CAMPAIGN },
    62: { class: 'content', hint: SPAM },
    64: { class: 'throttled', hint: LIMIT },
    152: {
      class: 'recipient',
      hint: 'The guest’s plan does not take such messages: the guest asks their network, or uses email.',
    },
    300: { class: 'recipient', hint: NUMBER },
    310: { class: 'configuration', hint: 'From is not a sender that this Sinch service plan may use: check From.' },
    321: { class: 'route', hint: 'The guest’s network refuses the message and does not say why.' },
    349: { class: 'route', hint: 'The guest’s network refuses the message; it may have been taken for spam.' },
    402: { class: 'route', hint: 'Sinch has no route to this number.', isLocal: true },
    403: { class: 'unavailable', hint: 'Sinch had a fault of its own: the guest asks for another code.' },
    404: { class: 'unavailable', hint: 'The message could not be delivered just now: the guest asks for another code.' },
    405: {
      class: 'content',
      hint: 'The text has a placeholder of Sinch’s in it: take the dollar sign before a brace out of the template.',
    },
    406: {
      class: 'unavailable',
      hint: 'The message waited at Sinch longer than it was good for: the guest asks for another code.',
    },
    407: { class: 'configuration', hint: 'The message was cancelled with this account’s credentials: see who else uses them.' },
    408: { class: 'route', hint: 'The message centre refuses the message, and would again.' },
    410: { class: 'configuration', hint: 'Sinch has no sender for this number: put one into From.' },
    411: { class: 'content', hint: 'The text has too many parts: shorten the template.' },
    412: {
      class: 'route',
      hint: 'The Sinch service plan may not send to this country: if you want guests from there, have Sinch enable it.',
      isLocal: true,
    },
    413: { class: 'configuration', hint: ACCOUNT },
  }),
)
