import { Hono } from 'hono'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { answerText } from '../http/answer.ts'
import { type Caller, createAuthenticate } from '../http/api-key.ts'
import type { HttpEnv, Routes } from '../http/routes.ts'
import { accountGroups } from './account-groups.ts'
import { accounts } from './accounts.ts'
import { administrators } from './administrators.ts'
import { apiKeys } from './api-keys.ts'
import { auditEvents } from './audit-events.ts'
import { carrierOperations, carriers } from './carriers.ts'
import { renderDocsPage } from './docs-page.ts'
import { blockOperations, blocks, limitOperations } from './limits.ts'
import { mailServers } from './mail-servers.ts'
import { messages } from './messages.ts'
import { openApiDocument, type Tag } from './openapi.ts'
import type { Operation } from './operation.ts'
import { PERSONS_TAG, personOperations } from './persons.ts'
import { previewOperations } from './preview-message.ts'
import { priceListOperations } from './price-list.ts'
import { readOperations, resourceOperations } from './resource.ts'
import { simulatorOperations } from './simulator-messages.ts'
import { smsGateways } from './sms-gateways.ts'
import { smsPrices } from './sms-prices.ts'
import { splashPortals } from './splash-portals.ts'
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
    ...readOperations(ctx, messages),
    ...statisticsOperations(ctx),
    ...resourceOperations(ctx, smsGateways),
    ...resourceOperations(ctx, smsPrices),
    ...priceListOperations(ctx),
    ...testSmsGatewayOperations(ctx),
    ...resourceOperations(ctx, usagePlans),
    ...resourceOperations(ctx, splashPortals),
    ...previewOperations(ctx),
    ...resourceOperations(ctx, accountGroups),
    ...resourceOperations(ctx, accounts),
    ...personOperations(ctx),
    ...carrierOperations(ctx),
    ...resourceOperations(ctx, mailServers),
    ...tryMailServerOperations(ctx),
    ...resourceOperations(ctx, suppressions),
    ...limitOperations(ctx),
    ...blockOperations(ctx),
    ...resourceOperations(ctx, administrators),
    ...resourceOperations(ctx, apiKeys),
    ...readOperations(ctx, auditEvents),
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
  {
    name: 'Limits',
    description:
      'How many codes may go where in an hour, when the pumping breaker trips, and what may be spent in all. How the limits work together is in docs/operating/limits.md.',
  },
  { name: 'Simulator', description: 'A phone and a mailbox that need no account anywhere.' },
  { name: 'Test clock', description: 'For tests, where GATEHOUSE_TEST_CLOCK is on.' },
  { name: 'This document', description: 'OpenAPI 3.1.' },
]

const NOBODY: Caller = { name: 'nobody', apiKeyId: undefined }

/** The REST API at /v1 and its reference page at /docs. */
export function apiRoutes(ctx: Context): Routes {
  const operations = apiOperations(ctx)
  const authenticate = createAuthenticate(ctx)
  const routes: Routes = new Hono<HttpEnv>()
  for (const { method, path, isOpen, handle } of operations) {
    const route = `/v1${path.replace('{id}', ':id')}`
    // One handler a route and no middleware: see http/server.ts.
    routes.on(method, route, isOpen ? c => handle(c, NOBODY) : c => handle(c, authenticate(c.req.raw)))
  }

  routes.get('/docs', () => renderDocsPage(operations, TAGS, ctx.config.publicUrl))
  for (const path of ['/', '/v1']) routes.get(path, c => c.redirect('/api/docs', 302))
  return routes
}
