/** Pages of a brand's own people. */
export const owner = `
[hidden] { display: none !important }
main > section, main > .sheet, main > form.form { margin-top: 2.25rem }
main > section > * + * { margin-top: .8rem }
main > :is(.note, section + p) { margin-top: 1.2rem }
.form.sheet { max-width: none }
.form.sheet > * { max-width: 36rem }
.form.sheet > details { max-width: none }
.form .field + .field { margin-top: 0 }
details .field + .field { margin-top: 1.25rem }
.error::before { content: "⚠ " / "" }
.live { display: block; margin-top: 1.25rem; padding: clamp(1rem, 3vw, 1.6rem); background: var(--sheet); border: 1px solid var(--line); border-left: 4px solid var(--link); border-radius: var(--round); box-shadow: var(--lift) }
.live:has([data-proved]) { border-left-color: var(--proved) }
.state { display: grid; gap: .9rem; justify-items: start }
.state .mark { font-size: 1.1rem }
.state .told { max-width: 42rem }
.state > :is(.facts, details) { width: 100% }
.live .facts > div { grid-template-columns: 10rem minmax(0, 1fr) }
.live .facts > div:last-child { border-bottom: 0; padding-bottom: 0 }
.live .facts details { margin-top: .5rem }
main:has([data-proved]) :is(.ways, .ways ~ .act, .handover) { display: none }
.refresh { margin-top: .5rem }
.ways details > * + :not(summary) { margin-top: .2rem }
.ways summary .tag { margin-left: .4rem }
.record > div { display: grid; grid-template-columns: 8rem minmax(0, 1fr); align-items: center; gap: .1rem 1rem; padding: .3rem 0 }
.record dt { color: var(--soft); font-size: .95rem }
.record .copy > code { user-select: all }
.record .copy > button { min-height: 0; align-self: stretch }
.act { margin-top: 1.2rem }
.act > :is(.fine, .error) { margin-top: .5rem }
.act.inline { display: flex; flex-wrap: wrap; align-items: end; gap: .8rem }
.act.inline .field { flex: 1 1 16rem; min-width: 0; max-width: 34rem }
details > .act { margin-top: 0 }
.checks { display: flex; flex-wrap: wrap; align-items: end; gap: .8rem 1.2rem; margin-top: 1.2rem }
.checks .act { margin: 0 }
.checks .act:has(.field) { display: flex; flex-wrap: wrap; align-items: end; gap: .6rem; flex: 1 1 22rem }
.checks .act .field { flex: 1 1 14rem; min-width: 0 }
.handover h3 { margin: 1.2rem 0 .4rem }
.handover .note > * + * { margin-top: .8rem }
.evidence > details + details { margin-top: .5rem }
.evidence summary { font-weight: 400 }
.evidence .table { font-size: .88rem; min-width: 36rem }
.evidence .table th[scope="row"] { font-weight: 400 }
.ticks { display: grid; gap: .1rem }
.ticks .choice { min-height: 2.75rem; align-items: center }
.ticks .choice input { margin: 0 }
.columns { grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)) }
.methods { display: grid; gap: 1.2rem; margin-top: .9rem }
.methods > li { padding-left: 1.1rem; border-left: 3px solid var(--line) }
.methods .fine { margin-top: .4rem }
.claimed { margin-top: 1rem; scroll-margin-top: 1rem }
.claimed:target { border-color: var(--link) }
.claimed > * + * { margin-top: .6rem }
.urgent { border-left: 4px solid var(--tone, var(--caution)); padding-left: .9rem !important }
.brand .rows + .rows { margin-top: -1px }
.after { display: flex; flex-wrap: wrap; gap: .2rem 1.8rem; margin-top: 1rem }
.after a { padding: .35rem 0 }
.told-list { margin-top: 1.2rem }
.from p + p { margin-top: .6rem }
.zone > * + * { margin-top: 1rem }
@media (max-width: 38rem) {
  .record > div, .live .facts > div { grid-template-columns: minmax(0, 1fr) }
  .record .copy { flex-wrap: wrap }
  .record .copy > button { flex: 1 0 auto; padding-block: .4rem }
  .record .copy > code { flex: 1 1 100% }
}
@media print {
  .own, .steps, .refresh, .ways, .handover, .zone, .act, .checks, .after a[download], .evidence summary::marker { display: none }
  .evidence details { break-inside: avoid }
  .evidence details::details-content { content-visibility: visible; display: block; height: auto }
}
.views { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); gap: 1rem }
.views figure { margin: 0; padding: 1rem; background: var(--sheet); border: 1px solid var(--line); border-radius: var(--round) }
.plot { display: block; width: 100%; height: 4rem; fill: var(--link); border-bottom: 1px solid var(--edge) }
.views figcaption { margin-top: .5rem; font-weight: 600 }
`
