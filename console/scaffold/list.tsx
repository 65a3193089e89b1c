import { Alert, Box } from '@mui/material'
import { Children, type ComponentType, cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react'
import {
  CreateButton,
  DataTable,
  type Exporter,
  FilterButton,
  List,
  type ListProps,
  Pagination,
  SearchInput,
  TextField,
  TopToolbar,
  useCanAccess,
  useListContext,
  useResourceContext,
  useResourceDefinition,
  useStore,
  useTranslate,
} from 'react-admin'
import { BulkDelete } from './bulk.tsx'
import { ColumnsMenu } from './columns.tsx'
import { ExportButton } from './export.tsx'
import { ImportButton } from './import.tsx'
import { NotRead } from './not-read.tsx'
import { RecordLink } from './record-link.tsx'

const PER_PAGE = 25

interface ScaffoldListProps {
  /** Columns: DataTable.Col elements. */
  children: ReactNode
  /** Inputs of the filter menu, beside the search. */
  filters?: ReactElement[]
  sort?: { field: string; order: 'ASC' | 'DESC' }
  /** Columns that show only when somebody asks for them. */
  hidden?: string[]
  /** Beside deleting. */
  bulk?: ReactNode
  /** More buttons over the list. */
  actions?: ReactNode
  /** What is said over the table. */
  before?: ReactNode
  canImport?: boolean
  /** False: records of this kind are not selected at all. */
  canBulkDelete?: boolean
  canSearch?: boolean
  /** What can be searched for, as a phrase. */
  searchLabel?: string
  /** What to do next where there is nothing yet, beside creating and importing. */
  whenEmpty?: ReactNode
  /** Where a click on a row leads. */
  rowClick?: 'show' | 'edit' | false
  filterDefaultValues?: Record<string, unknown>
  perPage?: number
  listProps?: Partial<ListProps>
}

/** The list of every scaffold: search, filters that can be saved, columns to choose, bulk actions, CSV both ways. */
export function ScaffoldList({
  children,
  filters = [],
  sort,
  hidden = [],
  bulk,
  actions,
  before,
  canImport = true,
  canBulkDelete = true,
  canSearch = true,
  searchLabel = 'gatehouse.scaffold.search',
  whenEmpty,
  rowClick = 'show',
  filterDefaultValues,
  perPage = PER_PAGE,
  listProps,
}: ScaffoldListProps) {
  const translate = useTranslate()
  // Where DataTable keeps what somebody chose.
  const store = `${useResourceContext()}.datatable`
  const [hiddenNow] = useStore<string[]>(store, hidden)
  const [order] = useStore<number[] | undefined>(`${store}_columnRanks`)
  const inputs = [
    ...(canSearch
      ? [
          <SearchInput
            key="q"
            source="q"
            alwaysOn
            placeholder={translate(searchLabel)}
            sx={{ width: '22rem', maxWidth: '100%' }}
          />,
        ]
      : []),
    ...filters,
  ]
  return (
    <List
      {...(inputs.length > 0 && { filters: inputs })}
      {...(sort && { sort })}
      {...(filterDefaultValues && { filterDefaultValues })}
      perPage={perPage}
      pagination={<Pagination rowsPerPageOptions={[10, 25, 50, 100, 250]} />}
      exporter={false as unknown as Exporter}
      empty={<NothingYet canImport={canImport} next={whenEmpty} />}
      error={<ListNotRead />}
      actions={
        <ListActions hasFilters={filters.length > 0} canImport={canImport} more={actions}>
          <ColumnsMenu columns={children} hidden={hidden} />
        </ListActions>
      }
      {...listProps}
    >
      {before}
      <DataTable
        rowClick={rowClick}
        bulkActionButtons={canBulkDelete || bulk ? <BulkActions more={bulk} canDelete={canBulkDelete} /> : false}
        hiddenColumns={hidden}
        // Only the table scrolls: the bulk actions are above it, and would be cut off.
        sx={{
          '& .RaDataTable-headerCell': { whiteSpace: 'nowrap' },
          '& .RaDataTable-tableWrapper': { overflowX: 'auto' },
          // What a record is called is found again more easily in one line.
          '& .column-name, & .column-login': { minWidth: '8rem' },
        }}
      >
        {withLink({ columns: children, hidden: hiddenNow, order, to: rowClick })}
      </DataTable>
    </List>
  )
}

/** Makes what is in the first column that shows a link to the record. */
function withLink({ columns, hidden, order, to }: LinkProps): ReactNode {
  const all = Children.toArray(columns)
  const isFirst = (column: ReactNode) =>
    isValidElement<ColumnProps>(column) && column.type !== DataTable.NumberCol && !hidden.includes(column.props.source ?? '')
  const inOrder = order?.length === all.length ? order.map(index => all[index]) : all
  const first = inOrder.find(isFirst)
  if (!to || !isValidElement<ColumnProps>(first)) return columns
  const { source = '', field: Field = TextField, children = <Field source={source} /> } = first.props
  const linked = cloneElement(first, {}, <RecordLink to={to}>{children}</RecordLink>)
  return all.map(column => (column === first ? linked : column))
}

interface LinkProps {
  columns: ReactNode
  /** By their sources. */
  hidden: string[]
  /** The places of the columns, in the order that somebody chose. */
  order: number[] | undefined
  to: 'show' | 'edit' | false
}

interface ColumnProps {
  source?: string
  field?: ComponentType<{ source: string }>
  children?: ReactNode
}

interface ListActionsProps {
  hasFilters: boolean
  canImport: boolean
  more: ReactNode
  /** The menu of the columns. */
  children: ReactNode
}

function ListActions({ hasFilters, canImport, more, children }: ListActionsProps) {
  const { hasCreate } = useResourceDefinition()
  return (
    <TopToolbar>
      {hasFilters && <FilterButton />}
      {children}
      {more}
      {canImport && <ImportButton />}
      <ExportButton />
      {hasCreate && <CreateButton />}
    </TopToolbar>
  )
}

function BulkActions({ more, canDelete }: { more: ReactNode; canDelete: boolean }) {
  return (
    <>
      {more}
      {canDelete && <BulkDelete />}
    </>
  )
}

function ListNotRead() {
  const { error, refetch } = useListContext()
  return <NotRead error={error} onRetry={() => refetch()} />
}

/** What an empty list says: what belongs here, and the ways to fill it. */
function NothingYet({ canImport, next }: { canImport: boolean; next: ReactNode }) {
  const translate = useTranslate()
  const resource = useResourceContext() ?? ''
  const { hasCreate } = useResourceDefinition()
  const { canAccess } = useCanAccess({ resource, action: 'create' })
  const { error } = useListContext()
  if (isValidElement(error)) return error
  return (
    <Box sx={{ flex: 1, paddingTop: 6, textAlign: 'center' }}>
      <Alert severity="info" sx={{ display: 'inline-flex', textAlign: 'left', maxWidth: '40rem' }}>
        {translate(`resources.${resource}.empty`, {
          _: translate('ra.page.empty', { name: translate(`resources.${resource}.name`, 2) }),
        })}
      </Alert>
      {canAccess && (
        <Box sx={{ marginTop: 2, display: 'flex', gap: 1, justifyContent: 'center' }}>
          {hasCreate && <CreateButton variant="contained" />}
          {canImport && <ImportButton isInPage />}
        </Box>
      )}
      {next && <Box sx={{ marginTop: 2 }}>{next}</Box>}
    </Box>
  )
}
