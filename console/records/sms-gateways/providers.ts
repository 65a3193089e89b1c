import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call } from '../../rest.ts'
import type { ServerText } from '../../server-catalogue.ts'
import { useServerText } from '../../server-text.ts'

interface ProviderField {
  label: string
  help: string
  required: boolean
}

export type FieldName = 'from' | 'account_sid' | 'auth_token' | 'base_url' | 'callback_secret'

export interface ProviderOption extends ProviderField {
  name: string
  type: 'text' | 'long_text' | 'number' | 'boolean' | 'choice'
  choices?: { value: string; label: string }[]
  default?: string | number | boolean
}

/** A provider that a gateway can have, with the words of its form. */
export interface Provider {
  id: string
  label: string
  docs: string
  fields: Partial<Record<FieldName, ProviderField>>
  options: ProviderOption[]
  can_check: boolean
  sends_receipts: boolean
}

/** The question for all providers. They change with the version only, so they are asked for once. */
export function useProvidersQuery(): UseQueryResult<Provider[]> {
  const serverText = useServerText()
  return useQuery({
    queryKey: ['sms_providers'],
    queryFn: ({ signal }) => call<{ data: Provider[] }>('/sms_providers', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    select: useCallback(
      (answer: { data: Provider[] }) => answer.data.map(provider => inWordsOf(serverText, provider)),
      [serverText],
    ),
  })
}

/** All providers; undefined until the API has told them. */
export function useProviders(): Provider[] | undefined {
  return useProvidersQuery().data
}

/** A provider with its own words in the operator's language. */
function inWordsOf(serverText: ServerText, provider: Provider): Provider {
  const said = <T extends { label: string; help: string }>(field: T): T => ({
    ...field,
    label: serverText(field.label),
    help: serverText(field.help),
  })
  return {
    ...provider,
    label: serverText(provider.label),
    fields: Object.fromEntries(Object.entries(provider.fields).map(([name, field]) => [name, said(field)])),
    options: provider.options.map(option => ({
      ...said(option),
      ...(option.choices && { choices: option.choices.map(({ value, label }) => ({ value, label: serverText(label) })) }),
    })),
  }
}

export function useProvider(id: unknown): Provider | undefined {
  return useProviders()?.find(provider => provider.id === id)
}

/** How a provider learns where to report: with each message, or from the operator. */
export function receiptsOf({
  id,
  sends_receipts,
}: Provider): 'per_message' | 'by_hand' | 'generic' | 'smpp' | 'simulator' | 'none' {
  if (id === 'generic' || id === 'smpp' || id === 'simulator') return id
  if (!sends_receipts) return 'none'
  return ['africastalking', 'aws', 'clicksend'].includes(id) ? 'by_hand' : 'per_message'
}

/** What a form has needs no word: an option without which nothing is sent, and which has no default. */
export function isNeeded(option: ProviderOption): boolean {
  return option.required && option.default === undefined
}

/** Whether a value says more than leaving the option out does. */
function isSet(option: ProviderOption, value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false
  return option.type !== 'boolean' || value !== (option.default ?? false)
}

/** A gateway as the API takes it: without what the provider does not use. */
export function gatewayFromForm(providers: Provider[] | undefined) {
  return (form: Record<string, unknown>): Record<string, unknown> => {
    const data = { ...form }
    const provider = providers?.find(({ id }) => id === data.provider)
    if (!provider) return data
    for (const name of ['from', 'account_sid', 'base_url'] as const) if (!provider.fields[name] && data[name]) data[name] = ''
    const options = (data.options ?? {}) as Record<string, unknown>
    data.options = Object.fromEntries(
      provider.options.filter(option => isSet(option, options[option.name])).map(({ name }) => [name, options[name]]),
    )
    return data
  }
}
