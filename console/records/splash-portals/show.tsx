import { DateField, NumberField, ReferenceArrayField, TextField } from 'react-admin'
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
