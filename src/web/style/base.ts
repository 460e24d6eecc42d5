export const base = `
*, ::before, ::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem }
body {
  margin: 0;
  padding: 0 var(--gap);
  min-height: 100vh;
  display: flex;
  flex-direction: column;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.6 var(--sans);
  overflow-wrap: anywhere;
}
body > :is(header, main, footer) { width: 100%; max-width: 60rem; margin-inline: auto }
main { flex: 1 }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; margin: 0 }
h1 { font: 600 clamp(1.75rem, 1.2rem + 2.4vw, 2.5rem)/1.15 var(--serif); letter-spacing: -.015em }
h2 { font-size: 1.25rem; font-weight: 650; letter-spacing: -.01em }
h3 { font-size: 1.05rem; font-weight: 650 }
p, dl, ul, ol { margin: 0; padding: 0 }
ul, ol { list-style: none }
dd, figure { margin: 0 }
small { font-size: inherit }
code { font-family: var(--mono); font-size: .92em }
svg { display: block; fill: none }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .2em }
a:hover { text-decoration-thickness: 2px }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px }
main:focus { outline: none }
.skip { position: absolute; left: -99rem; background: var(--sheet); padding: .6rem 1rem }
.skip:focus { left: 1rem; top: 1rem; z-index: 1 }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.top { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.75rem; padding: .9rem 0; border-bottom: 1px solid var(--line) }
.wordmark {
  display: flex;
  align-items: center;
  gap: .55rem;
  min-height: 2.75rem;
  margin-right: auto;
  color: var(--ink);
  font: 600 1.3rem/1 var(--serif);
  letter-spacing: -.01em;
  text-decoration: none;
}
.wordmark svg { width: 2rem; color: var(--link) }
.wordmark g { stroke-width: 3 }
.top nav, .bottom nav, .tongues { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.4rem }
.top a, .bottom a, .tongues a { padding: .6rem 0 }
.top nav a { color: var(--ink); text-decoration: none; font-weight: 500 }
.top nav a:hover { text-decoration: underline }
.top nav a[aria-current] { color: var(--link); box-shadow: inset 0 -2px var(--link) }
.top .yours { border: 1px solid var(--edge); border-radius: 99px; padding: .4rem 1rem }
.bottom { margin-top: 4.5rem; padding: 1.6rem 0 2.5rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .92rem }
.bottom > p { max-width: 42rem; margin-top: .8rem }
.bottom > div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .2rem 2rem }
.tongues [aria-current] { color: var(--ink); font-weight: 650; text-decoration: none }
@media (prefers-reduced-motion: no-preference) {
  a, button, .button { transition: background .15s, color .15s, border-color .15s }
  .seal ellipse { animation: settle .9s cubic-bezier(.2, .7, .2, 1) both }
  @keyframes settle { from { transform: rotate(0); opacity: 0 } }
}
@media (prefers-contrast: more) { :root { --soft: var(--ink); --line: var(--ink) } }
@media (forced-colors: active) { .button, button { border: 1px solid } .mark svg, .seal svg { forced-color-adjust: auto } }
@media print {
  :root { --paper: #fff; --sheet: #fff; --tint: #fff; --ink: #000; --soft: #333; --link: #000; --line: #999; --lift: none }
  body { display: block; font-size: 10.5pt; padding: 0 }
  body > :is(header, main, footer) { max-width: none }
  .top nav, .tongues, .bottom nav, form, .skip, .badge, .wrong, .paging, .own, .lists { display: none }
  .account a::after, .prose a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em }
  .deed, .card { border-color: #999; box-shadow: none }
  .rows li, .proofs li, .facts div { break-inside: avoid }
}
`
