import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'react-admin'
import { type ServerText, serverTextOf } from './server-catalogue.ts'

const LOADERS: Record<string, () => Promise<Record<string, string>>> = {
  es: async () => (await import('./phrases/es/server/providers.ts')).providers,
  fr: async () => (await import('./phrases/fr/server/providers.ts')).providers,
  de: async () => (await import('./phrases/de/server/providers.ts')).providers,
}

const inEnglish: ServerText = text => text

/** Gives what the server says in English in the operator's language; as it is while its catalogue is on the way. */
export function useServerText(): ServerText {
  const load = LOADERS[useLocale()]
  const { data = inEnglish } = useQuery({
    queryKey: ['server_text', useLocale()],
    queryFn: async () => serverTextOf((await load?.()) ?? {}),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
  return data
}
