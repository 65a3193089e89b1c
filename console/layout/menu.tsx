import AdministratorsIcon from '@mui/icons-material/AdminPanelSettingsOutlined'
import BlocksIcon from '@mui/icons-material/BlockOutlined'
import CarriersIcon from '@mui/icons-material/CellTowerOutlined'
import PortalsIcon from '@mui/icons-material/DevicesOutlined'
import SuppressionsIcon from '@mui/icons-material/DoNotDisturbOnOutlined'
import MessagesIcon from '@mui/icons-material/ForumOutlined'
import GroupsIcon from '@mui/icons-material/GroupsOutlined'
import AuditIcon from '@mui/icons-material/HistoryEduOutlined'
import MailIcon from '@mui/icons-material/MailOutlined'
import AccountsIcon from '@mui/icons-material/PeopleAltOutlined'
import PlansIcon from '@mui/icons-material/SellOutlined'
import GatewaysIcon from '@mui/icons-material/SmsOutlined'
import LimitsIcon from '@mui/icons-material/SpeedOutlined'
import SettingsIcon from '@mui/icons-material/TuneOutlined'
import ValidationsIcon from '@mui/icons-material/VerifiedUserOutlined'
import KeysIcon from '@mui/icons-material/VpnKeyOutlined'
import { Box, Typography } from '@mui/material'
import { type ComponentType, Fragment } from 'react'
import { Menu, MenuItemLink, useSidebarState, useTranslate } from 'react-admin'
import { loadAhead } from '../places.ts'
import { useMayCall } from '../scaffold/may-call.ts'

interface Entry {
  /** Where it leads, under the console's address. */
  to: string
  /** The operation that whoever sees it must be able to call. */
  needs: string
  icon: ComponentType
}

// The headings are those of the rXg's menus, so that its manual's words lead to the same places.
const SECTIONS: { heading: string; entries: Entry[] }[] = [
  {
    heading: 'gatehouse.menu.activity',
    entries: [
      { to: 'messages', needs: 'list_messages', icon: MessagesIcon },
      { to: 'validations', needs: 'list_validations', icon: ValidationsIcon },
    ],
  },
  {
    heading: 'gatehouse.menu.identities',
    entries: [
      { to: 'accounts', needs: 'list_accounts', icon: AccountsIcon },
      { to: 'account_groups', needs: 'list_account_groups', icon: GroupsIcon },
    ],
  },
  { heading: 'gatehouse.menu.billing', entries: [{ to: 'usage_plans', needs: 'list_usage_plans', icon: PlansIcon }] },
  { heading: 'gatehouse.menu.policies', entries: [{ to: 'splash_portals', needs: 'list_splash_portals', icon: PortalsIcon }] },
  {
    heading: 'gatehouse.menu.portals',
    entries: [
      { to: 'sms_gateways', needs: 'list_sms_gateways', icon: GatewaysIcon },
      { to: 'carriers', needs: 'list_carriers', icon: CarriersIcon },
      { to: 'mail_servers', needs: 'list_mail_servers', icon: MailIcon },
    ],
  },
  {
    heading: 'gatehouse.menu.protection',
    entries: [
      { to: 'limits', needs: 'read_limits', icon: LimitsIcon },
      { to: 'blocks', needs: 'list_blocks', icon: BlocksIcon },
      { to: 'suppressions', needs: 'list_suppressions', icon: SuppressionsIcon },
    ],
  },
  {
    heading: 'gatehouse.menu.system',
    entries: [
      { to: 'settings', needs: 'read_settings', icon: SettingsIcon },
      { to: 'administrators', needs: 'list_administrators', icon: AdministratorsIcon },
      { to: 'api_keys', needs: 'list_api_keys', icon: KeysIcon },
      { to: 'audit_events', needs: 'list_audit_events', icon: AuditIcon },
    ],
  },
]

// Other languages have longer names than English; cut off they would say nothing.
const WRAPPED = {
  '& .MuiTypography-noWrap': { whiteSpace: 'normal', overflowWrap: 'anywhere', hyphens: 'auto', lineHeight: 1.3 },
}

export function ConsoleMenu() {
  const [open] = useSidebarState()
  return (
    <Menu
      sx={{
        paddingBottom: 4,
        '& .RaMenuItemLink-root': { paddingRight: 1 },
        ...(open && WRAPPED),
      }}
    >
      <Menu.DashboardItem />
      {SECTIONS.map(({ heading, entries }) => (
        <Fragment key={heading}>
          {open && <Heading text={heading} entries={entries} />}
          {entries.map(entry => (
            <MenuEntry key={entry.to} {...entry} />
          ))}
        </Fragment>
      ))}
    </Menu>
  )
}

/** A heading over nothing would only puzzle: it shows with its first entry. */
function Heading({ text, entries }: { text: string; entries: Entry[] }) {
  const translate = useTranslate()
  const first = entries[0]
  const canAccess = useMayCall(first?.needs ?? '')
  if (!canAccess) return null
  return (
    <Box sx={{ paddingInline: 3, paddingTop: 2, paddingBottom: 0.5 }}>
      <Typography variant="caption" sx={{ display: 'block', color: 'text.secondary', fontWeight: 600, lineHeight: 1.4 }}>
        {translate(text)}
      </Typography>
    </Box>
  )
}

function MenuEntry({ to, needs, icon: Icon }: Entry) {
  const translate = useTranslate()
  const canAccess = useMayCall(needs)
  if (!canAccess) return null
  const label = translate(`resources.${to}.name`, { smart_count: 2 })
  const load = () => loadAhead(to)
  return <MenuItemLink to={`/${to}`} primaryText={label} leftIcon={<Icon />} onPointerEnter={load} onFocus={load} />
}
