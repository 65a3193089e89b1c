import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { providers as de } from '../console/phrases/de/server/providers.ts'
import { providers as es } from '../console/phrases/es/server/providers.ts'
import { providers as fr } from '../console/phrases/fr/server/providers.ts'
import { serverTextOf } from '../console/server-catalogue.ts'
import { PROVIDERS } from '../src/sms/providers/list.ts'
import { formTexts, sentences } from './provider-texts.ts'

const SAID = new Map([...sentences(), ...formTexts()])
/** Most are names, which stay. */
const LABELS = new Set([...PROVIDERS.values()].map(({ label }) => label))
/** What the provider’s own pages call it in every language, values that are sent as they are, and words that languages share. */
const SAME = new Set([
  'API Key SID',
  'Access Key ID',
  'Account SID',
  'Auth ID',
  'Auth Token',
  'Australia',
  'Canada',
  'Enquire link (s)',
  'Latin-1, data coding 0',
  'Latin-1, data coding 3',
  'Public key',
  'Region',
  'Secret Access Key',
  'Second Auth Token',
  'Signature secret',
  'System ID',
  'System type',
  'premium',
  'secret',
  'standard',
])

function placeholders(text: string): string {
  return (text.match(/\{\w+\}/g) ?? []).sort().join(' ')
}

test('the sentences found in the sources are those that the tables of errors hold', async () => {
  const hints = new Set<string>()
  for (const file of globSync('../src/sms/**/*-errors.ts', { cwd: import.meta.dirname }))
    for (const table of Object.values<unknown>(await import(join(import.meta.dirname, file))))
      if (table instanceof Map)
        for (const row of table.values()) {
          const hint = row.hint ?? row.error?.hint
          if (hint) hints.add(hint)
        }
  assert.ok(hints.size > 150, `only ${hints.size} hints`)
  assert.deepEqual(
    [...hints].filter(hint => !SAID.has(hint)),
    [],
  )
})

for (const [locale, catalogue] of Object.entries({ es, fr, de })) {
  test(`everything that the server says of providers can be said in ${locale}`, () => {
    assert.deepEqual(
      [...SAID].filter(([text]) => !Object.hasOwn(catalogue, text)),
      [],
    )
  })

  test(`no provider’s text is left in English in ${locale}`, () => {
    assert.deepEqual(
      Object.entries(catalogue).filter(([english, text]) => english === text && !SAME.has(text)),
      [],
    )
  })

  test(`nothing is kept in ${locale} that the server does not say`, () => {
    assert.deepEqual(
      Object.keys(catalogue).filter(text => !SAID.has(text) && !LABELS.has(text)),
      [],
    )
  })

  test(`what varies in a provider’s text is in its translation into ${locale}`, () => {
    assert.deepEqual(
      Object.entries(catalogue).filter(([english, text]) => placeholders(english) !== placeholders(text)),
      [],
    )
  })

  test(`a provider’s text with something in it is said in ${locale} with the same in it`, () => {
    const serverText = serverTextOf(catalogue)
    const fill = (text: string) => text.replaceAll(/\{(\d)\}/g, (_, number) => `value-${number}`)
    assert.deepEqual(
      Object.entries(catalogue)
        .map(([english, text]) => [serverText(fill(english)), fill(text)])
        .filter(([said, wanted]) => said !== wanted),
      [],
    )
  })
}

test('a text within another is translated too', () => {
  const serverText = serverTextOf(de)
  assert.equal(
    serverText('Twilio needs it: put in the Base URL. Beside the Auth ID.'),
    'Twilio braucht es: Tragen Sie „Basis-URL“ ein. Neben der Auth ID.',
  )
  assert.equal(
    serverText('Kannel could not be reached, nothing was sent: 10.0.0.5:13013 refuses the connection.'),
    'Kannel war nicht zu erreichen, es wurde nichts gesendet: 10.0.0.5:13013 lehnt die Verbindung ab.',
  )
  assert.equal(
    serverText(
      'The settings or the account are at fault (Bar): AWS refused the request (Odd). Every message through it fails until that is mended: correct the record and send a test message.',
    ),
    'Es liegt an den Einstellungen oder am Konto (Bar): AWS hat die Anfrage abgelehnt (Odd). Bis das behoben ist, scheitert jede Nachricht auf diesem Weg: Berichtigen Sie den Datensatz, und senden Sie eine Testnachricht.',
  )
  assert.equal(serverText('Whatever a provider says by itself'), 'Whatever a provider says by itself')
})
