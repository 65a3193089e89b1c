import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import RemoveIcon from '@mui/icons-material/CloseOutlined'
import HandleIcon from '@mui/icons-material/DragIndicatorOutlined'
import { Autocomplete, Box, Chip, FormHelperText, FormLabel, IconButton, TextField, Typography } from '@mui/material'
import { type ReactNode, useId, useRef, useState } from 'react'
import {
  FieldTitle,
  InputHelperText,
  type RaRecord,
  useGetList,
  useGetRecordRepresentation,
  useInput,
  useResourceContext,
  useTranslate,
} from 'react-admin'
import { Announcement, MoveButton } from './move-button.tsx'
import { NotRead } from './not-read.tsx'

const RECORDS_MAX = 500

interface OrderedRecordsProps {
  /** The field with the ids, in their order. */
  source: string
  /** The resource that they are of. */
  reference: string
  label?: string
  helperText?: string
  /** What a record is called; its representation unless said. */
  optionText?: string | ((record: RaRecord) => string)
  /** True: only the order is chosen, not what is in it. */
  isFixed?: boolean
}

/** An input for related records in an order: by dragging, by buttons or by the keyboard. Others are added from a select. */
export function OrderedRecordsInput({ source, reference, label, helperText, optionText, isFixed = false }: OrderedRecordsProps) {
  const translate = useTranslate()
  const resource = useResourceContext()
  const { field, fieldState } = useInput<string[]>({ source, defaultValue: [] })
  const { data, isPending, error, refetch } = useGetList(reference, {
    pagination: { page: 1, perPage: RECORDS_MAX },
    sort: { field: 'name', order: 'ASC' },
  })
  const records = data ?? []
  const nameOf = useNames(reference, data, optionText)
  const [typed, setTyped] = useState('')
  const [announcement, announce] = useState('')
  const labelId = useId()
  const helpId = useId()
  const group = useRef<HTMLElement>(null)
  const ids: string[] = field.value ?? []
  const others = records.filter(record => !ids.includes(String(record.id)))

  function move(from: number, to: number): void {
    const id = ids[from]
    if (id === undefined || to < 0 || to >= ids.length) return
    field.onChange(arrayMove(ids, from, to))
    announce(translate('gatehouse.ordered.moved', { name: nameOf(id), place: to + 1, total: ids.length }))
  }

  function add(id: string): void {
    field.onChange([...ids, id])
    setTyped('')
    announce(translate('gatehouse.ordered.moved', { name: nameOf(id), place: ids.length + 1, total: ids.length + 1 }))
    // With the last one the input goes, and the focus with it.
    if (others.length === 1) group.current?.focus()
  }

  function remove(id: string): void {
    field.onChange(ids.filter(other => other !== id))
    announce(translate('gatehouse.ordered.removed', { name: nameOf(id) }))
    // The button that had the focus is gone.
    group.current?.focus()
  }

  return (
    <Box
      ref={group}
      tabIndex={-1}
      role="group"
      aria-labelledby={labelId}
      aria-describedby={helpId}
      sx={{ width: '100%', marginBlock: 1 }}
    >
      <FormLabel id={labelId} component="div" error={fieldState.invalid} sx={{ fontSize: '0.875rem', marginBottom: 0.5 }}>
        <FieldTitle source={source} {...(label !== undefined && { label })} {...(resource && { resource })} />
      </FormLabel>
      <Sorting ids={ids} nameOf={nameOf} onMove={move}>
        {ids.map((id, index) => (
          <Entry
            key={id}
            id={id}
            index={index}
            total={ids.length}
            name={nameOf(id)}
            isOff={records.find(record => record.id === id)?.enabled === false}
            onMove={to => move(index, to)}
            {...(!isFixed && { onRemove: () => remove(id) })}
          />
        ))}
      </Sorting>
      {ids.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate('gatehouse.ordered.none_yet')}
        </Typography>
      )}
      {error && !data && <NotRead error={error} onRetry={() => refetch()} />}
      {!isFixed && (others.length > 0 || isPending) && (
        <Autocomplete<RaRecord>
          // A way to add: it holds nothing itself, and keeps the focus for the next one.
          value={null}
          inputValue={typed}
          onInputChange={(_event, text, reason) => setTyped(reason === 'input' ? text : '')}
          options={others}
          loading={isPending}
          getOptionLabel={record => nameOf(String(record.id))}
          getOptionKey={record => record.id}
          onChange={(_event, record) => record && add(String(record.id))}
          noOptionsText={translate('gatehouse.ordered.nothing_found')}
          blurOnSelect="touch"
          sx={{ maxWidth: '26rem' }}
          renderInput={input => <TextField {...input} label={translate('gatehouse.ordered.add')} />}
        />
      )}
      <FormHelperText id={helpId} component="div" error={fieldState.invalid} sx={{ marginInline: 0 }}>
        <InputHelperText error={fieldState.error?.message} helperText={helperText ?? false} />
      </FormHelperText>
      <Announcement text={announcement} />
    </Box>
  )
}

/** What an id is called, once the records are read. One that is not there any more still has to have a name to be removed by. */
function useNames(
  reference: string,
  records: RaRecord[] | undefined,
  optionText: OrderedRecordsProps['optionText'],
): (id: string | number) => string {
  const translate = useTranslate()
  const represent = useGetRecordRepresentation(reference)
  return id => {
    if (!records) return '…'
    const record = records.find(one => one.id === id)
    if (!record) return translate('gatehouse.ordered.gone')
    if (typeof optionText === 'function') return optionText(record)
    return String(optionText ? record[optionText] : represent(record))
  }
}

interface SortingProps {
  ids: string[]
  nameOf(id: string | number): string
  onMove(from: number, to: number): void
  children: ReactNode
}

/** Dragging, with the words that a screen reader speaks meanwhile. */
function Sorting({ ids, nameOf, onMove, children }: SortingProps) {
  const translate = useTranslate()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const words = (phrase: string, id: string | number, at: string | number = id) =>
    translate(`gatehouse.ordered.${phrase}`, { name: nameOf(id), place: ids.indexOf(String(at)) + 1, total: ids.length })
  const announcements: Announcements = {
    onDragStart: ({ active }) => words('picked_up', active.id),
    onDragOver: ({ active, over }) => words('moved', active.id, over?.id),
    onDragEnd: ({ active, over }) => words('put_down', active.id, over?.id),
    onDragCancel: ({ active }) => words('left', active.id),
  }
  const end = ({ active, over }: DragEndEvent) =>
    over && over.id !== active.id && onMove(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)))
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={end}
      accessibility={{ announcements, screenReaderInstructions: { draggable: translate('gatehouse.ordered.how') } }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {children}
        </Box>
      </SortableContext>
    </DndContext>
  )
}

interface EntryProps {
  id: string
  index: number
  total: number
  name: string
  isOff: boolean
  onMove(to: number): void
  onRemove?(): void
}

function Entry({ id, index, total, name, isOff, onMove, onRemove }: EntryProps) {
  const translate = useTranslate()
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id })
  return (
    <Box
      component="li"
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        marginBottom: 0.5,
        border: 1,
        borderColor: isDragging ? 'primary.main' : 'divider',
        borderRadius: 1,
        backgroundColor: 'background.paper',
        position: 'relative',
        zIndex: isDragging ? 1 : 'auto',
      }}
    >
      <IconButton
        ref={setActivatorNodeRef}
        {...attributes}
        {...listeners}
        size="small"
        aria-label={translate('gatehouse.ordered.move', { name })}
        sx={{ cursor: 'grab', touchAction: 'none' }}
      >
        <HandleIcon fontSize="small" />
      </IconButton>
      <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {`${index + 1}. ${name}`}
      </Typography>
      {isOff && <Chip size="small" label={translate('gatehouse.ordered.not_enabled')} />}
      <MoveButton phrase="up" name={name} isPossible={index > 0} onClick={() => onMove(index - 1)} />
      <MoveButton phrase="down" name={name} isPossible={index < total - 1} onClick={() => onMove(index + 1)} />
      {onRemove && (
        <IconButton size="small" onClick={onRemove} aria-label={translate('gatehouse.ordered.remove', { name })}>
          <RemoveIcon fontSize="small" />
        </IconButton>
      )}
    </Box>
  )
}
