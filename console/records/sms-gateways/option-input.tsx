import { BooleanInput, NumberInput, required, SelectInput, TextInput, useTranslate } from 'react-admin'
import type { ProviderOption } from './providers.ts'
import { isNeeded } from './providers.ts'

/** An input for a setting that only this provider has. */
export function OptionInput({ option }: { option: ProviderOption }) {
  const translate = useTranslate()
  const { name, label, help, type, choices = [], default: usual } = option
  const usualText = choices.find(({ value }) => value === usual)?.label ?? usual
  const helperText =
    usual === undefined || usual === '' || type === 'boolean'
      ? help
      : translate('resources.sms_gateways.unless_said', { help, value: String(usualText) })
  const shared = { source: `options.${name}`, label, helperText, ...(isNeeded(option) && { validate: required() }) }
  switch (type) {
    case 'number':
      return <NumberInput {...shared} />
    case 'boolean':
      return <BooleanInput {...shared} {...(usual !== undefined && { defaultValue: usual })} />
    case 'choice':
      return (
        <SelectInput {...shared} choices={choices} optionValue="value" optionText="label" translateChoice={false} resettable />
      )
    case 'long_text':
      return (
        <TextInput
          {...shared}
          multiline
          minRows={2}
          slotProps={{ htmlInput: { spellCheck: false, sx: { fontFamily: 'monospace' } } }}
        />
      )
    case 'text':
      return <TextInput {...shared} autoComplete="off" />
  }
}
