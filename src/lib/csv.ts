type Value = string | number | null

/** Writes rows as RFC 4180 has it: CRLF after each, quotes where they are needed, nothing for null. */
export function writeCsv(rows: Value[][]): string {
  return rows.map(row => `${row.map(writeValue).join(',')}\r\n`).join('')
}

function writeValue(value: Value): string {
  const text = value === null ? '' : String(value)
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
