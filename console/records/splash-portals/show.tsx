import { Box } from '@mui/material'
import { DateField, FunctionField, NumberField, ReferenceArrayField, TextField } from 'react-admin'
import { WordField } from '../../scaffold/choice.tsx'
import { CountryField } from '../../scaffold/country.tsx'
import { ScaffoldShow } from '../../scaffold/show.tsx'
import { PortalActions } from './form.tsx'

export function SplashPortalShow() {
  return (
    <ScaffoldShow actions={<PortalActions />}>
      <TextField source="name" />
      <TextField source="slug" />
      <TextField source="brand_name" emptyText="–" />
      <FunctionField source="brand_color" render={showColor} />
      <FunctionField source="logo_url" render={showLogo} />
      <ReferenceArrayField source="usage_plan_ids" reference="usage_plans" />
      <WordField source="password_reset_method" prefix="gatehouse.methods" />
      <ReferenceArrayField source="sms_gateway_ids" reference="sms_gateways" />
      <CountryField source="default_country" />
      <CountryField source="allowed_countries" />
      <NumberField source="sms_segments_max" />
      <TextField source="note" emptyText="–" />
      <DateField source="created_at" showTime />
      <DateField source="updated_at" showTime />
    </ScaffoldShow>
  )
}

function showColor({ brand_color: color }: { brand_color?: string }) {
  if (!color) return '–'
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
      <Box
        component="span"
        sx={{ width: '1.25rem', height: '1.25rem', borderRadius: 0.5, border: 1, borderColor: 'divider' }}
        style={{ backgroundColor: color }}
      />
      {color}
    </Box>
  )
}

function showLogo({ logo_url: url, name }: { logo_url?: string; name?: string }) {
  return url ? <Box component="img" src={url} alt={name} sx={{ maxHeight: 48, maxWidth: '100%' }} /> : '–'
}
