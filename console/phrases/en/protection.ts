export const validations = {
  name: 'Validation |||| Validations',
  fields: {
    id: 'Id',
    purpose: 'Purpose',
    channel: 'Channel',
    status: 'State',
    contact: 'Contact',
    account_id: 'Account',
    splash_portal_id: 'Splash portal',
    usage_plan_id: 'Usage plan',
    carrier_id: 'Carrier',
    checks: 'Codes tried',
    checks_max: 'Tries allowed',
    sends: 'Sent',
    last_sent_at: 'Last sent',
    locale: 'Language',
    created_at: 'Asked for',
    expires_at: 'Runs out',
    approved_at: 'Proven',
  },
  purposes: { sign_up: 'Sign-up', password_reset: 'Password reset', free_sms: 'Free SMS', api: 'By a program' },
  statuses: {
    pending: 'Waiting for the code',
    approved: 'Proven',
    expired: 'Run out',
    exhausted: 'Too many wrong codes',
    cancelled: 'Cancelled',
  },
  empty: 'No codes have been asked for yet.',
  resend: 'Send the code again',
  resend_question: 'Send this code once more?',
  resent: 'The code is on its way again.',
  cancel: 'Cancel the code',
  cancel_question: 'The code will not work any more. Cancel it?',
  cancelled: 'Cancelled. The code does not work any more.',
}

export const suppressions = {
  name: 'Suppression |||| Suppressions',
  fields: {
    channel: 'Channel',
    contact: 'Contact',
    sms_gateway_id: 'Only through this gateway',
    sender: 'Only from this sender',
    reason: 'Reason',
    detail: 'What happened',
    message_id: 'Message',
    note: 'Note',
    created_at: 'Since',
    updated_at: 'Changed',
  },
  help: {
    contact: 'A number with its country code such as +14155550123, or an email address. It is masked afterwards.',
    sms_gateway_id: 'Empty: whatever sends.',
    sender: 'Empty: from any sender.',
    note: 'A comment for operators, without effect.',
  },
  reasons: {
    opted_out: 'Answered STOP',
    hard_bounce: 'The mailbox does not exist',
    complaint: 'Marked as spam',
    manual: 'Entered by hand',
  },
  empty: 'Nobody is kept from being sent to. Who answers STOP or whose address does not exist shows here.',
  lift: 'Deleting a record lifts it: the next message goes out again.',
}

export const blocks = {
  name: 'Block |||| Blocks',
  fields: {
    kind: 'What is blocked',
    value: 'Which',
    state: 'State',
    blocked_at: 'Since',
    blocked_until: 'Until',
    active: 'In force',
    strikes: 'Times in a row',
    proofs: 'Codes entered',
  },
  states: { active: 'In force', shadow: 'Only watched', ended: 'Ended' },
  entered: '%{proofs} of %{sends}',
  kinds: { prefix: 'Numbers that begin with', country: 'Country', gateway: 'SMS gateway' },
  empty:
    'Nothing is blocked. When many codes go to one prefix, country or gateway and hardly any is entered, the pumping breaker stops it here.',
  about:
    'Many codes went there and hardly any was entered: that is how fraudsters earn with text messages that you pay for. A block ends by itself.',
  lift: 'Lift',
  lift_question: 'Lift this block? Codes go there again at once, and what led to it is forgotten.',
  lifted: 'Lifted.',
}

export const channels = { sms: 'SMS', email: 'Email', email_to_sms: 'SMS by the carrier’s email gateway' }
