import type { CheckOutcome, SendOutcome } from '../sms/provider.ts'
import type { OpenMailServer } from './smtp.ts'
import { isTlsFault } from './smtp-outcome.ts'
import { findStatus, meaningOf } from './status-code.ts'

type Failure = Exclude<SendOutcome, { outcome: 'accepted' }> | Exclude<CheckOutcome, { outcome: 'ok' }>

/** What an operator does about a mail server that failed, in plain words. Pure. */
export function explainFailure(failure: Failure, server: Pick<OpenMailServer, 'port' | 'security' | 'host'>): string {
  const { code, message } = failure
  if (code === 'bad_sender') return 'Correct the field "from": wifi@example.com, or Hotel Wi-Fi <wifi@example.com>.'
  if (code === 'bad_address') return 'Give exactly one address such as guest@example.com.'
  if (message.startsWith('The login was refused')) return explainLogin(message)
  if (code === '530') return 'The server wants a login: put in a user name and a password.'
  if (code === 'ETLS') return 'The server offers no STARTTLS on this port. Try port 587, or security "tls" with port 465.'
  if (isTlsFault(message)) return explainTls(message, server)
  const connection = explainConnection(code, message, server)
  if (connection) return connection
  if (/\brelay/i.test(message))
    return 'The server does not carry mail for this sender to other domains: log in, or let the address of Gatehouse send there.'
  if (failure.outcome === 'throttled')
    return 'The server asks to come back later (greylisting or a limit). Codes are tried again by themselves as long as they are valid.'
  if (failure.outcome === 'rejected' && failure.by === 'configuration' && code !== '535')
    return 'The server refuses the sender: use an address in "from" that the login may send as, and look at bounce_address too.'
  return meaningOf(findStatus(message) ?? '', message).hint
}

function explainLogin(message: string): string {
  if (/not recognized|not implemented|not supported|unrecognized|unknown command/i.test(message))
    return 'The server offers no login here: leave user name and password empty, or use the port for sending (587 or 465).'
  return 'Check user name and password. Many providers want the whole address as user name, and a password made for programs (an "app password").'
}

function explainTls(message: string, { security, host }: Pick<OpenMailServer, 'security' | 'host'>): string {
  if (/wrong version number/i.test(message))
    return security === 'tls'
      ? 'This port does not begin encrypted: use security "starttls" (usually port 587), or port 465 with "tls".'
      : 'What answers here is not what the security setting expects: use "starttls" with port 587, or "tls" with port 465.'
  if (/altnames/i.test(message))
    return `The server’s certificate is for another name than ${host}: put in the name that is in the certificate.`
  if (/expired/i.test(message)) return 'The server’s certificate has expired: it has to be renewed there.'
  return 'Nobody that this machine trusts vouches for the server’s certificate. For an authority of your own, start Gatehouse with NODE_EXTRA_CA_CERTS.'
}

function explainConnection(
  code: string,
  message: string,
  { host, port }: Pick<OpenMailServer, 'host' | 'port'>,
): string | undefined {
  if (code === 'EDNS') return `There is no server of the name ${host}: check the host.`
  if (/ECONNREFUSED/.test(message)) return `Nothing listens on port ${port} of ${host}: check the port, usually 587 or 465.`
  if (code === 'ETIMEDOUT' && /greeting/i.test(message))
    return `Port ${port} of ${host} took the connection and said nothing: a port that begins encrypted (465) needs security "tls".`
  if (code === 'ETIMEDOUT' || code === 'EABORT' || /EHOSTUNREACH|ENETUNREACH/.test(message))
    return `No answer from ${host}, port ${port}, in time: check host, port and firewall. Many hosting providers block port 25.`
  if (code === 'ECONNECTION' || code === 'ESOCKET')
    return 'The connection was lost: look into the log of the mail server, then try again.'
  if (code === 'EPROTOCOL') return `What answers on port ${port} is no mail server, or it is closed to this machine.`
  return undefined
}
