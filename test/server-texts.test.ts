import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { server as de } from '../console/phrases/de/server.ts'
import { server as es } from '../console/phrases/es/server.ts'
import { server as fr } from '../console/phrases/fr/server.ts'
import { type Catalogue, serverTextOf } from '../console/server-catalogue.ts'
import { gatherServerTexts } from './server-texts.ts'

const SAID = gatherServerTexts()
const PHRASES = join(import.meta.dirname, '../console/phrases')

/** `same`: words that the language shares with English. */
const LANGUAGES: { locale: string; server: Catalogue; same: string[] }[] = [
  { locale: 'es', server: es, same: [] },
  { locale: 'fr', server: fr, same: ['message', 'session', 'validation'] },
  { locale: 'de', server: de, same: [] },
]

/** An address of the API, which a translation may leave out for the button that calls it, has its `{id}` after a slash. */
const placesOf = (text: string) => [...new Set(text.match(/(?<!\/)\{\w+\}/g))].sort()

/** What the server has to say about things that have no name in any language. */
const filled = (text: string, last = 'Qx9') => text.replace(/\{\d+\}$/, last).replaceAll(/\{(\d+)\}/g, 'Qx$1')

test('the server’s texts are found in its sources: what it says of forms, imports, mail and messages', () => {
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
  ])
    assert.ok(SAID.has(text), text)
})

for (const { locale, server, same } of LANGUAGES) {
  test(`everything that the server says to an operator can be said in ${locale}`, () => {
    const missing = [...SAID].filter(([text]) => !Object.hasOwn(server, text))
    assert.deepEqual(missing, [])
  })

  test(`nothing is said in ${locale} that the server does not say any more`, async () => {
    for (const file of globSync(`${locale}/server/*.ts`, { cwd: PHRASES })) {
      // What providers say is held against the providers.
      if (file.endsWith('providers.ts')) continue
      const catalogues: Catalogue[] = Object.values(await import(join(PHRASES, file)))
      const idle = catalogues.flatMap(catalogue => Object.keys(catalogue)).filter(text => !SAID.has(text))
      assert.deepEqual(idle, [], file)
    }
  })

  test(`what varies in a text of the server has its place in ${locale}, and nothing is left in English`, () => {
    for (const [english, translation] of Object.entries(server)) {
      assert.deepEqual(placesOf(translation), placesOf(english), english)
      assert.notEqual(translation.trim(), '', english)
      if (SAID.has(english) && !same.includes(english)) assert.notEqual(translation, english)
    }
  })

  test(`every text of the server is recognised in ${locale} by its own words, whatever stands in it`, () => {
    const serverText = serverTextOf(server)
    for (const english of SAID.keys()) assert.equal(serverText(filled(english)), filledLike(english, server[english] ?? ''))
  })
}

function filledLike(english: string, translation: string): string {
  const last = /\{(\d+)\}$/.exec(english)?.[1]
  return translation.replaceAll(/\{(\d+)\}/g, (_, place: string) => (place === last ? 'Qx9' : `Qx${place}`))
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
