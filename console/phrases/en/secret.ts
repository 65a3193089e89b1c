/** Secrets, texts to copy: what several forms share. */
export const secret = {
  set: 'Set. It is never shown again.',
  replace: 'Replace',
  remove: 'Remove',
  keep: 'Keep the one that is set',
  to_be_removed: 'It is removed when you save.',
}

export const copy = {
  button: 'Copy: %{label}',
  done: 'Copied',
  failed: 'The browser does not let this page copy. Select the text and copy it yourself.',
}
