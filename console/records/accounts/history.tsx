import ForgetIcon from '@mui/icons-material/PhonelinkEraseOutlined'
import { Alert, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { RecordContextProvider, ReferenceField, useLocale, useRecordContext, useTranslate } from 'react-admin'
import { call } from '../../rest.ts'
import { AskedAction } from '../../scaffold/asked-action.tsx'
import { NotRead } from '../../scaffold/not-read.tsx'
import { useServerText } from '../../server-text.ts'

const WORDS = 'resources.accounts.history'

interface SignIn {
  id: string
  splash_portal_id: string
  at: string
  ended_at: string | null
  user_agent: string
  address: string
}

interface Device {
  id: string
  first_proven_at: string
  last_proven_at: string
  user_agent: string
}

function useTime(): (iso: string | null) => string {
  const locale = useLocale()
  return iso => (iso === null ? '–' : new Date(iso).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' }))
}

/** When, where and by which browser the guest has signed in. */
export function SignIns() {
  const translate = useTranslate()
  const serverText = useServerText()
  const time = useTime()
  const account = useRecordContext()
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts', 'sign_ins', account?.id],
    queryFn: ({ signal }) =>
      call<{ data: SignIn[]; failed_sign_ins_last_hour: number }>(`/accounts/${account?.id}/sign_ins`, { signal }),
    enabled: account !== undefined,
  })
  if (!data) return error ? <NotRead error={error} onRetry={refetch} /> : null
  return (
    <>
      {data.failed_sign_ins_last_hour > 0 && (
        <Alert severity="warning">{translate(`${WORDS}.failed`, { smart_count: data.failed_sign_ins_last_hour })}</Alert>
      )}
      {data.data.length === 0 ? (
        <Typography variant="body2">{translate(`${WORDS}.none`)}</Typography>
      ) : (
        <Table size="small">
          <Heads names={['at', 'ended_at', 'user_agent', 'address', 'splash_portal']} />
          <TableBody>
            {data.data.map(signIn => (
              <TableRow key={signIn.id}>
                <TableCell>{time(signIn.at)}</TableCell>
                <TableCell>{signIn.ended_at ? time(signIn.ended_at) : translate(`${WORDS}.current`)}</TableCell>
                <TableCell>{serverText(signIn.user_agent) || translate(`${WORDS}.unknown`)}</TableCell>
                <TableCell>{signIn.address || translate(`${WORDS}.unknown`)}</TableCell>
                <TableCell>
                  <RecordContextProvider value={signIn}>
                    <ReferenceField source="splash_portal_id" reference="splash_portals" link="show" />
                  </RecordContextProvider>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </>
  )
}

/** The browsers that the guest is known by: strangers' mistakes do not lock these out. */
export function Devices() {
  const translate = useTranslate()
  const serverText = useServerText()
  const time = useTime()
  const account = useRecordContext()
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts', 'devices', account?.id],
    queryFn: ({ signal }) => call<{ data: Device[] }>(`/accounts/${account?.id}/devices`, { signal }),
    enabled: account !== undefined,
  })
  if (!data) return error ? <NotRead error={error} onRetry={refetch} /> : null
  if (data.data.length === 0) return <Typography variant="body2">{translate(`${WORDS}.no_devices`)}</Typography>
  return (
    <>
      <Table size="small">
        <Heads names={['user_agent', 'first_proven', 'last_proven']} />
        <TableBody>
          {data.data.map(device => (
            <TableRow key={device.id}>
              <TableCell>{serverText(device.user_agent) || translate(`${WORDS}.unknown`)}</TableCell>
              <TableCell>{time(device.first_proven_at)}</TableCell>
              <TableCell>{time(device.last_proven_at)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <AskedAction
        operation="forget_devices"
        path={id => `/accounts/${id}/forget_devices`}
        label="resources.accounts.actions.forget"
        question="resources.accounts.actions.forget_question"
        done="resources.accounts.actions.forgotten"
        icon={<ForgetIcon />}
        onDone={refetch}
      />
    </>
  )
}

function Heads({ names }: { names: string[] }) {
  const translate = useTranslate()
  return (
    <TableHead>
      <TableRow>
        {names.map(name => (
          <TableCell key={name}>{translate(`${WORDS}.${name}`)}</TableCell>
        ))}
      </TableRow>
    </TableHead>
  )
}
