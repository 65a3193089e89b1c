type Texts = Record<string, Record<string, string | null> | null>

/** A text that was emptied is not there any more: the built-in one counts again. */
export function withoutEmptyTexts(portal: Record<string, unknown>): Record<string, unknown> {
  return {
    ...portal,
    ...(isTexts(portal.portal_texts) && { portal_texts: prune(portal.portal_texts) }),
    ...(isTexts(portal.message_templates) && { message_templates: prune(portal.message_templates) }),
  }
}

function isTexts(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null
}

function prune(texts: Texts): Record<string, Record<string, string>> {
  const kept = Object.entries(texts).map(([locale, named]) => [
    locale,
    Object.fromEntries(Object.entries(named ?? {}).filter(([, text]) => text)),
  ])
  return Object.fromEntries(kept.filter(([, named]) => Object.keys(named ?? {}).length > 0))
}
