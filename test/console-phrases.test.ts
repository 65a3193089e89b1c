import assert from 'node:assert/strict'
import { test } from 'node:test'
import { de } from '../console/phrases/de.ts'
import { en } from '../console/phrases/en.ts'
import { es } from '../console/phrases/es.ts'
import { server as frenchServer } from '../console/phrases/fr/server.ts'
import { fr } from '../console/phrases/fr.ts'

type Tree = { [key: string]: string | Tree }

function phrasesOf(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : phrasesOf(value, `${path}${key}.`),
  )
}

const ENGLISH = new Map(phrasesOf(en as unknown as Tree))

// Names, and words that the language shares with English: anything else that reads the same was forgotten.
const SAME_ANYWHERE = [
  'Account SID',
  'Auth token',
  'CAPTCHA',
  'Campus',
  'Cloudflare Turnstile',
  'Gatehouse',
  'Hotel',
  'Portal',
  'SMS',
  'SMTP',
  'STARTTLS',
  'TLS',
  'hCaptcha',
  'reCAPTCHA v2',
]
const LANGUAGES: { locale: string; phrases: Map<string, string>; same: string[] }[] = [
  { locale: 'es', phrases: new Map(phrasesOf(es as unknown as Tree)), same: ['Hash', 'Inspector', 'No'] },
  {
    locale: 'fr',
    phrases: new Map(phrasesOf(fr as unknown as Tree)),
    same: [
      'Actions',
      'Café',
      'Code',
      'Codes',
      'Contact',
      'Contacts',
      'Logo',
      'Message',
      'Message |||| Messages',
      'Messages',
      'Options',
      'Page',
      'Page %{page}',
      'Port',
      'Protection',
      'Sessions',
      'Sources',
      'Validation',
      'Validation |||| Validations',
    ],
  },
  {
    locale: 'de',
    phrases: new Map(phrasesOf(de as unknown as Tree)),
    same: [
      'Administrator',
      'Browser',
      'Café',
      'Code',
      'Codes',
      'Domain',
      'Gateway',
      'Hash',
      'Host',
      'Live',
      'Logo',
      'Name',
      'Passkey',
      'Passkeys',
      'Port',
      'Simulator',
      'Start',
      'Status',
      'System',
    ],
  },
]

/** The names in `%{name}`, which React-admin fills in, and in `{name}`, which stands in the text for itself. */
function placeholders(text: string): string[] {
  return [...new Set(text.match(/%?\{\w+\}/g))].sort()
}

function pluralForms(text: string): string[] {
  return text.split('||||')
}

function wrong(phrases: Map<string, string>, isWrong: (text: string, english: string, key: string) => boolean): string[] {
  return [...phrases].filter(([key, text]) => isWrong(text, ENGLISH.get(key) ?? '', key)).map(([key, text]) => `${key}: ${text}`)
}

for (const { locale, phrases, same } of LANGUAGES) {
  test(`the console in ${locale} has exactly the phrases that it has in English`, () => {
    assert.deepEqual([...phrases.keys()].sort(), [...ENGLISH.keys()].sort())
  })

  test(`the console in ${locale} keeps every placeholder, in every plural form`, () => {
    const differ = wrong(phrases, (text, english, key) => {
      const wanted = placeholders(english)
      // Some of React-admin's sentences read better without the name; one that it does not give would stay unfilled.
      if (key.startsWith('ra.')) return placeholders(text).some(name => !wanted.includes(name))
      return pluralForms(text).some((form, at) => {
        const formsOfEnglish = pluralForms(english)
        return placeholders(form).join() !== placeholders(formsOfEnglish[at] ?? '').join()
      })
    })
    assert.deepEqual(differ, [])
  })

  test(`the console in ${locale} has as many plural forms as in English`, () => {
    assert.deepEqual(
      wrong(phrases, (text, english) => pluralForms(text).length !== pluralForms(english).length),
      [],
    )
  })

  test(`the console in ${locale} has no empty phrase`, () => {
    assert.deepEqual(
      wrong(phrases, (text, english) => english.trim() !== '' && pluralForms(text).some(form => form.trim() === '')),
      [],
    )
  })

  test(`the console in ${locale} has no phrase left in English`, () => {
    const words = new Set([...SAME_ANYWHERE, ...same])
    const isOnlyPlaceholders = (text: string) => text.replaceAll(/%\{\w+\}/g, '').match(/\p{Letter}/u) === null
    assert.deepEqual(
      wrong(phrases, (text, english) => text === english && !isOnlyPlaceholders(text) && !words.has(text)),
      [],
    )
  })
}

test('no line of the French console begins with a mark: the space before it does not break', () => {
  // Headers, JSON and characters of regular expressions stand in texts as they are typed.
  const TYPED = /(X-API-Key|Authorization|content-type|"\w+"): |\? \+/g
  const texts = [...phrasesOf(fr as unknown as Tree), ...Object.entries(frenchServer)].map(([, text]) => text)
  assert.deepEqual(
    texts.filter(text => /[^\u00a0:]:(?=\s|$)|[^\u00a0][;?!](?=\s|$)|[^\u00a0]»|«[^\u00a0]/.test(text.replaceAll(TYPED, ''))),
    [],
  )
})
