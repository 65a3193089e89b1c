import { html } from 'hono/html'
import type { AppError } from '../errors.ts'
import { renderPage } from './page.ts'
import { toProblem } from './problem.ts'
import type { Bindings, ErrorRenderer } from './routes.ts'

/** Answers a program. The headers are a plain object and are never touched again: that is the fast way through the server. */
export function answerJson(env: Bindings, status: number, body: unknown, headers?: Record<string, string>): Response {
  return answerText(env, status, JSON.stringify(body), 'application/json', headers)
}

export function answerText(
  env: Bindings,
  status: number,
  text: string | ReadableStream<Uint8Array> | null,
  contentType: string,
  headers?: Record<string, string>,
): Response {
  env.complete = true
  return new Response(text, {
    status,
    headers: {
      ...(text !== null && { 'content-type': contentType }),
      ...env.jsonHeaders,
      'x-request-id': env.requestId,
      ...headers,
    },
  })
}

function errorHeaders(error: AppError): Record<string, string> {
  return {
    ...(error.retryAfterS !== undefined && { 'retry-after': String(error.retryAfterS) }),
    ...(error.code === 'unauthorized' && { 'www-authenticate': 'Bearer realm="gatehouse"' }),
    ...(error.code === 'method_not_allowed' && Array.isArray(error.extra.allow) && { allow: error.extra.allow.join(', ') }),
  }
}

/** Answers a refusal as application/problem+json (RFC 9457). */
export const renderProblem: ErrorRenderer = (error, _request, env) => {
  const problem = { ...toProblem(error), ...(error.code === 'internal' && { request_id: env.requestId }) }
  return answerText(env, error.status, JSON.stringify(problem), 'application/problem+json', errorHeaders(error))
}

/** Answers a refusal as a plain page, where no part of the product has a better one. */
export const renderErrorPage: ErrorRenderer = async (error, request, env) => {
  if (!(request.headers.get('accept') ?? '').includes('text/html')) return renderProblem(error, request, env)
  const problem = toProblem(error)
  const body = html`<main class="narrow"><div class="card">
<h1>${problem.title}</h1>
<p>${problem.detail}</p>
<small>Request ${env.requestId}</small>
</div></main>`
  return renderPage({ title: problem.title, body, status: error.status, headers: errorHeaders(error) })
}
