import type { I18nProvider, TranslationMessages } from 'ra-core'
import polyglotI18nProvider from 'ra-i18n-polyglot'

export type Locale = 'en' | 'es' | 'fr' | 'de'

export const LOCALES: { locale: Locale; name: string }[] = [
  { locale: 'en', name: 'English' },
  { locale: 'es', name: 'Español' },
  { locale: 'fr', name: 'Français' },
  { locale: 'de', name: 'Deutsch' },
]

// A language comes when it is asked for: nobody waits for one that they do not read.
const LOADERS: Record<Locale, () => Promise<TranslationMessages>> = {
  en: async () => (await import('./phrases/en.ts')).en,
  es: async () => (await import('./phrases/es.ts')).es,
  fr: async () => (await import('./phrases/fr.ts')).fr,
  de: async () => (await import('./phrases/de.ts')).de,
}

/** A language in its own words; the code itself where it is none of ours. */
export function languageName(code: string): string {
  return LOCALES.find(({ locale }) => locale === code)?.name ?? code
}

export function isLocale(text: string): text is Locale {
  return text in LOADERS
}

/** The language that the browser wants most of those that the console speaks. */
export function spokenLocale(): Locale | undefined {
  return navigator.languages.map(tag => tag.slice(0, 2).toLowerCase()).find(isLocale)
}

/** Makes the translations, with `start` as the first language. */
export async function openPhrases(start: Locale): Promise<I18nProvider> {
  const first = await LOADERS[start]()
  document.documentElement.lang = start
  return polyglotI18nProvider(
    locale => {
      document.documentElement.lang = locale
      if (locale === start) return first
      return LOADERS[isLocale(locale) ? locale : 'en']()
    },
    start,
    LOCALES,
    { allowMissing: false },
  )
}
