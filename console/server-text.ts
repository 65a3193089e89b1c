import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'react-admin'
import { type Catalogue, type ServerText, serverTextOf } from './server-catalogue.ts'

const LOADERS: Record<string, () => Promise<Catalogue>> = {
  es: async () => (await import('./phrases/es/server/providers.ts')).providers,
  fr: async () => (await import('./phrases/fr/server/providers.ts')).providers,
  de: async () => (await import('./phrases/de/server/providers.ts')).providers,
}

const inEnglish: ServerText = text => text

/** Says what the server says in the operator’s language, and in English until its words are there. */
export function useServerText(): ServerText {
  const locale = useLocale()
  const { data = inEnglish } = useQuery({
    queryKey: ['server_text', locale],
    queryFn: async () => serverTextOf((await LOADERS[locale]?.()) ?? {}),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}
