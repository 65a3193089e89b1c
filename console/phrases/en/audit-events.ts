export const auditEvents = {
  name: 'Audit Event |||| Audit',
  fields: {
    number: 'Number',
    at: 'Time',
    actor: 'Who',
    action: 'Did',
    resource: 'What',
    record_id: 'Which record',
    changes: 'Changes',
    hash: 'Hash',
    previous_hash: 'Hash of the one before',
  },
  actions: {
    create: 'created',
    update: 'changed',
    delete: 'deleted',
    resend: 'sent again',
    cancel: 'cancelled',
    test: 'tested',
    export: 'exported',
    import: 'imported',
    erase: 'erased',
    sign_in: 'signed in',
    sign_out: 'signed out',
  },
  empty: 'Nothing has been changed yet.',
  from: 'Before',
  to: 'After',
  field: 'Field',
  secret_changed: 'Changed. What it is is never shown.',
  no_changes: 'Nothing else is recorded.',
  chain:
    'Each event holds the hash of the one before it. On the server, gatehouse doctor --audit finds any that was changed or taken out since.',
}

/** What the kinds of records are called that have no list of their own in the console. */
export const otherResources = {
  limits: 'Limits',
  settings: 'Settings',
  persons: 'Personal data',
}
