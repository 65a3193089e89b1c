import { Dialog, DialogTitle } from '@mui/material'
import {
  Button,
  CreateBase,
  EditBase,
  type RaRecord,
  required,
  SaveButton,
  SimpleForm,
  TextInput,
  Toolbar,
  useLocale,
  useNotify,
  useRefresh,
  useTranslate,
} from 'react-admin'
import { nameOfCountry } from './country.ts'
import { PriceCountryInput } from './country-input.tsx'

const RESOURCE = 'sms_prices'

interface PriceDialogProps {
  gatewayId: string
  /** The price to change; a new one without it. */
  price?: RaRecord
  onClose(): void
}

/** The form of one price, over the page of its gateway. */
export function PriceDialog({ gatewayId, price, onClose }: PriceDialogProps) {
  const translate = useTranslate()
  const locale = useLocale()
  const notify = useNotify()
  const refresh = useRefresh()
  const title = price
    ? translate('resources.sms_prices.edit_title', { country: nameOfCountry(price.country, locale, translate) })
    : translate('resources.sms_prices.add_title')
  const mutationOptions = {
    onSuccess: () => {
      notify('gatehouse.scaffold.saved', { type: 'success' })
      onClose()
      refresh()
    },
  }
  const form = (
    <SimpleForm toolbar={<DialogToolbar onClose={onClose} />}>
      <PriceCountryInput />
      <PriceFields />
    </SimpleForm>
  )
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="price-title">
      <DialogTitle id="price-title">{title}</DialogTitle>
      {price ? (
        <EditBase resource={RESOURCE} id={price.id} mutationMode="pessimistic" redirect={false} mutationOptions={mutationOptions}>
          {form}
        </EditBase>
      ) : (
        <CreateBase resource={RESOURCE} record={{ sms_gateway_id: gatewayId }} redirect={false} mutationOptions={mutationOptions}>
          {form}
        </CreateBase>
      )}
    </Dialog>
  )
}

function PriceFields() {
  const translate = useTranslate()
  return (
    <>
      <TextInput
        source="price"
        validate={required()}
        slotProps={{ htmlInput: { inputMode: 'decimal' } }}
        helperText={translate('resources.sms_prices.help.price')}
      />
      <TextInput source="note" helperText={translate('resources.sms_prices.help.note')} />
    </>
  )
}

function DialogToolbar({ onClose }: { onClose: () => void }) {
  return (
    <Toolbar sx={{ justifyContent: 'flex-end', gap: 1 }}>
      <Button label="ra.action.cancel" onClick={onClose} />
      <SaveButton alwaysEnable />
    </Toolbar>
  )
}
