import type { ProviderError } from '../provider-answer.ts'

const TOKEN =
  'GatewayAPI refuses the API token: copy it again from the dashboard, from the platform (.com or .eu) it was made on.'
const ACCOUNT = 'The GatewayAPI account may not do this: open its dashboard and see what it asks for, or ask its support.'
const DESTINATION = 'The GatewayAPI account may not send to this country or network: ask GatewayAPI to open it.'
const ABSENT = 'The phone is off or out of reach: the guest can ask for another code.'
const UNKNOWN_NUMBER = 'The number is not in use: the guest has to correct it.'
const NO_SMS = 'The phone or its contract cannot get SMS: the guest needs another number, or email.'
const FULL = 'The phone has no room for another SMS: the guest deletes some and asks for another code.'
const NETWORK = 'The mobile network had a failure of its own: the guest can ask for another code.'
const BLOCKED = 'The mobile network blocks this message or its sender: ask GatewayAPI which senders it takes in this country.'
const SENDER = 'The mobile network refuses the sender: put another one into From.'
const TEXT = 'GatewayAPI or the network filters the text: reword the template and leave out links.'
const NUMBER = 'The number is not valid: the guest has to correct it.'
const REQUEST = 'The mobile network did not understand the message: ask GatewayAPI, with the message’s id.'

function rows(error: ProviderError, ...codes: string[]): [string, ProviderError][] {
  return codes.map(code => [code, error])
}

/** GatewayAPI's error codes, of its API (0x02…, 0x03…) and of receipts (0x10…, 0x19…): https://gatewayapi.com/docs/errors */
export const GATEWAYAPI_ERRORS: ReadonlyMap<string, ProviderError> = new Map([
  ...rows({ class: 'configuration', hint: TOKEN }, '0x0210', '0x0211', '0x0223', '0x0224', '0x0225', '0x0226', '0x0229'),
  ...rows(
    {
      class: 'configuration',
      hint: 'GatewayAPI does not allow this server’s IP address: add it to the API key’s list, or empty that list.',
    },
    '0x0212',
    '0x0213',
  ),
  ...rows(
    { class: 'route', hint: 'GatewayAPI holds messages to this number back for a while, since it got the same one too often.' },
    '0x0214',
  ),
  ...rows(
    { class: 'route', hint: 'The number is on the GatewayAPI account’s blacklist: take it off in the dashboard.' },
    '0x0215',
  ),
  ...rows(
    { class: 'configuration', hint: 'The GatewayAPI account is out of credit: fill it up, or switch automatic top-up on.' },
    '0x0216',
  ),
  ...rows({ class: 'configuration', isLocal: true, hint: DESTINATION }, '0x0217', '0x021F'),
  ...rows(
    {
      class: 'configuration',
      hint: 'The GatewayAPI account does not have this message class: choose standard, or ask GatewayAPI for it.',
    },
    '0x0218',
    '0x0311',
    '0x1902',
  ),
  ...rows({ class: 'configuration', hint: ACCOUNT }, '0x021D', '0x022A', '0x0203', '0x0207', '0x0303', '0x0307'),
  ...rows(
    { class: 'throttled', hint: 'GatewayAPI is short of resources: it takes messages again in a moment.' },
    '0x0306',
    '0x0309',
  ),
  ...rows({ class: 'content', hint: TEXT }, '0x0312', '0x1903', '0x1904', '0x1035', '0x1039', '0x103A', '0x1078', '0x1085'),
  ...rows({ class: 'recipient', hint: UNKNOWN_NUMBER }, '0x1010', '0x1020', '0x1040', '0x1082', '0x1084', '0x1054'),
  ...rows({ class: 'recipient', hint: NUMBER }, '0x1060', '0x1061', '0x1062', '0x1048', '0x1051', '0x1052'),
  ...rows(
    { class: 'recipient', hint: NO_SMS },
    '0x1011',
    '0x1012',
    '0x1014',
    '0x1024',
    '0x1025',
    '0x1026',
    '0x102C',
    '0x103C',
    '0x1092',
    '0x1093',
  ),
  ...rows({ class: 'unavailable', hint: ABSENT }, '0x1013', '0x1019', '0x1021', '0x1022', '0x1023'),
  ...rows({ class: 'unavailable', hint: FULL }, '0x1018', '0x102A'),
  ...rows(
    { class: 'unavailable', hint: NETWORK },
    '0x1015',
    '0x1016',
    '0x1017',
    '0x101A',
    '0x101B',
    '0x1027',
    '0x1028',
    '0x1029',
    '0x102B',
    '0x102E',
    '0x1042',
    '0x1047',
    '0x104A',
    '0x1050',
    '0x106A',
    '0x1080',
    '0x1090',
    '0x1091',
  ),
  ...rows(
    { class: 'route', hint: BLOCKED },
    '0x1030',
    '0x1031',
    '0x1032',
    '0x1034',
    '0x1036',
    '0x1037',
    '0x1038',
    '0x1053',
    '0x1055',
    '0x1056',
    '0x1057',
    '0x1068',
    '0x1069',
  ),
  ...rows({ class: 'route', hint: SENDER }, '0x1033', '0x1065', '0x1066', '0x1067'),
  ...rows({ class: 'route', hint: REQUEST }, '0x106C', '0x106D', '0x106E', '0x106F', '0x1070', '0x1074', '0x107E'),
])
