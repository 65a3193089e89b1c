import { readCsvRows } from '../src/lib/csv.ts'
import { type ApiAnswer, TEST_API_KEY, type TestApp } from './harness.ts'

export interface CsvFile {
  status: number
  headers: Headers
  text: string
}

/** Exports what the path says, such as `/accounts/export?status=active`. */
export async function exportCsv(app: TestApp, path: string, key = TEST_API_KEY): Promise<CsvFile> {
  const response = await app.request(`/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** Sends a file to an import, such as `/accounts/import?mode=upsert`. */
export async function importCsv(
  app: TestApp,
  path: string,
  text: string | Uint8Array<ArrayBuffer>,
  key = TEST_API_KEY,
): Promise<ApiAnswer> {
  const response = await app.request(`/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'text/csv' },
    body: text,
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** The records of a file by the names of its columns. */
export async function recordsOf(text: string): Promise<Record<string, string>[]> {
  const { rows } = await readCsvRows(text.replace(/^\uFEFF/, ''), 1_000_000)
  const [header, ...rest] = rows
  return rest.map(({ values }) => Object.fromEntries((header?.values ?? []).map((name, i) => [name, values[i] ?? ''])))
}
