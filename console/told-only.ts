const TOLD_ONLY = new RegExp(
  `^(${[
    ...['id', 'created_at', 'updated_at', 'warnings', '.*_set', '.*_validated_at', 'last_.*_at', 'key', 'key_prefix'],
    ...['health.*', 'mx_.*', 'spend', 'spent_.*', 'callback_url', 'bounce_hook_url'],
    ...['offered', 'signals', 'totp_enabled', 'passkeys', 'fact_key', 'overridden', 'redemption'],
    ...['reason', 'detail', 'message_id', 'captcha_worked_at', 'public_url_in_use', 'public_url_from', 'restart_needed'],
  ].join('|')})$`,
)

/** What the API tells of a record and does not take: a form holds it all the same, and a clone of a record. */
export function isToldOnly(field: string): boolean {
  return TOLD_ONLY.test(field)
}
