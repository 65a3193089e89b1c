import DownIcon from '@mui/icons-material/ArrowDownwardOutlined'
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined'
import { Box, IconButton } from '@mui/material'
import { useTranslate } from 'react-admin'

interface MoveButtonProps {
  phrase: 'up' | 'down'
  name: string
  isPossible: boolean
  onClick(): void
}

/** Moves an entry of a list by one place. Stays in the order of the keyboard at the end of the list too: whoever moves an entry there keeps the focus. */
export function MoveButton({ phrase, name, isPossible, onClick }: MoveButtonProps) {
  const translate = useTranslate()
  const Icon = phrase === 'up' ? UpIcon : DownIcon
  return (
    <IconButton
      size="small"
      aria-disabled={!isPossible}
      sx={{ opacity: isPossible ? 1 : 0.4 }}
      onClick={onClick}
      aria-label={translate(`gatehouse.ordered.${phrase}`, { name })}
    >
      <Icon fontSize="small" />
    </IconButton>
  )
}

/** What became of it, for who hears the page. */
export function Announcement({ text }: { text: string }) {
  return (
    <Box role="status" sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' }}>
      {text}
    </Box>
  )
}
