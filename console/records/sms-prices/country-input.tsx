import { useMemo } from 'react'
import { AutocompleteInput, required, useLocale, useTranslate } from 'react-admin'
import { listCountries } from '../../countries.ts'
import { EVERYWHERE } from './country.ts'

/** Picks the country of a price, or every other country. */
export function PriceCountryInput() {
  const translate = useTranslate()
  const locale = useLocale()
  const choices = useMemo(
    () => [{ id: EVERYWHERE, name: translate('resources.sms_prices.other_countries') }, ...listCountries(locale)],
    [locale, translate],
  )
  return (
    <AutocompleteInput
      source="country"
      choices={choices}
      translateChoice={false}
      validate={required()}
      helperText={translate('resources.sms_prices.help.country')}
    />
  )
}
