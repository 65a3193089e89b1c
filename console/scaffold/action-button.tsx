import { Button as MuiButton } from '@mui/material'
import type { ReactElement } from 'react'
import { Button, useTranslate } from 'react-admin'

interface ActionButtonProps {
  /** The phrase with its words. */
  label: string
  icon: ReactElement
  /** How it looks in a page, where it keeps its words on a phone. Without: it is one of a toolbar, whose words are left out there. */
  inPage?: 'text' | 'contained' | undefined
  onClick(): void
}

/** A button of a toolbar or of a page. */
export function ActionButton({ label, icon, inPage, onClick }: ActionButtonProps) {
  const translate = useTranslate()
  if (!inPage)
    return (
      <Button label={label} onClick={onClick}>
        {icon}
      </Button>
    )
  return (
    <MuiButton onClick={onClick} variant={inPage} size="small" startIcon={icon}>
      {translate(label)}
    </MuiButton>
  )
}
