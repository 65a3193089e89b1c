import type { MailServer } from '../catalogue.ts'
import type { Keys } from '../lib/keys.ts'
import type { OpenMailServer } from './smtp.ts'

/** What a mail server's password is encrypted for. */
export function passwordContext(mailServerId: string): string {
  return `mail_servers.password:${mailServerId}`
}

/** The server with its password in clear; undefined where it was encrypted with another secret key. */
export function openMailServer(keys: Keys, server: MailServer): OpenMailServer | undefined {
  const { password_encrypted: encrypted, ...rest } = server
  try {
    return { ...rest, password: encrypted ? keys.decrypt(encrypted, passwordContext(server.id)) : '' }
  } catch {
    return undefined
  }
}
