import { Alert, Box, Button } from '@mui/material'
import { useState } from 'react'
import { TextInput, useNotify, useRecordContext, useRefresh, useTranslate } from 'react-admin'
import { useFormContext } from 'react-hook-form'
import { call } from '../../rest.ts'
import { ChooseFile } from '../../scaffold/choose-file.tsx'
import { useHelp } from '../../scaffold/form.tsx'

const WORDS = 'resources.splash_portals'
const TYPES = 'image/png,image/jpeg,image/webp,image/gif,image/svg+xml'

interface Portal {
  id: string
  logo_url: string
}

/** The logo: an uploaded file that this server keeps, or the address of one. Uploading takes effect at once. */
export function LogoInput() {
  const translate = useTranslate()
  const help = useHelp()
  const notify = useNotify()
  const refresh = useRefresh()
  const portal = useRecordContext<Portal>()
  const { resetField } = useFormContext()
  const [error, setError] = useState('')

  async function change(act: () => Promise<string>, done: string): Promise<void> {
    setError('')
    try {
      resetField('logo_url', { defaultValue: await act() })
      notify(done, { type: 'success' })
      refresh()
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    }
  }

  function upload(file: File): void {
    if (!portal) return
    void change(
      async () => (await call<Portal>(`/splash_portals/${portal.id}/logo`, { method: 'POST', file })).logo_url,
      `${WORDS}.logo_uploaded`,
    )
  }

  const remove = () =>
    change(async () => {
      await call(`/splash_portals/${portal?.id}/logo`, { method: 'DELETE' })
      return ''
    }, `${WORDS}.logo_removed`)

  return (
    <Box sx={{ width: '100%', marginBottom: 1 }}>
      <TextInput source="logo_url" helperText={help('logo_url')} />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <ChooseFile label={translate(`${WORDS}.upload`)} accept={TYPES} onChoose={upload} />
        {portal?.logo_url.includes('/logo?v=') && (
          <Button size="small" onClick={remove}>
            {translate(`${WORDS}.remove_logo`)}
          </Button>
        )}
      </Box>
      {error && <Alert severity="error">{error}</Alert>}
    </Box>
  )
}
