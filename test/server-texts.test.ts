import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { server as de } from '../console/phrases/de/server.ts'
import { server as es } from '../console/phrases/es/server.ts'
import { server as fr } from '../console/phrases/fr/server.ts'
import { type Catalogue, serverTextOf } from '../console/server-catalogue.ts'
import { PROVIDERS } from '../src/sms/providers/list.ts'
import { gatherServerTexts } from './server-texts.ts'

const ROOT = join(import.meta.dirname, '..')
const SAID = gatherServerTexts()
/** Most are names, which stay. */
const PROVIDER_LABELS = new Set([...PROVIDERS.values()].map(({ label }) => label))

/** What the provider’s own pages call it in every language, values that are sent as they are, and words that languages share. */
const SAME_ANYWHERE = [
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
]
const LANGUAGES: { locale: string; server: Catalogue; same: string[] }[] = [
  { locale: 'es', server: es, same: [] },
  { locale: 'fr', server: fr, same: ['message', 'session', 'validation'] },
  { locale: 'de', server: de, same: [] },
]

/** An address of the API, which a translation may leave out for the button that calls it, has its `{id}` after a name and a slash. */
function placesOf(text: string): string[] {
  return (text.match(/(?<!\w\/)\{\w+\}/g) ?? []).sort()
}

/** With things that have no name in any language. */
function filled(text: string): string {
  return text.replaceAll(/\{(\d+)\}/g, 'Qx$1')
}

test('the server’s texts are found in its sources: what it says of forms, imports, mail, messages and providers', () => {
  for (const text of [
    'Must be given.',
    'Must have at most {0} characters.',
    'Another SMS gateway has this name.',
    'Line {0} is about the same {1}.',
    'usage plan',
    'The login was refused: {0}',
    'The record is in use',
    'The process that was sending ended before the provider answered.',
    'There is no {0} with this id.',
    'Put https:// before it: https://{0}',
    '{0} ({1} of {2} parts delivered)',
    'it broke ({0})',
    'The service',
  ])
    assert.ok(SAID.has(text), text)
})

test('the texts found in the sources hold every hint of the tables of providers’ errors', async () => {
  const hints: string[] = []
  for (const file of globSync('src/sms/**/*-errors.ts', { cwd: ROOT }))
    for (const table of Object.values<unknown>(await import(join(ROOT, file))))
      if (table instanceof Map) for (const row of table.values()) hints.push(row.hint ?? row.error?.hint ?? '')
  const known = new Set(hints.filter(hint => hint !== ''))
  assert.ok(known.size > 150, `only ${known.size} hints`)
  assert.deepEqual(
    [...known].filter(hint => !SAID.has(hint)),
    [],
  )
})

for (const { locale, server, same } of LANGUAGES) {
  test(`everything that the server says to an operator can be said in ${locale}`, () => {
    assert.deepEqual(
      [...SAID].filter(([text]) => !server[text]?.trim()),
      [],
    )
  })

  test(`nothing is kept in ${locale} that the server does not say`, () => {
    assert.deepEqual(
      Object.keys(server).filter(text => !SAID.has(text) && !PROVIDER_LABELS.has(text)),
      [],
    )
  })

  test(`every file of what the server says in ${locale} is among what the console loads, and no text is in two of them`, async () => {
    const texts: string[] = []
    for (const file of globSync(`console/phrases/${locale}/server/**/*.ts`, { cwd: ROOT, exclude: ['**/providers.ts'] }))
      for (const catalogue of Object.values<Catalogue>(await import(join(ROOT, file)))) texts.push(...Object.keys(catalogue))
    assert.deepEqual(texts.sort(), Object.keys(server).sort())
  })

  test(`no text of the server is left in English in ${locale}`, () => {
    const words = new Set([...SAME_ANYWHERE, ...same])
    assert.deepEqual(
      Object.entries(server).filter(([english, text]) => english === text && !words.has(text)),
      [],
    )
  })

  test(`what varies in a text of the server has its place in ${locale}`, () => {
    const differ = Object.entries(server).filter(([english, text]) => placesOf(english).join() !== placesOf(text).join())
    assert.deepEqual(differ, [])
  })

  test(`every text of the server is recognised in ${locale} by its own words, whatever stands in it`, () => {
    const serverText = serverTextOf(server)
    const said = Object.entries(server).map(([english, text]) => ({ said: serverText(filled(english)), wanted: filled(text) }))
    assert.deepEqual(
      said.filter(({ said, wanted }) => said !== wanted),
      [],
    )
  })
}

test('a text that the catalogue does not know stays as it is', () => {
  const serverText = serverTextOf(es)
  for (const text of ['', '550 5.1.1 No such user here', 'Message blocked due to spam content'])
    assert.equal(serverText(text), text)
})

test('texts within a text are said too: a noun, a reason, several sentences in a row', () => {
  const serverText = serverTextOf({
    'There is no {0} with this id.': 'No existe: {0}.',
    'mail server': 'servidor de correo',
    '{0} Nothing was changed.': '{0} No se cambió nada.',
    'Not tried: {0} is left alone. {1}': 'No se intentó: {0} descansa. {1}',
    'It was slow.': 'Fue lento.',
    'The first line must name columns out of {0}.': 'La primera línea debe nombrar columnas de entre {0}.',
  })
  assert.equal(serverText('There is no mail server with this id.'), 'No existe: servidor de correo.')
  assert.equal(serverText('It was slow. Nothing was changed.'), 'Fue lento. No se cambió nada.')
  assert.equal(serverText('Not tried: Twilio is left alone. It was slow.'), 'No se intentó: Twilio descansa. Fue lento.')
  assert.equal(serverText('Not tried: Twilio is left alone.'), 'No se intentó: Twilio descansa.')
  assert.equal(
    serverText('The first line must name columns out of id, name. Nothing was changed.'),
    'La primera línea debe nombrar columnas de entre id, name. No se cambió nada.',
  )
  assert.equal(serverText('It was slow. 550 greylisted'), 'Fue lento. 550 greylisted')
  assert.equal(serverText('Not tried: (a+b)? {1} is left alone.'), 'No se intentó: (a+b)? {1} descansa.')
})

test('the template with the most words of its own wins', () => {
  const serverText = serverTextOf({ 'Must be {0}.': 'Debe ser {0}.', 'Must be at most {0}.': 'Como máximo {0}.' })
  assert.equal(serverText('Must be at most 3.'), 'Como máximo 3.')
  assert.equal(serverText('Must be 3.'), 'Debe ser 3.')
})

test('the reason within a provider’s text is said too', () => {
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
