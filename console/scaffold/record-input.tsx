import { AutocompleteInput, ReferenceInput } from 'react-admin'

interface RecordInputProps {
  /** The field with the id. */
  source: string
  /** The resource that it is of. */
  reference: string
  /** The field that it is known by. */
  sortedBy?: string
  helperText?: string
}

/** Picks a related record, in a form or as a filter. What is typed is looked for by the API: any number of records can be there. */
export function RecordInput({ source, reference, sortedBy = 'name', helperText }: RecordInputProps) {
  return (
    <ReferenceInput source={source} reference={reference} sort={{ field: sortedBy, order: 'ASC' }} perPage={100}>
      <AutocompleteInput {...(helperText !== undefined && { helperText })} sx={{ minWidth: '15rem' }} />
    </ReferenceInput>
  )
}
