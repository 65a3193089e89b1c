import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countryOfNumber, type NumberRules, parsePhoneNumber, servedCountries } from './phone-number.ts'

const everywhere: NumberRules = { country: 'US', allowedCountries: [], extraPrefixes: [] }
const refusal = (input: string, rules = everywhere) => {
  const parsed = parsePhoneNumber(input, rules)
  return parsed.ok ? parsed.e164 : parsed.reason
}

test('numbers that cost more, or that no person reads, are refused in every country', () => {
  const cases: Record<string, string[]> = {
    'premium rate': ['+19002345678', '+449098790123', '+491900123456', '+33891123456', '+61190012345'],
    'shared cost': ['+448431234567', '+498001234567', '+33810123456', '+611300123456'],
    'toll free': ['+18002345678', '+448001234567', '+33800123456', '+80012345678'],
    satellite: ['+870773123456', '+881612345678', '+88210123456', '+88351001234567', '+881812345678'],
    'international premium': ['+979123456789'],
    'personal, company-wide and voicemail': ['+447012345678', '+445512345678', '+4970012345678', '+491500123456'],
    'land lines': ['+442083661177', '+4930123456', '+33140123456'],
    pagers: ['+447640123456'],
    short: ['911', '112', '12345', '+112', '+1411', '+4484'],
  }
  for (const [kind, numbers] of Object.entries(cases))
    for (const number of numbers)
      assert.match(refusal(number), /^(cannot_receive_sms|not_a_number)$/, `${kind}: ${number} is ${refusal(number)}`)
})

test('under a list with the United States alone no Caribbean or Canadian number passes, though all begin with +1', () => {
  const usOnly = { ...everywhere, allowedCountries: ['US'] }
  assert.equal(refusal('+12025550143', usOnly), '+12025550143')
  const others = [
    '242',
    '246',
    '264',
    '268',
    '284',
    '340',
    '345',
    '441',
    '473',
    '649',
    '658',
    '664',
    '670',
    '671',
    '684',
    '721',
    '758',
    '767',
    '784',
    '787',
    '809',
    '829',
    '849',
    '868',
    '869',
    '876',
    '939',
    '204',
    '416',
    '604',
  ]
  for (const area of others) {
    const answer = refusal(`+1${area}2345678`, usOnly)
    assert.match(answer, /^(country_not_served|cannot_receive_sms|not_a_number)$/, `+1${area}: ${answer}`)
  }
})

test('one number has one spelling, and what another reader could take for another number is none', () => {
  for (const input of ['+1 (202) 555-0143', '0012025550143', '２０２５５５０１４３', ' +1.202.555.0143 ', '202-555-0143'])
    assert.equal(refusal(input), '+12025550143', input)
  for (const input of [
    '+12025550143\u0000',
    '+1202555\r\n0143',
    '+12025550143;ext=5',
    '+12025550143x5',
    '+1202555O143',
    '+12025550143,+12025550144',
    'tel:+12025550143',
  ])
    assert.equal(refusal(input), 'not_a_number', JSON.stringify(input))
  assert.equal(refusal(''), 'empty')
})

test('a portal serves its own country unless it lists others; a star is all', () => {
  assert.deepEqual(servedCountries({ default_country: 'us', allowed_countries: [] }), ['US'])
  assert.deepEqual(servedCountries({ default_country: 'US', allowed_countries: ['CA', 'MX'] }), ['CA', 'MX'])
  assert.deepEqual(servedCountries({ default_country: 'US', allowed_countries: ['*'] }), [])
})

test('the country of a number is told where it has one', () => {
  assert.deepEqual(['+12025550143', '+14165550123', '+18762101234', '+447400123456', '+870773123456'].map(countryOfNumber), [
    'US',
    'CA',
    'JM',
    'GB',
    '',
  ])
})
