import { countryName } from '../../countries.ts'

/** The country of the price that counts for all countries without one. */
export const EVERYWHERE = '*'

export function nameOfCountry(country: string, locale: string, translate: (key: string) => string): string {
  return country === EVERYWHERE ? translate('resources.sms_prices.other_countries') : countryName(country, locale)
}
