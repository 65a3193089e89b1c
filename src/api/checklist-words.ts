import type { ChecklistKey } from './checklist-keys.ts'

// An alias, not an interface: the console's phrases want it as a record of texts.
type Words = {
  title: string
  why: string
  action: string
}

/** What each point of the checklist is about, for programs and people without the console. */
export const CHECKLIST_WORDS: Record<ChecklistKey, Words> = {
  administrator: {
    title: 'An administrator',
    why: 'Without one nobody can sign in to the console.',
    action: 'Open the link that Gatehouse prints when it starts, or create one under administrators.',
  },
  second_factor: {
    title: 'A second factor for your own sign-in',
    why: 'A password that got out would open the console and everything in it.',
    action: 'Add an authenticator app or a passkey to your own account.',
  },
  operator: {
    title: 'Who runs this, and where',
    why: 'New portals take their country from it, and statistics count the days of your time zone.',
    action: 'Put in your name and country under settings.',
  },
  portal: {
    title: 'A splash portal that offers a plan',
    why: 'It is the page on which guests sign up.',
    action: 'Create a splash portal and attach at least one usage plan that can be offered.',
  },
  public_url_is_localhost: {
    title: 'An address that others can reach',
    why: 'The public URL works on this machine only: links in messages lead nowhere, and no provider can report a delivery.',
    action: 'Set GATEHOUSE_PUBLIC_URL, or public_url under settings, to what guests can reach, and start Gatehouse anew.',
  },
  public_url_https: {
    title: 'An encrypted address',
    why: 'Without https, passwords and codes can be read on the way, and phones do not fill in codes by themselves.',
    action: 'Put a reverse proxy with a certificate in front, and set the public URL to its https address.',
  },
  sms_gateway: {
    title: 'An SMS gateway that reaches phones',
    why: 'Only the simulator sends text messages now: they reach no phone.',
    action: 'Add a gateway of your provider under SMS gateways, and enable it.',
  },
  sms_gateway_tested: {
    title: 'A text message that got through each gateway',
    why: 'Wrong credentials or a wrong sender show only when something is sent.',
    action: 'Send a test message to your own phone through each gateway.',
  },
  test_credentials: {
    title: 'Live credentials in place of test credentials',
    why: 'With test credentials the provider pretends to send: nothing reaches a phone.',
    action: 'Put in the live credentials and your own sender.',
  },
  trial_account: {
    title: 'A full account in place of a trial',
    why: 'A trial account sends to a few numbers that were verified at the provider, and to no guest.',
    action: 'Upgrade the account at the provider.',
  },
  mail_server: {
    title: 'A mail server that reaches mailboxes',
    why: 'Only the simulator sends mail now: codes by email reach nobody.',
    action: 'Add your mail server under mail servers, and enable it.',
  },
  mail_server_tested: {
    title: 'A mail that got through each mail server',
    why: 'A wrong password or sender shows only when something is sent.',
    action: 'Send a test mail to yourself through each mail server.',
  },
  plan_not_offered: {
    title: 'Every usage plan on a portal',
    why: 'A plan that no splash portal offers can be taken by nobody.',
    action: 'Attach the plan to a splash portal, or delete it.',
  },
  plan_cannot_be_validated: {
    title: 'Plans whose proof can be asked for',
    why: 'The plan asks for a proof that nothing can send: portals do not offer it, or offer only one of its two ways.',
    action: 'Attach an enabled SMS gateway to the plan, or enable a mail server.',
  },
  portal_cannot_reset: {
    title: 'Portals whose passwords can be reset',
    why: 'The portal promises resets by a way that nothing can send.',
    action: 'Attach an enabled SMS gateway to the portal, enable a mail server, or choose another method.',
  },
  spend_cap: {
    title: 'A limit on what text messages may cost',
    why: 'Somebody may make this system send to numbers that they earn by. A limit bounds what that can cost.',
    action: 'Set a daily or monthly limit on each gateway or for all together, and put in prices so that it counts.',
  },
}
