import { Alert, Box, MenuItem, TextField, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState } from 'react'
import { useRecordContext, useTranslate } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { changes } from '../../data-provider.ts'
import { LOCALES, type Locale } from '../../i18n.ts'
import { call } from '../../rest.ts'
import { withoutEmptyTexts } from './without-empty-texts.ts'

const WORDS = 'resources.splash_portals.preview'
const PAGES = ['splash', 'sign_up', 'validate_account', 'forgot_password', 'sms'] as const
const SCHEMES = ['light', 'dark'] as const
const PATIENCE_MS = 500

/** The real page at the size of a phone, and the text message, with what the form holds and nobody has saved yet. */
export function Preview() {
  const translate = useTranslate()
  const portal = useRecordContext()
  const [page, setPage] = useState<string>('splash')
  const [locale, setLocale] = useState<Locale>('en')
  const [scheme, setScheme] = useState<string>('light')
  const draft = useSettled(withoutEmptyTexts(changes(useWatch(), portal)))
  if (!portal) return null
  const id = String(portal.id)
  return (
    <Box component="section" sx={{ position: { lg: 'sticky' }, top: { lg: 64 } }} aria-label={translate(`${WORDS}.title`)}>
      <Typography component="h2" variant="h6" gutterBottom>
        {translate(`${WORDS}.title`)}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: '1fr 1fr 1fr' }}>
        <Choice
          label={`${WORDS}.page`}
          value={page}
          onChange={setPage}
          choices={PAGES.map(name => [name, translate(`${WORDS}.pages.${name}`)])}
        />
        <Choice
          label="resources.splash_portals.language"
          value={locale}
          onChange={chosen => setLocale(chosen as Locale)}
          choices={LOCALES.map(({ locale: code, name }) => [code, name])}
        />
        <Choice
          label={`${WORDS}.scheme`}
          value={scheme}
          onChange={setScheme}
          choices={SCHEMES.map(name => [name, translate(`${WORDS}.schemes.${name}`)])}
        />
      </Box>
      <Frame portalId={id} draft={JSON.stringify({ ...draft, page, locale, color_scheme: scheme })} />
      <TextMessage portalId={id} draft={draft} locale={locale} />
    </Box>
  )
}

interface ChoiceProps {
  label: string
  value: string
  choices: [id: string, name: string][]
  onChange(id: string): void
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const translate = useTranslate()
  return (
    <TextField select label={translate(label)} value={value} onChange={event => onChange(event.target.value)}>
      {choices.map(([id, name]) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  )
}

/** A value once it has stayed the same for a moment: nobody wants a new page with every letter. */
function useSettled<T>(value: T): T {
  const text = JSON.stringify(value)
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return JSON.parse(settled)
}

/** The page itself comes from the server, in a frame: a form is sent into it, as the draft is too long for an address. */
function Frame({ portalId, draft }: { portalId: string; draft: string }) {
  const translate = useTranslate()
  const name = `preview-${useId().replaceAll(/\W/g, '')}`
  useEffect(() => {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = `/api/v1/splash_portals/${portalId}/preview_page`
    form.target = name
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = 'draft'
    field.value = draft
    form.append(field)
    document.body.append(form)
    form.submit()
    form.remove()
  }, [portalId, draft, name])
  return (
    <Box
      component="iframe"
      name={name}
      title={translate(`${WORDS}.frame`)}
      sx={{
        width: '100%',
        maxWidth: '24rem',
        height: { xs: 560, lg: 'clamp(20rem, 100vh - 20rem, 36rem)' },
        border: '8px solid',
        borderColor: 'text.secondary',
        borderRadius: 4,
        marginTop: 1,
        backgroundColor: 'background.paper',
      }}
    />
  )
}

interface PreviewedMessage {
  text: string
  encoding: string
  segments: number
  length: number
  length_max: number
}

const MESSAGE_FIELDS = ['name', 'slug', 'brand_name', 'brand_color', 'sms_segments_max', 'message_templates']

function TextMessage({ portalId, draft, locale }: { portalId: string; draft: Record<string, unknown>; locale: Locale }) {
  const translate = useTranslate()
  const relevant = Object.fromEntries(Object.entries(draft).filter(([field]) => MESSAGE_FIELDS.includes(field)))
  const { data, error } = useQuery({
    queryKey: ['preview_message', portalId, locale, relevant],
    queryFn: ({ signal }) =>
      call<PreviewedMessage>(`/splash_portals/${portalId}/preview_message`, {
        method: 'POST',
        body: { template: 'code', channel: 'sms', locale, draft: relevant },
        signal,
      }),
    retry: false,
  })
  return (
    <Box sx={{ marginTop: 2 }}>
      <Typography component="h3" variant="subtitle1">
        {translate(`${WORDS}.message`)}
      </Typography>
      {error && <Alert severity="warning">{error.message}</Alert>}
      {data && (
        <>
          <Box
            sx={{
              padding: 1.5,
              borderRadius: 3,
              backgroundColor: 'action.hover',
              whiteSpace: 'pre-wrap',
              overflowWrap: 'anywhere',
            }}
          >
            {data.text}
          </Box>
          <Typography variant="body2">
            {translate(`${WORDS}.segments`, {
              smart_count: data.segments,
              encoding: data.encoding,
              length: data.length,
              max: data.length_max,
            })}
          </Typography>
        </>
      )}
    </Box>
  )
}
