import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countSegments } from '../sms/segments.ts'
import { checkTemplates } from './check-templates.ts'
import {
  BUILT_IN,
  type ComposeInput,
  composeEmail,
  composeSms,
  EMAIL_TO_SMS_MAX,
  MESSAGE_TEMPLATES,
  pickLocale,
  SUPPORTED_LOCALES,
} from './compose.ts'

/** The parser of https://wicg.github.io/sms-one-time-codes/#parsing, step by step. Null is its failure. */
function parseOriginBoundCode(message: string): { host: string; embeddedHost: string | null; code: string } | null {
  const line = message.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n').at(-1) ?? ''
  let position = 0
  function extractMarkedToken(marker: string): string | null {
    if (position >= line.length || line[position] !== marker) return null
    position++
    const start = position
    while (position < line.length && !/[\t\n\f\r ]/.test(line[position] ?? '')) position++
    return position === start ? null : line.slice(start, position)
  }
  const host = extractMarkedToken('@')
  if (host === null || line[position] !== ' ') return null
  position++
  const code = extractMarkedToken('#')
  if (code === null) return null
  let embeddedHost: string | null = null
  if (line[position] === ' ') {
    position++
    embeddedHost = extractMarkedToken('@')
  }
  return { host, embeddedHost, code }
}

const CHROMIUM = /(?:^|\s)@([a-zA-Z0-9.-]+) #([^#\s]+)(?: @([a-zA-Z0-9.-]+))?/

const BRANDS = [
  'A',
  'Lobby',
  'Hôtel “Le Cœur” – Genève',
  'Gästehaus Zur Größeren Löwin am Königsplatz mit Blick auf den See und Frühstück inbegriffen',
  'Łódź Škoda Çà ça İstanbul',
  '☕🎉',
  '東京ホテル',
  'Кофейня',
  'a@b.example #999999 inc',
  '@evil.example #999999',
  '{code} {minutes} {{brand}} $\u007bcode}',
  '<b>Bold</b> & "Sons"',
  'line\r\nbreak\u0000\u202e inside',
  '€[]{}~^|\\'.repeat(9),
  'x'.repeat(500),
  ' ',
  '',
]
const HOSTS = [
  'http://localhost:8080',
  'https://wifi.example.com',
  'http://127.0.0.1:3000',
  'http://[::1]:8080',
  'https://xn--mnchen-3ya.example',
  `https://${'guest-network.'.repeat(4)}hotel-group.example.com`,
  `https://${'a'.repeat(60)}.${'b'.repeat(30)}.example`,
]
const TOO_LONG_HOST = `https://${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.example`
const CODES = ['0000', '123456', '0123456789']
const WORD_FOR_CODE = { en: /\bcode\b/i, es: /c[oó]digo/i, fr: /\bcode\b/i, de: /\bCode\b/ }

function portal(brand: string, templates: Record<string, Record<string, string>> = {}, segmentsMax = 1) {
  return {
    name: 'Lobby',
    slug: 'lobby',
    brand_name: brand,
    brand_color: '#aa3300',
    message_templates: templates,
    sms_segments_max: segmentsMax,
  }
}

/** The words of a text message. */
function textOf(input: ComposeInput): string {
  return composeSms(input).text
}

function codeInput(more: Partial<ComposeInput> = {}): ComposeInput {
  return {
    template: 'code',
    locale: 'en',
    channel: 'sms',
    portal: portal('Lobby'),
    publicUrl: 'https://wifi.example.com',
    code: '123456',
    minutes: 10,
    ...more,
  }
}

/** Every combination of what decides how a message with a code looks. */
function* everyCodeMessage(): Generator<ComposeInput & { locale: 'en' | 'es' | 'fr' | 'de'; code: string }> {
  for (const locale of SUPPORTED_LOCALES)
    for (const brand of BRANDS)
      for (const publicUrl of HOSTS)
        for (const code of CODES)
          for (const minutes of [1, 10]) yield { ...codeInput({ portal: portal(brand), publicUrl, minutes }), locale, code }
}

test('every text message with a code is one GSM-7 segment with the code first and a last line that browsers read', () => {
  for (const input of everyCodeMessage()) {
    const { text, ...cost } = composeSms(input)
    const about = JSON.stringify({ ...input, text })
    const { encoding, segments } = countSegments(text)
    assert.deepEqual(cost, { encoding, segments }, about)
    assert.deepEqual({ encoding, segments }, { encoding: 'GSM-7', segments: 1 }, about)
    assert.ok(text.startsWith(`${input.code} `), about)
    const { hostname } = new URL(input.publicUrl)
    assert.equal(text.split('\n').at(-1), `@${hostname} #${input.code}`, about)
    assert.deepEqual(parseOriginBoundCode(text), { host: hostname, code: input.code, embeddedHost: null }, about)
    // Chromium knows no host in brackets.
    if (!hostname.startsWith('[')) assert.deepEqual(CHROMIUM.exec(text)?.slice(1, 3), [hostname, input.code], about)
    const words = text.slice(0, text.lastIndexOf('\n'))
    assert.match(words, WORD_FOR_CODE[input.locale], about)
    assert.match(words.slice(input.code.length), new RegExp(`\\b${input.minutes}\\b`), about)
  }
})

test('the strict parser refuses what is not the line', () => {
  for (const text of ['@host  #1', 'x @host #1', '@host #1\n', '@host code #1', '#1 @host', '@ #1', '@host #', ''])
    assert.equal(parseOriginBoundCode(text), null, text)
})

test('a host name of more than 160 characters costs the last line, not a second segment', () => {
  const text = textOf(codeInput({ publicUrl: TOO_LONG_HOST }))
  assert.equal(text, '123456 is your Lobby code (10 min).')
})

test('the whole brand is shown where there is room, and its beginning where there is not', () => {
  assert.equal(
    textOf(codeInput({ portal: portal('Hôtel “Le Cœur” – Genève') })),
    '123456 is your Hotel "Le Coeur" - Genève code. It expires in 10 min. Do not share it.\n@wifi.example.com #123456',
  )
  assert.equal(
    textOf(codeInput({ portal: portal(`The Grand Hotel of the Upper Town ${'and the Sea '.repeat(9)}`) })),
    '123456 is your The Grand Hotel of the Upper Town and the Sea and the Sea and the Sea and code. It expires in 10 min. Do not share it.\n@wifi.example.com #123456',
  )
})

test('a brand of another script gives way to the portal’s name, then to the host', () => {
  assert.match(textOf(codeInput({ portal: portal('東京ホテル') })), /^123456 is your Lobby code/)
  assert.match(textOf(codeInput({ portal: undefined })), /^123456 is your wifi\.example\.com code/)
})

test('a placeholder inside a brand stays literal', () => {
  assert.match(textOf(codeInput({ portal: portal('{code} $\u007bcode}') })), /^123456 is your \{code\} \$\{code\} code\./)
})

test('a message to a carrier’s gateway is at most 140 characters of ASCII with the token', () => {
  for (const input of everyCodeMessage()) {
    const text = textOf({ ...input, channel: 'email_to_sms' })
    assert.match(text, /^[\n\x20-\x7e]+$/)
    assert.ok(text.length <= EMAIL_TO_SMS_MAX, text)
    assert.ok(text.startsWith(`${input.code} `), text)
    assert.match(text, /token|jeton/i)
  }
  assert.equal(
    textOf(codeInput({ channel: 'email_to_sms' })),
    '123456 is your Lobby token (code). It expires in 10 min.\n@wifi.example.com #123456',
  )
  assert.equal(
    textOf(codeInput({ channel: 'email_to_sms', publicUrl: HOSTS[6] ?? '' })),
    '123456 is your Lobby token (code). It expires in 10 min.',
  )
})

test('a notice is one GSM-7 segment, names the brand and has no line for browsers', () => {
  for (const template of ['password_changed', 'contact_moved'])
    for (const locale of SUPPORTED_LOCALES)
      for (const brand of BRANDS) {
        const text = textOf({ template, locale, channel: 'sms', portal: portal(brand), publicUrl: HOSTS[1] ?? '' })
        assert.deepEqual({ ...countSegments(text), units: 0 }, { encoding: 'GSM-7', units: 0, segments: 1 }, text)
        assert.ok(!text.includes('\n') && !text.startsWith(':') && !text.includes('{'.repeat(9)), text)
        if (brand === 'Lobby') assert.match(text, /^Lobby ?: /)
      }
})

test('an email has the code in subject, text and page, escaped, and loads nothing', () => {
  for (const locale of SUPPORTED_LOCALES)
    for (const brand of BRANDS) {
      const { subject, text, html } = composeEmail(codeInput({ locale, channel: 'email', portal: portal(brand) }))
      assert.match(subject, /^123456 /)
      assert.doesNotMatch(subject, /\p{Cc}/u)
      assert.ok(text.startsWith('123456\n'))
      assert.match(text, /\b10 min/i)
      assert.match(html, /<p [^>]*>123456<\/p>/)
      assert.doesNotMatch(html, /<(img|script|link|style|iframe|b>)|src=|url\(/i)
      assert.ok(html.includes(`<html lang="${locale}">`))
    }
  const { html, subject } = composeEmail(codeInput({ channel: 'email', portal: portal('<b>Bold</b> & "Sons"') }))
  assert.ok(html.includes('&lt;b&gt;Bold&lt;/b&gt; &amp; &quot;Sons&quot;'))
  assert.equal(subject, '123456 is your <b>Bold</b> & "Sons" code')
})

test('a minute is singular where there is one', () => {
  const lifetime = (locale: string, minutes: number) => composeEmail(codeInput({ channel: 'email', locale, minutes })).text
  assert.match(lifetime('en', 1), /in 1 minute\./)
  assert.match(lifetime('de', 10), /in 10 Minuten ab/)
  assert.match(lifetime('fr', 10), /dans 10 minutes\./)
  assert.match(lifetime('es', 1), /en 1 minuto\./)
})

test('an email about a changed password says where to act, and the address is a link', () => {
  const { text, html, subject } = composeEmail({
    template: 'password_changed',
    locale: 'en',
    channel: 'email',
    portal: portal('Lobby'),
    publicUrl: 'https://wifi.example.com',
  })
  assert.equal(subject, 'Your Lobby password was changed')
  assert.ok(text.includes('https://wifi.example.com/portal/lobby'))
  assert.ok(html.includes('<a href="https://wifi.example.com/portal/lobby" style="color:#aa3300">'))
})

test('an invitation to reset a password is one segment with the link and no code, or without a link that does not fit', () => {
  for (const locale of SUPPORTED_LOCALES)
    for (const brand of BRANDS)
      for (const publicUrl of [...HOSTS, TOO_LONG_HOST]) {
        const input = { template: 'reset_invitation', locale, channel: 'sms', portal: portal(brand), publicUrl } as const
        const { text, encoding, segments } = composeSms(input)
        assert.deepEqual([encoding, segments], ['GSM-7', 1], text)
        const link = `${publicUrl}/portal/lobby/forgot_password`
        if (!/\d/.test(brand)) assert.doesNotMatch(text.replaceAll(link, ''), /\d{4}|:\/\//, text)
        if (link.length < 60) assert.ok(text.endsWith(`: ${link}`), text)
        else if (link.length > 120) assert.doesNotMatch(text, /https/)
        assert.ok(composeSms({ ...input, channel: 'email_to_sms' }).text.length <= EMAIL_TO_SMS_MAX)
      }
  const email = composeEmail({
    template: 'reset_invitation',
    locale: 'en',
    channel: 'email',
    portal: portal('Lobby'),
    publicUrl: 'https://wifi.example.com',
  })
  assert.match(email.html, /<a href="https:\/\/wifi\.example\.com\/portal\/lobby\/forgot_password" style="color:#aa3300">/)
})

test('no placeholder is left in any built-in text', () => {
  for (const template of MESSAGE_TEMPLATES)
    for (const locale of SUPPORTED_LOCALES) {
      const input = codeInput({ template, locale })
      const email = composeEmail({ ...input, channel: 'email' })
      for (const text of [textOf(input), textOf({ ...input, channel: 'email_to_sms' }), ...Object.values(email)])
        assert.doesNotMatch(text, /[{}]/, text)
    }
})

test('an operator’s text replaces the built-in one in its language alone', () => {
  const own = portal('Lobby', { en: { code_sms: '{code} - {brand} code, good for {minutes} minutes' } })
  assert.equal(textOf(codeInput({ portal: own })), '123456 - Lobby code, good for 10 minutes\n@wifi.example.com #123456')
  assert.match(textOf(codeInput({ portal: own, locale: 'de-AT' })), /^123456 ist Ihr Code/)
})

test('an operator’s text in another script is sent as it was written, in as many segments as the portal allows', () => {
  const cases: [string, number][] = [
    ['{code} – ваш код для {brand}. Никому не сообщайте его!', 2],
    ['{code} είναι ο κωδικός σας για {brand}. Λήγει σε {minutes} λεπτά.', 2],
    ['{code} هو رمزك لـ {brand}. لا تشاركه مع أحد.', 2],
    ['{code} 是您的 {brand} 验证码。', 1],
    ['{code} आपका {brand} कोड है। इसे किसी को न बताएँ।', 2],
    ['{code} 🙂 {brand}', 1],
  ]
  for (const [template, segments] of cases) {
    const own = (max: number) => codeInput({ portal: portal('Café “Ζ”', { en: { code_sms: template } }, max) })
    const written = template.replace('{code}', '123456').replace('{brand}', 'Café “Ζ”').replace('{minutes}', '10')
    const sent = composeSms(own(segments))
    assert.deepEqual(sent, { text: `${written}\n@wifi.example.com #123456`, encoding: 'UCS-2', segments })
    assert.deepEqual(checkTemplates({ en: { code_sms: template } }, { ...SITE, segmentsMax: segments }), [])
    if (segments === 1) continue
    assert.equal(checkTemplates({ en: { code_sms: template } }, SITE).length, 1)
    assert.match(textOf(own(1)), /^123456 is your wifi\.example\.com code|^123456 is your Lobby code/)
  }
})

test('typographic signs and marked letters cost nothing: what has an equivalent in GSM-7 is written so', () => {
  const own = portal('Škoda', { en: { code_sms: '“{code}” – c’est\u00a0ça… votre {brand} code™ → ﬁn' } })
  assert.deepEqual(composeSms(codeInput({ portal: own })), {
    text: '"123456" - c\'est ca... votre Skoda codeTM -> fin\n@wifi.example.com #123456',
    encoding: 'GSM-7',
    segments: 1,
  })
})

test('a brand of another script is shown where the segments suffice, whole or cut between letters', () => {
  const two = (brand: string) => composeSms(codeInput({ portal: portal(brand, {}, 2) }))
  assert.deepEqual(two('東京ホテル'), {
    text: '123456 is your 東京ホテル code. It expires in 10 min. Do not share it.\n@wifi.example.com #123456',
    encoding: 'UCS-2',
    segments: 2,
  })
  const family = '👨‍👩‍👧‍👦'
  const long = two(`Гостиница ${family.repeat(12)}`)
  assert.equal(long.segments, 2)
  assert.match(long.text, new RegExp(`^123456 is your Гостиница (${family})+ code`))
  // A name in Latin letters is not worth UCS-2 for its emoji.
  assert.match(two('Café ☕').text, /^123456 is your Café code/)
})

test('no text takes more segments than the portal allows, whatever the operator wrote', () => {
  const scripts = ['Код доступа к сети ', 'Wi-Fi code €{} ', 'कोड ', '验证码 ', '🙂👩‍👩‍👧 ']
  for (const script of scripts)
    for (const brand of BRANDS)
      for (const publicUrl of HOSTS.slice(3, 6))
        for (const max of [1, 2, 4])
          for (const times of [1, 8]) {
            const templates = { en: { code_sms: `{code} ${script.repeat(times)}{brand}` } }
            const sent = composeSms(codeInput({ portal: portal(brand, templates, max), publicUrl }))
            assert.ok(sent.segments <= max, JSON.stringify(sent))
            assert.ok(sent.text.includes('123456') && sent.text.endsWith(' #123456'), sent.text)
            const site = { brands: [brand, 'Lobby'].filter(Boolean), publicUrl, slug: 'lobby', segmentsMax: max }
            if (checkTemplates(templates, site).length === 0 && sent.encoding === 'UCS-2')
              assert.ok(sent.text.includes(script.trim()), `a text that was taken is sent: ${JSON.stringify(sent)}`)
          }
})

test('an operator’s text that no longer fits gives way to the built-in one', () => {
  const own = portal('Lobby', { en: { code_sms: `{code} code ${'x'.repeat(140)}` } })
  assert.match(textOf(codeInput({ portal: own })), /^123456 is your Lobby code\. It/)
})

test('a message with a code is not written without the code', () => {
  for (const bad of [{ code: undefined }, { code: '12' }, { code: '12345a' }, { minutes: undefined }, { template: 'other' }])
    assert.throws(() => textOf(codeInput(bad)))
})

test('the language is the best one asked for, else English', () => {
  const cases: [string | undefined, string][] = [
    [undefined, 'en'],
    ['', 'en'],
    ['fr-CH, de;q=0.9', 'fr'],
    ['pt, de;q=0.5, es;q=0.8', 'es'],
    ['de;q=0, fr;q=0.1', 'fr'],
    ['*', 'en'],
    ['ES_mx', 'es'],
    ['constructor', 'en'],
    ['de;q=abc', 'en'],
  ]
  for (const [requested, locale] of cases) assert.equal(pickLocale(requested), locale, requested)
})

const SITE = { brands: ['The Grand Hotel'], publicUrl: 'https://wifi.example.com', slug: 'lobby', segmentsMax: 1 }

test('the built-in texts pass the check for an operator’s texts', () => {
  for (const locale of SUPPORTED_LOCALES) {
    const { code_sms_short: _, reset_invitation_sms_short: __, ...texts } = BUILT_IN[locale]
    assert.deepEqual(checkTemplates({ [locale]: texts }, SITE), [])
  }
})

test('an operator’s text with a mistake is refused with a sentence that names it', () => {
  const cases: [string, string, RegExp][] = [
    ['code_sms', '{code} {name}', /^\{name\} is not known here; use \{code\}, \{minutes\}, \{brand\}, \{host\}\.$/],
    ['code_sms', 'your code', /\{code\} is missing/],
    [
      'code_sms',
      `{code} code ${'x'.repeat(130)}`,
      /too long: .* needs 2 segments in GSM-7\. Only 1 is allowed: that is at most 160/,
    ],
    [
      'code_sms',
      'Ο κωδικός σας είναι {code}. Λήγει σε {minutes} λεπτά.',
      /needs 2 segments in UCS-2\. A segment .* because of "Ο", "κ", .*, …\. Only 1 is allowed: that is at most 70 characters/,
    ],
    ['code_email_to_sms', '{code} код', /"к", "о", "д" cannot go through a carrier’s email gateway/],
    ['code_sms', '{code} code\u0007', /control character/],
    ['code_sms', '{code} code\n@{host} #{code}', /Leave out the line/],
    ['code_sms', '  ', /empty/],
    ['code_sms_short', '{code}', /no text of this name/],
    ['constructor', '{code}', /no text of this name/],
    ['code_email_to_sms', `{code} code ${'x'.repeat(130)}`, /more than 140/],
    ['code_email_subject', '{code}\nBcc: a@b.example', /one line/],
    ['code_email_subject', '{code}\rBcc: a@b.example', /control character/],
    ['code_email_text', 'hello', /\{code\} is missing/],
    ['code_email_text', `{code}${'x'.repeat(6000)}`, /at most 5000/],
    ['password_changed_sms', '{brand}: {code}', /\{code\} is not known here/],
    ['password_changed_sms', '{brand}: {link}', /\{link\} is not known here/],
    ['reset_invitation_sms', '{brand}: {code} {link}', /\{code\} is not known here/],
    ['reset_invitation_sms', '{brand}: reset your password', /\{link\} is missing/],
    ['reset_invitation_email_text', '{portal}', /\{link\} is missing/],
    ['reset_invitation_sms', `{link} ${'x'.repeat(120)}`, /with the brand and the link it needs 2 segments/],
  ]
  for (const [name, text, sentence] of cases) {
    const problems = checkTemplates({ en: { [name]: text } }, SITE)
    assert.equal(problems.length >= 1, true, name)
    assert.match(problems.map(({ message }) => message).join('\n'), sentence)
    assert.deepEqual(new Set(problems.map(({ place }) => place)), new Set([`en.${name}`]))
  }
  const [{ place, message } = { place: '', message: '' }] = checkTemplates({ pt: { code_sms: '{code}' } }, SITE)
  assert.equal(place, 'pt')
  assert.match(message, /^This language is not supported/)
  assert.deepEqual(checkTemplates({}, SITE), [])
})
