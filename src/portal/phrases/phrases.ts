import type { Locale } from '../../messages/compose.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'

type Widen<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parts: infer Parts) => string
      ? (...parts: Parts) => string
      : Widen<T[K]>
}

/** Everything that the portal says, in one language. Each language has every phrase of the English. */
export type Phrases = Widen<typeof en>

const PHRASES: Record<Locale, Phrases> = { en, es, fr, de }

export function phrasesOf(locale: Locale): Phrases {
  return PHRASES[locale]
}
