import { z } from 'zod'
import type { MailServer } from '../catalogue.ts'
import type { Context } from '../context.ts'
import { parseMailbox } from '../email/address.ts'
import { bounceAddressProblem } from '../email/bounce-address.ts'
import { openMailServer, passwordContext } from '../email/open-mail-server.ts'
import { selectMailServers } from '../gateways/mail-server.ts'
import { invalidFields } from '../http/parse.ts'
import { bounceHookUrl } from '../messages/email-hooks.ts'
import { id, integer, line, name, note, secret, stamps, warnings } from './fields.ts'
import { refuseKeptSecret } from './kept-secret.ts'
import { type Resource, seesSecrets } from './resource.ts'

const PROVIDERS = ['smtp', 'simulator'] as const
const SECURITY = ['none', 'starttls', 'tls'] as const

const fields = {
  name,
  provider: z.enum(PROVIDERS).describe('`simulator` shows its mail at /simulator and sends none. `smtp` unless said.'),
  host: line(253)
    .regex(/^[^\s/@?#\\]*$/, 'Must be a host name or an IP address, without a port.')
    .describe('Needed with `smtp`.'),
  port: integer(1, 65_535).describe('587 unless said.'),
  security: z
    .enum(SECURITY)
    .describe('`starttls` (unless said) upgrades the connection and insists on it; `tls` is encrypted from the start, port 465.'),
  username: line(254).describe('Empty: no sign-in.'),
  from: line(320, 1)
    .refine(
      text => parseMailbox(text) !== undefined,
      'Must be an address such as wifi@example.com or Hotel Wi-Fi <wifi@example.com>.',
    )
    .describe('The sender.'),
  bounce_address: line(254)
    .refine(
      text => text === '' || bounceAddressProblem(text) === undefined,
      'Must be one address such as bounces@example.com, without a + and with at most 21 characters before the @.',
    )
    .describe(
      'Where mail that comes back goes: `bounces@example.com` becomes `bounces+TOKEN@example.com` for each message. Empty: it goes to the sender, and Gatehouse learns nothing of it.',
    ),
  position: integer(0, 1_000_000).describe('The order in which they are tried: lower first, then by name. 0 unless said.'),
  note,
  enabled: z.boolean().describe('True unless said.'),
}
const update = z
  .strictObject({
    ...fields,
    password: secret(500).describe(
      'Write-only; left out it stays, empty or null clears it. With another host it is put in again, except with the root key.',
    ),
  })
  .partial()

/** A mail server is never in use by another record: plans that need one say so in their warnings once the last is gone. */
export const mailServers: Resource<MailServer, z.output<typeof update>> = {
  name: 'mail_servers',
  one: 'mail server',
  tag: 'Mail servers',
  about: 'Where codes and notices by email leave, and the texts of free SMS.',
  schema: 'MailServer',
  read: z.object({
    id,
    ...fields,
    name: z.string(),
    host: z.string(),
    from: z.string(),
    bounce_address: z.string(),
    note: z.string(),
    bounce_hook_url: z
      .string()
      .nullable()
      .describe(
        'Where your mail server can hand in returned mail: POST the whole mail as it is. Its token is a secret: null for a role below `operator`.',
      ),
    password: z.null().describe('Never read back.'),
    password_set: z.boolean(),
    warnings,
    ...stamps,
  }),
  create: update.required({ name: true, from: true }),
  update,
  example: {
    id: '0199a7a0-5c00-7000-8000-000000000005',
    name: 'Office relay',
    provider: 'smtp',
    host: 'smtp.example.com',
    port: 587,
    security: 'starttls',
    username: 'wifi',
    password: null,
    password_set: true,
    from: 'Hotel Aurora <wifi@example.com>',
    bounce_address: 'bounces@example.com',
    bounce_hook_url:
      'https://wifi.example.com/hooks/email/0199a7a0-5c00-7000-8000-000000000005?t=dTpOR1eMvJdC0xYyX2eBkz4cY0o1QbUu2wq9m7lZr8A',
    position: 0,
    note: '',
    enabled: true,
    warnings: [],
    created_at: '2026-11-22T10:00:00.000Z',
    updated_at: '2026-11-22T10:00:00.000Z',
  },
  newExample: {
    name: 'Office relay',
    host: 'smtp.example.com',
    username: 'wifi',
    password: 'the password of the mailbox',
    from: 'Hotel Aurora <wifi@example.com>',
  },
  columns: {
    name: 'text',
    provider: PROVIDERS,
    host: 'text',
    port: 'integer',
    security: SECURITY,
    username: 'text',
    from: 'text',
    bounce_address: 'text',
    position: 'integer',
    note: 'text',
    enabled: 'boolean',
    created_at: 'time',
    updated_at: 'time',
  },
  search: ['name', 'host', 'from', 'note'],
  sortedBy: 'name',
  cached: true,
  unique: { mail_servers_name_key: { field: 'name', message: 'Another mail server has this name.' } },
  select: selectMailServers,
  prepare(ctx, { password, ...columns }, { id: recordId, before, caller }) {
    const provider = columns.provider ?? before?.provider ?? 'smtp'
    if (provider === 'smtp' && !(columns.host ?? before?.host))
      throw invalidFields([{ field: 'host', message: 'Put in the name of the SMTP server.' }])
    if (before?.password_encrypted && password === undefined && columns.host !== undefined)
      refuseKeptSecret(caller, 'password', { before: [before.host.toLowerCase()], after: [columns.host.toLowerCase()] })
    return {
      values: {
        ...(!before && { provider }),
        ...columns,
        ...(password !== undefined && {
          password_encrypted: password ? ctx.keys.encrypt(password, passwordContext(recordId)) : null,
        }),
      },
    }
  },
  present: (ctx, row, caller) => ({
    id: row.id,
    name: row.name,
    provider: row.provider,
    host: row.host,
    port: row.port,
    security: row.security,
    username: row.username,
    password: null,
    password_set: row.password_encrypted !== null,
    from: row.from,
    bounce_address: row.bounce_address,
    bounce_hook_url: seesSecrets(caller) ? bounceHookUrl(ctx, row.id) : null,
    position: row.position,
    note: row.note,
    enabled: row.enabled,
    warnings: serverWarnings(ctx, row),
    created_at: row.created_at,
    updated_at: row.updated_at,
  }),
}

function serverWarnings(ctx: Context, row: MailServer): string[] {
  if (row.provider === 'simulator') return ['Mail is shown on the simulator page and reaches no real mailbox.']
  const found: string[] = []
  if (row.username && !row.password_encrypted) found.push('There is a user name but no password: the server will likely refuse.')
  if (!openMailServer(ctx.keys, row))
    found.push('The stored password was encrypted with another GATEHOUSE_SECRET_KEY: put it in again.')
  if (row.security === 'none' && !/^(localhost|127\.|\[?::1)/.test(row.host))
    found.push('The connection is not encrypted: the password and the codes can be read on the way. Use starttls or tls.')
  return found
}
