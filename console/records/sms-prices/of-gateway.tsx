import AddIcon from '@mui/icons-material/AddOutlined'
import DeleteIcon from '@mui/icons-material/DeleteOutlined'
import EditIcon from '@mui/icons-material/EditOutlined'
import ExportIcon from '@mui/icons-material/FileDownloadOutlined'
import { Box, IconButton, Typography } from '@mui/material'
import { useState } from 'react'
import {
  Button,
  Confirm,
  DataTable,
  Pagination,
  ReferenceManyField,
  useCanAccess,
  useDelete,
  useListContext,
  useLocale,
  useNotify,
  useRecordContext,
  useRefresh,
  useTranslate,
} from 'react-admin'
import { BulkDelete } from '../../scaffold/bulk.tsx'
import { Section } from '../../scaffold/form.tsx'
import { describeMoney } from '../../scaffold/money.ts'
import { nameOfCountry } from './country.ts'
import { PriceDialog } from './dialog.tsx'
import { ImportPrices } from './import.tsx'

const RESOURCE = 'sms_prices'

/** What a gateway's messages cost, by country. */
export function SmsPricesOfGateway() {
  const translate = useTranslate()
  const { canAccess } = useCanAccess({ resource: RESOURCE, action: 'list' })
  if (!canAccess) return null
  return (
    <Section title="resources.sms_gateways.sections.prices">
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {translate('resources.sms_prices.intro')}
      </Typography>
      <ReferenceManyField
        reference={RESOURCE}
        target="sms_gateway_id"
        sort={{ field: 'country', order: 'ASC' }}
        perPage={25}
        empty={false}
      >
        <Prices />
      </ReferenceManyField>
    </Section>
  )
}

function Prices() {
  const translate = useTranslate()
  const { total, isPending } = useListContext()
  return (
    <>
      <Actions />
      {total === 0 && !isPending ? (
        <Typography variant="body2" sx={{ paddingBlock: 1 }}>
          {translate('resources.sms_prices.none')}
        </Typography>
      ) : (
        <>
          <DataTable
            rowClick={false}
            bulkActionButtons={<BulkDelete />}
            sx={{ maxWidth: '48rem', '& .RaDataTable-tableWrapper': { overflowX: 'auto' } }}
          >
            <DataTable.Col source="country" field={PriceCountry} />
            <DataTable.Col source="price" align="right" field={Price} />
            <DataTable.Col source="note" />
            <DataTable.Col label="resources.sms_prices.actions" disableSort align="right" field={RowActions} />
          </DataTable>
          {(total ?? 0) > 25 && <Pagination rowsPerPageOptions={[25, 100, 250]} />}
        </>
      )}
    </>
  )
}

function Actions() {
  const gateway = useRecordContext()
  const { canAccess: canCreate } = useCanAccess({ resource: RESOURCE, action: 'create' })
  const { canAccess: canExport } = useCanAccess({ resource: RESOURCE, action: 'export' })
  const { total } = useListContext()
  const [isAdding, setAdding] = useState(false)
  if (!gateway) return null
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginTop: 1 }}>
      {canCreate && (
        <Button label="resources.sms_prices.add" onClick={() => setAdding(true)}>
          <AddIcon />
        </Button>
      )}
      <ImportPrices gatewayId={String(gateway.id)} />
      {canExport && (total ?? 0) > 0 && (
        <Button
          component="a"
          href={`/api/v1/sms_gateways/${gateway.id}/prices/export`}
          download="sms-prices.csv"
          label="ra.action.export"
        >
          <ExportIcon />
        </Button>
      )}
      {isAdding && <PriceDialog gatewayId={String(gateway.id)} onClose={() => setAdding(false)} />}
    </Box>
  )
}

function PriceCountry(_props: { source?: string }) {
  const translate = useTranslate()
  const locale = useLocale()
  const price = useRecordContext()
  if (!price) return null
  return <span>{nameOfCountry(price.country, locale, translate)}</span>
}

function Price(_props: { source?: string }) {
  const locale = useLocale()
  const price = useRecordContext()
  return price ? <span>{describeMoney(price.price, price.currency, locale)}</span> : null
}

function RowActions() {
  const translate = useTranslate()
  const locale = useLocale()
  const notify = useNotify()
  const refresh = useRefresh()
  const price = useRecordContext()
  const { canAccess: canEdit } = useCanAccess({ resource: RESOURCE, action: 'edit' })
  const { canAccess: canDelete } = useCanAccess({ resource: RESOURCE, action: 'delete' })
  const [open, setOpen] = useState<'edit' | 'delete'>()
  const [remove, { isPending }] = useDelete()
  if (!price) return null
  const country = nameOfCountry(price.country, locale, translate)

  const confirm = () =>
    remove(
      RESOURCE,
      { id: price.id, previousData: price },
      {
        onSuccess: () => notify('gatehouse.scaffold.deleted', { type: 'success' }),
        onError: error => notify(error instanceof Error ? error.message : String(error), { type: 'error' }),
        onSettled: () => {
          setOpen(undefined)
          refresh()
        },
      },
    )

  return (
    <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
      {canEdit && (
        <IconButton size="small" onClick={() => setOpen('edit')} aria-label={translate('resources.sms_prices.edit', { country })}>
          <EditIcon fontSize="small" />
        </IconButton>
      )}
      {canDelete && (
        <IconButton
          size="small"
          onClick={() => setOpen('delete')}
          aria-label={translate('resources.sms_prices.delete', { country })}
        >
          <DeleteIcon fontSize="small" />
        </IconButton>
      )}
      {open === 'edit' && <PriceDialog gatewayId={price.sms_gateway_id} price={price} onClose={() => setOpen(undefined)} />}
      <Confirm
        isOpen={open === 'delete'}
        loading={isPending}
        title={translate('resources.sms_prices.delete_title', { country })}
        content={translate('gatehouse.scaffold.delete_text')}
        confirm="ra.action.delete"
        confirmColor="warning"
        onConfirm={confirm}
        onClose={() => setOpen(undefined)}
      />
    </Box>
  )
}
