import { Hono } from 'hono'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { answerText } from '../http/answer.ts'
import { type Caller, createAuthenticateAnyone, NOBODY, refuseForgery, requireConfirmation, requireRole } from '../http/caller.ts'
import type { HttpEnv, RequestContext, Routes } from '../http/routes.ts'
import type { Clock } from '../lib/clock.ts'
import { accountGroups } from './account-groups.ts'
import { accountSignInOperations } from './account-sign-ins.ts'
import { accounts } from './accounts.ts'
import { administratorOperations } from './administrator-actions.ts'
import { administrators } from './administrators.ts'
import { ALERTS_TAG, alertOperations } from './alerts.ts'
import { apiKeys } from './api-keys.ts'
import { auditEvents } from './audit-events.ts'
import { carrierOperations, carriers } from './carriers.ts'
import { checklistOperations } from './checklist.ts'
import { csvOperations } from './csv-operations.ts'
import { renderDocsPage } from './docs-page.ts'
import { blockOperations, blocks, limitOperations } from './limits.ts'
import { mailServers } from './mail-servers.ts'
import { ME_TAG, meOperations } from './me.ts'
import { messageOperations } from './message-details.ts'
import { messageStreamOperations } from './message-stream.ts'
import { messages } from './messages.ts'
import { myPasskeyOperations } from './my-passkeys.ts'
import { mySessionOperations } from './my-sessions.ts'
import { myTotpOperations } from './my-totp.ts'
import { openApiDocument, type Tag } from './openapi.ts'
import { type Operation, roleOf } from './operation.ts'
import { PERSONS_TAG, personOperations } from './persons.ts'
import { portalLogoOperations } from './portal-logo.ts'
import { previewOperations } from './preview-message.ts'
import { previewPageOperations } from './preview-page.ts'
import { priceListOperations } from './price-list.ts'
import { resendCodeOperations } from './resend-code.ts'
import { readOperations, resourceOperations } from './resource.ts'
import { SETTINGS_TAG, settingsOperations } from './settings.ts'
import { SIGN_IN_TAG, signInOperations } from './sign-in.ts'
import { countOperations } from './sign-up-figures.ts'
import { simulatorOperations } from './simulator-messages.ts'
import { smsGateways } from './sms-gateways.ts'
import { smsPrices } from './sms-prices.ts'
import { splashPortals } from './splash-portals.ts'
import { startPasswordResetOperations } from './start-password-reset.ts'
import { statisticsOperations } from './statistics.ts'
import { suppressions } from './suppressions.ts'
import { testClockOperations } from './test-clock.ts'
import { testSmsGatewayOperations } from './test-sms-gateway.ts'
import { tryMailServerOperations } from './try-mail-server.ts'
import { usagePlans } from './usage-plans.ts'
import { validationOperations, validations } from './validations.ts'

/** Everything the API does, in the order of the reference page. */
export function apiOperations(ctx: Context): Operation[] {
  const operations: Operation[] = [
    ...validationOperations(ctx),
    ...messageStreamOperations(ctx),
    ...messageOperations(ctx),
    ...checklistOperations(ctx),
    ...alertOperations(ctx),
    ...statisticsOperations(ctx),
    ...countOperations(ctx),
    ...resourceOperations(ctx, smsGateways),
    ...resourceOperations(ctx, smsPrices),
    ...priceListOperations(ctx),
    ...testSmsGatewayOperations(ctx),
    ...resourceOperations(ctx, usagePlans),
    ...resourceOperations(ctx, splashPortals),
    ...previewOperations(ctx),
    ...previewPageOperations(ctx),
    ...portalLogoOperations(ctx),
    ...resourceOperations(ctx, accountGroups),
    ...resourceOperations(ctx, accounts),
    ...accountSignInOperations(ctx),
    ...resendCodeOperations(ctx),
    ...startPasswordResetOperations(ctx),
    ...personOperations(ctx),
    ...carrierOperations(ctx),
    ...resourceOperations(ctx, mailServers),
    ...tryMailServerOperations(ctx),
    ...resourceOperations(ctx, suppressions),
    ...limitOperations(ctx),
    ...settingsOperations(ctx),
    ...blockOperations(ctx),
    ...resourceOperations(ctx, administrators),
    ...administratorOperations(ctx),
    ...resourceOperations(ctx, apiKeys),
    ...signInOperations(ctx, () => operations),
    ...meOperations(ctx, () => operations),
    ...mySessionOperations(ctx),
    ...myTotpOperations(ctx),
    ...myPasskeyOperations(ctx),
    ...readOperations(ctx, auditEvents),
    ...csvOperations(ctx),
    ...simulatorOperations(ctx),
    ...testClockOperations(ctx),
  ]
  let text: string | undefined
  operations.push({
    method: 'GET',
    path: '/openapi.json',
    id: 'read_openapi',
    tag: 'This document',
    summary: 'Read the OpenAPI document',
    isOpen: true,
    answer: {
      status: 200,
      description: 'This document.',
      schema: { name: 'OpenApiDocument', zod: z.looseObject({ openapi: z.string() }) },
      example: { openapi: '3.1.1' },
    },
    handle(c) {
      text ??= JSON.stringify(openApiDocument(operations, TAGS, ctx.config.publicUrl))
      return answerText(c.env, 200, text, 'application/json')
    },
  })
  return operations
}

const TAGS: Tag[] = [
  ...[
    validations,
    messages,
    smsGateways,
    smsPrices,
    usagePlans,
    splashPortals,
    accountGroups,
    accounts,
    carriers,
    mailServers,
    suppressions,
    blocks,
    administrators,
    apiKeys,
    auditEvents,
  ].map(({ tag, about }) => ({ name: tag, description: about })),
  {
    name: PERSONS_TAG,
    description: 'Everything that is kept about one person: to hand over when they ask, and to erase.',
  },
  {
    name: 'Statistics',
    description: 'What was sent, what became of it, how long proofs took, and what it cost.',
  },
  { name: ALERTS_TAG, description: 'What is wrong now, for a dashboard or a monitor.' },
  {
    name: SETTINGS_TAG,
    description: 'Who runs this installation and where, and what is still to be done before guests can come.',
  },
  {
    name: 'Limits',
    description:
      'How many codes may go where in an hour, when the pumping breaker trips, and what may be spent in all. How the limits work together is in docs/operating/limits.md.',
  },
  {
    name: SIGN_IN_TAG,
    description:
      'How the console signs in: with a password and, where there is one, a second factor, or with a passkey. The answer sets a cookie that no script reads; programs use API keys instead.',
  },
  { name: ME_TAG, description: 'Who calls. Apart from `GET /me` it is for administrators who are signed in to the console.' },
  { name: 'Simulator', description: 'A phone and a mailbox that need no account anywhere.' },
  { name: 'Test clock', description: 'For tests, where GATEHOUSE_TEST_CLOCK is on.' },
  { name: 'This document', description: 'OpenAPI 3.1.' },
]

/** Throws where a caller may not do this, or not yet. */
function refuseCaller(operation: Operation, caller: Caller, clock: Clock): void {
  requireRole(caller, { role: roleOf(operation), isForEnrolment: operation.isForEnrolment })
  if (operation.isForSessions && caller.sessionId === undefined)
    throw new AppError(
      'forbidden',
      'This is about an administrator who is signed in to the console; an API key is nobody’s session.',
    )
  if (operation.isSensitive) requireConfirmation(caller, clock.now())
}

/** The REST API at /v1 and its reference page at /docs. */
export function apiRoutes(ctx: Context): Routes {
  const operations = apiOperations(ctx)
  const authenticate = createAuthenticateAnyone(ctx)
  const routes: Routes = new Hono<HttpEnv>()
  // What has a name of its own comes before what may be any id.
  for (const operation of operations.toSorted((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')))) {
    const { method, path, isOpen, handle } = operation
    const route = `/v1${path.replace('{id}', ':id')}`
    const handleFor = (c: RequestContext, caller: Caller) => {
      refuseCaller(operation, caller, ctx.clock)
      return handle(c, caller)
    }
    // One handler a route and no middleware, and none that waits for the caller of a key: see http/server.ts.
    routes.on(method, route, (c: RequestContext): Response | Promise<Response> => {
      if (isOpen) {
        if (method !== 'GET') refuseForgery(ctx.config.publicUrl, c.req.raw)
        return handle(c, NOBODY)
      }
      const caller = authenticate(c.req.raw, operation.rawBody?.types)
      return caller instanceof Promise ? caller.then(found => handleFor(c, found)) : handleFor(c, caller)
    })
  }

  routes.get('/docs', () => renderDocsPage(operations, TAGS, ctx.config.publicUrl))
  for (const path of ['/', '/v1']) routes.get(path, c => c.redirect('/api/docs', 302))
  return routes
}
