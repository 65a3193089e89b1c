/** An amount of money in the words of a language, with as many digits as it has: a message costs less than a cent. */
export function describeMoney(amount: string, currency: string, locale: string): string {
  const style = { style: 'currency', currency, maximumFractionDigits: 6 } as const
  return new Intl.NumberFormat(locale, style).format(Number(amount))
}
