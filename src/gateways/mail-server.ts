import { type RawBuilder, sql } from 'kysely'
import type { MailServer } from '../catalogue.ts'

export function selectMailServers(): RawBuilder<MailServer> {
  return sql`select * from mail_servers`
}
