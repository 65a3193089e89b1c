import type { MessageTemplates } from '../db/tables.ts'
import { foreignToGsm7, GSM7_SEGMENT_MAX } from '../sms/segments.ts'
import { BUILT_IN, EMAIL_TO_SMS_MAX, fitBrand, SUPPORTED_LOCALES, webOtpLine } from './compose.ts'
import type { TemplateName } from './templates/texts.ts'

const SUBJECT_LENGTH_MAX = 150
const EMAIL_LENGTH_MAX = 5000
/** The longest code there is: what fits with it fits with every other. */
const LONGEST_CODE = '0123456789'
const NAMES = Object.keys(BUILT_IN.en).filter(name => name !== 'code_sms_short')

/**
 * Looks through an operator's own texts before they are saved. Returns what is wrong, each a sentence that begins with
 * the text's place (`fr.code_sms: …`); empty: they can be saved.
 */
export function checkTemplates(templates: MessageTemplates, site: { brand: string; publicUrl: string }): string[] {
  const problems: string[] = []
  for (const [locale, texts] of Object.entries(templates)) {
    if (!(SUPPORTED_LOCALES as readonly string[]).includes(locale))
      problems.push(`${locale}: this language is not supported; use ${SUPPORTED_LOCALES.join(', ')}.`)
    for (const [name, text] of Object.entries(texts))
      for (const problem of checkTemplate(name, text, site)) problems.push(`${locale}.${name}: ${problem}`)
  }
  return problems
}

function checkTemplate(name: string, text: string, site: { brand: string; publicUrl: string }): string[] {
  if (!isTemplateName(name)) return [`there is no text of this name; the names are ${NAMES.join(', ')}.`]
  const problems: string[] = []
  const allowed = placeholdersOf(name)
  for (const [placeholder, word] of text.matchAll(/\{([^{}]*)\}/g))
    if (!allowed.includes(word ?? ''))
      problems.push(`${placeholder} is not known here; use ${allowed.map(known => `{${known}}`).join(', ')}.`)
  if (text.trim() === '') return ['the text is empty; leave it out to get the built-in one.']
  if (hasCode(name) && !text.includes('{code}')) problems.push('{code} is missing, so nobody would get the code.')
  if (/(?!\n)\p{Cc}/u.test(text)) problems.push('it holds a control character; only line breaks are allowed.')
  if (name.endsWith('_subject')) {
    if (text.includes('\n')) problems.push('a subject is one line; take the line break out.')
    if (text.length > SUBJECT_LENGTH_MAX) problems.push(`a subject has at most ${SUBJECT_LENGTH_MAX} characters.`)
    return problems
  }
  if (name.endsWith('_email_text')) {
    if (text.length > EMAIL_LENGTH_MAX) problems.push(`an email has at most ${EMAIL_LENGTH_MAX} characters.`)
    return problems
  }
  return [...problems, ...checkShortText(name, text, site)]
}

function checkShortText(name: TemplateName, text: string, site: { brand: string; publicUrl: string }): string[] {
  const problems: string[] = []
  const host = new URL(site.publicUrl).hostname
  const values = { code: LONGEST_CODE, minutes: '10', host }
  const foreign = foreignToGsm7(text)
  if (foreign.length > 0)
    problems.push(
      `${foreign.map(character => `"${character}"`).join(', ')} would make every message cost more than twice as much: use the characters of GSM-7 (plain letters, digits and most Western European accents).`,
    )
  if (/(^|\s)@[^\s]+ #/.test(text))
    problems.push('leave out the line "@host #code": it is added to the end of every message with a code.')
  const isSms = name !== 'code_email_to_sms'
  const tail = name === 'code_sms' ? `\n${webOtpLine(host, LONGEST_CODE)}` : ''
  const medium = isSms ? 'sms' : 'email_to_sms'
  if (fitBrand({ medium, template: text, tail, values, brand: site.brand }) === undefined)
    problems.push(
      isSms
        ? `it is too long: with the brand${tail ? `, the line "@${host} #…"` : ''} and a code of ${LONGEST_CODE.length} digits it does not fit into one message of ${GSM7_SEGMENT_MAX} characters.`
        : `it is too long: with the brand and a code of ${LONGEST_CODE.length} digits it has more than ${EMAIL_TO_SMS_MAX} characters.`,
    )
  return problems
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
  ]
}
