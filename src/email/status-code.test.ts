import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findStatus, meaningOf } from './status-code.ts'

test('a status code is found in what a server said, and an IP address or a version is none', () => {
  assert.equal(findStatus('550-5.1.1 The account does not exist'), '5.1.1')
  assert.equal(findStatus('host mx[192.0.2.5] (Exim 4.96.1) said: 550 5.7.26 not authenticated'), '5.7.26')
  for (const none of ['', '550 No such user', '192.5.1.1.9', 'Exim 4.96.1', '10.5.1.1', '15.1.1'])
    assert.equal(findStatus(none), undefined, none)
})

test('only an address that takes mail from nobody is dead; a full mailbox, a policy and a bad text are not', () => {
  const dead = ['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1', '5.7.17']
  for (const status of dead) assert.deepEqual([meaningOf(status, '').class, meaningOf(status, '').isDead], ['recipient', true])
  const classes = Object.fromEntries(
    ['5.1.8', '5.2.2', '5.2.3', '5.3.4', '5.4.4', '5.4.7', '5.6.1', '5.7.1', '5.7.26', '5.0.0', ''].map(status => [
      status,
      meaningOf(status, ''),
    ]),
  )
  assert.deepEqual(
    Object.entries(classes).map(([status, { class: by, isDead }]) => `${status} ${by} ${isDead}`),
    [
      '5.1.8 configuration false',
      '5.2.2 recipient false',
      '5.2.3 content false',
      '5.3.4 content false',
      '5.4.4 recipient false',
      '5.4.7 unavailable false',
      '5.6.1 content false',
      '5.7.1 route false',
      '5.7.26 configuration false',
      '5.0.0 recipient false',
      ' recipient false',
    ],
  )
})

test('a code that says nothing gives way to one in the words, and to words that leave no doubt', () => {
  assert.equal(meaningOf('5.0.0', '550 5.1.1 <g@example.net>: rejected').isDead, true)
  assert.equal(meaningOf('5.0.0', '550 5.7.1 Message blocked').class, 'route')
  for (const said of [
    '550 No such user here',
    '550 Unknown user',
    'Recipient address rejected: User unknown',
    '550 mailbox not found',
  ])
    assert.equal(meaningOf('5.0.0', said).isDead, true, said)
  for (const said of ['550 Sender address unknown', '550 rejected as spam', '550 unknown error', '553 sender user unknown'])
    assert.equal(meaningOf('5.0.0', said).isDead, false, said)
})

test('every status has a hint', () => {
  for (let subject = 0; subject <= 7; subject++)
    for (let detail = 0; detail <= 30; detail++) assert.match(meaningOf(`5.${subject}.${detail}`, '').hint, /^[A-Z].{20,}[.a-z]$/)
})
