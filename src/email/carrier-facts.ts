import type { Carrier } from '../catalogue.ts'
import type { CarrierStatus } from '../db/tables.ts'

/** What is known of a carrier's email-to-SMS gateway. `fact_key` names it for good, for example `US/verizon`. */
export type CarrierFact = Pick<
  Carrier,
  'name' | 'country' | 'address_template' | 'status' | 'sunset_on' | 'last_verified_on' | 'sources' | 'note'
> & { fact_key: string }

const VUFIND = 'https://github.com/vufind-org/vufind/pull/4327 (DNS checked 2025-04-08)'
const ATT_NOTICE = 'https://www.att.com/support/article/wireless/KM1061254/ (end on 2025-06-17)'
const ROGERS_NOTICE =
  'https://communityforums.rogers.com/t5/Account-Support/Email-to-SMS-service-discontinued/td-p/510696 (ended July 2023)'
const ROGERS_REPORT = 'https://github.com/mfitzp/List_of_SMS_gateways/issues/19 (2023-07-18)'
const BELL_NOTICE = 'https://github.com/mfitzp/List_of_SMS_gateways/issues/26 (notice of 2025-10-28)'
const TELUS_REPORT = 'https://github.com/mfitzp/List_of_SMS_gateways/issues/8 (worked on 2022-01-13)'
const FREEDOM_REPORT = 'https://github.com/mfitzp/List_of_SMS_gateways/issues/12 (2022-11-10)'
const GATEWAYS_OVERVIEW = 'https://ourcodeworld.com/articles/read/3339/verizon-vtext-shutdown-what-it-teams-are-using-now (2026)'
const VERIZON_END = 'https://networkustad.com/verizon-vtext-shutdown (2026: end by 2027-03-31)'
const VERIZON_FAQ = 'https://espanol2.verizon.com/about/account-security/email-to-text-faqs'
const LIST_2021 = 'https://github.com/cubiclesoft/email_sms_mms_gateways (2021-06-29)'

const retired = (name: string, country: string, domain: string, lastVerifiedOn: string, sources: string[], note: string) =>
  fact({ name, country, domain, status: 'retired', lastVerifiedOn, sources, note })
const unknown = (name: string, country: string, domain: string, sources: string[], note: string, sunsetOn?: string) =>
  fact({ name, country, domain, status: 'unknown', sources, note, sunsetOn })

/** A carrier that changes its name in this list must keep its key: give it one by hand then. */
function factKey(of: { name: string; country: string }): string {
  return `${of.country}/${of.name
    .toLowerCase()
    .replace('&', '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')}`
}

function fact(of: {
  name: string
  country: string
  domain: string
  status: CarrierStatus
  sources: string[]
  note: string
  lastVerifiedOn?: string
  sunsetOn?: string | undefined
}): CarrierFact {
  return {
    fact_key: factKey(of),
    name: of.name,
    country: of.country,
    address_template: `{number}@${of.domain}`,
    status: of.status,
    sunset_on: of.sunsetOn ?? null,
    last_verified_on: of.lastVerifiedOn ?? null,
    sources: of.sources,
    note: of.note,
  }
}

/**
 * The carriers of the United States and Canada as of 2026-11-22. Only Verizon's gateway is left, and it ends on
 * 2027-03-31. `unknown` (no dated proof either way) is not offered until an operator who has tried it says so.
 */
export const CARRIERS: readonly CarrierFact[] = [
  fact({
    name: 'Verizon',
    country: 'US',
    domain: 'vtext.com',
    status: 'degraded',
    lastVerifiedOn: '2026-11-22',
    sunsetOn: '2027-03-31',
    sources: [VERIZON_END, GATEWAYS_OVERVIEW, VERIZON_FAQ],
    note: 'Delivery is unreliable and a subscriber can switch it off (OFF to 4040). Verizon ends it on 2027-03-31.',
  }),
  unknown(
    'Visible',
    'US',
    'vtext.com',
    [VERIZON_END],
    'A Verizon brand; nothing dated found. Ends with vtext.com.',
    '2027-03-31',
  ),
  unknown(
    'Xfinity Mobile',
    'US',
    'vtext.com',
    [VERIZON_END],
    'On Verizon’s network; nothing dated found. Ends with vtext.com.',
    '2027-03-31',
  ),
  unknown(
    'Page Plus',
    'US',
    'vtext.com',
    [LIST_2021],
    'A Verizon brand; nothing dated found. Ends with vtext.com.',
    '2027-03-31',
  ),
  unknown('TracFone', 'US', 'mmst5.tracfone.com', [LIST_2021], 'Nothing dated found; the subscriber’s network varies.'),
  retired('AT&T', 'US', 'txt.att.net', '2025-06-17', [ATT_NOTICE, VUFIND], 'Ended by AT&T on 2025-06-17.'),
  retired('AT&T (MMS)', 'US', 'mms.att.net', '2025-06-17', [ATT_NOTICE, VUFIND], 'Ended by AT&T on 2025-06-17.'),
  retired(
    'T-Mobile',
    'US',
    'tmomail.net',
    '2026-11-22',
    [GATEWAYS_OVERVIEW, 'https://github.com/jgyates/genmon/issues/930', 'https://github.com/typpo/textbelt/issues/138'],
    'Silent since late 2024 without a notice: mail may be accepted and never arrive.',
  ),
  retired(
    'Metro by T-Mobile',
    'US',
    'mymetropcs.com',
    '2026-11-22',
    [GATEWAYS_OVERVIEW],
    'On T-Mobile’s network; silent with tmomail.net.',
  ),
  retired('Sprint', 'US', 'messaging.sprintpcs.com', '2025-04-08', [VUFIND], 'No MX and no A record; merged into T-Mobile.'),
  retired('Nextel', 'US', 'messaging.nextel.com', '2025-04-08', [VUFIND], 'No MX and no A record.'),
  retired('Alltel', 'US', 'message.alltel.com', '2025-04-08', [VUFIND], 'No MX and no A record.'),
  unknown('Boost Mobile', 'US', 'sms.myboostmobile.com', [LIST_2021], 'A list of 2021 has it; nothing dated found since.'),
  unknown('Virgin Mobile USA', 'US', 'vmobl.com', [LIST_2021], 'The brand has ended; nothing dated found on the gateway.'),
  unknown(
    'Cricket',
    'US',
    'sms.cricketwireless.net',
    ['https://github.com/typpo/textbelt/pull/122 (2018-03-20: served by AT&T)', ATT_NOTICE],
    'An AT&T brand; no notice of its own was found.',
  ),
  unknown('US Cellular', 'US', 'email.uscc.net', [LIST_2021], 'The company belongs to T-Mobile now; no notice was found.'),
  unknown('Google Fi', 'US', 'msg.fi.google.com', [LIST_2021], 'Listed in many places, nothing dated found.'),
  unknown(
    'Republic Wireless',
    'US',
    'text.republicwireless.com',
    ['https://github.com/typpo/textbelt/pull/51 (2015-09-19)'],
    'The subscriber had to enable it; the brand has ended.',
  ),
  retired(
    'Rogers',
    'CA',
    'pcs.rogers.com',
    '2025-04-08',
    [ROGERS_NOTICE, ROGERS_REPORT, VUFIND],
    'Ended in July 2023; no DNS records.',
  ),
  retired('Fido', 'CA', 'fido.ca', '2023-07-18', [ROGERS_REPORT, ROGERS_NOTICE], 'A Rogers brand: ended in July 2023.'),
  retired('chatr', 'CA', 'pcs.rogers.com', '2025-04-08', [ROGERS_NOTICE, VUFIND], 'A Rogers brand: ended in July 2023.'),
  retired('Bell', 'CA', 'txt.bell.ca', '2025-10-28', [BELL_NOTICE], 'Bell announced the end in October 2025.'),
  retired('Solo Mobile', 'CA', 'txt.bell.ca', '2025-10-28', [BELL_NOTICE], 'A Bell brand: announced to end in October 2025.'),
  retired('Virgin Plus', 'CA', 'txt.bell.ca', '2025-10-28', [BELL_NOTICE], 'A Bell brand: announced to end in October 2025.'),
  unknown('Telus', 'CA', 'msg.telus.com', [TELUS_REPORT], 'The last report of a delivery is of January 2022.'),
  unknown('Koodo', 'CA', 'msg.telus.com', [TELUS_REPORT], 'A Telus brand; the last report of a delivery is of January 2022.'),
  unknown(
    'Public Mobile',
    'CA',
    'msg.telus.com',
    [TELUS_REPORT],
    'A Telus brand; the last report of a delivery is of January 2022.',
  ),
  unknown('Freedom Mobile', 'CA', 'txt.freedommobile.ca', [FREEDOM_REPORT], 'Each subscriber has to enable it.'),
]
