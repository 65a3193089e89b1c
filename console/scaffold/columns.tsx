import ColumnsIcon from '@mui/icons-material/ViewWeekOutlined'
import { Box, Checkbox, FormControlLabel, Popover } from '@mui/material'
import { Children, isValidElement, type ReactNode, useId, useState } from 'react'
import { Button, useResourceContext, useStore, useTranslate, useTranslateLabel } from 'react-admin'
import { Announcement, MoveButton } from './move-button.tsx'

interface Column {
  /** Its place among the columns as the list has them. */
  index: number
  source: string
  label: string
}

/**
 * A button for which columns a list shows, and in which order. Instead of React-admin's own, whose menu says nothing to a screen
 * reader and is put in order by dragging alone; what was chosen is kept where DataTable looks for it.
 */
export function ColumnsMenu({ columns, hidden }: { columns: ReactNode; hidden: string[] }) {
  const translate = useTranslate()
  const id = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const label = translate('ra.action.select_columns')
  return (
    <>
      <Button
        label={label}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <ColumnsIcon />
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id } }}
      >
        <Box id={id} component="h2" sx={{ fontSize: '1rem', margin: 2, marginBottom: 0.5 }}>
          {label}
        </Box>
        <Columns columns={columns} hidden={hidden} />
      </Popover>
    </>
  )
}

function Columns({ columns, hidden }: { columns: ReactNode; hidden: string[] }) {
  const translate = useTranslate()
  const key = `${useResourceContext()}.datatable`
  const [hiddenNow, setHidden] = useStore<string[]>(key, hidden)
  const [order, setOrder] = useStore<number[] | undefined>(`${key}_columnRanks`)
  const [announcement, announce] = useState('')
  const entries = useColumns(columns, order)

  function toggle(source: string): void {
    setHidden(hiddenNow.includes(source) ? hiddenNow.filter(other => other !== source) : [...hiddenNow, source])
  }

  function move(from: number, to: number): void {
    const [moved, other] = [entries[from], entries[to]]
    if (!moved || !other) return
    const all = Children.toArray(columns).map((_column, index) => index)
    const inOrder = order?.length === all.length ? order : all
    const swapped = new Map([
      [moved.index, other.index],
      [other.index, moved.index],
    ])
    setOrder(inOrder.map(index => swapped.get(index) ?? index))
    announce(translate('gatehouse.ordered.moved', { name: moved.label, place: to + 1, total: entries.length }))
  }

  return (
    <Box sx={{ paddingInline: 2, paddingBottom: 1.5 }}>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {entries.map(({ index, source, label }, place) => (
          <Box component="li" key={index} sx={{ display: 'flex', alignItems: 'center' }}>
            <FormControlLabel
              sx={{ flex: 1, marginRight: 2 }}
              control={<Checkbox size="small" checked={!hiddenNow.includes(source)} onChange={() => toggle(source)} />}
              label={label}
              slotProps={{ typography: { variant: 'body2' } }}
            />
            <MoveButton phrase="up" name={label} isPossible={place > 0} onClick={() => move(place, place - 1)} />
            <MoveButton
              phrase="down"
              name={label}
              isPossible={place < entries.length - 1}
              onClick={() => move(place, place + 1)}
            />
          </Box>
        ))}
      </Box>
      <Button
        label="ra.action.reset"
        onClick={() => {
          setHidden(hidden)
          setOrder(undefined)
        }}
      />
      <Announcement text={announcement} />
    </Box>
  )
}

/** The columns that have a name, in the order in which the table shows them. */
function useColumns(columns: ReactNode, order: number[] | undefined): Column[] {
  const translateLabel = useTranslateLabel()
  const resource = useResourceContext()
  const all = Children.toArray(columns)
  const inOrder = order?.length === all.length ? order : all.keys()
  return [...inOrder].flatMap(index => {
    const column = all[index]
    if (!isValidElement<{ source?: string; label?: string }>(column) || !column.props.source) return []
    const { source, label } = column.props
    const words = translateLabel({ source, ...(label !== undefined && { label }), ...(resource && { resource }) })
    return [{ index, source, label: String(words) }]
  })
}
