import { html } from 'hono/html'
import type { SplashPortal } from '../catalogue.ts'
import type { Locale } from '../messages/compose.ts'

type Name = 'welcome_title' | 'welcome_text' | 'sign_up_note' | 'help_text'

/** A text of the operator's in the language of the page; empty: there is none, since guests are told nothing in another. */
export function ownText({ portal_texts: texts }: Pick<SplashPortal, 'portal_texts'>, locale: Locale, name: Name): string {
  return texts[locale]?.[name]?.trim() ?? ''
}

/** The same as a paragraph, which keeps its line breaks; undefined: there is none. */
export function ownParagraph(portal: SplashPortal, locale: Locale, name: Name) {
  const text = ownText(portal, locale, name)
  return text === '' ? undefined : html`<p class="terms">${text}</p>`
}
