import { Box, Link, Typography } from '@mui/material'
import { DateField, FunctionField, Labeled, TextField, useRecordContext, useTranslate } from 'react-admin'
import { WordField } from '../../scaffold/choice.tsx'
import { CountryField } from '../../scaffold/country.tsx'
import { FieldGrid } from '../../scaffold/field-grid.tsx'
import { Section } from '../../scaffold/form.tsx'
import { ServerTextField } from '../../scaffold/server-text-field.tsx'
import { ScaffoldShow } from '../../scaffold/show.tsx'
import { CheckCarrier, ResetCarrier, VerifiedToday } from './actions.tsx'
import { Redemption } from './redemption.tsx'
import { type Carrier, isOffered, MX_COLORS, STATUS_COLORS, WORDS } from './words.ts'

export function CarrierShow() {
  return (
    <ScaffoldShow
      bare
      actions={
        <>
          <CheckCarrier />
          <VerifiedToday />
          <ResetCarrier />
        </>
      }
    >
      <Box sx={{ padding: 2, paddingTop: 0 }}>
        <Facts />
        <Found />
        <Origin />
      </Box>
    </ScaffoldShow>
  )
}

function Facts() {
  const translate = useTranslate()
  return (
    <Section title={`${WORDS}.sections.facts`}>
      <FieldGrid>
        <Labeled source="name">
          <TextField source="name" />
        </Labeled>
        <Labeled source="country">
          <CountryField source="country" />
        </Labeled>
        <Labeled source="status">
          <Box>
            <WordField source="status" prefix={`${WORDS}.statuses`} colors={STATUS_COLORS} />
            <FunctionField
              source="status"
              component="div"
              render={({ status }) => translate(`${WORDS}.${isOffered(status) ? 'offered' : 'not_offered'}`)}
            />
          </Box>
        </Labeled>
        <Labeled source="address_template">
          <TextField source="address_template" sx={{ overflowWrap: 'anywhere' }} />
        </Labeled>
        <Labeled source="sunset_on">
          <DateField source="sunset_on" emptyText="–" />
        </Labeled>
        <Labeled source="last_verified_on">
          <DateField source="last_verified_on" emptyText="–" />
        </Labeled>
        <Labeled source="note">
          <TextField source="note" emptyText="–" sx={{ whiteSpace: 'pre-wrap' }} />
        </Labeled>
      </FieldGrid>
    </Section>
  )
}

function Found() {
  const translate = useTranslate()
  const carrier = useRecordContext<Carrier>()
  if (!carrier) return null
  return (
    <Section title={`${WORDS}.sections.found`}>
      <FieldGrid>
        <Labeled source="health">
          {carrier.health === null ? (
            <Typography variant="body2" component="span">
              {translate(`${WORDS}.found_nothing`)}
            </Typography>
          ) : (
            <WordField source="health" prefix={`${WORDS}.healths`} />
          )}
        </Labeled>
        {carrier.health !== null && (
          <Labeled source="health_reason">
            <ServerTextField source="health_reason" />
          </Labeled>
        )}
        <Labeled source="health_at">
          <DateField source="health_at" showTime emptyText="–" />
        </Labeled>
        <Labeled source="mx_status">
          {carrier.mx_status === null ? (
            <Typography variant="body2" component="span">
              {translate(`${WORDS}.mx_unasked`)}
            </Typography>
          ) : (
            <WordField source="mx_status" prefix={`${WORDS}.mx`} colors={MX_COLORS} />
          )}
        </Labeled>
        <Labeled source="mx_checked_at">
          <DateField source="mx_checked_at" showTime emptyText="–" />
        </Labeled>
        <Labeled source="redemption">
          <Redemption />
        </Labeled>
      </FieldGrid>
    </Section>
  )
}

function Origin() {
  const translate = useTranslate()
  const carrier = useRecordContext<Carrier>()
  if (!carrier) return null
  const changed = carrier.overridden.map(field => translate(`${WORDS}.fields.${field}`)).join(', ')
  return (
    <Section title={`${WORDS}.sections.origin`}>
      <Typography variant="body2" sx={{ marginBottom: 1 }}>
        {translate(`${WORDS}.${carrier.fact_key === null ? 'own' : 'built_in'}`)}
      </Typography>
      <FieldGrid>
        <Labeled source="overridden">
          <Typography variant="body2" component="span">
            {changed || translate(`${WORDS}.overridden_none`)}
          </Typography>
        </Labeled>
        <Labeled source="updated_at">
          <DateField source="updated_at" showTime />
        </Labeled>
      </FieldGrid>
      <Labeled source="sources" sx={{ marginTop: 1.5 }}>
        <Sources sources={carrier.sources} />
      </Labeled>
    </Section>
  )
}

function Sources({ sources }: { sources: string[]; source?: string }) {
  if (sources.length === 0) return <span>–</span>
  return (
    <Box component="ul" sx={{ margin: 0, paddingLeft: 2.5, typography: 'body2', overflowWrap: 'anywhere' }}>
      {sources.map(source => (
        <li key={source}>
          <Source text={source} />
        </li>
      ))}
    </Box>
  )
}

/** An address, and what is said about it behind a blank. */
function Source({ text }: { text: string }) {
  const [, address, remark] = /^(https?:\/\/\S+)(.*)$/.exec(text) ?? []
  if (address === undefined) return text
  return (
    <>
      <Link href={address} target="_blank" rel="noreferrer">
        {address}
      </Link>
      {remark}
    </>
  )
}
