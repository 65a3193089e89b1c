import AccountsIcon from '@mui/icons-material/PeopleAltOutlined'
import { Button, useRecordContext } from 'react-admin'
import { Link } from 'react-router'
import { useMayCall } from '../../scaffold/may-call.ts'

/** Leads from a group or a plan to the accounts that are in it or have it. */
export function AccountsOf({ field }: { field: 'account_group_id' | 'usage_plan_id' }) {
  const record = useRecordContext()
  const mayList = useMayCall('list_accounts')
  if (!record || !mayList) return null
  const filter = encodeURIComponent(JSON.stringify({ [field]: record.id }))
  return (
    <Button component={Link} to={`/accounts?filter=${filter}`} label="resources.accounts.of_this">
      <AccountsIcon />
    </Button>
  )
}
