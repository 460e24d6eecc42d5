/**
 * What any page is made of; use these before you write a style of your own.
 *
 * Buttons: `button` and `a.button` are primary; `.plain` second, `.danger` for what cannot be undone, `.small`,
 *   `button.link` looks like a link.
 * Forms: `form.form` (a column) > `div.field` (label, input, `p.fine` help, `p.error`), `div.actions` (a row of buttons),
 *   `label.choice` (checkbox or radio and its text), `div.options` around choices that look like cards, `input.digits` for a
 *   code, `[aria-invalid=true]`, `div.copy` (code or readonly input, then a button).
 * Notes: `.note`, with `.good`, `.warn`, `.bad`; `.empty` for a list with nothing in it; `.fine` small, `.lede` large text;
 *   `.tag` a pill.
 * Layout: `.narrow` (a column for sign-in), `.stack` (space between), `.split` (two columns), `.head` (heading left, actions
 *   right), `.sheet` (a raised surface), `.cards` > `.card`, `.zone` (a card of dangerous acts).
 * Lists: `ul.rows`, `dl.facts` > `div` > `dt, dd`, `.scroll` > `table.table`, `ol.steps` (`li.done`, `li[aria-current=step]`),
 *   `ol.trail` (events, newest first), `details`.
 * Going about: `nav.own` (under the header), `nav.tabs`, `nav.paging`; `[aria-current]` marks where one is.
 * Answers: `.mark` and `.seal` with `.tone-*`, `.deed`, `.statement`.
 */
export const parts = `
.tone-proved { --tone: var(--proved) }
.tone-other { --tone: var(--other) }
.tone-caution { --tone: var(--caution) }
.tone-stop { --tone: var(--stop) }
.tone-said { --tone: var(--said) }
.tone-quiet { --tone: var(--quiet) }
.drawing { stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
.mark { display: inline-flex; align-items: center; gap: .4rem; color: var(--tone); font-size: .92rem; font-weight: 650; line-height: 1.3 }
.mark svg { width: 1.15rem; flex: none }
.marks { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem 1rem }
.seal { color: var(--tone); width: 8rem; text-align: center }
.seal p { font: 600 1.1rem/1.3 var(--serif); margin-top: .5rem; overflow-wrap: normal }
.seal .core { fill: var(--sheet); stroke: currentColor; stroke-width: 1.4 }
.seal .ring { stroke: currentColor; stroke-width: 1; stroke-dasharray: 1 3 }
.seal.tone-proved .core { fill: currentColor }
.seal.tone-proved .drawing { stroke: var(--sheet); stroke-width: 2.6 }
.fine { color: var(--soft); font-size: .92rem }
a.fine { color: var(--link) }
.lede { font-size: 1.15rem; max-width: 40rem; color: var(--soft) }
.tag { color: var(--soft); border: 1px solid var(--line); border-radius: 99px; padding: .05rem .55rem; font-size: .8rem; white-space: nowrap }
.domain { font-weight: 650 }
.platform { color: var(--soft) }
.account { font-variant-ligatures: none }
.note, .notice, .why { padding: .9rem 1.1rem; border: 1px solid var(--line); border-left: 4px solid var(--tone, var(--link)); border-radius: .45rem; background: var(--sheet) }
.notice, .why, .note.warn { --tone: var(--caution) }
.note.good { --tone: var(--proved) }
.note.bad { --tone: var(--stop) }
.note > * + * { margin-top: .5rem }
.empty { padding: 2.5rem 1rem; color: var(--soft); text-align: center; border: 1px dashed var(--edge); border-radius: var(--round) }
.empty > * + * { margin-top: .8rem }
main > h1, .head { margin: 2.5rem 0 .6rem }
.narrow { max-width: 27rem; margin: clamp(2rem, 7vw, 4.5rem) auto 0 }
.stack { display: grid; gap: 1.25rem; grid-template-columns: minmax(0, 1fr) }
.split { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1.5rem }
.head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .7rem 1.5rem }
.head h1 { margin: 0 }
.sheet, .card, .zone { background: var(--sheet); border: 1px solid var(--line); border-radius: var(--round); padding: clamp(1rem, 3vw, 1.6rem); min-width: 0 }
.sheet { box-shadow: var(--lift) }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: 1rem }
.card > * + * { margin-top: .6rem }
a.card { color: inherit; text-decoration: none }
a.card:hover { border-color: var(--link) }
.zone { border-color: var(--stop) }
.rows { border-top: 1px solid var(--line); margin-top: .7rem }
.rows > li { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .2rem 1.5rem; padding: .75rem 0; border-bottom: 1px solid var(--line) }
.rows > li > :first-child { flex: 1 1 16rem; min-width: 0 }
.facts { border-top: 1px solid var(--line) }
.facts > div { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; padding: .6rem 0; border-bottom: 1px solid var(--line) }
.facts dt { color: var(--soft) }
.scroll { overflow-x: auto }
.table { width: 100%; border-collapse: collapse; text-align: left }
.table :is(th, td) { padding: .65rem 1rem .65rem 0; border-bottom: 1px solid var(--line); vertical-align: top }
.table thead th { color: var(--soft); font-size: .88rem; font-weight: 600 }
.steps { counter-reset: step; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; margin: 1rem 0 1.5rem }
.steps > li { counter-increment: step; display: flex; align-items: center; gap: .5rem; color: var(--soft); font-size: .95rem }
.steps > li::before { content: counter(step); display: grid; place-items: center; width: 1.7rem; height: 1.7rem; flex: none; border: 1.5px solid var(--edge); border-radius: 50%; font-weight: 650; font-size: .85rem }
.steps > [aria-current] { color: var(--ink); font-weight: 650 }
.steps > [aria-current]::before { background: var(--link); border-color: var(--link); color: var(--on-link) }
.steps > .done::before { content: "✓"; color: var(--proved); border-color: var(--proved) }
h3:has(+ .rows) { margin-top: 1.4rem }
.trail { border-left: 2px solid var(--line); margin-left: .4rem }
.trail > li { position: relative; padding: 0 0 1rem 1.2rem }
.trail > li::before { content: ""; position: absolute; left: calc(-.4rem - 1px); top: .5rem; width: .8rem; height: .8rem; border-radius: 50%; background: var(--paper); border: 2px solid var(--edge) }
details { border: 1px solid var(--line); border-radius: var(--round); background: var(--sheet) }
summary { padding: .75rem 1rem; font-weight: 600; cursor: pointer }
details > :not(summary) { margin: 0 1rem 1rem }
.own, .tabs { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.4rem; border-bottom: 1px solid var(--line) }
.own strong { margin-right: auto; padding: .6rem 0 }
:is(.own, .tabs) a { padding: .7rem 0; color: var(--soft); font-weight: 500; text-decoration: none }
:is(.own, .tabs) a:hover { color: var(--ink); box-shadow: inset 0 -2px var(--edge) }
:is(.own, .tabs) a[aria-current] { color: var(--link); box-shadow: inset 0 -2px var(--link); font-weight: 600 }
.own button { min-height: 2.1rem; padding: .25rem .8rem; font-size: .92rem }
.paging { display: flex; gap: 2rem; padding: 1.2rem 0 }
@media (max-width: 38rem) {
  .facts > div { grid-template-columns: minmax(0, 1fr) }
  .own strong { flex-basis: 100%; padding-bottom: 0 }
}
`
