import { html } from 'hono/html'
import { ERRORS, type ErrorCode } from '../errors.ts'
import { BODY_BYTES_MAX } from '../http/body.ts'
import { renderPage } from '../http/page.ts'
import { type JsonSchema, jsonSchemas, refusalsOf, type Tag } from './openapi.ts'
import type { Operation, Parameter } from './operation.ts'

const SHEET = `
.docs{max-width:78rem;margin:auto;padding:0 1rem 4rem;display:grid;gap:0 3rem;grid-template-columns:minmax(0,1fr)}
.docs>header{padding:2.5rem 0 1rem}
nav{columns:2;margin:0 0 1.5rem}
nav a{display:block;padding:.25rem 0;text-decoration:none}
main{min-width:0}
section{margin:0 0 3rem}
article{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:1.25rem 1.25rem .25rem;margin:1rem 0}
article>h3{margin:0 0 .6rem;font-size:1.0625rem}
.route{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem;margin:0 0 .8rem}
.method{font:700 .75rem/1 ui-monospace,Menlo,Consolas,monospace;letter-spacing:.03em;padding:.4rem .5rem;border-radius:.35rem;color:var(--on-fill);background:var(--fill)}
.table{overflow-x:auto;margin:0 0 1rem}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
th{text-align:left;font-weight:600;color:var(--dim)}
th,td{padding:.45rem 1rem .45rem 0;border-bottom:1px solid var(--line);vertical-align:top}
td:first-child{white-space:nowrap}
details{margin:0 0 1rem}
summary{cursor:pointer;font-weight:600;padding:.2rem 0}
summary+*{margin-top:.6rem}
@media(max-width:40rem){thead{display:none}table,tbody,tr,td{display:block}tr{padding:.5rem 0;border-bottom:1px solid var(--line)}td{padding:.1rem 0;border:0}}
@media(min-width:60rem){.docs{grid-template-columns:13rem minmax(0,1fr)}.docs>header{grid-column:1/3}nav{columns:1;position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow-y:auto}}
`

/** The schemas by name, and which the page has told already. */
interface Book {
  schemas: Record<string, JsonSchema>
  told: Set<string>
}

/** Makes the reference page: what the OpenAPI document says, for a person. No script, nothing from elsewhere. */
export function renderDocsPage(operations: Operation[], tags: Tag[], publicUrl: string): Promise<Response> {
  const book: Book = { schemas: jsonSchemas(operations), told: new Set() }
  const sections = tags
    .map(tag => ({ ...tag, operations: operations.filter(operation => operation.tag === tag.name) }))
    .filter(section => section.operations.length > 0)
  const body = html`<div class="docs">
<header>
<p class="brand">Gatehouse</p>
<h1>REST API</h1>
<p>The addresses below begin with <code>${publicUrl}/api/v1</code>. The same as an <a href="/api/v1/openapi.json">OpenAPI 3.1 document</a>.</p>
</header>
<nav aria-label="Contents">
<a href="#basics">Basics</a>
${sections.map(({ name }) => html`<a href="#${anchorOf(name)}">${name}</a>`)}
<a href="#errors">Errors</a>
</nav>
<main>
${renderBasics(publicUrl)}
${sections.map(
  ({ name, description, operations: own }) => html`<section id="${anchorOf(name)}">
<h2>${name}</h2>
<p>${prose(description)}</p>
${own.map(operation => renderOperation(operation, book, publicUrl))}
</section>`,
)}
${renderErrors()}
</main>
</div>`
  return renderPage({ title: 'REST API', body, sheet: SHEET, headers: { 'cache-control': 'no-cache' } })
}

function renderBasics(publicUrl: string) {
  return html`<section id="basics">
<h2>Basics</h2>
<p>Every request carries an API key. Bodies are JSON in UTF-8, at most ${BODY_BYTES_MAX / 1024} KiB. Ids are strings, times ISO 8601 in UTC.</p>
<pre><code>curl ${publicUrl}/api/v1/usage_plans -H "Authorization: Bearer $KEY"</code></pre>
<p>Lists answer <code>{"data": […], "total": n}</code>, page by page. Any field filters: <code>?status=active</code>; given several times any of the values counts, and an empty value finds records without. Times also take <code>created_at_from</code> and <code>created_at_to</code>. A parameter or field that does not exist is refused, never ignored.</p>
<p>Secrets are write-only: they read as <code>null</code>, with <code>auth_token_set</code> beside them.</p>
</section>`
}

function renderOperation(operation: Operation, book: Book, publicUrl: string) {
  const { method, path, summary, description, query, body, csvBody, rawBody, answer } = operation
  return html`<article id="${operation.id}">
<h3>${summary}</h3>
<p class="route"><span class="method">${method}</span> <code>${path}</code></p>
${description && html`<p>${prose(description)}</p>`}
${query && html`<details><summary>Parameters</summary>${renderParameters(query)}</details>`}
${
  body &&
  html`<details><summary>Body</summary>${renderSchema(body.schema.name, book, true)}</details>
<pre><code>${curlOf(operation, publicUrl)}</code></pre>`
}
${
  csvBody !== undefined &&
  html`<details><summary>Body (text/csv)</summary><pre><code>${csvBody}</code></pre></details>
<pre><code>${curlOf(operation, publicUrl)}</code></pre>`
}
${rawBody && html`<pre><code>${curlOf(operation, publicUrl)}</code></pre>`}
<details><summary>${answer.status}: ${answer.description}</summary>
${answer.schema && renderSchema(answer.schema.name, book)}
${answer.example !== undefined && html`<pre><code>${JSON.stringify(answer.example, null, 2)}</code></pre>`}
${answer.events !== undefined && html`<p>As <code>text/event-stream</code>:</p><pre><code>${answer.events}</code></pre>`}
${answer.csv !== undefined && html`<p>As <code>text/csv</code>:</p><pre><code>${answer.csv}</code></pre>`}
</details>
<p><small>Refusals: ${[...refusalsOf(operation).values()].flat().map(code => html`<a href="#error-${code}">${code}</a> `)}</small></p>
</article>`
}

function renderParameters(parameters: Parameter[]) {
  return html`<div class="table"><table><thead><tr><th>Parameter</th><th>Type</th><th>Meaning</th></tr></thead><tbody>
${parameters.map(({ name, schema, description }) => html`<tr><td><code>${name}</code></td><td>${typeOf(schema)}</td><td>${description}</td></tr>`)}
</tbody></table></div>`
}

// A schema is told where it is met first; from then on the page points there.
function renderSchema(name: string, { schemas, told }: Book, isBody = false) {
  if (told.has(name)) return html`<p>As under <a href="#schema-${name}">${name}</a>.</p>`
  told.add(name)
  const { properties = {}, required = [] } = schemas[name] ?? {}
  // Every field of an answer is always there.
  const marked = isBody ? (required as string[]) : []
  return html`<div class="table" id="schema-${name}"><table><thead><tr><th>${name}</th><th>Type</th><th>Meaning</th></tr></thead><tbody>
${Object.entries(properties as Record<string, JsonSchema>).map(
  ([field, schema]) =>
    html`<tr><td><code>${field}</code>${marked.includes(field) ? html` <small>required</small>` : ''}</td><td>${typeOf(schema)}</td><td>${prose(describe(schema, schemas))}</td></tr>`,
)}
</tbody></table></div>`
}

function describe(field: JsonSchema, schemas: Record<string, JsonSchema>): string {
  if (typeof field.description === 'string') return field.description
  const items = field.items as JsonSchema | undefined
  const referred = schemas[String(items?.$ref ?? '').replace('#/components/schemas/', '')]
  return typeof referred?.description === 'string' ? referred.description : ''
}

function typeOf(schema: JsonSchema): string {
  if (Array.isArray(schema.enum)) return schema.enum.join(' | ')
  if (typeof schema.$ref === 'string') return schema.$ref.replace('#/components/schemas/', '')
  if (Array.isArray(schema.anyOf)) return schema.anyOf.map(option => typeOf(option as JsonSchema)).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.type === 'array') return `list of ${typeOf((schema.items as JsonSchema | undefined) ?? {})}`
  const format = typeof schema.format === 'string' ? ` (${schema.format})` : ''
  const limit = typeof schema.maxLength === 'number' ? `, at most ${schema.maxLength} characters` : ''
  return `${schema.type ?? 'any'}${format}${limit}`
}

function curlOf({ method, path, body, csvBody, rawBody }: Operation, publicUrl: string): string {
  const type = rawBody?.types[0] ?? (csvBody === undefined ? 'application/json' : 'text/csv')
  const data = rawBody?.example === undefined ? '  --data-binary @FILE' : `  --data-urlencode '${rawBody.example}'`
  return [
    `curl ${method === 'POST' ? '' : `-X ${method} `}${publicUrl}/api/v1${path.replace('{id}', '$ID')} \\`,
    `  -H "Authorization: Bearer $KEY" -H "Content-Type: ${type}" \\`,
    body ? `  -d '${JSON.stringify(body.example)}'` : data,
  ].join('\n')
}

const ADVICE: Record<ErrorCode, string> = {
  bad_request: 'The body is no JSON, is not in UTF-8, or the address is malformed.',
  unauthorized:
    'Send the header Authorization: Bearer KEY with a key that exists and has not expired, or sign in to the console.',
  forbidden: 'The request was understood and refused; the detail says why, such as which role it takes.',
  confirm_identity: 'Confirm with `POST /me/confirm` that it is you, and do it again. Keys need not.',
  second_factor_due:
    'The settings require a second factor of this administrator, who has none yet: `POST /me/totp` or `POST /me/passkeys/options`. Keys need none.',
  cross_site: 'A form, or a request with the cookie of the console, was sent from a page of another site.',
  not_found: 'The address or the record does not exist.',
  method_not_allowed: 'The header Allow lists the methods of the address.',
  conflict: 'The record is in a state in which this cannot be done.',
  in_use: 'Other records use this one: `used_by` lists them. Take it out there first.',
  too_large: `A body may have at most ${BODY_BYTES_MAX / 1024} KiB.`,
  unsupported_media_type: 'Send application/json in UTF-8, uncompressed.',
  misdirected: 'The name in the address is none of this server: use its public URL, or list the name in GATEHOUSE_ALLOWED_HOSTS.',
  invalid: '`errors` names each field or parameter at fault and says what it must be.',
  no_route: 'No enabled SMS gateway or mail server could carry the message.',
  too_many: 'The header Retry-After says in how many seconds to try again.',
  internal: 'A fault of the server. `request_id` finds it in its log.',
  busy: 'Too much at once. Try again after Retry-After seconds.',
  unavailable: 'The database cannot be reached. Try again after Retry-After seconds.',
}

function renderErrors() {
  return html`<section id="errors">
<h2>Errors</h2>
<p>Errors are <code>application/problem+json</code> (RFC 9457) with <code>type</code>, <code>title</code>, <code>status</code>, <code>code</code> and <code>detail</code>; programs go by <code>code</code>. Every answer has the header <code>x-request-id</code>.</p>
<div class="table"><table><thead><tr><th>Code</th><th>Status</th><th>What to do</th></tr></thead><tbody>
${Object.entries(ERRORS).map(
  ([code, { status }]) =>
    html`<tr id="error-${code}"><td><code>${code}</code></td><td>${status}</td><td>${prose(ADVICE[code as ErrorCode])}</td></tr>`,
)}
</tbody></table></div>
</section>`
}

function anchorOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

/** Text in which `backticks` mark code, as in the document's Markdown. */
function prose(text: string) {
  return text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))
}
