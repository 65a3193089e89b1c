import { fill } from './templates/fill.ts'

interface EmailPage {
  /** A template: paragraphs divided by blank lines. One that is `{code}` alone is shown large. */
  body: string
  values: Record<string, string>
  locale: string
  brand: string
  /** `#rrggbb`, or anything else for the default. */
  color: string
}

const DEFAULT_COLOR = '#1f5fbf'
const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

/** Shows an email's text as a small HTML page: every style inline, nothing loaded from anywhere, every value escaped. */
export function renderEmail({ body, values, locale, brand, color }: EmailPage): string {
  const accent = /^#[0-9a-f]{6}$/i.test(color) ? color : DEFAULT_COLOR
  const filled = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, escapeHtml(value)]))
  const linked = (url = '') => `<a href="${url}" style="color:${accent}">${url}</a>`
  const shown = { ...filled, portal: linked(filled.portal), link: linked(filled.link) }
  const paragraphs = body
    .trim()
    .split(/\n\s*\n/)
    .map(paragraph => {
      if (paragraph.trim() === '{code}')
        return `<p style="margin:0 0 20px;padding:16px;border:1px solid #d5dae1;border-radius:10px;text-align:center;font:700 34px/1.1 ui-monospace,Menlo,Consolas,monospace;letter-spacing:6px">${filled.code ?? ''}</p>`
      const text = fill(escapeHtml(paragraph.trim()), shown)
      return `<p style="margin:0 0 14px">${text.replaceAll('\n', '<br>')}</p>`
    })
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(brand)}</title></head>
<body style="margin:0;padding:24px 12px;${FONT};font-size:16px;line-height:1.5">
<div style="max-width:440px;margin:0 auto">
<p style="margin:0 0 20px;padding:0 0 12px;border-bottom:3px solid ${accent};font-size:18px;font-weight:700">${escapeHtml(brand)}</p>
${paragraphs.join('\n')}
</div>
</body>
</html>
`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
