import { BooleanInput, maxLength, NumberInput, required, SelectInput, TextInput, useRecordContext } from 'react-admin'
import { useFormContext, useWatch } from 'react-hook-form'
import { choicesOf, WordInput } from '../../scaffold/choice.tsx'
import { type CreateProps, ScaffoldCreate, ScaffoldEdit, Section, useHelp } from '../../scaffold/form.tsx'
import { MoreFields } from '../../scaffold/more-fields.tsx'
import { SecretInput } from '../../scaffold/secret-input.tsx'
import { CheckMailServer, TestMailServer } from './try-mail-server.tsx'

// System :: Portals, Mail Servers

const NEW = { provider: 'smtp', security: 'starttls', port: 587, position: 0, enabled: true }
const MORE = ['position', 'enabled']
const PORTS: Record<string, number> = { starttls: 587, tls: 465, none: 25 }

export function MailServerCreate({ onCreated }: CreateProps) {
  return (
    <ScaffoldCreate {...(onCreated && { onCreated })} defaultValues={NEW}>
      <Fields />
    </ScaffoldCreate>
  )
}

export function MailServerEdit() {
  return (
    <ScaffoldEdit
      actions={
        <>
          <CheckMailServer />
          <TestMailServer />
        </>
      }
    >
      <Fields />
    </ScaffoldEdit>
  )
}

function Fields() {
  const help = useHelp()
  const isSmtp = useWatch({ name: 'provider' }) !== 'simulator'
  return (
    <>
      <TextInput source="name" validate={[required(), maxLength(100)]} helperText={help('name')} />
      <WordInput
        source="provider"
        ids={['smtp', 'simulator']}
        prefix="resources.mail_servers.kinds"
        validate={required()}
        helperText={help('provider')}
      />
      {isSmtp && <Connection />}
      <Section title="resources.mail_servers.sections.sender">
        <TextInput source="from" validate={required()} helperText={help('from')} autoComplete="off" />
        {isSmtp && <TextInput source="bounce_address" helperText={help('bounce_address')} autoComplete="off" />}
        <TextInput source="note" multiline helperText={help('note')} />
      </Section>
      <MoreFields sources={MORE} title="resources.mail_servers.more" text="resources.mail_servers.more_help">
        <BooleanInput source="enabled" helperText={help('enabled')} />
        <NumberInput source="position" min={0} validate={required()} helperText={help('position')} />
      </MoreFields>
    </>
  )
}

function Connection() {
  const help = useHelp()
  const { getValues, setValue } = useFormContext()
  const record = useRecordContext()
  const host = useWatch({ name: 'host' })
  // The API takes no other host for a password that was put in for this one.
  const isElsewhere = record?.id !== undefined && String(host ?? '').toLowerCase() !== String(record.host).toLowerCase()

  /** The port goes along with the encryption, unless somebody put one of their own in. */
  function follow(security: string): void {
    const port = getValues('port')
    if (!port || Object.values(PORTS).includes(Number(port))) setValue('port', PORTS[security], { shouldDirty: true })
  }

  return (
    <Section title="resources.mail_servers.sections.connection">
      <TextInput source="host" validate={required()} helperText={help('host')} autoComplete="off" />
      <SelectInput
        source="security"
        choices={choicesOf(['starttls', 'tls', 'none'], 'resources.mail_servers.security')}
        validate={required()}
        onChange={event => follow(String(event.target.value))}
        helperText={help('security')}
      />
      <NumberInput source="port" min={1} max={65535} validate={required()} helperText={help('port')} />
      <TextInput source="username" helperText={help('username')} autoComplete="off" />
      <SecretInput source="password" helperText={help('password')} mustReplace={isElsewhere} />
    </Section>
  )
}
