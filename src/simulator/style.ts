/** The one style sheet of the simulator page. */
export const STYLE = `
*{box-sizing:border-box}
:root{color-scheme:light dark;--bg:#eef0f4;--card:#fff;--ink:#191c22;--dim:#5a6270;--line:#dadee6;--bubble:#e8ebf0;--accent:#1f5fbf;--on-accent:#fff;--case:#1c1f26;--case-edge:#3a3f4a;--tint:#eaf1fc}
@media(prefers-color-scheme:dark){:root{--bg:#0f1115;--card:#181b21;--ink:#e9ecf1;--dim:#a3abb9;--line:#2d323c;--bubble:#262b34;--accent:#8ab4f8;--on-accent:#0d1a30;--case:#2a2e37;--case-edge:#4a505d;--tint:#1b2638}}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:1rem/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:.15em}
h1,h2,p{margin:0}
.top{max-width:72rem;margin:0 auto;padding:1.5rem 1rem 0;display:flex;flex-wrap:wrap;gap:.75rem 2rem;align-items:end;justify-content:space-between}
h1{font-size:1.5rem;letter-spacing:-.02em;line-height:1.2}
.top p{color:var(--dim);margin-top:.25rem}
.links{display:flex;flex-wrap:wrap;gap:.5rem}
.links a{display:inline-flex;align-items:center;min-height:2.75rem;padding:.4rem 1rem;border:1px solid var(--line);border-radius:.6rem;background:var(--card);text-decoration:none;font-weight:600}
.links a:hover{border-color:var(--accent)}
main{max-width:72rem;margin:0 auto;padding:1.25rem 1rem 3rem;display:grid;gap:1.5rem;grid-template-columns:minmax(0,1fr);align-items:start}
@media(min-width:56rem){main{grid-template-columns:24rem minmax(0,1fr);gap:2.5rem}}
.phone{background:var(--card);border:1px solid var(--line);border-radius:1.25rem;overflow:hidden}
.speaker{display:none}
.live .scroll{max-height:70vh;overflow-y:auto}
@media(min-width:56rem){
.phone{position:sticky;top:1rem;display:flex;flex-direction:column;border:.7rem solid var(--case);border-radius:2.75rem;box-shadow:0 0 0 1px var(--case-edge),0 1.2rem 2.5rem -1rem #0006;height:clamp(26rem,calc(100vh - 9rem),44rem)}
.speaker{display:block;width:5.5rem;height:1.15rem;margin:.5rem auto 0;border-radius:1rem;background:var(--case)}
.live .scroll,.scroll{max-height:none;overflow-y:auto;flex:1}
}
.bar{display:flex;align-items:baseline;justify-content:space-between;gap:1rem;padding:.9rem 1.1rem;border-bottom:1px solid var(--line)}
h2{font-size:1.0625rem}
.count{color:var(--dim);font-size:.875rem}
.mailbox{background:var(--card);border:1px solid var(--line);border-radius:1.25rem;overflow:hidden}
details{border-bottom:1px solid var(--line)}
details:last-child{border-bottom:0}
summary{display:grid;grid-template-columns:2.5rem minmax(0,1fr) auto;column-gap:.75rem;align-items:center;padding:.75rem 1.1rem;cursor:pointer;list-style:none;min-height:3.5rem}
summary::-webkit-details-marker{display:none}
summary:hover{background:var(--tint)}
.mark{grid-row:span 2;display:grid;place-items:center;width:2.5rem;height:2.5rem;border-radius:50%;background:var(--tint);color:var(--accent)}
.mark svg{width:1.25rem;height:1.25rem;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.who{min-width:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-weight:650;font-variant-numeric:tabular-nums}
.peek{grid-column:2/4;color:var(--dim);font-size:.9375rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
details[open]>summary .peek.sms{display:none}
time{color:var(--dim);font-size:.8125rem;white-space:nowrap}
.phone details[open]>summary{position:sticky;top:0;z-index:1;background:var(--card);border-bottom:1px solid var(--line)}
.bubbles{list-style:none;margin:0;padding:1rem 1.1rem 1.1rem;display:grid;gap:1rem;justify-items:start}
.bubble{background:var(--bubble);border-radius:1.1rem 1.1rem 1.1rem .3rem;padding:.65rem .9rem;max-width:92%;white-space:pre-line}
.meta{display:flex;flex-wrap:wrap;align-items:center;gap:.35rem .75rem;margin:.35rem 0 0 .3rem;color:var(--dim);font-size:.8125rem}
.code{font-weight:700;-webkit-user-select:all;user-select:all;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.2em;text-decoration-color:var(--accent)}
.copy{display:none;align-items:center;gap:.4rem;min-height:2.5rem;padding:.2rem .9rem;border:0;border-radius:2rem;background:var(--accent);color:var(--on-accent);font:inherit;font-size:.9375rem;font-weight:650;font-variant-numeric:tabular-nums;letter-spacing:.04em;cursor:pointer}
.live .copy{display:inline-flex}
.copy:hover{filter:brightness(1.1)}
.mail{padding:0 1.1rem 1.25rem}
.mail dl{margin:.25rem 0 .9rem;color:var(--dim);font-size:.875rem}
.mail dl div{display:flex;gap:.5rem}
.mail dt{flex:none;width:2.5rem}
.mail dd{margin:0}
.letter{border:1px solid var(--line);border-radius:.8rem;padding:1rem;margin:0 0 .9rem;white-space:pre-line}
.letter:last-child{margin:0}
.empty{padding:2.5rem 1.5rem;text-align:center;color:var(--dim)}
.empty b{display:block;color:var(--ink);margin-bottom:.4rem}
.empty ol{margin:.75rem auto 0;padding-left:1.3rem;max-width:22rem;text-align:left;display:grid;gap:.35rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
summary:focus-visible{outline-offset:-3px}
.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
`.replaceAll('\n', '')
