import { fingerprint, tight } from './sheet.ts'

const people = `
.entry { max-width: 34rem; padding-top: 2.5rem; display: grid; gap: 1rem }
.entry form, .own-part form { display: grid; gap: .7rem; justify-items: start }
.entry > form { padding: 1.3rem; background: var(--sheet); border: 1px solid var(--line) }
.entry form > label, form.asked-for > label { margin: .4rem 0 -.4rem }
.entry :is(ul, ol) { list-style: revert; padding-left: 1.4rem; display: grid; gap: .5rem }
.entry [hidden], .own-part [hidden] { display: none }
.entry .notice { margin: 0 }
.entry button, .own-part button { white-space: normal; overflow-wrap: anywhere }
.code { font: 600 1.5rem/1.3 var(--mono); letter-spacing: .2em; max-width: 16rem }
.own-part { margin-top: 2.5rem; display: grid; gap: .8rem; max-width: 46rem }
.own-part .rows { margin: 0 }
.own-part .rows form { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem }
.own-part .rows select { width: auto }
.own-part form.asked-for { padding: 1.3rem; background: var(--sheet); border: 1px solid var(--line) }
.own-part fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: .3rem }
.own-part legend { font-weight: 600; font-size: .95rem; padding: 0 }
.tick { display: flex; align-items: center; gap: .6rem; font-weight: 400; margin: 0; min-height: 2rem }
.tick input { width: 1.2rem; min-height: 1.2rem; height: 1.2rem; flex: none }
button.plain { background: none; border-color: var(--edge); color: var(--link); font-weight: 400; min-height: 2.75rem }
button.plain:hover { background: var(--sheet); border-color: var(--ink); color: var(--ink) }
button.grave { background: none; border-color: var(--stop); color: var(--stop) }
button.grave:hover { background: var(--stop); color: var(--paper) }
.secret { display: block; padding: 1rem; background: var(--sheet); border: 1px solid var(--edge); overflow-wrap: anywhere; user-select: all }
.letter { white-space: pre-wrap; overflow-wrap: anywhere; font: 1rem/1.6 var(--sans); padding: 1.3rem; margin: 0; background: var(--sheet); border: 1px solid var(--line) }
`

export const peopleSheet = tight([people])
export const peopleStyleVersion = fingerprint(peopleSheet)
export const peopleStyleHref = `/people.css?v=${peopleStyleVersion}`
