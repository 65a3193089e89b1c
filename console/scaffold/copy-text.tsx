import DoneIcon from '@mui/icons-material/CheckOutlined'
import CopyIcon from '@mui/icons-material/ContentCopyOutlined'
import { Box, IconButton, Typography } from '@mui/material'
import { useId, useState } from 'react'
import { useNotify, useTranslate } from 'react-admin'

/** Copies a text, and says whether that worked. */
export function useCopy(): { isCopied: boolean; copy(text: string): Promise<void> } {
  const notify = useNotify()
  const [isCopied, setCopied] = useState(false)

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      notify('gatehouse.copy.done', { type: 'success' })
    } catch {
      // Without HTTPS a browser keeps pages from its clipboard.
      notify('gatehouse.copy.failed', { type: 'warning' })
    }
  }

  return { isCopied, copy }
}

/** A text that somebody has to put in elsewhere, with a button that copies it. */
export function CopyText({ label, text }: { label: string; text: string }) {
  const translate = useTranslate()
  const labelId = useId()
  const { isCopied, copy } = useCopy()

  return (
    <Box role="group" aria-labelledby={labelId} sx={{ marginBlock: 1 }}>
      <Typography id={labelId} variant="caption" sx={{ color: 'text.secondary' }} component="div">
        {label}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
        <Typography component="code" sx={{ fontFamily: 'monospace', fontSize: '0.85rem', overflowWrap: 'anywhere' }}>
          {text}
        </Typography>
        <IconButton size="small" onClick={() => copy(text)} aria-label={translate('gatehouse.copy.button', { label })}>
          {isCopied ? <DoneIcon fontSize="small" /> : <CopyIcon fontSize="small" />}
        </IconButton>
      </Box>
    </Box>
  )
}
