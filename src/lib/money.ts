const DECIMAL = /^(\d{1,6})(?:\.(\d{1,6}))?$/

/** Reads a decimal such as 0.0079 as millionths, exactly; undefined for anything else, a sign or a seventh digit included. */
export function readMicros(text: string): number | undefined {
  const [, whole, fraction = ''] = DECIMAL.exec(text) ?? []
  return whole === undefined ? undefined : Number(whole + fraction.padEnd(6, '0'))
}

/** Writes millionths as a decimal with two to six digits after the point, exactly. */
export function formatMicros(micros: number | bigint): string {
  const digits = String(micros).padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6).replace(/0{1,4}$/, '')}`
}
