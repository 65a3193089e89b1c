import type { Db } from '../db/db.ts'
import { addSeconds } from '../lib/clock.ts'
import { hashToken } from '../lib/keys.ts'
import { randomToken, uuidv7 } from '../lib/random.ts'

const LIFETIME_S = 300
const TRIES_MAX = 5

export interface Challenge {
  id: string
  /** What is to be signed, in base64url. */
  challenge: string
}

export interface ChallengeFor {
  purpose: 'sign_in' | 'confirm' | 'register'
  /** Null: whoever has a passkey. */
  administratorId: string | null
  /** The browser that asks, as `deviceKey` makes it. */
  device: string
}

/** Makes what a passkey is to sign. It is a row, so that any node takes the answer, and takes it once. */
export async function insertChallenge(db: Db, { purpose, administratorId, device }: ChallengeFor, now: Date): Promise<Challenge> {
  const made = { id: uuidv7(now), challenge: randomToken() }
  await db.kysely
    .insertInto('administrator_challenges')
    .values({
      ...made,
      purpose,
      administrator_id: administratorId,
      device,
      created_at: now,
      expires_at: addSeconds(now, LIFETIME_S),
    })
    .execute()
  return made
}

/** Takes a challenge, whatever comes of it: it is gone. Undefined: there is none for this purpose, administrator and browser. */
export async function takeChallenge(
  db: Db,
  { id, purpose, administratorId, device }: ChallengeFor & { id: string },
  now: Date,
): Promise<string | undefined> {
  const taken = await db.kysely
    .deleteFrom('administrator_challenges')
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('administrator_id', administratorId === null ? 'is' : '=', administratorId)
    .where('device', '=', device)
    .where('expires_at', '>', now)
    .returning('challenge')
    .executeTakeFirst()
  return taken?.challenge
}

/** A sign-in whose password was right, and that waits for the second factor. */
export interface Ticket {
  id: string
  administrator_id: string
  /** What a passkey is to sign for it. */
  challenge: string
}

/** Makes a ticket, good for five minutes and five tries in the browser that the password came from. */
export async function insertTicket(
  db: Db,
  { administratorId, device, challenge }: { administratorId: string; device: string; challenge: string },
  now: Date,
): Promise<string> {
  const ticket = randomToken()
  await db.kysely
    .insertInto('administrator_tickets')
    .values({
      id: uuidv7(now),
      ticket_hash: hashToken(ticket),
      administrator_id: administratorId,
      device,
      challenge,
      created_at: now,
      expires_at: addSeconds(now, LIFETIME_S),
    })
    .execute()
  return ticket
}

/** Spends a try of a ticket before anything is compared. Undefined: there is no such ticket, or no try left. */
export async function takeTicketTry(
  db: Db,
  { ticket, device }: { ticket: string; device: string },
  now: Date,
): Promise<(Ticket & { triesLeft: number }) | undefined> {
  const taken = await db.kysely
    .updateTable('administrator_tickets')
    .set(eb => ({ tries: eb('tries', '+', 1) }))
    .where('ticket_hash', '=', hashToken(ticket))
    .where('device', '=', device)
    .where('expires_at', '>', now)
    .where('tries', '<', TRIES_MAX)
    .returning(['id', 'administrator_id', 'challenge', 'tries'])
    .executeTakeFirst()
  return taken && { ...taken, triesLeft: TRIES_MAX - taken.tries }
}
