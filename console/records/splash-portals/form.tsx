import OpenIcon from '@mui/icons-material/OpenInNewOutlined'
import SheetIcon from '@mui/icons-material/QrCode2Outlined'
import { Box } from '@mui/material'
import { Button, NumberInput, required, TextInput, useRecordContext } from 'react-admin'
import { Link } from 'react-router'
import { WordInput } from '../../scaffold/choice.tsx'
import { CountriesInput, CountryInput } from '../../scaffold/country.tsx'
import { ScaffoldCreate, ScaffoldEdit, Section, useHelp } from '../../scaffold/form.tsx'
import { OrderedRecordsInput } from '../../scaffold/ordered-records.tsx'
import { METHODS } from '../usage-plans.tsx'
import { ColorInput } from './color-input.tsx'
import { LogoInput } from './logo-input.tsx'
import { Preview } from './preview.tsx'
import { MessageTexts, PageTexts } from './texts.tsx'
import { withoutEmptyTexts } from './without-empty-texts.ts'

const WORDS = 'resources.splash_portals'

export function SplashPortalCreate() {
  return (
    <ScaffoldCreate defaultValues={{ password_reset_method: 'sms_or_email' }}>
      <General />
      <Service />
    </ScaffoldCreate>
  )
}

/** The designer: everything about a portal, beside the page and the text message that come of it. */
export function SplashPortalEdit() {
  return (
    <ScaffoldEdit isWide transform={withoutEmptyTexts} actions={<PortalActions />}>
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          width: '100%',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 24rem' },
          alignItems: 'start',
        }}
      >
        <Box>
          <General />
          <Section title={`${WORDS}.sections.look`}>
            <Look />
          </Section>
          <Section title={`${WORDS}.sections.service`}>
            <Service />
          </Section>
          <Section title={`${WORDS}.sections.numbers`}>
            <Numbers />
          </Section>
          <Section title={`${WORDS}.sections.page_texts`}>
            <PageTexts />
          </Section>
          <Section title={`${WORDS}.sections.messages`}>
            <MessageTexts />
          </Section>
        </Box>
        <Preview />
      </Box>
    </ScaffoldEdit>
  )
}

/** What an operator wants next with a portal: to see it, and to hang it up. */
export function PortalActions() {
  const portal = useRecordContext()
  if (!portal) return null
  return (
    <>
      <Button component="a" href={`/portal/${portal.slug}`} target="_blank" rel="noopener" label={`${WORDS}.open`}>
        <OpenIcon />
      </Button>
      <Button component={Link} to={`/splash_portals/${portal.id}/sheet`} label={`${WORDS}.sheet`}>
        <SheetIcon />
      </Button>
    </>
  )
}

function General() {
  const help = useHelp()
  return (
    <>
      <TextInput source="name" validate={required()} helperText={help('name')} />
      <TextInput source="slug" helperText={help('slug')} />
      <TextInput source="brand_name" helperText={help('brand_name')} />
      <TextInput source="note" multiline helperText={help('note')} />
    </>
  )
}

function Look() {
  const help = useHelp()
  return (
    <>
      <ColorInput source="brand_color" />
      <LogoInput />
      <TextInput source="terms" multiline minRows={3} maxRows={12} helperText={help('terms')} />
    </>
  )
}

function Service() {
  const help = useHelp()
  return (
    <>
      <OrderedRecordsInput source="usage_plan_ids" reference="usage_plans" helperText={help('usage_plan_ids')} />
      <WordInput
        source="password_reset_method"
        ids={METHODS}
        prefix="gatehouse.methods"
        validate={required()}
        helperText={help('password_reset_method')}
      />
      <OrderedRecordsInput source="sms_gateway_ids" reference="sms_gateways" helperText={help('sms_gateway_ids')} />
    </>
  )
}

function Numbers() {
  const help = useHelp()
  return (
    <>
      <CountryInput source="default_country" helperText={help('default_country')} />
      <CountriesInput source="allowed_countries" withEvery helperText={help('allowed_countries')} />
      <TextInput
        source="extra_prefixes"
        multiline
        format={(prefixes: string[] | undefined) => (prefixes ?? []).join('\n')}
        parse={(text: string) => text.split(/[\s,;]+/).filter(Boolean)}
        helperText={help('extra_prefixes')}
      />
      <NumberInput source="sms_segments_max" min={1} max={10} helperText={help('sms_segments_max')} />
    </>
  )
}
