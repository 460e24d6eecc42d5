export const base = `
*, ::before, ::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body {
  margin: 0 auto;
  padding: 0 var(--gap);
  max-width: calc(54rem + 2 * var(--gap));
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.6 var(--sans);
  overflow-wrap: anywhere;
}
h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; margin: 0 }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.6vw, 2.75rem); letter-spacing: -.01em }
h2 { font-size: 1.3rem }
p, dl, ul, ol { margin: 0; padding: 0 }
ul, ol { list-style: none }
dd { margin: 0 }
small { font-size: inherit }
code { font-family: var(--mono); font-size: .92em }
svg { display: block; fill: none }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .2em }
a:hover { text-decoration-thickness: 2px }
:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; border-radius: 2px }
main:focus { outline: none }
label { display: block; font-size: .95rem; font-weight: 600; margin-bottom: .4rem }
input, select, textarea, button { font: inherit; color: inherit; border-radius: 3px; min-height: 2.9rem; max-width: 100% }
input, select, textarea { background: var(--sheet); border: 1px solid var(--edge); padding: .5rem .8rem; width: 100% }
::placeholder { color: var(--soft); opacity: 1 }
textarea { font: .9rem/1.5 var(--mono); resize: vertical }
button {
  background: var(--link);
  color: var(--on-link);
  border: 1px solid var(--link);
  padding: .5rem 1.3rem;
  font-weight: 600;
  white-space: nowrap;
  cursor: pointer;
}
button:hover { background: var(--ink); border-color: var(--ink); color: var(--paper) }
.skip { position: absolute; left: -99rem; background: var(--sheet); padding: .6rem 1rem }
.skip:focus { left: 1rem; top: 1rem; z-index: 1 }
.top {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  align-items: center;
  gap: .25rem 2rem;
  padding: 1.1rem 0 .9rem;
  border-bottom: 4px double var(--line);
}
.wordmark {
  display: flex;
  align-items: center;
  gap: .6rem;
  min-height: 2.75rem;
  color: var(--ink);
  font: 600 1.35rem/1 var(--serif);
  text-decoration: none;
}
.wordmark svg { width: 2.1rem; color: var(--link) }
.wordmark g { stroke-width: 3 }
.top nav { display: flex; gap: 1.5rem }
.top nav a { padding: .6rem 0; color: var(--ink) }
.bottom {
  margin-top: 4rem;
  padding: 1.4rem 0 3rem;
  border-top: 4px double var(--line);
  color: var(--soft);
  font-size: .92rem;
}
.bottom p { max-width: 38rem }
@media (prefers-reduced-motion: no-preference) {
  a, button { transition: background .15s, color .15s }
  .seal ellipse { animation: settle .9s cubic-bezier(.2, .7, .2, 1) both }
  @keyframes settle { from { transform: rotate(0); opacity: 0 } }
}
@media (prefers-contrast: more) { :root { --soft: var(--ink); --line: var(--ink) } }
@media print {
  :root { --paper: #fff; --sheet: #fff; --ink: #000; --soft: #333; --link: #000; --line: #999 }
  body { font-size: 11pt; max-width: none; padding: 0 }
  .top nav, form, .skip, .badge, .wrong, .paging { display: none }
  .account a::after { content: " (" attr(href) ")"; font-size: .85em }
  .rows li, .proofs li { break-inside: avoid }
}
`
