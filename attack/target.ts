import type { Answer, Asked, Browser, Client } from './client.ts'

/** Whom a flow is started for. */
export interface Subject {
  /** The number or address that the code goes to. */
  contact: string
  /** What is typed to start: the contact, or a name that leads to it. */
  typed: string
}

/** An account with a proven contact. */
export interface Account extends Subject {
  login: string
  password: string
}

/** One way in which a product sends a code and takes it back. */
export interface Flow {
  name: string
  /** Whom it can be started for and never was. Makes an account first where the flow needs one. */
  subject(): Promise<Subject>
  /** Somebody with an account, and somebody without: nobody may learn which. Absent: it makes no difference to the product. */
  known?(): Promise<Subject>
  stranger?(): Subject
  start(browser: Browser, subject: Subject, asked?: Asked): Promise<Answer>
  resend(browser: Browser): Promise<Answer>
  check(browser: Browser, code: string): Promise<Answer>
  /** Whether a start was taken: a code is on its way, or is said to be. */
  isStarted(answer: Answer): boolean
  /** Whether a check was. */
  isApproved(answer: Answer): boolean
  /** Codes of one contact that were guessed wrong, over all sessions and codes, before none is taken for a while. */
  guessesMax: number
  /** Codes that one contact is sent before no more are for a while; resends are not counted. */
  startsMax: number
}

/** Where a new password is set with a code. */
export interface Reset {
  flow: Flow
  /** Asks for the new password without the step before. */
  setPassword(browser: Browser, password: string, code?: string): Promise<Answer>
  isChanged(answer: Answer): boolean
}

/** A request of a provider that was not sent by it, and what it would bring about. */
export interface Forgery {
  name: string
  send(browser: Browser): Promise<Answer>
}

/** A product under attack: what the attacks need to know of it, each as one or a few requests that anyone can send. */
export interface Target {
  name: string
  client: Client
  flows: Flow[]
  /** Signs up with a contact that is not proven yet, and a password. Absent: the product knows no passwords there. */
  signUp?: { flow: Flow; start(browser: Browser, subject: Subject, password: string, asked?: Asked): Promise<Answer> }
  reset?: Reset
  /** Makes an account whose contact is proven. */
  account(): Promise<Account>
  login(browser: Browser, login: string, password: string): Promise<Answer>
  isSignedIn(browser: Browser): Promise<boolean>
  /** The texts that a contact was sent, oldest first. Absent: what is sent cannot be seen. */
  inbox?(contact: string): Promise<string[]>
  /** Who was sent anything, once for each message. */
  recipients?(): Promise<string[]>
  /** The code within a text. */
  codeIn(text: string): string | undefined
  /** Moves the server's clock forward. Absent: time cannot be moved, and what needs it is left out. */
  advance?(seconds: number): Promise<void>
  pump: {
    /** Numbers that differ in their last digits only, that belong to nobody, and that the product guards as it guards any. */
    numbers: string[]
    /** Numbers that cost a lot or cannot be a guest's. */
    expensive: string[]
    start(browser: Browser, number: string): Promise<Answer>
    resend(browser: Browser): Promise<Answer>
    /** Messages that one such prefix may get while none of them is proven. */
    sendsMax: number
  }
  /** What a start may not be talked into: header lines by name, and form values for contacts and names. */
  poison: {
    start(browser: Browser, contact: string, asked: Asked, names?: string): Promise<Answer>
    /** Starts with a raw form body in place of what the page sends. */
    raw?(browser: Browser, body: string): Promise<Answer>
    /** The same with an address, where the product takes one. */
    rawEmail?(browser: Browser, body: string): Promise<Answer>
    contact(): string
  }
  forgeries?(): Promise<Forgery[]>
  /** Puts away what the adapter has made. */
  close(): Promise<void>
}

/** What one claim came to. `held` undefined: it could not be tried. */
export interface Finding {
  what: string
  held: boolean | undefined
  reached: string
}

/** How much is tried. */
export interface Sizes {
  /** Requests at the same moment. */
  parallel: number
  /** How often a race is run. */
  rounds: number
  /** Pairs of times that are compared. */
  pairs: number
  /** Numbers that are pumped. */
  numbers: number
}

export interface Attack {
  name: string
  tries: string
  run(target: Target, sizes: Sizes): Promise<Finding[]>
}
