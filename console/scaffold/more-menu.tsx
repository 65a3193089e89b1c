import MoreIcon from '@mui/icons-material/MoreHorizOutlined'
import { ListItemIcon, ListItemText, Menu, MenuItem } from '@mui/material'
import { type ReactNode, useId, useState } from 'react'
import { Button, useTranslate } from 'react-admin'

export interface MoreItem {
  label: string
  icon: ReactNode
  color?: 'error'
  /** A download instead of something to do on the page. */
  href?: string
  download?: string
  onChoose?(): void
}

/** A button with a menu of what is needed less often; nothing where there is none of it. */
export function MoreMenu({ items }: { items: MoreItem[] }) {
  const translate = useTranslate()
  const id = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const isOpen = anchor !== null
  if (items.length === 0) return null
  return (
    <>
      <Button
        label="gatehouse.scaffold.more"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        {...(isOpen && { 'aria-controls': id })}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreIcon />
      </Button>
      <Menu id={id} anchorEl={anchor} open={isOpen} onClose={() => setAnchor(null)}>
        {items.map(({ label, icon, color, href, download, onChoose }) => (
          <MenuItem
            key={label}
            {...(href !== undefined && { component: 'a', href, download })}
            onClick={() => {
              setAnchor(null)
              onChoose?.()
            }}
            sx={color && { color: `${color}.main`, '& .MuiListItemIcon-root': { color: 'inherit' } }}
          >
            <ListItemIcon>{icon}</ListItemIcon>
            <ListItemText>{translate(label)}</ListItemText>
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
