import { Box } from '@mui/material'
import { TextInput, useInput, useTranslate } from 'react-admin'
import { useHelp } from '../../scaffold/form.tsx'

const COLOR = /^#[0-9a-f]{6}$/i

/** A colour: by its number, or by the browser's picker beside it. */
export function ColorInput({ source }: { source: string }) {
  const translate = useTranslate()
  const help = useHelp()
  const { field } = useInput<string>({ source })
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', width: '100%' }}>
      <TextInput source={source} placeholder="#2456c9" helperText={help(source)} />
      <Box
        component="input"
        type="color"
        aria-label={translate('resources.splash_portals.pick_color')}
        value={COLOR.test(field.value ?? '') ? field.value : '#2456c9'}
        onChange={field.onChange}
        sx={{
          width: 48,
          height: 40,
          marginTop: 1,
          padding: 0.5,
          border: '1px solid',
          borderColor: 'divider',
          borderRadius: 1,
          backgroundColor: 'transparent',
        }}
      />
    </Box>
  )
}
