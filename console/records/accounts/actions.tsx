import BlockIcon from '@mui/icons-material/BlockOutlined'
import ExportIcon from '@mui/icons-material/FolderZipOutlined'
import ResendIcon from '@mui/icons-material/ForwardToInboxOutlined'
import UnblockIcon from '@mui/icons-material/LockOpenOutlined'
import ResetIcon from '@mui/icons-material/LockResetOutlined'
import SignOutIcon from '@mui/icons-material/LogoutOutlined'
import EraseIcon from '@mui/icons-material/PersonRemoveOutlined'
import { useState } from 'react'
import { Button, useCanAccess, useRecordContext } from 'react-admin'
import { AskedAction } from '../../scaffold/asked-action.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { ResetDialog } from './reset-dialog.tsx'

const WORDS = 'resources.accounts.actions'

/** What can be done for, and about, a guest. */
export function AccountActions() {
  return (
    <>
      <AskedAction
        operation="resend_account_code"
        when={account => account.status === 'pending'}
        path={id => `/accounts/${id}/resend_code`}
        label={`${WORDS}.resend`}
        question={`${WORDS}.resend_question`}
        done={`${WORDS}.resent`}
        icon={<ResendIcon />}
      />
      <StartReset />
      <AskedAction
        operation="sign_out_account"
        path={id => `/accounts/${id}/sign_out`}
        label={`${WORDS}.sign_out`}
        question={`${WORDS}.sign_out_question`}
        done={`${WORDS}.signed_out`}
        icon={<SignOutIcon />}
      />
      <AskedAction
        operation="update_accounts"
        when={account => account.status !== 'blocked'}
        method="PATCH"
        path={id => `/accounts/${id}`}
        body={{ status: 'blocked' }}
        label={`${WORDS}.block`}
        question={`${WORDS}.block_question`}
        done={`${WORDS}.blocked`}
        icon={<BlockIcon />}
        color="error"
      />
      <AskedAction
        operation="update_accounts"
        when={account => account.status === 'blocked'}
        method="PATCH"
        path={id => `/accounts/${id}`}
        body={{ status: 'active' }}
        label={`${WORDS}.unblock`}
        question={`${WORDS}.unblock_question`}
        done={`${WORDS}.unblocked`}
        icon={<UnblockIcon />}
      />
      <ExportData />
      <EraseData />
    </>
  )
}

function StartReset() {
  const { canAccess } = useCanAccess({ resource: 'api', action: 'start_password_reset' })
  const [isOpen, setOpen] = useState(false)
  const account = useRecordContext()
  if (!canAccess || !account || account.status === 'blocked') return null
  return (
    <>
      <Button label={`${WORDS}.reset`} onClick={() => setOpen(true)}>
        <ResetIcon />
      </Button>
      {isOpen && <ResetDialog accountId={String(account.id)} onClose={() => setOpen(false)} />}
    </>
  )
}

function ExportData() {
  const { canAccess } = useCanAccess({ resource: 'api', action: 'export_account' })
  const account = useRecordContext()
  if (!canAccess || !account) return null
  return (
    <Button
      component="a"
      href={`/api/v1/accounts/${account.id}/export`}
      download={`${account.login}.json`}
      label={`${WORDS}.export_data`}
    >
      <ExportIcon />
    </Button>
  )
}

function EraseData() {
  const { canAccess } = useCanAccess({ resource: 'api', action: 'erase_account' })
  const [isOpen, setOpen] = useState(false)
  const account = useRecordContext()
  if (!canAccess || !account) return null
  return (
    <>
      <Button label={`${WORDS}.erase`} color="error" onClick={() => setOpen(true)}>
        <EraseIcon />
      </Button>
      {isOpen && <EraseDialog accountId={String(account.id)} login={account.login} onClose={() => setOpen(false)} />}
    </>
  )
}
