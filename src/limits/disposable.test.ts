import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Limits } from '../catalogue.ts'
import { disposableMode, signalsOf } from './disposable.ts'

function mode(contact: string, limits: Partial<Limits> = {}): string {
  const all = {
    disposable_email: 'refuse',
    disposable_email_domains: [],
    disposable_email_exceptions: [],
    disposable_phone: 'refuse',
    disposable_phone_prefixes: [],
    ...limits,
  } as Partial<Limits> as Limits
  return disposableMode(contact, all)
}

test('throw-away mail services are known, with all their subdomains', () => {
  for (const domain of ['mailinator.com', 'guerrillamail.com', 'yopmail.com', 'x.mailinator.com', 'a.b.c.mailinator.com'])
    assert.equal(mode(`ana@${domain}`), 'refuse', domain)
})

test('the mail services that people have are not among them, nor what only ends alike', () => {
  const services = `gmail.com outlook.com hotmail.com yahoo.com icloud.com me.com proton.me gmx.de gmx.net web.de t-online.de
    qq.com 163.com mail.ru yandex.ru aol.com live.com orange.fr free.fr laposte.net comcast.net fastmail.com zoho.com
    privaterelay.appleid.com duck.com mozmail.com example.com university.ac.uk company.co.uk notthatmailinator.org mailinator.com.example`
  for (const domain of services.split(/\s+/)) assert.equal(mode(`ana@${domain}`), 'off', domain)
})

test('a registry that the list has by mistake takes nobody along', () => {
  assert.equal(mode('ana@edu.pl'), 'refuse')
  for (const domain of ['uw.edu.pl', 'school.my.id', 'shop.web.id', 'company.za.com'])
    assert.equal(mode(`ana@${domain}`), 'off', domain)
})

test('of the operator’s own domains and exceptions, the longest counts', () => {
  const limits = {
    disposable_email_domains: ['throwaway.example', 'bad.good.example'],
    disposable_email_exceptions: ['good.example', 'staff.mailinator.com'],
  }
  for (const domain of ['throwaway.example', 'x.throwaway.example', 'bad.good.example', 'mailinator.com'])
    assert.equal(mode(`ana@${domain}`, limits), 'refuse', domain)
  for (const domain of ['good.example', 'x.good.example', 'staff.mailinator.com', 'a.staff.mailinator.com'])
    assert.equal(mode(`ana@${domain}`, limits), 'off', domain)
})

test('numbers count by their beginning, or by a range of one length', () => {
  const limits = { disposable_phone_prefixes: ['+4470', '+15550100000-+15550199999'] }
  for (const number of ['+447012345678', '+4470', '+15550100000', '+15550150000', '+15550199999'])
    assert.equal(mode(number, limits), 'refuse', number)
  for (const number of ['+447112345678', '+15550099999', '+15550200000', '+155501500000', '+1555015000'])
    assert.equal(mode(number, limits), 'off', number)
})

test('what the operator has not turned on is on no list, and shows no signal', () => {
  assert.equal(mode('ana@mailinator.com', { disposable_email: 'off' }), 'off')
  assert.equal(mode('+447012345678', { disposable_phone: 'off', disposable_phone_prefixes: ['+4470'] }), 'off')
  const limits = { disposable_email: 'note', disposable_phone: 'off', disposable_phone_prefixes: ['+4470'] } as Partial<Limits>
  const rest = { disposable_email_domains: [], disposable_email_exceptions: [] }
  assert.deepEqual(signalsOf(['+447012345678', 'ana@yopmail.com', null], { ...limits, ...rest } as Limits), ['disposable_email'])
})
