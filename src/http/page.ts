import { createHash } from 'node:crypto'
import { html, raw } from 'hono/html'

// The style of the pages for operators that need no script: one sheet inside the page, allowed by its hash.
const SHEET = `
*{box-sizing:border-box}
:root{color-scheme:light dark;--bg:#f3f4f7;--card:#fff;--ink:#1b1e25;--dim:#565e6c;--line:#d9dce3;--edge:#858d9b;--link:#2456c9;--fill:#2456c9;--on-fill:#fff;--code:#eceef3;--bad:#b3261e}
@media(prefers-color-scheme:dark){:root{--bg:#111317;--card:#1a1d23;--ink:#eceef2;--dim:#a9b0bd;--line:#333843;--edge:#767f8f;--link:#8fb0ff;--fill:#8fb0ff;--on-fill:#10131a;--code:#23272f;--bad:#ffb4ab}}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--bg);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
.narrow{max-width:36rem;margin:auto;padding:clamp(1rem,8vh,5rem) 1rem 2rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:1.75rem 1.5rem}
.brand{display:flex;align-items:center;gap:.6rem;margin:0 0 1.25rem;font-weight:650;font-size:1.125rem;letter-spacing:-.01em}
.brand:before{content:"";width:.75rem;height:1.5rem;border-radius:.25rem;background:var(--fill)}
h1{font-size:1.5rem;line-height:1.2;letter-spacing:-.02em;margin:0 0 .75rem}
h2{font-size:1.25rem;line-height:1.3;letter-spacing:-.01em;margin:0 0 .5rem}
h3{font-size:1rem;margin:1.5rem 0 .5rem}
p{margin:0 0 1rem}
a{color:var(--link);text-underline-offset:.15em}
small,.dim{color:var(--dim)}
label{display:block;font-weight:600;margin:1.1rem 0 .3rem}
input{display:block;width:100%;min-height:3rem;padding:.5rem .8rem;font:inherit;color:inherit;background:var(--card);border:1px solid var(--edge);border-radius:.6rem}
input[aria-invalid]{border:2px solid var(--bad)}
.error{color:var(--bad);font-weight:600;margin:.3rem 0 0}
button{display:block;width:100%;min-height:3rem;margin-top:1.5rem;font:inherit;font-weight:600;color:var(--on-fill);background:var(--fill);border:0;border-radius:.6rem;cursor:pointer}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
code,pre{font:.875rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--code);border-radius:.35rem}
code{padding:.1rem .3rem}
pre{padding:.9rem 1rem;overflow-x:auto;white-space:pre-wrap;margin:0 0 1rem;border-radius:.6rem}
pre code{padding:0;background:none}
ul.links{list-style:none;margin:0;padding:0}
ul.links li{padding:.6rem 0;border-top:1px solid var(--line)}
ul.links a{font-weight:600}
`

interface OperatorPage {
  title: string
  body: unknown
  /** Rules that this page adds. */
  sheet?: string
  status?: number
  /** Of its words; English unless said. */
  lang?: string
  headers?: Record<string, string>
}

/** Makes a page for operators: no script, one style sheet inside, light and dark. */
export async function renderPage({
  title,
  body,
  sheet = '',
  status = 200,
  lang = 'en',
  headers,
}: OperatorPage): Promise<Response> {
  const style = SHEET + sheet
  const hash = createHash('sha256').update(style).digest('base64')
  const page = await html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Gatehouse</title>
<style>${raw(style)}</style>
</head>
<body>
${body}
</body>
</html>`
  return new Response(page.toString(), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      // With no-referrer browsers would send "Origin: null" along with our own forms.
      'referrer-policy': 'same-origin',
      ...headers,
    },
  })
}
