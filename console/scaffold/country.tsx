import { useMemo } from 'react'
import {
  AutocompleteArrayInput,
  type AutocompleteArrayInputProps,
  AutocompleteInput,
  type AutocompleteInputProps,
  useFieldValue,
  useLocale,
  useTranslate,
} from 'react-admin'
import { countryName, listCountries } from '../countries.ts'

const EVERY_COUNTRY = '*'

/** Picks one country by its name. */
export function CountryInput(props: AutocompleteInputProps) {
  const locale = useLocale()
  const choices = useMemo(() => listCountries(locale), [locale])
  // No country is an empty text: the API's texts are never null.
  return <AutocompleteInput parse={(code: string | null) => code ?? ''} {...props} choices={choices} optionText="name" />
}

/** Picks countries by their names; with `withEvery` also all of them at once. */
export function CountriesInput({ withEvery = false, ...props }: AutocompleteArrayInputProps & { withEvery?: boolean }) {
  const locale = useLocale()
  const translate = useTranslate()
  const choices = useMemo(
    () => [
      ...(withEvery ? [{ id: EVERY_COUNTRY, name: translate('gatehouse.scaffold.every_country') }] : []),
      ...listCountries(locale),
    ],
    [locale, translate, withEvery],
  )
  return <AutocompleteArrayInput {...props} choices={choices} optionText="name" />
}

/** Shows a country, or several, by name. */
export function CountryField({ source }: { source: string; label?: string }) {
  const locale = useLocale()
  const translate = useTranslate()
  const value = useFieldValue<Record<string, unknown>>({ source }) as string | string[] | null | undefined
  const codes = [value ?? []].flat()
  return (
    <span>
      {codes
        .map(code => (code === EVERY_COUNTRY ? translate('gatehouse.scaffold.every_country') : countryName(code, locale)))
        .join(', ') || '–'}
    </span>
  )
}
