import ProfileIcon from '@mui/icons-material/ManageAccountsOutlined'
import { ListItemIcon, ListItemText, MenuItem } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import {
  AppBar,
  CheckForApplicationUpdate,
  Layout,
  Loading,
  LoadingIndicator,
  LocalesMenuButton,
  Logout,
  TitlePortal,
  ToggleThemeButton,
  UserMenu,
  useGetIdentity,
  useTranslate,
  useUserMenu,
} from 'react-admin'
import { Link } from 'react-router'
import { readMe } from '../auth-provider.ts'
import { ConfirmIdentity } from './confirm-identity.tsx'
import { ConsoleMenu } from './menu.tsx'

const SecondFactorDue = lazy(async () => ({ default: (await import('../pages/second-factor-due.tsx')).SecondFactorDue }))

/** What the console was built from; the page itself differs at each visit. */
const STAMP = '/admin/built-from.txt'

export function ConsoleLayout({ children }: { children: ReactNode }) {
  const { data: me } = useQuery({ queryKey: ['me'], queryFn: readMe })
  const [isEnrolling, setEnrolling] = useState(false)
  if (me?.second_factor_due && !isEnrolling) setEnrolling(true)
  if (!me) return <Loading />
  // It stays until they go on: the recovery codes have to be read.
  if (isEnrolling)
    return (
      <Suspense fallback={<Loading />}>
        <SecondFactorDue me={me} onDone={() => setEnrolling(false)} />
      </Suspense>
    )
  return (
    <Layout appBar={ConsoleAppBar} menu={ConsoleMenu}>
      {children}
      <ConfirmIdentity />
      <CheckForApplicationUpdate url={STAMP} />
    </Layout>
  )
}

function ConsoleAppBar() {
  const translate = useTranslate()
  const { identity } = useGetIdentity()
  const menu = translate('ra.auth.user_menu')
  return (
    <AppBar
      userMenu={
        <UserMenu label={identity?.fullName ? `${menu}: ${identity.fullName}` : menu}>
          <ProfileItem />
          <Logout />
        </UserMenu>
      }
      toolbar={
        <>
          <LocalesMenuButton />
          <ToggleThemeButton />
          <LoadingIndicator aria-label={translate('ra.page.loading')} />
        </>
      }
    >
      {/* A block inside would be cut off without the three dots. */}
      <TitlePortal variant="h6" component="h1" sx={{ '& > span': { display: 'inline' } }} />
    </AppBar>
  )
}

function ProfileItem() {
  const translate = useTranslate()
  const menu = useUserMenu()
  return (
    <MenuItem component={Link} to="/profile" onClick={menu?.onClose}>
      <ListItemIcon>
        <ProfileIcon fontSize="small" />
      </ListItemIcon>
      <ListItemText>{translate('gatehouse.profile.title')}</ListItemText>
    </MenuItem>
  )
}
