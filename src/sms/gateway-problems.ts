import type { FieldError } from '../errors.ts'
import type { OpenGateway, OptionField, SmsProvider } from './provider.ts'
import { plainHttpWarning } from './provider-answer.ts'

const FIELDS = ['from', 'account_sid', 'auth_token', 'base_url', 'callback_secret'] as const

/** Mistakes in a gateway's fields, each a sentence that says what to do. Empty: it can be saved. Pure. */
export function gatewayProblems(provider: SmsProvider, gateway: OpenGateway): FieldError[] {
  const found: FieldError[] = []
  for (const name of FIELDS) {
    const field = provider.fields[name]
    if (field?.required && gateway[name].trim() === '')
      found.push({ field: name, message: `${provider.label} needs it: put in the ${field.label}. ${field.help}` })
  }
  for (const option of provider.options) {
    const message = optionProblem(option, gateway.options[option.name])
    if (message) found.push({ field: `options.${option.name}`, message })
  }
  const known = new Set(provider.options.map(({ name }) => name))
  for (const name of Object.keys(gateway.options))
    if (provider.kind !== 'local' && !known.has(name))
      found.push({
        field: `options.${name}`,
        message:
          known.size > 0
            ? `${provider.label} has no option ${name}; it has ${[...known].join(', ')}.`
            : `${provider.label} has no options: leave it out.`,
      })
  // A provider may take it that its options are of the right type.
  return found.some(({ field }) => field.startsWith('options.')) ? found : [...found, ...provider.problems(gateway)]
}

/** What is not wrong in a gateway's fields but worth knowing, each a sentence. Pure. */
export function gatewayWarnings(provider: SmsProvider, gateway: OpenGateway): string[] {
  return [...provider.warnings(gateway), ...(provider.kind === 'http' ? plainHttpWarning(gateway.base_url) : [])]
}

function optionProblem(option: OptionField, value: unknown): string | undefined {
  if (value === undefined || value === '')
    return option.required && option.default === undefined ? `Put in the ${option.label}. ${option.help}` : undefined
  switch (option.type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? undefined : `${option.label} is a number.`
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `${option.label} is true or false.`
    case 'choice':
      return option.choices?.some(choice => choice.value === value)
        ? undefined
        : `${option.label} is one of ${option.choices?.map(choice => choice.value).join(', ')}.`
    default:
      return typeof value === 'string' ? undefined : `${option.label} is a text.`
  }
}

/** An option's value, or its default; empty where there is neither. */
export function textOption(gateway: Pick<OpenGateway, 'options'>, option: Pick<OptionField, 'name' | 'default'>): string {
  const value = gateway.options[option.name]
  return String(value === undefined || value === '' ? (option.default ?? '') : value)
}
