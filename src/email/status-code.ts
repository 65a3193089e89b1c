import type { ErrorClass } from '../sms/provider-answer.ts'

// Status codes of mail (RFC 3463; registry of RFC 5248; 5.1.10 of RFC 7505; 5.7.20 to 5.7.26 of RFC 7372), and what an
// operator does about them. Only the second and third number are in the table: the first says permanent or not.

interface StatusMeaning {
  /** Whose fault: the address, the recipient's side against this sender, the operator's set-up, the text; or it passes by itself. */
  class: ErrorClass
  hint: string
  /** True: the address takes no mail from anybody, and trying again makes the sender look like one who guesses addresses. */
  isDead: boolean
}

const NO_MAILBOX = 'The mailbox does not exist: the guest has to correct the address.'
const NO_DOMAIN = 'The domain of the address takes no mail: the guest has to correct the address.'
const SENDER = 'The sender address is refused: correct the mail server’s from and bounce_address.'
const NOT_AUTHENTIC = 'The mail failed a check of its sender: set SPF, DKIM and DMARC up for the domain of the from address.'
const POLICY =
  'The recipient’s mail server refuses mail from here: check SPF, DKIM and DMARC, and whether your server is on a blocklist.'
const CONTENT = 'The text was refused: look at your own texts, and at SPF, DKIM and DMARC.'
const THEIR_SIDE = 'The recipient’s mail system does not work as it should; nothing is to be done here.'

const dead = (hint: string): StatusMeaning => ({ class: 'recipient', hint, isDead: true })
const because = (by: ErrorClass, hint: string): StatusMeaning => ({ class: by, hint, isDead: false })

const MEANINGS: Record<string, StatusMeaning> = {
  '1.1': dead(NO_MAILBOX),
  '1.2': dead(NO_DOMAIN),
  '1.3': dead('The address is not written correctly: the guest has to correct it.'),
  '1.4': because('recipient', 'The address fits several mailboxes: the guest has to give the full one.'),
  '1.6': dead('The mailbox has moved and left no new address: the guest has to give another one.'),
  '1.7': because('configuration', SENDER),
  '1.8': because('configuration', SENDER),
  '1.10': dead(NO_DOMAIN),
  '2.1': dead('The mailbox is switched off: the guest has to give another address.'),
  '2.2': because('recipient', 'The mailbox is full: the guest has to make room or give another address.'),
  '2.3': because('content', 'The mail is too long for the mailbox.'),
  '3.4': because('content', 'The mail is too big for the recipient’s mail system.'),
  '4.4': because('recipient', 'No mail server was found for the address: the guest has to check what is after the @.'),
  '4.6': because('route', 'The mail went round in circles between servers; nothing is to be done here.'),
  '4.7': because(
    'unavailable',
    'Your mail server tried for as long as it may and gave up: the recipient’s server did not take the mail.',
  ),
  '7.8': because('configuration', 'The login was refused: correct the user name and the password.'),
  '7.17': dead('The mailbox belongs to somebody else now: the guest has to give another address.'),
  '7.27': because(
    'configuration',
    'The domain of the sender address says that it takes no mail: correct from and bounce_address.',
  ),
}
for (const detail of [20, 21, 22, 23, 24, 25, 26]) MEANINGS[`7.${detail}`] = because('configuration', NOT_AUTHENTIC)

/** Where the detail is not known. */
const SUBJECTS: Record<string, StatusMeaning> = {
  '1': because('recipient', 'Something is wrong with the address: the guest has to check it.'),
  '2': because('recipient', 'The mailbox takes no mail: the guest has to give another address.'),
  '3': because('unavailable', THEIR_SIDE),
  '4': because('unavailable', 'The recipient’s mail server could not be reached.'),
  '5': because('route', 'The two mail servers did not understand each other; nothing is to be done here.'),
  '6': because('content', CONTENT),
  '7': because('route', POLICY),
}
const UNKNOWN = because(
  'recipient',
  'The recipient’s mail server refused the mail and did not say why in a code: read its words.',
)

/** What servers write that use one code for everything, as Exim does with 5.0.0. */
const NO_SUCH_MAILBOX =
  /\bno such (?:user|mailbox|recipient|person|address)|\b(?:unknown|invalid) (?:user|recipient|mailbox)|\b(?:user|mailbox|recipient|account)\b.{0,40}\b(?:unknown|not found|does(?: not|n[’']t) exist|no longer (?:available|exists?|valid))/i
const STATUS = /\b[245]\.[0-7]\.\d{1,3}\b/

/** Finds a status code such as 5.1.1 in what a server said; undefined: it gave none. Four numbers are an IP address, not a code. */
export function findStatus(said: string): string | undefined {
  return STATUS.exec(said.replaceAll(/\d+(?:\.\d+){3,}/g, ' '))?.[0]
}

/**
 * What a refusal means, from its status code and the server's words. A code that says nothing (5.0.0) gives way to one in
 * the words.
 */
export function meaningOf(status: string, said: string): StatusMeaning {
  const saidStatus = /\.0\.0$/.test(status) ? findStatus(said) : undefined
  const [, subject = '', detail = ''] = (saidStatus ?? status).split('.')
  const known = MEANINGS[`${subject}.${detail}`]
  if (known) return known
  const isVague = subject === '0' || subject === '' || (subject === '1' && detail === '0')
  if (isVague && NO_SUCH_MAILBOX.test(said) && !/\bsender\b/i.test(said)) return dead(NO_MAILBOX)
  return SUBJECTS[subject] ?? UNKNOWN
}
