import BlockIcon from '@mui/icons-material/BlockOutlined'
import ExportIcon from '@mui/icons-material/FolderZipOutlined'
import ResendIcon from '@mui/icons-material/ForwardToInboxOutlined'
import UnblockIcon from '@mui/icons-material/LockOpenOutlined'
import ResetIcon from '@mui/icons-material/LockResetOutlined'
import SignOutIcon from '@mui/icons-material/LogoutOutlined'
import EraseIcon from '@mui/icons-material/PersonRemoveOutlined'
import { useState } from 'react'
import { Button, useRecordContext } from 'react-admin'
import { AskedAction, AskedDialog } from '../../scaffold/asked-action.tsx'
import { useMayCall } from '../../scaffold/may-call.ts'
import { MoreMenu } from '../../scaffold/more-menu.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { ResetDialog } from './reset-dialog.tsx'

const WORDS = 'resources.accounts.actions'

/** What can be done for a guest and, behind "More", about them. */
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
      <RarerActions />
    </>
  )
}

function StartReset() {
  const canAccess = useMayCall('start_password_reset')
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

function RarerActions() {
  const account = useRecordContext()
  const [chosen, setChosen] = useState<'sign_out' | 'block' | 'erase'>()
  const [canSignOut, canChange] = [useMayCall('sign_out_account'), useMayCall('update_accounts')]
  const [canExport, canErase] = [useMayCall('export_account'), useMayCall('erase_account')]
  if (!account) return null
  const onClose = () => setChosen(undefined)
  const items = [
    canSignOut && { label: `${WORDS}.sign_out`, icon: <SignOutIcon />, onChoose: () => setChosen('sign_out') },
    canExport && {
      label: `${WORDS}.export_data`,
      icon: <ExportIcon />,
      href: `/api/v1/accounts/${account.id}/export`,
      download: `${account.login}.json`,
    },
    canChange &&
      account.status !== 'blocked' && {
        label: `${WORDS}.block`,
        icon: <BlockIcon />,
        color: 'error' as const,
        onChoose: () => setChosen('block'),
      },
    canErase && {
      label: `${WORDS}.erase`,
      icon: <EraseIcon />,
      color: 'error' as const,
      onChoose: () => setChosen('erase'),
    },
  ]
  return (
    <>
      <MoreMenu items={items.filter(item => item !== false)} />
      {chosen === 'sign_out' && (
        <AskedDialog
          path={id => `/accounts/${id}/sign_out`}
          label={`${WORDS}.sign_out`}
          question={`${WORDS}.sign_out_question`}
          done={`${WORDS}.signed_out`}
          onClose={onClose}
        />
      )}
      {chosen === 'block' && (
        <AskedDialog
          method="PATCH"
          path={id => `/accounts/${id}`}
          body={{ status: 'blocked' }}
          label={`${WORDS}.block`}
          question={`${WORDS}.block_question`}
          done={`${WORDS}.blocked`}
          color="error"
          onClose={onClose}
        />
      )}
      {chosen === 'erase' && <EraseDialog accountId={String(account.id)} login={account.login} onClose={onClose} />}
    </>
  )
}
