import { lockAccount, setContact } from '../accounts/account.ts'
import { canSend } from '../sms/route.ts'
import { cancelValidationsOf } from '../validation/cancel.ts'
import { readEmail, readPhone } from './contact-input.ts'
import { type Fields, textOf } from './forms.ts'
import { retryAfterOf, signUpCodes, tooManyCodes, withCodes } from './issue-codes.ts'
import { channelOf } from './offers.ts'
import { findProving } from './proving.ts'
import { redirect, type Visit } from './site.ts'
import { validateAccountPage } from './validate-account-page.ts'

/** Corrects the number or address to be proven, and sends the code there. The old one's code is worth nothing any more. */
export async function updateContact(visit: Visit, fields: Fields): Promise<Response> {
  const { ctx, phrases, now, portal } = visit
  const proving = await findProving(visit)
  if (!proving) return redirect(visit, 'login', { notice: 'session_over' })
  const { account, plan, sessionId, sent } = proving

  const contact = textOf(fields, 'email') !== '' || !fields.has('phone') ? 'email' : 'phone'
  const input = contact === 'phone' ? readPhone(visit, fields) : readEmail(visit, fields)
  if (input.value === undefined) {
    const message = input.error ?? phrases.errors[`${contact}_required`]
    return validateAccountPage(visit, proving, { form: { values: fields, errors: new Map([[contact, message]]) } })
  }
  const { value } = input
  const route = { purpose: 'sign_up', usagePlanId: plan?.id, splashPortalId: portal.id } as const
  if (!canSend(ctx.catalogue.now, channelOf(contact), route))
    return validateAccountPage(visit, proving, { problem: phrases.errors.no_route })
  const isUnderWay = sent.some(code => code.contact === value && code.isPending)
  const isProven = account[contact] === value && account[`${contact}_validated_at`] !== null
  if (isUnderWay || isProven) return redirect(visit, 'validate_account', { notice: 'code_sent' })

  try {
    const codes = signUpCodes(visit, { account: { ...account, [contact]: value }, contacts: [contact], plan })
    await withCodes(visit, codes, {
      async within(trx, send) {
        const current = await lockAccount(trx, account.id)
        if (!current || current.status === 'blocked') return
        const old = current[contact]
        if (old !== null) await cancelValidationsOf(trx, { accountId: account.id, contact: old })
        await setContact(trx, account.id, contact, value, now)
        await send({ accountId: account.id, sessionId })
      },
    })
  } catch (error) {
    const retryAfterS = retryAfterOf(error)
    const problem = tooManyCodes(visit, retryAfterS)
    return validateAccountPage(visit, proving, { form: { values: fields, errors: new Map() }, problem, retryAfterS })
  }
  return redirect(visit, 'validate_account', { notice: 'code_sent' })
}
