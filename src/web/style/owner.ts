/** Pages of a brand's own people. */
export const owner = `
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
[hidden] { display: none !important }
.own { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem 1.4rem; padding: .6rem 0; border-bottom: 1px solid var(--line); font-size: .95rem }
.own a { padding: .55rem 0; color: var(--ink) }
.own a[aria-current] { font-weight: 650; text-decoration-thickness: 3px }
.own form { margin-left: auto }
button.plain { min-height: 2.75rem; padding: .3rem .6rem; background: none; border-color: transparent; color: var(--link); font-weight: 500; text-decoration: underline; text-underline-offset: .2em }
button.plain:hover { background: none; border-color: var(--link) }
.action { display: inline-block; min-height: 2.9rem; padding: .55rem 1.3rem; border: 1px solid var(--link); border-radius: 3px; background: var(--link); color: var(--on-link); font-weight: 600; text-decoration: none }
.action:hover { background: var(--ink); border-color: var(--ink); color: var(--paper) }
.action.second, button.second { background: transparent; color: var(--link) }
.action.second:hover, button.second:hover { background: var(--sheet); border-color: var(--ink); color: var(--ink) }
button.stop { background: var(--stop); border-color: var(--stop); color: var(--paper) }
a.danger { display: inline-block; padding: .4rem 0; color: var(--stop) }
.steps { margin-top: 1.5rem }
.steps ol { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: .5rem; counter-reset: step }
.steps li { counter-increment: step; padding-top: .55rem; border-top: 4px solid var(--line); color: var(--soft); font-size: .92rem; line-height: 1.35; overflow-wrap: break-word; hyphens: auto }
.steps li::before { content: counter(step) ". " }
.steps .past { border-color: var(--proved) }
.steps .now { border-color: var(--link); color: var(--ink); font-weight: 650 }
main > section, main > .sheet { margin-top: 2.25rem }
section > h2 + * { margin-top: .7rem }
.sheet { padding: clamp(1rem, 4vw, 1.75rem); background: var(--sheet); border: 1px solid var(--line) }
form.sheet, .sheet.add { display: grid; gap: 1.4rem; justify-items: start }
form.sheet { margin-top: 1.5rem }
form.sheet > * { width: 100%; max-width: 36rem }
form.sheet > button, .act > button { width: auto; max-width: 100%; white-space: normal }
.typed + .typed { margin-top: 1.4rem }
form.sheet > .typed + .typed { margin-top: 0 }
.typed .fine, .typed .fault { margin-top: .35rem }
.fault { color: var(--stop); font-weight: 600 }
.fault::before { content: "⚠ " / "" }
[aria-invalid] { border: 2px solid var(--stop) }
.done { margin-top: 1.2rem; padding: .8rem 1.1rem; border: 1px solid var(--line); border-left: 3px solid var(--proved); background: var(--sheet) }
.notice.stop { border-left-color: var(--stop) }
summary { padding: .6rem 0; cursor: pointer; color: var(--link); font-weight: 600 }
details[open] > summary { margin-bottom: .5rem }
.live { margin-top: 1.5rem; padding: clamp(1rem, 4vw, 1.75rem); background: var(--sheet); border: 1px solid var(--line); border-left: 4px solid var(--link) }
.live:has([data-proved]) { border-left-color: var(--proved) }
.state { display: grid; gap: .9rem }
.state .mark { font-size: 1.1rem }
.state .told { max-width: 38rem }
.live .facts { width: 100% }
.live .facts div { grid-template-columns: 9.5rem minmax(0, 1fr) }
.live .facts div:last-child { border-bottom: 0 }
main:has([data-proved]) :is(.ways, .ways ~ .act, .handover) { display: none }
.refresh { margin-top: .5rem }
.ways details { margin-top: .8rem; padding: .3rem 1.1rem; background: var(--sheet); border: 1px solid var(--line) }
.ways details[open] { padding-bottom: 1.1rem }
.ways details > * + * { margin-top: .7rem }
.record { border-top: 1px solid var(--line); margin-top: .7rem }
.record > div { display: grid; grid-template-columns: 8rem minmax(0, 1fr); align-items: center; gap: .1rem 1rem; padding: .45rem 0; border-bottom: 1px solid var(--line) }
.record dt { color: var(--soft); font-size: .95rem }
.record dd { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .8rem; min-width: 0 }
.record code { flex: 1 1 12rem; padding: .45rem .6rem; background: var(--paper); border: 1px dashed var(--edge); border-radius: 3px; overflow-wrap: anywhere; user-select: all }
.record > div:not(.copy) code { flex: 0 1 auto; background: none; border: 0; padding-inline: 0 }
.act { margin-top: 1.2rem }
.act .fine, .act .fault { margin-top: .5rem }
.act.inline { display: flex; flex-wrap: wrap; align-items: end; gap: .8rem }
.act.inline .typed { flex: 1 1 16rem; min-width: 0 }
.handover h3, .claimed h3 { margin: 1.2rem 0 .4rem; font: 600 1.1rem/1.3 var(--serif) }
.handover .done .action { margin-top: .5rem }
.evidence details { border-bottom: 1px solid var(--line) }
.evidence summary { font-weight: 400; color: inherit }
.wide { overflow-x: auto; margin-bottom: 1rem }
.wide table { border-collapse: collapse; text-align: left; font-size: .88rem; min-width: 36rem }
.wide th, .wide td { padding: .4rem .8rem .4rem 0; border-top: 1px solid var(--line); vertical-align: top; font-weight: 400 }
.wide thead th { color: var(--soft) }
.ticks { display: grid; gap: .2rem }
.ticks.columns { grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); margin-bottom: 1rem }
.ticks label { display: flex; align-items: center; gap: .8rem; min-height: 2.75rem; margin: 0; font-weight: 400 }
.ticks input { flex: none; width: 1.3rem; height: 1.3rem; min-height: 0; accent-color: var(--link) }
.methods { display: grid; gap: 1.2rem; margin-top: .8rem }
.methods li { padding-left: 1.1rem; border-left: 3px solid var(--line) }
.methods li .fine { margin-top: .4rem }
.claimed { margin-top: 1.2rem; scroll-margin-top: 1rem }
.claimed:target { border-color: var(--link) }
.claimed h3 { margin-top: 0 }
.claim-steps { margin-top: .8rem }
.heading { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: .8rem 2rem; margin-top: 2rem }
.urgent { border-left: 4px solid var(--tone, var(--caution)); padding-left: .9rem !important }
.brand .rows { margin-top: .5rem }
.brand .rows + .rows { margin-top: -1px }
.after { display: flex; flex-wrap: wrap; gap: .3rem 1.8rem; margin-top: 1.2rem }
.after a { padding: .3rem 0 }
.notices { margin-top: 1.2rem; border-top: 1px solid var(--line) }
.notices li { padding: .9rem 0; border-bottom: 1px solid var(--line) }
.from p + p { margin-top: .6rem }
.more { padding-top: 1.2rem; border-top: 1px solid var(--line) }
@media (max-width: 38rem) {
  .steps ol { grid-template-columns: repeat(2, minmax(0, 1fr)) }
  .record > div, .live .facts div { grid-template-columns: minmax(0, 1fr) }
  .own form { margin-left: 0 }
}
@media print {
  .own, .steps, .refresh, .ways, .handover, .more, .act, .checks, .after a[download] { display: none }
  .evidence details { break-inside: avoid }
  .evidence details::details-content { content-visibility: visible; display: block }
}
`
