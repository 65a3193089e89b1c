import { useLocale } from 'ra-core'
import { useEffect, useState } from 'react'
import type { Locale } from './i18n.ts'
import { type Catalogue, type ServerText, serverTextOf } from './server-catalogue.ts'

// What the server says is English. Another language’s words for it come when they are first needed.
const LOADERS: Partial<Record<Locale, () => Promise<Catalogue>>> = {
  es: async () => (await import('./phrases/es/server.ts')).server,
  fr: async () => (await import('./phrases/fr/server.ts')).server,
  de: async () => (await import('./phrases/de/server.ts')).server,
}

export const inEnglish: ServerText = text => text
const loaded = new Map<string, ServerText>()

/** What says the server’s texts in a language, the console’s unless said. Without its words they stay English. */
export async function loadServerText(locale: string = document.documentElement.lang): Promise<ServerText> {
  const load = LOADERS[locale as Locale]
  if (!load) return inEnglish
  try {
    const serverText = loaded.get(locale) ?? serverTextOf(await load())
    loaded.set(locale, serverText)
    return serverText
  } catch {
    // An operator is better served by English than by nothing.
    return inEnglish
  }
}

/** Says what the server says in the operator’s language, and in English until its words are there. */
export function useServerText(): ServerText {
  const locale = useLocale()
  const [serverText, setServerText] = useState<ServerText>(() => loaded.get(locale) ?? inEnglish)
  useEffect(() => {
    let isCurrent = true
    void loadServerText(locale).then(found => {
      if (isCurrent) setServerText(() => found)
    })
    return () => {
      isCurrent = false
    }
  }, [locale])
  return serverText
}
