import { createHash } from 'node:crypto'
import { fitBrandColor } from './colors.ts'

const LIGHT_CARD = '#ffffff'
const DARK_CARD = '#1a1d23'

// One style sheet inside every page: the captive window of a phone fetches nothing twice, and nothing else at all.
const SHEET = `
*{box-sizing:border-box}
:root{color-scheme:light dark;--bg:#f3f4f7;--card:${LIGHT_CARD};--ink:#1b1e25;--dim:#565e6c;--line:#d9dce3;--edge:#858d9b;--bad:#b3261e;--bad-bg:#fdf0ef;--ok:#15643d;--ok-bg:#ecf6f0}
@media(prefers-color-scheme:dark){:root{--bg:#111317;--card:${DARK_CARD};--ink:#eceef2;--dim:#a9b0bd;--line:#333843;--edge:#767f8f;--bad:#ffb4ab;--bad-bg:#341b1a;--ok:#93d9b2;--ok-bg:#15291f}}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:1.0625rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
.page{max-width:29rem;min-height:100vh;min-height:100dvh;margin:auto;padding:1.25rem 1rem;display:flex;flex-direction:column}
header{display:flex;align-items:center;min-height:3rem;margin-bottom:1rem}
header a{display:flex;align-items:center;gap:.6rem;min-height:2.75rem;color:inherit;text-decoration:none;font-weight:650;font-size:1.125rem;letter-spacing:-.01em}
header img{max-height:2.75rem;max-width:12rem}
.mark{width:.75rem;height:1.5rem;border-radius:.25rem;background:var(--fill)}
main{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:1.5rem 1.25rem}
h1{font-size:1.5rem;line-height:1.2;letter-spacing:-.02em;margin:0 0 .5rem}
h2{font-size:1.125rem;line-height:1.3;margin:2rem 0 .75rem}
.links+h2{margin-top:1.25rem}
p{margin:0 0 1rem}
main>:last-child{margin-bottom:0}
.dim,.hint,small{color:var(--dim)}
.hint,small{font-size:.9375rem}
a{color:var(--link);text-underline-offset:.15em}
.live{position:relative;margin:-.75rem 0 0;font-size:.9375rem;color:var(--dim)}
div.live{min-height:3.1em}
@media(max-width:26rem){div.live{min-height:4.7em}}
.live iframe{position:absolute;inset:0;width:100%;height:100%;border:0}
.live+p{margin-top:1rem}
form{margin:1.25rem 0 0}
form+form,.more{margin-top:1rem}
.field{margin:0 0 1.125rem;border:0;padding:0;min-width:0}
label,legend{display:block;font-weight:600;margin-bottom:.3rem;padding:0}
label small,legend small{font-weight:400}
.hint{margin:-.15rem 0 .4rem}
input,select{display:block;width:100%;min-height:3rem;padding:.5rem .8rem;font:inherit;color:inherit;background:var(--card);border:1px solid var(--edge);border-radius:.6rem}
select{text-overflow:ellipsis}
[aria-invalid]{border:2px solid var(--bad)}
input[name=code],input[name=token]{font-size:1.625rem;letter-spacing:.25em;text-align:center;font-variant-numeric:tabular-nums}
.tick{display:flex;align-items:center;gap:.75rem;min-height:2.75rem;font-weight:400;margin:0}
.tick input{flex:none;width:1.375rem;min-height:1.375rem;height:1.375rem;margin:0;accent-color:var(--fill-edge)}
progress{display:block;width:100%;height:.75rem;margin:0 0 1rem;accent-color:var(--fill-edge)}
.captcha{margin:0 0 1.25rem;min-height:6rem}
.error{color:var(--bad);font-weight:600;margin:0 0 .4rem}
button,.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:3rem;padding:.6rem 1rem;font:inherit;font-weight:600;text-align:center;text-decoration:none;color:var(--on-fill);background:var(--fill);border:1px solid var(--fill-edge);border-radius:.6rem;cursor:pointer}
.second{color:var(--ink);background:none;border-color:var(--edge)}
button:hover,.button:hover{filter:brightness(1.08)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.alert,.notice{border-radius:.6rem;padding:.8rem 1rem;margin:0 0 1.25rem;border:1px solid}
.alert{color:var(--bad);background:var(--bad-bg)}
.notice{color:var(--ok);background:var(--ok-bg)}
.alert p,.notice p{margin:0}
.alert:focus{outline:0}
.alert ul{list-style:none;margin:.15rem 0 0;padding:0}
.alert a{color:inherit;display:block;padding:.4rem 0}
.cards{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}
.card{display:block;padding:1rem;border:1px solid var(--line);border-radius:.8rem;color:inherit;text-decoration:none;position:relative}
a.card{padding-right:2.5rem}
a.card:hover{border-color:var(--link)}
a.card:after{content:"";position:absolute;right:1.1rem;top:50%;width:.55rem;height:.55rem;border:solid var(--link);border-width:2px 2px 0 0;transform:translateY(-50%) rotate(45deg)}
.card b,.card small,.card span{display:block}
.card small{margin-top:.3rem}
.card b small{display:inline;font-weight:400}
.card>a{display:inline-flex;align-items:center;min-height:2.75rem;margin-bottom:-.6rem}
h1+.cards{margin-top:1.25rem}
.card form{margin:.75rem 0 0}
dl{margin:1rem 0 1.5rem}
dl div{padding:.6rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--dim);font-size:.9375rem}
dd{margin:0;font-weight:600}
dd small{font-weight:400}
details{margin:1rem 0 0;border-top:1px solid var(--line)}
summary{padding:.75rem 0;min-height:2.75rem;cursor:pointer;color:var(--link)}
summary small{display:block}
details form{margin:.25rem 0 .75rem}
details form+form{margin-top:1.5rem}
.links{margin:1.25rem 0 0;display:flex;flex-wrap:wrap;gap:0 1.25rem}
.links a,footer a,footer b{display:inline-flex;align-items:center;min-height:2.75rem}
.terms{white-space:pre-line}
main>.links:last-child,main>details:last-child{margin-bottom:-.5rem}
footer{margin-top:auto;padding-top:1rem}
footer nav{display:flex;flex-wrap:wrap;justify-content:center;gap:0 .9rem;font-size:.875rem}
footer a{color:var(--dim)}
@media(min-width:40rem){.page{padding-top:3.5rem}main{padding:2rem 1.75rem;box-shadow:0 1px 2px #0001,0 12px 32px -16px #0003}}
`
// The line within a page, which is loaded again and again.
const FRAME_SHEET = `
:root{color-scheme:light dark;--card:${LIGHT_CARD};--dim:#565e6c}
@media(prefers-color-scheme:dark){:root{--card:${DARK_CARD};--dim:#a9b0bd}}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--card);color:var(--dim);font:.9375rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.15em}
`

export interface Style {
  css: string
  /** For Content-Security-Policy: this style sheet and no other. */
  source: string
}

type Colors = ReturnType<typeof fitBrandColor>

const styles = new Map<string, Style>()
const frameStyles = new Map<string, Style>()

/** The style sheet in a portal's colour. */
export function styleOf(brandColor: string): Style {
  return cachedStyle(styles, brandColor, SHEET, fullVariables)
}

/** The same for a line in a frame. */
export function frameStyleOf(brandColor: string): Style {
  return cachedStyle(frameStyles, brandColor, FRAME_SHEET, ({ link }) => `:root{--link:${link}}`)
}

/** The style sheet in a colour that is only tried out, for one colour scheme or for whichever the browser prefers. */
export function previewStyleOf(brandColor: string, colorScheme: 'light' | 'dark' | undefined): Style {
  const css = sheetOf(brandColor, SHEET, fullVariables)
  if (!colorScheme) return toStyle(css)
  const when = colorScheme === 'dark' ? 'all' : 'not all'
  const forced = css.replaceAll('@media(prefers-color-scheme:dark)', `@media ${when}`)
  return toStyle(forced.replace('color-scheme:light dark', `color-scheme:${colorScheme}`))
}

function fullVariables({ fill, edge, onFill, link }: Colors): string {
  return `:root{--fill:${fill};--fill-edge:${edge};--on-fill:${onFill};--link:${link}}`
}

function cachedStyle(cache: Map<string, Style>, brandColor: string, sheet: string, variables: (colors: Colors) => string): Style {
  let style = cache.get(brandColor)
  if (!style) {
    style = toStyle(sheetOf(brandColor, sheet, variables))
    cache.set(brandColor, style)
  }
  return style
}

function sheetOf(brandColor: string, sheet: string, variables: (colors: Colors) => string): string {
  const light = variables(fitBrandColor(brandColor, LIGHT_CARD))
  const dark = variables(fitBrandColor(brandColor, DARK_CARD))
  return `${sheet}${light}@media(prefers-color-scheme:dark){${dark}}`.replaceAll('\n', '')
}

function toStyle(css: string): Style {
  return { css, source: `'sha256-${createHash('sha256').update(css).digest('base64')}'` }
}
