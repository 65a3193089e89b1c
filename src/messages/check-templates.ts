import type { MessageTemplates } from '../db/tables.ts'
import { charactersMax, foreignToAscii, foreignToGsm7 } from '../sms/segments.ts'
import { BUILT_IN, EMAIL_TO_SMS_MAX, resetUrl, SUPPORTED_LOCALES, shortestForm, webOtpLine } from './compose.ts'
import type { TemplateName } from './templates/texts.ts'

const SUBJECT_LENGTH_MAX = 150
const EMAIL_LENGTH_MAX = 5000
/** The longest code there is: what fits with it fits with every other. */
const LONGEST_CODE = '0123456789'
/** So many of the characters at fault are named. */
const NAMED_MAX = 8
const NAMES = Object.keys(BUILT_IN.en).filter(name => !name.endsWith('_short'))

/** What the texts are checked against. */
export interface TemplateSite {
  /** What the sender may be called, best first. */
  brands: string[]
  publicUrl: string
  /** Of the portal's address. */
  slug: string
  segmentsMax: number
}

export interface TemplateProblem {
  /** The text that has it: `fr.code_sms`, or a language. */
  place: string
  message: string
}

/** Looks through an operator's own texts before they are saved. Returns what is wrong; nothing: they can be saved. */
export function checkTemplates(templates: MessageTemplates, site: TemplateSite): TemplateProblem[] {
  const problems: TemplateProblem[] = []
  for (const [locale, texts] of Object.entries(templates)) {
    if (!(SUPPORTED_LOCALES as readonly string[]).includes(locale))
      problems.push({ place: locale, message: `This language is not supported; use ${SUPPORTED_LOCALES.join(', ')}.` })
    for (const [name, text] of Object.entries(texts))
      for (const message of checkTemplate(name, text, site)) problems.push({ place: `${locale}.${name}`, message })
  }
  return problems
}

function checkTemplate(name: string, text: string, site: TemplateSite): string[] {
  if (!isTemplateName(name)) return [`There is no text of this name; the names are ${NAMES.join(', ')}.`]
  const problems: string[] = []
  const allowed = placeholdersOf(name)
  for (const [placeholder, word] of text.matchAll(/\{([^{}]*)\}/g))
    if (!allowed.includes(word ?? ''))
      problems.push(`${placeholder} is not known here; use ${allowed.map(known => `{${known}}`).join(', ')}.`)
  if (text.trim() === '') return ['The text is empty; leave it out to get the built-in one.']
  if (hasCode(name) && !text.includes('{code}')) problems.push('{code} is missing, so nobody would get the code.')
  if (placeholdersOf(name).includes('link') && !name.endsWith('_subject') && !text.includes('{link}'))
    problems.push('{link} is missing, so nobody would find the page.')
  if (/(?!\n)\p{Cc}/u.test(text)) problems.push('It holds a control character; only line breaks are allowed.')
  if (name.endsWith('_subject')) {
    if (text.includes('\n')) problems.push('A subject is one line; take the line break out.')
    if (text.length > SUBJECT_LENGTH_MAX) problems.push(`A subject has at most ${SUBJECT_LENGTH_MAX} characters.`)
    return problems
  }
  if (name.endsWith('_email_text')) {
    if (text.length > EMAIL_LENGTH_MAX) problems.push(`An email has at most ${EMAIL_LENGTH_MAX} characters.`)
    return problems
  }
  return [...problems, ...checkShortText(name, text, site)]
}

function checkShortText(name: TemplateName, text: string, site: TemplateSite): string[] {
  const problems: string[] = []
  const host = new URL(site.publicUrl).hostname
  const values = { code: LONGEST_CODE, minutes: '10', host, link: resetUrl(site.publicUrl, site.slug) }
  if (/(^|\s)@[^\s]+ #/.test(text))
    problems.push('Leave out the line "@host #code": it is added to the end of every message with a code.')
  const brands = [...site.brands, host]
  if (name === 'code_email_to_sms') {
    const foreign = foreignToAscii(text)
    if (foreign.length > 0) problems.push(`${nameAll(foreign)} cannot go through a carrier’s email gateway: use plain letters.`)
    if (shortestForm('email_to_sms', { template: text, tail: '', values, brands }).text.length > EMAIL_TO_SMS_MAX)
      problems.push(
        `It is too long: with the brand and a code of ${LONGEST_CODE.length} digits it has more than ${EMAIL_TO_SMS_MAX} characters.`,
      )
    return problems
  }
  const tail = name === 'code_sms' ? `\n${webOtpLine(host, LONGEST_CODE)}` : ''
  const { encoding, segments } = shortestForm('sms', { template: text, tail, values, brands })
  if (segments > site.segmentsMax) {
    const signs = encoding === 'UCS-2' ? [`A segment holds fewer characters because of ${nameAll(foreignToGsm7(text))}.`] : []
    const room = charactersMax(encoding, site.segmentsMax)
    problems.push(
      [
        tail
          ? `It is too long: with the brand, the line "@${host} #…" and a code of ${LONGEST_CODE.length} digits it needs ${segments} segments in ${encoding}.`
          : text.includes('{link}')
            ? `It is too long: with the brand and the link it needs ${segments} segments in ${encoding}.`
            : `It is too long: with the brand it needs ${segments} segments in ${encoding}.`,
        ...signs,
        site.segmentsMax === 1
          ? `Only 1 is allowed: that is at most ${room} characters.`
          : `Only ${site.segmentsMax} are allowed: that is at most ${room} characters.`,
        'Shorten it, or raise sms_segments_max.',
      ].join(' '),
    )
  }
  return problems
}

function nameAll(characters: string[]): string {
  const named = characters.slice(0, NAMED_MAX).map(character => `"${character}"`)
  return named.join(', ') + (characters.length > NAMED_MAX ? ', …' : '')
}

function isTemplateName(name: string): name is TemplateName {
  return NAMES.includes(name)
}

function hasCode(name: TemplateName): boolean {
  return name.startsWith('code_')
}

function placeholdersOf(name: TemplateName): string[] {
  const inEmail = name.includes('_email_') && name !== 'code_email_to_sms'
  return [
    ...(hasCode(name) ? ['code', 'minutes', ...(inEmail ? ['lifetime'] : [])] : []),
    'brand',
    'host',
    ...(inEmail ? ['portal'] : []),
    ...(name.startsWith('reset_invitation_') ? ['link'] : []),
  ]
}
